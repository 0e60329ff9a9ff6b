/** What one row says, or why it cannot be taken. Pure. */
import { CELL_LENGTH, type SheetRow } from '../../files/sheet/sheet.ts';
import type { Column } from './columns.ts';
import { isKept, type KeptField } from './fields.ts';

/** The cells that are not blank. */
export type FieldValues = { readonly [F in KeptField]?: string };

export interface FieldRow {
  readonly line: number;
  readonly values: FieldValues;
}

/** A row that is left out, and why. */
export interface BadRow {
  readonly line: number;
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
  | { readonly code: 'more-cells-than-header' }
  | { readonly code: 'too-many-workloads'; readonly most: number }
  /** An earlier row of the claim has another value: `line` is where, `value` its beginning. */
  | { readonly code: 'differs'; readonly field: SingleField; readonly line: number; readonly value: string };

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

/** Excel's error values (ECMA-376 part 1, 18.17.3), and the ones that newer versions added. */
const FORMULA_ERROR =
  /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!)$/i;
/** What Excel makes of an ID of many digits: the digits are gone. */
const SHORTENED = /^-?\d(?:[.,]\d+)?E\+?\d{2,}$/i;

export type ReadRow = { readonly row: FieldRow } | { readonly bad: BadRow };

/** The cells of the columns whose values are kept; anything wrong with one of them makes the row bad. */
export function readRow({ line, cells }: SheetRow, columns: readonly Column[]): ReadRow {
  const bad = (problem: RowProblem): ReadRow => ({ bad: { line, problem } });
  const values: { [F in KeptField]?: string } = {};
  for (const [index, { field }] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (field === undefined || !isKept(field) || cell === '') continue;
    if (FORMULA_ERROR.test(cell)) return bad({ code: 'formula-error', field, cell });
    const most = LENGTHS[field] ?? CELL_LENGTH;
    if (cell.length > most) return bad({ code: 'too-long', field, most });
    values[field] = field === 'workload' ? cell : cell.replace(/\s+/g, ' ');
  }
  const { claimId } = values;
  if (claimId === undefined) return bad({ code: 'no-claim-id' });
  if (SHORTENED.test(claimId)) return bad({ code: 'lost-digits', claimId });
  if (cells.slice(columns.length).some((cell) => cell !== '')) return bad({ code: 'more-cells-than-header' });
  return { row: { line, values } };
}
