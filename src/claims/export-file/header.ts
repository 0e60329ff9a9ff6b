/** Where the headers stand, and which sheets (or delimiter) to read. */

import { isBlank, type RowSource, type SheetRow } from '../../files/sheet/sheet.ts';
import { type Column, type ColumnMapping, isExport, recogniseColumns } from './columns.ts';

export interface Header {
  readonly line: number;
  readonly columns: readonly Column[];
}

/** Reports have titles, filters and remarks above the header. */
export const HEAD_ROWS = 200;

/**
 * The first row that is an export's header: rows below it may be headers of more tables. Without one, the row that names most columns; without
 * any, the first that looks like a header. Undefined when all are blank.
 */
export function findHeader(rows: readonly SheetRow[], mapping?: ColumnMapping): Header | undefined {
  const candidates = rows.filter((row) => !isBlank(row)).map((row) => headerFrom(row, mapping));
  const first = candidates.find(({ columns }) => isExport(columns));
  if (first !== undefined) return first;
  const best = candidates.toSorted((a, b) => fieldCount(b) - fieldCount(a) || a.line - b.line)[0];
  if (best === undefined || fieldCount(best) > 0) return best;
  return candidates.find(({ columns }) => columns.length > 1) ?? best;
}

export function headerFrom(row: SheetRow, mapping: ColumnMapping | undefined): Header {
  // Blank cells at the right end belong to no column.
  const width = row.cells.findLastIndex((cell) => cell !== '') + 1;
  const headers = row.cells.slice(0, width).map((cell) => cell.replace(/\s+/g, ' '));
  return { line: row.line, columns: recogniseColumns(headers, mapping) };
}

/** How many fields a header names. */
export function fieldCount(header: Header): number {
  return header.columns.filter(({ field }) => field !== undefined).length;
}

/** A sheet to read, from its header on. */
export interface Table {
  readonly sheet: RowSource;
  readonly header: Header;
}

export interface ChosenTables {
  /** At least one; the first holds most. */
  readonly tables: readonly [Table, ...Table[]];
  /** Names of the sheets that hold something and are not read. */
  readonly others: readonly string[];
}

/**
 * The sheets with an export's header; hidden ones only where no other has one. Where none has, that which names most fields, then the
 * widest, then the first.
 * @param ways the sheets are ways to read one text, of which one is right
 */
export async function chooseTables(
  sheets: readonly RowSource[],
  { mapping, ways = false }: { readonly mapping?: ColumnMapping | undefined; readonly ways?: boolean } = {},
): Promise<ChosenTables | undefined> {
  const found: Table[] = [];
  const broken: string[] = [];
  let failure: unknown;
  for (const sheet of sheets) {
    const head = await headOf(sheet);
    failure ??= head.failure;
    const header = findHeader(head.rows, mapping);
    if (header === undefined) {
      if (head.failure !== undefined) broken.push(sheet.name ?? '');
      continue;
    }
    found.push({ sheet, header });
    if (ways && isExport(header.columns)) break;
  }
  if (found.length === 0 && failure !== undefined) throw failure;
  const exports = found.filter(({ header }) => isExport(header.columns));
  const shown = exports.filter(({ sheet }) => !sheet.hidden);
  const [first, ...more] = shown.length > 0 ? shown : exports.length > 0 ? exports : mostLikely(found);
  if (first === undefined) return undefined;
  const tables = ways ? ([first] as const) : ([first, ...more] as const);
  const read = new Set(tables.map(({ sheet }) => sheet));
  const others = [...found.filter(({ sheet }) => !read.has(sheet)).map(({ sheet }) => sheet.name ?? ''), ...broken];
  return { tables, others: ways ? [] : others };
}

function mostLikely(found: readonly Table[]): Table[] {
  return found
    .toSorted(
      (a, b) =>
        fieldCount(b.header) - fieldCount(a.header) ||
        Number(a.sheet.hidden ?? false) - Number(b.sheet.hidden ?? false) ||
        b.header.columns.length - a.header.columns.length,
    )
    .slice(0, 1);
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
