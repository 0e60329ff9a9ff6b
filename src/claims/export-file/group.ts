/** Rows of one claim ID become one association. Pure. */

import { isBlank, type SheetRow } from '../../files/sheet/sheet.ts';
import { claimKey } from '../normalise.ts';
import { associationOf, type Claim, type ImportedAssociation, withRow } from './claim-draft.ts';
import type { Column } from './columns.ts';
import { headerKey } from './fields.ts';
import { type BadRow, type FieldRow, readRow } from './row.ts';

export type { ImportedAssociation } from './claim-draft.ts';

export interface Grouped {
  /** Rows that hold anything, bad ones too. */
  readonly rows: number;
  readonly claims: number;
  /** In the order of their first rows; made when asked for, there may be many. */
  associations(from?: number, to?: number): ImportedAssociation[];
  /** The first 50. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
}

const BAD_ROWS_KEPT = 50;

/** Takes the rows below a header, one by one. Without a claim ID column nothing is grouped and no row is bad: rows are only counted. */
export class Grouping {
  readonly #columns: readonly Column[];
  readonly #claims = new Map<string, Claim>();
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
    const claims = [...this.#claims.values()];
    return {
      rows: this.#rows,
      claims: claims.length,
      associations: (from = 0, to = claims.length) => claims.slice(from, to).map(associationOf),
      bad: this.#bad,
      badCount: this.#badCount,
    };
  }

  /** Files put together from several exports carry the header again. */
  #repeatsHeader({ cells }: SheetRow): boolean {
    return this.#columns.every(({ header }, index) => headerKey(cells[index] ?? '') === headerKey(header));
  }

  #take(row: FieldRow): BadRow | undefined {
    const key = claimKey(row.values.claimId ?? '');
    const result = withRow(this.#claims.get(key), row);
    if ('reason' in result) return { line: row.line, reason: result.reason };
    this.#claims.set(key, result.claim);
    return undefined;
  }
}
