/** Several things in a sentence. */
import { numberText } from './count.ts';
import { formatTexts } from './texts.ts';

/** In the language of the bot's words, whatever the reader's numbers look like. */
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Exchange Online, Teams, and Intune" */
export function listText(items: readonly string[]): string {
  return LIST.format(items);
}

/** The first of them, and how many there are besides: "Exchange Online, Teams, and 3 more". */
export function listOfFirst(items: readonly string[], most: number, locale: string): string {
  const rest = items.length - most;
  return listText(rest > 0 ? [...items.slice(0, most), formatTexts.more(numberText(rest, locale))] : items);
}
