/** What a row of the ledger becomes right before it is sent: each product composes its own. */
import { localeOf, type Person } from '../people/person.ts';
import type { Reader, Reply } from '../turn.ts';
import type { Nudge, Reason } from './nudge.ts';

export type Composed =
  /** `kept`: what the row remembers of the card. */
  | { readonly kind: 'send'; readonly reply: Reply; readonly kept?: Pick<Nudge, 'open' | 'claims'> }
  | { readonly kind: 'skip'; readonly why: Reason }
  /** Not before `at`, by the campaign clock. */
  | { readonly kind: 'later'; readonly at: Date };

export interface Composer {
  /** Decides anew from the records as they are now, and draws the card. Sends nothing. @param now campaign clock */
  compose(row: Nudge, person: Person, now: Date): Promise<Composed>;
  /** Draws a card that was sent before as it stands now. Absent, or undefined: it stays as it was. @param now campaign clock */
  redraw?(row: Nudge, person: Person, now: Date): Promise<Reply | undefined>;
}

/** The locale and time zone of somebody who is not in a turn just now. */
export function readerOf(person: Person, tenantZone: string): Reader {
  return { locale: localeOf(person), timeZone: person.timeZone ?? tenantZone };
}
