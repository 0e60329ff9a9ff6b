/** The use cases of reminders: a person's own card and settings, and leads who have others reminded. Rights are checked here, each time. */
import type { Campaign } from '../campaign/campaign.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Orders } from '../delivery/orders.ts';
import type { CardsOf } from '../delivery/redraw.ts';
import { ForbiddenError, NotFoundError, ProgrammingError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import { addDays, localDay } from '../time/local-day.ts';
import type { ReminderContent, ReminderContents } from './content.ts';
import { type CardKey, type Planning, type Plannings, planningOf } from './planning.ts';
import { applyRequest, planRequest, type RequestOutcome } from './request.ts';

export type SnoozeUntil = 'tomorrow' | 'next week';

export interface ReminderServiceOptions {
  readonly people: People;
  readonly rights: Rights;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly plannings: Plannings;
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
  async card({ tenantId, userId }: Person, card: CardKey, { now, timeZone }: LocalTime): Promise<ReminderContent> {
    const { ledger, people, contents, plannings } = this.#options;
    const planning = planningOf(plannings, card.campaign);
    const [row, person] = await Promise.all([
      ledger.get(tenantId, { ...card, person: userId }),
      people.get(tenantId, userId),
    ]);
    if (planning === undefined || row?.kind !== 'reminder' || person === undefined)
      throw new NotFoundError('reminder.not-found');
    return (await contents.of(person, planning.schedule.campaign, row, localDay(now, timeZone))).content;
  }

  /** @param pressed the card whose button was pressed: it is drawn in the answer */
  async setReminders({ tenantId, userId }: Person, reminders: 'on' | 'off', pressed?: CardKey): Promise<void> {
    await this.#options.people.setReminders(tenantId, userId, reminders);
    await this.#redraw(tenantId, userId, pressed);
  }

  /** Quiet until tomorrow, or until Monday. Returns the day, `YYYY-MM-DD`. @param pressed as above */
  async snooze(
    { tenantId, userId }: Person,
    until: SnoozeUntil,
    { now, timeZone }: LocalTime,
    pressed?: CardKey,
  ): Promise<string> {
    const day = dayOf(until, localDay(now, timeZone));
    await this.#options.people.snooze(tenantId, userId, day);
    await this.#redraw(tenantId, userId, pressed);
    return day;
  }

  /** A lead has one owner reminded in a campaign. @throws ForbiddenError, NotFoundError */
  async remind(
    person: Person,
    owner: string,
    campaign: Campaign,
    { now }: Pick<LocalTime, 'now'>,
  ): Promise<{ readonly outcome: RequestOutcome; readonly owner: Person }> {
    this.#assertLead(person);
    const { people, ledger, realTime, wake } = this.#options;
    const { recipients, schedule } = this.#planning(campaign);
    const { tenantId, userId, name } = person;
    const found = await people.get(tenantId, owner);
    const known = found && (await recipients.one(found, now));
    if (found === undefined || known === undefined) throw new NotFoundError('reminder.unknown-owner');
    const requested = planRequest(known, { userId, name }, schedule, now, realTime());
    await applyRequest(ledger, tenantId, requested);
    wake();
    return { outcome: requested.outcome, owner: found };
  }

  /** A lead has all owners reminded in a campaign, once for each key. @returns false where the key was used before @throws ForbiddenError */
  async remindAll(
    person: Person,
    campaign: Campaign,
    idempotencyKey: string,
    { now }: Pick<LocalTime, 'now'>,
  ): Promise<boolean> {
    this.#assertLead(person);
    const { orders, planSoon } = this.#options;
    const { tenantId, userId, name } = person;
    const added = await orders.add({
      _id: idempotencyKey,
      tenantId,
      kind: 'reminders',
      by: { userId, name },
      at: now.toISOString(),
      campaign: campaign.id,
      state: 'open',
    });
    planSoon();
    return added;
  }

  async #redraw(tenantId: string, userId: string, except: CardKey | undefined): Promise<void> {
    const { redraw, plannings } = this.#options;
    for (const { schedule } of plannings) {
      const { id } = schedule.campaign;
      const milestone = except?.campaign === id ? except.milestone : undefined;
      await redraw(tenantId, userId, { kind: 'reminder', campaign: id }, milestone);
    }
  }

  #planning({ id }: Campaign): Planning {
    const planning = planningOf(this.#options.plannings, id);
    if (planning === undefined) throw new ProgrammingError('there is a planning for each campaign');
    return planning;
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
