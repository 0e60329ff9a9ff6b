/** The campaign on the page of its leads, and what they do about it: the services of the report, and their rights. */

import { z } from 'zod';
import type { Core } from '../../core.ts';
import type { Route } from '../../feature.ts';
import { localeOf } from '../../people/person.ts';
import type { Reminders } from '../../reminders/feature.ts';
import type { Report } from '../../report/feature.ts';
import { FOR_LEADS } from '../../storage/stamps.ts';
import type { TicketService } from '../../tickets/service.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { ownKey } from '../own-key.ts';
import { API, idempotencyKey } from '../params.ts';
import type { CampaignBody, RemindAllBody, RemindBody } from './api.ts';
import { campaignAsked, overviewAsked } from './asked.ts';
import { campaignBody } from './bodies.ts';

const MOST_OWNERS = 200;

const text = z.string().max(500);
const remind = z.strictObject({ campaign: text, owner: text });
const remindAll = z.strictObject({ idempotencyKey, campaign: text });

export interface CampaignRouteOptions extends Pick<Core, 'config' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly report: Report;
  readonly reminders: Reminders;
  readonly tickets: TicketService;
}

export function campaignRoutes(options: CampaignRouteOptions): Route[] {
  const { door, report, reminders, tickets, stamps, config, campaignClock } = options;
  const { timeZone: fallback } = config;
  return [
    door.route(`${API}/campaign`, async (person, { query }) => {
      const { campaign, who } = overviewAsked(options, person, query);
      const version = await stamps.read(person.tenantId, FOR_LEADS);
      const [overview, counts] = await Promise.all([
        report.service.overview(person, campaign, { who, limit: MOST_OWNERS }),
        tickets.counts(person),
      ]);
      return json<CampaignBody>(campaignBody(overview, { campaign, who, version, tickets: counts }));
    }),
    door.change(`${API}/campaign/remind`, remind, async (person, { campaign, owner }) => {
      const { timeZone = fallback } = person;
      const asked = await reminders.service.remind(person, owner, campaignAsked(options, campaign), {
        now: campaignClock(),
      });
      return json<RemindBody>({
        said: report.outcomeText(asked.outcome, asked.owner.name, { locale: localeOf(person), timeZone }),
      });
    }),
    door.change(`${API}/campaign/remind-all`, remindAll, async (person, { campaign, idempotencyKey: key }) => {
      const now = campaignClock();
      const added = await reminders.service.remindAll(person, campaignAsked(options, campaign), ownKey(person, key), {
        now,
      });
      return json<RemindAllBody>({ added });
    }),
  ];
}
