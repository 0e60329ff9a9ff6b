/** The leads' digest: at each milestone, in their own hours, where it has something to say. */
import { type Composer, readerOf } from '../delivery/composer.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { Person } from '../people/person.ts';
import type { Planned } from '../reminders/plan.ts';
import { type Plannings, planningOf } from '../reminders/planning.ts';
import { recipientOf } from '../reminders/recipients.ts';
import type { CampaignSchedule } from '../reminders/schedule.ts';
import { digestKey, isEmptyDigest } from './digest.ts';
import { digestCard } from './digest-card.ts';
import type { DigestSource } from './digest-source.ts';

export interface DigestComposerOptions {
  readonly source: DigestSource;
  readonly plannings: Plannings;
  readonly isLead: (person: Person) => boolean;
  /** For people without one. */
  readonly timeZone: string;
}

/** The plan for a lead, as if the digest had something to say. A snooze does not count: it is for their own claims. */
export function planDigest(schedule: CampaignSchedule, lead: Person, rows: readonly Nudge[], now: Date): Planned {
  const milestones = schedule.milestones.map(({ key, day }) => ({ key: digestKey(key), day }));
  const { snoozedUntil: _, ...recipient } = recipientOf(lead, { toCollect: 1, toUpload: 0 }, rows);
  return schedule.planner(now, milestones)(recipient);
}

export function digestComposer({ source, plannings, isLead, timeZone }: DigestComposerOptions): Composer {
  return {
    async compose(row, person, now) {
      if (!isLead(person)) return { kind: 'skip', why: 'no lead' };
      const schedule = planningOf(plannings, row.campaign)?.schedule;
      if (schedule === undefined) return { kind: 'skip', why: 'over' };
      const { plan, skip } = planDigest(schedule, person, [{ ...row, state: 'due' }], now);
      if (plan.kind === 'never' || plan.milestone.key !== row.milestone)
        return { kind: 'skip', why: skip[0]?.why ?? 'superseded' };
      if (plan.kind === 'later') return { kind: 'later', at: plan.at };
      const digest = await source.of(person.tenantId, schedule.campaign, row.milestone, row.day);
      if (isEmptyDigest(digest)) return { kind: 'skip', why: 'nothing open' };
      const card = digestCard(digest, schedule.campaign, { ...readerOf(person, timeZone), now });
      return { kind: 'send', reply: { card } };
    },
  };
}
