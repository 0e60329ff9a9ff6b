/** What goes on without anybody asking: the timers of all features, and the workers of what they send. */
import type { Core } from './core.ts';
import { ProgrammingError } from './errors.ts';
import type { Feature } from './feature.ts';
import { type FileNames, sweepVault, sweptTenants } from './storage/vault-sweep.ts';
import { HOUR_MS, MINUTE_MS } from './time/units.ts';
import { startTimer, type Timer } from './timers.ts';

export interface Background {
  /** Wakes every worker. */
  wake(): void;
  /** Resolves when nothing is being sent and no poll is due. */
  idle(): Promise<void>;
  /** Runs the named timer's work now. */
  tick(timer: string): Promise<unknown>;
  /** Ends the timers; resolves when their last runs have ended. */
  endTimers(): Promise<void>;
  /** Nothing new is sent and nothing new begins. Resolves when what is under way has ended. */
  end(): Promise<void>;
}

const SWEEP_EVERY_MS = 60_000;

const SWEEP_FILES_EVERY_MS = 6 * HOUR_MS;
/** It reads all that names files: not while a start is at work on everything else. */
const SWEEP_FILES_AFTER_MS = 10 * MINUTE_MS;

/** What features bring up to date before anything is answered or sent. One after the other: each may keep the store busy. */
export async function prepare(features: readonly Feature[]): Promise<void> {
  for (const feature of features) await feature.prepare?.();
}

export function startBackground(features: readonly Feature[], core: Core): Background {
  const { store, log, setTimer } = core;
  const expiry: Timer = {
    name: 'expiry',
    everyMs: SWEEP_EVERY_MS,
    failure: 'expired records could not be removed',
    run: () => store.removeExpired(),
  };
  const files: Timer = {
    name: 'unneeded files',
    everyMs: SWEEP_FILES_EVERY_MS,
    firstAfterMs: SWEEP_FILES_AFTER_MS,
    failure: 'files that nothing names could not be removed',
    run: () => sweepFiles(features, core),
  };
  const timers = [expiry, files, ...features.flatMap((feature) => feature.timers ?? [])];
  const ends = timers.map((timer) => startTimer(timer, { log, setTimer }));
  const deliveries = features.flatMap((feature) => feature.deliveries ?? []);
  for (const { worker, sources } of deliveries) worker.start(sources);
  return {
    wake() {
      for (const { worker } of deliveries) worker.wake();
    },
    async idle() {
      await Promise.all(deliveries.map(({ worker }) => worker.idle()));
    },
    tick(name) {
      const timer = timers.find((one) => one.name === name);
      if (timer === undefined) throw new ProgrammingError(`there is no timer “${name}”`);
      return timer.run();
    },
    async endTimers() {
      await Promise.all(ends.map((end) => end()));
    },
    async end() {
      const workers = deliveries.map(({ worker }) => worker.stop());
      await Promise.all([...workers, ...features.map((feature) => feature.stop?.())]);
    },
  };
}

/**
 * All that name files: what one that is left out would name is taken for left over. The people name none, but they know of tenants
 * whose last record that named one has expired.
 */
export function fileNamesOf(features: readonly Feature[], { people }: Pick<Core, 'people'>): readonly FileNames[] {
  const tenantsOfPeople: FileNames = {
    tenants: () => people.tenants(),
    async *of() {},
  };
  return [tenantsOfPeople, ...features.flatMap(({ fileNames }) => fileNames ?? [])];
}

/** Removes what no feature names any more, tenant by tenant. */
async function sweepFiles(features: readonly Feature[], core: Core): Promise<void> {
  const { vault, realTime, stopping, log } = core;
  const names = fileNamesOf(features, core);
  for (const tenantId of await sweptTenants(names)) {
    if (stopping.aborted) return;
    const { files, bytes } = await sweepVault({ vault, names, now: realTime() }, tenantId);
    if (files > 0) log.info({ tenantId, files, bytes }, 'files that nothing named were removed');
  }
}
