/** The use cases around tickets, with their rights. Knows neither Teams nor HTTP. */
import { createHash } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import { claimKey } from '../claims/normalise.ts';
import type { ClaimService } from '../claims/service.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { pageWithin } from '../paging.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Filter } from '../storage/port.ts';
import type { Clock } from '../time/clock.ts';
import type { Desk, Desks } from './desks.ts';
import type { TicketNumbers } from './numbers.ts';
import type { TicketOutcome, TicketRepository } from './repository.ts';
import { type Actor, decideTicket, maySeeTicket, type TicketAction } from './rules.ts';
import { ticketsLike } from './search.ts';
import { ticketTexts } from './texts.ts';
import {
  type IssueKey,
  NOTHING_SENT,
  OPEN_STATES,
  type Ticket,
  type TicketClaim,
  type TopicKey,
  ticketName,
  ticketSearchKey,
} from './ticket.ts';
import { sendAgain, UNDELIVERED } from './undelivered.ts';

/** What a form holds, checked for its form only. */
export interface TicketInput {
  readonly topic: TopicKey;
  readonly issue: IssueKey;
  readonly claims: readonly TicketClaim[];
  readonly description: string;
}

/** Which tickets a list holds; undefined: all that are the person's to see. */
export type TicketFilter = 'undelivered' | undefined;

export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly page: number;
  readonly total: number;
  readonly only: TicketFilter;
  /** How many did not reach one of their places; 0 for everybody but leads. */
  readonly undelivered: number;
}

export interface TicketServiceOptions {
  readonly tickets: TicketRepository;
  readonly numbers: TicketNumbers;
  readonly desks: Desks;
  readonly claims: ClaimService;
  readonly rights: Rights;
  readonly realTime: Clock;
  readonly newId: () => string;
  /** Something is to be sent. */
  readonly wake: () => void;
  /** Whether tickets go to a help-desk system too. */
  readonly webhook: boolean;
}

export class TicketService {
  readonly #options: TicketServiceOptions;

  constructor(options: TicketServiceOptions) {
    this.#options = options;
  }

  /** The claims meant by these IDs, as they stand in the store within the person's rights; unknown ones as they were written. */
  async claims(person: Person, ids: readonly string[]): Promise<TicketClaim[]> {
    const found = ids.length === 0 ? [] : await this.#options.claims.findVisible(person, ids);
    return ids.map((id) => {
      const known = found.find((claim) => claim.claimKey === claimKey(id));
      return known === undefined
        ? { claimId: id, customer: '', known: false }
        : { claimId: known.claimId, customer: known.customerName, known: true };
    });
  }

  /** Opens a ticket, or finds the one that the same submit opened. `cardId`: the message whose card turns into the ticket's. */
  async open(person: Person, once: string, input: TicketInput, cardId?: string): Promise<Ticket> {
    const { tickets, numbers, realTime, newId, wake } = this.#options;
    const { tenantId, userId, name } = person;
    // Nobody meets another's ticket by a key of theirs.
    const submitKey = `${userId}/${once}`;
    const there = await tickets.bySubmit(tenantId, submitKey);
    if (there !== undefined) return there;
    const number = await numbers.of(tenantId, submitKey);
    const now = realTime().toISOString();
    const { ticket } = await tickets.add({
      ...input,
      _id: newId(),
      tenantId,
      number,
      submitKey,
      requester: { userId, name },
      files: [],
      state: 'open',
      history: [{ kind: 'opened', by: { userId, name }, at: now, version: 1 }],
      appliedKeys: [],
      version: 1,
      createdAt: now,
      changedAt: now,
      raised: false,
      // The requester has the answer to their submit before them.
      legs: {
        desk: NOTHING_SENT,
        webhook: NOTHING_SENT,
        requester: { ...NOTHING_SENT, version: 1, ...(cardId && { messageId: cardId }) },
      },
      deskDue: now,
      webhookDue: now,
      searchKey: ticketSearchKey(number, input.claims),
    });
    wake();
    return ticket;
  }

  /** @throws NotFoundError when it is not there or not theirs to see */
  async ticket(person: Person, number: number, atDesk = false): Promise<Ticket> {
    const ticket = await this.#options.tickets.byNumber(person.tenantId, number);
    return this.#visible(ticket, await this.actor(person, atDesk), `T-${number}`);
  }

  /** The person's own, the newest first; a lead's list holds all of the tenant. @throws ForbiddenError for a filter of leads */
  async list(person: Person, page: number, pageSize: number, only?: TicketFilter): Promise<TicketPage> {
    const { tickets, rights } = this.#options;
    if (only !== undefined) this.#assertLead(person);
    const filter = only === undefined ? this.#scope(person) : UNDELIVERED;
    const total = await tickets.count(person.tenantId, filter);
    const undelivered = rights.isLead(person) ? await tickets.count(person.tenantId, UNDELIVERED) : 0;
    const shown = pageWithin(page, total, pageSize);
    const found = await tickets.list(person.tenantId, filter, { skip: shown * pageSize, limit: pageSize });
    return { tickets: found, page: shown, total, only, undelivered };
  }

  /** The person's tickets that may still take something, the newest first. */
  openOnes(person: Person, limit: number): Promise<Ticket[]> {
    const filter: Filter = {
      'requester.userId': person.userId,
      state: { $in: OPEN_STATES },
    };
    return this.#options.tickets.list(person.tenantId, filter, { limit });
  }

  /**
   * Carries out an action within the person's rights. `key` is the card's one-time key; `atDesk`: the caller has seen to it that the
   * person is a member of the desk's team. `changed` is false where nothing was to be done (again).
   * @throws NotFoundError, ForbiddenError with a sentence
   */
  async act(
    person: Person,
    number: number,
    key: string,
    action: TicketAction,
    atDesk = false,
  ): Promise<{ readonly ticket: Ticket; readonly changed: boolean }> {
    const { tickets, realTime, wake } = this.#options;
    const actor = await this.actor(person, atDesk);
    const stamp = { key: keyOf(key, action, actor), by: actor, at: realTime() };
    const outcome = await tickets.change(person.tenantId, number, stamp, (ticket) => {
      this.#visible(ticket, actor);
      const decision = decideTicket(ticket, action, actor);
      if (decision.kind === 'refused') throw new ForbiddenError(decision.why);
      return decision.kind === 'change' ? decision.change : undefined;
    });
    if (outcome.kind === 'gone') throw new NotFoundError(ticketTexts.noSuchTicket(`T-${number}`));
    const ticket = this.#visible(outcome.ticket, actor);
    if (outcome.kind === 'changed') wake();
    return { ticket, changed: outcome.kind !== 'unchanged' };
  }

  /** Sends it again to where it did not arrive. `changed` is false where nothing was left to send. @throws ForbiddenError, NotFoundError */
  async resend(person: Person, number: number, once: string): Promise<{ ticket: Ticket; changed: boolean }> {
    this.#assertLead(person);
    const outcome = await this.#sendAgain(person, number, once);
    if (outcome.kind === 'gone') throw new NotFoundError(ticketTexts.noSuchTicket(`T-${number}`));
    this.#options.wake();
    return { ticket: outcome.ticket, changed: outcome.kind !== 'unchanged' };
  }

  /** The same for all that did not arrive, at most `limit` at a time. Returns how many. @throws ForbiddenError */
  async resendAll(person: Person, once: string, limit: number): Promise<number> {
    this.#assertLead(person);
    const page = await this.#options.tickets.list(person.tenantId, UNDELIVERED, { limit });
    let sent = 0;
    for (const { number } of page) {
      if ((await this.#sendAgain(person, number, once)).kind === 'changed') sent += 1;
      // Other turns want to be answered meanwhile.
      await nextTick();
    }
    this.#options.wake();
    return sent;
  }

  /** The ticket with this number, where there is one that the person may see. */
  async find(person: Person, number: number): Promise<Ticket | undefined> {
    const ticket = await this.#options.tickets.byNumber(person.tenantId, number);
    return ticket !== undefined && maySeeTicket(ticket, await this.actor(person)) ? ticket : undefined;
  }

  /** Tickets within the person's rights that a text names: by number first, then by the beginning of it, of a claim ID or a customer, then by any part. */
  like(person: Person, text: string, limit: number): Promise<Ticket[]> {
    return ticketsLike(this.#options.tickets, person.tenantId, this.#scope(person), text, limit);
  }

  async hasDesk(tenantId: string): Promise<boolean> {
    return this.#options.webhook || (await this.#options.desks.of(tenantId)) !== undefined;
  }

  /** Whether this channel is the tenant's desk. Who acts there has to be a member of its team besides. */
  async isDesk(tenantId: string, channelId: string): Promise<boolean> {
    return (await this.#options.desks.of(tenantId))?.channelId === channelId;
  }

  /** @throws ForbiddenError for everybody but leads */
  async nameDesk(person: Person, desk: Omit<Desk, 'by' | 'at'>): Promise<void> {
    const { desks, rights, realTime, wake } = this.#options;
    if (!rights.isLead(person)) throw new ForbiddenError(ticketTexts.deskLeads);
    await desks.name(person.tenantId, { ...desk, by: person.userId, at: realTime().toISOString() });
    wake();
  }

  async actor(person: Person, atDesk = false): Promise<Actor> {
    const { userId, name } = person;
    return { userId, name, lead: this.#options.rights.isLead(person), desk: atDesk };
  }

  #sendAgain({ tenantId }: Person, number: number, once: string): Promise<TicketOutcome> {
    const { tickets, realTime } = this.#options;
    return sendAgain(tickets, tenantId, number, `again/${once}`, realTime());
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError(ticketTexts.leadsOnly);
  }

  #scope(person: Person): Filter {
    return this.#options.rights.isLead(person) ? {} : { 'requester.userId': person.userId };
  }

  #visible(ticket: Ticket | undefined, actor: Actor, asked = ticket === undefined ? '' : ticketName(ticket)): Ticket {
    if (ticket === undefined || !maySeeTicket(ticket, actor)) throw new NotFoundError(ticketTexts.noSuchTicket(asked));
    return ticket;
  }
}

/**
 * A drawing's key counts for each thing that is done with it. A bare press counts once for all who see that drawing; what somebody
 * wrote counts for them and those words: two who comment on the same card are both heard, and one who does so twice in an old client.
 */
function keyOf(once: string, { kind, ...what }: TicketAction, { userId }: Actor): string {
  if (Object.keys(what).length === 0) return `${kind}/${once}`;
  return `${kind}/${once}/${userId}/${createHash('sha256').update(JSON.stringify(what)).digest('base64url')}`;
}
