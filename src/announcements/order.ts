/** An announcement that a lead ordered: kept in the ledger's orders until a round has made rows of it, and as its record after that. */
import type { Order } from '../delivery/orders.ts';
import type { AnnouncementDraft, Audience } from './announcement.ts';

export interface AnnouncementOrder extends Order {
  readonly kind: 'announcement';
  readonly audience: Audience;
  /** The program or the customer as the lead entered it; empty for everyone. */
  readonly entered: string;
  /** In the lead's own words; may be empty. */
  readonly line: string;
}

export function isAnnouncement(order: Order | undefined): order is AnnouncementOrder {
  return order?.kind === 'announcement';
}

/** The key of its rows, in place of a milestone. */
export const announcedKey = (order: string): string => `announced-${order}`;

/**
 * Whether the order has exactly this form's content: then the press was delivered again. Otherwise the key was reused for another
 * announcement.
 */
export function isOrderOf(order: AnnouncementOrder, draft: AnnouncementDraft): boolean {
  return (
    order.campaign === draft.campaign &&
    order.audience.kind === draft.audience &&
    order.entered === audienceNameIn(draft) &&
    order.line === draft.line
  );
}

/** The program or the customer that a form names; empty for everyone. */
export function audienceNameIn({ audience, program, customer }: AnnouncementDraft): string {
  return audience === 'program' ? program : audience === 'customer' ? customer : '';
}
