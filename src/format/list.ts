/** Several things in a sentence. */
import { listFormat } from '../intl.ts';
import { languageOf } from '../language/language.ts';
import { numberText } from './count.ts';
import { formatTexts } from './texts.ts';

/** "Exchange Online, Teams, and Intune": in the language of the bot's words, whatever the reader's numbers look like. */
export function listText(items: readonly string[], locale: string): string {
  return listFormat(languageOf(locale)).format(items);
}

/** The first of them, and how many there are besides: "Exchange Online, Teams, and 3 more". */
export function listOfFirst(items: readonly string[], most: number, locale: string): string {
  const rest = items.length - most;
  const shown = rest > 0 ? [...items.slice(0, most), formatTexts(locale).more(numberText(rest, locale))] : items;
  return listText(shown, locale);
}

/** "Exchange Online, Teams": one after the other, as many as there are. */
export function commaText(items: readonly string[], locale: string): string {
  return items.join(formatTexts(locale).comma);
}

/** One sentence after the other, without those that are empty. */
export function sentencesText(sentences: readonly string[], locale: string): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((all, next) => (all === '' ? next : formatTexts(locale).after(all, next)), '');
}
