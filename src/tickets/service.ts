/** The use cases around tickets, with their rights. Knows neither Teams nor HTTP. */
import { Readable } from 'node:stream';
import { setImmediate as nextTick } from 'node:timers/promises';
import { searchText } from '../claims/normalise.ts';
import type { ClaimService } from '../claims/service.ts';
import { claimWritten } from '../claims/written-ids.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { pageWithin } from '../paging.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { FileVault, Filter } from '../storage/port.ts';
import type { Stamps } from '../storage/stamps.ts';
import { unlessAway } from '../storage/unless-away.ts';
import type { Clock } from '../time/clock.ts';
import { actionKey } from './action-key.ts';
import { type CheckedForm, checkForm, claimIdsIn, type TicketFormInput } from './form.ts';
import { newTicket, type TicketInput } from './new-ticket.ts';
import type { TicketNumbers } from './numbers.ts';
import type { TicketOutcome, TicketRepository } from './repository.ts';
import { type Actor, decideTicket, maySeeTicket, NO_FILES, type TicketAction } from './rules.ts';
import { ticketsLike } from './search.ts';
import { type TicketTable, type TicketTableQuery, ticketTableFilter } from './table.ts';
import { OPEN_STATES, type Ticket, type TicketClaim, type TicketFile, type TicketState } from './ticket.ts';
import { sendAgain, UNDELIVERED } from './undelivered.ts';

/** Which tickets are listed; undefined: all that are the person's to see. */
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
  readonly claims: ClaimService;
  readonly rights: Rights;
  readonly stamps: Pick<Stamps, 'move'>;
  readonly vault: Pick<FileVault, 'open'>;
  readonly realTime: Clock;
  readonly newId: () => string;
  /** Something is to be sent. */
  readonly wake: () => void;
}

/** `changed` is false where nothing was to be done (again). */
export interface TicketResult {
  readonly ticket: Ticket;
  readonly changed: boolean;
}

export interface OpenedFile {
  readonly file: TicketFile;
  /** Closed when it is destroyed. */
  readonly bytes: Readable;
}

export class TicketService {
  readonly #options: TicketServiceOptions;

  constructor(options: TicketServiceOptions) {
    this.#options = options;
  }

  /** What was entered as the content of a ticket, its claims looked up within the person's rights; or what is to be put right. */
  async check(person: Person, entered: TicketFormInput): Promise<CheckedForm> {
    return checkForm(entered, await this.#claimsIn(person, entered.claims));
  }

  /**
   * Opens a ticket, or finds the one that the same submit opened.
   * @param idempotencyKey of the form's drawing
   * @param cardId the message whose card turns into the ticket's, where there is one
   */
  async open(person: Person, idempotencyKey: string, input: TicketInput, cardId?: string): Promise<Ticket> {
    const { tickets, numbers, realTime, newId, wake } = this.#options;
    const { tenantId, userId, name } = person;
    // With the person in it, nobody finds another's ticket by a key of theirs.
    const submitKey = `${userId}/${idempotencyKey}`;
    const existing = await tickets.bySubmit(tenantId, submitKey);
    if (existing !== undefined) return existing;
    const number = await numbers.of(tenantId, submitKey);
    const requester = { userId, name };
    const opening = { _id: newId(), tenantId, number, submitKey, requester, at: realTime(), cardId };
    const { ticket } = await tickets.add(newTicket(input, opening));
    await this.#changed(tenantId);
    wake();
    return ticket;
  }

  /** @throws NotFoundError when it is not there or not theirs to see */
  async ticket(person: Person, number: number, atDesk = false): Promise<Ticket> {
    const ticket = await this.#options.tickets.byNumber(person.tenantId, number);
    return this.#visible(ticket, this.actor(person, atDesk), number);
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

  /**
   * A window of a list, searched and filtered. Leads and the desk may see all of the tenant, others their own.
   * @param atDesk as in `act`
   * @throws ForbiddenError for a filter of leads
   */
  async table(person: Person, query: TicketTableQuery, atDesk = false): Promise<TicketTable> {
    const { tickets, rights } = this.#options;
    const { tenantId } = person;
    const isLead = rights.isLead(person);
    if (query.state === 'undelivered') this.#assertLead(person);
    const seesAll = atDesk || isLead;
    const of = seesAll ? (query.of ?? 'all') : 'mine';
    const filter = { ...(of === 'mine' && ownTickets(person)), ...ticketTableFilter(query) };
    const [total, undelivered, rows] = await Promise.all([
      tickets.count(tenantId, filter),
      isLead ? tickets.count(tenantId, UNDELIVERED) : 0,
      tickets.list(tenantId, filter, { skip: query.from, limit: query.count }),
    ]);
    return { rows, total, of, seesAll, undelivered };
  }

  /** How many of those within the person's rights there are in each state. */
  async counts(person: Person): Promise<Readonly<Partial<Record<TicketState, number>>>> {
    const counts = await this.#options.tickets.countByState(person.tenantId, this.#scope(person));
    return Object.fromEntries(counts);
  }

  /** Those within the person's rights that name a claim, the newest first. @param claimId as it stands in the store */
  async ofClaim(person: Person, claimId: string, limit: number): Promise<Ticket[]> {
    // The searchable text has an index; what else holds the ID in it is left out then.
    const named = { 'claims.claimId': claimId, contains: searchText([claimId]) };
    return this.#options.tickets.list(person.tenantId, { ...this.#scope(person), ...named }, { limit });
  }

  /** The person's tickets that may still take something, the newest first. */
  openTickets(person: Person, limit: number): Promise<Ticket[]> {
    const filter: Filter = { ...ownTickets(person), state: { $in: OPEN_STATES } };
    return this.#options.tickets.list(person.tenantId, filter, { limit });
  }

  /**
   * Carries out an action within the person's rights.
   * @param idempotencyKey of the card's drawing
   * @param atDesk the person is a member of the desk's team: the caller has checked it
   * @throws NotFoundError, ForbiddenError
   */
  async act(
    person: Person,
    number: number,
    idempotencyKey: string,
    action: TicketAction,
    atDesk = false,
  ): Promise<TicketResult> {
    const { tickets, realTime, wake } = this.#options;
    const actor = this.actor(person, atDesk);
    const stamp = { key: actionKey(idempotencyKey, action, actor), by: actor, at: realTime() };
    const outcome = await tickets.change(person.tenantId, number, stamp, (ticket) => {
      this.#visible(ticket, actor, number);
      const decision = decideTicket(ticket, action, actor);
      if (decision.kind === 'refused') throw new ForbiddenError(...decision.refusal);
      return decision.kind === 'change' ? decision.change : undefined;
    });
    if (outcome.kind === 'gone') throw new NotFoundError('ticket.not-found', { asked: number });
    const ticket = this.#visible(outcome.ticket, actor, number);
    if (outcome.kind === 'changed') {
      await this.#changed(person.tenantId);
      wake();
    }
    return { ticket, changed: outcome.kind !== 'unchanged' };
  }

  /** @throws NotFoundError; ForbiddenError where files of this person may not go there */
  async assertTakesFiles(person: Person, number: number): Promise<void> {
    const decision = decideTicket(await this.ticket(person, number), NO_FILES, this.actor(person));
    if (decision.kind === 'refused') throw new ForbiddenError(...decision.refusal);
  }

  /** Adds files that are in the vault. The same files again change nothing. @throws as `act` */
  async addFiles(person: Person, number: number, files: readonly TicketFile[]): Promise<TicketResult> {
    const kept = files.map(({ sha256, name, size }) => ({ sha256, name, size }));
    // The hashes are the one-time key.
    const key = `files/${kept.map(({ sha256 }) => sha256).join('/')}`;
    return this.act(person, number, key, { kind: 'add files', files: kept });
  }

  /** A file of a ticket that the person may see, and its bytes, once. @throws NotFoundError @param atDesk as in `act` */
  async openFile(person: Person, number: number, sha256: string, atDesk = false): Promise<OpenedFile> {
    const { files } = await this.ticket(person, number, atDesk);
    const file = files.find((one) => one.sha256 === sha256);
    if (file === undefined) throw new NotFoundError('ticket.no-file');
    return { file, bytes: Readable.from(await this.#options.vault.open(person.tenantId, sha256)) };
  }

  /** Sends it again to where it did not arrive. @throws ForbiddenError, NotFoundError */
  async resend(person: Person, number: number, idempotencyKey: string): Promise<TicketResult> {
    this.#assertLead(person);
    const outcome = await this.#sendAgain(person, number, idempotencyKey);
    if (outcome.kind === 'gone') throw new NotFoundError('ticket.not-found', { asked: number });
    this.#options.wake();
    return { ticket: outcome.ticket, changed: outcome.kind !== 'unchanged' };
  }

  /** The same for all that did not arrive, at most `limit` at a time. Returns how many. @throws ForbiddenError */
  async resendAll(person: Person, idempotencyKey: string, limit: number): Promise<number> {
    this.#assertLead(person);
    const page = await this.#options.tickets.list(person.tenantId, UNDELIVERED, { limit });
    let sent = 0;
    for (const { number } of page) {
      if ((await this.#sendAgain(person, number, idempotencyKey)).kind === 'changed') sent += 1;
      // The embedded store writes without a pause: without one, nobody else's turn would be answered meanwhile.
      await nextTick();
    }
    this.#options.wake();
    return sent;
  }

  /** The ticket with this number, where there is one that the person may see. */
  async find(person: Person, number: number): Promise<Ticket | undefined> {
    const ticket = await this.#options.tickets.byNumber(person.tenantId, number);
    return ticket !== undefined && maySeeTicket(ticket, this.actor(person)) ? ticket : undefined;
  }

  /** Tickets within the person's rights that a text names: by number first, then by the beginning of it, of a claim ID or a customer, then by any part. */
  like(person: Person, text: string, limit: number): Promise<Ticket[]> {
    return ticketsLike(this.#options.tickets, person.tenantId, this.#scope(person), text, limit);
  }

  /** The person with their rights, as the rules take them. */
  actor(person: Person, atDesk = false): Actor {
    const { userId, name } = person;
    return { userId, name, lead: this.#options.rights.isLead(person), desk: atDesk };
  }

  /** IDs by separators. Where one of them is not known and has blanks in it, its words are taken for IDs, if all of those are known. */
  async #claimsIn(person: Person, written: string): Promise<TicketClaim[]> {
    const claims = await this.#lookUp(person, claimIdsIn(written));
    const words = claims.map(({ known, claimId }) => (known ? [claimId] : claimId.split(/\s+/)));
    if (words.every(({ length }) => length === 1)) return claims;
    const byWord = await this.#lookUp(person, [...new Set(words.flat())]);
    return byWord.every(({ known }) => known) ? byWord : claims;
  }

  /** The claims with these IDs, as they stand in the store within the person's rights; unknown ones as they were written. */
  async #lookUp(person: Person, ids: readonly string[]): Promise<TicketClaim[]> {
    const found = ids.length === 0 ? [] : await this.#options.claims.findVisible(person, ids);
    return ids.map((id) => {
      const known = claimWritten(id, found);
      return known === undefined
        ? { claimId: id, customer: '', known: false }
        : { claimId: known.claimId, customer: known.customerName, known: true };
    });
  }

  #sendAgain({ tenantId }: Person, number: number, idempotencyKey: string): Promise<TicketOutcome> {
    const { tickets, realTime } = this.#options;
    return sendAgain(tickets, tenantId, number, `again/${idempotencyKey}`, realTime());
  }

  /** The change stands, also where the store has gone away since. */
  async #changed(tenantId: string): Promise<void> {
    await unlessAway(this.#options.stamps.move(tenantId, 'tickets'));
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('ticket.undelivered-leads-only');
  }

  #scope(person: Person): Filter {
    return this.#options.rights.isLead(person) ? {} : ownTickets(person);
  }

  #visible(ticket: Ticket | undefined, actor: Actor, number: number): Ticket {
    if (ticket === undefined || !maySeeTicket(ticket, actor))
      throw new NotFoundError('ticket.not-found', { asked: number });
    return ticket;
  }
}

function ownTickets({ userId }: Person): Filter {
  return { 'requester.userId': userId };
}
