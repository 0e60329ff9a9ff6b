/**
 * Sends the leads a line on each escalated ticket, in their personal chats, as a source of the outbox. The lead is recorded in the
 * ticket before the line is sent: if its answer is lost, or a kill comes in between, it is not sent again.
 */
import type { Logger } from 'pino';
import { asRepeatable } from '../../outbox/circuit-breaker.ts';
import { nextOf } from '../../outbox/policy.ts';
import type { Limits } from '../../outbox/rate-limits.ts';
import { leaseByTenant } from '../../outbox/tenant-source.ts';
import type { Job, OutboxSource } from '../../outbox/worker.ts';
import type { People } from '../../people/people.ts';
import { localeOf, type Person } from '../../people/person.ts';
import type { Filter, Update } from '../../storage/port.ts';
import type { Clock } from '../../time/clock.ts';
import type { ProactiveSender } from '../../turn.ts';
import { escalatedReply } from '../cards.ts';
import type { TicketRepository } from '../repository.ts';
import { type Escalation, type Ticket, ticketName } from '../ticket.ts';

export interface LeadsDeliveryOptions {
  readonly tickets: TicketRepository;
  readonly people: People;
  /** The leads whom the bot may write to. */
  readonly leads: (tenantId: string) => Promise<readonly Person[]>;
  readonly proactive: ProactiveSender;
  /** Per thread. */
  readonly limits: Limits;
  readonly realTime: Clock;
  readonly random: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

/** In one message: tickets that are escalated together come together. */
const MOST_LINES = 5;

type EscalatedTicket = Ticket & { readonly raise: Escalation };

export class LeadsDelivery implements OutboxSource {
  readonly name = 'escalated tickets for the leads';
  readonly #options: LeadsDeliveryOptions;

  constructor(options: LeadsDeliveryOptions) {
    this.#options = options;
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    const { tickets, log } = this.#options;
    const tenants = await tickets.collection.tenants();
    return leaseByTenant(tenants, most, log, (tenantId, room) => this.#leaseIn(tenantId, room));
  }

  async #leaseIn(tenantId: string, most: number): Promise<Job[]> {
    const { tickets, leads, limits, realTime } = this.#options;
    const now = realTime();
    const due: Filter = { 'raise.due': { $lte: now.toISOString() } };
    const escalated = (await tickets.list(tenantId, due, { sort: { 'raise.due': 1 }, limit: MOST_LINES })).filter(
      isEscalated,
    );
    if (escalated.length === 0) return [];
    const jobs: Job[] = [];
    let waitMs = 0;
    for (const lead of await leads(tenantId)) {
      const unsent = escalated.filter(({ raise }) => !raise.told.includes(lead.userId));
      if (unsent.length === 0) continue;
      // No room for the other leads: the tickets stay due, and the next poll goes on with them.
      if (jobs.length >= most) return jobs;
      const ms = limits.take(lead._id, now.getTime());
      if (ms > 0) {
        waitMs = waitMs === 0 ? ms : Math.min(waitMs, ms);
        continue;
      }
      const mine: EscalatedTicket[] = [];
      for (const ticket of unsent) if (await this.#take(ticket, lead)) mine.push(ticket);
      if (mine.length > 0) jobs.push({ run: () => this.#send(lead, mine) });
    }
    await Promise.all(
      escalated.map((ticket) => this.#reschedule(ticket, waitMs === 0 ? undefined : now.getTime() + waitMs)),
    );
    return jobs;
  }

  /** Records the lead in the ticket. The one instance that does so sends the line; none does after a person changed the ticket. */
  async #take({ tenantId, _id }: EscalatedTicket, { userId }: Person): Promise<boolean> {
    const { collection } = this.#options.tickets;
    const unsent: Filter = { _id, raised: true, 'raise.told': { $ne: userId } };
    return (await collection.updateOne(tenantId, unsent, { $addToSet: { 'raise.told': userId } })) > 0;
  }

  /** Nothing is left to send, or not before `retryAt` (ms). Changes nothing if a line was put off since the ticket was read. */
  async #reschedule({ tenantId, _id, raise }: EscalatedTicket, retryAt: number | undefined): Promise<void> {
    const asRead: Filter = { _id, 'raise.due': raise.due ?? '' };
    const due = retryAt === undefined ? undefined : new Date(retryAt).toISOString();
    const update: Update = due === undefined ? { $unset: { 'raise.due': true } } : { $set: { 'raise.due': due } };
    await this.#options.tickets.collection.updateOne(tenantId, asRead, update);
  }

  async #send(lead: Person, escalated: readonly EscalatedTicket[]): Promise<void> {
    const { people, proactive, limits, realTime, random, log } = this.#options;
    const began = realTime().getTime();
    const attempt = await proactive.post(lead.reference ?? '', escalatedReply(escalated, localeOf(lead)));
    const attempts = Math.max(...escalated.map(({ raise }) => raise.tries)) + 1;
    const since = Math.min(...escalated.map(({ raise }) => Date.parse(raise.at)));
    const next = nextOf(...asRepeatable('create', attempt), { attempts, forMs: began - since }, random);
    if (next.kind === 'done') return;
    if (next.kind === 'again') {
      const until = realTime().getTime() + next.afterMs;
      limits.slow(lead._id, until);
      await Promise.all(escalated.map((ticket) => this.#putOff(ticket, lead, until)));
      return;
    }
    if (next.kind === 'unreachable') await people.markUnreachable(lead.tenantId, lead.userId);
    const what = { tickets: escalated.map(ticketName), outcome: next.kind, attempt };
    log.warn(what, 'a lead may not have heard of escalated tickets');
  }

  /** The line was certainly not delivered: this lead gets it later. */
  async #putOff({ tenantId, _id }: EscalatedTicket, { userId }: Person, until: number): Promise<void> {
    await this.#options.tickets.collection.updateOne(
      tenantId,
      { _id },
      {
        $pull: { 'raise.told': userId },
        $set: { 'raise.due': new Date(until).toISOString() },
        $inc: { 'raise.tries': 1 },
      },
    );
  }
}

function isEscalated(ticket: Ticket): ticket is EscalatedTicket {
  return ticket.raise !== undefined;
}
