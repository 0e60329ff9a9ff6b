/**
 * Kills the bot, as a real process with a real signal, at random moments of what people do, again and again on the same data. After each
 * start they do once more what was not answered, as Teams and the page do. In the end all of it is there, once, and what was
 * answered before a kill is as it was answered.
 */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Scene, SceneOptions } from './scene.ts';
import { Stage, until } from './stage.ts';
import type { Work } from './work.ts';
import { WORKS } from './works.ts';

/** All leases of the one before have run out. */
const BETWEEN_MS = 121_000;
const MOST_TRIES = 5;
const QUIET_WITHIN_MS = 10_000;
/** Characters of an error. */
const MOST_SAID = 300;
/** How long a work takes, before one of its kind has shown it. */
const FIRST_MS = 400;
/** How far beyond the longest of its kind a moment may fall: some come when all is done. */
const BEYOND = 1.1;

export const kills: Scene = { name: 'kills', play: killAtWork };

/** Each kind of work in turn; the seed gives the moments, as parts of how long the work takes here. */
async function killAtWork({ uri, seed, kills, say }: SceneOptions): Promise<Outcome> {
  const stage = await Stage.open({ uri, seed, works: kills });
  const { random, wrong } = stage;
  const kinds = Object.entries(WORKS);
  const killed: Record<string, number> = {};
  const tookMs: Record<string, number> = {};
  const done: Work[] = [];
  let endedBefore = 0;
  try {
    for (let n = 0; n < kills; n++) {
      const [kind, create] = kinds[(seed + n) % kinds.length] ?? assert.fail();
      const work = create({ stage, n, lead: stage.lead(0) });
      await work.prepare?.();
      const began = performance.now();
      const most = tookMs[kind] ?? FIRST_MS;
      const ended = work.act().then(
        () => true,
        () => false,
      );
      await Promise.race([ended, sleep(random.below(Math.ceil(BEYOND * most)))]);
      const ms = performance.now() - began;
      await stage.kill();
      const isEnded = await ended;
      if (isEnded) endedBefore++;
      killed[kind] = (killed[kind] ?? 0) + 1;
      const what = `kill ${n + 1} of ${kills}: ${kind}, after ${Math.round(ms)} ms${isEnded ? ', which had ended' : ''}`;
      stage.clock.move(BETWEEN_MS);
      await stage.start();
      const startedAt = performance.now();
      await finish(stage, work, `${kind}, ${n}`, say);
      const endMs = performance.now() - startedAt;
      tookMs[kind] = Math.max(tookMs[kind] ?? 0, ms, endMs);
      say(`${what}; brought to its end in ${Math.round(endMs)} ms`);
      if (uri === undefined) await nothingHalf(stage);
      done.push(work);
    }
    say('checking what came of all');
    for (const work of done) wrong.push(...(await work.check().catch((error: unknown) => [String(error)])));
    return {
      figures: {
        ...Object.fromEntries(Object.entries(killed).map(([kind, times]) => [`killed in: ${kind}`, String(times)])),
        'had come to their end before': String(endedBefore),
        'starts, each ready': String(stage.starts),
      },
      wrong,
    };
  } finally {
    await stage.dispose();
  }
}

/** With the embedded store no other process can be at work on what lies in the folder for a moment, and now this one is not, either. */
async function nothingHalf({ place, wrong }: Stage): Promise<void> {
  const left = () => readdir(join(place.dataDir, 'tmp'));
  if (await until(async () => (await left()).length === 0, QUIET_WITHIN_MS)) return;
  wrong.push(`in the folder for a moment there is left: ${(await left()).join()}`);
}

/** Until it has come to its end. */
async function finish({ wrong }: Stage, work: Work, name: string, say: SceneOptions['say']): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await work.act();
      await work.complete?.();
      return;
    } catch (error) {
      say(`${name}, try ${tries}: ${String(error).slice(0, MOST_SAID)}`);
      if (tries < MOST_TRIES) continue;
      wrong.push(`${name}: ${String(error).slice(0, MOST_SAID)}`);
      return;
    }
  }
}
