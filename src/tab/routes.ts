/** What the page asks for beside what its parts show: who one is, and whether anything has changed. */

import { z } from 'zod';
import type { Core } from '../core.ts';
import { NotFoundError } from '../errors.ts';
import type { Route } from '../feature.ts';
import { FOR_LEADS } from '../storage/stamps.ts';
import { chosenLanguage } from '../verbs/language.ts';
import type { MeBody, PeopleBody, VersionBody } from './api.ts';
import type { Door } from './door.ts';
import { json } from './json.ts';
import { meBody } from './me.ts';
import { API, versionQuery } from './params.ts';
import type { SignIn } from './sign-in.ts';

export interface ApiOptions extends Pick<Core, 'config' | 'rights' | 'people' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly signIn: SignIn;
}

export function apiRoutes({ door, signIn, people, stamps, rights, config, campaignClock }: ApiOptions): Route[] {
  const { campaigns, timeZone } = config;
  const { choices } = signIn;
  return [
    ...(choices === undefined
      ? []
      : [
          door.open(`${API}/people`, async (request) => {
            const known = await choices(request);
            return json<PeopleBody>({ people: known.map(({ _id: id, name }) => ({ id, name })) });
          }),
        ]),
    door.route(`${API}/me`, async (person) =>
      json<MeBody>(
        meBody(person, {
          botId: config.app?.id,
          isLead: rights.isLead(person),
          campaigns,
          now: campaignClock(),
          timeZone,
        }),
      ),
    ),
    door.change(
      `${API}/language`,
      z.object({ language: chosenLanguage }),
      async ({ tenantId, userId }, { language }) => {
        await people.setLanguage(tenantId, userId, language === 'client' ? undefined : language);
        return json({});
      },
    ),
    door.route(`${API}/version`, async ({ tenantId }, request) => {
      const { of } = versionQuery(request.query);
      const version = await stamps.read(tenantId, of === 'campaign' ? FOR_LEADS : undefined);
      const headers = { ETag: `"${version}"` };
      if (request.header('if-none-match') === headers.ETag) return { status: 304, headers };
      return { ...json<VersionBody>({ version }), headers };
    }),
    door.open(`${API}/*`, async () => {
      throw new NotFoundError('tab.no-such-address');
    }),
  ];
}
