/** People as the planner of a campaign sees them: how much is open of theirs, whether they can be reached, and what they got already. */
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

/** A person with what a plan for them goes by. */
export interface KnownRecipient {
  readonly person: Person;
  readonly recipient: Recipient;
  /** Of reminders, as far back as a plan goes. */
  readonly rows: readonly Nudge[];
}

export interface RecipientsOptions {
  readonly people: People;
  readonly owners: Owners;
  readonly ledger: Ledger;
  readonly schedule: Pick<CampaignSchedule, 'campaign' | 'milestones'>;
}

/** Large enough for few requests to the store, and small enough that others do not wait long for the store. */
const PAGE_SIZE = 100;
/** The time zone in which a day begins last. */
const LAST_ZONE = 'Etc/GMT+12';

export class Recipients {
  readonly #options: RecipientsOptions;

  constructor(options: RecipientsOptions) {
    this.#options = options;
  }

  /** Everybody known in a tenant, a page at a time, by `userId`. @param after only people after this one */
  async *pages(tenantId: string, now: Date, after = ''): AsyncGenerator<readonly KnownRecipient[]> {
    for (let last = after; ; ) {
      const page = await this.#options.people.listPage(tenantId, last, PAGE_SIZE);
      if (page.length > 0) yield await this.load(tenantId, page, now);
      if (page.length < PAGE_SIZE) return;
      last = page.at(-1)?.userId ?? '';
    }
  }

  async one(person: Person, now: Date): Promise<KnownRecipient | undefined> {
    return (await this.load(person.tenantId, [person], now))[0];
  }

  /** At most 200 people. */
  async load(tenantId: string, people: readonly Person[], now: Date): Promise<KnownRecipient[]> {
    const { owners, ledger, schedule } = this.#options;
    const ids = people.map(({ userId }) => userId);
    const [open, rows] = await Promise.all([
      owners.openOf(tenantId, schedule.campaign, people),
      ledger.recent(tenantId, ids, { campaign: schedule.campaign.id, kind: 'reminder', sinceDay: this.sinceDay(now) }),
    ]);
    const byPerson = Map.groupBy(rows, ({ person }) => person);
    return people.map((person, i) => {
      const mine = byPerson.get(person.userId) ?? [];
      return { person, rows: mine, recipient: recipientOf(person, open[i] ?? { toCollect: 0, toUpload: 0 }, mine) };
    });
  }

  /** The first day whose rows still count: a newer milestone than those before it has come in every time zone. */
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
