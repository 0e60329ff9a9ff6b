/** The claims that somebody may see: as a table, what it is filtered by, and whole as a file. */

import type { Claims } from '../../claims/feature.ts';
import type { Core } from '../../core.ts';
import type { Route } from '../../feature.ts';
import { localeOf } from '../../people/person.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { listRoutes } from '../list-file/list-routes.ts';
import { API, claimTableQuery } from '../params.ts';
import type { ClaimsBody, FiltersBody } from './api.ts';
import { claimsBody } from './bodies.ts';
import { type ClaimListWords, claimList } from './claim-list.ts';

export interface ClaimTableRouteOptions extends Pick<Core, 'config' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly claims: Claims['service'];
  readonly claimListWords: (locale: string) => ClaimListWords;
}

export function claimTableRoutes(options: ClaimTableRouteOptions): Route[] {
  const { door, claims, claimListWords: words, stamps, config } = options;
  const { campaigns } = config;
  return [
    door.route(`${API}/filters`, async (person) => {
      const [choices, owners] = await Promise.all([claims.facets.of(person.tenantId), claims.ownersToChoose(person)]);
      return json<FiltersBody>({ programs: choices.programs, workloads: choices.workloads, owners });
    }),
    door.route(`${API}/claims`, async (person, request) => {
      const query = claimTableQuery(request.query);
      const version = await stamps.read(person.tenantId);
      return json<ClaimsBody>(claimsBody(await claims.table(person, query), query.from, version));
    }),
    ...listRoutes(options, 'claims', words, (person, query) =>
      claimList({ claims, campaigns, words: words(localeOf(person)) }, person, claimTableQuery(query)),
    ),
  ];
}
