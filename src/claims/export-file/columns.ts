/** Which column holds what. Pure. */
import { type Field, fieldOf, isField, isKept } from './fields.ts';

export type { Field } from './fields.ts';

export interface Column {
  /** As it stands in the file; blank for a column without one. */
  readonly header: string;
  readonly field?: Field;
  /** The field that this column names, though another column names it better. This one is left out until somebody maps it. */
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
  const matches = headers.map((header, index) => ({ header, index, match: matchOf(header, mapping) }));
  const winners = new Map<Field, number>();
  for (const { index, match } of matches.toSorted((a, b) => rank(a.match) - rank(b.match) || a.index - b.index)) {
    if (typeof match === 'object' && !winners.has(match.field)) winners.set(match.field, index);
  }
  return matches.map(({ header, index, match }) => {
    if (match === undefined) return { header };
    if (match === 'ignore') return { header, ignored: true };
    return winners.get(match.field) === index ? { header, field: match.field } : { header, rival: match.field };
  });
}

/** What a header says of its column; undefined when it says nothing that is known. */
type ColumnMatch = { readonly field: Field; readonly rank: number } | 'ignore' | undefined;

function matchOf(header: string, mapping: ColumnMapping): ColumnMatch {
  const mapped: unknown = mapping.get(header);
  if (mapped === 'ignore') return 'ignore';
  return isField(mapped) ? { field: mapped, rank: -1 } : fieldOf(header);
}

function rank(match: ColumnMatch): number {
  return typeof match === 'object' ? match.rank : Number.POSITIVE_INFINITY;
}

export function hasField(columns: readonly Pick<Column, 'field'>[], field: Field): boolean {
  return columns.some((column) => column.field === field);
}

/** Whether a spreadsheet with these columns is an export: it has a claim ID column and at least two more that are known. */
export function isExport(columns: readonly Pick<Column, 'field'>[]): boolean {
  return hasField(columns, 'claimId') && columns.filter(({ field }) => field !== undefined).length >= 3;
}

/**
 * Whether a spreadsheet that is none may be meant as an export: it has a claim ID column and one more, or several that exports have. Then a
 * person is asked which column holds what.
 */
export function mayBeExport(columns: readonly Pick<Column, 'field'>[]): boolean {
  const known = columns.filter(({ field }) => field !== undefined && isKept(field)).length;
  return hasField(columns, 'claimId') ? known >= 2 : known >= 3;
}

/** The columns that nobody recognised or left out: those to ask about. Columns without a header are not asked about. */
export function columnsToMap<C extends Column>(columns: readonly C[]): C[] {
  return columns.filter(({ header, field, ignored }) => header !== '' && field === undefined && !ignored);
}

/** Without these fields, claims are imported but do not count in the campaign, or people cannot tell them apart. */
const WANTED: readonly Field[] = ['claimId', 'claimName', 'customerName', 'program', 'workload', 'status'];

/** The wanted fields that no column holds. */
export function missingFields(columns: readonly Pick<Column, 'field'>[]): Field[] {
  return WANTED.filter((field) => !hasField(columns, field));
}
