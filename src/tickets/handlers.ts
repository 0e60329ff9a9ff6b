/** Tickets in the chat: what people say and press, into use cases and cards. */
import { NotFoundError, UserError } from '../errors.ts';
import type { Mention } from '../feature.ts';
import type { Person } from '../people/person.ts';
import type { Card, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { chooseTicketCard, handOverCard, TICKETS_PAGE_SIZE, ticketsCard } from './cards.ts';
import type { DeskService } from './desk-service.ts';
import type { TicketFormHandlers } from './form-handlers.ts';
import { assertFits } from './limits.ts';
import type { TicketMark, TicketReplies } from './replies.ts';
import type { TicketService } from './service.ts';
import { ticketTexts } from './texts.ts';
import { type TicketFile, ticketName, ticketNumber } from './ticket.ts';

export interface TicketHandlers extends TicketFormHandlers {
  /** For leads also just what did not reach one of its places. */
  list(turn: Turn, data: VerbData<'tickets'>): Promise<Reply>;
  resend(turn: Turn, data: VerbData<'ticket.resend'>): Promise<Reply>;
  resendAll(turn: Turn, data: VerbData<'tickets.resend'>): Promise<Reply>;
  open(turn: Turn, data: VerbData<'ticket.open'>): Promise<Reply>;
  openByName(turn: Turn, name: string): Promise<Reply>;
  /** The first ticket that one of these names ("T-1001"), where the person may see it. */
  mentioned(turn: Turn, names: readonly string[]): Promise<Mention | undefined>;
  handOver(turn: Turn, data: VerbData<'ticket.hand-over'>): Promise<Reply>;
  caseNumber(turn: Turn, data: VerbData<'ticket.case'>): Promise<Reply>;
  comment(turn: Turn, data: VerbData<'ticket.comment'>): Promise<Reply>;
  /** Tickets of the person that files of this draft may go to, as buttons; undefined where there is none. */
  chooseFor(turn: Turn, draft: string): Promise<Card | undefined>;
  addFiles(turn: Turn, ticket: number, files: readonly TicketFile[]): Promise<Reply>;
  /** Whether the person has a ticket that may take files. */
  takesFiles(person: Person): Promise<boolean>;
  /** This channel is the desk from now on. */
  nameDesk(turn: Turn): Promise<Reply>;
  mark(kind: 'take' | 'resolve' | 'withdraw' | 'reopen'): (turn: Turn, data: TicketMark) => Promise<Reply>;
}

export interface TicketHandlerOptions {
  readonly service: TicketService;
  readonly desks: DeskService;
  readonly replies: TicketReplies;
  readonly forms: TicketFormHandlers;
  readonly newKey: () => string;
}

const TICKETS_OFFERED = 5;
/** Within one turn. */
const RESENT_AT_ONCE = 200;
/** Most characters quoted back of a text that is no ticket number. */
const LONGEST_NAME = 40;

export function ticketHandlers({ service, desks, replies, forms, newKey }: TicketHandlerOptions): TicketHandlers {
  async function list(turn: Turn, { page, only }: VerbData<'tickets'>): Promise<Reply> {
    return { card: ticketsCard(await service.list(turn.person, page, TICKETS_PAGE_SIZE, only), turn, newKey()) };
  }

  return {
    ...forms,

    list,

    async resend(turn, { ticket, once: idempotencyKey }) {
      const outcome = await service.resend(turn.person, ticket, idempotencyKey);
      return replies.ticket(
        turn,
        outcome.ticket,
        outcome.changed ? ticketTexts(turn.locale).sentAgain : ticketTexts(turn.locale).stale,
      );
    },

    async resendAll(turn, { once: idempotencyKey }) {
      const n = await service.resendAll(turn.person, idempotencyKey, RESENT_AT_ONCE);
      return { ...(await list(turn, { page: 0 })), text: ticketTexts(turn.locale).allSentAgain(n, turn.locale) };
    },

    async open(turn, { ticket }) {
      return replies.ticket(turn, await service.ticket(turn.person, ticket));
    },

    async openByName(turn, name) {
      if (name.trim() === '') return { text: ticketTexts(turn.locale).whichTicket };
      const number = ticketNumber(name);
      if (number === undefined)
        throw new NotFoundError('ticket.not-found', { asked: name.trim().slice(0, LONGEST_NAME) });
      return replies.ticket(turn, await service.ticket(turn.person, number));
    },

    async mentioned(turn, names) {
      for (const name of names) {
        const number = /^\s*(?:t\s*-?|#)/i.test(name) ? ticketNumber(name) : undefined;
        const ticket = number === undefined ? undefined : await service.find(turn.person, number);
        if (ticket === undefined) continue;
        const data = { ticket: String(ticket.number) };
        return {
          show: async () => replies.ticket(turn, await service.ticket(turn.person, ticket.number)),
          button: { title: ticketTexts(turn.locale).openMentioned(ticketName(ticket)), verb: 'ticket.open', data },
        };
      }
      return undefined;
    },

    async handOver(turn, data) {
      const ticket = await service.ticket(turn.person, data.ticket);
      return { card: handOverCard(ticket, { idempotencyKey: newKey() }, turn.locale) };
    },

    async caseNumber(turn, data) {
      const caseNumber = (data.caseNumber ?? '').replace(/\s+/g, ' ').trim();
      assertFits('case number', caseNumber);
      if (caseNumber !== '') return replies.act(turn, data, { kind: 'hand over', caseNumber });
      const ticket = await service.ticket(turn.person, data.ticket);
      return {
        card: handOverCard(
          ticket,
          { idempotencyKey: data.once, problem: ticketTexts(turn.locale).emptyCase },
          turn.locale,
        ),
      };
    },

    async comment(turn, data) {
      const text = (data.comment ?? '').trim();
      if (text === '') throw new UserError('ticket.empty-comment');
      assertFits('comment', text);
      return replies.act(turn, data, { kind: 'comment', text });
    },

    async chooseFor(turn, draft) {
      const open = await service.openTickets(turn.person, TICKETS_OFFERED);
      return open.length === 0 ? undefined : chooseTicketCard(open, draft, turn.locale);
    },

    takesFiles: async (person) => (await service.openTickets(person, 1)).length > 0,

    async addFiles(turn, ticket, files) {
      const outcome = await service.addFiles(turn.person, ticket, files);
      const names = files.map(({ name }) => name).join(', ');
      return replies.ticket(
        turn,
        outcome.ticket,
        ticketTexts(turn.locale).addedFiles(names, ticketName(outcome.ticket)),
      );
    },

    async nameDesk(turn) {
      const { channel } = turn;
      if (channel === undefined) return { text: ticketTexts(turn.locale).deskWhere };
      const { id: channelId, reference, name, teamId } = channel;
      await desks.nameDesk(turn.person, { channelId, reference, name, ...(teamId !== undefined && { teamId }) });
      return { text: ticketTexts(turn.locale).deskHere(channel.name || ticketTexts(turn.locale).thisChannel) };
    },

    mark: (kind) => (turn, data) => replies.act(turn, data, { kind }),
  };
}
