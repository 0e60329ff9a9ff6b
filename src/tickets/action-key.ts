/** Under which one-time key an action on a ticket is carried out. Pure. */
import { createHash } from 'node:crypto';
import type { Actor, TicketAction } from './rules.ts';

/**
 * A bare press counts once for everybody who sees that drawing; an action with content counts once per person and content, so two
 * people's comments are both kept. So are two comments of one person whose old client does not redraw the card.
 */
export function actionKey(drawing: string, { kind, ...content }: TicketAction, { userId }: Actor): string {
  if (Object.keys(content).length === 0) return `${kind}/${drawing}`;
  return `${kind}/${drawing}/${userId}/${createHash('sha256').update(JSON.stringify(content)).digest('base64url')}`;
}
