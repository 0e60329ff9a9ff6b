/** Delivers tickets to the help-desk system: the ticket as it stands, under an idempotency key of its id and version. */

import type { Webhook } from '../../outbox/webhook.ts';
import { descriptionFor } from '../hand-over.ts';
import type { TicketRepository } from '../repository.ts';
import { ticketTexts } from '../texts.ts';
import { TICKET_CATEGORY, type Ticket, ticketName } from '../ticket.ts';
import type { TicketDelivery } from './ticket-delivery.ts';

export function webhookDelivery({ tickets, webhook }: { tickets: TicketRepository; webhook: Webhook }): TicketDelivery {
  return {
    place: 'webhook',
    creates: 'nothing',
    // One system takes the tickets of all tenants.
    destination: () => 'webhook',
    tenants: () => tickets.collection.tenants(),
    async deliver(ticket) {
      const attempt = await webhook.post({ key: `${ticket._id}/${ticket.version}`, body: bodyOf(ticket) });
      return { kind: 'tried', act: 'keyed', attempt };
    },
  };
}

/** What a help-desk system needs of a ticket. Documents are not sent, only their names and sizes. */
export function bodyOf(ticket: Ticket): object {
  const { history, requester, assignee } = ticket;
  return {
    event: ticket.version === 1 ? 'ticket.created' : 'ticket.changed',
    tenantId: ticket.tenantId,
    ticket: {
      id: ticket._id,
      number: ticketName(ticket),
      version: ticket.version,
      state: ticket.state,
      category: TICKET_CATEGORY,
      topic: ticketTexts('en').topics[ticket.topic],
      issue: ticketTexts('en').issues[ticket.issue],
      claims: ticket.claims.map(({ claimId, customer, known }) => ({ claimId, customer, known })),
      description: descriptionFor(ticket, 'en'),
      requester: { id: requester.userId, name: requester.name },
      ...(assignee !== undefined && { assignee: { id: assignee.userId, name: assignee.name } }),
      ...(ticket.caseNumber !== undefined && { caseNumber: ticket.caseNumber }),
      files: ticket.files.map(({ name, size }) => ({ name, size })),
      createdAt: ticket.createdAt,
      changedAt: ticket.changedAt,
      history: history.map(({ kind, by, at, text }) => ({ kind, by: by?.name ?? '', at, text: text ?? '' })),
    },
  };
}
