/** What one row says, or why it cannot be taken. Pure. */

import { CELL_LENGTH, type SheetRow } from '../../files/sheet/sheet.ts';
import type { Column } from './columns.ts';
import { FIELDS, type Field } from './fields.ts';

/** The cells that are not blank. */
export type FieldValues = { readonly [F in Field]?: string };

export interface FieldRow {
  readonly line: number;
  readonly values: FieldValues;
}

/** A row that is left out. `reason` is a short remark to show after its line number. */
export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

const CLAIM_ID_LENGTH = 100;
const NAME_LENGTH = 200;
const LENGTHS: { readonly [F in Field]?: number } = {
  claimId: CLAIM_ID_LENGTH,
  program: NAME_LENGTH,
  status: NAME_LENGTH,
  mpnId: NAME_LENGTH,
  subscriptionId: NAME_LENGTH,
  ownerName: NAME_LENGTH,
  ownerUpn: NAME_LENGTH,
};

/** Excel's error values (ECMA-376 part 1, 18.17.3), and the ones that newer versions added. */
const FORMULA_ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!)$/i;
/** What Excel makes of an ID of many digits: the digits are gone. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d{2,}$/i;

export type ReadRow = { readonly row: FieldRow } | { readonly bad: BadRow };

/** The cells of the columns whose values are kept; anything wrong with one of them makes the row bad. */
export function readRow({ line, cells }: SheetRow, columns: readonly Column[]): ReadRow {
  const bad = (reason: string): ReadRow => ({ bad: { line, reason } });
  const values: { [F in Field]?: string } = {};
  for (const [index, { field }] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (field === undefined || FIELDS[field].unused || cell === '') continue;
    if (FORMULA_ERROR.test(cell)) return bad(`${fieldLabel(field)} is a formula error (${cell})`);
    const most = LENGTHS[field] ?? CELL_LENGTH;
    if (cell.length > most)
      return bad(`${fieldLabel(field)} is longer than ${most.toLocaleString('en-US')} characters`);
    values[field] = field === 'workload' ? cell : cell.replace(/\s+/g, ' ');
  }
  const { claimId } = values;
  if (claimId === undefined) return bad('no claim ID');
  if (SHORTENED.test(claimId)) return bad(`claim ID has lost digits in Excel (${claimId})`);
  if (cells.slice(columns.length).some((cell) => cell !== '')) return bad('more cells than the header has');
  return { row: { line, values } };
}

/** A field within a sentence: "claim ID", "customer". */
export function fieldLabel(field: Field): string {
  const { title } = FIELDS[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
