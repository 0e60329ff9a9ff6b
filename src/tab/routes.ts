/** What the page may ask for. Use cases and rights are the features' own, as in the chat. */
import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import { NotFoundError } from '../errors.ts';
import type { Route } from '../feature.ts';
import { localDay } from '../time/local-day.ts';
import type { ClaimsBody, FiltersBody, MeBody, PeopleBody, VersionBody } from './api.ts';
import { claimsBody } from './claim-bodies.ts';
import type { Door } from './door.ts';
import { json } from './json.ts';
import { type ClaimListWords, claimList } from './list-file/claim-list.ts';
import { csvFile } from './list-file/csv.ts';
import type { ListRows } from './list-file/list-file.ts';
import { xlsxFile } from './list-file/xlsx.ts';
import { meBody } from './me.ts';
import { API, claimTableQuery } from './params.ts';
import type { SignIn } from './sign-in.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface ApiOptions extends Pick<Core, 'config' | 'rights' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly signIn: SignIn;
  readonly claims: Claims['service'];
  readonly listWords: ClaimListWords;
}

export function apiRoutes({
  door,
  signIn,
  claims,
  listWords,
  stamps,
  rights,
  config,
  campaignClock,
}: ApiOptions): Route[] {
  const { campaigns, timeZone } = config;
  const { choices } = signIn;
  return [
    ...(choices === undefined
      ? []
      : [
          door.open(`${API}/people`, async (request) => {
            const people = (await choices(request)).map(({ _id: id, name }) => ({ id, name }));
            return json<PeopleBody>({ people });
          }),
        ]),
    door.route(`${API}/me`, async (person) =>
      json<MeBody>(meBody(person, { isLead: rights.isLead(person), campaigns, now: campaignClock(), timeZone })),
    ),
    door.route(`${API}/version`, async ({ tenantId }, request) => {
      const version = await stamps.read(tenantId);
      const headers = { ETag: `"${version}"` };
      if (request.header('if-none-match') === headers.ETag) return { status: 304, headers };
      return { ...json<VersionBody>({ version }), headers };
    }),
    door.route(`${API}/filters`, async (person) => {
      const [choices, owners] = await Promise.all([claims.facets.of(person.tenantId), claims.ownersToChoose(person)]);
      return json<FiltersBody>({ programs: choices.programs, workloads: choices.workloads, owners });
    }),
    door.route(`${API}/claims`, async (person, request) => {
      const query = claimTableQuery(request.query);
      const version = await stamps.read(person.tenantId);
      return json<ClaimsBody>(claimsBody(await claims.table(person, query), query.from, version));
    }),
    listFile('csv', 'text/csv; charset=utf-8', csvFile),
    listFile('xlsx', XLSX, (list) => xlsxFile(list, listWords.sheet)),
    door.open(`${API}/*`, async () => {
      throw new NotFoundError('tab.no-such-address');
    }),
  ];

  /** What the same address shows as a table, whole, as a file. */
  function listFile(kind: 'csv' | 'xlsx', type: string, write: (list: ListRows) => Promise<Buffer>): Route {
    return door.route(`${API}/claims.${kind}`, async (person, request) => {
      const body = await write(
        claimList({ claims, campaigns, words: listWords }, person, claimTableQuery(request.query)),
      );
      const name = listWords.fileName(localDay(campaignClock(), person.timeZone ?? timeZone));
      const headers = { 'Content-Disposition': `attachment; filename="${name}.${kind}"` };
      return { status: 200, body, type, headers };
    });
  }
}
