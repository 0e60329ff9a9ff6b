/** The day at the head of a letter, which is that of the signature at its end. Pure. */
import { type DateFound, datesIn } from '../../documents/dates.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import type { Parties } from './party.ts';
import { isSalutation } from './salutation.ts';
import { REGARDS } from './tuning.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

/** Rows of a letter, and of its head. */
const MOST_ROWS = 80;
const HEAD_ROWS = 15;
/** “Date: 2 June 2020”, “Lyon, le 2 juin 2020”. */
const MOST_WORDS = 6;

/** Rows from the close of a letter to what is signed. */
const CLOSE_ROWS = 3;
const CLOSE = anyOf(REGARDS);
const MOST_CLOSING_WORDS = 8;
const MOST_HEAD_WORDS = 12;

/** Whether a letter's close stands over a row. */
export function isBeneathClose(view: DocumentView, end: Row): boolean {
  return Array.from({ length: CLOSE_ROWS }, (_, up) => view.near(end, -up - 1)).some((row) => {
    const text = row === undefined ? '' : rowText(row);
    return text.split(/\s+/).length <= MOST_CLOSING_WORDS && CLOSE.test(fold(text));
  });
}

/** Whether a row is signed beneath the close of the customer's letter: its head names the customer first, and then whom it is for, the partner. */
export function isLetterOfCustomer(view: DocumentView, end: Row, parties: Parties): boolean {
  if (!isBeneathClose(view, end)) return false;
  const page = view.rows.filter((row) => row.page === end.page && row.index < end.index);
  const body = page.findIndex((row) => rowText(row).split(/\s+/).length > MOST_HEAD_WORDS);
  const sides = page
    .slice(0, Math.min(HEAD_ROWS, Math.max(0, body)))
    .map((row) => parties.of(rowText(row)))
    .filter((side) => side !== undefined);
  return sides[0] === 'customer' && sides.at(-1) === 'partner';
}

/** Of the customer's letter that a row ends; none where it is the partner's letter, or no letter. */
export function letterDates(view: DocumentView, end: Row, parties: Parties): DateFound[] {
  const above = view.rows.slice(Math.max(0, end.index - MOST_ROWS), end.index);
  const salutation = above.findLast((row) => isSalutation(rowText(row)));
  // Where nobody is greeted, the close tells that it is one, and its first lines are the head.
  if (salutation === undefined && !isLetterOfCustomer(view, end, parties)) return [];
  const body = above.find((row) => row.page === end.page && rowText(row).split(/\s+/).length > MOST_HEAD_WORDS);
  const first = salutation ?? body;
  if (first === undefined) return [];
  const head = Array.from({ length: HEAD_ROWS }, (_, up) => view.near(first, -up - 1))
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
