/** The day at the head of a letter, which is that of the signature at its end. Pure. */
import { type DateFound, datesIn } from './dates.ts';
import type { Parties } from './party.ts';
import { isSalutation } from './salutation.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

/** Rows of a letter, and of its head. */
const MOST_ROWS = 80;
const HEAD_ROWS = 15;
/** “Date: 2 June 2020”, “Lyon, le 2 juin 2020”. */
const MOST_WORDS = 6;

/** Of the customer's letter that a row ends; none where it is the partner's letter, or no letter. */
export function letterDates(view: DocumentView, end: Row, parties: Parties): DateFound[] {
  const above = view.rows.slice(Math.max(0, end.index - MOST_ROWS), end.index);
  const salutation = above.findLast((row) => isSalutation(rowText(row)));
  if (salutation === undefined) return [];
  const head = Array.from({ length: HEAD_ROWS }, (_, up) => view.near(salutation, -up - 1))
    .filter((row) => row !== undefined)
    .toReversed();
  const sender = head.map((row) => parties.of(rowText(row))).find((side) => side !== undefined);
  if (sender !== 'customer') return [];
  const days = head
    .flatMap(({ cells }) => cells)
    .filter(({ text }) => text.split(/\s+/).length <= MOST_WORDS)
    .flatMap(({ text, row }) => datesIn(text, row.scan));
  return days.length === 1 ? days : [];
}
