/** One request for a leased row, and what its answer makes of the row: sent, unknown, failed, skipped, or due again. */
import { type Attempt, reasonOf } from '../outbox/attempt.ts';
import { asRepeatable, type CircuitBreaker } from '../outbox/circuit-breaker.ts';
import { type NextStep, nextOf, type SendKind } from '../outbox/policy.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import type { Wait } from '../outbox/worker.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { ProactiveSender } from '../turn.ts';
import type { Composed } from './composer.ts';
import type { Ledger } from './ledger.ts';
import type { Nudge } from './nudge.ts';
import type { Throttle } from './throttle.ts';

export interface DispatchOptions {
  readonly throttle: Throttle;
  readonly breaker: CircuitBreaker;
  readonly ledger: Ledger;
  readonly people: People;
  readonly proactive: ProactiveSender;
  /** By person: their chat is a thread. */
  readonly threads: Limits;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  readonly random: () => number;
  readonly log: { warn(fields: object, message: string): void };
}

/** A leased row with its card. */
export interface ComposedNudge extends Omit<Extract<Composed, { kind: 'send' }>, 'kind'> {
  readonly row: Nudge;
  readonly person: Person;
}

/** How long a row waits that could not be composed or drawn: the store was away, or there is a bug of ours. */
export const BROKEN_WAIT_MS = 60_000;

/** The tries of a row, the one under way included. */
type Tried = Required<Pick<Nudge, 'tries' | 'since'>>;

export class Dispatch {
  readonly #options: DispatchOptions;

  constructor(options: DispatchOptions) {
    this.#options = options;
  }

  /** @throws ProgrammingError for a card that cannot be drawn; the row is due again later */
  async send({ row, person, reply, kept }: ComposedNudge, wait: Wait): Promise<void> {
    const { proactive, realTime } = this.#options;
    const began = realTime();
    const attempt = await proactive.post(person.reference ?? '', reply).catch(async (error: unknown) => {
      // The card could not be drawn. Nothing was sent.
      await this.postpone(row, BROKEN_WAIT_MS);
      throw error;
    });
    const { since = began.toISOString() } = row;
    const tried = { tries: row.tries + 1, since };
    const next = this.#judge('create', attempt, row, tried, began);
    switch (next.kind) {
      case 'done':
        return this.#end(row, 'sent', { ...tried, ...kept, ...this.#sentAt(), ...(next.id && { messageId: next.id }) });
      case 'unknown':
        return this.#end(row, 'unknown', { ...tried, ...kept, reason: 'no answer' });
      case 'gone':
        return row.recreated
          ? this.#end(row, 'failed', { ...tried, reason: 'gone' })
          : this.#recreateChat({ ...row, ...tried }, person, wait);
      default:
        return this.#refused(row, person, next, tried);
    }
  }

  /** The row is due again after `ms`. Changes nothing where it is not leased under the lease that `row` names. */
  async postpone(row: Nudge, ms: number, changes: Partial<Nudge> = {}): Promise<void> {
    const due = new Date(this.#options.realTime().getTime() + ms).toISOString();
    await this.#options.ledger.settle(row.tenantId, row, { $set: { ...changes, state: 'due', due } });
  }

  /** Nothing was delivered. Makes the person's chat anew, once; the row is due again, and its card goes there. */
  async #recreateChat(row: Nudge, person: Person, wait: Wait): Promise<void> {
    const { proactive, people, threads, realTime, throttle } = this.#options;
    const { tenantId, since = '' } = row;
    await throttle.waitForTurn(tenantId, wait);
    const began = realTime();
    threads.take(person._id, began.getTime());
    const before = person.reference ?? '';
    const { attempt, reference } = await proactive.recreate(before, tenantId);
    const tried = { tries: row.tries + 1, since };
    // Teams returns the existing chat if there is one, so creating it is safe to repeat.
    const next = this.#judge('update', attempt, row, tried, began);
    if (next.kind === 'done' && reference !== undefined) {
      await people.replaceReference(tenantId, row.person, before, reference);
      return this.postpone(row, 0, { ...tried, recreated: true });
    }
    if (next.kind === 'again' || next.kind === 'unreachable' || next.kind === 'dead')
      return this.#refused(row, person, next, tried);
    return this.#end(row, 'failed', { ...tried, reason: 'gone' });
  }

  async #refused(
    row: Nudge,
    person: Person,
    next: Extract<NextStep, { kind: 'again' | 'unreachable' | 'dead' }>,
    tried: Tried,
  ): Promise<void> {
    const { threads, people, realTime } = this.#options;
    if (next.kind === 'dead') return this.#end(row, 'failed', { ...tried, reason: next.reason });
    if (next.kind === 'again') {
      threads.slow(person._id, realTime().getTime() + next.afterMs);
      return this.postpone(row, next.afterMs, tried);
    }
    await people.markUnreachable(row.tenantId, row.person);
    return this.#end(row, 'skipped', { ...tried, reason: 'unreachable' });
  }

  /** What the policy makes of the answer. The circuit breaker hears of it. @param began real time of the request */
  #judge(act: SendKind, attempt: Attempt, { tenantId }: Nudge, { tries, since }: Tried, began: Date): NextStep {
    const { random, breaker } = this.#options;
    const made = { attempts: tries, forMs: began.getTime() - Date.parse(since) };
    const next = nextOf(...asRepeatable(act, attempt), made, random);
    if (next.kind === 'again' || next.kind === 'unknown') breaker.recordFailure(tenantId, reasonOf(attempt));
    else breaker.recordSuccess(tenantId);
    return next;
  }

  #sentAt(): Pick<Nudge, 'sentAt' | 'sentReal'> {
    const { campaignClock, realTime } = this.#options;
    return { sentAt: campaignClock().toISOString(), sentReal: realTime().toISOString() };
  }

  async #end(row: Nudge, state: Nudge['state'], changes: Partial<Nudge>): Promise<void> {
    const { log, ledger } = this.#options;
    const { tenantId, kind, milestone } = row;
    if (state === 'failed' || state === 'unknown')
      log.warn({ tenantId, kind, milestone, state, reason: changes.reason }, 'a nudge was not confirmed');
    await ledger.settle(tenantId, row, { $set: { ...changes, state } });
  }
}
