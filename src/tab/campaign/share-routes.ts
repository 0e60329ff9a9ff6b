/** Sharing the notice from the page: whom it would reach, sending it once, and what came of it. */
import { z } from 'zod';
import type { AnnouncementDraft } from '../../announcements/announcement.ts';
import type { Announcements } from '../../announcements/feature.ts';
import type { Core } from '../../core.ts';
import { UserError } from '../../errors.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import { problemText } from '../../problems/index.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { ownKey } from '../own-key.ts';
import { API, idempotencyKey } from '../params.ts';
import type { ShareBody, ShareCheckBody } from './api.ts';
import { campaignAsked } from './asked.ts';

const text = z
  .string()
  .max(500)
  .transform((name) => name.trim());
/** More than it may have, so that what is too long is refused with a sentence. */
const line = z
  .string()
  .max(10_000)
  .transform((words) => words.replaceAll(/\r\n?/g, '\n').trim());
const share = z.strictObject({
  idempotencyKey,
  campaign: text,
  audience: z.enum(['everyone', 'program', 'customer']),
  name: text,
  line,
});

export interface ShareRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
  readonly announcements: Announcements;
}

export function shareRoutes({ door, announcements, config, campaignClock }: ShareRouteOptions): Route[] {
  const { service, problems } = announcements;
  return [
    door.change(`${API}/campaign/notice/check`, share, async (person, sent) => {
      const checked = await service.check(person, draftOf(person, sent));
      return json<ShareCheckBody>(checked.kind === 'wrong' ? said(checked.problem, person) : checked.counts);
    }),
    door.change(`${API}/campaign/notice`, share, async (person, sent) => {
      const outcome = await service.send(person, draftOf(person, sent), campaignClock());
      switch (outcome.kind) {
        case 'sent': {
          const { waiting, sent: reached, unknown, failed, off, unreachedInAll } = outcome.progress;
          return json<ShareBody>({ waiting, sent: reached, unknown, failed, off, unreachedInAll });
        }
        case 'nobody':
          return json<ShareBody>({ nobody: true });
        case 'wrong':
          return json<ShareBody>(said(outcome.problem, person));
        case 'key used':
          throw new UserError('tab.bad-request');
      }
    }),
  ];

  function said(problem: Parameters<typeof problemText>[1], person: Person) {
    const locale = localeOf(person);
    return { problem: problemText(problems, problem, locale) ?? '' };
  }

  /** @throws NotFoundError where its notice is gone: no other one is sent in its stead */
  function draftOf(person: Person, sent: z.infer<typeof share>): AnnouncementDraft {
    const { campaign: id, audience, name, line: words } = sent;
    return {
      idempotencyKey: ownKey(person, sent.idempotencyKey),
      campaign: campaignAsked({ config }, id).id,
      audience,
      program: audience === 'program' ? name : '',
      customer: audience === 'customer' ? name : '',
      line: words,
    };
  }
}
