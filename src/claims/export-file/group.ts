/** Rows with the same claim ID become one claim. Pure. */
import { isBlank, type SheetRow } from '../../files/sheet/sheet.ts';
import { claimKey } from '../normalise.ts';
import { type ClaimDraft, type ImportedClaim, importedClaimOf, withRow } from './claim-draft.ts';
import type { Column } from './columns.ts';
import { headerKey } from './fields.ts';
import { type BadRow, type FieldRow, readRow } from './row.ts';

export type { ImportedClaim } from './claim-draft.ts';

export interface Grouped {
  /** Rows that hold anything, bad ones too. */
  readonly rows: number;
  readonly claims: number;
  /** The claims in the order of their first rows, from one index up to another. Made when asked for, since there may be many. */
  importedClaims(from?: number, to?: number): ImportedClaim[];
  /** The first 50. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
}

const BAD_ROWS_KEPT = 50;

/** Takes the rows below a header, one by one. Without a claim ID column it only counts the rows: it groups none and finds none bad. */
export class Grouping {
  readonly #columns: readonly Column[];
  readonly #drafts = new Map<string, ClaimDraft>();
  readonly #claimIdHeader: string | undefined;
  readonly #bad: BadRow[] = [];
  #badCount = 0;
  #rows = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#claimIdHeader = columns.find(({ field }) => field === 'claimId')?.header;
  }

  /** Rows taken so far that hold anything. */
  get rows(): number {
    return this.#rows;
  }

  add(sheetRow: SheetRow): void {
    if (isBlank(sheetRow) || this.#repeatsHeader(sheetRow)) return;
    this.#rows++;
    if (this.#claimIdHeader === undefined) return;
    const read = readRow(sheetRow, this.#columns);
    const bad = 'bad' in read ? read.bad : this.#take(read.row);
    if (bad === undefined) return;
    this.#badCount++;
    if (this.#bad.length < BAD_ROWS_KEPT) this.#bad.push(bad);
  }

  finish(): Grouped {
    const drafts = [...this.#drafts.values()];
    return {
      rows: this.#rows,
      claims: drafts.length,
      importedClaims: (from = 0, to = drafts.length) => drafts.slice(from, to).map(importedClaimOf),
      bad: this.#bad,
      badCount: this.#badCount,
    };
  }

  /** A file put together from several exports holds the header several times. */
  #repeatsHeader({ cells }: SheetRow): boolean {
    return this.#columns.every(({ header }, index) => headerKey(cells[index] ?? '') === headerKey(header));
  }

  #take(row: FieldRow): BadRow | undefined {
    const key = claimKey(row.values.claimId ?? '');
    const result = withRow(this.#drafts.get(key), row);
    if ('problem' in result) return { line: row.line, problem: result.problem };
    this.#drafts.set(key, result.draft);
    return undefined;
  }
}
