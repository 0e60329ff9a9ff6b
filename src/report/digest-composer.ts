/** The leads' digest: at each milestone, in their own hours, where there is something to tell. */
import type { Campaign } from '../campaign/campaign.ts';
import { readerOf, type Writer } from '../delivery/composer.ts';
import { digestKey, type Nudge } from '../delivery/nudge.ts';
import type { Person } from '../people/person.ts';
import { digestCard } from '../reminders/cards.ts';
import type { Planned } from '../reminders/plan.ts';
import { recipientOf } from '../reminders/recipients.ts';
import type { Occasions } from '../reminders/schedule.ts';
import { isEmptyDigest } from './digest.ts';
import type { DigestFactsSource } from './digest-source.ts';

export interface DigestWriterParts {
  readonly source: DigestFactsSource;
  readonly occasions: Occasions;
  readonly campaign: Campaign;
  readonly isLead: (person: Person) => boolean;
  readonly timeZone: string;
}

/** The plan for a lead, as if there were something to tell. A snooze is for their own claims. */
export function planDigest(occasions: Occasions, lead: Person, rows: readonly Nudge[], now: Date): Planned {
  const milestones = occasions.milestones.map(({ key, day }) => ({ key: digestKey(key), day }));
  const { snoozedUntil: _, ...recipient } = recipientOf(lead, { toCollect: 1, toUpload: 0 }, rows);
  return occasions.planner(now, milestones)(recipient);
}

export function digestWriter({ source, occasions, campaign, isLead, timeZone }: DigestWriterParts): Writer {
  return {
    async look(row, person, now) {
      if (!isLead(person)) return { kind: 'skip', why: 'no lead' };
      const { plan, skip } = planDigest(occasions, person, [{ ...row, state: 'due' }], now);
      if (plan.kind === 'never' || plan.milestone.key !== row.milestone)
        return { kind: 'skip', why: skip[0]?.why ?? 'superseded' };
      if (plan.kind === 'later') return { kind: 'later', at: plan.at };
      const facts = await source.of(person.tenantId, row.campaign, row.milestone, row.day);
      if (isEmptyDigest(facts)) return { kind: 'skip', why: 'nothing open' };
      return { kind: 'send', reply: { card: digestCard(facts, campaign, { ...readerOf(person, timeZone), now }) } };
    },
  };
}
