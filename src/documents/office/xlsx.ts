/** Reads a workbook: a page a sheet, hidden ones left out. */
import { xlsxSheets } from '../../files/sheet/sheet-xlsx.ts';
import { COLUMN_WIDTH, type DocumentPage, type Line, type ReadDocument } from '../document.ts';
import { tidy } from '../layout.ts';
import { OfficePackage } from './package.ts';

/** Of one sheet; what is behind them is no proof of anything. */
const MAX_ROWS = 5_000;
/** Columns that a sheet's scale has; those further right share the last place. */
const COLUMNS = 26;

export async function readXlsx(bytes: Buffer): Promise<ReadDocument> {
  const office = await OfficePackage.open(bytes);
  const sheets = await xlsxSheets(office.zip);
  const pages: DocumentPage[] = [];
  for (const { rows, hidden } of sheets) {
    if (hidden) continue;
    const lines: Line[] = [];
    for await (const { cells } of rows(MAX_ROWS)) lines.push(...rowOf(cells));
    pages.push({ number: pages.length + 1, origin: 'text', lines });
  }
  return { pages, gaps: [] };
}

function rowOf(cells: readonly string[]): Line[] {
  const width = COLUMN_WIDTH / COLUMNS;
  const columns = cells.map((cell, index) => ({
    texts: cell.split('\n').map(tidy),
    from: Math.min(index, COLUMNS - 1) * width,
    to: Math.min(index + 1, COLUMNS) * width - 1,
  }));
  const count = Math.max(0, ...columns.map(({ texts }) => texts.length));
  return Array.from({ length: count }, (_, line) =>
    columns.flatMap(({ texts, from, to }) => (texts[line] ? [{ text: texts[line], from, to }] : [])),
  ).filter((line) => line.length > 0);
}
