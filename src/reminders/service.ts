/** The use cases of reminders: a person's own card and settings, and leads who have others reminded. Rights are checked here, each time. */
import type { Ledger } from '../delivery/ledger.ts';
import type { Orders } from '../delivery/orders.ts';
import type { CardsOf } from '../delivery/redraw.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import { addDays, localDay } from '../time/local-day.ts';
import type { ReminderContent, ReminderContents } from './content.ts';
import type { Recipients } from './recipients.ts';
import { applyRequest, planRequest, type RequestOutcome } from './request.ts';
import type { CampaignSchedule } from './schedule.ts';

export type SnoozeUntil = 'tomorrow' | 'next week';

export interface ReminderServiceOptions {
  readonly people: People;
  readonly rights: Rights;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly schedule: CampaignSchedule;
  readonly recipients: Recipients;
  readonly contents: ReminderContents;
  readonly realTime: () => Date;
  /** Has somebody's newest card drawn anew, unless it is that of the milestone `except`. */
  readonly redraw: (tenantId: string, userId: string, cards: CardsOf, except?: string) => Promise<void>;
  /** Wakes the sender. */
  readonly wake: () => void;
  /** Has a round run now: it makes rows of what was ordered. */
  readonly planSoon: () => void;
}

/** Now, where somebody is: for days of their own calendar. */
export interface LocalTime {
  /** Campaign clock. */
  readonly now: Date;
  readonly timeZone: string;
}

const MONDAY = 1;

export class ReminderService {
  readonly #options: ReminderServiceOptions;

  constructor(options: ReminderServiceOptions) {
    this.#options = options;
  }

  /** What the person's own card of a milestone shows now. @throws NotFoundError where they have none */
  async card({ tenantId, userId }: Person, milestone: string, { now, timeZone }: LocalTime): Promise<ReminderContent> {
    const { ledger, people, contents, schedule } = this.#options;
    const key = { campaign: schedule.campaign.id, milestone, person: userId };
    const [row, person] = await Promise.all([ledger.get(tenantId, key), people.get(tenantId, userId)]);
    if (row?.kind !== 'reminder' || person === undefined) throw new NotFoundError('reminder.not-found');
    return (await contents.of(person, row, localDay(now, timeZone))).content;
  }

  /** @param pressed the milestone of the card whose button was pressed: that card is drawn in the answer */
  async setReminders({ tenantId, userId }: Person, reminders: 'on' | 'off', pressed?: string): Promise<void> {
    await this.#options.people.setReminders(tenantId, userId, reminders);
    await this.#redraw(tenantId, userId, pressed);
  }

  /** Quiet until tomorrow, or until Monday. Returns the day, `YYYY-MM-DD`. @param pressed as above */
  async snooze(
    { tenantId, userId }: Person,
    until: SnoozeUntil,
    { now, timeZone }: LocalTime,
    pressed?: string,
  ): Promise<string> {
    const day = dayOf(until, localDay(now, timeZone));
    await this.#options.people.snooze(tenantId, userId, day);
    await this.#redraw(tenantId, userId, pressed);
    return day;
  }

  /** A lead has one owner reminded. @throws ForbiddenError, NotFoundError */
  async remind(
    person: Person,
    owner: string,
    { now }: Pick<LocalTime, 'now'>,
  ): Promise<{ readonly outcome: RequestOutcome; readonly owner: Person }> {
    this.#assertLead(person);
    const { people, recipients, schedule, ledger, realTime, wake } = this.#options;
    const { tenantId, userId, name } = person;
    const found = await people.get(tenantId, owner);
    const known = found && (await recipients.one(found, now));
    if (found === undefined || known === undefined) throw new NotFoundError('reminder.unknown-owner');
    const requested = planRequest(known, { userId, name }, schedule, now, realTime());
    await applyRequest(ledger, tenantId, requested);
    wake();
    return { outcome: requested.outcome, owner: found };
  }

  /** A lead has all owners reminded, once for each key. @returns false where the key was used before @throws ForbiddenError */
  async remindAll(person: Person, idempotencyKey: string, { now }: Pick<LocalTime, 'now'>): Promise<boolean> {
    this.#assertLead(person);
    const { orders, schedule, planSoon } = this.#options;
    const { tenantId, userId, name } = person;
    const added = await orders.add({
      _id: idempotencyKey,
      tenantId,
      kind: 'reminders',
      by: { userId, name },
      at: now.toISOString(),
      campaign: schedule.campaign.id,
      state: 'open',
    });
    planSoon();
    return added;
  }

  #redraw(tenantId: string, userId: string, except: string | undefined): Promise<void> {
    const { redraw, schedule } = this.#options;
    return redraw(tenantId, userId, { kind: 'reminder', campaign: schedule.campaign.id }, except);
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('reminder.leads-only');
  }
}

/** The day after, or the next Monday that is not today; `YYYY-MM-DD`. */
export function dayOf(until: SnoozeUntil, today: string): string {
  const weekday = new Date(Date.parse(today)).getUTCDay();
  return addDays(today, until === 'tomorrow' ? 1 : ((MONDAY - weekday + 6) % 7) + 1);
}
