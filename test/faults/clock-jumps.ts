/** The machine's clock jumps, by hours and by days, forward and back, while people work. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/time/units.ts';
import { Load } from './load.ts';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage } from './stage.ts';

const WORKS = 200;
const KINDS = ['mark', 'nudge', 'upload', 'ticket', 'import', 'announcement', 'filing', 'undo'];
const PEOPLE = 3;
const JUMPS = 12;
const BETWEEN_MS = 2_000;
/** At most so far ahead: it is still day where people are to be reminded. */
const FARTHEST_MINUTES = 6 * 60;
const FAR_MS = 40 * DAY_MS;

export const clockJumps: Scene = { name: 'clock jumps', play };

async function play({ uri, seed, short, say }: SceneOptions): Promise<Outcome> {
  const stage = await Stage.open({ uri, seed, works: WORKS });
  const { clock, random } = stage;
  try {
    const load = new Load(stage, { kinds: KINDS, people: PEOPLE });
    const jumps = short ? 3 : JUMPS;
    let minutes = 0;
    for (let jump = 0; jump < jumps; jump++) {
      await sleep(BETWEEN_MS);
      const to = random.below(FARTHEST_MINUTES);
      clock.move((to - minutes) * MINUTE_MS);
      say(`by ${((to - minutes) / 60).toFixed(1)} hours; ${load.done} works done`);
      minutes = to;
      await stage.becomes(200);
    }
    await load.end();
    for (const ms of [FAR_MS, -FAR_MS, -HOUR_MS, HOUR_MS]) {
      clock.move(ms);
      await stage.becomes(200);
      const { text } = await stage.lead(0).chat.says('help');
      if (!/What I can do/.test(text)) stage.wrong.push(`after a jump of ${ms} ms “help” was answered with: ${text}`);
    }
    return {
      figures: { jumps: String(jumps + 4), works: String(load.done), 'done again': String(load.again) },
      wrong: stage.wrong,
    };
  } finally {
    await stage.dispose();
  }
}
