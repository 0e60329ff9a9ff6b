/** A bot that is killed with tickets on their way to the desk, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { killAtTickets } from './ticket-kills.ts';
import { engineUris } from './world.ts';

/** `bench/ticket-kills.ts` does it a hundred times. */
const KILLS = 15;

describe('a bot killed between the submit of a ticket and its delivery', () => {
  for (const [engine, uri] of engineUris()) {
    it(`loses no ticket ${engine}, and sends at most one more card, where the answer was lost`, async function () {
      // On a busy machine a start takes seconds.
      this.timeout(240_000);
      const { wrong, copies, givenUp, tickets } = await killAtTickets(uri, KILLS, 4);
      console.log(`      ${KILLS} kills, ${tickets} tickets: ${copies} copies, ${givenUp} cards given up for a lead`);
      assert.deepEqual(wrong, []);
      assert.equal(tickets, KILLS);
    });
  }
});
