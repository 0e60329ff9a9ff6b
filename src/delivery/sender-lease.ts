/** One instance at a time sends a tenant's nudges, because the tenant's rate is counted in the memory of the sender. */
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../storage/port.ts';
import type { Clock } from '../time/clock.ts';

export const NUDGE_SENDERS: CollectionSpec = { name: 'nudge_senders' };

interface SenderDoc extends Doc {
  readonly holder: string;
  /** Real time, ISO. */
  readonly until: string;
}

const LEASE = leaseIn({ holder: 'holder', until: 'until' });
const LEASE_MS = 15_000;
/** The lease is renewed when less than this is left, so that nothing is sent close to its end. */
const RENEW_BELOW_MS = 8_000;
/** Time between two tries to get a lease that another instance holds. */
const RETRY_EVERY_MS = 1_000;

export interface SenderLeaseOptions {
  readonly store: DocStore;
  readonly instance: string;
  /** No other process can have the store open: whoever else holds a lease was killed. */
  readonly exclusive: boolean;
  readonly realTime: Clock;
  /** Called when this instance takes a tenant over from another one, whose last requests still count into the rate. */
  readonly onTakeover: (tenantId: string) => void;
}

export class SenderLease {
  readonly #options: SenderLeaseOptions;
  readonly #senders: Collection<SenderDoc>;
  /** Tenants of this instance, with the end of each lease; ms. */
  readonly #heldUntil = new Map<string, number>();
  /** By tenant: when the store was asked for the lease last; ms. */
  readonly #triedAt = new Map<string, number>();
  /** By tenant: a request to the store that is under way. Whoever calls meanwhile gets the same answer. */
  readonly #pending = new Map<string, Promise<boolean>>();

  constructor(options: SenderLeaseOptions) {
    this.#options = options;
    this.#senders = options.store.collection<SenderDoc>(NUDGE_SENDERS);
  }

  /** Gets or renews the lease where it can. @returns whether this instance may send for the tenant now */
  async acquire(tenantId: string): Promise<boolean> {
    const now = this.#options.realTime().getTime();
    const left = (this.#heldUntil.get(tenantId) ?? 0) - now;
    if (left > RENEW_BELOW_MS) return true;
    const pending = this.#pending.get(tenantId);
    if (pending !== undefined) return pending;
    if (left <= 0 && now < (this.#triedAt.get(tenantId) ?? 0) + RETRY_EVERY_MS) return false;
    this.#triedAt.set(tenantId, now);
    const answer = this.#tryAcquire(tenantId, now).finally(() => this.#pending.delete(tenantId));
    this.#pending.set(tenantId, answer);
    return answer;
  }

  /** Gives all leases back, so that another instance can take over at once. */
  async release(): Promise<void> {
    for (const tenantId of this.#heldUntil.keys())
      await this.#senders.deleteOne(tenantId, { _id: tenantId, ...LEASE.heldBy(this.#options.instance) });
    this.#heldUntil.clear();
  }

  async #tryAcquire(tenantId: string, now: number): Promise<boolean> {
    const until = now + LEASE_MS;
    const acquired = await this.#write(tenantId, new Date(now).toISOString(), new Date(until).toISOString());
    if (acquired === undefined) {
      this.#heldUntil.delete(tenantId);
      return false;
    }
    if (acquired === 'takeover') this.#options.onTakeover(tenantId);
    this.#heldUntil.set(tenantId, until);
    return true;
  }

  /** Undefined: another instance has it. */
  async #write(tenantId: string, now: string, until: string): Promise<'renewal' | 'takeover' | undefined> {
    const { instance, exclusive } = this.#options;
    const $set = LEASE.taken(instance, until);
    const update = async (which: Filter): Promise<boolean> =>
      (await this.#senders.updateOne(tenantId, { _id: tenantId, ...which }, { $set })) > 0;
    // An expired lease may be renewed if nobody else took it: our in-memory rate limits then still cover every request.
    if (this.#heldUntil.has(tenantId) && (await update(LEASE.heldBy(instance)))) return 'renewal';
    if (await update(exclusive ? {} : LEASE.over(now))) return 'takeover';
    // Nobody has had it yet, or its holder gave it back.
    const sender: SenderDoc = { _id: tenantId, holder: instance, until };
    return (await insertIfAbsent(this.#senders, tenantId, sender)) ? 'takeover' : undefined;
  }
}
