/** Reminders as the engine sees them: for whoever has something open, at each milestone, and when a lead orders them for all. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Composer } from '../delivery/composer.ts';
import type { Ledger, NewNudge } from '../delivery/ledger.ts';
import type { OrderPage, Product } from '../delivery/product.ts';
import type { Clock } from '../time/clock.ts';
import { applyPlan } from './apply-plan.ts';
import type { Recipients } from './recipients.ts';
import { planRequest } from './request.ts';
import type { CampaignSchedule } from './schedule.ts';

export interface ReminderProductOptions {
  readonly composer: Composer;
  readonly recipients: Recipients;
  readonly schedule: CampaignSchedule;
  readonly ledger: Ledger;
  readonly realTime: Clock;
  /** There is something to send. */
  readonly wake: () => void;
}

/** Rows are changed one by one: so many together, and then the event loop goes round. */
const WRITES_AT_ONCE = 20;

export function reminderProduct(options: ReminderProductOptions): Product {
  const { composer, recipients, schedule, ledger, realTime, wake } = options;
  const campaign = schedule.campaign.id;
  return {
    kind: 'reminder',
    composer,

    async plan({ tenantId, now, mayGoOn }) {
      const plan = schedule.planner(now);
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
    },

    orders: {
      kind: 'reminders',
      async *expand({ tenantId, by, after }, now): AsyncGenerator<OrderPage> {
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
