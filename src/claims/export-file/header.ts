/** Where the header stands, and which sheet (or delimiter) to read. */

import { isBlank, type RowSource, type SheetRow } from '../../files/sheet/sheet.ts';
import { type Column, type ColumnMapping, isExport, recogniseColumns } from './columns.ts';

export interface Header {
  readonly line: number;
  readonly columns: readonly Column[];
}

/** Exports often have a title or blank rows above the header. */
export const HEAD_ROWS = 20;

/** The row that names most columns; without any, the first that looks like a header. Undefined when all are blank. */
export function findHeader(rows: readonly SheetRow[], mapping?: ColumnMapping): Header | undefined {
  const candidates = rows.filter((row) => !isBlank(row)).map((row) => headerFrom(row, mapping));
  const best = candidates.toSorted((a, b) => fieldCount(b) - fieldCount(a) || a.line - b.line)[0];
  if (best === undefined || fieldCount(best) > 0) return best;
  return candidates.find(({ columns }) => columns.length > 1) ?? best;
}

function headerFrom(row: SheetRow, mapping: ColumnMapping | undefined): Header {
  // Blank cells at the right end belong to no column.
  const width = row.cells.findLastIndex((cell) => cell !== '') + 1;
  const headers = row.cells.slice(0, width).map((cell) => cell.replace(/\s+/g, ' '));
  return { line: row.line, columns: recogniseColumns(headers, mapping) };
}

/** How many fields a header names. */
export function fieldCount(header: Header): number {
  return header.columns.filter(({ field }) => field !== undefined).length;
}

/** The first sheet with an export's header; else the one that names most fields, then the widest, then the first. */
export async function chooseSheet(
  sheets: readonly RowSource[],
  mapping?: ColumnMapping,
): Promise<{ readonly sheet: RowSource; readonly header: Header } | undefined> {
  const found: { sheet: RowSource; header: Header }[] = [];
  let failure: unknown;
  for (const sheet of sheets) {
    const head = await headOf(sheet);
    failure ??= head.failure;
    const header = findHeader(head.rows, mapping);
    if (header === undefined) continue;
    if (isExport(header.columns)) return { sheet, header };
    found.push({ sheet, header });
  }
  if (found.length === 0 && failure !== undefined) throw failure;
  return found.toSorted(
    (a, b) => fieldCount(b.header) - fieldCount(a.header) || b.header.columns.length - a.header.columns.length,
  )[0];
}

/** An error here does not fail the file: other sheets, or the same text read by another delimiter, may be fine. */
async function headOf(sheet: RowSource): Promise<{ rows: SheetRow[]; failure?: unknown }> {
  const rows: SheetRow[] = [];
  try {
    for await (const row of sheet.rows(HEAD_ROWS)) rows.push(row);
    return { rows };
  } catch (failure) {
    return { rows, failure };
  }
}
