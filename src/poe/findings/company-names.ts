/** The names of the two companies, and where texts hold them. Pure. */
import type { ClaimToCheck } from './finding.ts';
import { findName, holdsName, holdsShortName, isAddressOf } from './names.ts';
import type { Side } from './side.ts';

const ARTICLE = /^\s*(?:the|die|der|das|la|le|el)\s/i;
const MOST_HEADING_WORDS = 12;

export class CompanyNames {
  readonly #claim: ClaimToCheck;

  constructor(claim: ClaimToCheck) {
    this.#claim = claim;
  }

  /** Each word of the companies' names. */
  get words(): { readonly word: string; readonly side: Side }[] {
    const { customer, partners } = this.#claim;
    const words = (side: Side, name: string) => (name.match(/\p{L}+/gu) ?? []).map((word) => ({ word, side }));
    return [...words('customer', customer), ...partners.flatMap((name) => words('partner', name))];
  }

  /** Where the companies are named in a text, exactly. */
  named(text: string): { readonly side: Side; readonly at: number; readonly end: number }[] {
    const { customer, partners } = this.#claim;
    const found = (side: Side, name: string) =>
      findName(name, [{ text, page: 1, scan: true }]).flatMap(({ exact, at, end }) =>
        exact ? [{ side, at, end }] : [],
      );
    return [...found('customer', customer), ...partners.flatMap((name) => found('partner', name))];
  }

  /** The company that a text begins with. */
  namedFirst(text: string): Side | undefined {
    return this.named(text).find(({ at }) => text.slice(0, at).replace(ARTICLE, '').trim() === '')?.side;
  }

  /** The one that a text names; undefined where it names neither, or both. */
  sideOf(text: string): Side | undefined {
    const { customer, domain, partners } = this.#claim;
    const isCustomer =
      holdsName(customer, text, true) ||
      (domain !== undefined && new RegExp(`[@.\\s]${escaped(domain)}(?![\\w.-])`, 'i').test(` ${text}`));
    const isPartner = partners.some((name) => holdsName(name, text, true) || isAddressOf(name, text));
    if (isCustomer !== isPartner) return isCustomer ? 'customer' : 'partner';
    return isCustomer ? undefined : this.#byShortName(text);
  }

  #byShortName(text: string): Side | undefined {
    if (text.split(/\s+/).length > MOST_HEADING_WORDS) return undefined;
    const isCustomer = holdsShortName(this.#claim.customer, text);
    const isPartner = this.#claim.partners.some((name) => holdsShortName(name, text));
    if (isCustomer === isPartner) return undefined;
    return isCustomer ? 'customer' : 'partner';
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
