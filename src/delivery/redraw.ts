/**
 * Draws cards in people's chats anew when what they show has changed: as a source of the outbox, by updates that may be repeated. A kill
 * between a change and its mark loses a redraw; such a card is brought up to date when somebody looks at it, because cards refresh.
 */
import type { Attempt } from '../outbox/attempt.ts';
import { nextOf } from '../outbox/policy.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import { leaseByTenant } from '../outbox/tenant-source.ts';
import type { Job, OutboxSource } from '../outbox/worker.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { ProactiveSender } from '../turn.ts';
import type { Nudge, NudgeKind } from './nudge.ts';
import type { Products } from './product.ts';
import type { SentCards } from './sent-cards.ts';

export interface RedrawOptions {
  readonly tenants: () => readonly string[];
  readonly cards: SentCards;
  readonly people: People;
  readonly products: Products;
  readonly proactive: ProactiveSender;
  /** By person. */
  readonly threads: Limits;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly wake: () => void;
  readonly log: { warn(fields: object, message: string): void };
}

const LEASE_MS = 60_000;
/** Most tries to redraw a card for one change; after that only its own refresh updates it. */
const MOST_TRIES = 5;

/** Cards of one kind in one campaign. */
export interface CardsOf {
  readonly kind: NudgeKind;
  readonly campaign: string;
}

export class Redraw implements OutboxSource {
  readonly name = 'cards of nudges';
  readonly #options: RedrawOptions;

  constructor(options: RedrawOptions) {
    this.#options = options;
  }

  /**
   * Has somebody's newest card drawn anew, and those that are being sent, once they are there.
   * @param except the milestone whose card stays as it is
   */
  async schedule(tenantId: string, userId: string, { kind, campaign }: CardsOf, except?: string): Promise<void> {
    const { cards, realTime, wake } = this.#options;
    const rows = await cards.current(tenantId, userId, campaign, kind);
    for (const { _id, milestone } of rows) if (milestone !== except) await cards.mark(tenantId, _id, realTime());
    if (rows.length > 0) wake();
  }

  async leaseDue(most: number): Promise<readonly Job[]> {
    const { tenants, cards, realTime, newId, log } = this.#options;
    return leaseByTenant(tenants(), most, log, async (tenantId, room) => {
      const now = realTime();
      const until = new Date(now.getTime() + LEASE_MS);
      const rows = await cards.lease(tenantId, room, { now, until, lease: newId });
      return rows.map((row) => ({ run: () => this.#run(row) }));
    });
  }

  async #run(row: Nudge): Promise<void> {
    const { people, cards, threads, realTime, random } = this.#options;
    const { tenantId, cardTries = 0 } = row;
    const person = await people.get(tenantId, row.person);
    if (person?.reference === undefined || !person.reachable) return cards.settle(tenantId, row);
    const nowMs = realTime().getTime();
    const waitMs = threads.take(person._id, nowMs);
    if (waitMs > 0) return cards.settle(tenantId, row, { at: new Date(nowMs + waitMs), tries: cardTries });
    const tries = cardTries + 1;
    const attempt = await this.#draw(row, person);
    if (attempt === undefined) return cards.settle(tenantId, row);
    const next = nextOf('update', attempt, { attempts: tries, forMs: 0 }, random);
    if (next.kind === 'unreachable') await people.markUnreachable(tenantId, row.person);
    if (next.kind !== 'again') return cards.settle(tenantId, row);
    const at = new Date(realTime().getTime() + next.afterMs);
    threads.slow(person._id, at.getTime());
    return cards.settle(tenantId, row, tries < MOST_TRIES ? { at, tries } : undefined);
  }

  async #draw(row: Nudge, person: Person): Promise<Attempt | undefined> {
    const { products, proactive, campaignClock } = this.#options;
    const reply = await products.composer(row.kind)?.redraw?.(row, person, campaignClock());
    return reply && proactive.change(person.reference ?? '', row.messageId ?? '', reply);
  }
}
