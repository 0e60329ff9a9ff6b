/** Which column holds what. Pure. */
import { type Field, fieldOf, isField } from './fields.ts';

export { FIELD_TITLES, type Field } from './fields.ts';

export interface Column {
  /** As it stands in the file; blank for a column without one. */
  readonly header: string;
  readonly field?: Field;
  /** The field that this column names too, but another column names it better: this one is left out until somebody maps it. */
  readonly rival?: Field;
  /** A person said to leave it out. */
  readonly ignored?: true;
  /** The first value that is not blank, cut short; there once the file has been read to its end. */
  readonly example?: string;
}

/** What a person chose for a header: a field, or to leave the column out. Anything else counts as not chosen. */
export type ColumnMapping = ReadonlyMap<string, Field | 'ignore'>;

/** A person's mapping comes first; then the best synonym wins a field (the first column among equals). One entry per header, in order. */
export function recogniseColumns(headers: readonly string[], mapping: ColumnMapping = new Map()): Column[] {
  const claims = headers.map((header, index) => ({ header, index, claim: claimOf(header, mapping) }));
  const winners = new Map<Field, number>();
  for (const { index, claim } of claims.toSorted((a, b) => rank(a.claim) - rank(b.claim) || a.index - b.index)) {
    if (typeof claim === 'object' && !winners.has(claim.field)) winners.set(claim.field, index);
  }
  return claims.map(({ header, index, claim }) => {
    if (claim === undefined) return { header };
    if (claim === 'ignore') return { header, ignored: true };
    return winners.get(claim.field) === index ? { header, field: claim.field } : { header, rival: claim.field };
  });
}

type Claim = { readonly field: Field; readonly rank: number } | 'ignore' | undefined;

function claimOf(header: string, mapping: ColumnMapping): Claim {
  const mapped: unknown = mapping.get(header);
  if (mapped === 'ignore') return 'ignore';
  return isField(mapped) ? { field: mapped, rank: -1 } : fieldOf(header);
}

function rank(claim: Claim): number {
  return typeof claim === 'object' ? claim.rank : Number.POSITIVE_INFINITY;
}

export function hasField(columns: readonly Pick<Column, 'field'>[], field: Field): boolean {
  return columns.some((column) => column.field === field);
}

/** DESIGN 8: a spreadsheet with a claim ID column and two more known ones is an export. */
export function isExport(columns: readonly Pick<Column, 'field'>[]): boolean {
  return hasField(columns, 'claimId') && columns.filter(({ field }) => field !== undefined).length >= 3;
}

/** The columns that nobody recognised or left out: those to ask about. Columns without a header are not asked about. */
export function columnsToMap<C extends Column>(columns: readonly C[]): C[] {
  return columns.filter(({ header, field, ignored }) => header !== '' && field === undefined && !ignored);
}

/** Fields without which claims come in but do not count in the campaign, or cannot be told apart by people. */
const WANTED: readonly Field[] = ['claimId', 'claimName', 'customerName', 'program', 'workload', 'status'];

/** Those of the wanted fields that no column holds. */
export function missingFields(columns: readonly Pick<Column, 'field'>[]): Field[] {
  return WANTED.filter((field) => !hasField(columns, field));
}
