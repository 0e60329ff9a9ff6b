/**
 * The customers that a message names, slips of the keyboard aside: “pull up the Northwnd Traders one”. Their names are searched for by
 * the words that no phrase of the bot has, and compared with what stands in the message around those.
 */
import { distance } from 'fastest-levenshtein';
import { plainSigns } from '../format/plain-signs.ts';
import type { Claim } from './claim.ts';
import { searchText } from './normalise.ts';

/** Searches of the store for one message: each reads every claim of the scope. */
const MOST_WORDS = 5;
/** Letters. Shorter words are in every name. */
const SHORTEST_WORD = 4;
/** Letters at either end of a word by which a name with a slip in it is found. */
const END_LETTERS = 4;
/** Letters for each of which one may be wrong, and the most that may be. A transposition is two. */
const LETTERS_PER_SLIP = 5;
const MOST_SLIPS = 2;
const CAPITAL_WORD = /(?<=[\s('"“‘])\p{Lu}\p{L}{3,}/gu;
const LEGAL_FORM =
  /^(?:inc|llc|ltd|limited|plc|gmbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|aps|oy|corp|corporation|co|company|pty|kk)$/u;

export interface NamedCustomers {
  /** Claims of the customers that the message names best. */
  readonly claims: readonly Claim[];
  /** A word that all their names have. */
  readonly word: string;
}

/**
 * @param words those of the message that are no words of the bot's. Others that begin with a capital are looked at as well ("Adventure
 * Works"), and name a customer by the whole name alone.
 * @param search claims with this part in their searchable text
 */
export async function customersNamedIn(
  message: string,
  words: readonly string[],
  search: (part: string) => Promise<readonly Claim[]>,
): Promise<NamedCustomers | undefined> {
  const said = wordsOf(message);
  const strange = new Set(words.map((one) => searchText([one])));
  const capitals = (message.match(CAPITAL_WORD) ?? []).map((one) => searchText([one]));
  let best: (NamedCustomers & { readonly letters: number }) | undefined;
  for (const word of [...new Set([...strange, ...capitals])].filter(isTelling).slice(0, MOST_WORDS)) {
    const isStrange = strange.has(word);
    // What the bot knows is no slip, and is looked for as it stands.
    const found = await (isStrange ? withThisWord(word, search) : search(word));
    const scored = found
      .map((claim) => ({ claim, letters: lettersNamed(claim.customerName, said, isStrange ? word : '') }))
      .filter(({ letters }) => letters > 0);
    const most = Math.max(0, ...scored.map(({ letters }) => letters));
    if (most <= (best?.letters ?? 0)) continue;
    best = { claims: scored.flatMap(({ claim, letters }) => (letters === most ? [claim] : [])), word, letters: most };
  }
  return best;
}

/** Claims with the word in their customer's name; where there are none, with its beginning or its end. */
async function withThisWord(
  word: string,
  search: (part: string) => Promise<readonly Claim[]>,
): Promise<readonly Claim[]> {
  const found = await search(word);
  if (found.some(({ customerName }) => searchText([customerName]).includes(word)) || word.length <= END_LETTERS)
    return found;
  return [...(await search(word.slice(0, END_LETTERS))), ...(await search(word.slice(-END_LETTERS)))];
}

/**
 * How many letters of a customer's name a message names: all of them, written together or apart; or its first word, where that is the
 * strange one. 0: it does not name it.
 *
 * @param strange the word by which it was found; empty where the bot knows that
 */
function lettersNamed(customerName: string, said: readonly string[], strange: string): number {
  const all = wordsOf(customerName);
  const name = all.filter((one, i) => i === 0 || !LEGAL_FORM.test(one));
  const joined = name.join('');
  for (const length of [name.length, name.length - 1, name.length + 1]) {
    for (let start = 0; length > 0 && start + length <= said.length; start++) {
      if (isSame(said.slice(start, start + length).join(''), joined)) return joined.length;
    }
  }
  const [first = ''] = name;
  return isTelling(first) && isSame(strange, first) ? first.length : 0;
}

function isSame(written: string, name: string): boolean {
  const slips = Math.min(MOST_SLIPS, Math.floor(name.length / LETTERS_PER_SLIP));
  return written === name || (slips > 0 && written.at(0) === name.at(0) && distance(written, name) <= slips);
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST_WORD;
}

function wordsOf(text: string): string[] {
  return searchText([plainSigns(text).replace(/'s\b/gu, '')]).match(/[\p{L}\p{N}]+/gu) ?? [];
}
