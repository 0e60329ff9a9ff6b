/** What is kept about somebody: shown to them, and gone when they say so. */
import { strict as assert } from 'node:assert';
import { createFeatures } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import type { Doc } from '../../src/storage/port.ts';
import { createTeams } from '../../src/teams/teams.ts';
import { type Person, TENANT } from '../support/teams.ts';
import { eachWorld, importRows, pdf, type World } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example,adelev@contoso.example', NUDGE_DAYS: '14' };
const UPN = 'adelev@contoso.example';
const CARDS = 'adaptive-cards';
let later = 0;
const realTime = () => new Date(Date.now() + later);

/** Every document of the tenant, by collection. The bot is stopped for it. */
async function everything({ place, app }: World): Promise<Map<string, Doc[]>> {
  await app.stop();
  const core = await openCore(
    parseConfig({ DATA_DIR: place.dataDir, ...(place.mongodbUri && { MONGODB_URI: place.mongodbUri }) }),
  );
  try {
    const teams = createTeams(core, CARDS);
    const records = [
      ...core.records,
      ...teams.records,
      ...createFeatures(core, teams).features.flatMap((one) => one.records ?? []),
    ];
    const all = records.map(async ({ collection }) => {
      const docs = await core.store.collection<Doc>(collection).find(TENANT, {});
      return [collection.name, docs] as const;
    });
    return new Map(await Promise.all(all));
  } finally {
    await core.store.close();
  }
}

describe('what is kept about somebody', () => {
  eachWorld(
    (world) => {
      let adele: Person;
      let lead: Person;

      /** Adele does all that leaves her name anywhere. */
      async function works(): Promise<void> {
        later = 0;
        adele = world().teams.person({ name: 'Adele Vance' });
        lead = world().teams.person({ name: 'Isaiah Langer' });
        await adele.chat.says('help');
        await importRows(adele, [
          { claim: 'CLM-1', owner: UPN },
          { claim: 'CLM-2', owner: 'isaiahl@contoso.example', customer: 'Fabrikam' },
          { claim: 'CLM-3', customer: 'Tailspin Toys' },
        ]);
        const filing = await adele.chat.drops([{ name: 'filed.pdf', bytes: pdf('filed') }], 'CLM-1');
        await adele.chat.presses(filing.card, 'File POE');
        await adele.chat.drops([{ name: 'open.pdf', bytes: pdf('open') }], 'CLM-1');
        const claim = await adele.chat.says('CLM-3');
        await adele.chat.presses(claim.card, 'I’ll take it');
        const form = await adele.chat.says('open a ticket');
        await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', description: 'Where is it?' });
        await adele.chat.says('a question that nobody can answer about POE in space');
        await lead.chat.says('help');
      }

      it('is shown in plain words, and counted', async () => {
        await works();
        const { text } = await adele.chat.says('What do you keep about me?');
        assert.match(text, /Your name, addresses, language and time zone/);
        assert.match(text, /2 claims whose owner you are/);
        assert.match(text, /1 ticket that you opened/);
        assert.match(text, /1 export that you imported/);
      });

      it('is somebody else’s business in no way', async () => {
        const { text } = await lead.chat.says('what do you know about me');
        assert.match(text, /1 claim whose owner you are/);
        assert.doesNotMatch(text, /ticket that you opened/);
      });

      it('stays where they keep it', async () => {
        const asked = await adele.chat.says('delete my data');
        assert.match(asked.text, /Delete what I keep about you\?/);
        const kept = await adele.chat.presses(asked.card, 'Keep it');
        assert.match(kept.text, /What I keep about you/);
      });

      it('is gone once they delete it: nobody finds them in any document, and others lose nothing', async () => {
        const asked = await adele.chat.says('forget me');
        const done = await adele.chat.presses(asked.card, 'data.delete', {}, { times: 2 });
        assert.match(done.text, /I am deleting it/);
        later = 2 * 60_000;
        await world().app.tick('erasures');
        const left = await everything(world());
        for (const [collection, docs] of left) {
          // A text of a form or a document may name them: those are the organisation's.
          const found = docs.filter((doc) =>
            [adele.aadObjectId, 'Adele Vance', UPN].some((text) => JSON.stringify(doc).includes(text)),
          );
          assert.deepEqual(found, [], collection);
        }
        const claims = left.get('associations') ?? [];
        assert.equal(claims.length, 3);
        assert.equal(claims.filter((doc) => 'owner' in doc).length, 1);
        assert.match(JSON.stringify(claims), /"name":"Deleted user"/);
        assert.equal(left.get('tickets')?.length, 1);
        assert.deepEqual(left.get('erasures'), []);
      });

      it('begins anew when they write again', async () => {
        await world().restart();
        assert.match((await adele.chat.says('what do you keep about me')).text, /Your name, addresses/);
        assert.match((await lead.chat.says('CLM-1')).text, /Filed by Deleted user|filed\.pdf/);
      });
    },
    { env, overrides: { realTime } },
  );
});
