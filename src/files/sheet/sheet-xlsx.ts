/** Rows out of an .xlsx workbook, as they stream: a sheet is never in memory as a whole. */

import { type Attributes, type XmlHandler, xmlPieces } from '../xml.ts';
import type { Zip } from '../zip.ts';
import { type CellContext, cellText, readDateStyles, readSharedStrings } from './cell-values.ts';
import { MAX_COLUMNS, type RowSource, type SheetRow } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** The sheets of a workbook, visible ones first. */
export async function xlsxSheets(zip: Zip): Promise<RowSource[]> {
  const { sheets, sharedStrings, styles, date1904 } = await readWorkbook(zip);
  let context: Promise<CellContext> | undefined;
  // The same for all sheets, and read once, when the first row is wanted.
  const read = async (): Promise<CellContext> => ({
    strings: await readSharedStrings(zip.text(sharedStrings)),
    dateStyles: await readDateStyles(zip.text(styles)),
    date1904,
  });
  const rowsOf = async function* (part: string, limit = Number.POSITIVE_INFINITY): AsyncGenerator<SheetRow> {
    context ??= read();
    yield* xlsxRows(zip.text(part), await context, limit);
  };
  return sheets
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden))
    .map(({ part }) => ({ rows: (limit) => rowsOf(part, limit) }));
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
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #inValue = false;
  #inReading = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The rows that are complete since the last call. */
  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 't') this.#inValue = this.#type === 'inlineStr' && !this.#inReading;
    else if (name === 'rPh') this.#inReading = true;
    else if (name === 'row') this.#openRow(attributes);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false;
    else if (name === 'rPh') this.#inReading = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells });
  }

  /** Rows and cells may come without their address: then they follow the one before. Rows that hold nothing may be absent. */
  #openRow({ r }: Attributes): void {
    const line = Number(r);
    this.#line = Number.isSafeInteger(line) && line > 0 ? line : this.#line + 1;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#column = columnOf(r ?? '') ?? this.#column + 1;
    this.#type = t ?? '';
    this.#style = Number(s ?? 0);
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#column >= MAX_COLUMNS) return;
    const text = cellText(this.#type, this.#style, this.#value, this.#context);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }
}

/** 0 for `A1`, 26 for `AA7`; undefined for what is no address. */
function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
