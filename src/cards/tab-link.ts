/** The link at the end of a card, to where the tab shows the same. */
import { cardTexts } from './texts.ts';

/** A way from a card into the tab. */
export interface TabLink {
  readonly part: TabPart;
  readonly title: string;
}

/** A claim by the id of its record, a ticket by its name, a view; empty: the view that the tab begins with. */
export type TabPart = '' | 'tickets' | 'campaign' | `claim/${string}` | `ticket/${string}`;

export function linkTo(part: TabPart, locale: string): TabLink {
  return { part, title: cardTexts(locale).openInTab };
}
