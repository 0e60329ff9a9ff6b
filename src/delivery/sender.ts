/**
 * Sends what is due, as a source of the outbox: within the rate a row is looked at once more, leased, sent by one request, and the
 * result recorded. A lease is held around the request only, so that what is unknown after a kill was on its way; nothing waits in
 * one for longer than its turn to leave. For what is too early the worker is told when to look again.
 */

import type { Attempt } from '../outbox/attempt.ts';
import { type Act, type Next, nextOf } from '../outbox/policy.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import { leaseByTenant } from '../outbox/tenant-source.ts';
import type { Job, Source, Wait } from '../outbox/worker.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { ProactiveSender } from '../turn.ts';
import { asRepeatable, CircuitBreaker } from './circuit-breaker.ts';
import type { Composed } from './composer.ts';
import type { Ledger } from './ledger.ts';
import type { Nudge } from './nudge.ts';
import type { Products } from './product.ts';
import type { SenderLease } from './sender-lease.ts';
import { Throttle } from './throttle.ts';

export interface SenderOptions {
  readonly tenants: () => readonly string[];
  readonly lease: SenderLease;
  readonly ledger: Ledger;
  readonly people: People;
  readonly products: Pick<Products, 'composer'>;
  readonly proactive: ProactiveSender;
  /** By tenant. */
  readonly rate: Limits;
  /** By person: their chat is a thread. */
  readonly threads: Limits;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** Who sends, in rows that are leased. */
  readonly instance: string;
  readonly newId: () => string;
  readonly random: () => number;
  readonly log: { warn(facts: object, message: string): void };
}

/** A request takes 20 s at most, and making a chat anew the same again; whoever has not recorded its result by then was killed. */
const LEASE_MS = 90_000;
/** How long a row rests that could not be looked at: the store was away, or it is a bug of ours. */
const BROKEN_REST_MS = 60_000;
/** A row that nobody tried for so long after it was due again is tried from the beginning. */
const LATE_MS = 3_600_000;
const soon: Wait = async () => undefined;

type Sending = Extract<Composed, { kind: 'send' }>;
type Tried = Required<Pick<Nudge, 'tries' | 'since'>>;

export class NudgeSender implements Source {
  readonly name = 'nudges';
  readonly #options: SenderOptions;
  readonly #throttle: Throttle;
  readonly #breaker: CircuitBreaker;
  /** People whom jobs are at work for, by tenant: of two cards for somebody the second one's look knows of the first. */
  readonly #atWork = new Map<string, Set<string>>();

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#throttle = new Throttle(options.rate, options.realTime);
    this.#breaker = new CircuitBreaker(this.#throttle, options.log);
  }

  async leaseDue(most: number, again: (afterMs: number) => void): Promise<readonly Job[]> {
    const { tenants, lease, log } = this.#options;
    return leaseByTenant(tenants(), most, log, async (tenantId, room) =>
      (await lease.hold(tenantId)) ? this.#dueIn(tenantId, room, again) : [],
    );
  }

  async #dueIn(tenantId: string, most: number, again: (afterMs: number) => void): Promise<Job[]> {
    const { ledger, realTime } = this.#options;
    const atWork = this.#atWork.get(tenantId) ?? new Set();
    this.#atWork.set(tenantId, atWork);
    const room = this.#breaker.isIn(tenantId) ? Math.min(most, 1 - atWork.size) : most;
    const free = this.#throttle.takeUp(tenantId, room);
    const rows = free <= 0 ? [] : await ledger.due(tenantId, free, realTime(), atWork);
    this.#throttle.giveBack(tenantId, free - rows.length);
    const waitMs = this.#throttle.wait(tenantId);
    if (rows.length === free && (free > 0 || waitMs > 0)) again(waitMs);
    for (const { person } of rows) atWork.add(person);
    return rows.map((row) => ({
      run: (wait = soon) => this.#run(row, wait, again).finally(() => atWork.delete(row.person)),
    }));
  }

  async #run(due: Nudge, wait: Wait, again: (afterMs: number) => void): Promise<void> {
    const { ledger, realTime, newId } = this.#options;
    const lease = newId();
    const ready = await this.#prepare(due, lease).catch(async (error: unknown) => {
      // Nothing has left, also where only the word of the lease was lost on its way back.
      await this.#putOff({ ...due, lease }, BROKEN_REST_MS);
      await ledger.putOff(due.tenantId, due._id, new Date(realTime().getTime() + BROKEN_REST_MS));
      throw error;
    });
    if (ready === undefined) {
      // Its place in the second is another's.
      this.#throttle.giveBack(due.tenantId, 1);
      again(0);
      return;
    }
    await this.#throttle.leave(due.tenantId, wait);
    await this.#send(ready.row, ready.person, ready.composed, wait);
  }

  /** The last look, and the lease where there is something to send. */
  async #prepare(due: Nudge, lease: string): Promise<{ row: Nudge; person: Person; composed: Sending } | undefined> {
    const { people, products, threads, campaignClock, realTime, ledger, instance } = this.#options;
    const { tenantId, _id } = due;
    const person = await people.get(tenantId, due.person);
    const now = campaignClock();
    const composer = products.composer(due.kind);
    if (person === undefined) return void (await ledger.skip(tenantId, _id, 'unreachable'));
    // Of a kind that nobody makes any more.
    if (composer === undefined) return void (await ledger.skip(tenantId, _id, 'over'));
    const composed = await composer.compose(due, person, now);
    if (composed.kind === 'skip') return void (await ledger.skip(tenantId, _id, composed.why));
    const real = realTime();
    const later = (ms: number): Promise<void> => ledger.putOff(tenantId, _id, new Date(real.getTime() + ms));
    if (composed.kind === 'later') return void (await later(composed.at.getTime() - now.getTime()));
    const waitMs = threads.take(person._id, real.getTime());
    if (waitMs > 0) return void (await later(waitMs));
    // A process that was held up sends nothing beside the one that has taken over.
    if (!(await this.#options.lease.hold(tenantId))) return undefined;
    const isLate = real.getTime() - Date.parse(due.due ?? '') > LATE_MS;
    const since = isLate || due.since === undefined ? real.toISOString() : due.since;
    const leaseUntil = new Date(realTime().getTime() + LEASE_MS).toISOString();
    const row = await ledger.lease(tenantId, _id, { now: real, since, leaseUntil, sender: instance, lease });
    return row && { row, person, composed };
  }

  async #send(row: Nudge, person: Person, { reply, kept }: Sending, wait: Wait): Promise<void> {
    const { proactive, realTime } = this.#options;
    const began = realTime();
    const attempt = await proactive.post(person.reference ?? '', reply).catch(async (error: unknown) => {
      // It could not be drawn.
      await this.#putOff(row, BROKEN_REST_MS);
      throw error;
    });
    const { since = began.toISOString() } = row;
    const tried = { tries: row.tries + 1, since };
    const next = this.#next('create', attempt, row, tried, began);
    switch (next.kind) {
      case 'done':
        return this.#end(row, 'sent', { ...tried, ...kept, ...this.#sentAt(), ...(next.id && { messageId: next.id }) });
      case 'unknown':
        return this.#end(row, 'unknown', { ...tried, ...kept, reason: 'no answer' });
      case 'gone':
        return row.recreated
          ? this.#end(row, 'failed', { ...tried, reason: 'gone' })
          : this.#recreate({ ...row, ...tried }, person, wait);
      default:
        return this.#refused(row, person, next, tried);
    }
  }

  /** Nothing was delivered. Their chat is made anew, once, and the card goes there at the next look. */
  async #recreate(row: Nudge, person: Person, wait: Wait): Promise<void> {
    const { proactive, people, threads, realTime } = this.#options;
    const { tenantId, since = '' } = row;
    await this.#throttle.leave(tenantId, wait);
    const began = realTime();
    threads.take(person._id, began.getTime());
    const before = person.reference ?? '';
    const { attempt, reference } = await proactive.recreate(before, tenantId);
    const tried = { tries: row.tries + 1, since };
    // To make a chat that is there gives that chat: it may be repeated.
    const next = this.#next('update', attempt, row, tried, began);
    if (next.kind === 'done' && reference !== undefined) {
      await people.replaceReference(tenantId, row.person, before, reference);
      return this.#putOff(row, 0, { ...tried, recreated: true });
    }
    if (next.kind === 'again' || next.kind === 'unreachable' || next.kind === 'dead')
      return this.#refused(row, person, next, tried);
    return this.#end(row, 'failed', { ...tried, reason: 'gone' });
  }

  async #refused(
    row: Nudge,
    person: Person,
    next: Extract<Next, { kind: 'again' | 'unreachable' | 'dead' }>,
    tried: Tried,
  ): Promise<void> {
    if (next.kind === 'dead') return this.#end(row, 'failed', { ...tried, reason: next.reason });
    if (next.kind === 'again') {
      this.#options.threads.slow(person._id, this.#options.realTime().getTime() + next.afterMs);
      return this.#putOff(row, next.afterMs, tried);
    }
    await this.#options.people.markUnreachable(row.tenantId, row.person);
    return this.#end(row, 'skipped', { ...tried, reason: 'unreachable' });
  }

  #next(act: Act, attempt: Attempt, { tenantId }: Nudge, { tries, since }: Tried, began: Date): Next {
    const { random } = this.#options;
    const next = nextOf(
      ...asRepeatable(act, attempt),
      { attempts: tries, forMs: began.getTime() - Date.parse(since) },
      random,
    );
    const reason =
      attempt.kind === 'refused' ? `status ${attempt.status}` : attempt.kind === 'lost' ? attempt.reason : '';
    this.#breaker.saw(tenantId, next.kind === 'again' || next.kind === 'unknown' ? reason : undefined);
    return next;
  }

  #sentAt(): Pick<Nudge, 'sentAt' | 'sentReal'> {
    const { campaignClock, realTime } = this.#options;
    return { sentAt: campaignClock().toISOString(), sentReal: realTime().toISOString() };
  }

  async #end(row: Nudge, state: Nudge['state'], facts: Partial<Nudge>): Promise<void> {
    const { tenantId, kind, milestone } = row;
    if (state === 'failed' || state === 'unknown')
      this.#options.log.warn({ tenantId, kind, milestone, state, reason: facts.reason }, 'a nudge was not confirmed');
    await this.#options.ledger.settle(tenantId, row, { $set: { ...facts, state } });
  }

  async #putOff(row: Nudge, ms: number, facts: Partial<Nudge> = {}): Promise<void> {
    const due = new Date(this.#options.realTime().getTime() + ms).toISOString();
    await this.#options.ledger.settle(row.tenantId, row, { $set: { ...facts, state: 'due', due } });
  }
}
