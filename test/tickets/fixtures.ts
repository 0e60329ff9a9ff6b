/** Tickets for tests of this room. */
import { NOTHING_SENT, type Ticket } from '../../src/tickets/ticket.ts';

export const TENANT = 't1';
export const ADELE = { userId: 'adele', name: 'Adele Vance' };

/** An open ticket that nobody has touched since it was opened. */
export function ticketOf(number: number, more: Partial<Ticket> = {}): Ticket {
  const at = more.createdAt ?? '2020-06-16T09:00:00.000Z';
  return {
    _id: `id-${number}`,
    tenantId: TENANT,
    number,
    submitKey: `adele/${number}`,
    requester: ADELE,
    topic: 'cpor',
    issue: 'other',
    claims: [],
    description: 'Does the customer sign it?',
    files: [],
    state: 'open',
    history: [{ kind: 'opened', by: ADELE, at, version: 1 }],
    appliedKeys: [],
    version: 1,
    createdAt: at,
    changedAt: at,
    raised: false,
    legs: { desk: NOTHING_SENT, webhook: NOTHING_SENT, requester: { ...NOTHING_SENT, version: 1 } },
    searchKey: `t-${number}`,
    ...more,
  };
}
