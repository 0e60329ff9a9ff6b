/** A few activities of all kinds, at random; `npm run test:fuzz` has tens of thousands of them. */
import { strict as assert } from 'node:assert';
import { FUZZ_LEADS, fuzzActivities } from '../fuzz/activities.ts';
import { answered } from '../fuzz/fuzzer.ts';
import { eachWorld } from './world.ts';

const CASES = 250;
/** A seed that has found something joins them. */
const SEEDS = [1];

describe('activities of all kinds, of two tenants', () => {
  for (const seed of SEEDS)
    eachWorld(
      (world) => {
        it(`are answered without a failure of ours, and within the tenant, ${CASES} of them, seed ${seed}`, async function () {
          this.timeout(90_000);
          const { outcomes, wrong } = await fuzzActivities(world(), { cases: CASES, seed });
          assert.deepEqual(wrong, []);
          // Otherwise nothing was tried.
          assert.ok((outcomes.get(answered(200)) ?? 0) > CASES / 3, JSON.stringify([...outcomes]));
        });
      },
      { env: { LEADS: FUZZ_LEADS } },
    );
});
