/** Turns a file into claims, in one go and in the process that calls it: `read-export.ts` has a child process do it. */
import { UserError } from '../../errors.ts';
import { openSheets } from '../../files/sheet/open-sheets.ts';
import type { RowSource } from '../../files/sheet/sheet.ts';
import type { Column, ColumnMapping } from './columns.ts';
import { type Grouped, Grouping } from './group.ts';
import { chooseSheet, fieldCount, type Header } from './header.ts';
import type { BadRow } from './row.ts';

export interface ExportSummary {
  readonly format: 'csv' | 'xlsx';
  /** Rows below the header that hold anything, bad ones too. */
  readonly rows: number;
  readonly claims: number;
  /** In the order of the file, each with an example. */
  readonly columns: readonly Column[];
  /** The first 50, in the order of the file. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
}

export interface ReadFileOptions {
  readonly mapping: ColumnMapping;
  readonly maxRows: number;
}

/** @throws UserError with what to do about the file; an error of the file system as it is */
export function readFile(
  path: string,
  options: ReadFileOptions,
): Promise<{ readonly summary: ExportSummary; readonly importedClaims: Grouped['importedClaims'] }> {
  return refusing(() => read(path, options));
}

/** The columns of a file's header, read as far as that only. @throws as `readFile` */
export function readColumns(path: string): Promise<readonly Column[]> {
  return refusing(async () => {
    const { sheets } = await openSheets(path, true);
    return (await chooseSheet(sheets))?.header.columns ?? [];
  });
}

/** Readers throw what they like on hostile bytes; only our own refusals are for people. */
async function refusing<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof UserError || (error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError('sheet.damaged', undefined, { cause: error });
  }
}

async function read(
  path: string,
  { mapping, maxRows }: ReadFileOptions,
): Promise<{ readonly summary: ExportSummary; readonly importedClaims: Grouped['importedClaims'] }> {
  const { format, sheets } = await openSheets(path);
  const chosen = await chooseSheet(sheets, mapping);
  if (chosen === undefined) throw new UserError('sheet.empty');
  if (fieldCount(chosen.header) === 0) throw new UserError('sheet.no-header');
  const { columns, grouping } = await readRows(chosen.sheet, chosen.header, maxRows);
  const { importedClaims, rows, claims, bad, badCount } = grouping.finish();
  if (rows === 0) throw new UserError('sheet.only-header');
  return { summary: { format, rows, claims, columns, bad, badCount }, importedClaims };
}

const EXAMPLE_LENGTH = 60;

async function readRows(
  sheet: RowSource,
  header: Header,
  maxRows: number,
): Promise<{ columns: Column[]; grouping: Grouping }> {
  const grouping = new Grouping(header.columns);
  const examples = header.columns.map(() => '');
  const wanting = new Set(examples.keys());
  for await (const row of sheet.rows()) {
    if (row.line <= header.line) continue;
    grouping.add(row);
    if (grouping.rows > maxRows) throw new UserError('sheet.too-many-rows', { maxRows });
    for (const column of wanting) {
      const cell = row.cells[column] ?? '';
      if (cell === '') continue;
      examples[column] = cell.replace(/\s+/g, ' ').slice(0, EXAMPLE_LENGTH).toWellFormed();
      wanting.delete(column);
    }
  }
  return { columns: header.columns.map((column, index) => ({ ...column, example: examples[index] ?? '' })), grouping };
}
