/** The lists of a campaign as files, and its days, which the page asks for by themselves. */
import type { ClaimTableQuery } from '../../claims/claim-table.ts';
import type { ClaimService } from '../../claims/service.ts';
import type { Core } from '../../core.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import type { Report } from '../../report/feature.ts';
import { type ClaimListWords, claimList } from '../claims/claim-list.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { listRoutes } from '../list-file/list-routes.ts';
import { API } from '../params.ts';
import type { CampaignDaysBody } from './api.ts';
import { overviewAsked } from './asked.ts';
import { type CampaignListWords, campaignLists } from './lists.ts';

export interface CampaignListRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
  readonly report: Report;
  readonly claims: ClaimService;
  readonly campaignListWords: (locale: string) => CampaignListWords;
  readonly claimListWords: (locale: string) => ClaimListWords;
}

/** As the page shows them: the most urgent first. */
const UNOWNED: readonly ClaimTableQuery[] = (['to collect', 'to upload'] as const).map((state) => ({
  of: 'none',
  state,
  sort: 'urgency',
  descending: false,
  from: 0,
  count: 1,
}));

export function campaignListRoutes(options: CampaignListRouteOptions): Route[] {
  const { door, report, claims, config, campaignListWords: words, claimListWords } = options;
  const listsFor = (person: Person) => campaignLists(report.service, words(localeOf(person)));
  return [
    door.route(`${API}/campaign/days`, async (person, { query }) => {
      const { campaign } = overviewAsked(options, person, query);
      return json<CampaignDaysBody>({ days: await report.service.overTime(person, campaign) });
    }),
    ...(['programs', 'workloads', 'days'] as const).flatMap((name) =>
      listRoutes(
        options,
        `campaign/${name}`,
        (locale) => words(locale)[name],
        (person, query) => listsFor(person)[name](person, overviewAsked(options, person, query).campaign),
      ),
    ),
    ...listRoutes(
      options,
      'campaign/owners',
      (locale) => words(locale).owners,
      (person, query) => {
        const { campaign, who } = overviewAsked(options, person, query);
        return listsFor(person).owners(person, campaign, who, person.timeZone ?? config.timeZone);
      },
    ),
    ...listRoutes(
      options,
      'campaign/unowned',
      (locale) => words(locale).unowned,
      (person) =>
        claimList({ claims, campaigns: config.campaigns, words: claimListWords(localeOf(person)) }, person, ...UNOWNED),
    ),
  ];
}
