import { shorten } from '../format/shorten.ts';
import { cardTexts } from './texts.ts';

/** Bytes of JSON: names come at any length, and a card has to stay below 28 KB. */
const NAME_BYTES = 80;

/** Somebody's name as a card shows it. */
export function personName(name: string, locale: string): string {
  return name.trim() === '' ? cardTexts(locale).somebody : shorten(name, NAME_BYTES);
}
