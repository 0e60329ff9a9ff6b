/** Reminders: the planner looks once more, with the row as `due`, and the card is drawn from what is open now. */
import type { Campaign } from '../campaign/campaign.ts';
import { readerOf, type Writer } from '../delivery/composer.ts';
import { ledgerRow } from '../delivery/nudge.ts';
import type { Clock } from '../time/clock.ts';
import { localDay } from '../time/local-day.ts';
import { reminderCard } from './cards.ts';
import type { ReminderFactsSource } from './content.ts';
import type { Recipients } from './recipients.ts';
import { anotherToday } from './request.ts';
import type { Occasions } from './schedule.ts';

export interface ReminderWriterParts {
  readonly recipients: Recipients;
  readonly drawing: ReminderFactsSource;
  readonly occasions: Occasions;
  readonly campaign: Campaign;
  readonly realTime: Clock;
  /** For people without one. */
  readonly timeZone: string;
}

export function reminderWriter({
  recipients,
  drawing,
  occasions,
  campaign,
  realTime,
  timeZone,
}: ReminderWriterParts): Writer {
  return {
    async look(row, person, now) {
      // The deadline has been moved since: that one has rows of its own.
      if (row.campaign !== occasions.campaign) return { kind: 'skip', why: 'over' };
      const known = await recipients.one(person, now);
      if (known === undefined) return { kind: 'skip', why: 'unreachable' };
      const others = known.rows.filter(({ _id }) => _id !== row._id);
      const asDue = { ...ledgerRow(row), state: 'due' } as const;
      const { plan, skip } = occasions.planner(now)({ ...known.recipient, rows: [...others.map(ledgerRow), asDue] });
      const mine = plan.kind !== 'never' && plan.milestone.key === row.milestone;
      if (!mine)
        return {
          kind: 'skip',
          why: skip.find(({ milestone }) => milestone.key === row.milestone)?.why ?? 'superseded',
        };
      if (plan.kind === 'later') return { kind: 'later', at: plan.at };
      const another = anotherToday(row, others, occasions, person.timeZone, now, realTime());
      if (another !== undefined) return { kind: 'skip', why: another };
      const reader = { ...readerOf(person, timeZone), now };
      const drawn = await drawing.of(person, row, localDay(now, reader.timeZone));
      const { open, claims } = drawn;
      // A last claim may have been finished since the planner counted.
      if (open.toCollect + open.toUpload === 0) return { kind: 'skip', why: 'nothing open' };
      return { kind: 'send', reply: { card: reminderCard(drawn.facts, campaign, reader) }, kept: { open, claims } };
    },
  };
}
