/** Tells by what is signed who signs: the one who accepts the work, or who confirms what the other has done. Pure. */
import { anyOf, fold } from '../../documents/fold.ts';
import type { Parties } from './party.ts';
import { ACCEPTING, CONFIRMING, OTHER_COMPANY, OWN_WORDS } from './tuning.ts';
import type { DocumentView, Row } from './view.ts';

/** Rows from what is signed down to the signature. */
const MOST_ROWS = 14;

const ACCEPTS = new RegExp(`(?<!\\p{L})(?:${ACCEPTING.join('|')})`, 'u');
const CONFIRMS = new RegExp(`(?<!\\p{L})(?:${CONFIRMING.join('|')})(?!\\p{L})`, 'u');

/** “Trey Research certifies that …” */
const ATTESTS =
  /(?<!\p{L})(?:certifies|confirms|attests|acknowledges|accepts|bestatigt|bescheinigt|certifie|atteste|confirme|reconnait|accepte|certifica|confirma|acepta|acredita)(?!\p{L})/u;

const OF_ANOTHER = anyOf([...OWN_WORDS, ...OTHER_COMPANY]);

/**
 * Whether what stands above is said by the customer, in the first person: that the work is accepted, or in a letter under the customer's own
 * head that another company, the partner, has done it.
 */
export function isSaidByCustomer(view: DocumentView, end: Row, parties: Parties): boolean {
  const rows = Array.from({ length: MOST_ROWS }, (_, up) => view.near(end, -up - 1)).filter((row) => row !== undefined);
  const text = rows
    .toReversed()
    .flatMap(({ cells }) => cells.map((cell) => cell.text))
    .join(' ');
  return text.split(/(?<=[.;!?])\s/).some((sentence) => {
    const plain = fold(sentence);
    const attests = ATTESTS.exec(plain);
    if (attests !== null && parties.of(sentence.slice(0, attests.index)) === 'customer') return true;
    const accepts = ACCEPTS.exec(plain);
    const said = accepts ?? CONFIRMS.exec(plain);
    if (said === null || parties.of(sentence.slice(0, said.index)) === 'partner') return false;
    if (accepts !== null) return true;
    const confirmed = sentence.slice(said.index);
    const isOfAnother = parties.of(confirmed) === 'partner' && OF_ANOTHER.test(fold(confirmed));
    return isOfAnother && headOf(view, end, parties) === 'customer';
  });
}

/** Whose letter it is: who is named first on its page. */
function headOf(view: DocumentView, { page }: Row, parties: Parties): ReturnType<Parties['of']> {
  const cells = view.rows.filter((row) => row.page === page).flatMap((row) => row.cells);
  return cells.map(({ text }) => parties.of(text)).find((side) => side !== undefined);
}
