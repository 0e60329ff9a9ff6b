/** What a message names: claim IDs among its words, and the customer at the end of a request. Pure. */
import { plainSigns } from './plain-signs.ts';

/** Nobody names more in a sentence; it limits the query. */
const MOST_IDS = 8;
const MOST_WORDS = 6;
/** A short plain number in a sentence counts something else. Alone, or behind "claim", it is taken as an ID elsewhere. */
const ID = /^(?=.*\p{N})(?=.*\p{L}|\p{N}{6})[\p{L}\p{N}][\p{L}\p{N}\p{M}_./#:-]{3,99}$/u;
/** Years, days and the names of Microsoft's products. */
const NO_ID = /^(?:(?:19|20)\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d+(?:st|nd|rd|th)|[mo]365)$/iu;
const AROUND = /^[\s"'“”‘’()<>[\]#]+|[\s"'“”‘’()<>[\].,;:!?]+$/gu;

/** "what is missing for CLM-1001?" → CLM-1001 */
export function idsIn(text: string): string[] {
  const words = text.split(/\s+/u).map((word) => word.replace(AROUND, ''));
  const isId = (word: string): boolean => ID.test(word) && !NO_ID.test(word);
  return [...new Set(words.filter((word) => isId(plainSigns(word))))].slice(0, MOST_IDS);
}

/** Letters, apart or together, and digits behind them: "clm 70031", "C L M 70052". */
const SPELLED_OUT = /(?<![\p{L}\p{N}])((?:\p{L} ){1,5}\p{L}|\p{L}{2,6}) (\d{3,12})(?![\p{L}\p{N}])/giu;

/** What may be an ID, for a look-up: those of `idsIn`, then what people dictate or write apart, with and without a hyphen. */
export function possibleIdsIn(text: string): string[] {
  const apart = [...plainSigns(text).matchAll(SPELLED_OUT)]
    .slice(0, MOST_IDS)
    .flatMap(([, letters = '', digits = '']) => {
      const prefix = letters.replaceAll(' ', '');
      return [`${prefix}-${digits}`, `${prefix}${digits}`];
    });
  return [...new Set([...idsIn(text), ...apart])];
}

/** One word with a digit in it, as an ID is. */
export function looksLikeId(text: string): boolean {
  const [id] = idsIn(text);
  return id !== undefined && id === text.replace(AROUND, '');
}

/** Half of all names hold a shorter text. */
const SHORTEST = 3;

/**
 * What may be a name at the end of a request, the longest first. Words are cut from its end, where circumstances stand. The first word
 * always stays: a customer that only has a later one in common ("Ltd", "Bank") is another customer.
 * "Contoso from June" → "Contoso from June", "Contoso from", "Contoso"
 */
export function namesIn(subject: string): string[] {
  const words = subject.split(/\s+/u).slice(0, MOST_WORDS);
  return words.map((_, i) => words.slice(0, words.length - i).join(' ')).filter((name) => name.length >= SHORTEST);
}

/** An ID as it is written, and without the signs that people put around one; the shortest last: "#17?" → "#17?", "#17", "17" */
export function idSpellings(text: string): string[] {
  const ended = trimmedEnd(text);
  const bare = unquoted(ended);
  return [...new Set([text, ended, bare, bare.replace(/^[\s#]+/, '')])];
}

/** Without quotation marks around it, whichever they are. */
export function unquoted(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isQuoteOrBlank(text.charAt(start))) start += 1;
  while (end > start && isQuoteOrBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isQuoteOrBlank(character: string): boolean {
  return /[\s"']/.test(plainSigns(character));
}

/** Without blanks and punctuation at its end. */
export function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .!?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
