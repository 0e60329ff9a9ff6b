/**
 * The tick: for each tenant that this instance sends for, who is due what becomes rows of the ledger. A round may be cut off at any
 * line: what it did stays done, and the next one finds the rest, since it decides from the records and never from a round before.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Audiences } from '../announcements/audience.ts';
import { reachOf } from '../claims/owners.ts';
import type { Person } from '../people/person.ts';
import type { Planned } from '../reminders/plan.ts';
import type { Recipients } from '../reminders/recipients.ts';
import { ask } from '../reminders/request.ts';
import type { Occasions } from '../reminders/schedule.ts';
import { planDigest } from '../report/digest-composer.ts';
import type { Clock } from '../time/clock.ts';
import type { Ledger, NewNudge } from './ledger.ts';
import { announcedKey, type Nudge } from './nudge.ts';
import type { AnnouncementOrder, Order, Orders } from './orders.ts';
import type { SenderLease } from './sender-lease.ts';

export interface RoundsParts {
  readonly tenants: () => Promise<readonly string[]>;
  readonly lease: SenderLease;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly audiences: Audiences;
  readonly recipients: Recipients;
  readonly occasions: Occasions;
  /** The leads whom the bot may write to. */
  readonly leads: (tenantId: string) => Promise<readonly Person[]>;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** Who sends, in rows that are leased. */
  readonly instance: string;
  /** No other process can have the store open. */
  readonly alone: boolean;
  /** There may be something to send. */
  readonly kick: () => void;
  readonly log: { info(facts: object, message: string): void; error(facts: object, message: string): void };
}

/** Rows that change one by one: so many together, and then everybody else has a turn. */
const WRITES_AT_ONCE = 20;

export class Rounds {
  readonly #parts: RoundsParts;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(parts: RoundsParts) {
    this.#parts = parts;
  }

  /** One round over all tenants. Asked for while one runs: another one after it. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#all();
    return this.#running;
  }

  /** No new round; resolves when the one under way has come to its next page. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => undefined);
  }

  async #all(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        for (const tenantId of await this.#parts.tenants()) if (!this.#stopped) await this.#round(tenantId);
      }
    } finally {
      // In the very moment of the last look: who asks from now on starts another one.
      this.#running = undefined;
    }
  }

  /** Each step by itself, and each tenant: what fails in one of them is there for the next round, and holds up no other. */
  async #round(tenantId: string): Promise<void> {
    const { lease, ledger, orders, instance, alone, realTime, campaignClock, kick, log } = this.#parts;
    const step = async (what: string, work: () => Promise<void>): Promise<void> => {
      if (this.#stopped) return;
      await work().catch((err: unknown) => log.error({ err, tenantId, what }, 'a part of a round failed'));
    };
    let mine = false;
    await step('taking over', async () => {
      mine = await lease.hold(tenantId);
      if (!mine) return;
      const lost = await ledger.expire(tenantId, realTime(), { sender: instance, others: alone });
      if (lost > 0) log.info({ tenantId, lost }, 'nudges that were in flight when their sender ended are unknown');
    });
    if (!mine) return;
    const now = campaignClock();
    await step('orders', async () => {
      for (const order of await orders.open(tenantId)) await step('an order', () => this.#expand(order, now));
    });
    await step('reminders', () => this.#remind(tenantId, now));
    await step('digests', () => this.#digests(tenantId, now));
    kick();
  }

  async #remind(tenantId: string, now: Date): Promise<void> {
    const { recipients, occasions, ledger, kick } = this.#parts;
    const plan = occasions.planner(now);
    for await (const page of recipients.pages(tenantId, now)) {
      if (this.#stopped || !(await this.#parts.lease.hold(tenantId))) return;
      const fresh: NewNudge[] = [];
      for (let at = 0; at < page.length; at += WRITES_AT_ONCE) {
        const some = page.slice(at, at + WRITES_AT_ONCE);
        const rows = await Promise.all(some.map((one) => this.#carryOut(tenantId, plan(one.recipient), one.rows)));
        fresh.push(...rows.flat());
        await othersTurn();
      }
      if ((await ledger.add(tenantId, fresh)) > 0) kick();
    }
  }

  /** What of a plan changes rows that are there; returns the row that is to be made. */
  async #carryOut(
    tenantId: string,
    { recipient, plan, skip }: Planned,
    rows: readonly Nudge[],
    kind: 'reminder' | 'digest' = 'reminder',
  ): Promise<NewNudge[]> {
    const { ledger, occasions, realTime } = this.#parts;
    for (const { milestone, why } of skip) {
      const row = rows.find((one) => one.milestone === milestone.key);
      if (row !== undefined) await ledger.skip(tenantId, row._id, why);
    }
    if (plan.kind === 'later' || plan.milestone === undefined) return [];
    const { key, day } = plan.milestone;
    const there = rows.find((one) => one.milestone === key);
    if (there !== undefined) {
      if (plan.kind === 'due' && there.state === 'skipped') await ledger.revive(tenantId, there, realTime());
      return [];
    }
    const row = { person: recipient.id, campaign: occasions.campaign, milestone: key, day, kind, due: realTime() };
    return [plan.kind === 'due' ? row : { ...row, state: 'skipped', reason: plan.why }];
  }

  async #digests(tenantId: string, now: Date): Promise<void> {
    const { leads, ledger, occasions, recipients } = this.#parts;
    const people = await leads(tenantId);
    const sinceDay = recipients.sinceDay(now);
    const known = await ledger.recent(
      tenantId,
      people.map(({ userId }) => userId),
      { campaign: occasions.campaign, kind: 'digest', sinceDay },
    );
    const rows = Map.groupBy(known, ({ person }) => person);
    for (const lead of people) {
      const mine = rows.get(lead.userId) ?? [];
      const planned = planDigest(occasions, lead, mine, now);
      await ledger.add(tenantId, await this.#carryOut(tenantId, planned, mine, 'digest'));
    }
  }

  async #expand(order: Order, now: Date): Promise<void> {
    const { orders, ledger, kick } = this.#parts;
    const { tenantId, _id } = order;
    for await (const { rows, last } of order.kind === 'reminders' ? this.#asked(order, now) : this.#shared(order)) {
      if (this.#stopped) return;
      await ledger.add(tenantId, rows);
      await orders.reached(tenantId, _id, last);
      kick();
      await othersTurn();
    }
    await orders.expanded(tenantId, _id);
  }

  async *#asked({ tenantId, by, after }: Order, now: Date): AsyncGenerator<{ rows: NewNudge[]; last: string }> {
    const { recipients, occasions, ledger, realTime } = this.#parts;
    for await (const page of recipients.pages(tenantId, now, after)) {
      const asked = page.map((known) => ask(known, by, occasions, now, realTime()));
      for (const { again } of asked) if (again !== undefined) await ledger.revive(tenantId, again.row, again.due);
      yield { rows: asked.flatMap(({ row }) => row ?? []), last: page.at(-1)?.person.userId ?? '' };
    }
  }

  async *#shared(order: AnnouncementOrder): AsyncGenerator<{ rows: NewNudge[]; last: string }> {
    const { audiences, realTime } = this.#parts;
    const { _id, tenantId, campaign, by, at, audience, after } = order;
    for await (const page of audiences.pages(tenantId, audience, after)) {
      const rows = page.map((person): NewNudge => {
        const silent = reachOf(person) !== 'reachable' ? 'unreachable' : person.remindersOff ? 'off' : undefined;
        return {
          person: person.userId,
          campaign,
          milestone: announcedKey(_id),
          day: at.slice(0, 10),
          kind: 'announcement',
          askedBy: by,
          order: _id,
          due: realTime(),
          ...(silent !== undefined && { state: 'skipped', reason: silent }),
        };
      });
      const last = page.at(-1)?.userId;
      if (last !== undefined) yield { rows, last };
    }
  }
}
