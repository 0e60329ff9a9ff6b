/**
 * Delivers tickets to one place, as a source of the outbox. A ticket whose version is ahead of what stands in the place is leased by
 * one atomic update and sent, and the result is recorded. There is no queue beside the tickets: what to send follows from the ticket.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Attempt } from '../../outbox/attempt.ts';
import { type Act, type Next, nextOf } from '../../outbox/policy.ts';
import { leaseByTenant } from '../../outbox/tenant-source.ts';
import type { Job, Source } from '../../outbox/worker.ts';
import type { Filter } from '../../storage/port.ts';
import type { Clock } from '../../time/clock.ts';
import type { TicketRepository } from '../repository.ts';
import { ticketTexts } from '../texts.ts';
import { type DeliveryState, leaseOf, type Place, type Ticket } from '../ticket.ts';

/** What came of one delivery. */
export type TicketDeliveryResult =
  | { readonly kind: 'tried'; readonly act: Act; readonly attempt: Attempt; readonly where?: string }
  /** This version brings nothing that belongs to this place. */
  | { readonly kind: 'nothing' }
  /** Rate limits are reached: nothing was sent. `all`: nothing of this tenant can be sent to this place before then. */
  | { readonly kind: 'wait'; readonly ms: number; readonly all?: true }
  /** Nothing was sent, since it would create a message that may be there already. */
  | { readonly kind: 'withheld' };

export interface TicketDelivery {
  readonly place: Place;
  /** What a create makes there: the one card of a ticket, or a line on what is new, of which each change may make another. */
  readonly creates: 'card' | 'line' | 'nothing';
  /** The tenants that have such a place. */
  tenants(): Promise<readonly string[]>;
  /**
   * Sends what the place lacks. A request that fails is a result, not an error.
   * @param state how the ticket stands in this place
   * @param mayCreate false where a message may be there already without being known: then nothing new is created
   */
  deliver(ticket: Ticket, state: DeliveryState, mayCreate: boolean): Promise<TicketDeliveryResult>;
}

/** A request takes 30 s at most; whoever has not recorded its result by then was killed. */
const LEASE_MS = 120_000;
/** A message of which it is not known whether it arrived is sent once more, not twice. */
const MOST_UNKNOWN = 2;
/** A place whose limits are reached is asked again after this time at the latest: it may be another channel by then. */
const MOST_REST_MS = 30_000;

interface Leased {
  readonly ticket: Ticket;
  /** When it became due, ISO: by that it keeps its turn. */
  readonly due: string;
}

export interface TicketSourceOptions {
  readonly tickets: TicketRepository;
  readonly delivery: TicketDelivery;
  readonly realTime: Clock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly log: { warn(facts: object, message: string): void };
}

export class TicketSource implements Source {
  readonly name: string;
  readonly #options: TicketSourceOptions;
  /** Until when a tenant's place is left alone, ms. */
  readonly #rests = new Map<string, number>();

  constructor(options: TicketSourceOptions) {
    this.#options = options;
    this.name = `tickets for the ${options.delivery.place}`;
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    // The embedded store answers within the same tick, so a long queue would hold up everybody's turns.
    await nextTick();
    const { delivery, realTime, log } = this.#options;
    return leaseByTenant(await delivery.tenants(), most, log, async (tenantId, room) => {
      if ((this.#rests.get(tenantId) ?? 0) > realTime().getTime()) return [];
      const leased = await this.#leaseIn(tenantId, room);
      return leased.map((one) => ({ run: () => this.#run(one) }));
    });
  }

  /** The oldest first, without those that another instance leased first. */
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

  /** Where a killed sender left its lease, it is not known whether its request arrived: that is counted. */
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
    const { dead: _, ...state } = ticket.legs[delivery.place];
    const began = realTime();
    const result =
      state.version >= ticket.version
        ? ({ kind: 'nothing' } as const)
        : await delivery.deliver(ticket, state, state.unknown < MOST_UNKNOWN);
    switch (result.kind) {
      case 'wait': {
        const waits = { ...state, tries: state.tries - 1 };
        if (!result.all) return this.#record(ticket, waits, later(realTime(), result.ms));
        this.#rests.set(ticket.tenantId, began.getTime() + Math.min(result.ms, MOST_REST_MS));
        return this.#record(ticket, waits, due);
      }
      case 'nothing':
        return this.#record(ticket, { ...delivered(state, ticket), unknown: this.#stillUnknown(state) });
      case 'withheld':
        return this.#giveUp(ticket, state, ticketTexts.unknownTwice);
      case 'tried': {
        const since = state.since ?? began.toISOString();
        const tries = { attempts: state.tries, forMs: began.getTime() - Date.parse(since) };
        const next = nextOf(result.act, result.attempt, tries, random);
        return this.#recordNext(ticket, { ...placed(state, result.where), since }, next);
      }
    }
  }

  #recordNext(ticket: Ticket, state: DeliveryState, next: Next): Promise<void> {
    const { realTime } = this.#options;
    switch (next.kind) {
      case 'done':
        return this.#record(ticket, { ...delivered(state, ticket), ...(next.id && { messageId: next.id }) });
      case 'again':
        return this.#record(ticket, state, later(realTime(), next.afterMs));
      case 'unknown': {
        const unknown = state.unknown + 1;
        // It is sent once more, a little later; after that a person decides.
        if (unknown < MOST_UNKNOWN) return this.#record(ticket, { ...state, unknown }, later(realTime(), 0));
        return this.#giveUp(ticket, { ...state, unknown }, ticketTexts.unknownTwice);
      }
      case 'gone': {
        // The card was removed, or the place has moved: a new card is sent, unless there was none.
        if (state.messageId === undefined) return this.#giveUp(ticket, state, ticketTexts.placeGone);
        const { messageId: _, ...without } = state;
        return this.#record(ticket, { ...without, unknown: 0 }, later(realTime(), 0));
      }
      case 'unreachable':
        return this.#giveUp(ticket, state, ticketTexts.placeBlocked);
      case 'dead':
        return this.#giveUp(ticket, state, next.reason);
    }
  }

  /** The next change of the ticket is tried from the beginning; but a card that may be there twice is not sent a third time. */
  #giveUp(ticket: Ticket, { since: _, ...state }: DeliveryState, dead: string): Promise<void> {
    const { delivery, log } = this.#options;
    log.warn({ ticket: ticket.number, place: delivery.place, reason: dead }, 'not delivered');
    return this.#record(ticket, { ...state, tries: 0, unknown: this.#stillUnknown(state), dead });
  }

  /** Cards that may be there without being known stay counted, also for later versions of the ticket. */
  #stillUnknown({ messageId, unknown }: DeliveryState): number {
    return this.#options.delivery.creates === 'card' && messageId === undefined ? unknown : 0;
  }

  /**
   * Records a result and gives the lease back; nothing where the lease is another's by now.
   * @param again when to try again, ISO. Without it the ticket is due again only where it has changed meanwhile
   */
  async #record(ticket: Ticket, state: DeliveryState, again?: string): Promise<void> {
    const { tickets, delivery, realTime } = this.#options;
    const [due, path] = [`${delivery.place}Due`, `legs.${delivery.place}`];
    const { lease, leaseUntil: _, ...free } = state;
    const mine: Filter = { _id: ticket._id, ...leaseOf(delivery.place).heldBy(lease ?? '') };
    const write = (at: string) =>
      tickets.collection.updateOne(ticket.tenantId, mine, { $set: { [path]: free, [due]: at } });
    if (again !== undefined) {
      await write(again);
      return;
    }
    const quiet = await tickets.collection.updateOne(
      ticket.tenantId,
      { ...mine, version: ticket.version },
      { $set: { [path]: free }, $unset: { [due]: true } },
    );
    if (quiet === 0) await write(later(realTime(), 0));
  }
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

/** The state with where it was sent to. Where that is another place than before, there is no message yet. */
function placed({ messageId, where: before, ...state }: DeliveryState, where: string | undefined): DeliveryState {
  const moved = where !== undefined && before !== undefined && where !== before;
  const kept = messageId === undefined || moved ? {} : { messageId };
  const at = where ?? before;
  return { ...state, ...kept, ...(at !== undefined && { where: at }), ...(moved && { unknown: 0 }) };
}

/** This version stands there now; tries are counted anew for the next one. */
function delivered({ messageId, where, lease }: DeliveryState, { version }: Ticket): DeliveryState {
  return {
    version,
    tries: 0,
    unknown: 0,
    ...(messageId !== undefined && { messageId }),
    ...(where !== undefined && { where }),
    ...(lease !== undefined && { lease }),
  };
}
