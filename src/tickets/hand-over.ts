/** The text for Partner Center, ready to paste: claim IDs first, then what it is about. Plain text. Pure. */
import { itemsThatFit } from '../format/shorten.ts';
import { LANGUAGES } from '../language/language.ts';
import { ticketTexts } from './texts.ts';
import { TICKET_CATEGORY, type Ticket, ticketName } from './ticket.ts';

/** Where partners open tickets (the notice, "Questions?"). No parameter fills its form (docs/domain.md, "Support"). */
export const SUPPORT_URL = 'https://partner.microsoft.com/Support';

export interface HandOver {
  readonly title: string;
  readonly text: string;
}

/** In the language of Microsoft’s support, but for what people wrote themselves. */
const SUPPORT_LOCALE = 'en';

export function handOver(ticket: Ticket): HandOver {
  const ids = ticket.claims.map(({ claimId }) => claimId);
  const customers = [...new Set(ticket.claims.map(({ customer }) => customer))].filter((name) => name !== '');
  const texts = ticketTexts(SUPPORT_LOCALE);
  const { handOver: words } = texts;
  const lines = [
    ...(ids.length > 0 ? [words.claims(ids.join(', '))] : []),
    ...(customers.length > 0 ? [words.customers(namesThatFit(customers))] : []),
    // What the notice asks to say for a disassociation ("Am I required to update any associations?").
    ...(ticket.issue === 'disassociation' ? [words.disassociation(ids.length, SUPPORT_LOCALE)] : []),
  ];
  // The form's own words say no more than the line above.
  const written = descriptionFor(ticket, SUPPORT_LOCALE);
  const description = written === texts.disassociationDraft ? '' : written;
  const paragraphs = [lines.join('\n'), description, words.reference(ticketName(ticket))];
  const issue = texts.issues[ticket.issue];
  const subject = ids.length > 0 ? words.issueOfClaims(issue, shortList(ids)) : issue;
  return {
    title: words.subject(TICKET_CATEGORY, subject),
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
}

/** What people wrote as they wrote it, and what the form wrote for them in the language of this locale. */
export function descriptionFor({ description }: Pick<Ticket, 'description'>, locale: string): string {
  const texts = ticketTexts(locale);
  for (const language of LANGUAGES) {
    const { disassociationDraft, fromQuestion } = ticketTexts(language);
    if (description === disassociationDraft) return texts.disassociationDraft;
    const before = fromQuestion('');
    if (description.startsWith(before)) return texts.fromQuestion(description.slice(before.length));
  }
  return description;
}

/** Bytes of JSON. The claim IDs say whose they are; all names of fifty customers would leave no room for the rest. */
const CUSTOMERS = 1_500;

function namesThatFit(names: readonly string[]): string {
  const fit = itemsThatFit(names, CUSTOMERS);
  const rest = names.length - fit.length;
  return fit.join(', ') + (rest > 0 ? ` ${ticketTexts(SUPPORT_LOCALE).andMore(rest, SUPPORT_LOCALE)}` : '');
}

/** A title names three at most. */
function shortList(ids: readonly string[]): string {
  const rest = ids.length - 3;
  return ids.slice(0, 3).join(', ') + (rest > 0 ? ` ${ticketTexts(SUPPORT_LOCALE).andMore(rest, SUPPORT_LOCALE)}` : '');
}
