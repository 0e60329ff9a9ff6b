/** IDs and addresses without what programs and people put around them. Pure. */
import { plainSigns, visibleText } from './plain-signs.ts';

/** A program that quotes all cells may do so once more. */
const MOST_WRAPS = 3;
const CONTROLS = /\p{Cc}/gu;

/**
 * An ID or an address as it is meant: with plain signs, and without those by which people keep Excel from making a number of it.
 * `="0012345"`, `'0012346` and `“CLM–7”` → `0012345`, `0012346`, `CLM-7`
 */
export function plainSpelling(text: string): string {
  // Most are, and there may be hundreds of thousands.
  if (/^[\w.@:/#-]+$/.test(text)) return text;
  // Byte order marks count as blanks, too: what nobody sees goes first.
  const plain = plainSigns(visibleText(text).replace(/\s+/g, ' ').replace(CONTROLS, '')).trim();
  let inner = plain;
  for (let wraps = 0; wraps < MOST_WRAPS; wraps++)
    inner = (/^=?"(.+)"$/.exec(inner)?.[1]?.replaceAll('""', '"') ?? /^'(.+?)'?$/.exec(inner)?.[1] ?? inner).trim();
  return inner;
}
