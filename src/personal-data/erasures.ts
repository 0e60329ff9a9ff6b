/** Who is being forgotten: kept until it is done, so that a kill in between loses nothing. Gone then, like the person. */
import type { ForgottenPerson, StandIn } from '../storage/forget.ts';
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import { MINUTE_MS } from '../time/units.ts';

export const ERASURES: CollectionSpec = { name: 'erasures' };

export interface PendingErasure extends Doc {
  readonly tenantId: string;
  readonly person: ForgottenPerson;
  readonly standIn: StandIn;
  /** Real time, ISO. */
  readonly at: string;
  readonly leaseOwner?: string;
  readonly leaseUntil?: string;
}

const LEASE_MS = 10 * MINUTE_MS;
/** A second press, or the first one delivered again, comes before it: after it, it would make them known anew. */
const AFTER_MS = MINUTE_MS;
const lease = leaseIn({ holder: 'leaseOwner', until: 'leaseUntil' });

export class Erasures {
  readonly #collection: Collection<PendingErasure>;

  constructor(store: DocStore) {
    this.#collection = store.collection<PendingErasure>(ERASURES);
  }

  /** Asked for again it is one wish, whose time begins anew: what is under way by then is not the end of it. */
  async ask(tenantId: string, person: ForgottenPerson, standIn: StandIn, at: Date): Promise<void> {
    const _id = `${tenantId}/${person.userId}`;
    const update = { $set: { at: at.toISOString(), person }, $setOnInsert: { standIn } };
    await this.#collection.findOneAndUpdate(tenantId, { _id }, update, { upsert: true });
  }

  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** One that nobody works on, a while after it was asked for. @param now real time */
  lease(tenantId: string, holder: string, now: Date): Promise<PendingErasure | undefined> {
    const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
    const due = { ...lease.free(at(0)), at: { $lte: at(-AFTER_MS) } };
    return this.#collection.findOneAndUpdate(tenantId, due, { $set: lease.taken(holder, at(LEASE_MS)) });
  }

  /** It was done, unless it has been asked for again, or somebody else has taken it over. */
  async done({ tenantId, _id, at, leaseOwner }: PendingErasure): Promise<void> {
    await this.#collection.deleteOne(tenantId, { _id, at, ...lease.heldBy(leaseOwner) });
  }
}
