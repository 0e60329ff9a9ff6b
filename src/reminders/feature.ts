/** Reminders: the right person, in their working hours, once a milestone, and then silence. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import type { Delivery } from '../delivery/feature.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Feature } from '../feature.ts';
import type { ReminderProblems } from '../problems/reminders.ts';
import type { ReminderVerb } from '../verbs/reminders.ts';
import { reminderCommands, reminderIntents } from './commands.ts';
import { reminderComposer } from './composer.ts';
import { ReminderContents } from './content.ts';
import { reminderHandlers } from './handlers.ts';
import type { Plannings } from './planning.ts';
import { reminderProduct } from './product.ts';
import { Recipients } from './recipients.ts';
import { createSchedule } from './schedule.ts';
import { ReminderService } from './service.ts';
import { reminderProblems, reminderTexts } from './texts.ts';

export interface Reminders extends Feature<ReminderVerb, keyof ReminderProblems> {
  readonly service: ReminderService;
  readonly plannings: Plannings;
}

/** What plans need; the dry run from a shell needs no more. */
export function createPlannings(
  { config, people }: Pick<Core, 'config' | 'people'>,
  { owners }: Pick<Claims, 'owners'>,
  ledger: Ledger,
): Plannings {
  return config.campaigns.map((campaign) => {
    const schedule = createSchedule(campaign, config.nudges, config.timeZone);
    return { schedule, recipients: new Recipients({ people, owners, ledger, schedule }) };
  });
}

export function createReminders(core: Core, claims: Claims, delivery: Delivery): Reminders {
  const { people, rights, config, realTime } = core;
  const { ledger, orders, redraw, wake, planSoon } = delivery;
  const { campaigns, timeZone } = config;
  const plannings = createPlannings(core, claims, ledger);
  const contents = new ReminderContents(claims.repository, people);
  const composer = reminderComposer({ plannings, contents, realTime, timeZone });
  delivery.products.add(reminderProduct({ composer, plannings, ledger, realTime, wake }));
  const service = new ReminderService({
    people,
    rights,
    ledger,
    orders,
    plannings,
    contents,
    realTime,
    redraw: (...which) => redraw.schedule(...which),
    wake,
    planSoon,
  });
  // Cards in people's chats show their claims: the newest of each person is drawn anew when those change.
  claims.changes.subscribe(async (tenantId, ownerKeys) => {
    const owners = [...(await people.findByOwnerKeys(tenantId, ownerKeys)).values()].flat();
    for (const [n, userId] of [...new Set(owners.map((person) => person.userId))].entries()) {
      // Between two people: an import changes the claims of thousands, and the embedded store lets no other turn in by itself.
      if (n > 0) await nextTick();
      for (const { id } of campaigns) await redraw.schedule(tenantId, userId, { kind: 'reminder', campaign: id });
    }
  });
  const handlers = reminderHandlers(service, claims.replies, campaigns);
  return {
    name: 'reminders',
    problems: reminderProblems,
    service,
    plannings,
    presses: {
      'nudge.refresh': handlers.refresh,
      'nudge.list': handlers.list,
      'nudge.claim': handlers.claim,
      'nudge.snooze': handlers.snooze,
      'reminders.set': handlers.set,
    },
    commands: reminderCommands(handlers),
    intents: reminderIntents(handlers),
    help: (locale) => ({ lines: [reminderTexts(locale).help] }),
  };
}
