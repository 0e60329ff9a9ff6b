/** Under which idempotency key an action on a ticket is carried out. Pure. */
import { createHash } from 'node:crypto';
import type { Actor, TicketAction } from './rules.ts';

/**
 * Actions on one drawing of a card count one by one. A bare press counts one time for all who see that drawing. What somebody wrote
 * counts by who wrote it and what: two people's comments on the same card are both kept, and so are two of one person whose old client
 * does not redraw the card.
 */
export function actionKey(drawing: string, { kind, ...content }: TicketAction, { userId }: Actor): string {
  if (Object.keys(content).length === 0) return `${kind}/${drawing}`;
  return `${kind}/${drawing}/${userId}/${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}`;
}
