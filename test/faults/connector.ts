/** Teams' service answers only after 20 s, cuts connections off, and fails, before and after it has done what it was asked for. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImmediateFault } from '../support/teams/faults.ts';
import { Load } from './load.ts';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage } from './stage.ts';

const WORKS = 200;
const KINDS = ['mark', 'ticket', 'nudge', 'upload', 'announcement', 'filing'];
const PEOPLE = 3;
const SLOW_MS = 20_000;
const FAILS_MS = 10_000;
const SHORT_MS = 3_000;
/** Teams waits 15 s for an answer. */
const ANSWERED_WITHIN_MS = 15_000;
/** Of the REST API, not of files. */
const REST = /\/v3\//;

/** Every second request meets one of these. */
const FAILURES: Readonly<Record<string, readonly ImmediateFault[]>> = {
  'connections are cut off': [{ reset: true }, { lost: true }],
  'it answers 5xx': [500, 502, 503, 504].flatMap((status) => [{ status }, { lost: true, status } as const]),
};

export const connector: Scene = { name: 'connector', play };

async function play({ uri, seed, short, say }: SceneOptions): Promise<Outcome> {
  const stage = await Stage.open({ uri, seed, works: WORKS });
  const { random, teams } = stage;
  let longest = 0;
  let faults = 0;
  try {
    const load = new Load(stage, { kinds: KINDS, people: PEOPLE });
    await sleep(SHORT_MS);
    say('it answers after 20 s');
    const held = teams.inject({ hold: true }, { times: Number.POSITIVE_INFINITY, url: REST });
    const slow = sleep(short ? SHORT_MS : SLOW_MS);
    longest = await answerMs(stage);
    await slow;
    held.release();
    for (const [how, failures] of Object.entries(FAILURES)) {
      say(how);
      stage.fault = ({ url }) => {
        if (!REST.test(url) || random.below(2) === 0) return undefined;
        faults++;
        return failures[random.below(failures.length)];
      };
      await sleep(short ? SHORT_MS : FAILS_MS);
      await stage.becomes(200, 0);
    }
    stage.fault = undefined;
    say(`it is well again; ${load.done} works done`);
    await load.end();
    return {
      figures: {
        'longest answer while it was slow': `${Math.round(longest)} ms`,
        'requests held up; cut off or failed': `${held.hits}; ${faults}`,
        works: String(load.done),
        'done again': String(load.again),
      },
      wrong: stage.wrong,
    };
  } finally {
    await stage.dispose();
  }
}

/** Of the HTTP answer to a message whose own answer is held up. */
async function answerMs(stage: Stage): Promise<number> {
  const began = performance.now();
  const { status } = await stage.lead(0).chat.says('help');
  const ms = performance.now() - began;
  if (status !== 200 || ms > ANSWERED_WITHIN_MS) stage.wrong.push(`a message was answered ${status} after ${ms} ms`);
  await stage.becomes(200, 0);
  return ms;
}
