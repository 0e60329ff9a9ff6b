/** The campaign on the page of its leads, and what they do about it: the services of the report, and their rights. */
import { z } from 'zod';
import { type Campaign, campaignNamed, currentCampaign } from '../campaign/campaign.ts';
import type { ClaimService } from '../claims/service.ts';
import type { Core } from '../core.ts';
import { NotFoundError } from '../errors.ts';
import type { Route } from '../feature.ts';
import type { Reminders } from '../reminders/feature.ts';
import type { Report } from '../report/feature.ts';
import type { TicketService } from '../tickets/service.ts';
import type { AssignBody, CampaignBody, RemindAllBody, RemindBody } from './api.ts';
import { campaignBody } from './campaign-bodies.ts';
import type { Door } from './door.ts';
import { json } from './json.ts';
import { ownKey } from './own-key.ts';
import { API, idempotencyKey, overviewQuery } from './params.ts';

const MOST_OWNERS = 200;

const text = z.string().max(500);
const remind = z.strictObject({ campaign: text, owner: text });
const remindAll = z.strictObject({ idempotencyKey, campaign: text });
const assign = z.strictObject({ idempotencyKey, claimId: text, to: text.trim().min(1) });

export interface CampaignRouteOptions extends Pick<Core, 'config' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly report: Report;
  readonly reminders: Reminders;
  readonly claims: ClaimService;
  readonly tickets: TicketService;
}

export function campaignRoutes(options: CampaignRouteOptions): Route[] {
  const { door, report, reminders, claims, tickets, stamps, config, campaignClock } = options;
  const { campaigns, timeZone: fallback } = config;
  return [
    door.route(`${API}/campaign`, async (person, { query }) => {
      const { campaign: id, who } = overviewQuery(query);
      const campaign = id ? named(id) : currentCampaign(campaigns, campaignClock(), person.timeZone ?? fallback);
      const version = await stamps.read(person.tenantId);
      const [overview, counts] = await Promise.all([
        report.service.overview(person, campaign, { who, limit: MOST_OWNERS }),
        tickets.counts(person),
      ]);
      return json<CampaignBody>(campaignBody(overview, { campaign, who, version, tickets: counts }));
    }),
    door.change(`${API}/campaign/remind`, remind, async (person, { campaign, owner }) => {
      const { locale = 'en-US', timeZone = fallback } = person;
      const asked = await reminders.service.remind(person, owner, named(campaign), { now: campaignClock() });
      return json<RemindBody>({ said: report.outcomeText(asked.outcome, asked.owner.name, { locale, timeZone }) });
    }),
    door.change(`${API}/campaign/remind-all`, remindAll, async (person, { campaign, idempotencyKey: key }) => {
      const now = campaignClock();
      const added = await reminders.service.remindAll(person, named(campaign), ownKey(person, key), { now });
      return json<RemindAllBody>({ added });
    }),
    door.change(`${API}/claims/assign`, assign, async (person, { claimId, to, idempotencyKey: key }) => {
      const outcome = await claims.assign(person, claimId, to, `assign/${ownKey(person, key)}`, campaignClock());
      if (outcome.kind === 'gone') throw new NotFoundError('claim.not-found', { claimId });
      if (outcome.kind === 'proposed') {
        const proposed = outcome.people.map(({ name, upn: address = '' }) => ({ name, address }));
        return json<AssignBody>({ proposed });
      }
      return json<AssignBody>({ owner: outcome.claim.owner?.label ?? '' });
    }),
  ];

  /** @throws NotFoundError where its notice is gone */
  function named(id: string): Campaign {
    const campaign = campaignNamed(campaigns, id);
    if (id === '' || campaign === undefined) throw new NotFoundError('tab.no-such-address');
    return campaign;
  }
}
