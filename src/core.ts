/** What every feature stands on: the store, the people, the clocks, the limits. Built once; the commands from a shell need no more. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { createLimits, type Limits, THREAD_WINDOWS } from './outbox/rate-limits.ts';
import { OutboxWorker, type SetTimer, unrefTimer } from './outbox/worker.ts';
import { OWNER_NAMES } from './people/confirmed-names.ts';
import { PEOPLE, People } from './people/people.ts';
import { createRights, type Rights } from './people/roles.ts';
import { CHECKS } from './storage/check.ts';
import { forgetIn } from './storage/forget.ts';
import { openStore } from './storage/open-store.ts';
import type { DocStore, FileVault } from './storage/port.ts';
import type { Records } from './storage/records.ts';
import { STAMPS, Stamps } from './storage/stamps.ts';
import { prepareTempFolder } from './storage/temp-folder.ts';
import { tracedStore } from './telemetry/traced-store.ts';
import { NO_TRACING, type Tracing } from './telemetry/tracing.ts';
import { type Clock, campaignClock, steadyClock } from './time/clock.ts';
import { DAY_MS } from './time/units.ts';

export interface Core {
  readonly config: Config;
  readonly log: Logger;
  readonly store: DocStore;
  readonly vault: FileVault;
  /** Where files lie for a moment. */
  readonly tempDir: string;
  readonly people: People;
  /** Whether anything has changed. */
  readonly stamps: Stamps;
  /** What is kept here, below the features. */
  readonly records: readonly Records[];
  readonly rights: Rights;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** The real time without steps back, by which whatever is sent proactively is due and leased, and what people send is limited. */
  readonly steadyTime: Clock;
  readonly newId: () => string;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly setTimer: SetTimer;
  /** Names this process in leases. */
  readonly instance: string;
  /** No other process can be at work on this store (the embedded engine), so leases of killed processes can be taken over at once. */
  readonly exclusive: boolean;
  /** What Teams takes in one chat, by person or channel: shared by all that is sent proactively. */
  readonly threads: Limits;
  readonly tracing: Tracing;
  /** Aborted at a stop, when the turns have had their time. */
  readonly stopping: AbortSignal;
  /** A worker for what a feature sends proactively. @param atOnce most jobs in flight */
  outbox(atOnce: number): OutboxWorker;
}

/** What tests and commands replace. */
export interface CoreOptions {
  readonly log?: Logger;
  readonly realTime?: Clock;
  readonly newId?: () => string;
  /** Waits of what is sent proactively, and of the timers. */
  readonly setTimer?: SetTimer;
  readonly stopping?: AbortSignal;
  /** Absent: nobody watches. */
  readonly tracing?: Tracing;
  /** Milliseconds that a database server gets to answer. */
  readonly storeWithinMs?: number;
}

const POLL_EVERY_MS = 1_000;

/** Opens the store and builds the core. @throws OperatorError with a sentence for whoever starts it */
export async function openCore(
  config: Config,
  {
    log = pino({ level: 'silent' }),
    realTime = () => new Date(),
    newId = randomUUID,
    setTimer = unrefTimer,
    stopping = new AbortController().signal,
    tracing = NO_TRACING,
    storeWithinMs,
  }: CoreOptions = {},
): Promise<Core> {
  const { dataDir, mongodbUri } = config;
  const opened = await openStore({ dataDir, now: realTime, mongodbUri, answerWithinMs: storeWithinMs });
  const { vault } = opened;
  const store = tracing === NO_TRACING ? opened.store : tracedStore(opened.store, tracing);
  const tempDir = join(dataDir, 'tmp');
  const exclusive = store.engine === 'sqlite';
  // The only process removes all left-over files. Otherwise those older than a day go: another instance may use the rest.
  await prepareTempFolder(tempDir, new Date(Date.now() - (exclusive ? 0 : DAY_MS)));
  return {
    config,
    log,
    store,
    vault,
    tempDir,
    people: new People(store),
    stamps: new Stamps(store),
    records: [
      { collection: PEOPLE, of: ({ userId }) => ({ userId }) },
      { collection: OWNER_NAMES, of: ({ userId }) => ({ userId }), forget: forgetIn },
      { collection: STAMPS },
      { collection: CHECKS },
    ],
    rights: createRights(config.leads),
    campaignClock: campaignClock(config.now, realTime),
    realTime,
    steadyTime: steadyClock(realTime),
    newId,
    random: Math.random,
    setTimer,
    instance: newId(),
    exclusive,
    threads: createLimits({ windows: THREAD_WINDOWS }),
    tracing,
    stopping,
    outbox: (atOnce) => new OutboxWorker({ everyMs: POLL_EVERY_MS, atOnce, log, setTimer, tracing }),
  };
}
