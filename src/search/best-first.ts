/** What fits best comes first. Pure. */
import type { Claim } from '../claims/claim.ts';
import { claimKey, claimKeysOf, customerKey, searchText } from '../claims/normalise.ts';
import { type Ticket, ticketName, ticketNameBegin, ticketNumber } from '../tickets/ticket.ts';

export type SearchHit =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'ticket'; readonly ticket: Ticket };

/** What was typed, as claims and tickets are compared with it. */
interface Typed {
  /** As it was written first. */
  readonly keys: readonly string[];
  readonly folded: string;
  readonly number: number | undefined;
  readonly name: string | undefined;
}

const FITS = ['exact', 'begins', 'contains'] as const;
type Fit = (typeof FITS)[number];

/** The exact ID or number, then what begins with the text, then what contains it; claims and tickets alternate, each in the order given. */
export function bestFirst(
  text: string,
  claims: readonly Claim[],
  tickets: readonly Ticket[],
  limit: number,
): SearchHit[] {
  const typed: Typed = {
    keys: claimKeysOf(text),
    folded: searchText([text]),
    number: ticketNumber(text),
    name: ticketNameBegin(text),
  };
  return FITS.flatMap((fit) =>
    interleave(
      claims.filter((claim) => fitOfClaim(claim, typed) === fit),
      tickets.filter((ticket) => fitOfTicket(ticket, typed) === fit),
    ),
  ).slice(0, limit);
}

/** Claims and tickets alternate, as long as there are both. */
export function interleave(claims: readonly Claim[], tickets: readonly Ticket[]): SearchHit[] {
  return Array.from({ length: Math.max(claims.length, tickets.length) }, (_, i): SearchHit[] => {
    const [claim, ticket] = [claims[i], tickets[i]];
    return [
      ...(claim === undefined ? [] : [{ kind: 'claim', claim } as const]),
      ...(ticket === undefined ? [] : [{ kind: 'ticket', ticket } as const]),
    ];
  }).flat();
}

function fitOfClaim(claim: Claim, { keys, folded }: Typed): Fit {
  if (keys.includes(claim.claimKey)) return 'exact';
  return keys.some((key) => claim.claimKey.startsWith(key)) || begins(claim.customerKey, folded)
    ? 'begins'
    : 'contains';
}

function fitOfTicket(ticket: Ticket, { keys: typed, folded, number, name }: Typed): Fit {
  const keys = ticket.claims.map(({ claimId }) => claimKey(claimId));
  if (ticket.number === number || keys.some((key) => typed.includes(key))) return 'exact';
  const numberBegins = name !== undefined && ticketName(ticket).toLowerCase().startsWith(name);
  const customers = ticket.claims.map(({ customer }) => customerKey(customer));
  return numberBegins || [...keys, ...customers].some((one) => begins(one, folded)) ? 'begins' : 'contains';
}

/** A text of accents alone is empty when folded, and everything would begin with that. */
function begins(text: string, start: string): boolean {
  return start !== '' && text.startsWith(start);
}
