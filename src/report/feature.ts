/** The campaign for leads: the report, reminding by hand, and the digest that comes by itself. */

import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import { type Delivery, servedTenants } from '../delivery/feature.ts';
import type { Feature } from '../feature.ts';
import { forEachTenant } from '../outbox/tenant-source.ts';
import type { ReportProblems } from '../problems/report.ts';
import type { Reminders } from '../reminders/feature.ts';
import { HOUR_MS, MINUTE_MS } from '../time/units.ts';
import type { ReportVerb } from '../verbs/report.ts';
import { Breakdown } from './breakdown.ts';
import { reportCommands } from './commands.ts';
import { CAMPAIGN_DAYS, CampaignDays } from './days.ts';
import { digestComposer } from './digest-composer.ts';
import { digestProduct } from './digest-product.ts';
import { DigestSource } from './digest-source.ts';
import { outcomeText, reportHandlers } from './handlers.ts';
import { ReportService } from './service.ts';
import { reportProblems, reportTexts } from './texts.ts';

export interface Report extends Feature<ReportVerb, keyof ReportProblems> {
  readonly service: ReportService;
  /** What came of a reminder that was asked for, as a sentence. */
  readonly outcomeText: typeof outcomeText;
}

export function createReport(core: Core, claims: Claims, delivery: Delivery, reminders: Reminders): Report {
  const { people, rights, config, realTime, newId } = core;
  const { repository, owners, facets } = claims;
  const { plannings } = reminders;
  const { ledger } = delivery;
  const { campaigns, timeZone } = config;
  const source = new DigestSource(owners, ledger);
  const composer = digestComposer({ source, plannings, isLead: rights.isLead, timeZone });
  const leads = (tenantId: string) => people.findReachable(tenantId, config.leads);
  delivery.products.add(digestProduct({ composer, plannings, ledger, realTime, leads }));
  const days = new CampaignDays({ ...core, claims: repository, campaigns, timeZone });
  const breakdown = new Breakdown(repository, facets);
  const service = new ReportService({ claims: repository, owners, breakdown, ledger, days, rights, realTime });
  const handlers = reportHandlers({ service, reminders: reminders.service, campaigns, newKey: newId });
  return {
    name: 'report',
    problems: reportProblems,
    service,
    outcomeText,
    presses: {
      report: handlers.report,
      'report.remind': handlers.remind,
      'report.remind-all': handlers.remindAll,
    },
    commands: reportCommands(handlers),
    timers: [
      {
        name: 'days of campaigns',
        everyMs: HOUR_MS,
        // What a start has to do comes first.
        firstAfterMs: MINUTE_MS,
        failure: 'how campaigns stand today could not be kept',
        async run() {
          const failure = 'how campaigns stand today could not be kept for a tenant';
          const tenants = await servedTenants(core, claims);
          await forEachTenant(tenants, { log: core.log, failure }, (tenantId) => days.keep(tenantId));
        },
      },
    ],
    records: [{ collection: CAMPAIGN_DAYS }],
    intents: { report: (turn) => handlers.report(turn, { page: 0 }) },
    help: (locale) => ({
      forLeads: [reportTexts(locale).help],
      buttons: [{ title: reportTexts(locale).button, verb: 'report', data: { page: '0' }, forLeads: true }],
    }),
  };
}
