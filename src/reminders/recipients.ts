/** People as the planner knows them: what is open of theirs, whether they can be reached, what they had already. */
import type { Owners } from '../claims/owners.ts';
import type { OpenCounts } from '../claims/repository.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { reachOf } from '../people/reach.ts';
import { localDay } from '../time/local-day.ts';
import { ledgerRow, type Recipient } from './plan.ts';
import type { CampaignSchedule } from './schedule.ts';

export interface Known {
  readonly person: Person;
  readonly recipient: Recipient;
  /** Rows that may still matter, reminders only. */
  readonly rows: readonly Nudge[];
}

export interface RecipientsOptions {
  readonly people: People;
  readonly owners: Owners;
  readonly ledger: Ledger;
  readonly schedule: Pick<CampaignSchedule, 'campaign' | 'milestones'>;
}

/** Enough to make a question to the store worth while, and little enough that nobody waits for it. */
const PAGE = 100;
/** Where a day comes last. */
const LAST_ZONE = 'Etc/GMT+12';

export class Recipients {
  readonly #options: RecipientsOptions;

  constructor(options: RecipientsOptions) {
    this.#options = options;
  }

  /** Everybody known in a tenant, a page at a time, by `userId`; those after `after` only. Holds one page. */
  async *pages(tenantId: string, now: Date, after = ''): AsyncGenerator<readonly Known[]> {
    for (let last = after; ; ) {
      const page = await this.#options.people.listPage(tenantId, last, PAGE);
      if (page.length > 0) yield await this.known(tenantId, page, now);
      if (page.length < PAGE) return;
      last = page.at(-1)?.userId ?? '';
    }
  }

  async one(person: Person, now: Date): Promise<Known | undefined> {
    return (await this.known(person.tenantId, [person], now))[0];
  }

  /** At most 200 people. */
  async known(tenantId: string, people: readonly Person[], now: Date): Promise<Known[]> {
    const { owners, ledger, schedule } = this.#options;
    const ids = people.map(({ userId }) => userId);
    const [open, rows] = await Promise.all([
      owners.openOf(tenantId, people),
      ledger.recent(tenantId, ids, { campaign: schedule.campaign.id, kind: 'reminder', sinceDay: this.sinceDay(now) }),
    ]);
    const byPerson = Map.groupBy(rows, ({ person }) => person);
    return people.map((person, i) => {
      const mine = byPerson.get(person.userId) ?? [];
      return { person, rows: mine, recipient: recipientOf(person, open[i] ?? { toCollect: 0, toUpload: 0 }, mine) };
    });
  }

  /** Rows of earlier days have no bearing on anybody: a newer milestone has come for all of the world. */
  sinceDay(now: Date): string {
    const today = localDay(now, LAST_ZONE);
    return this.#options.schedule.milestones.findLast(({ day }) => day <= today)?.day ?? '';
  }
}

export function recipientOf(person: Person, open: OpenCounts, rows: readonly Nudge[]): Recipient {
  const { userId, name, timeZone, remindersOff = false, snoozedUntil } = person;
  return {
    id: userId,
    name,
    reach: reachOf(person),
    ...(timeZone !== undefined && { timeZone }),
    remindersOff,
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    open,
    rows: rows.map(ledgerRow),
  };
}
