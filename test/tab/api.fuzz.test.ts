/** Some requests of all kinds of people, at random; `npm run test:fuzz` has tens of thousands of them. */
import assert from 'node:assert/strict';
import { answered } from '../fuzz/fuzzer.ts';
import { fuzzTab } from '../fuzz/tab.ts';
import { eachUri } from '../support/engines.ts';

const CASES = 400;
/** A seed that has found something joins them. */
const SEEDS = [1];

describe('requests of all kinds', () => {
  eachUri((uri) => {
    for (const seed of SEEDS)
      it(`are answered within the rights of whoever asks, ${CASES} of them, seed ${seed}`, async function () {
        this.timeout(90_000);
        const { outcomes, wrong } = await fuzzTab(uri, { cases: CASES, seed });
        assert.deepEqual(wrong, []);
        // Otherwise nothing was tried.
        assert.ok((outcomes.get(answered(200)) ?? 0) > CASES / 10, JSON.stringify([...outcomes]));
      });
  });
});
