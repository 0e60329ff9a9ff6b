/** Rows out of an .xlsx workbook, as they stream: a sheet is never in memory as a whole. */

import { type Attributes, type XmlHandler, xmlPieces } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { type CellContext, readFormats, readSharedStrings, shownCell } from './cell-values.ts';
import { columnIndex, MergedCells, type MergedRows, readMergedRows } from './merged-cells.ts';
import { type CellAlteration, MAX_COLUMNS, type RowSource, type SheetRow } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** The sheets of a workbook, in their order. */
export async function xlsxSheets(zip: Zip): Promise<RowSource[]> {
  const { sheets, sharedStrings = '', styles = '', date1904 } = await readWorkbook(zip);
  let context: Promise<CellContext> | undefined;
  // The same for all sheets, and read once, when the first row is wanted.
  const read = async (): Promise<CellContext> => ({
    strings: await readSharedStrings(zip.text(sharedStrings)),
    formats: await readFormats(zip.text(styles)),
    date1904,
  });
  return sheets.map(({ name, hidden, part }) => {
    let merged: Promise<MergedRows[]> | undefined;
    return {
      name,
      hidden,
      async *rows(limit = Number.POSITIVE_INFINITY) {
        context ??= read();
        merged ??= readMergedRows(zip.text(part));
        // Both at once: where both are damaged, neither error is left to nobody, which would end the process.
        const [cells, shown] = await Promise.all([merged.then((rows) => new MergedCells(rows)), context]);
        for await (const row of xlsxRows(zip.text(part), shown, limit)) yield cells.fill(row);
      },
    };
  });
}

async function* xlsxRows(pieces: AsyncIterable<string>, context: CellContext, limit: number): AsyncGenerator<SheetRow> {
  const reader = new RowReader(context);
  let count = 0;
  for await (const _ of xmlPieces(pieces, reader)) {
    for (const row of reader.take()) {
      yield row;
      if (++count >= limit) return;
    }
  }
}

/** Gathers rows from the elements `row`, `c`, `v` and `is` (ECMA-376 part 1, 18.3.1). */
class RowReader implements XmlHandler {
  readonly #context: CellContext;
  #rows: SheetRow[] = [];
  #line = 0;
  #hidden = false;
  #cells: string[] = [];
  #altered: Map<number, CellAlteration> | undefined;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inline = '';
  #within: 'row' | 'cell' | undefined;
  #reading: 'value' | 'inline' | undefined;
  #inPhonetic = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The rows that are complete since the last call. */
  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes, parent: string): void {
    if (name === 'c' && parent === 'row') this.#openCell(attributes);
    else if (name === 'v' && parent === 'c') this.#reading = 'value';
    else if (name === 't' && (parent === 'is' || parent === 'r') && !this.#inPhonetic) this.#reading = 'inline';
    else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 'row' && parent === 'sheetData') this.#openRow(attributes);
  }

  text(text: string): void {
    if (this.#reading === 'value') this.#value += text;
    else if (this.#reading === 'inline') this.#inline += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = undefined;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'c' && this.#within === 'cell') this.#closeCell();
    // Controls that float over a sheet have rows of their own.
    else if (name === 'row' && this.#within !== undefined) this.#closeRow();
  }

  /** Rows and cells may come without their address: then they follow the one before. Rows that hold nothing may be absent. */
  #openRow({ r, hidden }: Attributes): void {
    const line = Number(r);
    this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
    this.#hidden = hidden === '1' || hidden === 'true';
    this.#cells = [];
    this.#altered = undefined;
    this.#column = -1;
    this.#within = 'row';
  }

  #closeRow(): void {
    this.#within = undefined;
    this.#rows.push({
      line: this.#line,
      cells: this.#cells,
      ...(this.#altered && { altered: this.#altered }),
      ...(this.#hidden && { hidden: true }),
    });
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#column = columnOf(r ?? '') ?? this.#column + 1;
    this.#type = t ?? '';
    this.#style = Number(s ?? 0);
    this.#value = '';
    this.#inline = '';
    this.#within = 'cell';
  }

  #closeCell(): void {
    this.#within = 'row';
    if (this.#column >= MAX_COLUMNS) return;
    const cell = { type: this.#type, style: this.#style, value: this.#value, inline: this.#inline };
    const { text, altered } = shownCell(cell, this.#context);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    if (altered === undefined) return;
    this.#altered ??= new Map();
    this.#altered.set(this.#column, altered);
  }
}

/** 0 for `A1`, 26 for `AA7` or `aa7`; undefined for what is no address. */
function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(address)?.[0];
  return letters === undefined ? undefined : columnIndex(letters.toUpperCase());
}
