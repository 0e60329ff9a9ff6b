/** Imports at size, and what leads do with them. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { button, input, inputs } from '../support/cards.ts';
import { eachWorld, exportOf, importRows, openWorld } from './world.ts';

describe('an import', () => {
  eachWorld((world) => {
    it('of 20,000 rows goes on beside other people’s turns, and reports when it is through', async function () {
      this.timeout(120_000);
      const { teams } = world();
      const [lead, adele] = [teams.person({ name: 'Isaiah Langer' }), teams.person({ name: 'Adele Vance' })];
      await importRows(lead, [{ claim: 'FIRST-1', customer: 'First Customer' }], 'first.csv');
      await adele.chat.says('help');
      const rows = Array.from({ length: 20_000 }, (_, i) => ({ claim: `BIG-${i}`, customer: `Customer ${i}` }));
      const preview = await lead.chat.drops([{ name: 'big.csv', bytes: exportOf(rows) }]);
      const mark = lead.chat.conversation.mark;
      const through = { import: false };
      const pressed = lead.chat.presses(preview.card, 'Import');
      const told = pressed.then(async ({ text }) => {
        // Within the time that a press may take, or afterwards in the chat.
        if (!/Imported big\.csv/.test(text))
          await lead.chat.next(/big\.csv is done/, { since: mark, timeoutMs: 100_000 });
        through.import = true;
      });
      let answered = 0;
      while (answered < 5) {
        const answer = await adele.chat.says('claim FIRST-1');
        assert.match(answer.text, /First Customer/);
        assert.equal(through.import, false, `${answered} turns were answered before the import was through`);
        answered += 1;
      }
      await told;
      assert.match((await lead.chat.says('what needs POE')).text, /20,001 claims to collect/);
    });

    it('maps a customer column, previews again and imports by it', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const csv = exportOf([{ claim: 'MAP-1', customer: 'Mapped Customer' }]).toString();
      const bytes = Buffer.from(csv.replace('Customer Name', 'Zielobjekt'));
      const preview = await lead.chat.drops([{ name: 'odd.csv', bytes }]);
      const column = inputs(preview.card).find(({ label }) => label === 'Zielobjekt');
      assert.ok(column, 'the column is offered');
      const again = await lead.chat.presses(preview.card, 'Preview again', { [column.id]: 'customerName' });
      assert.equal(input(again.card, column.id).value, 'customerName');
      await lead.chat.presses(again.card, 'Import');
      assert.match((await lead.chat.says('claim MAP-1')).text, /Mapped Customer/);
    });

    it('becomes a document when it is filed as POE, and is no import any more', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const preview = await lead.chat.drops([{ name: 'hours FIRST-1.csv', bytes: exportOf([{ claim: 'FIRST-1X' }]) }]);
      const form = await lead.chat.presses(preview.card, 'File as POE');
      const filed = await lead.chat.presses(form.card, 'File POE', {
        claim: input(form.card, 'claim').value as string,
      });
      assert.match(filed.text, /hours FIRST-1\.csv, filed by Isaiah Langer/);
      assert.match((await lead.chat.presses(preview.card, 'Import', {}, { activityId: 'new' })).text, /Not imported/);
      assert.match((await lead.chat.says('claim FIRST-1X')).text, /cannot find a claim/);
    });

    it('is another lead’s own matter', async () => {
      const { teams } = world();
      const preview = await teams
        .person({ name: 'Isaiah Langer' })
        .chat.drops([{ name: 'own.csv', bytes: exportOf([{ claim: 'OWN-1' }]) }]);
      const { job } = button(preview.card, 'Import').data as { job: string };
      for (const verb of ['import.confirm', 'import.cancel', 'import.map', 'import.as-poe']) {
        const value = { action: { type: 'Action.Execute', verb, data: { job } } };
        const answer = await teams
          .person({ name: 'Megan Bowen' })
          .chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        assert.match(answer.text, /no longer open/, verb);
      }
    });
  });

  it('says so when the file is gone by the time that “Import” is pressed', async () => {
    const world = await openWorld('sqlite');
    try {
      const lead = world.teams.person({ name: 'Isaiah Langer' });
      const bytes = exportOf([{ claim: 'GONE-1' }]);
      const preview = await lead.chat.drops([{ name: 'gone.csv', bytes }]);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const paths = await readdir(world.place.dataDir, { recursive: true });
      await rm(
        join(world.place.dataDir, paths.find((path) => path.endsWith(sha256)) ?? assert.fail('not in the vault')),
      );
      const pressed = await lead.chat.presses(preview.card, 'Import');
      assert.match(pressed.text, /Stopped: gone\.csv[\s\S]*Please drop it again/);
      const again = await lead.chat.drops([{ name: 'gone.csv', bytes }]);
      assert.match((await lead.chat.presses(again.card, 'Import')).text, /Imported gone\.csv/);
    } finally {
      await world.dispose();
    }
  });
});
