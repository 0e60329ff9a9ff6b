/** Imports at size, and what leads do with them. */
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AdaptiveCard, button, input, inputs } from '../support/cards.ts';
import { encodedAs } from '../support/encodings.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { buildXlsx } from '../support/xlsx.ts';
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

    describe('shows how it was read', () => {
      // The processes that read files are other tests' matter.
      let reading: Disposable;
      before(() => {
        reading = tasksHere();
      });
      after(() => reading[Symbol.dispose]());

      const HEAD = ['Claim ID', 'Name', 'Customer', 'Domain', 'Program', 'Workload', 'Status'];
      const claim = (id: string, customer: string) => [
        id,
        'FRP Migrated FRP',
        customer,
        'c.example',
        'OSU Microsoft 365',
        'Teams',
        'Approved',
      ];

      it('by two customers’ names, and reads it in another encoding where a person chooses one', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const rows = [HEAD, claim('ENC-1', 'Мир'), claim('ENC-2', 'Contoso')];
        const bytes = encodedAs('windows-1251', rows.map((row) => row.join(',')).join('\r\n'));
        const preview = await lead.chat.drops([{ name: 'letters.csv', bytes }]);
        assert.match(preview.text, /Customers, as they were read: \S+, Contoso/);
        const again = await lead.chat.presses(preview.card, 'Preview again', { encoding: 'windows-1251' });
        assert.match(again.text, /as they were read: Мир, Contoso/);
        assert.equal(input(again.card, 'encoding').value, 'windows-1251');
        assert.match((await lead.chat.presses(again.card, 'Import')).text, /Imported letters\.csv/);
        assert.match((await lead.chat.says('claim ENC-1')).text, /Мир/);
      });

      it('in Japanese as in Windows-1252', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const rows = [HEAD, claim('JP-1', '株式会社日立製作所'), claim('JP-2', 'みずほ銀行')];
        const bytes = encodedAs('shift_jis', rows.map((row) => row.join(',')).join('\r\n'));
        const preview = await lead.chat.drops([{ name: 'japan.csv', bytes }]);
        assert.match(preview.text, /as they were read: 株式会社日立製作所, みずほ銀行/);
      });

      it('with the rows that Excel hides, which are taken unless a person leaves them out', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const rows = [HEAD, claim('HID-1', 'Shown'), claim('HID-2', 'Hidden'), claim('HID-3', 'Shown')];
        const bytes = Buffer.from(buildXlsx([{ rows, hiddenLines: [3] }]));
        const preview = await lead.chat.drops([{ name: 'filtered.xlsx', bytes }]);
        assert.match(preview.text, /1 row is hidden in Excel, by a filter or by hand \(line 3\)/);
        assert.match(preview.text, /3 rows, 3 claims/);
        const changed = await lead.chat.presses(preview.card, 'Import', { hiddenRows: 'leave out' });
        assert.match(
          changed.text,
          /this is what would change now[\s\S]*3 rows, 2 claims|3 rows, 2 claims[\s\S]*this is what would change now/,
        );
        await lead.chat.presses(changed.card, 'Import');
        assert.match((await lead.chat.says('claim HID-1')).text, /Shown/);
        assert.match((await lead.chat.says('claim HID-2')).text, /cannot find a claim/);
      });

      it('with the sheets that were read and those that were not, and where in them a row cannot be read', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const bytes = Buffer.from(
          buildXlsx([
            { name: 'EMEA', rows: [HEAD, claim('SH-1', 'One')] },
            { name: 'Read me', rows: [['Ask the finance team']] },
            { name: 'APAC', rows: [HEAD, claim('SH-2', 'Two'), ['Total', '', '2']] },
          ]),
        );
        const preview = await lead.chat.drops([{ name: 'regions.xlsx', bytes }]);
        assert.match(preview.text, /Sheets read: “EMEA”, “APAC”\. Not read: “Read me”/);
        assert.match(preview.text, /3 rows, 2 claims/);
        assert.match(preview.text, /Sheet “APAC”, line 3: “Total” does not look like a claim ID/);
      });

      it('with a warning where an ID may be a date', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const bytes = Buffer.from(
          [HEAD, claim('MAR-01', 'One'), claim('1-Mar', 'Two')].map((row) => row.join(',')).join('\n'),
        );
        const preview = await lead.chat.drops([{ name: 'dates.csv', bytes }]);
        assert.match(
          preview.text,
          /1 claim ID may be what Excel made of another one, a date or a shortened number: MAR-01 \(line 2\)/,
        );
        assert.match(preview.text, /Line 3: claim ID has become a date in Excel \(1-Mar\)/);
      });
    });

    it('finds a claim by its ID however the chat or the file spells it', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      await importRows(
        lead,
        [
          { claim: 'CLM\u201177', customer: 'Hyphen Ltd' },
          { claim: "'0012346", customer: 'Apostrophe Ltd' },
        ],
        'spelled.csv',
      );
      for (const said of [
        'claim CLM-77',
        'claim CLM–77',
        'claim \u200eCLM\u201177\u200b',
        'show “CLM—77”',
        'CLM\u00ad-77',
      ])
        assert.match((await lead.chat.says(said)).text, /Hyphen Ltd/, said);
      for (const said of ['claim 0012346', "claim '0012346", 'claim ="0012346"'])
        assert.match((await lead.chat.says(said)).text, /Apostrophe Ltd/, said);
    });

    it('is offered for a spreadsheet that looks like one, which says what it lacks', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const bytes = Buffer.from('Vorgang,Customer,Status,Workload\nLIKE-1,Contoso,Approved,Teams\n');
      const preview = await lead.chat.drops([{ name: 'like.csv', bytes }]);
      assert.match(preview.text, /No column holds claim IDs/);
      assert.ok(button(preview.card, 'File as POE'));
    });

    it('is not offered for a spreadsheet that is none: a lead hears why and which columns it would need', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      await importRows(lead, [{ claim: 'NONE-1' }], 'none.csv');
      const hours = await lead.chat.drops([{ name: 'hours.csv', bytes: Buffer.from('Day,Hours,Status\n1,8,done\n') }]);
      assert.match(hours.text, /hours\.csv is no export that I can import\. Of its columns I know “Status” only\./);
      assert.match(hours.text, /a column of claim IDs and at least two more, such as Customer, Workload or Status/);
      assert.match(hours.text, /File POE/);
      const open = await lead.chat.drops([
        { name: 'open.csv', bytes: Buffer.from(`Claim ID,Customer,Status\nA,"Contoso\n${'B,Fabrikam,x\n'.repeat(3)}`) },
      ]);
      assert.match(open.text, /open\.csv: The row that starts on line 2 does not end/);
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
