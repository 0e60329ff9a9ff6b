import { strict as assert } from 'node:assert';
import { killAtCommits } from './commit-kills.ts';

/** `bench/commit-kills.ts` does it a hundred times. */
const KILLS = 4;

describe('a process that is killed while many write at once', () => {
  it('has lost nothing that was acknowledged, and left nothing by half', async function () {
    this.timeout(120_000);
    const { acknowledged, wrong } = await killAtCommits(KILLS, 7);
    assert.deepEqual(wrong, []);
    assert.ok(acknowledged >= KILLS * 20, `${acknowledged} were acknowledged`);
  });
});
