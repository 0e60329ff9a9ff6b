/** Turns a file into claims, in one go and in the process that calls it: `read-export.ts` has a child process do it. */
import { UserError } from '../../errors.ts';
import type { TextEncoding } from '../../files/decode-text.ts';
import { openSheets } from '../../files/sheet/open-sheets.ts';
import type { SheetRow } from '../../files/sheet/sheet.ts';
import { type Column, type ColumnMapping, hasField, isExport } from './columns.ts';
import { fieldOf } from './fields.ts';
import { type Grouped, Grouping } from './group.ts';
import { chooseTables, fieldCount, headerFrom, type Table } from './header.ts';
import { UnionColumns } from './union-columns.ts';

export interface ExportSummary extends Omit<Grouped, 'importedClaims'> {
  readonly format: 'csv' | 'xlsx';
  /** In the order of the file, each with an example; of several sheets those of all. */
  readonly columns: readonly Column[];
  /** Of a text: in which encoding it was read. */
  readonly encoding?: TextEncoding;
  /** Names of the sheets that were read, where a workbook has several that hold something. */
  readonly sheets: readonly string[];
  /** Names of the sheets that hold something else. */
  readonly otherSheets: readonly string[];
}

export interface ReadFileOptions {
  readonly mapping: ColumnMapping;
  readonly maxRows: number;
  /** What a person said that a text is. */
  readonly encoding?: TextEncoding | undefined;
  /** Rows that Excel hides are left out. */
  readonly withoutHidden?: boolean | undefined;
}

export interface ReadClaims {
  readonly summary: ExportSummary;
  readonly importedClaims: Grouped['importedClaims'];
}

/** @throws UserError with what to do about the file; an error of the file system as it is */
export function readFile(path: string, options: ReadFileOptions): Promise<ReadClaims> {
  return refusing(() => read(path, options));
}

/** The columns of a file's header, read as far as that only. @throws as `readFile` */
export function readColumns(path: string): Promise<readonly Column[]> {
  return refusing(async () => {
    const { sheets, format } = await openSheets(path, { headOnly: true });
    const chosen = await chooseTables(sheets, { ways: format === 'csv' });
    if (chosen === undefined) throw new UserError('sheet.empty');
    return chosen.tables[0].header.columns;
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

async function read(path: string, { mapping, maxRows, encoding, withoutHidden }: ReadFileOptions): Promise<ReadClaims> {
  const opened = await openSheets(path, { encoding });
  const chosen = await chooseTables(opened.sheets, { mapping, ways: opened.format === 'csv' });
  if (chosen === undefined) throw new UserError('sheet.empty');
  const { tables, others } = chosen;
  if (fieldCount(tables[0].header) === 0) throw new UserError('sheet.no-header');
  const reader = new TableReader(mapping, maxRows, withoutHidden ?? false);
  for (const table of tables) await reader.read(table, tables.length > 1);
  const { columns, grouped } = reader.finish();
  if (grouped.rows === 0) throw new UserError('sheet.only-header');
  const { importedClaims, ...found } = grouped;
  const several = opened.format === 'xlsx' && tables.length + others.length > 1;
  const summary: ExportSummary = {
    ...found,
    format: opened.format,
    columns,
    ...(opened.encoding !== undefined && { encoding: opened.encoding }),
    sheets: several ? tables.map(({ sheet }) => sheet.name ?? '') : [],
    otherSheets: others,
  };
  return { summary, importedClaims };
}

/** Reads tables one after the other, as one. */
class TableReader {
  readonly #mapping: ColumnMapping;
  readonly #maxRows: number;
  readonly #withoutHidden: boolean;
  readonly #union = new UnionColumns();
  #grouping: Grouping | undefined;

  constructor(mapping: ColumnMapping, maxRows: number, withoutHidden: boolean) {
    this.#mapping = mapping;
    this.#maxRows = maxRows;
    this.#withoutHidden = withoutHidden;
  }

  /** @param named whether its rows are told by the name of their sheet, too */
  async read({ sheet, header }: Table, named: boolean): Promise<void> {
    const name = named ? sheet.name : undefined;
    let grouping = this.#begin(header.columns, name);
    let { columns } = header;
    for await (const row of sheet.rows()) {
      if (row.line <= header.line) continue;
      const another = this.#anotherHeader(row, columns);
      if (another !== undefined) {
        columns = another;
        grouping = this.#begin(columns, name);
        continue;
      }
      grouping.add(row);
      if (grouping.rows > this.#maxRows) throw new UserError('sheet.too-many-rows', { maxRows: this.#maxRows });
      this.#union.see(row.cells);
    }
  }

  finish(): { readonly columns: Column[]; readonly grouped: Grouped } {
    const grouping = this.#grouping ?? new Grouping({ columns: [] });
    return { columns: this.#union.columns(), grouped: grouping.finish() };
  }

  #begin(columns: readonly Column[], sheet: string | undefined): Grouping {
    this.#union.begin(columns);
    const table = { columns, sheet };
    this.#grouping ??= new Grouping(table, { withoutHidden: this.#withoutHidden });
    this.#grouping.begin(table);
    return this.#grouping;
  }

  /** A file put together from several exports: below a header of other columns, cells stand elsewhere. */
  #anotherHeader(row: SheetRow, columns: readonly Column[]): readonly Column[] | undefined {
    const cell = row.cells[columns.findIndex(({ field }) => field === 'claimId')] ?? '';
    if (cell === '' || /\d/.test(cell) || fieldOf(cell) === undefined) return undefined;
    const header = headerFrom(row, this.#mapping);
    const same =
      header.columns.length === columns.length && header.columns.every(({ field }, i) => field === columns[i]?.field);
    return same || !isExport(header.columns) || !hasField(columns, 'claimId') ? undefined : header.columns;
  }
}
