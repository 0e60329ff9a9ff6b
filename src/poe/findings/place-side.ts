/** Whose a place to sign is: by its label, what is signed there, and what stands around. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import { sideOfBlock, titled } from './block-side.ts';
import { statedBy } from './captions.ts';
import type { LabelledView } from './labelled-view.ts';
import { isApproval, type Labelled } from './labels.ts';
import { isBeneathClose, isLetterOfCustomer } from './letters.ts';
import { isFromCustomer } from './mails.ts';
import { lastNameOf } from './named-people.ts';
import type { Side } from './side.ts';
import type { PlaceContent } from './signing-place.ts';
import type { Slot } from './slot.ts';
import { DOER_WORDS, PREPARER_WORDS, RECEIVER_WORDS, WORKER_WORDS } from './tuning.ts';
import type { ViewCell } from './view.ts';

const RECEIVES = anyOf(RECEIVER_WORDS);
const WORKS = anyOf(WORKER_WORDS);
const DOES = anyOf(DOER_WORDS);
/** Rows from a heading to its place to sign. */
const DOER_REACH = 4;
const PREPARED = new RegExp(`^\\W*(?:\\d+\\W+)?${anyOf(PREPARER_WORDS).source}`, 'u');
const DONE_BY = /^(?:\p{L}+\s){1,4}(?:by|por|von|par|durch)\W*$/u;

export function sideOfPlace(
  cell: ViewCell,
  label: Labelled,
  content: PlaceContent,
  slot: Slot | undefined,
  labelled: LabelledView,
): Side | undefined {
  const { parties, people } = labelled;
  const told = toldSide(cell, label, content, slot, labelled);
  // Under “Customer: …” at the head of a document also the one signs who did the work.
  const isDoubtful = 'by' in content && parties.of(label.label) === undefined && slot?.side === undefined;
  const isDone = (): boolean =>
    'by' in content && (people.hasDone(lastNameOf(content.by)) || people.isWorker(content.by));
  return isDoubtful && told === 'customer' && isDone() ? undefined : told;
}

/** Of a signature that no label tells of, over a printed name. */
export function sideOfUnlabelled(cell: ViewCell, printed: ViewCell, labelled: LabelledView): Side | undefined {
  const { parties } = labelled;
  return (
    parties.of(printed.text) ??
    titled(printed, labelled) ??
    ofLetterOrBlock(cell, labelled) ??
    // What is written by hand may stand beside the column of its name.
    ofLetterOrBlock(printed, labelled) ??
    labelled.people.sideOf(printed.text)
  );
}

function toldSide(
  cell: ViewCell,
  { label }: Labelled,
  content: PlaceContent,
  slot: Slot | undefined,
  labelled: LabelledView,
): Side | undefined {
  const { parties, view } = labelled;
  const over = slot?.direction === 'above' ? slot.cells[0] : undefined;
  return (
    parties.of(label === '' ? cell.text : label) ??
    // “Prepared by Jane Doe, /s/ Jane Doe”, of whatever company.
    (label === '' && PREPARED.test(fold(cell.text)) ? 'partner' : undefined) ??
    sideAhead(cell.text.slice(0, cell.text.indexOf(label)), labelled) ??
    slot?.side ??
    (content.kind === 'signed' ? parties.of(content.by) : undefined) ??
    ('by' in content ? labelled.people.byRole(content.by) : undefined) ??
    sideOfBlock(cell, labelled) ??
    // What is signed above its label may be one itself: “/s/ Jane Doe”.
    (over === undefined ? undefined : sideOfBlock(over, labelled)) ??
    besideOf(cell, slot, labelled) ??
    ('by' in content ? labelled.people.sideOf(content.by) : undefined) ??
    (label === '' && isLetterOfCustomer(view, cell.row, parties) ? 'customer' : undefined) ??
    (isFromCustomer(view, cell.row, parties) || RECEIVES.test(fold(label)) ? 'customer' : undefined) ??
    (WORKS.test(fold(label)) || isUnderDoer(cell, labelled) || isOfWorker(label, content, labelled)
      ? 'partner'
      : undefined)
  );
}

/** “jane@treyresearch.example Signed: …”, “Operator’s signature: …”, in front of the label. */
function sideAhead(text: string, { parties }: LabelledView): Side | undefined {
  return parties.byName(text) ?? (parties.isSideAlone(text) ? parties.byWord(text) : statedBy(text, parties));
}

/** “Entregado por”, a heading with labels between it and the place. */
function isUnderDoer(cell: ViewCell, { view, labelsOf }: LabelledView): boolean {
  for (let up = 1; up <= DOER_REACH; up++) {
    const heads = view.inColumn(view.near(cell.row, -up), cell).filter((other) => labelsOf(other).length === 0);
    const [head] = heads;
    if (head !== undefined) return DONE_BY.test(fold(head.text)) && DOES.test(fold(head.text));
  }
  return false;
}

/** Who has done the work signs for that; where it is accepted, it stays open for whom. */
function isOfWorker(label: string, content: PlaceContent, { people }: LabelledView): boolean {
  return 'by' in content && label !== '' && !isApproval(label) && people.isWorker(content.by);
}

/** “Name (Trey Research)” beside the place to sign. */
function besideOf(cell: ViewCell, slot: Slot | undefined, labelled: LabelledView): Side | undefined {
  const labels = labelled.regionOf({ cell, slot }).flatMap(({ cells }) => cells.flatMap(labelled.labelsOf));
  const sides = labels.filter(({ kind }) => kind === 'name').map(({ label }) => labelled.parties.of(label));
  return sides.find((side) => side !== undefined);
}

/** Above the close of a letter stand the one who writes, and the one whom it is for. */
function ofLetterOrBlock(cell: ViewCell, labelled: LabelledView): Side | undefined {
  if (isLetterOfCustomer(labelled.view, cell.row, labelled.parties)) return 'customer';
  const [head] = labelled.view.inColumn(labelled.view.near(cell.row, -1), cell);
  // “Sincerely, for the customer”
  if (head !== undefined && labelled.parties.isSideAlone(head.text)) return labelled.parties.byWord(head.text);
  const side = sideOfBlock(cell, labelled);
  return side === 'customer' && isBeneathClose(labelled.view, cell.row) ? undefined : side;
}
