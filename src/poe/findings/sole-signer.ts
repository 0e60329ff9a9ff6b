/** Whose a place to sign is that nothing near it tells: by who accepts, and by who has done the work. Pure. */
import { anyOf, fold } from '../../documents/fold.ts';
import type { Labelled } from './labels.ts';
import { lastNameOf, type NamedPeople } from './named-people.ts';
import type { Parties } from './party.ts';
import type { SigningPlace } from './signing-place.ts';
import { ACCEPTANCE_TITLES, BUYER_WORDS, ORDER_HEADINGS, ORDERER_WORDS } from './tuning.ts';
import type { DocumentView, ViewCell } from './view.ts';

type LabelsOf = (cell: ViewCell) => readonly Labelled[];

interface Asked {
  readonly parties: Parties;
  readonly people: NamedPeople;
  readonly labelsOf: LabelsOf;
}

const ACCEPTS = anyOf(BUYER_WORDS);
/** Rows from a place to sign up to the words that say what is signed. */
const ACCEPTANCE_REACH = 4;
const MOST_LABEL_WORDS = 8;
const MOST_HEADING_WORDS = 12;

/**
 * Where a document says who the customer is, and all that is signed in it is an acceptance by one person whom nothing tells to be the
 * partner's: who has done the work does not accept it.
 */
export function isAcceptedByOne(
  places: readonly SigningPlace[],
  view: DocumentView,
  { parties, people, labelsOf }: Asked,
): boolean {
  const signed = places.filter(({ content }) => content.kind !== 'empty' && content.kind !== 'picture');
  const names = new Set(signed.flatMap(({ content }) => ('by' in content ? [lastNameOf(content.by)] : [])));
  const isOpen = places.every(({ party, content }) => party === undefined && content.kind !== 'empty');
  // One name, or handwriting in one place.
  const isOne = names.size === 1 || (names.size === 0 && signed.length === 1);
  if (!isOpen || !isOne || !namesCustomer(view, parties)) return false;
  const [name = ''] = names;
  return !people.hasDone(name) && signed.some((place) => isAcceptance(place, view, { parties, labelsOf }));
}

/** “Customer: Trey Research”. */
function namesCustomer(view: DocumentView, parties: Parties): boolean {
  return view.rows.some(({ cells }) => {
    const text = cells.map((cell) => cell.text).join(' ');
    return text.split(/\s+/).length <= MOST_HEADING_WORDS && parties.of(text) === 'customer';
  });
}

function isAcceptance(
  { cell }: SigningPlace,
  view: DocumentView,
  { parties, labelsOf }: Pick<Asked, 'parties' | 'labelsOf'>,
): boolean {
  if (isTitled(view, parties)) return true;
  if (labelsOf(cell).some(({ label }) => ORDERS.test(fold(label))) && isOrder(view)) return true;
  const above = Array.from({ length: ACCEPTANCE_REACH }, (_, up) => view.near(cell.row, -up - 1));
  const heads = above.flatMap((row) => view.inColumn(row, cell).map(({ text }) => text));
  const own = labelsOf(cell).map(({ label }) => label);
  return [...own, ...heads].some((text) => text.split(/\s+/).length <= MOST_LABEL_WORDS && ACCEPTS.test(fold(text)));
}

/** “Acceptance certificate”, and nothing else in the line: a document of that name is the customer's, unless the partner's name heads it. */
function isTitled(view: DocumentView, parties: Parties): boolean {
  const heads = view.rows.slice(0, TITLE_ROWS).flatMap(({ cells }) => cells.map(({ text }) => text));
  return heads.some((text) => TITLES.test(fold(text))) && heads.every((text) => parties.of(text) !== 'partner');
}

const TITLE_ROWS = 3;
const TITLES = new RegExp(`^\\W*${anyOf(ACCEPTANCE_TITLES).source}\\W*$`, 'u');

/** A document that is headed as an order: who authorises it buys. */
function isOrder(view: DocumentView): boolean {
  const heads = view.rows.slice(0, ORDER_ROWS).flatMap(({ cells }) => cells.map(({ text }) => fold(text)));
  return heads.some((text) => text.split(/\s+/).length <= MOST_LABEL_WORDS && ORDER.test(text));
}

const ORDER_ROWS = 8;
const ORDER = anyOf(ORDER_HEADINGS);
const ORDERS = anyOf(ORDERER_WORDS);
