/** The nudges, put together: a part of the composition root. */

import { Audiences } from '../announcements/audience.ts';
import { announcementWriter } from '../announcements/composer.ts';
import type { AnnounceHandlers } from '../announcements/handlers.ts';
import { announceHandlers } from '../announcements/handlers.ts';
import { Announcements } from '../announcements/service.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import { Owners } from '../claims/owners.ts';
import type { Config } from '../config.ts';
import type { Core } from '../core.ts';
import { Ledger } from '../delivery/ledger.ts';
import { Orders } from '../delivery/orders.ts';
import { allProgress, progressOf } from '../delivery/progress.ts';
import { Redraw } from '../delivery/redraw.ts';
import { Rounds } from '../delivery/rounds.ts';
import { NudgeSender } from '../delivery/sender.ts';
import { SenderLease } from '../delivery/sender-lease.ts';
import { createLimits, type Limits, tenantWindows } from '../outbox/rate-limits.ts';
import type { Source } from '../outbox/worker.ts';
import type { Person } from '../people/person.ts';
import type { Progress } from '../reminders/card-facts.ts';
import { reminderWriter } from '../reminders/composer.ts';
import { ReminderFactsSource } from '../reminders/content.ts';
import { type NudgeHandlers, nudgeHandlers } from '../reminders/handlers.ts';
import { Recipients } from '../reminders/recipients.ts';
import { createOccasions } from '../reminders/schedule.ts';
import { NudgeService } from '../reminders/service.ts';
import { digestWriter } from '../report/digest-composer.ts';
import { DigestFactsSource } from '../report/digest-source.ts';
import { Reports } from '../report/report.ts';
import type { Clock } from '../time/clock.ts';
import type { Postman } from '../turn.ts';

export interface NudgingParts {
  readonly config: Config;
  readonly core: Core;
  readonly claims: AssociationHandlers;
  readonly postman: Postman;
  /** By person: their chat is a thread. */
  readonly threads: Limits;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  readonly newId: () => string;
  /** There may be something to send. */
  readonly kick: () => void;
  readonly log: ConstructorParameters<typeof NudgeSender>[0]['log'] & ConstructorParameters<typeof Rounds>[0]['log'];
}

export interface Nudging {
  readonly sources: readonly Source[];
  readonly rounds: Rounds;
  readonly lease: SenderLease;
  readonly nudges: NudgeHandlers;
  readonly announcing: AnnounceHandlers;
  /** The claims of these owners have changed. */
  changed(tenantId: string, ownerKeys: readonly string[]): Promise<void>;
  /** Of all tenants together. */
  progress(): Promise<Progress>;
}

/** What plans need: also for a look from the shell, which sends nothing. */
export function planning(config: Config, { store, people, associations }: Core) {
  const ledger = new Ledger(store);
  const owners = new Owners(associations, people);
  const occasions = createOccasions(config.campaign, config.nudges, config.timeZone);
  const { campaign, milestones } = occasions;
  const recipients = new Recipients({ people, owners, ledger, campaign, milestones });
  /** The tenants that somebody or something is known of, among those that are served. */
  const tenants = async (): Promise<readonly string[]> => {
    const there = new Set((await Promise.all([people.tenants(), associations.tenants()])).flat());
    return [...there].filter((tenantId) => config.allowedTenants?.includes(tenantId) ?? true).sort();
  };
  const leads = (tenantId: string): Promise<readonly Person[]> => people.reachable(tenantId, config.leads);
  return { ledger, owners, occasions, recipients, tenants, leads };
}

export function nudging(parts: NudgingParts): Nudging {
  const { config, core, claims, postman, threads, campaignClock, realTime, newId, kick, log } = parts;
  const { campaign, timeZone } = config;
  const { store, people, rights, associations, facets } = core;
  const [random, instance, alone] = [Math.random, newId(), store.engine === 'sqlite'];
  const { ledger, owners, occasions, recipients, tenants, leads } = planning(config, core);
  const orders = new Orders(store);
  const drawing = new ReminderFactsSource(associations, people);
  const audiences = new Audiences({ people, associations, owners });
  const rate = createLimits({ windows: tenantWindows(config.nudges.rate) });
  const lease = new SenderLease({
    store,
    instance,
    alone,
    realTime,
    taken: (tenantId) => rate.slow(tenantId, realTime().getTime() + LAST_MOMENT_MS),
  });

  /** As of the last round: the sender looks every second, and tenants do not come so often. */
  let served: readonly string[] = [];
  const rounds = new Rounds({
    async tenants() {
      served = await tenants();
      return served;
    },
    lease,
    ledger,
    orders,
    audiences,
    recipients,
    occasions,
    leads,
    campaignClock,
    realTime,
    instance,
    alone,
    kick,
    log,
  });
  const ordered = (): void => {
    rounds.run().catch((err: unknown) => log.warn({ err }, 'what a lead asked for waits for the next round'));
  };
  const digests = new DigestFactsSource(owners, ledger);
  const writing = { occasions, campaign, timeZone };
  const sender = new NudgeSender({
    tenants: () => served,
    lease,
    ledger,
    people,
    writers: {
      reminder: reminderWriter({ ...writing, recipients, drawing, realTime }),
      digest: digestWriter({ ...writing, source: digests, isLead: rights.isLead }),
      announcement: announcementWriter({ ...writing, orders }),
    },
    postman,
    rate,
    threads,
    campaignClock,
    realTime,
    instance,
    newId,
    random,
    log,
  });
  const redraw = new Redraw({
    tenants: () => served,
    ledger,
    people,
    drawing,
    campaign,
    postman,
    threads,
    timeZone,
    campaignClock,
    realTime,
    newId,
    random,
    kick,
  });
  const service = new NudgeService({
    people,
    rights,
    ledger,
    orders,
    occasions,
    recipients,
    drawing,
    reports: new Reports({ associations, owners, ledger, campaign: occasions.campaign }),
    realTime,
    redraw: (tenantId, userId, except) => redraw.person(tenantId, userId, except),
    kick,
    ordered,
  });
  const announcements = new Announcements({
    orders,
    ledger,
    audiences,
    rights,
    campaign: occasions.campaign,
    nameOf: async (tenantId, userId) => (await people.get(tenantId, userId))?.name ?? '',
    ordered,
  });
  return {
    sources: [sender, redraw],
    rounds,
    lease,
    nudges: nudgeHandlers({ service, claims, campaign, newKey: newId }),
    announcing: announceHandlers({ announcements, facets, campaign, newKey: newId }),
    changed: (tenantId, ownerKeys) =>
      redraw
        .changed(tenantId, ownerKeys)
        .catch((err: unknown) => log.warn({ err }, 'a card stays as it is until somebody looks at it')),
    progress: async () =>
      allProgress(
        await Promise.all(served.map((tenantId) => progressOf(ledger, tenantId, occasions.campaign, realTime()))),
      ),
  };
}

/** What the sender before this one may have sent just now counts into the tenant's second. */
const LAST_MOMENT_MS = 1_000;
