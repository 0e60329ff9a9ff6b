/**
 * Cards that people have in their chats, drawn anew when what they show has changed: as a source of the outbox, by updates that may be
 * repeated. What is missed here (a kill between a change and its mark) the card makes good by itself: it refreshes when it is looked at.
 */
import type { Campaign } from '../campaign/campaign.ts';
import type { Attempt } from '../outbox/attempt.ts';
import { nextOf } from '../outbox/policy.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import type { Job, Source } from '../outbox/worker.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { reminderCard } from '../reminders/cards.ts';
import type { ReminderFactsSource } from '../reminders/content.ts';
import type { Clock } from '../time/clock.ts';
import { localDay } from '../time/local-day.ts';
import type { Postman } from '../turn.ts';
import { readerOf } from './composer.ts';
import type { Ledger } from './ledger.ts';
import type { Nudge } from './nudge.ts';

export interface RedrawParts {
  readonly tenants: () => readonly string[];
  readonly ledger: Ledger;
  readonly people: People;
  readonly drawing: ReminderFactsSource;
  readonly campaign: Campaign;
  readonly postman: Postman;
  /** By person. */
  readonly threads: Limits;
  readonly timeZone: string;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly kick: () => void;
}

const LEASE_MS = 60_000;
/** After that it is left to refresh by itself. */
const MOST_TRIES = 5;

export class Redraw implements Source {
  readonly name = 'cards of reminders';
  readonly #parts: RedrawParts;

  constructor(parts: RedrawParts) {
    this.#parts = parts;
  }

  /** The claims of these owners have changed: the newest card of each is drawn anew. */
  async changed(tenantId: string, ownerKeys: readonly string[]): Promise<void> {
    const owners = [...(await this.#parts.people.ofKeys(tenantId, ownerKeys)).values()].flat();
    for (const userId of new Set(owners.map((person) => person.userId))) await this.person(tenantId, userId);
  }

  /** Somebody's newest card is drawn anew, and what is on its way to them once it is there; not that of the milestone. */
  async person(tenantId: string, userId: string, except?: string): Promise<void> {
    const { ledger, campaign, realTime, kick } = this.#parts;
    const rows = await ledger.showing(tenantId, userId, campaign.deadline);
    for (const { _id, milestone } of rows) if (milestone !== except) await ledger.mark(tenantId, _id, realTime());
    if (rows.length > 0) kick();
  }

  async claim(most: number): Promise<readonly Job[]> {
    const { tenants, ledger, realTime, newId } = this.#parts;
    const jobs: Job[] = [];
    for (const tenantId of tenants()) {
      if (jobs.length >= most) break;
      const now = realTime();
      const until = new Date(now.getTime() + LEASE_MS);
      const rows = await ledger.claimCards(tenantId, most - jobs.length, { now, until, lease: newId });
      jobs.push(...rows.map((row) => ({ run: () => this.#run(row) })));
    }
    return jobs;
  }

  async #run(row: Nudge): Promise<void> {
    const { people, ledger, threads, realTime, random } = this.#parts;
    const { tenantId, cardTries = 0 } = row;
    const person = await people.get(tenantId, row.person);
    if (person?.reference === undefined || !person.reachable) return ledger.cardDone(tenantId, row);
    const nowMs = realTime().getTime();
    const waitMs = threads.take(person._id, nowMs);
    if (waitMs > 0) return ledger.cardDone(tenantId, row, { at: new Date(nowMs + waitMs), tries: cardTries });
    const tries = cardTries + 1;
    const next = nextOf('update', await this.#draw(row, person), { attempts: tries, forMs: 0 }, random);
    if (next.kind === 'unreachable') await people.unreachable(tenantId, row.person);
    if (next.kind !== 'again') return ledger.cardDone(tenantId, row);
    const at = new Date(realTime().getTime() + next.afterMs);
    threads.slow(person._id, at.getTime());
    return ledger.cardDone(tenantId, row, tries < MOST_TRIES ? { at, tries } : undefined);
  }

  async #draw(row: Nudge, person: Person): Promise<Attempt> {
    const { drawing, campaign, postman, timeZone, campaignClock } = this.#parts;
    const reader = { ...readerOf(person, timeZone), now: campaignClock() };
    const { facts } = await drawing.of(person, row, localDay(reader.now, reader.timeZone));
    return postman.change(person.reference ?? '', row.messageId ?? '', {
      card: reminderCard(facts, campaign, reader),
    });
  }
}
