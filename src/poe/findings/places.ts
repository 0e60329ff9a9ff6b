/** Finds the places to sign in a document: whose each is, and what stands there. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import { isSaidByCustomer } from './acceptance.ts';
import { nearestOf } from './cells.ts';
import type { LabelledView } from './labelled-view.ts';
import { isMention, type Labelled, tellsSigner } from './labels.ts';
import { lastNameOf } from './named-people.ts';
import { contentInside, contentOfSlot, EMPTY, ofMark, ofPerson, orMark } from './place-content.ts';
import { sideOfPlace, sideOfUnlabelled } from './place-side.ts';
import { scrawled } from './scrawls.ts';
import { isSameSigner, signedBy } from './signer.ts';
import type { PlaceContent, SigningPlace } from './signing-place.ts';
import type { Slot } from './slot.ts';
import { isAcceptedByOne } from './sole-signer.ts';
import { BUYER_WORDS, DOER_WORDS } from './tuning.ts';
import { unlabelled } from './unlabelled.ts';
import type { ViewCell } from './view.ts';

/** Rows from a heading to its place to sign. */
const HEADING_REACH = 8;
/** Rows between the one who signs and the signature. */
const SIGNATORY_REACH = 3;
const SIGNATORY = /^(?:\p{L}+\s)?(?:signatory|unterzeichner|signataire|firmante)(?!\p{L})/u;
const ACCEPTS = anyOf(BUYER_WORDS);
const DOES = anyOf(DOER_WORDS);
/** “Signed by …”, “for …”: as opposed to “signature of …”. */
const SAYS_FOR_WHOM = /(?<!\p{L})(?:by|for|behalf|durch|von|fur|namen|par|pour|nom|por|nombre)(?!\p{L})/u;

export function placesIn(labelled: LabelledView): SigningPlace[] {
  const cells = labelled.view.rows.flatMap((row) => row.cells);
  const places = cells.flatMap((cell) =>
    labelled
      .labelsOf(cell)
      .filter((label) => label.kind === 'sign' && !isCompanyLabel(label, labelled) && !isHeading(cell, label, labelled))
      .flatMap((label) => placesOf(cell, label, labelled)),
  );
  const taken = new Set(places.flatMap(({ slot }) => slot?.cells ?? []));
  const ofTables = new Set(places.flatMap(({ slot }) => slot?.rows ?? []));
  // In a table the column of the signatures counts, and not who is said to sign.
  const own = places.filter(({ cell }) => !taken.has(cell) && !(ofTables.has(cell.row) && tellsSigner(cell.text)));
  const signing = own
    .filter((place) => !isToldTwice(place, own, labelled))
    .map(besideCustomer)
    .map(besideDoer);
  return bySaying([...signing, ...withoutLabel(taken, labelled), ...scrawled(labelled)], labelled);
}

/** Where two sign side by side and one of them is the customer, the other one is not. */
function besideCustomer(place: SigningPlace, _: number, places: readonly SigningPlace[]): SigningPlace {
  const [other, another] = places.filter((each) => each !== place && each.cell.row === place.cell.row);
  const isOther = place.party === undefined && other?.party === 'customer' && another === undefined;
  return isOther && other.cell !== place.cell ? { ...place, party: 'partner' } : place;
}

/** Folded, without what stands behind it. */
function labelOf({ cell }: Pick<SigningPlace, 'cell'>): string {
  return fold(cell.text.split(/[:：]/)[0] ?? '');
}

/** “Submitted by: …” and “Accepted by: …”, whoever they are: the one who accepts is the customer. */
function besideDoer(place: SigningPlace, _: number, places: readonly SigningPlace[]): SigningPlace {
  const others = places.filter(({ cell }) => cell !== place.cell);
  const areDoers = others.every(({ party, cell }) => party === 'partner' || DOES.test(labelOf({ cell })));
  const isOfCustomer = place.party === undefined && others.length > 0 && areDoers && ACCEPTS.test(labelOf(place));
  return isOfCustomer ? { ...place, party: 'customer' } : place;
}

/**
 * “Signatory: Jane Doe”, “Accepted by: Jane Doe” and “Lu et approuvé”, over the signature or beside it: that one counts, where nothing
 * stands there or the same person has signed.
 */
function isToldTwice(
  { cell, content, slot }: SigningPlace,
  places: readonly SigningPlace[],
  { view }: LabelledView,
): boolean {
  if (!isWeak(cell.text)) return false;
  return places.some((other) => {
    if (other.cell === cell || isWeak(other.cell.text)) return false;
    const down = other.cell.row.index - cell.row.index;
    const isSignatory = SIGNATORY.test(fold(cell.text));
    // “Signatory | Signature”, as heads of a table.
    if (down === 0 && slot?.direction === 'table' && other.slot?.direction === 'table') return true;
    const isBeside = down === 0 && !isSignatory && other.cell.from > cell.from;
    const isBeneath =
      down !== 0 &&
      (isSignatory || down > 0) &&
      Math.abs(down) <= SIGNATORY_REACH &&
      view.inColumn(other.cell.row, cell).includes(other.cell);
    return (isBeside || isBeneath) && (isSignatory || !isOfOther(content, other.content));
  });
}

function isWeak(text: string): boolean {
  return tellsSigner(text) || isMention(text);
}

function isOfOther(one: PlaceContent, other: PlaceContent): boolean {
  return 'by' in one && 'by' in other && !isSameSigner(one.by, other.by) && fold(one.by) !== fold(other.by);
}

/** Where a document has one place to sign and nothing tells whose it is, what is signed there does. */
function bySaying(places: readonly SigningPlace[], labelled: LabelledView): SigningPlace[] {
  const { view, parties } = labelled;
  if (isAcceptedByOne(places, view, labelled))
    return places.map((place) => ({ ...place, party: place.party ?? 'customer' }));
  const [only] = places;
  const isOne = only !== undefined && places.every(({ cell }) => cell === only.cell) && only.party === undefined;
  if (!isOne || isOfDoer(only.content, labelled) || !isSaidByCustomer(view, only.cell.row, parties)) return [...places];
  return places.map((place) => ({ ...place, party: 'customer' }));
}

/** Who has done the work, or wrote it down, confirms it for nobody else. */
function isOfDoer(content: PlaceContent, { people }: LabelledView): boolean {
  return 'by' in content && (people.sideOf(content.by) === 'partner' || people.hasDone(lastNameOf(content.by)));
}

/** “Firma” is a company in German, and a signature in Spanish. */
function isCompanyLabel({ label, value }: Labelled, { parties }: LabelledView): boolean {
  return /^firma$/i.test(label.trim()) && value !== undefined && value !== '' && parties.isCompany(value);
}

/** “Accepted by Trey Research” over a place to sign, or over nothing. */
function isHeading(cell: ViewCell, { label, value }: Labelled, labelled: LabelledView): boolean {
  const { view, parties, labelsOf, values } = labelled;
  const side = parties.of(label);
  const isNamed = (value ?? '') !== '' && parties.byName(value ?? '') === undefined;
  if (isNamed || side === undefined) return false;
  // “Conforme el cliente”, and right beneath it “Fdo.:”, where it is no caption beneath another.
  const isCaption = values.slotsOf(cell).some(({ direction }) => direction === 'above');
  const reach = SAYS_FOR_WHOM.test(fold(label)) ? HEADING_REACH : isCaption ? 0 : 1;
  const beneath = Array.from({ length: reach }, (_, down) => view.near(cell.row, down + 1));
  const isPlace = (other: ViewCell): boolean =>
    labelsOf(other).some(
      (each) => each.kind === 'sign' && (parties.of(each.label) ?? side) === side && each.label !== label,
    );
  return beneath.some((row) => (row?.cells ?? []).some((other) => other.to > cell.from && isPlace(other)));
}

/** One for each who signs there. */
function placesOf(cell: ViewCell, label: Labelled, labelled: LabelledView): SigningPlace[] {
  const { value } = label;
  if (value !== undefined && value !== '')
    return [placeOf(cell, label, contentInside(cell, value, labelled), undefined, labelled)];
  if (labelled.labelsOf(cell).at(-1) !== label)
    return [placeOf(cell, label, orMark(cell, EMPTY, labelled), undefined, labelled)];
  // “Signature on file” is what stands in a place, and tells of one.
  if (signedBy(cell.text) === 'elsewhere')
    return [placeOf(cell, label, { kind: 'unclear', by: cell.text }, undefined, labelled)];
  return labelled.values
    .slotsOf(cell)
    .map((slot) => withinColumn(slot, cell, labelled))
    .map((slot) => placeOf(cell, label, contentOfSlot(cell, label, slot, labelled), slot, labelled));
}

/** Under heads of two sides what stands to the right is the other's. */
function withinColumn(slot: Slot, cell: ViewCell, { values }: LabelledView): Slot {
  const [first] = slot.cells;
  if (slot.direction !== 'right' || first === undefined) return slot;
  const heads = values.cells.headsOver(cell.row);
  const own = heads.find(({ from, to }) => from < cell.to && cell.from < to);
  const isOthers = own !== undefined && nearestOf(first, heads) !== own;
  return isOthers ? { ...slot, cells: [], side: undefined } : slot;
}

function placeOf(
  cell: ViewCell,
  label: Labelled,
  found: PlaceContent,
  slot: Slot | undefined,
  labelled: LabelledView,
): SigningPlace {
  const content = ofPerson(found, slot, labelled);
  const party = sideOfPlace(cell, label, content, slot, labelled);
  // The partner's own name in the customer's place.
  const isOfAnother = 'by' in content && party === 'customer' && labelled.parties.of(content.by) === 'partner';
  const words = content.kind === 'signed' && !cell.text.includes(content.by) ? `${cell.text} ${content.by}` : cell.text;
  return { cell, party, content: isOfAnother ? EMPTY : content, words, slot };
}

/** A name over the printed one, and a picture or handwriting over it: signatures whose places nothing names. */
function withoutLabel(taken: ReadonlySet<ViewCell>, labelled: LabelledView): SigningPlace[] {
  return unlabelled(labelled.view, labelled)
    .filter(({ cell }) => !taken.has(cell))
    .map(({ cell, printed, doubtful }) => {
      const party = sideOfUnlabelled(cell, printed, labelled);
      const slot: Slot = { cells: [cell], direction: 'above', rows: [], side: party };
      const content = ofMark(cell) ?? { kind: doubtful ? ('unclear' as const) : ('signed' as const), by: cell.text };
      return { cell, party, content, words: `${cell.text} ${printed.text}`, slot };
    });
}
