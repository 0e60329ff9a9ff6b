/** Tickets in the chat: what people say and press, into use cases and cards. */
import type { ClaimService } from '../claims/service.ts';
import { ForbiddenError, NotFoundError, UserError } from '../errors.ts';
import type { Mention } from '../feature.ts';
import type { Card, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { chooseTicketCard, handOverCard, TICKETS_PAGE_SIZE, ticketCard, ticketsCard } from './cards.ts';
import { check, claimIdsIn, type Entered, enteredIn, type FormProblems, formCard } from './form.ts';
import type { TicketAction } from './rules.ts';
import type { TicketService } from './service.ts';
import { ticketTexts } from './texts.ts';
import { ISSUES, type Ticket, type TicketClaim, type TicketFile, ticketName, ticketNumber } from './ticket.ts';

type Mark = VerbData<'ticket.take'>;

export interface TicketHandlers {
  form(turn: Turn, data: VerbData<'ticket.form'>): Promise<Reply>;
  /** The form, for claims named in words, or for a question in words. */
  formFor(
    turn: Turn,
    prefill: { readonly claims?: string; readonly description?: string; readonly issue?: string },
  ): Promise<Reply>;
  submit(turn: Turn, data: VerbData<'ticket.submit'>): Promise<Reply>;
  save(turn: Turn, data: VerbData<'ticket.save'>): Promise<Reply>;
  /** For leads also just what did not reach one of its places. */
  list(turn: Turn, data: VerbData<'tickets'>): Promise<Reply>;
  resend(turn: Turn, data: VerbData<'ticket.resend'>): Promise<Reply>;
  resendAll(turn: Turn, data: VerbData<'tickets.resend'>): Promise<Reply>;
  open(turn: Turn, data: VerbData<'ticket.open'>): Promise<Reply>;
  openByName(turn: Turn, name: string): Promise<Reply>;
  /** The first ticket that one of these names ("T-1001"), where the person may see it. */
  mentioned(turn: Turn, names: readonly string[]): Promise<Mention | undefined>;
  edit(turn: Turn, data: VerbData<'ticket.edit'>): Promise<Reply>;
  handOver(turn: Turn, data: VerbData<'ticket.hand-over'>): Promise<Reply>;
  caseNumber(turn: Turn, data: VerbData<'ticket.case'>): Promise<Reply>;
  comment(turn: Turn, data: VerbData<'ticket.comment'>): Promise<Reply>;
  /** Tickets of the person that files of this draft may go to, as buttons; undefined where there is none. */
  chooseFor(turn: Turn, draft: string): Promise<Card | undefined>;
  addFiles(turn: Turn, ticket: number, files: readonly TicketFile[]): Promise<Reply>;
  /** This channel is the desk from now on. */
  nameDesk(turn: Turn): Promise<Reply>;
  mark(kind: 'take' | 'resolve' | 'withdraw' | 'reopen'): (turn: Turn, data: Mark) => Promise<Reply>;
}

export interface TicketHandlerOptions {
  readonly service: TicketService;
  readonly claims: ClaimService;
  /** The words of a question that was kept, by its id. */
  readonly questionText: (tenantId: string, id: string) => Promise<string | undefined>;
  readonly newKey: () => string;
}

const TICKETS_OFFERED = 5;
/** Within one turn. */
const RESENT_AT_ONCE = 200;
const EMPTY: Omit<Entered, 'once'> = { topic: '', issue: '', claims: '', description: '', accepted: '' };

export function ticketHandlers({ service, claims, questionText, newKey }: TicketHandlerOptions): TicketHandlers {
  async function card(turn: Turn, ticket: Ticket, remark = ''): Promise<Reply> {
    const atDesk = turn.scope !== 'personal';
    const actor = await service.actor(turn.person, atDesk);
    return { card: ticketCard(ticket, actor, turn, { once: newKey(), remark, atDesk }) };
  }

  async function list(turn: Turn, { page, only }: VerbData<'tickets'>): Promise<Reply> {
    return { card: ticketsCard(await service.list(turn.person, page, TICKETS_PAGE_SIZE, only), turn, newKey()) };
  }

  /** In the desk's own channel, and a member of its team as the roster has it now. */
  async function worksAtDesk({ tenantId, channel, person }: Turn): Promise<boolean> {
    return channel !== undefined && (await service.isDesk(tenantId, channel.id)) && channel.hasMember(person);
  }

  /** Outside of the personal chat only the desk's members act, in its channel: elsewhere the answer would show customers' data. */
  async function act(turn: Turn, { ticket, once }: Mark, action: TicketAction): Promise<Reply> {
    const atDesk = turn.scope !== 'personal';
    if (atDesk && !(await worksAtDesk(turn))) throw new ForbiddenError(ticketTexts.deskOnly);
    const outcome = await service.act(turn.person, ticket, once, action, atDesk);
    return card(turn, outcome.ticket, outcome.changed ? '' : ticketTexts.stale);
  }

  /** IDs by separators; where one is not known and holds blanks, its words are looked up. */
  async function claimsIn(turn: Turn, written: string): Promise<TicketClaim[]> {
    const first = await service.claims(turn.person, claimIdsIn(written));
    const loose = first.map((claim) => (claim.known ? [claim.claimId] : claim.claimId.split(/\s+/)));
    if (loose.every((words) => words.length === 1)) return first;
    const second = await service.claims(turn.person, [...new Set(loose.flat())]);
    return second.every(({ known }) => known) ? second : first;
  }

  const form = (entered: Entered, problems?: FormProblems): Reply => ({ card: formCard(entered, problems) });

  const emptyForm: TicketHandlers['formFor'] = async (_turn, { claims = '', description = '', issue = '' }) => {
    const known = ISSUES.some((one) => one === issue) ? issue : '';
    return form({ ...EMPTY, once: newKey(), claims, description, issue: known });
  };

  /** What was entered as a ticket's content, or the form again with the reasons. */
  async function checked(turn: Turn, data: VerbData<'ticket.submit'> | VerbData<'ticket.save'>) {
    const entered = enteredIn(data);
    const result = check(entered, await claimsIn(turn, entered.claims));
    return 'input' in result ? result : { again: form({ ...entered, accepted: result.accepted }, result.problems) };
  }

  return {
    async form(turn, { claim, issue = '', asked }) {
      const named = claim ? await claims.open(turn.person, claim) : undefined;
      const question = asked ? await questionText(turn.tenantId, asked) : undefined;
      return emptyForm(turn, {
        claims: named?.claimId ?? '',
        issue,
        description:
          issue === 'disassociation'
            ? ticketTexts.disassociationDraft
            : question === undefined
              ? ''
              : ticketTexts.fromQuestion(question),
      });
    },

    formFor: emptyForm,

    async submit(turn, data) {
      const result = await checked(turn, data);
      if ('again' in result) return result.again;
      const ticket = await service.open(turn.person, data.once, result.input, turn.cardId);
      const desk = await service.hasDesk(turn.tenantId);
      return card(turn, ticket, (desk ? ticketTexts.submitted : ticketTexts.noDesk)(ticketName(ticket)));
    },

    async save(turn, data) {
      const result = await checked(turn, data);
      if ('again' in result) return result.again;
      const { claims, description } = result.input;
      return act(turn, data, { kind: 'edit', claims, description });
    },

    list,

    async resend(turn, { ticket, once }) {
      const outcome = await service.resend(turn.person, ticket, once);
      return card(turn, outcome.ticket, outcome.changed ? ticketTexts.sentAgain : ticketTexts.stale);
    },

    async resendAll(turn, { once }) {
      const n = await service.resendAll(turn.person, once, RESENT_AT_ONCE);
      return { ...(await list(turn, { page: 0 })), text: ticketTexts.allSentAgain(n, turn.locale) };
    },

    async open(turn, { ticket }) {
      return card(turn, await service.ticket(turn.person, ticket));
    },

    async openByName(turn, name) {
      if (name.trim() === '') return { text: ticketTexts.whichTicket };
      const number = ticketNumber(name);
      if (number === undefined) throw new NotFoundError(ticketTexts.noSuchTicket(`“${name.trim().slice(0, 40)}”`));
      return card(turn, await service.ticket(turn.person, number));
    },

    async mentioned(turn, names) {
      for (const name of names) {
        const number = /^\s*(?:t\s*-?|#)/i.test(name) ? ticketNumber(name) : undefined;
        const ticket = number === undefined ? undefined : await service.find(turn.person, number);
        if (ticket === undefined) continue;
        const data = { ticket: String(ticket.number) };
        return {
          show: async () => card(turn, await service.ticket(turn.person, ticket.number)),
          button: { title: ticketTexts.openMentioned(ticketName(ticket)), verb: 'ticket.open', data },
        };
      }
      return undefined;
    },

    async edit(turn, data) {
      const { number, topic, issue, claims, description } = await service.ticket(turn.person, data.ticket);
      const ids = claims.map(({ claimId }) => claimId);
      const unknown = claims.filter(({ known }) => !known).map(({ claimId }) => claimId);
      return form({
        once: newKey(),
        ticket: number,
        topic,
        issue,
        claims: ids.join(', '),
        description,
        accepted: unknown.join('\n'),
      });
    },

    async handOver(turn, data) {
      return { card: handOverCard(await service.ticket(turn.person, data.ticket), newKey()) };
    },

    async caseNumber(turn, data) {
      const caseNumber = (data.caseNumber ?? '').replace(/\s+/g, ' ').trim();
      if (caseNumber === '')
        return { card: handOverCard(await service.ticket(turn.person, data.ticket), data.once, ticketTexts.emptyCase) };
      return act(turn, data, { kind: 'hand over', caseNumber });
    },

    async comment(turn, data) {
      const text = (data.comment ?? '').trim();
      if (text === '') throw new UserError(ticketTexts.emptyComment);
      return act(turn, data, { kind: 'comment', text });
    },

    async chooseFor(turn, draft) {
      const open = await service.openOnes(turn.person, TICKETS_OFFERED);
      return open.length === 0 ? undefined : chooseTicketCard(open, draft);
    },

    async addFiles(turn, ticket, files) {
      const kept = files.map(({ sha256, name, size }) => ({ sha256, name, size }));
      // The files are the key: the same ones again are there already.
      const key = `files/${kept.map(({ sha256 }) => sha256).join('/')}`;
      const outcome = await service.act(turn.person, ticket, key, { kind: 'add files', files: kept });
      const names = kept.map(({ name }) => name).join(', ');
      return card(turn, outcome.ticket, ticketTexts.addedFiles(names, ticketName(outcome.ticket)));
    },

    async nameDesk(turn) {
      const { channel } = turn;
      if (channel === undefined) return { text: ticketTexts.deskWhere };
      await service.nameDesk(turn.person, { channelId: channel.id, reference: channel.reference, name: channel.name });
      return { text: ticketTexts.deskHere(channel.name || ticketTexts.thisChannel) };
    },

    mark: (kind) => (turn, data) => act(turn, data, { kind }),
  };
}
