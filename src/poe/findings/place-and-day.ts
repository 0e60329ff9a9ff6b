/** The place and the day over a signature. Pure. */
import { datesIn } from '../../documents/dates.ts';
import type { ViewCell } from './view.ts';

/** “Plymouth, 4 May 2020”, “Done at Plymouth on 4 May 2020”. */
export function isDoneAt(text: string): boolean {
  const [date] = datesIn(text);
  return (
    date !== undefined &&
    /(?:,\s*(?:\p{L}{1,3}\s*){0,2}|(?<!\p{L})\p{Ll}{1,3}\s\p{Lu}[\p{L}\s-]*\s\p{Ll}{1,3})\s*$/u.test(
      text.slice(0, date.at),
    )
  );
}

/** “En Valladolid, a 5 de febrero de 2020”: letters have it over the heading of the place to sign. */
export function isPlaceAndDay({ text, row }: ViewCell): boolean {
  const [date] = datesIn(text, row.scan);
  return (
    date !== undefined &&
    /^(?:[\p{L}\s.&/'’-]+,)?\s*(?:\p{L}{1,3}\s*){0,2}$/u.test(text.slice(0, date.at)) &&
    text.length - date.at - date.words.length <= 1
  );
}
