/** One place outside that tickets go to: what it takes to send one there. */
import type { Attempt } from '../../outbox/attempt.ts';
import type { SendKind } from '../../outbox/policy.ts';
import type { DeliveryState, Place, Ticket } from '../ticket.ts';

/** What came of one delivery. */
export type TicketDeliveryResult =
  | { readonly kind: 'tried'; readonly act: SendKind; readonly attempt: Attempt; readonly where?: string }
  /** This version brings nothing that belongs to this place. */
  | { readonly kind: 'nothing' }
  /** Rate limits are reached: nothing was sent. `all`: nothing of this tenant can be sent to this place before then. */
  | { readonly kind: 'wait'; readonly ms: number; readonly all?: true }
  /** Nothing was sent, since it would create a message that may be there already. */
  | { readonly kind: 'withheld' };

export interface TicketDelivery {
  readonly place: Place;
  /** What a create makes there: the one card of a ticket, or a line on what is new, of which each change may make another. */
  readonly creates: 'card' | 'line' | 'nothing';
  /** What a tenant's tickets go to there: each destination has slots of its own, and is paused by itself where nothing gets through. */
  destination(tenantId: string): string;
  /** The tenants that have such a place. */
  tenants(): Promise<readonly string[]>;
  /**
   * Sends what the place lacks. A request that fails is a result, not an error.
   * @param state how the ticket stands in this place
   * @param mayCreate false where a message may be there already without being known: then nothing new is created
   */
  deliver(ticket: Ticket, state: DeliveryState, mayCreate: boolean): Promise<TicketDeliveryResult>;
}
