/** The ledger of nudges: each change is one atomic write, guarded by the row's key, its state or its lease. */
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Update } from '../storage/port.ts';
import { type Nudge, type NudgeKind, nudgeId, type Reason } from './nudge.ts';

export const NUDGES: CollectionSpec = {
  name: 'nudges',
  indexes: [
    { fields: ['person', 'campaign', 'milestone'], unique: true },
    { fields: ['state', 'due'] },
    { fields: ['state', 'leaseUntil'] },
    { fields: ['sentReal'] },
    { fields: ['cardDue'] },
    { fields: ['order', 'state'] },
  ],
  counts: [
    ['campaign', 'kind', 'state', 'reason'],
    ['order', 'state', 'reason', 'readAt?'],
  ],
};

/** What a new row is made from. */
export type NewNudge = Pick<Nudge, 'person' | 'campaign' | 'milestone' | 'day' | 'kind' | 'askedBy' | 'order'> & {
  /** `skipped`, with a reason, where it is known from the start that nothing is sent. */
  readonly state?: 'skipped';
  readonly reason?: Reason;
  /** Real time: not sent before. */
  readonly due: Date;
};

/** The lease on sending the row. */
const LEASE = leaseIn({ holder: 'lease', until: 'leaseUntil' });
const BATCH_SIZE = 500;

export class Ledger {
  readonly #nudges: Collection<Nudge>;
  readonly #changed: (tenantId: string) => void;

  /** @param changed is called after each change of what has become of a row */
  constructor(store: DocStore, changed: (tenantId: string) => void = () => undefined) {
    this.#nudges = store.collection<Nudge>(NUDGES);
    this.#changed = changed;
  }

  get collection(): Collection<Nudge> {
    return this.#nudges;
  }

  get(tenantId: string, key: Pick<Nudge, 'campaign' | 'milestone' | 'person'>): Promise<Nudge | undefined> {
    return this.#nudges.findOne(tenantId, { _id: nudgeId({ tenantId, ...key }) });
  }

  /**
   * The rows of these people that a plan for them goes by: those that wait, and those of a day or later.
   * @param sinceDay `YYYY-MM-DD`
   */
  recent(
    tenantId: string,
    people: readonly string[],
    { campaign, kind, sinceDay }: { readonly campaign: string; readonly kind: NudgeKind; readonly sinceDay: string },
  ): Promise<Nudge[]> {
    if (people.length === 0) return Promise.resolve([]);
    const filter: Filter = {
      person: { $in: people },
      campaign,
      kind,
      $or: [{ state: 'due' }, { day: { $gte: sinceDay } }],
    };
    return this.#nudges.find(tenantId, filter);
  }

  /** Makes the rows that are not there yet, and changes no other. Safe to repeat. @returns how many were new */
  async add(tenantId: string, rows: readonly NewNudge[]): Promise<number> {
    let added = 0;
    for (let at = 0; at < rows.length; at += BATCH_SIZE) {
      const ops = rows
        .slice(at, at + BATCH_SIZE)
        .map(({ person, campaign, milestone, due, state, reason, ...rest }) => ({
          filter: { person, campaign, milestone },
          update: {
            $setOnInsert: {
              _id: nudgeId({ tenantId, campaign, milestone, person }),
              ...rest,
              state: state ?? 'due',
              ...(reason !== undefined && { reason }),
              ...(state === undefined && { due: due.toISOString() }),
              tries: 0,
            },
          },
        }));
      added += (await this.#nudges.bulkUpsert(tenantId, ops)).inserted;
    }
    if (added > 0) this.#changed(tenantId);
    return added;
  }

  /** A skipped row is due again, because its reason has passed. It starts afresh: earlier tries and a chat made anew are forgotten. */
  async requeue(tenantId: string, { _id, reason = '' }: Nudge, due: Date): Promise<void> {
    const matched = await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'skipped', reason },
      { $set: { state: 'due', due: due.toISOString() }, $unset: { reason: true, since: true, recreated: true } },
    );
    if (matched > 0) this.#changed(tenantId);
  }

  /** A waiting row is not sent. Changes nothing where somebody is sending it by now. */
  async skip(tenantId: string, _id: string, reason: Reason): Promise<void> {
    const matched = await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'due' },
      { $set: { state: 'skipped', reason }, $unset: { due: true } },
    );
    if (matched > 0) this.#changed(tenantId);
  }

  /** A waiting row is not sent before `due`, and its time of trying starts afresh then. Changes nothing where somebody is sending it by now. */
  async postpone(tenantId: string, _id: string, due: Date): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'due' },
      { $set: { due: due.toISOString() }, $unset: { since: true } },
    );
  }

  /** What is due by now, the oldest first, one row of each person. @param except people who are left out */
  async due(tenantId: string, most: number, now: Date, except: ReadonlySet<string>): Promise<Nudge[]> {
    const due: Filter = { state: 'due', due: { $lte: now.toISOString() } };
    const found = await this.#nudges.find(tenantId, due, { sort: { due: 1 }, limit: most + except.size });
    const first = new Map(found.toReversed().map((row) => [row.person, row]));
    return found.filter((row) => !except.has(row.person) && first.get(row.person) === row).slice(0, most);
  }

  /** Leases a row to send it. Undefined where somebody else was faster, or where it is not due any more. @param since of the first try */
  lease(
    tenantId: string,
    _id: string,
    {
      now,
      since,
      sender,
      lease,
      leaseUntil,
    }: { now: Date; since: string; leaseUntil: string; sender: string; lease: string },
  ): Promise<Nudge | undefined> {
    return this.#nudges.findOneAndUpdate(
      tenantId,
      { _id, state: 'due', due: { $lte: now.toISOString() } },
      {
        $set: { since, sender, ...LEASE.taken(lease, leaseUntil), state: 'leased' },
        $unset: { due: true, reason: true },
      },
    );
  }

  /** Writes the result of a row, under the lease of whoever worked on it. @returns false where that lease is over */
  async settle(tenantId: string, { _id, lease = '' }: Nudge, update: Update): Promise<boolean> {
    const { $set = {}, $unset = {}, ...rest } = update;
    const matched = await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'leased', ...LEASE.heldBy(lease) },
      { ...rest, $set, $unset: { ...$unset, ...LEASE.released, sender: true } },
    );
    if (matched > 0) this.#changed(tenantId);
    return matched > 0;
  }

  /**
   * Ends the leases of killed senders. Nobody knows whether their cards arrived, so the rows are unknown and not repeated (docs/design.md,
   * "Never lost, never twice").
   * @param others end every lease of another sender, whatever its time: no other process is alive
   * @returns how many
   */
  async expireLeases(
    tenantId: string,
    now: Date,
    { sender, others }: { readonly sender: string; readonly others: boolean },
  ): Promise<number> {
    const over: Filter[] = [LEASE.over(now.toISOString()), ...(others ? [{ sender: { $ne: sender } }] : [])];
    let expired = 0;
    for (;;) {
      const found = await this.#nudges.find(tenantId, { state: 'leased', $or: over }, { limit: BATCH_SIZE });
      for (const row of found)
        if (await this.settle(tenantId, row, { $set: { state: 'unknown', reason: 'killed' } })) expired++;
      if (found.length < BATCH_SIZE) return expired;
    }
  }
}
