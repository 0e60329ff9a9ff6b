/** The least of what `npm run test:faults` tries for hours. */
import { strict as assert } from 'node:assert';
import { engineUris } from '../e2e/world.ts';
import { clockJumps } from './clock-jumps.ts';
import { kills } from './kills.ts';
import type { Scene } from './scene.ts';

/** By the seed they fall into the check of a document, a filing, an upload in the tab and a ticket: others have tests of their own. */
const [SEED, KILLS] = [4, 4];

async function assertWell(scene: Scene, uri: string | undefined): Promise<void> {
  const { wrong } = await scene.play({ uri, seed: SEED, kills: KILLS, short: true, say: () => undefined });
  assert.deepEqual(wrong, []);
}

describe('where something goes wrong, nothing is lost and nothing done twice by', function () {
  // On a busy machine a start takes a minute.
  this.timeout(600_000);
  const uris = engineUris();
  for (const [engine, uri] of uris)
    it(`a bot that is killed in the middle of people’s work, ${engine}`, () => assertWell(kills, uri));
  it('a clock that jumps', () => assertWell(clockJumps, undefined));
});
