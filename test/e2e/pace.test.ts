/** Somebody in whose name a script writes and presses: they are left alone for a while, and nobody else notices. */
import { strict as assert } from 'node:assert';
import Database from 'better-sqlite3';
import { MINUTE_MS } from '../../src/time/units.ts';
import type { Person } from '../support/teams.ts';
import { importRows, openWorld, type World } from './world.ts';

const MOST = 10;
const TOO_FAST = /more at once than I can follow/;

describe('more messages and presses of one person than are worked on in a minute', () => {
  let world: World;
  let adele: Person;
  let megan: Person;
  let aheadMs = 0;

  before(async () => {
    world = await openWorld('sqlite', {
      env: { TURNS_PER_MINUTE: String(MOST), LEADS: 'isaiahl@contoso.example' },
      overrides: { realTime: () => new Date(Date.now() + aheadMs) },
    });
    await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
      { claim: 'CLM-1', customer: 'Fabrikam', owner: 'adelev@contoso.example' },
    ]);
    [adele, megan] = [world.teams.person({ name: 'Adele Vance' }), world.teams.person({ name: 'Megan Bowen' })];
  });
  after(() => world?.dispose());
  beforeEach(() => {
    aheadMs += 2 * MINUTE_MS;
  });

  async function exhaust(person: Person): Promise<void> {
    for (let n = 0; n < MOST; n++) assert.match((await person.chat.says('help')).text, /What I can do/);
  }

  function seen(): unknown {
    const store = new Database(`${world.place.dataDir}/store.sqlite`, { readonly: true });
    try {
      return store.prepare('SELECT count(*) AS n FROM seen_activities').get();
    } finally {
      store.close();
    }
  }

  it('are left alone, which is said once in a minute, and kept nowhere', async () => {
    await exhaust(adele);
    const before = seen();
    assert.match((await adele.chat.says('help')).text, TOO_FAST);
    const { deliveries, sent } = await adele.chat.says('help', { activityId: 'new', times: 5 });
    assert.deepEqual([deliveries.map(({ status }) => status), sent.length], [[200, 200, 200, 200, 200], 0]);
    assert.deepEqual(seen(), before);
  });

  it('do nothing when they are presses, and each is told so', async () => {
    const { card } = await adele.chat.says('claim CLM-1');
    for (let n = 1; n < MOST; n++) await adele.chat.says('help');
    const { sent, deliveries } = await adele.chat.presses(card, 'Upload POE', {}, { times: 2 });
    assert.deepEqual([sent.length, deliveries.length], [0, 2]);
    for (const { body } of deliveries) assert.match(JSON.stringify(body), TOO_FAST);
  });

  it('find nothing in the compose box', async () => {
    await exhaust(adele);
    assert.match((await adele.chat.finds('Fabrikam')).message, TOO_FAST);
  });

  it('are no matter to anybody else', async () => {
    await exhaust(adele);
    assert.match((await adele.chat.says('help')).text, TOO_FAST);
    await exhaust(megan);
  });

  it('are worked on again when a minute is over', async () => {
    await exhaust(adele);
    aheadMs += MINUTE_MS + 1;
    await exhaust(adele);
  });
});
