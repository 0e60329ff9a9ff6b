/** The text for Partner Center, ready to paste: claim IDs first, then what it is about. Plain text. Pure. */
import { itemsThatFit } from '../format/shorten.ts';
import { ticketTexts } from './texts.ts';
import { TICKET_CATEGORY, type Ticket, ticketName } from './ticket.ts';

/** Where partners open tickets (the notice, "Questions?"). No parameter fills its form (docs/domain.md, "Support"). */
export const SUPPORT_URL = 'https://partner.microsoft.com/Support';

export interface HandOver {
  readonly title: string;
  readonly text: string;
}

export function handOver(ticket: Ticket): HandOver {
  const ids = ticket.claims.map(({ claimId }) => claimId);
  const customers = [...new Set(ticket.claims.map(({ customer }) => customer))].filter((name) => name !== '');
  const { handOver: words } = ticketTexts;
  const lines = [
    ...(ids.length > 0 ? [words.claims(ids.join(', '))] : []),
    ...(customers.length > 0 ? [words.customers(namesThatFit(customers))] : []),
    // What the notice asks to say for a disassociation ("Am I required to update any associations?").
    ...(ticket.issue === 'disassociation' ? [words.disassociation(ids.length)] : []),
  ];
  // The form's own words say no more than the line above.
  const description = ticket.description === ticketTexts.disassociationDraft ? '' : ticket.description;
  const paragraphs = [lines.join('\n'), description, words.reference(ticketName(ticket))];
  const issue = ticketTexts.issues[ticket.issue];
  const subject = ids.length > 0 ? words.issueOfClaims(issue, shortList(ids)) : issue;
  return {
    title: words.subject(TICKET_CATEGORY, subject),
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
}

/** Bytes of JSON. The claim IDs say whose they are; all names of fifty customers would leave no room for the rest. */
const CUSTOMERS = 1_500;

function namesThatFit(names: readonly string[]): string {
  const fit = itemsThatFit(names, CUSTOMERS);
  const rest = names.length - fit.length;
  return fit.join(', ') + (rest > 0 ? ` ${ticketTexts.andMore(rest)}` : '');
}

/** A title names three at most. */
function shortList(ids: readonly string[]): string {
  const rest = ids.length - 3;
  return ids.slice(0, 3).join(', ') + (rest > 0 ? ` ${ticketTexts.andMore(rest)}` : '');
}
