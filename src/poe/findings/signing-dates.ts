/** The dates that belong to a place to sign. Pure. */
import { type DateFound, dateAcross, datesIn } from '../../documents/dates.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import type { LabelledView } from './labelled-view.ts';
import { isDoneAt, isPlaceAndDay } from './place-and-day.ts';
import { blockOf, endsBlock, type PlaceOfDate } from './signing-block.ts';
import type { Slot } from './slot.ts';
import { COPY_WORDS, OTHER_DAYS, SIGNING_WORDS } from './tuning.ts';
import type { ViewCell } from './view.ts';

/**
 * The dates that belong to a place, the nearest first: where it is signed, behind a label in its block, or standing alone there. Undefined
 * where neither a date nor a place for one is.
 */
export function datesBeside(place: PlaceOfDate, labelled: LabelledView): DateFound[] | undefined {
  const { cell, slot } = place;
  const own = datesIn(signedText(place, labelled), cell.row.scan);
  if (own.length > 0) return own;
  const goesOn = slot === undefined ? dateGoingOn(cell, labelled) : undefined;
  if (goesOn !== undefined) return [goesOn];
  const block = blockOf(place, labelled);
  const behind = nearestLabelled(block, cell, labelled).flatMap((other) => labelledDates(other, slot, labelled));
  if (behind.length > 0) return behind.filter((each) => each !== undefined);
  const rows = slot?.rows ?? [];
  // “Signature of the customer | Signature of the supplier”: place and day may stand over each.
  const isOwn = (other: ViewCell): boolean =>
    rows.includes(other.row) || (labelled.sideOf(cell) !== undefined && isPlaceAndDay(other));
  const beside = rows.length > 0 ? block.filter(isOwn) : block;
  // One place and day for both sides says nothing of an empty place.
  const isForAll = ({ row, from }: ViewCell): boolean =>
    row.cells.length === 1 &&
    cell.row.cells.length > 1 &&
    (from < cell.from - SAME_COLUMN || cell === cell.row.cells[0]);
  const isOfPlace = (other: ViewCell): boolean =>
    isNote(other) && !isForDate(other, labelled) && !(place.content?.kind === 'empty' && isForAll(other));
  const notes = beside.filter(isOfPlace).flatMap((other) => datesIn(other.text, other.row.scan));
  if (notes.length > 0) return notes;
  // What stands further off says nothing about an empty place.
  return place.content?.kind === 'empty'
    ? undefined
    : (datesOver(place, labelled) ?? datesAround(place, labelled) ?? datesOverleaf(place, labelled));
}

/** The one day that stands around a place, in whatever column. */
function datesAround(place: PlaceOfDate, labelled: LabelledView): DateFound[] | undefined {
  // “Signature: … Date: …” of another, over this place.
  const isOthers = (other: ViewCell): boolean =>
    other.row.index < place.cell.row.index &&
    isForDate(other, labelled) &&
    firstOfColumn(place.cell, labelled) === 'place';
  const cells = labelled.regionOf(place).flatMap((row) => row.cells.filter((other) => !isOthers(other)));
  const found = cells.flatMap((other) => {
    const behind = labelledDates(other, place.slot, labelled).filter((each) => each !== undefined);
    return behind.length > 0 || !isNote(other) ? behind : datesIn(other.text, other.row.scan);
  });
  const days = new Set(found.map((each) => each.days.join()));
  return days.size === 1 ? found.slice(0, 1) : undefined;
}

/** Rows of a block that end its page, and of the next page, a running head among them. */
const ROWS_TO_EDGE = 5;

/** Where a block goes on overleaf: the dates in its column at the head of the next page. */
function datesOverleaf({ cell, slot }: PlaceOfDate, labelled: LabelledView): DateFound[] | undefined {
  const { view } = labelled;
  if (view.near(cell.row, ROWS_TO_EDGE) !== undefined) return undefined;
  const next = view.rows.filter(({ page }) => page === cell.row.page + 1).slice(0, ROWS_TO_EDGE);
  for (const row of next) {
    const cells = view.inColumn(row, cell);
    if (cells.some((other) => labelled.isPlace(other) || endsBlock(other))) return undefined;
    const dates = cells.flatMap((other) => labelledDates(other, slot, labelled));
    if (dates.length > 0) return dates.filter((each) => each !== undefined);
  }
  return undefined;
}

const OTHER_DAY = anyOf(OTHER_DAYS);
const SIGNING = anyOf(SIGNING_WORDS);
const COPIES = anyOf(COPY_WORDS);
/** Words of “in two copies, one for each party”. */
const MOST_COPIES = 12;
const ROWS_TO_SENTENCE = 4;
/** “… on 2 June 2020.”, “… this 2nd day of June 2020 by:” */
const ENDS = /^\s*(?:by|durch|von|par|por)?\W?\s*$/u;

/** “In witness of which they sign at Lyon, on 2 June 2020.”: the sentence over the places of both sides. */
function datesOver({ cell, slot }: PlaceOfDate, { view, isPlace }: LabelledView): DateFound[] | undefined {
  const first = [cell, ...(slot?.cells ?? [])].reduce((top, other) =>
    other.row.index < top.row.index ? other : top,
  ).row;
  for (let up = 1; up <= ROWS_TO_SENTENCE; up++) {
    const [only, another] = view.near(first, -up)?.cells ?? [];
    if (only === undefined || another !== undefined) continue;
    // Over another's place alone it is that one's.
    const isOthers = cell.row.cells.some((other) => other !== cell && isPlace(other) && overlap(other, only));
    if (isOthers && !overlap(cell, only)) continue;
    const dates = datesIn(only.text, only.row.scan);
    const [date] = dates;
    const behind = date === undefined ? '' : only.text.slice(date.at + date.words.length);
    const isLast = ENDS.test(behind) || (behind.split(/\s+/).length <= MOST_COPIES && COPIES.test(fold(behind)));
    if (dates.length === 1 && isLast && (SIGNING.test(fold(only.text)) || (up === 1 && isDoneAt(only.text))))
      return dates;
  }
  return undefined;
}

function overlap(one: ViewCell, other: ViewCell): boolean {
  return one.from < other.to && other.from < one.to;
}

/** On any scale: lines of one cell begin that near. */
const SAME_COLUMN = 3;

/** The day that ends in the line beneath. */
function dateGoingOn(cell: ViewCell, { view, labelsOf }: LabelledView): DateFound | undefined {
  const next = (view.near(cell.row, 1)?.cells ?? []).find(({ from }) => Math.abs(from - cell.from) <= SAME_COLUMN);
  return next === undefined || labelsOf(next).length > 0 ? undefined : dateAcross(cell.text, next.text, cell.row.scan);
}

function signedText({ cell, slot }: PlaceOfDate, labelled: LabelledView): string {
  const parts = labelled.labelsOf(cell).flatMap(({ kind, label, value }) => {
    if (label === '' || value === undefined) return [cell.text];
    return kind === 'sign' || kind === 'date' ? [value ?? ''] : [];
  });
  return [...parts, ...(slot?.cells ?? []).map(({ text }) => text)].join(' ; ');
}

/**
 * Cells with labels for a date: those of the place's own row, else those beneath it or over it. One over the other, days stand over all places
 * or beneath all of them, and the first label of the column tells which.
 */
function nearestLabelled(block: readonly ViewCell[], place: ViewCell, labelled: LabelledView): ViewCell[] {
  const all = block.filter((other) => isForDate(other, labelled));
  const own = all.filter((other) => other.row === place.row);
  if (own.length > 0) return own;
  const beneath = all.filter((other) => other.row.index > place.row.index);
  const above = all.filter((other) => other.row.index < place.row.index);
  const first = firstOfColumn(place, labelled);
  const isFollowed = beneath.some((other) => isPlaceBeneath(other, labelled));
  if (beneath.length > 0 && !(first === 'date' && isFollowed && above.length > 0)) return beneath;
  return first === 'place' ? [] : above;
}

function isForDate(cell: ViewCell, { labelsOf }: LabelledView): boolean {
  return labelsOf(cell).some(({ kind }) => kind === 'date');
}

/** Rows from one label of a block to the next one. */
const LABELS_REACH = 3;

function isPlaceBeneath(cell: ViewCell, { view, isPlace }: LabelledView): boolean {
  return Array.from({ length: LABELS_REACH }, (_, down) => view.near(cell.row, down + 1)).some((row) =>
    view.inColumn(row, cell).some(isPlace),
  );
}

/** The first label over a place, in a column of places and days that stand near each other. */
function firstOfColumn(place: ViewCell, labelled: LabelledView): 'date' | 'place' | undefined {
  let first: 'date' | 'place' | undefined;
  let last = place;
  for (let up = 1; up <= LABELS_REACH; up++) {
    const cells = labelled.view.inColumn(labelled.view.near(last.row, -up), place);
    const found = cells.find((other) => isForDate(other, labelled) || labelled.isPlace(other));
    if (found === undefined) continue;
    first = isForDate(found, labelled) ? 'date' : 'place';
    [last, up] = [found, 0];
  }
  return first;
}

const RULED = /_{3,}|\.{4,}|(?:\.\s?){4,}/;

/** Behind each label for a date: its date, or undefined where the place for it is empty. */
function labelledDates(cell: ViewCell, signed: Slot | undefined, labelled: LabelledView): (DateFound | undefined)[] {
  if (OTHER_DAY.test(fold(cell.text))) return [];
  return labelled
    .labelsOf(cell)
    .filter(({ kind }) => kind === 'date')
    .map(({ value }) => {
      const inside = value === undefined ? [] : datesIn(value, cell.row.scan);
      if (inside.length > 0) return inside[0];
      if (value !== undefined && isUnread(value, cell)) return unread({ mark: cell.mark, text: value });
      if (value !== undefined && value.replace(/[\s_.]/g, '') !== '') return dateGoingOn(cell, labelled);
      // “Date: ________” has its place in the cell, so that what stands beneath is none of it.
      if (value !== undefined && RULED.test(value)) return undefined;
      const slots = labelled.values.slotsOf(cell);
      const [only] = slots;
      // Under the head of a side also the only day is that side's.
      const isTold = slots.length > 1 || (only?.side !== undefined && signed !== undefined && only.rows.length === 0);
      const slot = isTold ? slots.find((each) => isOfSame(each, signed)) : only;
      const cells = (slot?.cells ?? []).filter(({ text }) => !OTHER_DAY.test(fold(text)));
      const [whole] = cells.flatMap((other) => datesIn(other.text, cell.row.scan));
      const written = cells.find((other) => isUnread(other.text, other));
      return (
        whole ??
        cells.map((other) => dateGoingOn(other, labelled)).find((each) => each !== undefined) ??
        (written && unread(written))
      );
    });
}

/** One that cannot be made out. */
function unread({ mark, text }: Pick<ViewCell, 'mark' | 'text'>): DateFound {
  return { at: 0, words: mark?.kind === 'ink' ? '' : text, days: [] };
}

/** Written by hand where a date belongs, and not made out: there is one, whichever it is. */
function isUnread(text: string, { row, mark }: ViewCell): boolean {
  return row.scan && (mark?.kind === 'ink' || FIGURES.test(text));
}

const FIGURES = /\d\D*\d/;

/** Whether somebody set a day: one that was read, handwriting in its place, or figures that look like “4.6.20”. */
export function tellsDay({ words, days }: DateFound): boolean {
  const figures = words.replace(/\D/g, '').length;
  const isFigures = !/\p{L}/u.test(words) && /\d\s*[./-]\s*\d/.test(words);
  return days.length > 0 || words === '' || (isFigures && figures >= FEWEST_FIGURES && figures <= MOST_FIGURES);
}

const FEWEST_FIGURES = 4;
const MOST_FIGURES = 8;

/** Whether two places are the same signer's: in the same row of a table, or in the columns of the same party. */
function isOfSame(slot: Slot, signed: Slot | undefined): boolean {
  const [first] = slot.rows;
  return first === undefined ? slot.side === signed?.side : signed?.rows[0] === first;
}

/** Hardly more than the date: “Berlin, 12.06.2020”, “Jane Doe (May 4, 2020 15:22 EDT)”, or what is agreed and then the date. */
function isNote({ text, row }: ViewCell): boolean {
  const dates = datesIn(text, row.scan);
  const last = dates.at(-1);
  if (last === undefined || OTHER_DAY.test(fold(text))) return false;
  const beside = dates.reduce((rest, { words }) => rest.replace(words, ' '), text).replace(TIME, ' ');
  const count = (beside.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const ends = text.slice(last.at + last.words.length).trim().length <= 1;
  return count <= (ends ? MOST_AGREED_WORDS : MOST_NOTE_WORDS);
}

const TIME = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d+)?)?/giu;
const MOST_NOTE_WORDS = 4;
const MOST_AGREED_WORDS = 7;
