/** What lies in the vault: what a record names, for as long as it does; and no more of one person in a day than is allowed. */
import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import type { Person } from '../support/teams.ts';
import { eachWorld, exportOf, importRows, pdf, type World } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example', MAX_FILE_MB: '1', DAILY_UPLOAD_MB: '1' };
const DAY = 86_400_000;
let later = 0;
const realTime = () => new Date(Date.now() + later);
const options = { env, overrides: { realTime } };

/** How many files there are, of all tenants. */
async function filesIn({ place }: World): Promise<number> {
  if (place.mongodbUri === undefined) {
    const names = await readdir(join(place.dataDir, 'files'), { recursive: true });
    return names.filter((name) => /[/\\][0-9a-f]{64}$/.test(name) && !/^[0-9a-f]{64}$/.test(name)).length;
  }
  const client = await MongoClient.connect(place.mongodbUri);
  try {
    return await client.db().collection('documents.files').countDocuments();
  } finally {
    await client.close();
  }
}

describe('files that nothing names', () => {
  eachWorld((world) => {
    let adele: Person;
    let lead: Person;
    const sweep = (): Promise<unknown> => world().app.tick('unneeded files');

    before(async () => {
      later = 0;
      adele = world().teams.person({ name: 'Adele Vance' });
      lead = world().teams.person({ name: 'Isaiah Langer' });
      await importRows(lead, [{ claim: 'CLM-1', owner: 'adelev@contoso.example' }]);
    });

    it('are removed after a day, and those that are named stay', async () => {
      const drop = (name: string) => adele.chat.drops([{ name, bytes: pdf(name) }], 'CLM-1');
      const filed = await drop('filed.pdf');
      await adele.chat.presses(filed.card, 'File POE');
      await drop('open.pdf');
      const discarded = await drop('discarded.pdf');
      await adele.chat.presses(discarded.card, 'Discard');
      const form = await adele.chat.says('open a ticket');
      await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', description: 'With a letter' });
      const letter = await drop('letter.pdf');
      const choice = letter.cards.find((card) => JSON.stringify(card).includes('ticket.add-files'));
      assert.ok(choice);
      await adele.chat.presses(choice, 'ticket.add-files');
      const rows = [{ claim: 'CLM-2', owner: 'adelev@contoso.example' }];
      await lead.chat.drops([{ name: 'waits.csv', bytes: exportOf(rows) }]);
      assert.equal(await filesIn(world()), 6);
      await sweep();
      assert.equal(await filesIn(world()), 6);
      await lead.chat.drops([{ name: 'other.csv', bytes: exportOf([{ claim: 'CLM-3' }]) }]);
      await lead.chat.presses(lead.chat.lastCard, 'Cancel');
      assert.equal(await filesIn(world()), 7);
      later = DAY + 3_600_000;
      await sweep();
      // Not the one that was discarded, nor the export that was cancelled; the imported one may still be read to undo an import.
      assert.equal(await filesIn(world()), 5);
      await sweep();
      assert.equal(await filesIn(world()), 5);
    });

    it('were of an upload that ran out, and what was still open is filed with its bytes until then', async () => {
      later = 20 * DAY;
      const again = await adele.chat.drops([{ name: 'late.pdf', bytes: pdf('late') }], 'CLM-1');
      later = 45 * DAY;
      await sweep();
      const form = again.cards.find((card) => JSON.stringify(card).includes('poe.file'));
      assert.ok(form);
      const filed = await adele.chat.presses(form, 'File POE');
      assert.match(filed.text, /Filed late\.pdf/);
      later = 90 * DAY;
      await sweep();
      // The POE that was filed, and the file of the ticket.
      assert.equal(await filesIn(world()), 3);
    });
  }, options);
});

describe('uploads', () => {
  eachWorld((world) => {
    before(async () => {
      later = 0;
      await importRows(world().teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', owner: 'adelev@contoso.example' },
      ]);
    });

    it('of somebody with neither a claim nor a ticket are neither fetched nor stored', async () => {
      const { teams } = world();
      const guest = teams.person({ name: 'Patti Fernandez', upn: 'patti_fabrikam.example#EXT#@contoso.example' });
      await guest.chat.says('help');
      const before = await filesIn(world());
      const fetched = teams.count({ method: 'GET', url: /\/files\// });
      const answer = await guest.chat.drops([{ name: 'poe.pdf', bytes: pdf('guest') }]);
      assert.match(answer.text, /no claim yet that you may file for/);
      assert.equal(teams.count({ method: 'GET', url: /\/files\// }), fetched);
      assert.equal(await filesIn(world()), before);
    });

    it('of one person in a day end with a sentence, go on the next day, and are others’ own', async () => {
      const { teams } = world();
      const adele = teams.person({ name: 'Adele Vance' });
      const large = (mark: string) => ({
        name: `${mark}.pdf`,
        bytes: Buffer.concat([pdf(mark), Buffer.alloc(400_000, mark)]),
      });
      const taken = await adele.chat.drops([large('a'), large('b')], 'CLM-1');
      assert.match(taken.text, /2 files/);
      const before = await filesIn(world());
      const refused = await adele.chat.drops([large('c')], 'CLM-1');
      assert.match(refused.text, /c\.pdf: With this file you would send more than 1 MB today.*tomorrow/);
      assert.equal(await filesIn(world()), before);
      assert.match((await adele.chat.drops([{ name: 'small.pdf', bytes: pdf('small') }], 'CLM-1')).text, /File as POE/);
      later = 2 * DAY;
      assert.match((await adele.chat.drops([large('d')], 'CLM-1')).text, /File as POE/);
    });
  }, options);
});
