/** The cards of the ledger's rows that people have in their chats: which of them are to be drawn anew, and who is at it. */
import { leaseIn } from '../storage/lease.ts';
import type { Collection, Filter, Update } from '../storage/port.ts';
import type { Nudge, NudgeKind } from './nudge.ts';

/** Another try to draw a card anew. */
export interface RedrawRetry {
  /** Real time: not before. */
  readonly at: Date;
  /** Tries made so far. */
  readonly tries: number;
}

/** The lease on redrawing the card. */
const LEASE = leaseIn({ holder: 'cardLease', until: 'cardUntil' });

export class SentCards {
  readonly #nudges: Collection<Nudge>;

  /** @param nudges the rows of the ledger */
  constructor(nudges: Collection<Nudge>) {
    this.#nudges = nudges;
  }

  /** Its card is to be drawn anew, also where that is under way: what is being drawn may show what was before. */
  async mark(tenantId: string, _id: string, now: Date): Promise<void> {
    await this.#nudges.updateOne(
      tenantId,
      { _id },
      { $set: { cardDue: now.toISOString() }, $unset: { cardTries: true } },
    );
  }

  /**
   * Leases cards that are to be drawn anew, the oldest first. A card is due again at `until` unless it was settled by then. Only one
   * change of a card is on its way at a time: of two, the older one might arrive last.
   */
  async lease(
    tenantId: string,
    most: number,
    { now, until, lease }: { now: Date; until: Date; lease: () => string },
  ): Promise<Nudge[]> {
    const due: Filter = {
      cardDue: { $lte: now.toISOString() },
      // A card that was being sent when it was marked can be changed once it is sent.
      state: 'sent',
      ...LEASE.free(now.toISOString()),
    };
    const end = until.toISOString();
    const found = await this.#nudges.find(tenantId, due, { sort: { cardDue: 1 }, limit: most });
    const leased = await Promise.all(
      found.map(({ _id }) =>
        this.#nudges.findOneAndUpdate(
          tenantId,
          { _id, ...due },
          { $set: { cardDue: end, ...LEASE.taken(lease(), end) } },
        ),
      ),
    );
    return leased.filter((row) => row !== undefined);
  }

  /** The card was drawn, was given up, or is to be tried again (`retry`). Where it was marked meanwhile, it stays due. Changes nothing where the lease is over. */
  async settle(tenantId: string, { _id, cardLease = '', cardUntil = '' }: Nudge, retry?: RedrawRetry): Promise<void> {
    const update: Update =
      retry === undefined
        ? { $unset: { ...LEASE.released, cardDue: true, cardTries: true } }
        : { $set: { cardDue: retry.at.toISOString(), cardTries: retry.tries }, $unset: LEASE.released };
    const mine = { _id, ...LEASE.heldBy(cardLease) };
    if ((await this.#nudges.updateOne(tenantId, { ...mine, cardDue: cardUntil }, update)) > 0) return;
    await this.#nudges.updateOne(tenantId, mine, { $unset: LEASE.released });
  }

  /** The cards of this kind that somebody sees: the newest in their chat, and those being sent, which may show what was before. */
  async current(tenantId: string, person: string, campaign: string, kind: NudgeKind): Promise<Nudge[]> {
    const mine: Filter = { person, campaign, kind };
    const [beingSent, newest] = await Promise.all([
      this.#nudges.find(tenantId, { ...mine, state: 'leased' }),
      this.#nudges.findOne(
        tenantId,
        { ...mine, state: 'sent', messageId: { $exists: true } },
        { sort: { sentReal: -1 } },
      ),
    ]);
    return newest === undefined ? beingSent : [newest, ...beingSent];
  }
}
