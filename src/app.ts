/** The composition root: the list of features, and what collects from them. Listens last, stops in reverse, once. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createAnnouncements } from './announcements/feature.ts';
import { type Background, prepare, startBackground } from './background.ts';
import { createClaims } from './claims/feature.ts';
import { createImports } from './claims/import/feature.ts';
import type { Config } from './config.ts';
import { createConversation } from './conversation/conversation.ts';
import { type Core, type CoreOptions, openCore } from './core.ts';
import { createDelivery } from './delivery/feature.ts';
import { collectServed, type Served } from './http/routes.ts';
import { listen } from './http/server.ts';
import { createKnowledge } from './knowledge/feature.ts';
import { createLanguageChoice } from './language-choice/feature.ts';
import { createLegal } from './legal/feature.ts';
import { createPersonalData } from './personal-data/feature.ts';
import { createPoe } from './poe/feature.ts';
import { createReminders } from './reminders/feature.ts';
import { createReport } from './report/feature.ts';
import { createSearch } from './search/feature.ts';
import { createTab, type TabOptions } from './tab/feature.ts';
import { createTeams, type Teams, type TeamsOptions } from './teams/teams.ts';
import { createTickets } from './tickets/feature.ts';

/** What tests replace. */
export interface AppOverrides extends Omit<CoreOptions, 'log' | 'stopping'>, TeamsOptions, TabOptions {
  /** Milliseconds that a stop gives the turns in flight, and again those that it cut off. */
  readonly drainWithinMs?: number;
  /** Milliseconds that the help-desk system gets to answer. */
  readonly webhookWithinMs?: number;
  /** What the bot knows of the notices. */
  readonly knowledgeDir?: string;
}

export interface App {
  readonly port: number;
  /** The outbox, for tests: they wake it and wait until it is idle. */
  readonly outbox: Pick<Background, 'wake' | 'idle'>;
  /** Who is known here. */
  readonly people: Core['people'];
  /** What `/metrics` tells, as data. */
  readonly figures: Served['figures'];
  /** For tests that move the clock. */
  readonly tick: Background['tick'];
  /** Turns in flight finish, imports stop between two batches, the store is closed. Safe to call again. */
  stop(): Promise<void>;
}

const DRAIN_WITHIN_MS = 10_000;
const KNOWLEDGE_DIR = join(import.meta.dirname, '..', 'knowledge');
const CARDS_DIR = join(import.meta.dirname, '..', 'adaptive-cards');

/** All features, in the order in which help lists them; each gets by hand what it needs of the others. */
export function createFeatures(core: Core, teams: Teams, overrides: AppOverrides = {}) {
  const { messenger, proactive, roster } = teams;
  const { webhookWithinMs, knowledgeDir = KNOWLEDGE_DIR } = overrides;
  const claims = createClaims(core);
  const answers = createKnowledge(core, knowledgeDir);
  const tickets = createTickets(core, { claims, proactive, roster, webhookWithinMs });
  const imports = createImports(core, claims, messenger);
  const poe = createPoe(core, { claims, imports, tickets, proactive });
  const delivery = createDelivery(core, claims, proactive);
  const reminders = createReminders(core, claims, delivery);
  const report = createReport(core, claims, delivery, reminders);
  const announcements = createAnnouncements(core, claims, delivery, knowledgeDir);
  const [search, languages] = [createSearch(claims, tickets), createLanguageChoice(core)];
  const tab = createTab(core, { claims, imports, answers, poe, tickets, reminders, report, announcements }, overrides);
  const nudges = [reminders, report, announcements, delivery] as const;
  const others = [claims, answers, poe, tickets, imports, ...nudges, search, tab, languages, createLegal()] as const;
  const features = [...others, createPersonalData(core, [core, teams, ...others])] as const;
  const needs = { answers, receiveFiles: poe.receive, fileConsent: poe.fileConsent, find: search.find };
  return { features, conversation: needs };
}

/** The whole bot. @throws OperatorError with a sentence for whoever starts it */
export async function start(config: Config, log: Logger, overrides: AppOverrides = {}): Promise<App> {
  const { drainWithinMs = DRAIN_WITHIN_MS } = overrides;
  const stopping = new AbortController();
  const core = await openCore(config, { ...overrides, log, stopping: stopping.signal });
  const { store, rights } = core;
  try {
    const teams = createTeams(core, CARDS_DIR, overrides);
    const { features, conversation: needs } = createFeatures(core, teams, overrides);
    const { routes, drain } = teams.serve(createConversation(features, { ...needs, rights }));
    const { figures, ...served } = collectServed(features, routes, core);
    await store.setUp();
    await prepare(features);
    const server = await listen({
      ...served,
      ...{ log, host: config.host, port: config.port, localMode: config.app === undefined },
    });
    const background = startBackground(features, core);

    const stop = async (): Promise<void> => {
      const lastRounds = background.endTimers();
      await server.close();
      // Turns get the time to end; what still fetches a file after that is cut off, and its turn says so.
      await Promise.race([drain(), sleep(drainWithinMs, undefined, { ref: false })]);
      stopping.abort();
      const ended = Promise.all([drain(), background.end(), lastRounds]);
      // A service that never answers what was sent to it holds nobody up.
      await Promise.race([ended, sleep(drainWithinMs, undefined, { ref: false })]);
      await store.close();
    };
    let stopped: Promise<void> | undefined;
    return {
      ...{ port: server.port, outbox: background, people: core.people, figures, tick: background.tick },
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
