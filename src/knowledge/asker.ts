/** Takes the asker out of what they wrote: questions are kept without who asked them. Pure. */
import type { Person } from '../people/person.ts';

/** What stands in the place. It is no word, so that the same question of somebody else has the same key. */
const LEFT_OUT = '…';
const SEPARATORS = "[\\s,.'’()-]{1,3}";
/** Starts at the start of a word only, so that a long one is read once. */
const ADDRESS = /(?<![^\s<>()[\]{},;:"'“”])[^\s@<>()[\]{},;:"“”]+@[^\s@<>()[\]{},;:"“”]+/gu;
const MOST_WORDS = 8;

/**
 * The person's own user principal name and e-mail, and two or more words of their name in a row, in any order and case: "Adele
 * Vance", "Vance, Adele M." One word alone stays: it may be a word of the question ("Will", "May").
 */
export function withoutAsker(text: string, { name, upn, email }: Pick<Person, 'name' | 'upn' | 'email'>): string {
  const own = new Set([upn, email].flatMap((address) => address?.toLowerCase() ?? []));
  const nameless = withoutName(
    text.replace(ADDRESS, (found) => {
      const address = found.replace(/[^\p{L}\p{N}]+$/u, '');
      return own.has(address.toLowerCase()) ? `${LEFT_OUT}${found.slice(address.length)}` : found;
    }),
    name,
  );
  return nameless;
}

function withoutName(text: string, name: string): string {
  const words = (name.match(/[\p{L}\p{N}\p{M}]{2,}/gu) ?? []).slice(0, MOST_WORDS);
  if (words.length < 2) return text;
  const word = `(?:${words.join('|')})`;
  // Initials within stay with the name.
  const whole = `(?<![\\p{L}\\p{N}])${word}(?:${SEPARATORS}(?:\\p{L}${SEPARATORS})?${word})+(?![\\p{L}\\p{N}])`;
  return text.replace(new RegExp(whole, 'giu'), LEFT_OUT);
}
