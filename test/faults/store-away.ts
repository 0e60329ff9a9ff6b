/**
 * The store goes away under load, and is there again: a server of MongoDB that is cut off and that hangs, or is stopped and started by the
 * commands that TEST_MONGODB_STOP and TEST_MONGODB_START name; of the embedded store another program holds the lock.
 */
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseProxy, lockedStore } from '../support/store-outage.ts';
import { Load } from './load.ts';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage } from './stage.ts';

const WORKS = 200;
const KINDS = ['mark', 'upload', 'ticket', 'filing', 'nudge', 'tab upload', 'import'];
const PEOPLE = 3;
/** It is busy before each outage, and the longest outage, ms. */
const BUSY_MS = 3_000;
const LONGEST_MS = 8_000;
const QUESTION = 'Am I required to update any associations?';
const ANSWER = /strongly recommended/;

interface Outage {
  readonly how: string;
  begin(): void;
  end(): void;
}

export const storeAway: Scene = { name: 'store away', play };

async function play({ uri, seed, short, say }: SceneOptions): Promise<Outcome> {
  const proxy = uri === undefined ? undefined : new DatabaseProxy(uri);
  const stage = await Stage.open({ uri: await proxy?.start(), seed, works: WORKS });
  const outages = outagesOf(stage, proxy);
  try {
    const load = new Load(stage, { kinds: KINDS, people: PEOPLE });
    const rounds = short ? 1 : 2;
    for (const outage of Array.from({ length: rounds }, () => outages).flat()) {
      await sleep(BUSY_MS);
      outage.begin();
      say(`${outage.how}; ${load.done} works done`);
      await away(stage, LONGEST_MS / 2 + stage.random.below(LONGEST_MS / 2));
      outage.end();
      say((await stage.becomes(200)) ? 'ready again' : 'not ready again');
    }
    await load.end();
    return {
      figures: { outages: String(rounds * outages.length), works: String(load.done), 'done again': String(load.again) },
      wrong: stage.wrong,
    };
  } finally {
    for (const outage of outages) outage.end();
    await stage.dispose();
    await proxy?.stop();
  }
}

/** It says that it is not ready, all the while, and yet answers what the notice says. */
async function away(stage: Stage, ms: number): Promise<void> {
  await stage.becomes(503);
  const end = performance.now() + ms;
  const { text } = await stage.lead(0).chat.says(QUESTION);
  if (!ANSWER.test(text)) stage.wrong.push(`a question was answered with: ${text}`);
  while (performance.now() < end) {
    const status = await stage.readiness();
    if (status !== 503) stage.wrong.push(`/readyz said ${status} while the store was away`);
  }
}

function outagesOf({ place }: Stage, proxy: DatabaseProxy | undefined): Outage[] {
  if (proxy === undefined) return [{ how: 'another program holds the lock', ...lockedStore(() => place.dataDir) }];
  const { TEST_MONGODB_STOP: stop, TEST_MONGODB_START: start } = process.env;
  const end = (): void => proxy.pass();
  return [
    { how: 'the server is cut off', begin: () => proxy.cut(), end },
    { how: 'the server hangs', begin: () => proxy.hang(), end },
    ...(stop && start ? [{ how: 'the server is stopped', begin: () => run(stop), end: () => run(start) }] : []),
  ];
}

function run(command: string): void {
  execFileSync('/bin/sh', ['-c', command], { stdio: 'ignore' });
}
