/** The workloads that one cell names. Pure. */

/**
 * No list of workload names is documented, and some product names hold commas ("Dynamics 365 Finance, Supply Chain"). Semicolons,
 * bars and line breaks always separate names; commas only where every part names a product of its own.
 */
export function splitWorkloads(cell: string): string[] {
  return cell
    .split(/[;|\n]+/)
    .flatMap(splitAtCommas)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

const PRODUCT =
  /\b(?:exchange|sharepoint|onedrive|teams|skype|yammer|viva|intune|entra|aad|aadp|aip|active directory|information protection|azure|defender|purview|security|compliance|office|microsoft 365|m365|o365|proplus|windows|project|visio|stream|dynamics|d365|power ?(?:apps|bi|automate|platform|virtual agents|pages)|business central|customer (?:service|engagement|insights)|field service)\b/i;

function splitAtCommas(text: string): string[] {
  const parts = text.split(',');
  return parts.every((part) => PRODUCT.test(part)) ? parts : [text];
}
