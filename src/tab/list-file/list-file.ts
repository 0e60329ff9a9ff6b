/** A list as a file to take along: a head and rows, written a few rows at a time. What the bot calls an export is Partner Center's. */
import { setImmediate as nextTick } from 'node:timers/promises';

/** A text, a number, or a day (`YYYY-MM-DD`) that a spreadsheet reckons with. */
export type ListCell = string | number | { readonly day: string };

export interface ListColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
}

export interface ListRows {
  readonly columns: readonly ListColumn[];
  /** A cell for each column. Some at a time: others get their turns in between. */
  readonly rows: AsyncIterable<readonly (readonly ListCell[])[]>;
}

/** How a list is declared: its columns in their order, by names that have their titles elsewhere, where the words are. */
export type ListColumns<Row, Name extends string> = Readonly<
  Record<Name, { readonly width: number; readonly cell: (row: Row) => ListCell }>
>;

/** What is to be said of a list beside its data. */
export interface ListWords<Name extends string> {
  /** The name of the sheet. */
  readonly sheet: string;
  /** Without its ending. @param day `YYYY-MM-DD` */
  readonly fileName: (day: string) => string;
  readonly columns: Readonly<Record<Name, string>>;
}

/** @param rows some at a time */
export function listOf<Row, Name extends string>(
  columns: ListColumns<Row, Name>,
  { columns: titles }: Pick<ListWords<Name>, 'columns'>,
  rows: AsyncIterable<readonly Row[]>,
): ListRows {
  const names = Object.keys(columns) as Name[];
  return {
    columns: names.map((name) => ({ title: titles[name], width: columns[name].width })),
    rows: cellsOf(rows, (row) => names.map((name) => columns[name].cell(row))),
  };
}

async function* cellsOf<Row>(rows: AsyncIterable<readonly Row[]>, cells: (row: Row) => readonly ListCell[]) {
  for await (const some of rows) {
    yield some.map(cells);
    await nextTick();
  }
}

const ROWS_AT_ONCE = 500;

/** A long list, a window of it at a time. What moves meanwhile is not listed twice. */
export async function* inWindows<Row extends { readonly _id: string }>(
  window: (from: number, count: number) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
): AsyncGenerator<readonly Row[]> {
  const listed = new Set<string>();
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const { rows, total } = await window(from, ROWS_AT_ONCE);
    const others = rows.filter(({ _id }) => !listed.has(_id));
    for (const { _id } of others) listed.add(_id);
    yield others;
    if (from + ROWS_AT_ONCE >= total || rows.length === 0) return;
  }
}

/** A list that is there as a whole. */
export async function* atOnce<Row>(rows: Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await rows;
}
