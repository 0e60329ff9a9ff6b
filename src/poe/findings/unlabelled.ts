/** Finds signatures that no label tells: a name over the printed one, and a picture or handwriting over it. Pure. */

import { datesIn } from '../../documents/dates.ts';
import type { Mark } from '../../documents/document.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import { isLine } from './cells.ts';
import type { Labelled } from './labels.ts';
import { isDoneAt } from './place-and-day.ts';
import type { Side } from './side.ts';
import { byWord, isSideAlone } from './side-words.ts';
import { isNameAlone, isPersonName, isSameSigner, signedBy } from './signer.ts';
import { ACCEPTANCE_LABELS, AUTHOR_WORDS, REGARDS } from './tuning.ts';
import type { DocumentView, ViewCell } from './view.ts';

export interface Unlabelled {
  /** What was written or drawn. */
  readonly cell: ViewCell;
  readonly printed: ViewCell;
  /** The name may be the printed one. */
  readonly doubtful: boolean;
}

interface Told {
  labelsOf(cell: ViewCell): readonly Labelled[];
  sideOf(cell: ViewCell): Side | undefined;
}

/** Rows from a signature to the printed name, a ruled line among them. */
const PRINTED_REACH = 3;
/** Rows from a name up to the heading that says whose block it is. */
const HEADING_REACH = 2;
/** Rows from a picture up to what says that it is a signature. */
const HEADING_ROWS = 3;
/** On any scale: as wide as what people write by hand. */
const LEAST_REACH = 150;

export function unlabelled(view: DocumentView, told: Told): Unlabelled[] {
  return view.rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => {
      // In scans what is written by hand is a mark; what is read as letters closes a letter, or stands under a side with a day.
      const isSigned = isUnderClose(cell, view) || (isUnderHeading(cell, view, told) && hasDayNear(cell, view));
      if (cell.row.scan && cell.mark === undefined && !isSigned) return [];
      const printed = cell.mark === undefined ? underName(cell, view, told) : underMark(cell, view, told);
      if (printed !== undefined)
        return [{ cell, printed, doubtful: cell.mark === undefined && isListed(cell, printed, view, told) }];
      const side = overSide(cell, view, told) ?? underSide(cell, view, told);
      return side === undefined
        ? []
        : [{ cell, printed: side, doubtful: cell.mark === undefined && side.row.index - cell.row.index === 1 }];
    });
}

/** The printed name beneath a name in the place of a signature. */
export function printedBeneath(name: ViewCell, view: DocumentView, labelsOf: Told['labelsOf']): ViewCell | undefined {
  const isPrinted = (other: ViewCell): boolean => {
    const labels = labelsOf(other);
    const names = labels.filter(({ kind }) => kind === 'name').map(({ value }) => value ?? '');
    const [first] = labels;
    // “Jane Doe – Date: 4 May 2020”, “Customer: Jane Doe, 4 May 2020”
    const ahead = other.text.slice(0, first === undefined ? other.text.length : other.text.indexOf(first.label));
    return [withoutSide(ahead), ...names].some((text) => isSameSigner(name.text, text));
  };
  return nextBeneath(name, name, view)?.find(isPrinted);
}

/** “Customer: Jane Doe, 4 May 2020”, from the name on. */
function withoutSide(text: string): string {
  const [side = ''] = /^[^:]{1,40}:\s/.exec(text) ?? [];
  return byWord(side) === undefined ? text : text.slice(side.length);
}

function underName(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const before = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
  // “Name | Jane Doe”
  const isValue = before !== undefined && told.labelsOf(before).some(({ value }) => (value ?? '') === '');
  if (isValue || told.labelsOf(cell).length > 0 || !isNameAlone(cell.text) || told.sideOf(cell) !== undefined)
    return undefined;
  const printed = printedBeneath(cell, view, (other) => told.labelsOf(other));
  // Columns of tables hold one name many times.
  return printed !== undefined &&
    !isUnderAuthor(cell, view) &&
    (printed.text !== cell.text ||
      isUnderHeading(cell, view, told) ||
      isUnderClose(cell, view) ||
      view.inColumn(view.near(printed.row, 1), printed).some((other) => told.sideOf(other) !== undefined))
    ? printed
    : undefined;
}

/** The side as a caption, beneath what was written: “Customer”. */
function overSide(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const isWritten = cell.mark === undefined ? isNameAlone(cell.text) : isSigning(cell.mark);
  if (!isWritten || told.labelsOf(cell).length > 0 || view.isOfHead(cell.row)) return undefined;
  const caption = nextBeneath(cell, cell, view)?.find((other) => told.labelsOf(other).length === 0);
  if (caption === undefined) return undefined;
  const isLast = [1, 2].every((down) => view.inColumn(view.near(caption.row, down), cell).length === 0);
  const isOverLine = caption.row.index - cell.row.index > 1;
  return isLast && (isSideAlone(caption.text) || (isOverLine && told.sideOf(caption) !== undefined))
    ? caption
    : undefined;
}

/** Handwriting, or a picture of it, beneath “For the customer:” or beside it, where no label tells of a signature. */
function underSide(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  if (cell.mark === undefined || !isSigning(cell.mark) || hasPlaceNear(cell, view, told)) return undefined;
  if (cell.mark.kind === 'picture' && view.isOfHead(cell.row)) return undefined;
  const left = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
  const above = nextAbove(cell, view);
  const named = above.find((other) => told.labelsOf(other).length === 0 && isPersonName(other.text));
  // “For the customer”, the name, and what is written by hand beneath it.
  const over = named === undefined ? [] : [1, 2].flatMap((up) => view.inColumn(view.near(named.row, -up), named));
  const heads = [...(left === undefined ? [] : [left]), ...above, ...over];
  return heads.find((other) => told.sideOf(other) !== undefined && !AUTHOR.test(fold(other.text)));
}

/** What stands next over a mark in its column: names beside it may begin higher. */
function nextAbove(mark: ViewCell, view: DocumentView): readonly ViewCell[] {
  const rows = Array.from({ length: HEADING_ROWS }, (_, up) =>
    view.inColumn(view.near(mark.row, -up - 1), widened(mark)),
  );
  return rows.find((cells) => cells.length > 0) ?? [];
}

function hasPlaceNear(cell: ViewCell, view: DocumentView, told: Told): boolean {
  const around = [0, -1, -2, 1].flatMap((distance) => view.inColumn(view.near(cell.row, distance), widened(cell)));
  const left = cell.row.cells.slice(0, cell.row.cells.indexOf(cell)).slice(-1);
  return [...around, ...left].some((other) => told.labelsOf(other).some(({ kind }) => kind === 'sign'));
}

function isSigning(mark: Mark): boolean {
  return mark.kind === 'ink' || mark.kind === 'picture';
}

/** Names that stand twice without a day, and beneath nothing that is accepted: people may be listed so. */
function isListed(cell: ViewCell, printed: ViewCell, view: DocumentView, told: Told): boolean {
  const isTwice = printed.text === cell.text && !isUnderHeading(cell, view, told) && !isUnderClose(cell, view);
  const isOfSide = withoutSide(printed.text) !== printed.text;
  return (isTwice || isOfSide) && !hasDayNear(cell, view) && !isUnderAcceptance(cell, view);
}

/** Rows around a name in which its day may stand. */
const DAY_REACH = 4;

/** Whether a day stands around a name: in its column, or for all columns. */
export function hasDayNear(name: ViewCell, view: DocumentView): boolean {
  return Array.from({ length: 2 * DAY_REACH + 1 }, (_, at) => view.near(name.row, at - DAY_REACH)).some((row) => {
    const cells = row?.cells.length === 1 ? row.cells : view.inColumn(row, name);
    return cells.some(({ text }) => datesIn(text).length > 0);
  });
}

function linesOver(cell: ViewCell, view: DocumentView): string[] {
  const above = Array.from({ length: HEADING_REACH }, (_, up) => view.inColumn(view.near(cell.row, -up - 1), cell));
  return above.flat().map(({ text }) => text);
}

function isUnderAcceptance(cell: ViewCell, view: DocumentView): boolean {
  return linesOver(cell, view).some((text) => ACCEPTED.test(fold(text)));
}

/** “Prepared for”, over one's name, title and company. */
function isUnderAuthor(cell: ViewCell, view: DocumentView): boolean {
  return linesOver(cell, view).some(
    (text) => text.split(/\s+/).length <= MOST_CLOSING_WORDS && AUTHOR.test(fold(text)),
  );
}

function isUnderHeading(cell: ViewCell, view: DocumentView, told: Told): boolean {
  const above = Array.from({ length: HEADING_REACH }, (_, up) => view.inColumn(view.near(cell.row, -up - 1), cell));
  return above.flat().some((other) => told.sideOf(other) !== undefined);
}

/** A letter, or what somebody attests, ends with a name in the place of the signature, and the printed one. */
function isUnderClose(cell: ViewCell, view: DocumentView): boolean {
  return linesOver(cell, view).some(isClose);
}

function isClose(text: string): boolean {
  return text.split(/\s+/).length <= MOST_CLOSING_WORDS && (CLOSE.test(fold(text)) || isDoneAt(text));
}

function underMark(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const { mark, row } = cell;
  if (mark === undefined || !isSigning(mark) || view.isOfHead(row)) return undefined;
  const reach = reachOf(cell, view);
  const around = [0, -1, -2, 1].flatMap((distance) => view.inColumn(view.near(row, distance), reach));
  if (around.some((other) => told.labelsOf(other).some(({ kind }) => kind === 'sign'))) return undefined;
  if (!isToSign(cell, view, told)) return undefined;
  // “Jane ~~~ Doe”, at the close of a letter: across the printed name, which it parts.
  const across = row.cells.filter((other) => other.mark === undefined && told.labelsOf(other).length === 0);
  if (across.length > 1 && isUnderClose(cell, view) && isPersonName(across.map(({ text }) => text).join(' ')))
    return across[0];
  return nextBeneath(cell, reach, view)?.find((other) => {
    const name = told.labelsOf(other).find(({ kind, label }) => kind === 'name' && !CONTACT.test(fold(label)));
    return signedBy(name?.value ?? withoutSide(other.text)) === 'name';
  });
}

/** Handwriting that stands alone is of the line beneath that stands alone, too, wherever each begins. */
function reachOf(mark: ViewCell, view: DocumentView): { readonly from: number; readonly to: number } {
  const isAlone = mark.mark?.kind === 'ink' && mark.row.cells.length === 1;
  const beneath = view.near(mark.row, 1)?.cells ?? [];
  return isAlone && beneath.length === 1 ? { from: 0, to: Number.POSITIVE_INFINITY } : widened(mark);
}

const CLOSE = anyOf(REGARDS);
const ACCEPTED = anyOf(ACCEPTANCE_LABELS);
const MOST_CLOSING_WORDS = 8;
const CONTACT = /contact|ansprechpartner/;
const AUTHOR = anyOf(AUTHOR_WORDS);

/** A picture may be a logo, handwriting is none. A picture to sign with ends a letter, stands beneath the heading of a side, or beside that of the other. */
function isToSign(cell: ViewCell, view: DocumentView, told: Told): boolean {
  if (cell.row.cells.some((other) => other !== cell && other.mark !== undefined)) return true;
  for (let up = 1; up <= HEADING_ROWS; up++) {
    const row = view.near(cell.row, -up);
    const above = row?.cells.length === 1 ? row.cells : view.inColumn(row, widened(cell));
    for (const { text } of above) {
      if (AUTHOR.test(fold(text))) return false;
      if (isClose(text)) return true;
    }
    if (above.some((other) => told.sideOf(other) !== undefined)) return true;
  }
  return cell.mark?.kind === 'ink';
}

/** The name printed beneath handwriting, or beneath a picture of it. */
export function nameBeneath(mark: ViewCell, view: DocumentView): ViewCell | undefined {
  const reach = mark.mark?.kind === 'ink' ? reachOf(mark, view) : mark;
  return nextBeneath(mark, reach, view)?.find(({ text }) => isPersonName(text));
}

/** What stands next beneath, ruled lines aside. */
function nextBeneath(
  cell: ViewCell,
  extent: { readonly from: number; readonly to: number },
  view: DocumentView,
): readonly ViewCell[] | undefined {
  for (let down = 1; down <= PRINTED_REACH; down++) {
    const cells = view.inColumn(view.near(cell.row, down), extent).filter((other) => !isLine(other));
    if (cells.length > 0) return cells;
  }
  return undefined;
}

/** A label with the space beside it in which people write by hand, up to what else stands in its row. */
export function widened({ from, to, mark, row }: ViewCell): { readonly from: number; readonly to: number } {
  const width = Math.max(to - from, LEAST_REACH);
  const next = row.cells.find((other) => other.from >= to && other.mark === undefined && other.text !== '');
  const end = mark === undefined ? to + width : Math.max(to, from + width);
  return { from, to: Math.max(to, Math.min(end, next?.from ?? end)) };
}
