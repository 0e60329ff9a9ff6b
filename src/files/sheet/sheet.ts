/** A spreadsheet as rows of clean texts, whatever file it came from. */
import { visibleText } from '../../format/plain-signs.ts';

export interface SheetRow {
  /** The line that a person sees in Excel or in an editor, from 1; where the row starts, if it spans several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells whose text is not what somebody once entered, by their index. */
  readonly altered?: ReadonlyMap<number, CellAlteration>;
  /** Excel does not show it: a filter or a person hid it. */
  readonly hidden?: true;
  /** Its cells may stand in the wrong columns: its quotation marks fit no way of reading it, or it has more cells than all others. */
  readonly misread?: 'quotes' | 'cells';
}

/** `date`: the spreadsheet holds a date. `rounded`: it holds a number of more digits than it can keep. */
export type CellAlteration = 'date' | 'rounded';

/** One way to read rows from a file: a sheet of a workbook, or a text by one delimiter. */
export interface RowSource {
  /** Of a sheet of a workbook. */
  readonly name?: string;
  readonly hidden?: boolean;
  /** From the top, each time anew. `limit`: stop after so many rows. @throws UserError, or what the reader throws */
  rows(limit?: number): AsyncIterable<SheetRow>;
}

/** Characters. Longer cells are cut to one more than this, so that the rules see that they were too long. */
export const CELL_LENGTH = 2_000;
/** More columns than any export has; what stands further right is not read. */
export const MAX_COLUMNS = 500;

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** Line breaks stay, since they separate workloads. Any other blank becomes a space; what nobody sees is removed. */
export function cleanCell(text: string): string {
  const cut = text.length > CELL_LENGTH ? text.slice(0, CELL_LENGTH + 1) : text;
  if (cut === '' || PLAIN.test(cut)) return cut;
  return visibleText(cut.toWellFormed())
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .trim();
}

export function isBlank(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === '');
}
