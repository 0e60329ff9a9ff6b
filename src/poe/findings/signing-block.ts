/** What belongs to a place to sign: the date, and the printed name, beside, beneath or above it. Pure. */
import { type DateFound, datesIn } from './dates.ts';
import { anyOf, fold } from './fold.ts';
import type { Places } from './places.ts';
import { isPersonName } from './signer.ts';
import type { SigningPlace } from './signing-place.ts';
import { SIGNING_WORDS } from './tuning.ts';
import { nameBeneath } from './unlabelled.ts';
import type { Slot } from './values.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

/** Rows of a block beneath, and above, its place to sign. */
const ROWS_DOWN = 7;
const ROWS_UP = 3;

/**
 * The dates that belong to a place, the nearest first: where it is signed, behind a label in its block, or standing alone there. Undefined
 * where neither a date nor a place for one is.
 */
export function datesBeside(place: PlaceOfDate, view: DocumentView, places: Places): DateFound[] | undefined {
  const { cell, slot } = place;
  const own = datesIn(signedText(place, places), cell.row.scan);
  if (own.length > 0) return own;
  const block = blockOf(place, view, places);
  const labelled = nearestLabelled(block, cell, places).flatMap((other) => labelledDates(other, slot, places));
  if (labelled.length > 0) return labelled.filter((each) => each !== undefined);
  const rows = slot?.rows ?? [];
  const beside = rows.length > 0 ? block.filter((other) => rows.includes(other.row)) : block;
  const notes = beside.filter((other) => isNote(other)).flatMap((other) => datesIn(other.text, other.row.scan));
  if (notes.length > 0) return notes;
  // What stands further off says nothing about an empty place.
  return place.content?.kind === 'empty' ? undefined : (datesAround(place, places) ?? datesOver(place, view));
}

/** The one day that stands around a place, in whatever column. */
function datesAround(place: PlaceOfDate, places: Places): DateFound[] | undefined {
  const cells = places.regionOf(place).flatMap((row) => row.cells);
  const found = cells.flatMap((other) => {
    const labelled = labelledDates(other, place.slot, places).filter((each) => each !== undefined);
    return labelled.length > 0 || !isNote(other) ? labelled : datesIn(other.text, other.row.scan);
  });
  const days = new Set(found.map((each) => each.days.join()));
  return days.size === 1 ? found.slice(0, 1) : undefined;
}

const SIGNING = anyOf(SIGNING_WORDS);
const ROWS_TO_SENTENCE = 4;

/** “In witness of which they sign at Lyon, on 2 June 2020.”: the sentence over the places of both sides. */
function datesOver({ cell, slot }: PlaceOfDate, view: DocumentView): DateFound[] | undefined {
  const first = [cell, ...(slot?.cells ?? [])].reduce((top, other) =>
    other.row.index < top.row.index ? other : top,
  ).row;
  for (let up = 1; up <= ROWS_TO_SENTENCE; up++) {
    const [only, another] = view.near(first, -up)?.cells ?? [];
    if (only === undefined || another !== undefined) continue;
    const dates = datesIn(only.text, only.row.scan);
    const [date] = dates;
    const isLast = date !== undefined && only.text.length - date.at - date.words.length <= 1;
    if (dates.length === 1 && isLast && SIGNING.test(fold(only.text))) return dates;
  }
  return undefined;
}

type PlaceOfDate = Pick<SigningPlace, 'cell' | 'slot'> & Partial<Pick<SigningPlace, 'content'>>;

function signedText({ cell, slot }: PlaceOfDate, places: Places): string {
  const parts = places.labelsOf(cell).flatMap(({ kind, label, value }) => {
    if (label === '' || value === undefined) return [cell.text];
    return kind === 'sign' || kind === 'date' ? [value ?? ''] : [];
  });
  return [...parts, ...(slot?.cells ?? []).map(({ text }) => text)].join(' ; ');
}

/** Cells with labels for a date: those of the place's own row go before those of others. */
function nearestLabelled(block: readonly ViewCell[], { row }: ViewCell, places: Places): ViewCell[] {
  const all = block.filter((other) => places.labelsOf(other).some(({ kind }) => kind === 'date'));
  const own = all.filter((other) => other.row === row);
  return own.length > 0 ? own : all;
}

/** Behind each label for a date: its date, or undefined where the place for it is empty. */
function labelledDates(cell: ViewCell, signed: Slot | undefined, places: Places): (DateFound | undefined)[] {
  return places
    .labelsOf(cell)
    .filter(({ kind }) => kind === 'date')
    .map(({ value }) => {
      const inside = value === undefined ? [] : datesIn(value, cell.row.scan);
      if (inside.length > 0 || (value !== undefined && value.replace(/[\s_.]/g, '') !== '')) return inside[0];
      const slots = places.values.slotsOf(cell);
      const slot = slots.length > 1 ? slots.find((each) => isOfSame(each, signed)) : slots[0];
      return (slot?.cells ?? []).flatMap((other) => datesIn(other.text, cell.row.scan))[0];
    });
}

/** Whether two places are the same signer's: in the same row of a table, or in the columns of the same party. */
function isOfSame(slot: Slot, signed: Slot | undefined): boolean {
  const [first] = slot.rows;
  return first === undefined ? slot.side === signed?.side : signed?.rows[0] === first;
}

/** The cells of a place's block: its row, and what is near it in its column up to another place to sign. */
function blockOf({ cell, slot }: PlaceOfDate, view: DocumentView, places: Places): ViewCell[] {
  const isPlace = (other: ViewCell): boolean =>
    other !== cell && places.labelsOf(other).some(({ kind }) => kind === 'sign');
  const found = besidePlace(cell, places, isPlace);
  const values = slot?.cells ?? [];
  const own = {
    from: Math.min(cell.from, ...values.map(({ from }) => from)),
    to: Math.max(cell.to, ...[...found, ...values].map(({ to }) => to)),
  };
  const start = values[0]?.row.index ?? cell.row.index;
  for (const [step, most] of [
    [1, ROWS_DOWN],
    [-1, ROWS_UP],
  ] as const) {
    const from = step === 1 ? Math.max(cell.row.index, start) : Math.min(cell.row.index, start);
    for (let distance = 1; distance <= most; distance++) {
      const row = view.near(view.rows[from] as Row, step * distance);
      const cells = [...columnCells(view, row, own), ...forAll(row, own, cell.row.cells.filter(isPlace))];
      if (row === undefined || cells.some(isPlace) || cells.some(endsBlock)) break;
      // Above, a heading is the end; beneath, the other side's is, also one over all columns.
      const heads = row.cells.length === 1 ? row.cells : cells;
      const sides = heads.map((other) => places.sideOf(other)).filter((side) => side !== undefined);
      if (step === -1 && sides.length > 0)
        found.push(...[row, view.near(row, -1)].flatMap(cellsOf).filter(isPlaceAndDay));
      if (sides.some((side) => step === -1 || side === 'partner')) break;
      found.push(...cells);
    }
  }
  return found;
}

/** The other cells of a place's row, up to the next place: to its right, or where rows begin with the date, to its left. */
function besidePlace(cell: ViewCell, places: Places, isPlace: (other: ViewCell) => boolean): ViewCell[] {
  if (places.labelsOf(cell).length === 0) return [];
  const { cells } = cell.row;
  const isDate = (other: ViewCell | undefined): boolean =>
    other !== undefined && places.labelsOf(other).some(({ kind }) => kind === 'date');
  const upToPlace = (others: readonly ViewCell[]): ViewCell[] => {
    const end = others.findIndex(isPlace);
    return end === -1 ? [...others] : others.slice(0, end);
  };
  const left = upToPlace(cells.slice(0, cells.indexOf(cell)).toReversed());
  const right = upToPlace(cells.slice(cells.indexOf(cell) + 1));
  return left.some(isDate) && (isDate(cells[0]) || !right.some(isDate)) ? left : right;
}

/** Within the place's column; what begins left of it or reaches beyond is another's where both stand there. */
function columnCells(
  view: DocumentView,
  row: Row | undefined,
  own: { readonly from: number; readonly to: number },
): ViewCell[] {
  const touching = view.inColumn(row, own);
  const inside = touching.filter(({ from }) => from >= own.from - 1 && from < own.to);
  return touching.length > 1 && inside.length > 0 ? inside : touching;
}

/** One place and day for both sides; beneath or above another's place to sign it is that one's. */
function forAll(
  row: Row | undefined,
  own: { readonly from: number; readonly to: number },
  others: readonly ViewCell[],
): ViewCell[] {
  const [only, another] = row?.cells ?? [];
  const isApart = only !== undefined && another === undefined && (only.to < own.from || only.from > own.to);
  if (!isApart || others.some((other) => only.from < other.to && other.from < only.to)) return [];
  // “John Smith, 4 May 2020” is of the one who signs in the next column.
  return isPlaceAndDay(only) && !isPersonName(only.text) ? [only] : [];
}

function cellsOf(row: Row | undefined): readonly ViewCell[] {
  return row?.cells ?? [];
}

/** “En Valladolid, a 5 de febrero de 2020”: letters have it over the heading of the place to sign. */
function isPlaceAndDay({ text, row }: ViewCell): boolean {
  const [date] = datesIn(text, row.scan);
  return (
    date !== undefined &&
    /^(?:[\p{L}\s.&'’-]+,)?\s*\p{L}{0,3}\s*$/u.test(text.slice(0, date.at)) &&
    text.length - date.at - date.words.length <= 1
  );
}

/** Prose: the block ends there. */
function endsBlock({ text }: ViewCell): boolean {
  return text.split(/\s+/).length > 12;
}

/** Hardly more than the date: “Berlin, 12.06.2020”, “Jane Doe (May 4, 2020 15:22 EDT)”, or what is agreed and then the date. */
function isNote({ text, row }: ViewCell): boolean {
  const dates = datesIn(text, row.scan);
  const last = dates.at(-1);
  if (last === undefined) return false;
  const beside = dates.reduce((rest, { words }) => rest.replace(words, ' '), text).replace(TIME, ' ');
  const count = (beside.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  const ends = text.slice(last.at + last.words.length).trim().length <= 1;
  return count <= (ends ? MOST_AGREED_WORDS : MOST_NOTE_WORDS);
}

const TIME = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d+)?)?/giu;
const MOST_NOTE_WORDS = 4;
const MOST_AGREED_WORDS = 7;

export function hasNameBeside(place: SigningPlace, view: DocumentView, places: Places): boolean {
  return (
    (place.slot?.cells ?? []).some((cell) => cell.mark !== undefined && nameBeneath(cell, view) !== undefined) ||
    [...blockOf(place, view, places), ...places.regionOf(place).flatMap((row) => row.cells)].some((other) => {
      if (!places.labelsOf(other).some(({ kind }) => kind === 'name')) return false;
      const values = places.labelsOf(other).map(({ value }) => value ?? '');
      // An empty line behind the label ends the search.
      if (values.some((value) => value !== '')) return values.some((value) => /\p{L}{2}/u.test(value));
      const slots = places.values.slotsOf(other).flatMap(({ cells }) => cells.map(({ text }) => text));
      return slots.some((text) => /\p{L}{2}/u.test(text));
    })
  );
}
