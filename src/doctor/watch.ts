/** The checks of a bot that runs: at its start, which waits for none of them, and then once a day. What is not well goes to the log. */
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { People } from '../people/people.ts';
import { DAY_MS, SECOND_MS } from '../time/units.ts';
import type { Timer } from '../timers.ts';
import { runChecks } from './check.ts';
import { runningChecks } from './checks.ts';
import { knownLeads } from './store.ts';

const WITHIN_MS = 5 * SECOND_MS;

export interface WatchOptions {
  readonly config: Config;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly people: People;
  readonly log: Logger;
}

export function doctorTimer({ config, env, people, log }: WatchOptions): Timer {
  const checks = runningChecks({
    config,
    env,
    realTime: () => new Date(),
    store: async () => ({ state: 'ready', knownLeads: await knownLeads(people, config) }),
    packageFile: '',
  });
  return {
    name: 'doctor',
    everyMs: DAY_MS,
    failure: 'the configuration could not be checked',
    async run() {
      for (const { name, state, says, cure } of await runChecks(checks, WITHIN_MS))
        if (state !== 'ok') log.warn({ check: name, state, cure }, says);
    },
  };
}
