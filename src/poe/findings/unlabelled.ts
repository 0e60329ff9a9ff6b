/** Finds signatures that no label tells: a name over the printed one, and a picture or handwriting over it. Pure. */
import type { Mark } from '../../documents/document.ts';
import { datesIn } from './dates.ts';
import { anyOf, fold } from './fold.ts';
import type { Labelled } from './labels.ts';
import type { Side } from './party.ts';
import { isNameAlone, isPersonName, isSameSigner, signedBy } from './signer.ts';
import { AUTHOR_WORDS, CUSTOMER_WORDS, PARTNER_WORDS, REGARDS } from './tuning.ts';
import { isLine } from './values.ts';
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
/** Of a page: pictures above are of its letterhead. */
const LETTERHEAD = 0.4;
/** On any scale: as wide as what people write by hand. */
const LEAST_REACH = 150;

export function unlabelled(view: DocumentView, told: Told): Unlabelled[] {
  return view.rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => {
      // In scans what is written by hand is a mark.
      if (cell.row.scan && cell.mark === undefined) return [];
      const printed = cell.mark === undefined ? underName(cell, view, told) : underMark(cell, view, told);
      if (printed !== undefined) return [{ cell, printed, doubtful: false }];
      const side = overSide(cell, view, told) ?? underSide(cell, view, told);
      return side === undefined ? [] : [{ cell, printed: side, doubtful: cell.mark === undefined }];
    });
}

/** The printed name beneath a name in the place of a signature. */
export function printedBeneath(name: ViewCell, view: DocumentView, labelsOf: Told['labelsOf']): ViewCell | undefined {
  const isPrinted = (other: ViewCell): boolean => {
    const labels = labelsOf(other);
    const names = labels.filter(({ kind }) => kind === 'name').map(({ value }) => value ?? '');
    return (labels.length === 0 ? [other.text] : names).some((text) => isSameSigner(name.text, text));
  };
  return nextBeneath(name, name, view)?.find(isPrinted);
}

function underName(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  if (told.labelsOf(cell).length > 0 || !isNameAlone(cell.text) || told.sideOf(cell) !== undefined) return undefined;
  const printed = printedBeneath(cell, view, (other) => told.labelsOf(other));
  // Columns of tables hold one name many times.
  return printed !== undefined &&
    (printed.text !== cell.text || isUnderHeading(cell, view, told) || isUnderClose(cell, view))
    ? printed
    : undefined;
}

const SIDE_ALONE = new RegExp(
  `^\\W*(?:\\p{L}{2,4}\\s)?${anyOf([...CUSTOMER_WORDS, ...PARTNER_WORDS]).source}\\W*$`,
  'u',
);

/** The side as a caption, beneath what was written: “Customer”. */
function overSide(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const isWritten = cell.mark === undefined ? isNameAlone(cell.text) : isSigning(cell.mark);
  if (!isWritten || told.labelsOf(cell).length > 0 || view.depthOf(cell.row) < LETTERHEAD) return undefined;
  const below = view.near(cell.row, 1);
  const caption = view.inColumn(below, cell).find((other) => told.labelsOf(other).length === 0);
  const isLast = [2, 3].every((down) => view.inColumn(view.near(cell.row, down), cell).length === 0);
  return caption !== undefined && isLast && SIDE_ALONE.test(fold(caption.text)) ? caption : undefined;
}

/** Handwriting, or a picture of it, beneath “For the customer:” or beside it, where no label tells of a signature. */
function underSide(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  if (cell.mark === undefined || !isSigning(cell.mark) || hasPlaceNear(cell, view, told)) return undefined;
  if (cell.mark.kind === 'picture' && view.depthOf(cell.row) < LETTERHEAD) return undefined;
  const left = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
  const above = view.inColumn(view.near(cell.row, -1), widened(cell));
  const named = above.find((other) => told.labelsOf(other).length === 0 && isPersonName(other.text));
  // “For the customer”, the name, and what is written by hand beneath it.
  const over = named === undefined ? [] : [1, 2].flatMap((up) => view.inColumn(view.near(named.row, -up), named));
  const heads = [...(left === undefined ? [] : [left]), ...above, ...over];
  return heads.find((other) => told.sideOf(other) !== undefined && !AUTHOR.test(fold(other.text)));
}

function hasPlaceNear(cell: ViewCell, view: DocumentView, told: Told): boolean {
  const around = [0, -1, -2, 1].flatMap((distance) => view.inColumn(view.near(cell.row, distance), widened(cell)));
  return [...around, ...cell.row.cells].some((other) => told.labelsOf(other).some(({ kind }) => kind === 'sign'));
}

function isSigning(mark: Mark): boolean {
  return mark.kind === 'ink' || mark.kind === 'picture';
}

function isUnderHeading(cell: ViewCell, view: DocumentView, told: Told): boolean {
  const above = Array.from({ length: HEADING_REACH }, (_, up) => view.inColumn(view.near(cell.row, -up - 1), cell));
  return above.flat().some((other) => told.sideOf(other) !== undefined);
}

/** A letter ends with a name in the place of the signature, and the printed one. */
function isUnderClose(cell: ViewCell, view: DocumentView): boolean {
  const above = Array.from({ length: HEADING_REACH }, (_, up) => view.inColumn(view.near(cell.row, -up - 1), cell));
  return above.flat().some(({ text }) => text.split(/\s+/).length <= MOST_CLOSING_WORDS && CLOSE.test(fold(text)));
}

function underMark(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const { mark, row } = cell;
  if (mark === undefined || !isSigning(mark) || view.depthOf(row) < LETTERHEAD) return undefined;
  const reach = widened(cell);
  const around = [0, -1, -2, 1].flatMap((distance) => view.inColumn(view.near(row, distance), reach));
  if (around.some((other) => told.labelsOf(other).some(({ kind }) => kind === 'sign'))) return undefined;
  if (!isToSign(cell, view, told)) return undefined;
  return nextBeneath(cell, reach, view)?.find((other) => {
    const name = told.labelsOf(other).find(({ kind, label }) => kind === 'name' && !CONTACT.test(fold(label)));
    return signedBy(name?.value ?? other.text) === 'name';
  });
}

const CLOSE = anyOf(REGARDS);
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
      if (text.split(/\s+/).length <= MOST_CLOSING_WORDS && (CLOSE.test(fold(text)) || isPlaceAndDay(text)))
        return true;
    }
    if (above.some((other) => told.sideOf(other) !== undefined)) return true;
  }
  return cell.mark?.kind === 'ink';
}

/** The name printed beneath handwriting, or beneath a picture of it. */
export function nameBeneath(mark: ViewCell, view: DocumentView): ViewCell | undefined {
  return nextBeneath(mark, mark, view)?.find(({ text }) => isPersonName(text));
}

/** “Plymouth, 4 May 2020”. */
function isPlaceAndDay(text: string): boolean {
  const [date] = datesIn(text);
  return date !== undefined && /,\s*\p{L}{0,3}\s*$/u.test(text.slice(0, date.at));
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
