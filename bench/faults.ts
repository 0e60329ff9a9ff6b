/**
 * `npm run test:faults`: all that may go wrong around the bot, with real processes, scene by scene on each engine (test/faults/): kill -9
 * 300 times in the middle of all kinds of work; the store away and the disk full under load; the connector slow, resetting and failing;
 * clocks that jump; an instance that is frozen. Yardstick: what was acknowledged is there, once, nothing is there by half, `/readyz`
 * told the truth, and the bot came back by itself. MongoDB where TEST_MONGODB_URI names one. It takes an hour or two.
 *
 *     npm run test:faults -- --kills 40 --seed 7 --engine sqlite --scene kills
 */
import { parseArgs } from 'node:util';
import { engineUris } from '../test/e2e/world.ts';
import { SCENES } from '../test/faults/scenes.ts';
import { figures, ms } from './report.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string' },
    scene: { type: 'string', multiple: true },
  },
});
const { engine, scene: named } = values;
const [kills, seed] = [Number(values.kills), Number(values.seed)];
const engines = engineUris().filter(([, uri]) => engine === undefined || (engine === 'sqlite') === (uri === undefined));
const scenes = SCENES.filter(({ name }) => named === undefined || named.includes(name));
if (engines.length === 0) throw new Error('--engine is sqlite or mongodb, and TEST_MONGODB_URI names the server');
if (scenes.length === 0) throw new Error(`--scene is one of: ${SCENES.map(({ name }) => name).join(', ')}`);

console.log(`seed ${seed}`);
const summary: Record<string, string> = {};
for (const [on, uri] of engines) {
  for (const { name, impossible, play } of scenes) {
    const title = `${name}, ${on}`;
    const began = performance.now();
    const say = (line: string): void => console.log(`${ms(performance.now() - began).padStart(8)}  ${title}: ${line}`);
    const options = { uri, seed, kills, say };
    const why = impossible?.(options);
    if (why !== undefined) {
      say(why);
      summary[title] = `not tried: ${why}`;
      continue;
    }
    const { figures: seen, wrong } = await play(options);
    figures(`${title}, seed ${seed}`, {
      took: ms(performance.now() - began),
      ...seen,
      'what should not be': wrong.length === 0 ? 'nothing' : wrong.join('; '),
    });
    summary[title] = wrong.length === 0 ? 'well' : `${wrong.length} wrong`;
    if (wrong.length > 0) process.exitCode = 1;
  }
}
figures(`all scenes, seed ${seed}`, summary);
