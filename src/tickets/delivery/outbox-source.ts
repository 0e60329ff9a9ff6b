/**
 * Delivers tickets to one place, as a source of the outbox. A ticket whose version is newer than the place's is leased by one atomic
 * update and sent, and the result is recorded. There is no queue besides: what to send follows from the ticket.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Attempt, type FailedAttempt, reasonOf } from '../../outbox/attempt.ts';
import { asRepeatable, type CircuitBreaker, createCircuitBreaker } from '../../outbox/circuit-breaker.ts';
import { type NextStep, nextOf } from '../../outbox/policy.ts';
import { outcomeOf } from '../../outbox/send-outcome.ts';
import { leaseByTenant } from '../../outbox/tenant-source.ts';
import type { Job, OutboxSource } from '../../outbox/worker.ts';
import type { Filter } from '../../storage/port.ts';
import type { Clock } from '../../time/clock.ts';
import type { TicketRepository } from '../repository.ts';
import { type DeadLetterCode, type DeliveryState, leaseOf, type Ticket } from '../ticket.ts';
import { stateAfterDelivery, stateAtPlace } from './delivery-state.ts';
import type { TicketDelivery } from './ticket-delivery.ts';

/** How many tickets go to one destination at a time. */
const SLOTS = 10;
/** A request takes 30 s at most; who has not recorded its result after this time was killed. */
const LEASE_MS = 120_000;
/** A message that may have arrived is sent once more, not twice. */
const MOST_UNKNOWN = 2;
/** A place whose limits are reached is tried again after this time at the latest: it may be another channel by then. */
const MOST_PAUSE_MS = 30_000;

interface Leased {
  readonly ticket: Ticket;
  /** When it became due, ISO: this keeps its place in the order. */
  readonly due: string;
}

export interface TicketSourceOptions {
  readonly tickets: TicketRepository;
  readonly delivery: TicketDelivery;
  readonly realTime: Clock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly log: Pick<Logger, 'warn'>;
}

export class TicketSource implements OutboxSource {
  readonly name: string;
  readonly #options: TicketSourceOptions;
  readonly #breaker: CircuitBreaker;
  /** Until when nothing is sent to a tenant's place, ms: its limits are reached, or nothing gets through to its destination. */
  readonly #pausedUntil = new Map<string, number>();
  /** How many tickets are on their way to a destination. */
  readonly #inFlight = new Map<string, number>();

  constructor(options: TicketSourceOptions) {
    this.#options = options;
    this.name = `tickets for the ${options.delivery.place}`;
    const { realTime, log } = options;
    this.#breaker = createCircuitBreaker({
      pause: (destination, ms) => this.#pausedUntil.set(destination, realTime().getTime() + ms),
      log,
      what: this.name,
    });
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    // The embedded store answers within the same tick, so without a pause a long queue would keep everybody's turns waiting.
    await nextTick();
    const { delivery, log } = this.#options;
    return leaseByTenant(await delivery.tenants(), most, log, async (tenantId, room) => {
      const slots = this.#freeSlots(delivery.destination(tenantId));
      const leased = slots <= 0 ? [] : await this.#leaseIn(tenantId, Math.min(room, slots));
      return leased.map((one) => this.#jobOf(one, leased.length >= slots));
    });
  }

  #freeSlots(destination: string): number {
    if ((this.#pausedUntil.get(destination) ?? 0) > this.#options.realTime().getTime()) return 0;
    return (this.#breaker.isOpen(destination) ? 1 : SLOTS) - (this.#inFlight.get(destination) ?? 0);
  }

  /** Takes a slot of its destination until it has run. */
  #jobOf(leased: Leased, hasMoreBehind: boolean): Job {
    const destination = this.#options.delivery.destination(leased.ticket.tenantId);
    const take = (by: number) => this.#inFlight.set(destination, (this.#inFlight.get(destination) ?? 0) + by);
    take(1);
    return { run: () => this.#run(leased).finally(() => take(-1)), hasMoreBehind };
  }

  /** The oldest first, without those that another instance leases in between. */
  async #leaseIn(tenantId: string, most: number): Promise<Leased[]> {
    const { tickets, delivery, realTime } = this.#options;
    const now = realTime().toISOString();
    const due = `${delivery.place}Due`;
    const free = leaseOf(delivery.place).free(now);
    const leased: Leased[] = [];
    for (;;) {
      const limit = most - leased.length;
      const found = await tickets.list(tenantId, { [due]: { $lte: now }, ...free }, { sort: { [due]: 1 }, limit });
      const taken = await Promise.all(found.map((ticket) => this.#take(ticket)));
      leased.push(...taken.filter((one) => one !== undefined));
      if (found.length < limit || leased.length >= most) return leased;
    }
  }

  /** An expired lease was left by a killed sender, whose request may have arrived, so `unknown` goes up by one. */
  async #take(found: Ticket): Promise<Leased | undefined> {
    const { tickets, delivery, realTime, newId } = this.#options;
    const [due, path] = [`${delivery.place}Due`, `legs.${delivery.place}`] as const;
    const { lease } = found.legs[delivery.place];
    const dueAt = found[`${delivery.place}Due`] ?? '';
    const until = new Date(realTime().getTime() + LEASE_MS).toISOString();
    const ticket = await tickets.collection.findOneAndUpdate(
      found.tenantId,
      { _id: found._id, [due]: dueAt, ...leaseOf(delivery.place).heldBy(lease) },
      {
        $set: { [due]: until, ...leaseOf(delivery.place).taken(newId(), until) },
        $inc: { [`${path}.tries`]: 1, ...(lease !== undefined && { [`${path}.unknown`]: 1 }) },
      },
    );
    return ticket && { ticket, due: dueAt };
  }

  async #run({ ticket, due }: Leased): Promise<void> {
    const { delivery, realTime, random } = this.#options;
    const { dead: _dead, lastAttempt: _last, ...state } = ticket.legs[delivery.place];
    const began = realTime();
    const result =
      state.version >= ticket.version
        ? ({ kind: 'nothing' } as const)
        : await delivery.deliver(ticket, state, state.unknown < MOST_UNKNOWN);
    switch (result.kind) {
      case 'wait': {
        const waits = { ...state, tries: state.tries - 1 };
        if (!result.all) return this.#record(ticket, waits, later(realTime(), result.ms));
        this.#pausedUntil.set(
          delivery.destination(ticket.tenantId),
          began.getTime() + Math.min(result.ms, MOST_PAUSE_MS),
        );
        return this.#record(ticket, waits, due);
      }
      case 'nothing':
        return this.#record(ticket, { ...stateAfterDelivery(state, ticket), unknown: this.#stillUnknown(state) });
      case 'withheld':
        return this.#giveUp(ticket, state, 'unconfirmed');
      case 'tried': {
        this.#heed(ticket.tenantId, result.attempt);
        const since = state.since ?? began.toISOString();
        const tries = { attempts: state.tries, forMs: began.getTime() - Date.parse(since) };
        const next = nextOf(...asRepeatable(result.act, result.attempt), tries, random);
        return this.#recordNext(ticket, { ...stateAtPlace(state, result.where), since }, next);
      }
    }
  }

  /** What the answer says of the destination, not of the ticket. */
  #heed(tenantId: string, attempt: Attempt): void {
    const destination = this.#options.delivery.destination(tenantId);
    const [, judged] = asRepeatable('create', attempt);
    if (outcomeOf(judged) === 'unknown') this.#breaker.recordFailure(destination, reasonOf(attempt));
    else this.#breaker.recordSuccess(destination);
  }

  #recordNext(ticket: Ticket, state: DeliveryState, next: NextStep): Promise<void> {
    const { realTime } = this.#options;
    switch (next.kind) {
      case 'done':
        return this.#record(ticket, { ...stateAfterDelivery(state, ticket), ...(next.id && { messageId: next.id }) });
      case 'again':
        return this.#record(ticket, state, later(realTime(), next.afterMs));
      case 'unknown': {
        const unknown = state.unknown + 1;
        // It is sent once more, a little later; whether again after that, a person decides.
        if (unknown < MOST_UNKNOWN) return this.#record(ticket, { ...state, unknown }, later(realTime(), 0));
        return this.#giveUp(ticket, { ...state, unknown }, 'unconfirmed');
      }
      case 'gone': {
        // The card was removed, or the place has moved: a new card is sent, unless there was none.
        if (state.messageId === undefined) return this.#giveUp(ticket, state, 'gone');
        const { messageId: _, ...without } = state;
        return this.#record(ticket, { ...without, unknown: 0 }, later(realTime(), 0));
      }
      case 'unreachable':
        return this.#giveUp(ticket, state, 'blocked');
      case 'dead':
        return this.#giveUp(ticket, state, next.code, next.last);
    }
  }

  /** The ticket's next change is tried from the beginning. But a card that may be there twice is not sent a third time. */
  #giveUp(
    ticket: Ticket,
    { since: _, ...state }: DeliveryState,
    dead: DeadLetterCode,
    lastAttempt?: FailedAttempt,
  ): Promise<void> {
    const { delivery, log } = this.#options;
    log.warn({ ticket: ticket.number, place: delivery.place, reason: dead, lastAttempt }, 'not delivered');
    const unknown = this.#stillUnknown(state);
    return this.#record(ticket, { ...state, tries: 0, unknown, dead, ...(lastAttempt && { lastAttempt }) });
  }

  /** Cards that may have arrived stay counted, also for later versions of the ticket. */
  #stillUnknown({ messageId, unknown }: DeliveryState): number {
    return this.#options.delivery.creates === 'card' && messageId === undefined ? unknown : 0;
  }

  /**
   * Records a result and gives the lease back; nothing where the lease is another's by now.
   * @param retryAt ISO. Without it the ticket is due again only where it has changed meanwhile
   */
  async #record(ticket: Ticket, state: DeliveryState, retryAt?: string): Promise<void> {
    const { tickets, delivery, realTime } = this.#options;
    const [due, path] = [`${delivery.place}Due`, `legs.${delivery.place}`];
    const { lease, leaseUntil: _, ...free } = state;
    const mine: Filter = { _id: ticket._id, ...leaseOf(delivery.place).heldBy(lease ?? '') };
    const write = (at: string) =>
      tickets.collection.updateOne(ticket.tenantId, mine, { $set: { [path]: free, [due]: at } });
    if (retryAt !== undefined) {
      await write(retryAt);
      return;
    }
    const unchanged = await tickets.collection.updateOne(
      ticket.tenantId,
      { ...mine, version: ticket.version },
      { $set: { [path]: free }, $unset: { [due]: true } },
    );
    if (unchanged === 0) await write(later(realTime(), 0));
  }
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
