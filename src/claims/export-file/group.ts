/** Rows with the same claim ID become one claim. Pure. */
import { isBlank, type SheetRow } from '../../files/sheet/sheet.ts';
import { claimKey } from '../normalise.ts';
import { type ClaimDraft, type ImportedClaim, importedClaimOf, withRow } from './claim-draft.ts';
import { doubtfulId, type LostId } from './claim-ids.ts';
import type { Column } from './columns.ts';
import { headerKey } from './fields.ts';
import { Plausibility } from './plausible.ts';
import { type BadRow, type FieldRow, placeOf, type RowPlace, type RowProblem, readRow } from './row.ts';

export type { ImportedClaim } from './claim-draft.ts';

/** A claim ID that is taken, and may not be the one that somebody once entered. */
export interface DoubtfulClaimId extends RowPlace {
  readonly claimId: string;
  readonly why: LostId;
}

export interface Grouped {
  /** Rows that hold anything, bad ones too. */
  readonly rows: number;
  readonly claims: number;
  /** The claims in the order of their first rows, from one index up to another. Made when asked for, since there may be many. */
  importedClaims(from?: number, to?: number): ImportedClaim[];
  /** The first 50, in their order. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
  /** Rows that Excel hides, taken or not: all of them, and where the first ones stand. */
  readonly hiddenCount: number;
  readonly hidden: readonly RowPlace[];
  /** The first ones of all. */
  readonly doubts: readonly DoubtfulClaimId[];
  readonly doubtCount: number;
  /** Two names by which a person sees whether the file was read in its own letters: those with more than English ones first. */
  readonly customers: readonly string[];
}

export interface GroupingOptions {
  /** Rows that Excel hides are not taken. */
  readonly withoutHidden?: boolean;
}

const BAD_ROWS_KEPT = 50;
const PLACES_KEPT = 5;
const NAMES_SHOWN = 2;

/** A table that rows stand in: its columns, and its sheet where there are several. */
export interface RowTable {
  readonly columns: readonly Column[];
  readonly sheet?: string | undefined;
}

/** Takes the rows below a header, one by one. Without a claim ID column it only counts the rows: it groups none and finds none bad. */
export class Grouping {
  readonly #withoutHidden: boolean;
  readonly #plausibility = new Plausibility();
  readonly #drafts = new Map<string, ClaimDraft>();
  readonly #bad: BadRow[] = [];
  readonly #hidden: RowPlace[] = [];
  readonly #doubts: DoubtfulClaimId[] = [];
  /** In the order of the file. */
  readonly #sheets: (string | undefined)[] = [];
  readonly #customers = { foreign: new Set<string>(), plain: new Set<string>() };
  #table: RowTable;
  #badCount = 0;
  #hiddenCount = 0;
  #doubtCount = 0;
  #rows = 0;

  constructor(table: RowTable, { withoutHidden = false }: GroupingOptions = {}) {
    this.#table = table;
    this.#withoutHidden = withoutHidden;
    this.begin(table);
  }

  /** Rows taken so far that hold anything. */
  get rows(): number {
    return this.#rows;
  }

  /** The rows that come now stand in another table. */
  begin(table: RowTable): void {
    this.#table = table;
    if (!this.#sheets.includes(table.sheet)) this.#sheets.push(table.sheet);
  }

  add(sheetRow: SheetRow): void {
    if (isBlank(sheetRow) || this.#repeatsHeader(sheetRow)) return;
    this.#rows++;
    const { columns, sheet } = this.#table;
    if (sheetRow.hidden) {
      this.#hiddenCount++;
      if (this.#hidden.length < PLACES_KEPT) this.#hidden.push(placeOf({ line: sheetRow.line, sheet }));
      if (this.#withoutHidden) return;
    }
    if (!columns.some(({ field }) => field === 'claimId')) return;
    const read = readRow(sheetRow, columns, sheet);
    if ('bad' in read) this.#leaveOut(read.bad, read.bad.problem);
    else if (this.#plausibility.passes(read.row, columns)) this.#take(read.row);
  }

  /** To be called once, when all rows have been added. */
  finish(): Grouped {
    const { taken, bad } = this.#plausibility.judge();
    for (const row of taken) this.#take(row);
    for (const { row, problem } of bad) this.#leaveOut(row, problem);
    const drafts = [...this.#drafts.values()];
    return {
      rows: this.#rows,
      claims: drafts.length,
      importedClaims: (from = 0, to = drafts.length) => drafts.slice(from, to).map(importedClaimOf),
      bad: this.#bad.toSorted((a, b) => this.#order(a) - this.#order(b) || a.line - b.line).slice(0, BAD_ROWS_KEPT),
      badCount: this.#badCount,
      hiddenCount: this.#hiddenCount,
      hidden: this.#hidden,
      doubts: this.#doubts,
      doubtCount: this.#doubtCount,
      customers: [...this.#customers.foreign, ...this.#customers.plain].slice(0, NAMES_SHOWN),
    };
  }

  #order({ sheet }: RowPlace): number {
    return this.#sheets.indexOf(sheet);
  }

  /** A file put together from several exports holds the header several times. */
  #repeatsHeader({ cells }: SheetRow): boolean {
    return this.#table.columns.every(({ header }, index) => {
      const cell = cells[index] ?? '';
      return cell === header || headerKey(cell) === headerKey(header);
    });
  }

  #leaveOut(place: RowPlace, problem: RowProblem): void {
    this.#badCount++;
    // Those that are judged last may stand before others.
    if (this.#bad.length < 2 * BAD_ROWS_KEPT) this.#bad.push({ ...placeOf(place), problem });
  }

  #take(row: FieldRow): void {
    const { claimId = '', customerName = '' } = row.values;
    const key = claimKey(claimId);
    const result = withRow(this.#drafts.get(key), row);
    if ('problem' in result) {
      this.#leaveOut(row, result.problem);
      return;
    }
    this.#drafts.set(key, result.draft);
    const names = /\P{ASCII}/u.test(customerName) ? this.#customers.foreign : this.#customers.plain;
    if (customerName !== '' && names.size < NAMES_SHOWN) names.add(customerName);
    const why = doubtfulId(claimId);
    if (why === undefined) return;
    this.#doubtCount++;
    if (this.#doubts.length < PLACES_KEPT) this.#doubts.push({ ...placeOf(row), claimId, why });
  }
}
