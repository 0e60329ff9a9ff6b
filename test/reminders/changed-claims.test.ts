/** What happens to reminders when claims change: as many people's at once as an import changes. */
import assert from 'node:assert/strict';
import { eachUri } from '../support/engines.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';

const PEOPLE = 100;

describe('reminders of changed claims', () => {
  eachUri((uri) => {
    let features: OpenFeatures;
    beforeEach(async () => {
      features = await openFeatures(uri);
    });
    afterEach(() => features?.dispose());

    it('are marked to be redrawn person by person, and other turns come in between', async () => {
      const names = Array.from({ length: PEOPLE }, (_, n) => `Person ${n}`);
      for (const name of names) await features.person(name);
      let turns = 0;
      let published = false;
      const others = (async () => {
        for (; !published; turns++) await new Promise(setImmediate);
      })();
      await features.claims.changes.publish(
        TENANT,
        names.map((name) => `upn:${addressOf(name)}`),
      );
      published = true;
      await others;
      assert.ok(turns >= PEOPLE - 1, `${turns} turns while ${PEOPLE} people were looked up`);
    });
  });
});
