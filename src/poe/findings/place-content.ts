/** What stands in a place to sign: a name, a mark, words that leave it open, or nothing. Pure. */

import { datesIn } from '../../documents/dates.ts';
import { fold } from '../../documents/fold.ts';
import { isBrokenName, isLine } from './cells.ts';
import type { LabelledView } from './labelled-view.ts';
import { isMention, type Labelled } from './labels.ts';
import { isFromCustomer } from './mails.ts';
import { isConformed, isSameSigner, type SignedBy, signedBy } from './signer.ts';
import type { PlaceContent } from './signing-place.ts';
import type { Slot } from './slot.ts';
import { hasDayNear, printedBeneath, widened } from './unlabelled.ts';
import type { ViewCell } from './view.ts';

export const EMPTY: PlaceContent = { kind: 'empty' };

/** Rows from a name to its day, a title between them. */
const DATED_REACH = 3;
/** Rows between a signature and the label of the printed name. */
const NAMED_REACH = 4;
/** Rows from a label to its field, for which fields as high as two lines leave room. */
const FIELD_REACH = 2;
const BRACKET = /^\s*[)}\]|]*\s*$/;
/** Signs. */
const MOST_SCRAWL = 16;

/** What stands behind a label in its own cell. */
export function contentInside(cell: ViewCell, value: string, labelled: LabelledView): PlaceContent {
  if (isToSignBeside(cell, labelled)) return orMark(cell, EMPTY, labelled);
  const field = fieldBeneath(cell, labelled);
  if (field !== undefined) return field;
  const inside = wrapped(cell, value, labelled) ?? judged(value, cell.row.scan);
  // An empty line in the cell ends the search: names beneath it are printed ones.
  const isRuled = /_{2,}|\.{4,}|…{2,}|-{4,}|\[|\{|</.test(value);
  return inside.kind !== 'empty' || isRuled ? orMark(cell, inside, labelled) : inside;
}

/** What stands in a slot of a label. */
export function contentOfSlot(cell: ViewCell, { label }: Labelled, slot: Slot, labelled: LabelledView): PlaceContent {
  const found = slot.cells.map((other) => inSlot(other, labelled)).filter((content) => content !== undefined);
  const said =
    found.find(({ kind }) => kind === 'signed') ??
    brokenName(slot.cells) ??
    // “Hamburg, 4 May 2020 ~~~”: place and day stand beside the signature.
    found.find(({ kind }) => kind === 'ink') ??
    found.find(({ kind }) => kind !== 'empty');
  const elsewhere = found.find((content) => content.kind === 'unclear' && signedBy(content.by) === 'elsewhere');
  if (elsewhere !== undefined && found.every(({ kind }) => kind !== 'signed')) return elsewhere;
  switch (slot.direction) {
    case 'right':
      return found[0]?.kind === 'empty'
        ? orMark(cell, EMPTY, labelled)
        : (said ?? orMark(cell, EMPTY, labelled, 'below too'));
    case 'below':
      // Words beneath, also a few of a scan, are of what follows.
      return said?.kind === 'signed' || slot.cells.some(({ mark }) => mark !== undefined)
        ? orPrinted(said ?? EMPTY, label, slot, labelled)
        : orMark(cell, EMPTY, labelled, 'below too');
    case 'above':
      return said ?? (found.length > 0 ? EMPTY : orMark(cell, EMPTY, labelled));
    default:
      // Beneath an empty line stands the printed name.
      return slot.cells[0] !== undefined && isLine(slot.cells[0]) ? EMPTY : (said ?? EMPTY);
  }
}

/** “Signature of the customer: Trey Research”, over a field to sign: who is named there is said to sign, and the field tells whether. */
function fieldBeneath(cell: ViewCell, { view, isPlace }: LabelledView): PlaceContent | undefined {
  for (let down = 1; down <= FIELD_REACH; down++) {
    const cells = view.inColumn(view.near(cell.row, down), cell);
    const field = cells.find(({ mark }) => mark?.kind === 'unsigned' || mark?.kind === 'signed');
    if (field !== undefined) return ofMark(field);
    if (cells.some(isPlace)) return undefined;
  }
  return undefined;
}

/** “Signed by Jane Doe ) ________”: who is to sign, and the line for it, which a bracket may lead to. */
function isToSignBeside(cell: ViewCell, { labelsOf }: LabelledView): boolean {
  const behind = cell.row.cells.slice(cell.row.cells.indexOf(cell) + 1);
  const [first] = behind.filter(({ text, mark }) => mark !== undefined || !BRACKET.test(text));
  const isBracketed = first !== behind[0];
  return first === undefined ? isBracketed : labelsOf(first).length === 0 && isLine(first);
}

/** “Jane” and in the next line “Doe”, in a narrow column. */
function brokenName(cells: readonly ViewCell[]): PlaceContent | undefined {
  const [upper, lower] = cells;
  if (upper === undefined || lower === undefined || upper.row === lower.row || !isBrokenName(upper, lower))
    return undefined;
  return { kind: 'signed', by: `${upper.text} ${lower.text}` };
}

/** A company's name alone is nobody's signature. */
export function ofPerson(content: PlaceContent, slot: Slot | undefined, { parties }: LabelledView): PlaceContent {
  if (content.kind !== 'signed' || slot?.cells.some(({ mark }) => mark !== undefined) === true) return content;
  const [name = ''] = content.by.split(/[,(|]/);
  return parties.of(name) === undefined ? content : { kind: 'unclear', by: content.by };
}

/** What a mark says by itself; undefined where a cell has none. */
export function ofMark({ mark, text }: ViewCell): PlaceContent | undefined {
  if (mark === undefined) return undefined;
  if (mark.kind === 'signed') return { kind: 'signed', by: mark.name ?? text, day: mark.day };
  return { kind: mark.kind === 'ink' || mark.kind === 'picture' ? mark.kind : 'empty' };
}

/** Where the words say nothing: a picture, handwriting or a signed field in or around the place. */
export function orMark(
  cell: ViewCell,
  content: PlaceContent,
  { view }: LabelledView,
  reach: 'above' | 'below too' = 'above',
): PlaceContent {
  if (content.kind !== 'empty') return content;
  const searchBelow = reach === 'below too';
  const isOpen = view.inColumn(view.near(cell.row, 1), widened(cell)).length === 0;
  for (const distance of [0, -1, ...(searchBelow ? [1] : []), -2, ...(searchBelow && isOpen ? [2] : [])]) {
    const row = view.near(cell.row, distance);
    const marked = view
      .inColumn(row, widened(cell))
      .filter((other) => !isOfNextColumn(other, cell))
      .map((other) => ofMark(other))
      .find((found) => found !== undefined && found.kind !== 'empty');
    if (marked !== undefined) return marked;
  }
  return content;
}

/** “Jane Doe, head of”, and behind the label beneath it “information systems”: the value begins in the line above. */
function wrapped(cell: ViewCell, value: string, { view, labelsOf }: LabelledView): PlaceContent | undefined {
  if (!/^\p{Ll}/u.test(value) || signedBy(value, cell.row.scan) === 'name') return undefined;
  const above = view.inColumn(view.near(cell.row, -1), cell).filter((other) => labelsOf(other).length === 0);
  const start = above.find(({ text }) => /\p{L},?\s/u.test(text) && signedBy(text) === 'name');
  return start === undefined ? undefined : { kind: 'signed', by: `${start.text} ${value}` };
}

/** Something stands between them, which has the mark. */
function isOfNextColumn(mark: ViewCell, cell: ViewCell): boolean {
  return mark.row !== cell.row && mark.row.cells.some((other) => other.from >= cell.to && other.to <= mark.from);
}

function inSlot(cell: ViewCell, { parties }: LabelledView): PlaceContent | undefined {
  const marked = ofMark(cell);
  if (marked !== undefined) return marked;
  if (parties.of(cell.text) !== undefined && signedBy(cell.text) !== 'name') return undefined;
  return judged(cell.text, cell.row.scan);
}

/**
 * “Signature:” and beneath it a name: signed, or printed under a line that no text shows. Signed is it where the printed one follows, where
 * `/s/` or the label says so, and in a message, which has no lines.
 */
function orPrinted(said: PlaceContent, label: string, { cells: [name] }: Slot, labelled: LabelledView): PlaceContent {
  if (said.kind !== 'signed' || name === undefined || name.mark !== undefined || isConformed(said.by)) return said;
  const printed = printedBeneath(name, labelled.view, labelled.labelsOf);
  // The partner's name printed beneath tells that it is not the other's.
  const side = printed === undefined ? undefined : labelled.parties.of(printed.text);
  if (side === 'partner' && labelled.parties.of(label) === 'customer') return EMPTY;
  const isSigned =
    fold(label).includes(fold(name.text)) ||
    printed !== undefined ||
    isFromCustomer(labelled.view, name.row, labelled.parties) ||
    isPrintedElsewhere(name, labelled) ||
    (isMention(label) && hasDayNear(name, labelled.view)) ||
    isDated(name, labelled);
  return isSigned ? said : { kind: 'unclear', by: said.by };
}

/** “Name: Jane Doe” has a place of its own, above or beneath. */
function isPrintedElsewhere(name: ViewCell, { view, labelsOf }: LabelledView): boolean {
  return Array.from({ length: 2 * NAMED_REACH + 1 }, (_, at) => view.near(name.row, at - NAMED_REACH))
    .flatMap((row) => row?.cells ?? [])
    .some((other) =>
      labelsOf(other).some(
        ({ kind, value }) =>
          kind === 'name' && value !== undefined && (fold(value) === fold(name.text) || isSameSigner(name.text, value)),
      ),
    );
}

/** A day without a label beneath a name was set there with it; forms have a label for theirs. */
function isDated(name: ViewCell, { view, labelsOf }: LabelledView): boolean {
  for (let down = 1; down <= DATED_REACH; down++) {
    const cells = view.inColumn(view.near(name.row, down), name);
    // A name over a line is a printed one where the line is to be signed.
    if (cells.some(isLine)) return false;
    if (cells.some((other) => labelsOf(other).length === 0 && isDateAlone(other.text))) return true;
  }
  return false;
}

function isDateAlone(text: string): boolean {
  const [date] = datesIn(text);
  return date !== undefined && text.trim().length - date.words.length <= 1;
}

function judged(text: string, scan: boolean): PlaceContent {
  const found: SignedBy = signedBy(text, scan);
  // “________ Jane Doe”: a line to sign on, and the printed name.
  if (found === 'name' && /^\s*_{4,}\s+\p{L}/u.test(text)) return { kind: 'unclear', by: text.trim() };
  if (found === 'name') return { kind: 'signed', by: text.trim() };
  if (found === 'blank') return EMPTY;
  // What is read of handwriting is a few signs that make no sense.
  const isScrawl = scan && found === 'words' && text.trim().length <= MOST_SCRAWL;
  return isScrawl ? { kind: 'ink' } : { kind: 'unclear', by: text.trim() };
}
