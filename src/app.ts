/** The composition root: the only place that constructs. Listens last, stops in reverse, once. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { sniffExport } from './associations/export-file/read-export.ts';
import { Facets } from './associations/facets.ts';
import { associationHandlers } from './associations/handlers.ts';
import { importHandlers } from './associations/import/handlers.ts';
import { ImportJobs } from './associations/import/jobs.ts';
import { ImportRunner } from './associations/import/runner.ts';
import { ImportService } from './associations/import/service.ts';
import { Associations } from './associations/repository.ts';
import { AssociationService } from './associations/service.ts';
import { campaignClock } from './campaign/clock.ts';
import type { Config } from './config.ts';
import { createConversation } from './conversation/conversation.ts';
import { fileHandlers } from './conversation/files.ts';
import { findHandlers } from './find/handlers.ts';
import { FindService } from './find/service.ts';
import { listen } from './http/server.ts';
import { knowledgeHandlers } from './knowledge/handlers.ts';
import { loadKnowledge } from './knowledge/knowledge.ts';
import { Questions } from './knowledge/questions.ts';
import { Rulings } from './knowledge/rulings.ts';
import { KnowledgeService } from './knowledge/service.ts';
import { createWebhook } from './outbox/webhook.ts';
import { createLimits, THREAD_WINDOWS } from './outbox/windows.ts';
import { OutboxWorker } from './outbox/worker.ts';
import { People } from './people/people.ts';
import { createRights, type Rights } from './people/roles.ts';
import { Drafts } from './poe/drafts.ts';
import { poeHandlers } from './poe/handlers.ts';
import { createHostPolicy } from './poe/intake/hosts.ts';
import { createIntake } from './poe/intake/intake.ts';
import { PoeService } from './poe/service.ts';
import { openStore } from './storage/open-store.ts';
import type { DocStore, FileVault } from './storage/port.ts';
import { prepareTempFolder } from './storage/temp-folder.ts';
import { createAdapter } from './teams/adapter.ts';
import { CleanAuthentication, sdkAuthentication } from './teams/authentication.ts';
import { TeamsBot } from './teams/bot.ts';
import { DuplicateGuard } from './teams/duplicate-guard.ts';
import { createMessenger } from './teams/messenger.ts';
import type { After } from './teams/patience.ts';
import { createPostman } from './teams/postman.ts';
import { createRenderer } from './teams/render.ts';
import { TurnBuilder } from './teams/turn-builder.ts';
import { DeskMove } from './tickets/desk-move.ts';
import { deskTeller } from './tickets/desk-teller.ts';
import { Desks } from './tickets/desks.ts';
import { ticketHandlers } from './tickets/handlers.ts';
import { LeadsTeller } from './tickets/leads-teller.ts';
import { TicketNumbers } from './tickets/numbers.ts';
import { type Teller, TicketSource } from './tickets/outside.ts';
import { TicketRaiser } from './tickets/raise.ts';
import { Tickets } from './tickets/repository.ts';
import { requesterTeller } from './tickets/requester-teller.ts';
import { TicketService } from './tickets/service.ts';
import { webhookTeller } from './tickets/webhook-teller.ts';

/** What tests replace. */
export interface Seams {
  readonly realTime?: () => Date;
  readonly newId?: () => string;
  readonly authentication?: BotFrameworkAuthentication;
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
  /** Turns in flight finish, imports stop between two batches, the store is closed. Safe to call again. */
  stop(): Promise<void>;
}

/** What stands below the conversation; the import from a shell needs no more than this. */
export interface Core {
  readonly store: DocStore;
  readonly vault: FileVault;
  readonly people: People;
  readonly rights: Rights;
  readonly associations: Associations;
  readonly facets: Facets;
  readonly imports: ImportService;
  readonly tempDir: string;
}

const DRAIN_WITHIN_MS = 10_000;
const DAY_MS = 86_400_000;
const OUTBOX_EVERY_MS = 1_000;
const OUTBOX_AT_ONCE = 10;
const WEBHOOK_TIMEOUT_MS = 15_000;
const RESUME_EVERY_MS = 30_000;
const SWEEP_EVERY_MS = 60_000;
const RAISE_EVERY_MS = 600_000;
const KNOWLEDGE_DIR = join(import.meta.dirname, '..', 'knowledge');
const CARDS_DIR = join(import.meta.dirname, '..', 'adaptive-cards');

/** Opens the store and builds the core. @throws OperatorError with a sentence for whoever starts it */
export async function openCore(
  config: Config,
  { realTime = () => new Date(), newId = randomUUID }: Seams = {},
): Promise<Core> {
  const { dataDir, mongodbUri } = config;
  const { store, vault } = await openStore({ dataDir, now: realTime, ...(mongodbUri !== undefined && { mongodbUri }) });
  const people = new People(store);
  const rights = createRights(config.leads);
  const associations = new Associations(store);
  const facets = new Facets(store);
  const jobs = new ImportJobs(store);
  const tempDir = join(dataDir, 'tmp');
  const alone = store.engine === 'sqlite';
  // Alone: whatever lies there is a dead process's. Else another instance may be at work on it.
  await prepareTempFolder(tempDir, new Date(Date.now() - (alone ? 0 : DAY_MS)));
  const imports = new ImportService({
    associations,
    facets,
    jobs,
    vault,
    rights,
    tempDir,
    newId,
    realTime,
    instance: newId(),
    alone,
  });
  return { store, vault, people, rights, associations, facets, imports, tempDir };
}

/** The whole bot. @throws OperatorError with a sentence for whoever starts it */
export async function start(config: Config, log: Logger, seams: Seams = {}): Promise<App> {
  const { realTime = () => new Date(), newId = randomUUID, drainWithinMs = DRAIN_WITHIN_MS } = seams;
  const stopping = new AbortController();
  const localMode = config.app === undefined;
  const { store, vault, people, rights, associations, facets, imports, tempDir } = await openCore(config, seams);
  try {
    const claimService = new AssociationService(associations, facets, people, rights);
    const claims = associationHandlers(claimService, config.campaign, newId);

    const authentication = new CleanAuthentication(seams.authentication ?? sdkAuthentication(config.app));
    const adapter = createAdapter(authentication);
    const render = createRenderer(CARDS_DIR);
    const messenger = createMessenger(adapter, config.app?.id ?? '', people, render);

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

    const [ticketStore, desks] = [new Tickets(store), new Desks(store)];
    const postman = createPostman(adapter, config.app?.id ?? '', render, realTime);
    const limits = createLimits({ windows: THREAD_WINDOWS });
    const tellers: Teller[] = [
      deskTeller({
        desks,
        postman,
        limits,
        realTime,
        newKey: newId,
        reader: { locale: 'en-US', timeZone: config.timeZone },
      }),
      requesterTeller({
        tickets: ticketStore,
        people,
        postman,
        limits,
        realTime,
        newKey: newId,
        isLead: rights.isLead,
        timeZone: config.timeZone,
      }),
      ...(config.webhook === undefined
        ? []
        : [
            webhookTeller({
              tickets: ticketStore,
              webhook: createWebhook({
                ...config.webhook,
                fetch,
                timeoutMs: seams.webhookWithinMs ?? WEBHOOK_TIMEOUT_MS,
                clock: realTime,
              }),
            }),
          ]),
    ];
    const outbox = new OutboxWorker({
      sources: [
        new DeskMove({ tickets: ticketStore, desks, realTime }),
        ...tellers.map(
          (teller) => new TicketSource({ tickets: ticketStore, teller, realTime, newId, random: Math.random, log }),
        ),
        new LeadsTeller({
          tickets: ticketStore,
          people,
          leads: (tenantId) => people.reachable(tenantId, config.leads),
          postman,
          limits,
          realTime,
          random: Math.random,
          log,
        }),
      ],
      everyMs: OUTBOX_EVERY_MS,
      atOnce: OUTBOX_AT_ONCE,
      log,
    });
    const ticketService = new TicketService({
      tickets: ticketStore,
      numbers: new TicketNumbers(store),
      desks,
      associations: claimService,
      rights,
      realTime,
      newId,
      announce: () => outbox.kick(),
      webhook: config.webhook !== undefined,
    });
    const raiser = new TicketRaiser({
      tickets: ticketStore,
      timeZone: config.timeZone,
      realTime,
      announce: () => outbox.kick(),
      signal: stopping.signal,
    });
    const tickets = ticketHandlers({
      service: ticketService,
      associations: claimService,
      questionText: async (tenantId, id) => (await questions.get(tenantId, id))?.text,
      newKey: newId,
    });

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
        files,
        finding: findHandlers(new FindService(claimService, ticketService)),
        rights,
      }),
      people,
      turns: new TurnBuilder({
        people,
        campaignClock: campaignClock(config.now, realTime),
        realTime,
        timeZone: config.timeZone,
      }),
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
    const server = await listen({ bot, store, log, host: config.host, port: config.port, localMode });
    const timers = [
      every(RESUME_EVERY_MS, log, 'interrupted imports could not be resumed', () => importRunner.resumeInterrupted()),
      every(SWEEP_EVERY_MS, log, 'expired records could not be removed', () => store.removeExpired()),
      every(RAISE_EVERY_MS, log, 'tickets could not be raised', () => raiser.raiseQuiet()),
    ];

    outbox.start();

    const stop = async (): Promise<void> => {
      const rounds = timers.map((end) => end());
      await server.close();
      // Turns get the time to end; what still fetches a file after that is cut off, and its turn says so.
      await Promise.race([bot.drain(), sleep(drainWithinMs, undefined, { ref: false })]);
      stopping.abort();
      // A service that never answers what was sent to it holds nobody up.
      const ended = Promise.all([bot.drain(), importRunner.stop(), outbox.stop(), ...rounds]);
      await Promise.race([ended, sleep(drainWithinMs, undefined, { ref: false })]);
      await store.close();
    };
    let stopped: Promise<void> | undefined;
    return {
      port: server.port,
      outbox,
      raiseTickets: () => raiser.raiseQuiet(),
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
function every(ms: number, log: Logger, failure: string, work: () => Promise<unknown>): () => Promise<unknown> {
  const round = (): Promise<unknown> => work().catch((error: unknown) => log.error({ err: error }, failure));
  let last = round();
  const timer = setInterval(() => {
    last = round();
  }, ms);
  return () => {
    clearInterval(timer);
    return last;
  };
}
