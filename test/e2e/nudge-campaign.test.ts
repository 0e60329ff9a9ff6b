/** Two days of nudges with 200 people in 20 time zones, real processes and kill -9; `bench/nudge-campaign.ts` has 5,000 people and two weeks. */
import { strict as assert } from 'node:assert';
import { runCampaign } from './nudge-campaign.ts';
import { engineUris } from './world.ts';

const KILLS = 3;

describe('a campaign of nudges, in simulated time', () => {
  for (const [engine, uri] of engineUris()) {
    it(`brings everybody one card a milestone in their hours, through faults and kills, ${engine}`, async function () {
      this.timeout(120_000);
      const outcome = await runCampaign({
        uri,
        processes: uri === undefined ? 1 : 2,
        people: 200,
        factor: 4,
        kills: KILLS,
        seed: 1,
        from: '2020-06-29T14:00:00Z',
        to: '2020-06-30T23:00:00Z',
        // Short spans, and a machine that does other things: the bench measures.
        leastRate: 0,
      });
      assert.deepEqual(outcome.wrong, []);
      const { cards, unknown, unknownCame, inFlight, blocked, tooMany, confirmed, returned } = outcome;
      assert.ok(cards > 250 && blocked > 2 && tooMany > 5 && confirmed > 0 && returned > 0);
      console.log(
        `      ${cards} cards, ${unknown} unknown (${unknownCame} of them came), ${inFlight} of them in flight at ${KILLS} kills`,
      );
    });
  }
});
