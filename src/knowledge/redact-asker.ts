/** Takes the name and addresses of the person who asked out of what they wrote: questions are kept without them. Pure. */
import type { Person } from '../people/person.ts';

/** Stands in the place of a name. It is not a word, so the same question of two people has one key (`questionKey`). */
const REDACTED = '…';
const SEPARATORS = "[\\s,.'’()-]{1,3}";
/** An e-mail address. The lookbehind lets it start only where a word starts: from inside a long word nothing is tried again. */
const ADDRESS = /(?<![^\s<>()[\]{},;:"'“”])[^\s@<>()[\]{},;:"“”]+@[^\s@<>()[\]{},;:"“”]+/gu;
const MOST_WORDS = 8;

/**
 * The text with `…` in place of the person's user principal name, of their e-mail address, and of two or more words of their name
 * in a row, in any order and case: "Adele Vance", "Vance, Adele M." One word of the name alone stays, because it may be a word of
 * the question ("Will", "May"). Names of other people stay.
 */
export function redactAsker(text: string, { name, upn, email }: Pick<Person, 'name' | 'upn' | 'email'>): string {
  const own = new Set([upn, email].flatMap((address) => address?.toLowerCase() ?? []));
  const redacted = text.replace(ADDRESS, (found) => {
    const address = found.replace(/[^\p{L}\p{N}]+$/u, '');
    return own.has(address.toLowerCase()) ? `${REDACTED}${found.slice(address.length)}` : found;
  });
  return redactName(redacted, name);
}

function redactName(text: string, name: string): string {
  const words = (name.match(/[\p{L}\p{N}\p{M}]{2,}/gu) ?? []).slice(0, MOST_WORDS);
  if (words.length < 2) return text;
  const word = `(?:${words.join('|')})`;
  // An initial between two words belongs to the name.
  const whole = `(?<![\\p{L}\\p{N}])${word}(?:${SEPARATORS}(?:\\p{L}${SEPARATORS})?${word})+(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(whole, 'giu'), REDACTED);
}
