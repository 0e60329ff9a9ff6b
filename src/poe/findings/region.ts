/** The rows around the only place to sign of a part of a page: what stands there belongs to it, whatever its column. Pure. */
import type { Slot } from './slot.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

/** Rows beneath a place. */
const ROWS_DOWN = 3;
const MOST_WORDS = 12;

interface Told {
  isPlace(cell: ViewCell): boolean;
  isOfPartner(cell: ViewCell): boolean;
  isPart(cell: ViewCell): boolean;
}

/**
 * From what was written in a place down past its label, up to prose and to the partner's part. Forms set columns unevenly, so that one block has
 * its captions in several rows. None where another place to sign stands there too: then columns alone tell.
 */
export function regionOf(
  place: { readonly cell: ViewCell; readonly slot?: Slot | undefined },
  view: DocumentView,
  told: Told,
): Row[] {
  const { cell, slot } = place;
  const own = [cell.row, ...(slot?.cells ?? []).map(({ row }) => row)];
  const first = own.reduce((top, row) => (row.index < top.index ? row : top));
  // What was written may stand a little higher than its line beside it, and “Name: … Date: …” over “Signature:”.
  const above = view.near(first, -1);
  const isHigher = slot?.direction === 'above' || above?.cells.every((other) => told.isPart(other)) === true;
  const start = isHigher ? (above ?? first) : first;
  const found: Row[] = [];
  for (let index = start.index; index <= cell.row.index + ROWS_DOWN; index++) {
    const row = view.rows[index];
    if (row === undefined || row.page !== cell.row.page) break;
    const others = row.cells.filter((other) => other !== cell && slot?.cells.includes(other) !== true);
    const isEnd = others.some((other) => told.isPlace(other) || told.isOfPartner(other) || isProse(other));
    if (isEnd && index > cell.row.index) break;
    if (isEnd && index >= first.index) return [];
    if (!isEnd) found.push(row);
  }
  return found;
}

function isProse({ text }: ViewCell): boolean {
  return text.split(/\s+/).length > MOST_WORDS;
}
