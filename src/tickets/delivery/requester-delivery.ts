/** Delivers tickets to their requester: keeps their card up to date, and sends a line on what others did. */

import { shorten } from '../../format/shorten.ts';
import type { Attempt } from '../../outbox/attempt.ts';
import type { SendKind } from '../../outbox/policy.ts';
import type { Limits } from '../../outbox/rate-limits.ts';
import { heedRetryAfter, outcomeOf } from '../../outbox/send-outcome.ts';
import type { People } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import { localeOf } from '../../people/person.ts';
import type { Clock } from '../../time/clock.ts';
import type { ProactiveSender } from '../../turn.ts';
import { eventText, ticketCard } from '../cards.ts';
import type { TicketRepository } from '../repository.ts';
import { ticketTexts } from '../texts.ts';
import { type DeliveryState, type Ticket, ticketName } from '../ticket.ts';
import type { TicketDelivery, TicketDeliveryResult } from './ticket-delivery.ts';

export interface RequesterDeliveryOptions {
  readonly tickets: TicketRepository;
  readonly people: People;
  readonly proactive: ProactiveSender;
  readonly limits: Limits;
  readonly realTime: Clock;
  readonly newKey: () => string;
  readonly isLead: (person: Person) => boolean;
  /** For people whose own is not known. */
  readonly timeZone: string;
}

type Tried = Extract<TicketDeliveryResult, { kind: 'tried' }>;
type Wait = Extract<TicketDeliveryResult, { kind: 'wait' }>;

/** Bytes of a line. One message has a line for each change since the last message. */
const LINE = 600;
const MOST_LINES = 5;

export function requesterDelivery(options: RequesterDeliveryOptions): TicketDelivery {
  const { tickets, people, proactive, limits, realTime, newKey, isLead, timeZone } = options;
  return {
    place: 'requester',
    creates: 'line',
    destination: (tenantId) => tenantId,
    tenants: () => tickets.collection.tenants(),

    async deliver(ticket, state, mayCreate) {
      const { tenantId, requester } = ticket;
      const person = await people.get(tenantId, requester.userId);
      if (person?.reference === undefined || !person.reachable) return { kind: 'nothing' };
      const { _id: thread, reference } = person;
      const actor = { userId: person.userId, name: person.name, lead: isLead(person), desk: false };
      const reader = { locale: localeOf(person), timeZone: person.timeZone ?? timeZone };
      const lines = linesFor(ticket, state, reader.locale);
      const card = ticketCard(ticket, actor, reader, { idempotencyKey: newKey() });

      /** One request within the chat's limits. A block is remembered (docs/platform.md, trap 3). */
      async function within(act: SendKind, send: () => Promise<Attempt>): Promise<Tried | Wait> {
        const now = realTime().getTime();
        const ms = limits.take(thread, now);
        if (ms > 0) return { kind: 'wait', ms };
        const attempt = await send();
        heedRetryAfter(attempt, limits, thread, now);
        if (outcomeOf(attempt) === 'unreachable') await people.markUnreachable(tenantId, requester.userId);
        return { kind: 'tried', act, attempt };
      }

      if (state.messageId !== undefined) {
        const { messageId } = state;
        const changed = await within('update', () => proactive.change(reference, messageId, { card }));
        if (changed.kind === 'wait' || isLineDelayed(changed.attempt, lines)) return changed;
      }
      if (lines === '') return { kind: 'nothing' };
      if (!mayCreate) return { kind: 'withheld' };
      const reply = { text: lines, ...(state.messageId === undefined && { card }) };
      const sent = await within('create', () => proactive.post(reference, reply));
      if (sent.kind === 'wait' || sent.attempt.kind !== 'sent' || state.messageId === undefined) return sent;
      // The card, not the line, is what is kept up to date from now on.
      return { ...sent, attempt: { kind: 'sent', id: state.messageId } };
    },
  };
}

/**
 * Whether the line waits until the card is changed. It does not wait for a card that is gone, or that Teams refuses to change. Where
 * the change may have arrived, a line says what is new all the same; without a line, the change is tried again.
 */
function isLineDelayed(changed: Attempt, lines: string): boolean {
  switch (outcomeOf(changed)) {
    case 'unreachable':
    case 'conflict':
    case 'throttled':
      return true;
    case 'unknown':
      return lines === '';
    default:
      return false;
  }
}

/** "T-1001: Megan Bowen took it", a line each; empty where only the requester did something. */
function linesFor(ticket: Ticket, state: DeliveryState, locale: string): string {
  return (
    ticket.history
      // An escalation is for the desk and the leads; to the requester it would sound like a reproach.
      .filter(
        ({ kind, version, by }) =>
          kind !== 'raised' && version > state.version && by?.userId !== ticket.requester.userId,
      )
      .slice(-MOST_LINES)
      .map((event) => shorten(ticketTexts(locale).line(ticketName(ticket), eventText(event, locale)), LINE))
      .join('\n\n')
  );
}
