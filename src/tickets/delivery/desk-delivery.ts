/** Delivers tickets to the desk: each is one card in its channel, sent one time and changed from then on. */
import type { Limits } from '../../outbox/rate-limits.ts';
import { heedRetryAfter } from '../../outbox/send-outcome.ts';
import type { Clock } from '../../time/clock.ts';
import type { ProactiveSender, Reader } from '../../turn.ts';
import { ticketCard } from '../cards.ts';
import type { Desks } from '../desks.ts';
import type { Actor } from '../rules.ts';
import { isClosed } from '../ticket.ts';
import type { TicketDelivery } from './ticket-delivery.ts';

export interface DeskDeliveryOptions {
  readonly desks: Desks;
  readonly proactive: ProactiveSender;
  /** Per thread. */
  readonly limits: Limits;
  readonly realTime: Clock;
  readonly newKey: () => string;
  /** The desk has many readers, so dates are written as the tenant writes them. */
  readonly reader: Reader;
}

/** The card shows what the desk may do; the rights of whoever presses are checked then. */
const READER: Actor = { userId: '', name: '', lead: false, desk: true };

export function deskDelivery({
  desks,
  proactive,
  limits,
  realTime,
  newKey,
  reader,
}: DeskDeliveryOptions): TicketDelivery {
  return {
    place: 'desk',
    creates: 'card',
    destination: (tenantId) => tenantId,
    tenants: () => desks.tenants(),

    async deliver(ticket, state, mayCreate) {
      const desk = await desks.of(ticket.tenantId);
      if (desk === undefined) return { kind: 'nothing' };
      // A card in another channel, which was the desk before, is left as it is.
      const messageId = state.where === desk.channelId ? state.messageId : undefined;
      const movedHere = state.where !== undefined && state.where !== desk.channelId;
      if (messageId === undefined && !mayCreate && !movedHere) return { kind: 'withheld' };
      if (messageId === undefined && isClosed(ticket)) return { kind: 'nothing' };
      const now = realTime().getTime();
      const ms = limits.take(desk.channelId, now);
      if (ms > 0) return { kind: 'wait', ms, all: true };
      const reply = { card: ticketCard(ticket, READER, reader, { idempotencyKey: newKey(), atDesk: true }) };
      const where = desk.channelId;
      const attempt =
        messageId === undefined
          ? await proactive.post(desk.reference, reply)
          : await proactive.change(desk.reference, messageId, reply);
      heedRetryAfter(attempt, limits, where, now);
      return { kind: 'tried', act: messageId === undefined ? 'create' : 'update', attempt, where };
    },
  };
}
