/** The ledger of nudges: each change is one atomic write, guarded by the row's key, its state or its lease. */

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
    { fields: ['campaign', 'state', 'reason'] },
  ],
};

/** A row to be: what it is made from. */
export type NewNudge = Pick<Nudge, 'person' | 'campaign' | 'milestone' | 'day' | 'kind' | 'askedBy' | 'order'> & {
  /** `skipped` with a reason: known from the start. */
  readonly state?: 'skipped';
  readonly reason?: Reason;
  /** Real time: not sent before. */
  readonly due: Date;
};

/** A card is to be drawn anew once more: from when on (real time), and how often it was tried by now. */
export interface CardAgain {
  readonly at: Date;
  readonly tries: number;
}

const AT_ONCE = 500;

export class Ledger {
  readonly #nudges: Collection<Nudge>;

  constructor(store: DocStore) {
    this.#nudges = store.collection<Nudge>(NUDGES);
  }

  get collection(): Collection<Nudge> {
    return this.#nudges;
  }

  get(tenantId: string, key: Pick<Nudge, 'campaign' | 'milestone' | 'person'>): Promise<Nudge | undefined> {
    return this.#nudges.findOne(tenantId, { _id: nudgeId({ tenantId, ...key }) });
  }

  /**
   * Rows of these people that may matter to what they are due: those that wait, and those of a day or later.
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

  /** Makes rows that are not there yet; those that are stay as they are. Safe to repeat. Returns how many were new. */
  async add(tenantId: string, rows: readonly NewNudge[]): Promise<number> {
    let added = 0;
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const ops = rows.slice(at, at + AT_ONCE).map(({ person, campaign, milestone, due, state, reason, ...rest }) => ({
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
    return added;
  }

  /** What was skipped is due again: its reason has passed. What was tried before counts no more, a chat that was gone neither. */
  async revive(tenantId: string, { _id, reason = '' }: Nudge, due: Date): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'skipped', reason },
      { $set: { state: 'due', due: due.toISOString() }, $unset: { reason: true, since: true, recreated: true } },
    );
  }

  /** What waits is not sent; nothing where somebody is sending it by now. */
  async skip(tenantId: string, _id: string, reason: Reason): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'due' },
      { $set: { state: 'skipped', reason }, $unset: { due: true } },
    );
  }

  /** What waits is not sent before `due`, and has not been tried in vain meanwhile. Nothing where somebody is sending it by now. */
  async putOff(tenantId: string, _id: string, due: Date): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'due' },
      { $set: { due: due.toISOString() }, $unset: { since: true } },
    );
  }

  /** What is due by now, the oldest first, one row of each person. @param but people who are left out */
  async due(tenantId: string, most: number, now: Date, but: ReadonlySet<string>): Promise<Nudge[]> {
    const due: Filter = { state: 'due', due: { $lte: now.toISOString() } };
    const found = await this.#nudges.find(tenantId, due, { sort: { due: 1 }, limit: most + but.size });
    const first = new Map(found.toReversed().map((row) => [row.person, row]));
    return found.filter((row) => !but.has(row.person) && first.get(row.person) === row).slice(0, most);
  }

  /** Takes a row to send it. Nothing where somebody else was faster, or where it is not due any more. @param since of the first try */
  lease(
    tenantId: string,
    _id: string,
    { now, ...facts }: { now: Date; since: string; leaseUntil: string; sender: string; lease: string },
  ): Promise<Nudge | undefined> {
    return this.#nudges.findOneAndUpdate(
      tenantId,
      { _id, state: 'due', due: { $lte: now.toISOString() } },
      { $set: { ...facts, state: 'leased' }, $unset: { due: true, reason: true } },
    );
  }

  /** The result of a row, under the lease that it was made under. Nothing where the lease is over. */
  async settle(tenantId: string, { _id, lease = '' }: Nudge, update: Update): Promise<boolean> {
    const { $set = {}, $unset = {}, ...rest } = update;
    const matched = await this.#nudges.updateOne(
      tenantId,
      { _id, state: 'leased', lease },
      { ...rest, $set, $unset: { ...$unset, lease: true, leaseUntil: true, sender: true } },
    );
    return matched > 0;
  }

  /**
   * Leases that a killed sender left: nobody knows whether the card arrived, and it is not repeated (DESIGN 5).
   * @param others every lease of another sender is over, whatever its end: no other process is alive
   * @returns how many
   */
  async expire(
    tenantId: string,
    now: Date,
    { sender, others }: { readonly sender: string; readonly others: boolean },
  ): Promise<number> {
    const over: Filter[] = [
      { leaseUntil: { $lte: now.toISOString() } },
      ...(others ? [{ sender: { $ne: sender } }] : []),
    ];
    let expired = 0;
    for (;;) {
      const found = await this.#nudges.find(tenantId, { state: 'leased', $or: over }, { limit: AT_ONCE });
      for (const row of found)
        if (await this.settle(tenantId, row, { $set: { state: 'unknown', reason: 'killed' } })) expired++;
      if (found.length < AT_ONCE) return expired;
    }
  }

  /** Its card is to be drawn anew, also where that is under way: what is drawn just now may be from before. */
  async mark(tenantId: string, _id: string, now: Date): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id },
      { $set: { cardDue: now.toISOString() }, $unset: { cardTries: true } },
    );
  }

  /**
   * Leases cards that are to be drawn anew, the oldest first; due again at `until` where nobody says that it is done. One change of a
   * card at a time is on its way: of two the older one may arrive last.
   */
  async leaseCards(
    tenantId: string,
    most: number,
    { now, until, lease }: { now: Date; until: Date; lease: () => string },
  ): Promise<Nudge[]> {
    const due: Filter = {
      cardDue: { $lte: now.toISOString() },
      // One that was on its way when it was marked is there once it is sent.
      state: 'sent',
      $or: [{ cardLease: { $exists: false } }, { cardUntil: { $lte: now.toISOString() } }],
    };
    const end = until.toISOString();
    const found = await this.#nudges.find(tenantId, due, { sort: { cardDue: 1 }, limit: most });
    const leased = await Promise.all(
      found.map(({ _id }) =>
        this.#nudges.findOneAndUpdate(
          tenantId,
          { _id, ...due },
          { $set: { cardDue: end, cardUntil: end, cardLease: lease() } },
        ),
      ),
    );
    return leased.filter((row) => row !== undefined);
  }

  /** Drawn, given up, or to be tried `again`; where it was marked meanwhile, it stays due. Nothing where the lease is over. */
  async cardDone(tenantId: string, { _id, cardLease = '', cardUntil = '' }: Nudge, again?: CardAgain): Promise<void> {
    const free = { cardLease: true, cardUntil: true } as const;
    const update: Update =
      again === undefined
        ? { $unset: { ...free, cardDue: true, cardTries: true } }
        : { $set: { cardDue: again.at.toISOString(), cardTries: again.tries }, $unset: free };
    const unchanged = { _id, cardLease, cardDue: cardUntil };
    if ((await this.#nudges.updateOne(tenantId, unchanged, update)) > 0) return;
    await this.#nudges.updateOne(tenantId, { _id, cardLease }, { $unset: free });
  }

  /** The newest card of this kind in somebody's chat, and those on their way, drawn from what was before. */
  async showing(tenantId: string, person: string, campaign: string, kind: NudgeKind): Promise<Nudge[]> {
    const mine: Filter = { person, campaign, kind };
    const [onTheirWay, newest] = await Promise.all([
      this.#nudges.find(tenantId, { ...mine, state: 'leased' }),
      this.#nudges.findOne(
        tenantId,
        { ...mine, state: 'sent', messageId: { $exists: true } },
        { sort: { sentReal: -1 } },
      ),
    ]);
    return newest === undefined ? onTheirWay : [newest, ...onTheirWay];
  }
}
