/** Reminders: the planner decides once more, with the row as `due`, and the card is drawn from what is open now. */
import { type Composer, readerOf } from '../delivery/composer.ts';
import type { Clock } from '../time/clock.ts';
import { localDay } from '../time/local-day.ts';
import { reminderCard } from './card.ts';
import type { ReminderContents } from './content.ts';
import { ledgerRow } from './plan.ts';
import { type Plannings, planningOf } from './planning.ts';
import { reasonNotToday } from './request.ts';

export interface ReminderComposerOptions {
  readonly plannings: Plannings;
  readonly contents: ReminderContents;
  readonly realTime: Clock;
  /** For people without one. */
  readonly timeZone: string;
}

export function reminderComposer(options: ReminderComposerOptions): Composer {
  const { plannings, contents, realTime, timeZone } = options;
  return {
    async compose(row, person, now) {
      const planning = planningOf(plannings, row.campaign);
      // The deadline was moved since. The campaign that it was for is over, and the new one has rows of its own.
      if (planning === undefined) return { kind: 'skip', why: 'over' };
      const { schedule, recipients } = planning;
      const known = await recipients.one(person, now);
      if (known === undefined) return { kind: 'skip', why: 'unreachable' };
      const others = known.rows.filter(({ _id }) => _id !== row._id);
      const asDue = { ...ledgerRow(row), state: 'due' } as const;
      const { plan, skip } = schedule.planner(now)({ ...known.recipient, rows: [...others.map(ledgerRow), asDue] });
      const mine = plan.kind !== 'never' && plan.milestone.key === row.milestone;
      if (!mine) {
        const why = skip.find(({ milestone }) => milestone.key === row.milestone)?.why ?? 'superseded';
        return { kind: 'skip', why };
      }
      if (plan.kind === 'later') return { kind: 'later', at: plan.at };
      const another = reasonNotToday(row, others, schedule, person.timeZone, now, realTime());
      if (another !== undefined) return { kind: 'skip', why: another };
      const reader = { ...readerOf(person, timeZone), now };
      const { campaign } = schedule;
      const { content, open, claims } = await contents.of(person, campaign, row, localDay(now, reader.timeZone));
      // A last claim may have been finished since the planner counted.
      if (open.toCollect + open.toUpload === 0) return { kind: 'skip', why: 'nothing open' };
      return { kind: 'send', reply: { card: reminderCard(content, reader) }, kept: { open, claims } };
    },

    async redraw(row, person, now) {
      const campaign = planningOf(plannings, row.campaign)?.schedule.campaign;
      if (campaign === undefined) return undefined;
      const reader = { ...readerOf(person, timeZone), now };
      const { content } = await contents.of(person, campaign, row, localDay(now, reader.timeZone));
      return { card: reminderCard(content, reader) };
    },
  };
}
