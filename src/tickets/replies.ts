/** What an action on a ticket is answered with: its card as it stands. */
import { ForbiddenError } from '../errors.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { ticketCard } from './cards.ts';
import type { DeskService } from './desk-service.ts';
import type { TicketAction } from './rules.ts';
import type { TicketService } from './service.ts';
import { ticketTexts } from './texts.ts';
import type { Ticket } from './ticket.ts';

export type TicketMark = VerbData<'ticket.take'>;

export interface TicketReplies {
  ticket(turn: Turn, ticket: Ticket, remark?: string): Promise<Reply>;
  /**
   * Carries the action out. Outside of the personal chat only the desk's members act, in its channel: elsewhere the answer would show
   * customers' data.
   * @throws ForbiddenError, NotFoundError
   */
  act(turn: Turn, mark: TicketMark, action: TicketAction): Promise<Reply>;
}

export interface TicketReplyOptions {
  readonly service: TicketService;
  readonly desks: DeskService;
  readonly newKey: () => string;
}

export function ticketReplies({ service, desks, newKey }: TicketReplyOptions): TicketReplies {
  async function reply(turn: Turn, ticket: Ticket, remark = ''): Promise<Reply> {
    const atDesk = turn.scope !== 'personal';
    const actor = service.actor(turn.person, atDesk);
    return { card: ticketCard(ticket, actor, turn, { idempotencyKey: newKey(), remark, atDesk }) };
  }

  /** In the desk's own channel, and a member of its team as the roster has it now. */
  async function isAtDesk({ tenantId, channel, person }: Turn): Promise<boolean> {
    return channel !== undefined && (await desks.isDesk(tenantId, channel)) && channel.hasMember(person);
  }

  return {
    ticket: reply,

    async act(turn, { ticket, once: idempotencyKey }, action) {
      const atDesk = turn.scope !== 'personal';
      if (atDesk && !(await isAtDesk(turn))) throw new ForbiddenError('ticket.desk-only');
      const outcome = await service.act(turn.person, ticket, idempotencyKey, action, atDesk);
      return reply(turn, outcome.ticket, outcome.changed ? '' : ticketTexts(turn.locale).stale);
    },
  };
}
