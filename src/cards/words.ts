/** The fixed words of card templates. A template names each as `{{name}}`; they stand in the feature's `texts.ts`, a set for each language. */
import { ProgrammingError } from '../errors.ts';

/** Name → words. `{name}` in them stands for what the card is filled with under that name. */
export type CardWords = Readonly<Record<string, string>>;

/** By the name of the template. */
export type CardWordsByTemplate = Readonly<Record<string, CardWords>>;

/**
 * A template (JSON) with its words in place.
 * @throws ProgrammingError for a name that the words do not have
 */
export function withWords(node: unknown, words: CardWords): unknown {
  if (Array.isArray(node)) return node.map((item) => withWords(item, words));
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withWords(value, words)]));
  if (typeof node !== 'string') return node;
  return node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    if (word === undefined) throw new ProgrammingError(`a card template names words that there are none of: ${name}`);
    // As the templating language has it.
    return word.replace(/\{(\w+)\}/g, (_filled, field: string) => `\${${field}}`);
  });
}
