/** A ticket as it is when it is opened. Pure. */
import {
  type IssueKey,
  NOTHING_SENT,
  type Party,
  type Ticket,
  type TicketClaim,
  type TopicKey,
  ticketSearchKey,
} from './ticket.ts';

/** What a person enters, checked field by field (`form.ts`). */
export interface TicketInput {
  readonly topic: TopicKey;
  readonly issue: IssueKey;
  readonly claims: readonly TicketClaim[];
  readonly description: string;
}

export interface NewTicketFields extends Pick<Ticket, '_id' | 'tenantId' | 'number' | 'submitKey'> {
  readonly requester: Party;
  /** Real time. */
  readonly at: Date;
  /** The message whose card turns into the ticket's, where there is one. */
  readonly cardId: string | undefined;
}

export function newTicket(input: TicketInput, { at, cardId, requester, ...opening }: NewTicketFields): Ticket {
  const now = at.toISOString();
  return {
    ...input,
    ...opening,
    requester,
    files: [],
    state: 'open',
    history: [{ kind: 'opened', by: requester, at: now, version: 1 }],
    appliedKeys: [],
    version: 1,
    createdAt: now,
    changedAt: now,
    raised: false,
    legs: {
      desk: NOTHING_SENT,
      webhook: NOTHING_SENT,
      // The answer to their submit shows the requester this version.
      requester: { ...NOTHING_SENT, version: 1, ...(cardId && { messageId: cardId }) },
    },
    deskDue: now,
    webhookDue: now,
    searchKey: ticketSearchKey(opening.number, input.claims),
  };
}
