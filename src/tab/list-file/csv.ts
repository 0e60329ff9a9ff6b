/** A list as .csv that Excel opens by a double click: UTF-8 with its mark, commas, and each cell in quotes. */
import type { ListCell, ListRows } from './list-file.ts';

const MARK = '\uFEFF';
/** Spreadsheets take what begins so for a formula, also after blanks. */
const READS_AS_FORMULA = /^\s*[=+\-@\t\r]/;

export async function csvFile({ columns, rows }: ListRows): Promise<Buffer> {
  const parts = [MARK, line(columns.map(({ title }) => title))];
  for await (const some of rows) parts.push(...some.map(line));
  return Buffer.from(parts.join(''));
}

function line(cells: readonly ListCell[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: ListCell): string {
  if (typeof cell === 'number') return `"${cell}"`;
  if (typeof cell !== 'string') return `"${cell.day}"`;
  const text = READS_AS_FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
