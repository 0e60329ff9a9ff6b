/** What one row says, or why it cannot be taken. Pure. */
import { CELL_LENGTH, type CellAlteration, type SheetRow } from '../../files/sheet/sheet.ts';
import { plainSpelling } from '../../format/plain-spelling.ts';
import { type LostId, lostId } from './claim-ids.ts';
import type { Column } from './columns.ts';
import { isKept, type KeptField } from './fields.ts';

/** The cells that are not blank. */
export type FieldValues = { readonly [F in KeptField]?: string };

export interface FieldRow extends RowPlace {
  readonly values: FieldValues;
  /** Excel hides it. */
  readonly hidden?: true;
}

/** Where a row stands. */
export interface RowPlace {
  readonly line: number;
  /** The sheet's name, where several sheets of a file are read. */
  readonly sheet?: string;
}

export function placeOf({ line, sheet }: { readonly line: number; readonly sheet?: string | undefined }): RowPlace {
  return { line, ...(sheet !== undefined && { sheet }) };
}

/** A row that is left out, and why. */
export interface BadRow extends RowPlace {
  readonly problem: RowProblem;
}

/** Plain data, and short: it crosses processes and is kept in the record of an import. */
export type RowProblem =
  | { readonly code: 'no-claim-id' }
  /** The cell shows one of Excel's error values. */
  | { readonly code: 'formula-error'; readonly field: KeptField; readonly cell: string }
  /** `most`: characters. */
  | { readonly code: 'too-long'; readonly field: KeptField; readonly most: number }
  /** The claim ID is a number that Excel shortened. */
  | { readonly code: 'lost-digits'; readonly claimId: string }
  /** The claim ID is a date that Excel made of it. */
  | { readonly code: 'date-id'; readonly claimId: string }
  | { readonly code: 'more-cells-than-header' }
  | { readonly code: 'stray-quotes' }
  /** What stands in the column of claim IDs is none: a total, a remark, the end of a report. */
  | { readonly code: 'no-claim'; readonly claimId: string }
  /** The cells fit the columns beside them better than their own: `value` is the beginning of one of them. */
  | { readonly code: 'shifted'; readonly field: KeptField; readonly value: string }
  | { readonly code: 'too-many-workloads'; readonly most: number }
  /** An earlier row of the claim has another value: `line` is where, `value` its beginning. */
  | ({ readonly code: 'differs'; readonly field: SingleField; readonly value: string } & RowPlace);

/** Has one value per claim. An owner is one, whether their name or their address differs. */
export type SingleField = 'customerName' | 'customerTenantId' | 'claimName' | 'program' | 'status' | 'owner';

const CLAIM_ID_LENGTH = 100;
const NAME_LENGTH = 200;
const LENGTHS: { readonly [F in KeptField]?: number } = {
  claimId: CLAIM_ID_LENGTH,
  program: NAME_LENGTH,
  status: NAME_LENGTH,
  mpnId: NAME_LENGTH,
  subscriptionId: NAME_LENGTH,
  ownerName: NAME_LENGTH,
  ownerUpn: NAME_LENGTH,
};
/** IDs and addresses: what programs put around them is no part of them. */
const PLAIN = new Set<KeptField>([
  'claimId',
  'customerDomain',
  'customerTenantId',
  'mpnId',
  'subscriptionId',
  'ownerUpn',
]);

const NAMES = new Set<KeptField>(['claimName', 'customerName', 'ownerName']);

/** Characters of a value that are kept where it is only to be recognised. */
const VALUE_LENGTH = 60;

/** The beginning of a value. */
export function beginningOf(value: string): string {
  return value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH).toWellFormed()}…` : value;
}

/** Excel's error values (ECMA-376 part 1, 18.17.3), and the ones that newer versions added. */
const FORMULA_ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!)$/i;

/** A mark that belongs to no other. @param mayMeasure behind a digit it stands for inches */
function hasStrayQuote(value: string, mayMeasure: boolean): boolean {
  if (!value.includes('"')) return false;
  const isUneven = (text: string): boolean => text.split('"').length % 2 === 0;
  return value.split('\n').some((line) => isUneven(line) && !(mayMeasure && !isUneven(line.replace(/(?<=\d)"/g, ''))));
}

/** What has happened to an ID, by what the spreadsheet holds in place of it. */
const LOST: Readonly<Record<string, LostId>> = { rounded: 'digits', date: 'date' } satisfies Record<
  CellAlteration,
  LostId
>;

export type ReadRow = { readonly row: FieldRow } | { readonly bad: BadRow };

/** The cells of the columns whose values are kept; anything wrong with one of them makes the row bad. @param sheet as in `RowPlace` */
export function readRow(sheetRow: SheetRow, columns: readonly Column[], sheet?: string): ReadRow {
  const { line, cells, altered, hidden, misread } = sheetRow;
  const place = placeOf({ line, sheet });
  const bad = (problem: RowProblem): ReadRow => ({ bad: { ...place, problem } });
  if (misread === 'quotes') return bad({ code: 'stray-quotes' });
  const values: { [F in KeptField]?: string } = {};
  for (const [index, { field }] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (field === undefined || !isKept(field) || cell === '') continue;
    if (FORMULA_ERROR.test(cell)) return bad({ code: 'formula-error', field, cell });
    const most = LENGTHS[field] ?? CELL_LENGTH;
    if (cell.length > most) return bad({ code: 'too-long', field, most });
    const value = PLAIN.has(field) ? plainSpelling(cell) : field === 'workload' ? cell : cell.replace(/\s+/g, ' ');
    if (value === '') continue;
    // Within a claim's ID there is none: two cells have been drawn together. Owners may be `"Jane Doe" <jane@contoso.example>`.
    const isStray =
      field === 'claimId' ? value.includes('"') : hasStrayQuote(field === 'workload' ? cell : value, NAMES.has(field));
    if (isStray) return bad({ code: 'stray-quotes' });
    values[field] = value;
    if (field !== 'claimId') continue;
    const lost = LOST[altered?.get(index) ?? ''] ?? lostId(value);
    if (lost !== undefined)
      return bad({ code: lost === 'date' ? 'date-id' : 'lost-digits', claimId: beginningOf(value) });
  }
  if (values.claimId === undefined) return bad({ code: 'no-claim-id' });
  const more = cells.slice(columns.length);
  if (more.some((cell) => cell !== '') || (misread === 'cells' && more.length > 0))
    return bad({ code: 'more-cells-than-header' });
  return { row: { ...place, values, ...(hidden && { hidden }) } };
}
