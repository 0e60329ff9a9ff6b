/** Imports at size, and what leads do with them. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AdaptiveCard, button, input, inputs } from '../support/cards.ts';
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

    it('of 2,000 changed claims lets other people’s turns in between', async function () {
      this.timeout(120_000);
      const { teams } = world();
      const [lead, adele] = [teams.person({ name: 'Isaiah Langer' }), teams.person({ name: 'Adele Vance' })];
      const rows = (status: string) => Array.from({ length: 2_000 }, (_, i) => ({ claim: `CHANGED-${i}`, status }));
      await importRows(lead, [{ claim: 'FIRST-1', customer: 'First Customer' }, ...rows('Approved')], 'before.csv');
      await adele.chat.says('help');
      const preview = await lead.chat.drops([{ name: 'after.csv', bytes: exportOf(rows('Rejected')) }]);
      assert.match(preview.text, /Changed\s+2,000/);
      const mark = lead.chat.conversation.mark;
      const through = { import: false };
      const told = lead.chat.presses(preview.card, 'Import').then(async ({ text }) => {
        if (!/Imported after\.csv/.test(text))
          await lead.chat.next(/after\.csv is done/, { since: mark, timeoutMs: 100_000 });
        through.import = true;
      });
      let answered = 0;
      // Some 500 would be, however fast the machine: each turn takes a few steps. Let in only between batches, it would be 30.
      while (answered < 100) {
        assert.match((await adele.chat.says('claim FIRST-1')).text, /First Customer/);
        assert.equal(through.import, false, `${answered} turns were answered before the import was through`);
        answered += 1;
      }
      await told;
    });

    describe('without a status column', () => {
      const withoutStatus = (rows: Parameters<typeof exportOf>[0]) =>
        Buffer.from(
          exportOf(rows)
            .toString()
            .replace(',Status,', ',')
            .replaceAll(/"Approved",/g, ''),
        );

      it('takes its claims as approved, and the preview says so', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const bytes = withoutStatus([{ claim: 'NOSTATUS-1', customer: 'Without Status' }]);
        const preview = await lead.chat.drops([{ name: 'no status.csv', bytes }]);
        assert.match(preview.text, /no status column, so all claims are taken as approved/);
        await lead.chat.presses(preview.card, 'Import');
        assert.match((await lead.chat.says('what needs POE Without Status')).text, /1 claim to collect/);
        assert.match((await lead.chat.says('claim NOSTATUS-1')).text, /Approved/);
        const again = await lead.chat.drops([{ name: 'no status.csv', bytes }]);
        assert.match(again.text, /Nothing is new or changed/);
      });

      it('is not one whose status cells are empty', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const bytes = exportOf([{ claim: 'EMPTY-1', customer: 'Empty Status', status: '' }]);
        const preview = await lead.chat.drops([{ name: 'empty.csv', bytes }]);
        assert.doesNotMatch(preview.text, /taken as approved/);
        await lead.chat.presses(preview.card, 'Import');
        assert.match((await lead.chat.says('what needs POE Empty Status')).text, /No open claim matches/);
        assert.match((await lead.chat.says('claim EMPTY-1')).text, /not an approved, migrated one/);
      });
    });

    it('asks about many columns page by page, keeps what was chosen, and imports by all of it', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const odd = Array.from({ length: 20 }, (_, i) => `Spalte ${i}`);
      const cells = odd.map((_, i) => (i === 1 ? 'Many Columns' : i === 18 ? 'pattif@contoso.example' : `x${i}`));
      const bytes = Buffer.from(
        [
          ['Claim ID', 'Claim Name', 'Status', ...odd].join(),
          ['MANY-1', 'FRP Migrated FRP', 'Approved', ...cells].join(),
          '',
        ].join('\n'),
      );
      const columnOf = (card: AdaptiveCard, header: string) => inputs(card).find(({ label }) => label === header)?.id;
      const first = await lead.chat.drops([{ name: 'many.csv', bytes }]);
      assert.match(first.text, /Columns 1–8 of 20/);
      const customer = columnOf(first.card, 'Spalte 1') ?? assert.fail('not asked about');
      const second = await lead.chat.presses(first.card, 'More columns', { [customer]: 'customerName' });
      assert.match(second.text, /Columns 9–16 of 20/);
      const third = await lead.chat.presses(second.card, 'More columns');
      assert.match(third.text, /Columns 17–20 of 20/);
      const owner = columnOf(third.card, 'Spalte 18') ?? assert.fail('not asked about');
      const previewed = await lead.chat.presses(third.card, 'Import', { [owner]: 'ownerUpn' });
      assert.match(previewed.text, /this is what would change now/);
      assert.match((await lead.chat.says('claim MANY-1')).text, /cannot find a claim/);
      assert.equal(input(previewed.card, customer).value, 'customerName');
      assert.match((await lead.chat.presses(previewed.card, 'Import')).text, /Imported many\.csv/);
      assert.match((await lead.chat.says('claim MANY-1')).text, /Many Columns[\s\S]*Owner\s+pattif@contoso\.example/);
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
