import { strict as assert } from 'node:assert';
import { button, input } from '../support/cards.ts';
import { eachWorld, exportOf, imported, importRows, pdf } from './world.ts';

const ROWS = [
  { claim: 'CLM-1001', customer: 'Contoso Retail', workload: 'Exchange Online', owner: 'adelev@contoso.example' },
  { claim: 'CLM-1001', customer: 'Contoso Retail', workload: 'Teams', owner: 'adelev@contoso.example' },
  {
    claim: 'CLM-1002',
    customer: 'Fabrikam',
    program: 'OSA Sell',
    workload: 'Dynamics 365 Sales',
    owner: 'adelev@contoso.example',
  },
  { claim: 'CLM-1003', customer: 'Northwind Traders', owner: 'meganb@contoso.example' },
  { claim: 'CLM-1004', customer: 'Tailspin Toys' },
  { claim: 'CLM-1005', customer: 'Not migrated Ltd', name: 'Somebody else’s claim' },
  { claim: 'CLM-1006', customer: 'Wingtip', status: 'Rejected' },
];

describe('the main job', () => {
  eachWorld((world) => {
    it('welcomes with a button for each thing that is built, and nothing else', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const welcome = await adele.chat.install();
      assert.equal(welcome.replies.length, 1);
      assert.match(welcome.text, /recommend/);
      assert.doesNotMatch(welcome.text, /remind/i);
      for (const title of ['What needs POE', 'Upload a document', 'Import an export']) {
        const pressed = await adele.chat.presses(welcome.card, title);
        assert.equal(pressed.status, 200);
        assert.notEqual(pressed.text, '');
      }
    });

    it('says that nothing was imported yet and who can change that', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      assert.match((await adele.chat.says('what needs POE')).text, /No associations have been imported yet/);
    });

    it('previews an export and writes nothing before "Import"', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const rows = [...ROWS, { claim: '', customer: 'Nobody' }];
      const preview = await lead.chat.drops([{ name: 'associations.csv', bytes: exportOf(rows) }]);
      assert.match(preview.text, /8 rows, 6 claims/);
      assert.match(preview.text, /Line 9: no claim ID/);
      assert.match((await lead.chat.says('what needs POE')).text, /No associations have been imported yet/);
      const cancelled = await lead.chat.presses(preview.card, 'Cancel');
      assert.match(cancelled.text, /Nothing was written/);
      assert.match((await lead.chat.says('what needs POE')).text, /No associations have been imported yet/);
    });

    it('imports on "Import"; the same file again has nothing to import', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const file = { name: 'associations.csv', bytes: exportOf(ROWS) };
      const preview = await lead.chat.drops([file]);
      assert.match(preview.text, /New\s+6/);
      const done = await lead.chat.presses(preview.card, 'Import');
      assert.match(done.text, /Imported associations\.csv/);
      assert.match(done.text, /6 claims are new, 0 changed/);
      const again = await lead.chat.drops([file]);
      assert.match(again.text, /Same\s+6/);
      assert.throws(() => button(again.card, 'Import'));
    });

    it('shows the lead all open claims that are approved and migrated, and a member just theirs', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const list = await lead.chat.says('what needs POE');
      assert.match(list.text, /4 claims to collect POE for/);
      assert.match(list.text, /14 days left, until June 30, 2020/);
      assert.doesNotMatch(list.text, /Not migrated|Wingtip/);
      const filtered = await lead.chat.presses(list.card, 'Apply', { owner: 'mine' });
      assert.match(filtered.text, /No open claim is with isaiahl@contoso\.example\. 1 open claim has no owner/);
      const found = await lead.chat.says('what needs POE northwind');
      assert.match(found.text, /Northwind Traders/);
      assert.doesNotMatch(found.text, /Fabrikam/);
    });

    it('opens a claim with each workload and its state', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const claim = await adele.chat.says('claim clm-1001');
      assert.match(claim.text, /Contoso Retail/);
      assert.match(claim.text, /Exchange Online/);
      assert.match(claim.text, /No POE here/);
      assert.equal(button(claim.card, 'Open in Partner Center').type, 'Action.OpenUrl');
      assert.match((await adele.chat.says('claim CLM-9999')).text, /cannot find a claim CLM-9999/);
    });

    it('files a document for the claim that its name holds, shows it and the last step, and the list shrinks', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const form = await adele.chat.drops([{ name: 'SOW CLM-1001 signed.pdf', bytes: pdf('sow') }], 'here is the SOW');
      assert.match(form.text, /SOW CLM-1001 signed\.pdf/);
      assert.match(form.text, /claim ID stands in/);
      assert.equal(input(form.card, 'workloads').value, 'exchange-online,teams');
      const filed = await adele.chat.presses(form.card, 'File POE');
      assert.match(filed.text, /SOW CLM-1001 signed\.pdf, filed by Adele Vance on June 16, 2020/);
      assert.match(filed.text, /Partner Center/);
      assert.equal(button(filed.card, 'Open in Partner Center').type, 'Action.OpenUrl');
      const list = await adele.chat.says('what needs POE');
      assert.match(list.text, /3 claims to collect/);
      assert.match(list.text, /1 claim has files here that are not yet confirmed/);
    });

    it('says when the same bytes were already filed for the same claim and workload', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const form = await adele.chat.drops([{ name: 'copy of CLM-1001.pdf', bytes: pdf('sow') }]);
      const again = await adele.chat.presses(form.card, 'File POE', { workloads: ['teams'] });
      assert.match(again.text, /already filed for Teams on June 16, 2020/);
    });

    it('takes the last step and its undo, workload by workload', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const claim = await adele.chat.says('claim CLM-1001');
      const confirmed = await adele.chat.presses(claim.card, 'Confirmed in Partner Center', {}, { index: 0 });
      assert.match(confirmed.text, /Confirmed in Partner Center/);
      const both = await adele.chat.presses(confirmed.card, 'Confirmed in Partner Center', {}, { index: 0 });
      assert.match(both.text, /All done for this claim/);
      const undone = await adele.chat.presses(both.card, 'Undo confirmation', {}, { index: 0 });
      assert.match(undone.text, /To upload/);
    });

    it('takes "No longer engaged" and its undo, and offers disassociation when nothing is left', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const claim = await adele.chat.says('claim CLM-1002');
      const left = await adele.chat.presses(claim.card, 'No longer engaged');
      assert.match(left.text, /contact support with this claim ID/);
      const back = await adele.chat.presses(left.card, 'Engaged again');
      assert.match(back.text, /To collect/);
    });

    it('notes a workload that "was already there" without a file', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const claim = await adele.chat.says('claim CLM-1002');
      assert.match((await adele.chat.presses(claim.card, 'Was already there')).text, /All done for this claim/);
    });

    it('keeps all of it over a restart', async () => {
      await world().restart();
      const adele = world().teams.person({ name: 'Adele Vance' });
      assert.match((await adele.chat.says('claim CLM-1001')).text, /SOW CLM-1001 signed\.pdf/);
      assert.match((await adele.chat.says('claim CLM-1002')).text, /All done/);
    });

    it('changes what a later export changes and leaves what people did here', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const rows = [
        { ...ROWS[0], customer: 'Contoso Retail Group' } as (typeof ROWS)[number],
        { claim: 'CLM-2001', customer: 'Litware' },
      ];
      const preview = await lead.chat.drops([{ name: 'later.csv', bytes: exportOf(rows) }]);
      assert.match(preview.text, /New\s+1[\s\S]*Changed\s+1[\s\S]*Not in this file[^\n]*\s+5/);
      await lead.chat.presses(preview.card, 'Import');
      const claim = await lead.chat.says('claim CLM-1001');
      assert.match(claim.text, /Contoso Retail Group/);
      assert.match(claim.text, /SOW CLM-1001 signed\.pdf/);
      assert.match(claim.text, /Teams/);
    });
  });
});

describe('rights', () => {
  const env = { LEADS: 'isaiahl@contoso.example' };
  eachWorld(
    (world) => {
      it('lets members see their own and the unowned claims only, whatever they ask for', async () => {
        const { teams } = world();
        await importRows(teams.person({ name: 'Isaiah Langer' }), ROWS);
        const adele = teams.person({ name: 'Adele Vance' });
        const mine = await adele.chat.says('what needs POE');
        assert.match(mine.text, /2 claims to collect/);
        const all = await adele.chat.presses(mine.card, 'Apply', { owner: 'all' });
        assert.match(all.text, /3 claims to collect/);
        assert.doesNotMatch(all.text, /Northwind/);
        assert.match((await adele.chat.says('claim CLM-1003')).text, /cannot find a claim/);
      });

      it('lets a member take an unowned claim, once', async () => {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        const alex = teams.person({ name: 'Alex Wilber' });
        const [hers, his] = [await adele.chat.says('claim CLM-1004'), await alex.chat.says('claim CLM-1004')];
        const taken = await adele.chat.presses(hers.card, 'I’ll take it');
        assert.match(taken.text, /Owner\s+You/);
        assert.match((await alex.chat.presses(his.card, 'I’ll take it')).text, /cannot find this claim/);
        assert.match((await alex.chat.says('claim CLM-1004')).text, /cannot find a claim/);
      });

      it('lets leads, and only leads, assign a claim by address or by name', async () => {
        const { teams } = world();
        const [lead, adele, alex] = ['Isaiah Langer', 'Adele Vance', 'Alex Wilber'].map((name) =>
          teams.person({ name }),
        );
        assert.ok(lead && adele && alex);
        assert.match((await adele.chat.says('assign CLM-1002 to Adele Vance')).text, /Only leads assign/);
        assert.match(
          (await lead.chat.says('assign CLM-1002 to Nobody Known')).text,
          /do not know anybody called Nobody Known/,
        );
        assert.match((await lead.chat.says('give CLM-1002 to Alex Wilber')).text, /Who is to get claim CLM-1002\?/);
        assert.doesNotMatch((await lead.chat.says('give POE to Alex Wilber')).text, /claim POE/);
        const proposed = await lead.chat.says('assign claim CLM-1002 to Alex Wilber');
        assert.match(proposed.text, /Who is to get claim CLM-1002\?/);
        const assigned = await lead.chat.presses(proposed.card, 'Assign to Alex Wilber (alexw@contoso.example)');
        assert.match(assigned.text, /CLM-1002 is now with Alex Wilber/);
        assert.match((await alex.chat.says('claim CLM-1002')).text, /Owner\s+You/);
        assert.match(
          (await lead.chat.says('assign CLM-1002 to adelev@contoso.example')).text,
          /is now with Adele Vance/,
        );
        assert.match(
          (await lead.chat.says('assign CLM-1002 to ADELEV@contoso.example')).text,
          /was already with Adele Vance/,
        );
        assert.match((await alex.chat.says('claim CLM-1002')).text, /cannot find/);
      });

      it('takes a member’s spreadsheet as POE and never as an import', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        const form = await adele.chat.drops([{ name: 'associations.csv', bytes: exportOf(ROWS) }]);
        assert.throws(() => button(form.card, 'Import'));
        assert.ok(button(form.card, 'Discard'));
      });
    },
    { env },
  );
});

describe('columns that were not recognised', () => {
  eachWorld((world) => {
    const bytes = Buffer.from(
      [
        'Claim ID;Customer Name;Claim Name;Status;Beschäftigter',
        'C-1;Contoso;FRP Migrated FRP;Approved;adelev@contoso.example',
        '',
      ].join('\n'),
    );

    it('are asked about, with an example, and "Import" before "Preview again" previews first', async () => {
      const lead = world().teams.person({ name: 'Isaiah Langer' });
      const preview = await lead.chat.drops([{ name: 'odd.csv', bytes }]);
      assert.match(preview.text, /Beschäftigter[\s\S]*adelev@contoso\.example/);
      const again = await lead.chat.presses(preview.card, 'Import', { column4: 'ownerUpn' });
      assert.match(again.text, /this is what would change now/);
      assert.match((await lead.chat.says('claim C-1')).text, /cannot find/);
      const since = lead.chat.conversation.mark;
      await imported(lead, (await lead.chat.presses(again.card, 'Import')).text, 'odd.csv', since);
      assert.match((await lead.chat.says('claim C-1')).text, /Owner\s+adelev@contoso\.example/);
    });
  });
});
