/** The use cases of reminders: a person's own card and wishes, and what leads see and ask for. Rights are checked here, each time. */

import type { Ledger } from '../delivery/ledger.ts';
import type { Orders } from '../delivery/orders.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Reports } from '../report/report.ts';
import { DAY_MS, localDay } from '../time/local-day.ts';
import type { ReminderFacts, ReportFacts } from './card-facts.ts';
import { texts } from './chat-texts.ts';
import type { ReminderFactsSource } from './content.ts';
import type { Recipients } from './recipients.ts';
import { type Asked, ask, carryOut } from './request.ts';
import type { Occasions } from './schedule.ts';

export type Until = 'tomorrow' | 'next week';

export interface NudgeServiceParts {
  readonly people: People;
  readonly rights: Rights;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly occasions: Occasions;
  readonly recipients: Recipients;
  readonly drawing: ReminderFactsSource;
  readonly reports: Reports;
  readonly realTime: () => Date;
  /** Somebody's newest card shows something else now, unless it is that of the milestone. */
  readonly redraw: (tenantId: string, userId: string, except?: string) => Promise<void>;
  /** There is something to send. */
  readonly kick: () => void;
  /** A round is wanted: it makes rows of what was ordered. */
  readonly ordered: () => void;
}

/** When somebody is, for days of their own calendar. */
export interface Here {
  /** Campaign clock. */
  readonly now: Date;
  readonly timeZone: string;
}

const MONDAY = 1;

export class NudgeService {
  readonly #parts: NudgeServiceParts;

  constructor(parts: NudgeServiceParts) {
    this.#parts = parts;
  }

  /** What the person's own card of a milestone shows now. @throws NotFoundError where they have none */
  async card({ tenantId, userId }: Person, milestone: string, { now, timeZone }: Here): Promise<ReminderFacts> {
    const { ledger, people, drawing, occasions } = this.#parts;
    const key = { campaign: occasions.campaign, milestone, person: userId };
    const [row, person] = await Promise.all([ledger.get(tenantId, key), people.get(tenantId, userId)]);
    if (row?.kind !== 'reminder' || person === undefined) throw new NotFoundError(texts.noSuchCard);
    return (await drawing.of(person, row, localDay(now, timeZone))).facts;
  }

  /** @param pressed the milestone of the card on which it was pressed: that one is drawn in the answer */
  async setReminders({ tenantId, userId }: Person, reminders: 'on' | 'off', pressed?: string): Promise<void> {
    await this.#parts.people.setReminders(tenantId, userId, reminders);
    await this.#parts.redraw(tenantId, userId, pressed);
  }

  /** Quiet until tomorrow, or until Monday. Returns the day, `YYYY-MM-DD`. @param pressed as above */
  async snooze({ tenantId, userId }: Person, until: Until, { now, timeZone }: Here, pressed?: string): Promise<string> {
    const day = dayOf(until, localDay(now, timeZone));
    await this.#parts.people.snooze(tenantId, userId, day);
    await this.#parts.redraw(tenantId, userId, pressed);
    return day;
  }

  /** @throws ForbiddenError */
  report(person: Person, page: number): Promise<ReportFacts> {
    this.#assertLead(person);
    return this.#parts.reports.of(person.tenantId, page, this.#parts.realTime());
  }

  /** A lead has one owner reminded. @throws ForbiddenError, NotFoundError */
  async remind(
    person: Person,
    owner: string,
    { now }: Here,
  ): Promise<{ readonly asked: Asked; readonly owner: Person }> {
    this.#assertLead(person);
    const { people, recipients, occasions, ledger, realTime, kick } = this.#parts;
    const { tenantId, userId, name } = person;
    const whom = await people.get(tenantId, owner);
    const known = whom && (await recipients.one(whom, now));
    if (whom === undefined || known === undefined) throw new NotFoundError(texts.ownerUnknown);
    const asking = ask(known, { userId, name }, occasions, now, realTime());
    await carryOut(ledger, tenantId, asking);
    kick();
    return { asked: asking.asked, owner: whom };
  }

  /** A lead has all owners reminded. False where the same key asked before. @throws ForbiddenError */
  async remindAll(person: Person, key: string, { now }: Here): Promise<boolean> {
    this.#assertLead(person);
    const { orders, occasions, ordered } = this.#parts;
    const { tenantId, userId, name } = person;
    const added = await orders.add({
      _id: key,
      tenantId,
      kind: 'reminders',
      by: { userId, name },
      at: now.toISOString(),
      campaign: occasions.campaign,
      state: 'open',
    });
    ordered();
    return added;
  }

  #assertLead(person: Person): void {
    if (!this.#parts.rights.isLead(person)) throw new ForbiddenError(texts.leadsOnly);
  }
}

/** The day after, or the next Monday that is not today; `YYYY-MM-DD`. */
export function dayOf(until: Until, today: string): string {
  const at = Date.parse(today);
  const weekday = new Date(at).getUTCDay();
  const days = until === 'tomorrow' ? 1 : ((MONDAY - weekday + 6) % 7) + 1;
  return new Date(at + days * DAY_MS).toISOString().slice(0, 10);
}
