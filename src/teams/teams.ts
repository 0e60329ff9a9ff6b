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
import type { Delay } from './deadline.ts';
import { DuplicateGuard, SEEN_ACTIVITIES } from './duplicate-guard.ts';
import { createMessenger } from './messenger.ts';
import { createProactiveSender } from './proactive-sender.ts';
import { createRenderer } from './render.ts';
import { createReplySender } from './reply-sender.ts';
import { createTeamRoster } from './team-roster.ts';
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

/** What tests replace. */
export interface TeamsOptions {
  readonly authentication?: BotFrameworkAuthentication | undefined;
  /** Resolves when a turn has taken as long as Teams waits. */
  readonly delay?: Delay | undefined;
  /** Between two attempts to send an answer. */
  readonly pause?: ((ms: number) => Promise<unknown>) | undefined;
}

/** @param cardsDir the card templates */
export function createTeams(core: Core, cardsDir: string, options: TeamsOptions = {}): Teams {
  const { config, store, people, campaignClock, realTime, newId, random, stopping, log } = core;
  const { app, allowedTenants, timeZone } = config;
  const authentication = new SingleAttemptAuthentication(options.authentication ?? sdkAuthentication(app));
  const adapter = createAdapter(authentication);
  const render = createRenderer(cardsDir);
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
        turns: new TurnBuilder({ people, campaignClock, realTime, timeZone }),
        guard: new DuplicateGuard({ store, realTime, newId, log }),
        messenger,
        sender: createReplySender({ pause, random, realTime }),
        render,
        log,
        allowedTenants,
        localMode: app === undefined,
        newReference: () => newId().slice(0, 8),
        delay: options.delay ?? ((ms, signal) => sleep(ms, undefined, { signal })),
      });
      return {
        routes: [
          {
            method: 'POST',
            path: '/api/messages',
            async handle({ header, body }) {
              const { status, body: answer = {} } = await bot.receive(header('authorization'), body);
              return { status, body: answer };
            },
          },
        ],
        drain: () => bot.drain(),
      };
    },
  };
}
