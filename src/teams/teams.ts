/** Teams: how features send there proactively, and what answers the activities that come from there. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Conversation } from '../conversation/conversation.ts';
import type { Core } from '../core.ts';
import type { Route } from '../feature.ts';
import type { Records } from '../storage/records.ts';
import type { Messenger, ProactiveSender, TeamRoster } from '../turn.ts';
import { createAdapter } from './adapter.ts';
import { SingleAttemptAuthentication, sdkAuthentication } from './authentication.ts';
import { TeamsBot } from './bot.ts';
import { type Delay, delay } from './deadline.ts';
import { jsonWithCards } from './drawn-card.ts';
import { DuplicateGuard, SEEN_ACTIVITIES } from './duplicate-guard.ts';
import { createMessenger } from './messenger.ts';
import { Pace } from './pace.ts';
import { createProactiveSender } from './proactive-sender.ts';
import { createRenderer } from './render.ts';
import { createReplySender } from './reply-sender.ts';
import { tabLinks } from './tab-links.ts';
import { createChatRoster, createTeamRoster } from './team-roster.ts';
import { TurnBuilder } from './turn-builder.ts';

export interface Teams {
  readonly messenger: Messenger;
  readonly proactive: ProactiveSender;
  readonly roster: TeamRoster;
  readonly records: readonly Records[];
  /** Answers activities with this conversation. */
  serve(conversation: Conversation): {
    readonly routes: readonly Route[];
    /** Waits for the turns in flight. */
    drain(): Promise<void>;
  };
}

/** What tests replace, and what the environment says of the way out. */
export interface TeamsOptions {
  /** The environment, where a proxy may be named; the SDK looks there too. */
  readonly proxyEnv?: NodeJS.ProcessEnv | undefined;
  readonly authentication?: BotFrameworkAuthentication | undefined;
  /** Resolves when a turn has taken as long as Teams waits. */
  readonly delay?: Delay | undefined;
  /** Between two attempts to send an answer. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

/** @param cardsDir the card templates */
export function createTeams(core: Core, cardsDir: string, options: TeamsOptions = {}): Teams {
  const { config, store, people, campaignClock, realTime, steadyTime, newId, random, stopping, tracing, log } = core;
  const { app, allowedTenants, timeZone } = config;
  const authentication = new SingleAttemptAuthentication(options.authentication ?? sdkAuthentication(app), {}, tracing);
  const adapter = createAdapter(authentication, options.proxyEnv);
  const render = createRenderer(cardsDir, tabLinks(config));
  const pause = options.pause ?? ((ms) => sleep(ms, undefined, { signal: stopping }));
  const messenger = createMessenger(adapter, app?.id ?? '', people, render);
  return {
    messenger,
    proactive: createProactiveSender(adapter, app?.id ?? '', render, realTime),
    roster: createTeamRoster(adapter, app?.id ?? '', log),
    records: [{ collection: SEEN_ACTIVITIES }],
    serve(conversation) {
      const bot = new TeamsBot({
        adapter,
        authentication,
        conversation,
        people,
        turns: new TurnBuilder({
          ...{ people, campaignClock, realTime, timeZone },
          chatRoster: createChatRoster(adapter, app?.id ?? ''),
        }),
        guard: new DuplicateGuard({ store, realTime, newId, log }),
        messenger,
        sender: createReplySender({ pause, random, realTime }),
        render,
        tracing,
        log,
        allowedTenants,
        localMode: app === undefined,
        newReference: () => newId().slice(0, 8),
        pace: new Pace(config.turnsPerMinute, steadyTime),
        delay: options.delay ?? delay,
      });
      return {
        routes: [
          {
            method: 'POST',
            path: '/api/messages',
            async handle({ header, body }) {
              const { status, body: answer = {} } = await bot.receive(header('authorization'), body);
              return { status, body: jsonWithCards(answer), type: 'application/json' };
            },
          },
        ],
        drain: () => bot.drain(),
      };
    },
  };
}
