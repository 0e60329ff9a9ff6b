/** The tab: claims as a page, in Teams and in a browser. It shows what the chat shows, by the same services and rights. */
import { join } from 'node:path';
import type { Announcements } from '../announcements/feature.ts';
import type { Claims } from '../claims/feature.ts';
import type { Imports } from '../claims/import/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import type { Answers } from '../knowledge/feature.ts';
import type { Poe } from '../poe/feature.ts';
import { type Problem, problemText } from '../problems/index.ts';
import type { TabProblems } from '../problems/tab.ts';
import type { Reminders } from '../reminders/feature.ts';
import type { Report } from '../report/feature.ts';
import type { Tickets } from '../tickets/feature.ts';
import { campaignListRoutes } from './campaign/list-routes.ts';
import { campaignRoutes } from './campaign/routes.ts';
import { shareRoutes } from './campaign/share-routes.ts';
import { claimRoutes } from './claims/routes.ts';
import { claimTableRoutes } from './claims/table-routes.ts';
import { Door } from './door.ts';
import { importRoutes } from './imports/routes.ts';
import { namedOwnerRoutes } from './owners/routes.ts';
import { readPage } from './page-files.ts';
import { pageRoutes } from './pages.ts';
import { API } from './params.ts';
import { questionRoutes } from './questions/routes.ts';
import { apiRoutes } from './routes.ts';
import { localSignIn, tokenSignIn } from './sign-in.ts';
import {
  campaignListWords,
  claimListWords,
  noPageText,
  questionListWords,
  tabProblems,
  ticketListWords,
  unchangedTexts,
} from './texts.ts';
import { ticketRoutes } from './tickets/routes.ts';
import { TOKEN_KEYS, TokenCheck, type TokenKeysOptions } from './token.ts';
import { IncomingFiles } from './uploads/incoming.ts';
import { uploadRoutes } from './uploads/routes.ts';

export type Tab = Feature<never, keyof TabProblems>;

export interface TabNeeds {
  readonly claims: Claims;
  readonly imports: Imports;
  readonly answers: Answers;
  readonly poe: Poe;
  readonly tickets: Tickets;
  readonly reminders: Reminders;
  readonly report: Report;
  readonly announcements: Announcements;
}

/** What tests replace. */
export interface TabOptions {
  /** Where the keys of tokens are. */
  readonly tokenKeys?: TokenKeysOptions;
  readonly pageDir?: string;
}

/** Beside what the bot is compiled to, of which the folder `tab` is a part. */
const PAGE_DIR = join(import.meta.dirname, '..', '..', 'dist', 'page');

export function createTab(
  core: Core,
  { claims, imports, answers, poe, tickets, reminders, report, announcements }: TabNeeds,
  { tokenKeys: keys = TOKEN_KEYS, pageDir = PAGE_DIR }: TabOptions = {},
): Tab {
  const { config, people, realTime, steadyTime, newId, log } = core;
  const { app, tabAppId: appId = app?.id, allowedTenants } = config;
  const signIn =
    app === undefined || appId === undefined
      ? localSignIn(people, allowedTenants)
      : tokenSignIn(new TokenCheck({ appId, tenants: allowedTenants ?? [], realTime, keys }), people);
  const sentences = {
    ...claims.problems,
    ...answers.problems,
    ...poe.refusals,
    ...tickets.problems,
    ...reminders.problems,
    ...report.problems,
    ...announcements.problems,
    ...tabProblems,
  };
  const say = (problem: Problem, locale: string): string | undefined => problemText(sentences, problem, locale);
  const door = new Door({ signIn, realTime: steadyTime, turnsPerMinute: config.turnsPerMinute, newId, log, say });
  const incoming = new IncomingFiles();
  return {
    name: 'tab',
    problems: tabProblems,
    presses: {},
    serverRefusals: door.refusals(`${API}/`),
    routes: [
      ...apiRoutes({ ...core, door, signIn }),
      ...claimTableRoutes({ ...core, claimListWords, door, claims: claims.service }),
      ...claimRoutes({
        ...core,
        door,
        claims,
        downloads: poe.downloads,
        tickets: tickets.service,
        words: unchangedTexts,
        say,
      }),
      ...uploadRoutes({ ...core, door, incoming, claims: claims.service, poe, say }),
      ...importRoutes({ ...core, door, incoming, imports, uploads: poe.uploads, say }),
      ...ticketRoutes({ ...core, ticketListWords, door, tickets, claims: claims.service }),
      ...campaignRoutes({ ...core, door, report, reminders, tickets: tickets.service }),
      ...campaignListRoutes({ ...core, campaignListWords, claimListWords, door, report, claims: claims.service }),
      ...namedOwnerRoutes({ door, claims }),
      ...questionRoutes({ ...core, questionListWords, door, answers }),
      ...shareRoutes({ ...core, door, announcements }),
      ...pageRoutes({
        page: readPage(pageDir),
        unbuilt: noPageText,
        heading: (locale) => claimListWords(locale).sheet,
        localMode: app === undefined,
      }),
    ],
  };
}
