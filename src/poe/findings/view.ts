/** A document as the rules look at it: rows of cells that know their neighbours, and running text. Pure. */
import type { Mark, ReadDocument } from '../../documents/document.ts';
import { fold } from '../../documents/fold.ts';
import { withWholeNames } from './wrapped-names.ts';

export interface ViewCell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly mark?: Mark | undefined;
  readonly row: Row;
}

export interface Row {
  readonly page: number;
  /** Read from a picture: letters may be wrong. */
  readonly scan: boolean;
  readonly cells: ViewCell[];
  /** Its place in the document. */
  readonly index: number;
}

/** Text that runs on over lines, with the page that it stands on. Cells are parted by a tab, lines by a line break. */
export interface Passage {
  readonly text: string;
  readonly page: number;
  readonly scan: boolean;
}

export class DocumentView {
  readonly rows: readonly Row[];
  readonly passages: readonly Passage[];
  /** Of each page the first and the last row. */
  readonly #extents = new Map<number, { readonly first: number; readonly last: number }>();
  #foldedPages: readonly string[] | undefined;

  constructor({ pages }: ReadDocument) {
    const rows: Row[] = [];
    for (const { number, origin, lines } of pages) {
      for (const line of withWholeNames(lines)) {
        const row: Row = { page: number, scan: origin === 'scan', cells: [], index: rows.length };
        row.cells.push(...line.map((segment) => ({ ...segment, row })));
        rows.push(row);
      }
    }
    this.rows = rows;
    for (const { page, index } of rows)
      this.#extents.set(page, { first: this.#extents.get(page)?.first ?? index, last: index });
    this.passages = passagesOf(rows);
  }

  /** The row so many further down; none beyond the page. */
  near(row: Row, distance: number): Row | undefined {
    const other = this.rows[row.index + distance];
    return other?.page === row.page ? other : undefined;
  }

  /** The text of each page, folded, once it is asked for. */
  get foldedPages(): readonly string[] {
    this.#foldedPages ??= pagesOf(this.rows).map(({ text }) => fold(text));
    return this.#foldedPages;
  }

  /** Whether a row is in the upper part of the first page, where letters have their heads, or among the running heads of another page. */
  isOfHead({ index, page }: Row): boolean {
    const { first, last } = this.#extents.get(page) ?? { first: index, last: index };
    const count = last - first + 1;
    return index - first < (page === 1 && count >= LEAST_PAGE ? HEAD_SHARE * count : HEAD_ROWS);
  }

  /**
   * The cells of a row that stand above or below this one; where none or several do and both rows have as many cells, the one of its place
   * among them, since columns of plain text are seldom exact.
   */
  inColumn(row: Row | undefined, cell: { readonly from: number; readonly to: number; readonly row?: Row }): ViewCell[] {
    const cells = row?.cells ?? [];
    const found = cells.filter((other) => other.from < cell.to && cell.from < other.to);
    const own = cell.row?.cells ?? [];
    if (found.length === 1 || own.length < 2 || own.length !== cells.length) return found;
    if (found.length > 1) return cells.slice(own.indexOf(cell as ViewCell)).slice(0, 1);
    return cells
      .slice(own.indexOf(cell as ViewCell))
      .slice(0, 1)
      .filter((other) => gapBetween(other, cell) <= NEAR_COLUMN);
  }
}

/** On any scale: what is further apart stands in another column. */
const NEAR_COLUMN = 50;

/** Of the rows of a first page that has enough of them. */
const HEAD_SHARE = 0.4;
const LEAST_PAGE = 12;
const HEAD_ROWS = 1;

interface Extent {
  readonly from: number;
  readonly to: number;
}

function gapBetween(a: Extent, b: Extent): number {
  return Math.max(a.from, b.from) - Math.min(a.to, b.to);
}

function pagesOf(rows: readonly Row[]): Passage[] {
  const pages = [...Map.groupBy(rows, ({ page, scan }) => `${page} ${scan}`).values()];
  return pages.map((group) => passage(group, group.map(rowText).join('\n')));
}

function passagesOf(rows: readonly Row[]): Passage[] {
  // Words that go on below in their own column.
  const columns = rows.flatMap((row, index) => {
    const next = rows[index + 1];
    if (next?.page !== row.page || row.cells.length + next.cells.length < 3) return [];
    return row.cells.flatMap((cell) =>
      next.cells
        .filter((other) => other.from < cell.to && cell.from < other.to)
        .map((other) => passage([row], `${cell.text}\n${other.text}`)),
    );
  });
  return [...pagesOf(rows), ...columns];
}

function passage([row]: readonly Row[], text: string): Passage {
  return { text: rejoined(text), page: row?.page ?? 1, scan: row?.scan ?? false };
}

export function rowText({ cells }: Row): string {
  return cells.map(({ text }) => text).join('\t');
}

/** A word that was parted at the end of a line. */
function rejoined(text: string): string {
  return text.replace(/(\p{Ll})[-‐]\n(\p{Ll})/gu, '$1$2');
}
