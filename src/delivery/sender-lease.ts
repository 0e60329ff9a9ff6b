/** One instance at a time sends a tenant's nudges: the rate limit of the tenant is counted in its memory. */
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../storage/port.ts';
import type { Clock } from '../time/clock.ts';

export const NUDGE_SENDERS: CollectionSpec = { name: 'nudge_senders' };

interface Holder extends Doc {
  readonly holder: string;
  /** Real time, ISO. */
  readonly until: string;
}

const LEASE = leaseIn({ holder: 'holder', until: 'until' });
const LEASE_MS = 15_000;
/** The lease is renewed when less than this is left, so that nothing is sent close to its end. */
const RENEW_BELOW_MS = 8_000;
/** Time between two tries to get a lease that another instance holds. */
const ASK_EVERY_MS = 1_000;

export interface SenderLeaseOptions {
  readonly store: DocStore;
  readonly instance: string;
  /** No other process can have the store open: whoever else holds a lease was killed. */
  readonly alone: boolean;
  readonly realTime: Clock;
  /** Called when a tenant was taken over from another instance, whose last requests still count into the rate. */
  readonly taken: (tenantId: string) => void;
}

export class SenderLease {
  readonly #options: SenderLeaseOptions;
  readonly #senders: Collection<Holder>;
  /** Until when a tenant is held, and when it was asked for the last time; ms. */
  readonly #held = new Map<string, number>();
  readonly #asked = new Map<string, number>();
  /** Questions to the store that are under way: who asks meanwhile gets the same answer. */
  readonly #asking = new Map<string, Promise<boolean>>();

  constructor(options: SenderLeaseOptions) {
    this.#options = options;
    this.#senders = options.store.collection<Holder>(NUDGE_SENDERS);
  }

  /** Whether this instance may send for the tenant now; gets or renews the lease where it can. */
  async hold(tenantId: string): Promise<boolean> {
    const now = this.#options.realTime().getTime();
    const left = (this.#held.get(tenantId) ?? 0) - now;
    if (left > RENEW_BELOW_MS) return true;
    const asking = this.#asking.get(tenantId);
    if (asking !== undefined) return asking;
    if (left <= 0 && now < (this.#asked.get(tenantId) ?? 0) + ASK_EVERY_MS) return false;
    this.#asked.set(tenantId, now);
    const answer = this.#get(tenantId, now).finally(() => this.#asking.delete(tenantId));
    this.#asking.set(tenantId, answer);
    return answer;
  }

  async #get(tenantId: string, now: number): Promise<boolean> {
    const until = now + LEASE_MS;
    const taken = await this.#take(tenantId, new Date(now).toISOString(), new Date(until).toISOString());
    if (taken === undefined) {
      this.#held.delete(tenantId);
      return false;
    }
    if (taken === 'from another') this.#options.taken(tenantId);
    this.#held.set(tenantId, until);
    return true;
  }

  /** Gives all leases back, so that another instance can take over at once. */
  async release(): Promise<void> {
    for (const tenantId of this.#held.keys())
      await this.#senders.deleteOne(tenantId, { _id: tenantId, ...LEASE.heldBy(this.#options.instance) });
    this.#held.clear();
  }

  /** Undefined: another instance has it. */
  async #take(tenantId: string, now: string, until: string): Promise<'still mine' | 'from another' | undefined> {
    const { instance, alone } = this.#options;
    const $set = LEASE.taken(instance, until);
    const take = async (which: Filter): Promise<boolean> =>
      (await this.#senders.updateOne(tenantId, { _id: tenantId, ...which }, { $set })) > 0;
    // Also after its end: nobody has had it since, so the limits in memory know all that was sent.
    if (this.#held.has(tenantId) && (await take(LEASE.heldBy(instance)))) return 'still mine';
    if (await take(alone ? {} : LEASE.over(now))) return 'from another';
    // Nobody has had it yet, or whoever had it gave it up.
    const holder: Holder = { _id: tenantId, holder: instance, until };
    return (await insertIfAbsent(this.#senders, tenantId, holder)) ? 'from another' : undefined;
  }
}
