/** The composition root, with the parts of it in `wiring/`: nobody else constructs. Listens last, stops in reverse, once. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { sniffExport } from './claims/export-file/read-export.ts';
import { associationHandlers } from './claims/handlers.ts';
import { importHandlers } from './claims/import/handlers.ts';
import { ImportRunner } from './claims/import/runner.ts';
import { AssociationService } from './claims/service.ts';
import type { Config } from './config.ts';
import { createConversation } from './conversation/conversation.ts';
import { fileHandlers } from './conversation/files.ts';
import { openCore } from './core.ts';
import { createHostPolicy } from './files/hosts.ts';
import { listen } from './http/server.ts';
import { knowledgeHandlers } from './knowledge/handlers.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { Questions } from './knowledge/questions.ts';
import { Rulings } from './knowledge/review/review-decisions.ts';
import { KnowledgeService } from './knowledge/service.ts';
import { createLimits, THREAD_WINDOWS } from './outbox/rate-limits.ts';
import { OutboxWorker, type SetTimer, type Source, unrefTimer } from './outbox/worker.ts';
import { Drafts } from './poe/drafts.ts';
import { poeHandlers } from './poe/handlers.ts';
import { createIntake } from './poe/intake.ts';
import { PoeService } from './poe/service.ts';
import { findHandlers } from './search/handlers.ts';
import { FindService } from './search/service.ts';
import { createAdapter } from './teams/adapter.ts';
import { CleanAuthentication, sdkAuthentication } from './teams/authentication.ts';
import { TeamsBot } from './teams/bot.ts';
import type { After } from './teams/deadline.ts';
import { DuplicateGuard } from './teams/duplicate-guard.ts';
import { createMessenger } from './teams/messenger.ts';
import { createPostman } from './teams/proactive-sender.ts';
import { createRenderer } from './teams/render.ts';
import { TurnBuilder } from './teams/turn-builder.ts';
import { campaignClock as createCampaignClock } from './time/clock.ts';
import { nudging } from './wiring/nudges.ts';
import { ticketing } from './wiring/tickets.ts';

/** What tests replace. */
export interface Seams {
  readonly realTime?: () => Date;
  readonly newId?: () => string;
  readonly authentication?: BotFrameworkAuthentication;
  /** Waits of what sends unasked, and of the rounds that find what is due. */
  readonly setTimer?: SetTimer;
  /** Resolves when a turn has taken as long as Teams waits. */
  readonly after?: After;
  /** Milliseconds that a stop gives the turns in flight, and again those that it cut off. */
  readonly drainWithinMs?: number;
  /** Milliseconds that the help-desk system gets to answer. */
  readonly webhookWithinMs?: number;
}

export interface App {
  readonly port: number;
  /** What sends unasked: for tests that look again when they say so, and know when it is through. */
  readonly outbox: Pick<OutboxWorker, 'kick' | 'idle'>;
  /** What a timer does every ten minutes: for tests that move the clock. Returns how many were raised. */
  readonly raiseTickets: () => Promise<number>;
  /** What a timer does every `NUDGE_TICK_SECONDS`: who is due what becomes rows of the ledger. */
  readonly nudgeRound: () => Promise<void>;
  /** Turns in flight finish, imports stop between two batches, the store is closed. Safe to call again. */
  stop(): Promise<void>;
}

const DRAIN_WITHIN_MS = 10_000;
const OUTBOX_EVERY_MS = 1_000;
const OUTBOX_AT_ONCE = 10;
/** More than `NUDGE_RATE` a second with answers that take a second. */
const NUDGES_AT_ONCE = 60;
const WEBHOOK_TIMEOUT_MS = 15_000;
const RESUME_EVERY_MS = 30_000;
const SWEEP_EVERY_MS = 60_000;
const RAISE_EVERY_MS = 600_000;
const SECOND_MS = 1_000;
const KNOWLEDGE_DIR = join(import.meta.dirname, '..', 'knowledge');
const CARDS_DIR = join(import.meta.dirname, '..', 'adaptive-cards');

/** The whole bot. @throws OperatorError with a sentence for whoever starts it */
export async function start(config: Config, log: Logger, seams: Seams = {}): Promise<App> {
  const { realTime = () => new Date(), newId = randomUUID, drainWithinMs = DRAIN_WITHIN_MS } = seams;
  const { setTimer = unrefTimer } = seams;
  const stopping = new AbortController();
  const localMode = config.app === undefined;
  const core = await openCore(config, seams);
  const { store, vault, people, rights, associations, facets, imports, tempDir } = core;
  try {
    const campaignClock = createCampaignClock(config.now, realTime);
    const claimService = new AssociationService(associations, facets, people, rights);
    const claims = associationHandlers(claimService, config.campaign, newId);

    const authentication = new CleanAuthentication(seams.authentication ?? sdkAuthentication(config.app));
    const adapter = createAdapter(authentication);
    const render = createRenderer(CARDS_DIR);
    const messenger = createMessenger(adapter, config.app?.id ?? '', people, render);
    const postman = createPostman(adapter, config.app?.id ?? '', render, realTime);
    const limits = createLimits({ windows: THREAD_WINDOWS });
    const worker = (sources: readonly Source[], atOnce: number) =>
      new OutboxWorker({ sources, everyMs: OUTBOX_EVERY_MS, atOnce, log, setTimer });

    const importRunner = new ImportRunner({ imports, people, messenger, log, monotonic: () => performance.now() });
    const importing = importHandlers(imports, importRunner);

    const questions = new Questions(store);
    const knowledge = knowledgeHandlers(
      new KnowledgeService({
        knowledge: loadKnowledge(KNOWLEDGE_DIR, config.campaign),
        questions,
        rulings: new Rulings(store),
        rights,
        newId,
        realTime,
      }),
      config.campaign,
    );

    const ticketRoom = ticketing({
      config,
      core,
      claimService,
      questionText: async (tenantId, id) => (await questions.get(tenantId, id))?.text,
      postman,
      limits,
      realTime,
      newId,
      webhookWithinMs: seams.webhookWithinMs ?? WEBHOOK_TIMEOUT_MS,
      kick: () => ticketOutbox.kick(),
      signal: stopping.signal,
      log,
    });
    const { tickets, raiser } = ticketRoom;
    const ticketOutbox = worker(ticketRoom.sources, OUTBOX_AT_ONCE);

    const nudgeRoom = nudging({
      config,
      core,
      claims,
      postman,
      threads: limits,
      campaignClock,
      realTime,
      newId,
      kick: () => nudgeOutbox.kick(),
      log,
    });
    const { rounds } = nudgeRoom;
    // Of its own: a thousand reminders hold up no ticket.
    const nudgeOutbox = worker(nudgeRoom.sources, NUDGES_AT_ONCE);
    claimService.onChange((tenantId, ownerKeys) => nudgeRoom.changed(tenantId, ownerKeys));

    const drafts = new Drafts(store);
    const poe = poeHandlers(
      new PoeService({ associations: claimService, drafts, newId, realTime }),
      claimService,
      claims,
    );
    const policy = createHostPolicy({ extraHosts: config.fileHosts });
    const intake = createIntake({
      vault,
      policy,
      maxBytes: config.maxFileBytes,
      tempDir,
      newId,
      signal: stopping.signal,
    });
    const isExport = async (path: string): Promise<boolean> => (await sniffExport(path)) !== undefined;
    const files = fileHandlers({ intake, poe, tickets, imports, importHandlers: importing, rights, isExport });

    const bot = new TeamsBot({
      adapter,
      authentication,
      conversation: createConversation({
        claims,
        knowledge,
        tickets,
        poe,
        imports: importing,
        nudges: nudgeRoom.nudges,
        announcing: nudgeRoom.announcing,
        files,
        finding: findHandlers(new FindService(claimService, ticketRoom.service)),
        rights,
      }),
      people,
      turns: new TurnBuilder({ people, campaignClock, realTime, timeZone: config.timeZone }),
      guard: new DuplicateGuard(store, realTime),
      messenger,
      render,
      log,
      allowedTenants: config.allowedTenants,
      localMode,
      newReference: () => newId().slice(0, 8),
      after: seams.after ?? ((ms, signal) => sleep(ms, undefined, { signal })),
    });

    await store.setUp();
    const server = await listen({
      bot,
      store,
      log,
      host: config.host,
      port: config.port,
      localMode,
      progress: nudgeRoom.progress,
    });
    const again = { log, setTimer };
    const timers = [
      every(RESUME_EVERY_MS, 'interrupted imports could not be resumed', () => importRunner.resumeInterrupted(), again),
      every(SWEEP_EVERY_MS, 'expired records could not be removed', () => store.removeExpired(), again),
      every(RAISE_EVERY_MS, 'tickets could not be raised', () => raiser.raiseQuiet(), again),
      every(config.nudges.tickSeconds * SECOND_MS, 'reminders could not be planned', () => rounds.run(), again),
    ];

    ticketOutbox.start();
    nudgeOutbox.start();

    const stop = async (): Promise<void> => {
      const lastRounds = timers.map((end) => end());
      await server.close();
      // Turns get the time to end; what still fetches a file after that is cut off, and its turn says so.
      await Promise.race([bot.drain(), sleep(drainWithinMs, undefined, { ref: false })]);
      stopping.abort();
      const sent = Promise.all([ticketOutbox.stop(), nudgeOutbox.stop(), rounds.stop()]);
      // A service that never answers what was sent to it holds nobody up.
      const ended = Promise.all([bot.drain(), importRunner.stop(), sent, ...lastRounds]);
      await Promise.race([
        ended.then(() => nudgeRoom.lease.release()),
        sleep(drainWithinMs, undefined, { ref: false }),
      ]);
      await store.close();
    };
    let stopped: Promise<void> | undefined;
    return {
      port: server.port,
      outbox: {
        kick() {
          ticketOutbox.kick();
          nudgeOutbox.kick();
        },
        idle: async () => {
          await Promise.all([ticketOutbox.idle(), nudgeOutbox.idle()]);
        },
      },
      raiseTickets: () => raiser.raiseQuiet(),
      nudgeRound: () => rounds.run(),
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

/** Now and then again; a failure is logged and the next round tries anew. Returns what ends it, with the last round. */
function every(
  ms: number,
  failure: string,
  work: () => Promise<unknown>,
  { log, setTimer }: { readonly log: Logger; readonly setTimer: SetTimer },
): () => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve();
  let cancel: (() => void) | undefined;
  const round = (): void => {
    last = work().catch((error: unknown) => log.error({ err: error }, failure));
    cancel = setTimer(round, ms);
  };
  round();
  return () => {
    cancel?.();
    return last;
  };
}
