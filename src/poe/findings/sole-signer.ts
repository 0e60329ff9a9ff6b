/** Whose a place to sign is that nothing near it tells: by who accepts, and by who has done the work. Pure. */
import { anyOf, fold } from './fold.ts';
import type { Labelled } from './labels.ts';
import type { Parties } from './party.ts';
import type { SigningPlace } from './signing-place.ts';
import { BUYER_WORDS, DOER_WORDS, ORDER_HEADINGS, ORDERER_WORDS } from './tuning.ts';
import type { DocumentView, ViewCell } from './view.ts';

type LabelsOf = (cell: ViewCell) => readonly Labelled[];

const ACCEPTS = anyOf(BUYER_WORDS);
/** Rows from a place to sign up to the words that say what is signed. */
const ACCEPTANCE_REACH = 4;
const MOST_LABEL_WORDS = 8;
const MOST_HEADING_WORDS = 12;
const DOES = anyOf(DOER_WORDS);
/** Letters of a line that names one. */
const MOST_DOER = 80;

/**
 * Where a document says who the customer is, and all that is signed in it is an acceptance by one person whom nothing tells to be the
 * partner's: who has done the work does not accept it.
 */
export function isAcceptedByOne(
  places: readonly SigningPlace[],
  view: DocumentView,
  parties: Parties,
  labelsOf: LabelsOf,
): boolean {
  const signed = places.filter(({ content }) => content.kind === 'signed' || content.kind === 'unclear');
  const names = signed.flatMap(({ content }) => ('by' in content ? [lastNameOf(content.by)] : []));
  const isOpen = places.every(({ party, content }) => party === undefined && content.kind !== 'empty');
  if (!isOpen || new Set(names).size !== 1 || !namesCustomer(view, parties)) return false;
  const [name = ''] = names;
  return !isDoer(name, view, parties) && signed.some((place) => isAcceptance(place, view, labelsOf));
}

/** “Engineer: John Smith”, by the last name. */
export function isDoer(name: string, view: DocumentView, parties: Parties): boolean {
  if (name === '') return false;
  return view.rows.some(({ cells }) =>
    cells.some(({ text }, index) => {
      const plain = fold(text);
      const at = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').exec(plain)?.index;
      if (at === undefined || plain.length > MOST_DOER || parties.isCompany(text)) return false;
      return DOES.test(at === 0 || index === 0 ? plain.slice(0, at) : fold(`${cells[index - 1]?.text} ${text}`));
    }),
  );
}

/** “Customer: Trey Research”. */
function namesCustomer(view: DocumentView, parties: Parties): boolean {
  return view.rows.some(({ cells }) => {
    const text = cells.map((cell) => cell.text).join(' ');
    return text.split(/\s+/).length <= MOST_HEADING_WORDS && parties.of(text) === 'customer';
  });
}

function isAcceptance({ cell }: SigningPlace, view: DocumentView, labelsOf: LabelsOf): boolean {
  if (labelsOf(cell).some(({ label }) => ORDERS.test(fold(label))) && isOrder(view)) return true;
  const above = Array.from({ length: ACCEPTANCE_REACH }, (_, up) => view.near(cell.row, -up - 1));
  const heads = above.flatMap((row) => view.inColumn(row, cell).map(({ text }) => text));
  const own = labelsOf(cell).map(({ label }) => label);
  return [...own, ...heads].some((text) => text.split(/\s+/).length <= MOST_LABEL_WORDS && ACCEPTS.test(fold(text)));
}

/** A document that is headed as an order: who authorises it buys. */
function isOrder(view: DocumentView): boolean {
  const heads = view.rows.slice(0, ORDER_ROWS).flatMap(({ cells }) => cells.map(({ text }) => fold(text)));
  return heads.some((text) => text.split(/\s+/).length <= MOST_LABEL_WORDS && ORDER.test(text));
}

const ORDER_ROWS = 8;
const ORDER = anyOf(ORDER_HEADINGS);
const ORDERS = anyOf(ORDERER_WORDS);

export function lastNameOf(by: string): string {
  const [name = ''] = by.split(/[,;(|]/);
  return (
    fold(name)
      .match(/[\p{L}'’-]+/gu)
      ?.at(-1) ?? ''
  );
}
