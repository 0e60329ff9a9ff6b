/** Cells that are merged over several rows hold for all of these. ECMA-376 part 1, 18.3.1.54 (mergeCell). */
import { readXml } from '../xml.ts';
import { type CellAlteration, MAX_COLUMNS, type SheetRow } from './sheet.ts';

/** Rows from 1, both included; the column from 0. Columns to its right belong to one row only. */
export interface MergedRows {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/;

/** The cells of a sheet that are merged downwards, by their first row. @param pieces the sheet's XML; its rows are passed over */
export async function readMergedRows(pieces: AsyncIterable<string>): Promise<MergedRows[]> {
  const merged: MergedRows[] = [];
  await readXml(withoutRows(pieces), {
    open: (name, { ref }, parent) => {
      const range = name === 'mergeCell' && parent === 'mergeCells' ? RANGE.exec(ref?.toUpperCase() ?? '') : undefined;
      if (!range) return;
      const [, letters = '', first, last] = range;
      const found = { first: Number(first), last: Number(last), column: columnIndex(letters) };
      if (found.last > found.first && found.column < MAX_COLUMNS) merged.push(found);
    },
  });
  return merged.sort((a, b) => a.first - b.first);
}

/** 0 for `A`, 26 for `AA`. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const ROWS_BEGIN = /<(?:[\w.-]+:)?sheetData(?:\s[^<>]*)?>/;
const ROWS_END = /<\/(?:[\w.-]+:)?sheetData\s*>/;
/** Characters; as many as either of the two may have. */
const LONGEST_TAG = 200;

/** Merges stand behind the rows, which are nearly all of the XML: what lies between is cut out without being parsed. */
async function* withoutRows(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let state: 'before' | 'within' | 'behind' = 'before';
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (state === 'before') {
      const begin = ROWS_BEGIN.exec(text);
      // Without rows, and before them, there is little.
      if (begin === null || begin[0].endsWith('/>')) continue;
      yield text.slice(0, begin.index + begin[0].length);
      text = text.slice(begin.index + begin[0].length);
      state = 'within';
    }
    if (state === 'within') {
      const end = ROWS_END.exec(text);
      text = text.slice(end === null ? -LONGEST_TAG : end.index);
      if (end !== null) state = 'behind';
    }
    if (state === 'behind') {
      yield text;
      text = '';
    }
  }
  if (state !== 'within') yield text;
  else throw new Error('the rows of a sheet do not end');
}

/** Fills the rows of a sheet, which come one by one from the top. */
export class MergedCells {
  readonly #waiting: readonly MergedRows[];
  #next = 0;
  /** One for each column: its value, and the last row that it holds for. */
  readonly #open = new Map<
    number,
    { readonly last: number; readonly text: string; readonly altered?: CellAlteration }
  >();

  constructor(merged: readonly MergedRows[]) {
    this.#waiting = merged;
  }

  /** The row, with what holds for it from above. */
  fill(row: SheetRow): SheetRow {
    if (this.#open.size === 0 && (this.#waiting[this.#next]?.first ?? Number.POSITIVE_INFINITY) > row.line) return row;
    const filled = this.#filled(row);
    for (; ; this.#next++) {
      const merge = this.#waiting[this.#next];
      if (merge === undefined || merge.first > row.line) return filled;
      const text = filled.cells[merge.column] ?? '';
      if (merge.first < row.line || text === '') continue;
      const altered = filled.altered?.get(merge.column);
      this.#open.set(merge.column, { last: merge.last, text, ...(altered && { altered }) });
    }
  }

  #filled(row: SheetRow): SheetRow {
    const cells = [...row.cells];
    const altered = new Map(row.altered);
    for (const [column, { last, text, altered: how }] of this.#open) {
      if (row.line > last) this.#open.delete(column);
      else if ((cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('');
        cells[column] = text;
        if (how !== undefined) altered.set(column, how);
      }
    }
    return { ...row, cells, ...(altered.size > 0 && { altered }) };
  }
}
