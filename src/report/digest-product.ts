/** The digest as the engine sees it: each lead whom the bot may write to, at each milestone. */
import type { Composer } from '../delivery/composer.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Product, Round } from '../delivery/product.ts';
import type { Person } from '../people/person.ts';
import { applyPlan } from '../reminders/apply-plan.ts';
import type { Planning, Plannings } from '../reminders/planning.ts';
import type { Clock } from '../time/clock.ts';
import { planDigest } from './digest-composer.ts';

export interface DigestProductOptions {
  readonly composer: Composer;
  readonly plannings: Plannings;
  readonly ledger: Ledger;
  readonly realTime: Clock;
  /** The leads whom the bot may write to. */
  readonly leads: (tenantId: string) => Promise<readonly Person[]>;
}

export function digestProduct(options: DigestProductOptions): Product {
  const { composer, plannings, ledger, realTime, leads } = options;

  async function planCampaign(
    { schedule, recipients }: Planning,
    people: readonly Person[],
    { tenantId, now }: Round,
  ): Promise<void> {
    const campaign = schedule.campaign.id;
    const ids = people.map(({ userId }) => userId);
    const known = await ledger.recent(tenantId, ids, {
      campaign,
      kind: 'digest',
      sinceDay: recipients.sinceDay(now),
    });
    const rows = Map.groupBy(known, ({ person }) => person);
    for (const lead of people) {
      const mine = rows.get(lead.userId) ?? [];
      const planning = { ledger, tenantId, campaign, kind: 'digest', due: realTime() } as const;
      await ledger.add(tenantId, await applyPlan(planDigest(schedule, lead, mine, now), mine, planning));
    }
  }

  return {
    kind: 'digest',
    composer,
    async plan(round) {
      const people = await leads(round.tenantId);
      for (const planning of plannings) await planCampaign(planning, people, round);
    },
  };
}
