/** Tells whose side a place of a document is. Pure. */
import type { ClaimToCheck } from './finding.ts';
import { anyOf, endsSentence, fold } from './fold.ts';
import type { Labelled } from './labels.ts';
import { holdsName, holdsShortName } from './names.ts';
import { isSalutation } from './salutation.ts';
import { CUSTOMER_WORDS, LEGAL_FORMS, OTHER_COMPANY, OWN_WORDS, PARTNER_WORDS, STATEMENTS } from './tuning.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

export type Side = 'customer' | 'partner';

/** Labels of the signer’s own company. */
const ORGANISATION = /^(?:company|organi[sz]ation|unternehmen|societe|entreprise|empresa)/;
const CUSTOMER = anyOf(CUSTOMER_WORDS);
const PARTNER = anyOf(PARTNER_WORDS);
/** “Kundenunterschrift”: the word in one with another. */
const CUSTOMER_PART = /(?<![\p{L}])kunden(?:unterschrift|bestatigung|seite|freigabe|abnahme)/u;

const MOST_TITLE_ROWS = 4;
/** Characters behind a signer's name in which the company may stand. */
const MOST_BEHIND_SIGNER = 160;
const MOST_CLAUSES = 4;
/** What leads from a name to a title or a company. */
const OF_COMPANY = /^\s*(?:[,(]|(?:of|from|at|for|de|du|des|von|vom|bei|para|por|pour|chez|en)\s)/;
const MOST_ROWS_UP = 14;
const MOST_ROWS_DOWN = 5;

export class Parties {
  readonly #claim: ClaimToCheck;
  /** Many rules ask about the same words. */
  readonly #known = new Map<string, Side | undefined>();
  readonly #signers = new Map<string, Side | undefined>();

  constructor(claim: ClaimToCheck) {
    this.#claim = claim;
  }

  /** Whose a short text is; undefined where it names nobody, or both. */
  of(text: string): Side | undefined {
    if (!this.#known.has(text)) this.#known.set(text, this.#judge(text));
    return this.#known.get(text);
  }

  #judge(text: string): Side | undefined {
    if (text === '') return undefined;
    // Names go before words: “Partner: Trey Research” is a customer's only by a mistake, “Customer Success at Contoso” is the partner's.
    return this.#byName(text) ?? byWord(text);
  }

  isCompany(text: string): boolean {
    const tokens = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    return this.#byName(text) !== undefined || tokens.some((token) => LEGAL_FORMS.has(token) && token.length > 1);
  }

  #byName(text: string): Side | undefined {
    const { customer, domain, partners } = this.#claim;
    const isCustomer =
      holdsName(customer, text, true) ||
      (domain !== undefined && new RegExp(`[@.\\s]${escaped(domain)}(?![\\w.-])`, 'i').test(` ${text}`));
    const isPartner = partners.some((name) => holdsName(name, text, true));
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

  /**
   * Whose the block around a place to sign is: by its company beneath, else by the heading above it in its own column, else by the lines
   * beneath that say who signs.
   */
  inBlock(view: DocumentView, cell: ViewCell, labelsOf: LabelsOf): Side | undefined {
    return (
      this.#beneath(view, cell, labelsOf) ?? this.#above(view, cell, labelsOf) ?? this.titled(view, cell, labelsOf)
    );
  }

  /** By the company that a document says a signer is of: “I, Jane Doe, head of IT at Trey Research, …”. */
  ofSigner(view: DocumentView, by: string): Side | undefined {
    const name = fold(by.split(/[,;(|]/)[0] ?? '').trim();
    if (!/\S\s+\S/.test(name)) return undefined;
    if (!this.#signers.has(name)) this.#signers.set(name, this.#saidOf(name, view));
    return this.#signers.get(name);
  }

  #saidOf(name: string, view: DocumentView): Side | undefined {
    for (const plain of view.foldedPages) {
      for (let at = plain.indexOf(name); at !== -1; at = plain.indexOf(name, at + 1)) {
        const behind = plain.slice(at + name.length, at + name.length + MOST_BEHIND_SIGNER);
        if (!OF_COMPANY.test(behind)) continue;
        // The clause in which a company is named first.
        const clauses = behind.split(/[,;.()]/).slice(0, MOST_CLAUSES);
        const side = clauses.map((clause) => this.#byName(clause)).find((found) => found !== undefined);
        if (side !== undefined) return side;
      }
    }
    return undefined;
  }

  /** The signer's title and company beneath: “Head of IT, Trey Research”, or the company alone where no other place follows. */
  titled(view: DocumentView, cell: ViewCell, labelsOf: LabelsOf): Side | undefined {
    const isPlace = (other: ViewCell): boolean => labelsOf(other).some(({ kind }) => kind === 'sign');
    for (let down = 1; down <= MOST_TITLE_ROWS; down++) {
      for (const other of view.inColumn(view.near(cell.row, down), cell)) {
        if (isPlace(other) || isProse(other.text)) return undefined;
        const side = labelsOf(other).length === 0 ? this.#byName(other.text) : undefined;
        if (side === undefined) continue;
        const after = Array.from({ length: MOST_ROWS_DOWN }, (_, more) => view.near(other.row, more + 1));
        const isHeading = !other.text.includes(',') && after.some((row) => view.inColumn(row, cell).some(isPlace));
        return isHeading ? undefined : side;
      }
      const told = this.#toldBeside(view.near(cell.row, down), labelsOf);
      if (told !== undefined) return told;
    }
    return undefined;
  }

  /** “Position: | Head of IT, Trey Research” further right, where the row names nobody else. */
  #toldBeside(row: Row | undefined, labelsOf: LabelsOf): Side | undefined {
    const told = (row?.cells ?? []).flatMap((label) =>
      labelsOf(label)
        .filter(({ kind }) => kind === 'other' || kind === 'company' || kind === 'name')
        .map(({ value }) => this.#byName(value || valueBeside(label, labelsOf))),
    );
    const sides = new Set(told.filter((side) => side !== undefined));
    return sides.size === 1 ? [...sides][0] : undefined;
  }

  /** “Signed: Jane Doe”, and in the next line “for and on behalf of Trey Research”, where that begins no other block. */
  #onBehalf(view: DocumentView, cell: ViewCell, labelsOf: LabelsOf): Side | undefined {
    const isPlace = (other: ViewCell): boolean => labelsOf(other).some(({ kind }) => kind === 'sign');
    const signed = labelsOf(cell).find(({ kind }) => kind === 'sign');
    if ((signed?.value ?? '') === '') return undefined;
    const [next] = view.inColumn(view.near(cell.row, 1), cell);
    if (next === undefined || isPlace(next) || !ON_BEHALF.test(fold(next.text).trim())) return undefined;
    const after = Array.from({ length: MOST_ROWS_DOWN }, (_, more) => view.near(next.row, more + 1));
    return after.some((row) => view.inColumn(row, cell).some(isPlace)) ? undefined : this.#byName(next.text);
  }

  #beneath(view: DocumentView, cell: ViewCell, labelsOf: LabelsOf): Side | undefined {
    const onBehalf = this.#onBehalf(view, cell, labelsOf);
    if (onBehalf !== undefined) return onBehalf;
    for (let down = 0; down <= MOST_ROWS_DOWN; down++) {
      for (const other of view.inColumn(view.near(cell.row, down), { from: cell.from, to: cell.to + 1 })) {
        const labels = labelsOf(other);
        if (
          down > 0 &&
          (labels.some(({ kind }) => kind === 'sign') || (labels.length === 0 && byWord(other.text) !== undefined))
        )
          return undefined;
        // “For the customer: …” begins the next block.
        if (down > 0 && labels.some(({ kind, label }) => kind === 'company' && !ORGANISATION.test(fold(label))))
          return undefined;
        const telling = labels.filter(({ kind }) => kind !== 'sign' && kind !== 'date');
        const values = telling.map(({ value }) => value || valueBeside(other, labelsOf));
        const [party] = values.map((value) => this.#byName(value)).filter((found) => found !== undefined);
        if (party !== undefined) return party;
        const [named] = labels.filter(({ kind }) => kind === 'name').map(({ label }) => this.of(label));
        if (named !== undefined) return named;
      }
    }
    return undefined;
  }

  /**
   * Upwards through the block: labels and short lines, and the sentence that is signed. A heading says whose it is; a line such as
   * “Customer: …” does so where the other side's does not stand beside it, as in the head of a document.
   */
  #above(view: DocumentView, cell: ViewCell, labelsOf: LabelsOf): Side | undefined {
    let named: Side | undefined;
    let strange = 0;
    let rest = '';
    for (let up = 0; up <= MOST_ROWS_UP; up++) {
      for (const { text, labels } of this.#linesAbove(view, cell, up, labelsOf)) {
        // Over the salutation of a letter stand those whom it is for.
        if (isSalutation(text)) return named;
        // A name may go on in the line below.
        const party = this.of(text) ?? (rest === '' ? undefined : this.of(`${text} ${rest}`));
        rest = labels.length === 0 && !isProse(text) ? text : '';
        // “Accepted by Trey Research” is a heading as long as nothing stands behind it.
        if (up > 0 && labels.some(({ kind }) => kind === 'sign'))
          return named ?? (labels.every(({ value }) => value === undefined || value === '') ? party : undefined);
        if (isProse(text)) {
          if (!STATEMENT.test(fold(text))) return named;
          const stating = this.#statedBy(text);
          if (stating !== undefined) return named ?? stating;
          // What the partner has done may be told by the partner, to the one at the head of its letter.
          if (this.of(text) === 'partner' && !OF_ANOTHER.test(fold(text))) return named;
        } else if (party === undefined) {
          if (labels.length === 0 && ++strange > MOST_STRANGE) return named;
        } else if (/[:：]\s*\S/.test(text) && up > 0) {
          if (named !== undefined && named !== party) return undefined;
          named = party;
        } else return named ?? party;
      }
    }
    return named;
  }

  /** Who confirms something: “Trey Research confirms that …”. Who is spoken of is not the one who signs. */
  #statedBy(text: string): Side | undefined {
    const plain = fold(text);
    const at = STATEMENT.exec(plain)?.index ?? 0;
    // “Confirmation by the customer: …”
    const heading = /^[^:]{1,40}(?=:\s)/.exec(text)?.[0];
    return this.of(plain.slice(0, at)) ?? (heading === undefined || heading.length < at ? undefined : this.of(heading));
  }

  /** “Supplier Customer”, set so near that they are read as one, over two columns: the words over this one. */
  #partOf(text: string, cell: ViewCell): string | undefined {
    const words = text.split(/\s+/);
    if (cell.row.cells.length !== 2 || words.length > MOST_JOINED_WORDS || this.of(text) !== undefined)
      return undefined;
    for (let at = 1; at < words.length; at++) {
      const parts = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
      const [left, right] = parts.map((part) => this.of(part));
      if (left !== undefined && right !== undefined && left !== right) return parts[cell.row.cells.indexOf(cell)];
    }
    return undefined;
  }

  /** The cells above a place that may tell whose it is. In its own row these are to its left: “Customer | Signature: …”. */
  #linesAbove(
    view: DocumentView,
    cell: ViewCell,
    up: number,
    labelsOf: LabelsOf,
  ): { readonly text: string; readonly labels: readonly Labelled[] }[] {
    const row = view.near(cell.row, -up);
    const { cells = [] } = row ?? {};
    const texts = cells.filter(({ text }) => text !== '');
    const [only, another] = texts;
    // A heading over both columns stands alone, and begins no further right.
    const heads =
      only !== undefined &&
      another === undefined &&
      only.from <= cell.from &&
      (labelsOf(only).length === 0 ||
        (labelsOf(only).every(({ kind, value }) => kind === 'sign' && (value ?? '') === '') &&
          this.of(only.text) !== undefined));
    const column = heads ? texts : view.inColumn(row, cell);
    const own = up === 0 ? cells.slice(0, cells.indexOf(cell)).toReversed() : column;
    const part = up > 0 && heads ? this.#partOf(only.text, cell) : undefined;
    if (part !== undefined) return [{ text: part, labels: [] }];
    return own
      .filter((other) => up > 0 || labelsOf(other).length === 0)
      .map((other) => {
        const labels = labelsOf(other);
        const value = labels.some(({ kind }) => kind === 'company') ? valueBeside(other, labelsOf) : '';
        return { text: value === '' ? other.text : `${other.text}: ${value}`, labels };
      });
  }
}

/** “Company | Trey Research”, each in a cell of its own. */
function valueBeside(label: ViewCell, labelsOf: LabelsOf): string {
  const next = label.row.cells[label.row.cells.indexOf(label) + 1];
  return next !== undefined && labelsOf(next).length === 0 ? next.text : '';
}

type LabelsOf = (cell: ViewCell) => readonly Labelled[];

const OF_ANOTHER = anyOf([...OWN_WORDS, ...OTHER_COMPANY]);
/** What is confirmed by a signature, as opposed to what else documents tell. */
const STATEMENT = anyOf(STATEMENTS);
const ON_BEHALF =
  /^\W*(?:for and on |on )behalf of\s|^\W*(?:im namen|im auftrag|au nom|en nombre) (?:von|der|des|de|du)\s/u;
/** Short lines in a block that are no labels: an address, a heading. */
const MOST_STRANGE = 3;
const MOST_HEADING_WORDS = 12;
/** Of two headings that are read as one. */
const MOST_JOINED_WORDS = 6;

function isProse(text: string): boolean {
  return text.split(/\s+/).length > MOST_HEADING_WORDS || (endsSentence(text) && text.split(/\s+/).length > 4);
}

function byWord(text: string): Side | undefined {
  const plain = fold(text);
  const isCustomer = CUSTOMER.test(plain) || CUSTOMER_PART.test(plain);
  const isPartner = PARTNER.test(plain);
  if (isCustomer === isPartner) return undefined;
  return isCustomer ? 'customer' : 'partner';
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
