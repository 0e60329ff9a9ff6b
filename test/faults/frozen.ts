/**
 * An instance is frozen in the middle of its work (SIGSTOP), for longer than its leases last. On MongoDB another one takes over, and what
 * it has done is not done again when the first goes on. With the embedded store no other may start, and the first goes on with its work.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AheadBot } from '../support/ahead-bot.ts';
import { Load } from './load.ts';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage } from './stage.ts';

const WORKS = 200;
const KINDS = ['import', 'nudge', 'upload', 'ticket', 'announcement', 'undo', 'document check', 'mark'];
const PEOPLE = 3;
const TIMES = 6;
/** Longer than any lease. */
const FROZEN_MS = 121_000;
/** It is frozen at a moment of so many. */
const MOMENTS_MS = 3_000;
/** Time for the other one to take over, and for the first to go on. */
const TAKES_OVER_MS = 4_000;

export const frozen: Scene = { name: 'frozen', play };

async function play({ uri, seed, short, say }: SceneOptions): Promise<Outcome> {
  const stage = await Stage.open({ uri, seed, works: WORKS });
  const { random, clock } = stage;
  try {
    const bots = [stage.bot, ...(uri === undefined ? [] : [await stage.start()])];
    const load = new Load(stage, { kinds: KINDS, people: PEOPLE });
    const times = short ? 2 : TIMES;
    for (let time = 0; time < times; time++) {
      const [first, other = first] = time % 2 === 0 ? bots : bots.toReversed();
      if (first === undefined || other === undefined) throw new Error('there is no bot');
      stage.reach(first);
      await sleep(random.below(MOMENTS_MS));
      first.freeze();
      clock.move(FROZEN_MS);
      say(`frozen; ${load.done} works done`);
      if (first === other) await startsNoOther(stage);
      else await takesOver(stage, other);
      first.thaw();
      await stage.becomes(200);
      await sleep(TAKES_OVER_MS);
    }
    await load.end();
    return {
      figures: { 'times frozen': String(times), works: String(load.done), 'done again': String(load.again) },
      wrong: stage.wrong,
    };
  } finally {
    await stage.dispose();
  }
}

async function takesOver(stage: Stage, other: AheadBot): Promise<void> {
  stage.reach(other);
  stage.hangUp();
  await stage.becomes(200);
  await sleep(TAKES_OVER_MS);
}

async function startsNoOther(stage: Stage): Promise<void> {
  const started = await stage.start().catch((error: unknown) => String(error));
  if (typeof started === 'string') {
    if (!/DATA_DIR/.test(started)) stage.wrong.push(`another one did not start, but said: ${started}`);
    return;
  }
  stage.wrong.push('another one has started on the same folder');
}
