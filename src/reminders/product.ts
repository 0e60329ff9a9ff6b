/** Reminders as the engine sees them: for whoever has something open, at each milestone, and when a lead orders them for all. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Composer } from '../delivery/composer.ts';
import type { Ledger, NewNudge } from '../delivery/ledger.ts';
import type { OrderPage, Product, Round } from '../delivery/product.ts';
import type { Clock } from '../time/clock.ts';
import { applyPlan } from './apply-plan.ts';
import { type Planning, type Plannings, planningOf } from './planning.ts';
import { planRequest } from './request.ts';

export interface ReminderProductOptions {
  readonly composer: Composer;
  readonly plannings: Plannings;
  readonly ledger: Ledger;
  readonly realTime: Clock;
  /** There is something to send. */
  readonly wake: () => void;
}

/** Rows are changed one by one: so many together, and then the event loop goes round. */
const WRITES_AT_ONCE = 20;

export function reminderProduct(options: ReminderProductOptions): Product {
  const { composer, plannings, ledger, realTime, wake } = options;

  async function planCampaign({ schedule, recipients }: Planning, { tenantId, now, mayGoOn }: Round): Promise<void> {
    const plan = schedule.planner(now);
    const campaign = schedule.campaign.id;
    for await (const page of recipients.pages(tenantId, now)) {
      if (!(await mayGoOn())) return;
      const fresh: NewNudge[] = [];
      for (let at = 0; at < page.length; at += WRITES_AT_ONCE) {
        const planned = page.slice(at, at + WRITES_AT_ONCE).map(({ recipient, rows }) => {
          const planning = { ledger, tenantId, campaign, kind: 'reminder', due: realTime() } as const;
          return applyPlan(plan(recipient), rows, planning);
        });
        fresh.push(...(await Promise.all(planned)).flat());
        await nextTick();
      }
      if ((await ledger.add(tenantId, fresh)) > 0) wake();
    }
  }

  return {
    kind: 'reminder',
    composer,

    async plan(round) {
      for (const planning of plannings) await planCampaign(planning, round);
    },

    orders: {
      kind: 'reminders',
      async *expand({ tenantId, campaign, by, after }, now): AsyncGenerator<OrderPage> {
        const planning = planningOf(plannings, campaign);
        if (planning === undefined) return;
        const { schedule, recipients } = planning;
        for await (const page of recipients.pages(tenantId, now, after)) {
          const requested = page.map((known) => planRequest(known, by, schedule, now, realTime()));
          for (const { requeue } of requested)
            if (requeue !== undefined) await ledger.requeue(tenantId, requeue.row, requeue.due);
          yield { rows: requested.flatMap(({ row }) => row ?? []), last: page.at(-1)?.person.userId ?? '' };
        }
      },
    },
  };
}
