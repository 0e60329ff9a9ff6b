/** How exports write a person, from the file to whose claim it is. */
import { strict as assert } from 'node:assert';
import { eachWorld, exportOf, importRows } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example' };

describe('the owner that an export names', () => {
  eachWorld(
    (world) => {
      const owners = [
        'mailto:ana@contoso.example',
        'Ana Member (ana@contoso.example)',
        'Ana Member [ana@contoso.example]',
        '12;#Ana Member',
        "'ana@contoso.example'",
        'ana@contoso.example.',
        'smtp:ana@contoso.example',
        'Member, Ana (Contoso)',
        '‘Ana Member’',
        'i:0#.f|membership|ana@contoso.example',
      ];

      it('is the person, whatever stands around their address, and by their name once a lead has confirmed it', async () => {
        const { teams } = world();
        const ana = teams.person({ name: 'Ana Member', upn: 'ana@contoso.example' });
        await ana.chat.says('help');
        const rows = owners.map((owner, i) => ({ claim: `OW-${i}`, customer: `Customer ${i}`, owner }));
        const lead = teams.person({ name: 'Isaiah Langer' });
        await importRows(lead, rows);
        const isHers = async (i: number) => /Owner\s+You/.test((await ana.chat.says(`claim OW-${i}`)).text);
        for (const [i, owner] of owners.entries()) assert.equal(await isHers(i), owner.includes('@'), owner);
        // However the name is spelled, it is one name.
        const named = await lead.chat.says('owners');
        await lead.chat.presses(named.card, 'owner.confirm');
        for (const [i, owner] of owners.entries()) assert.equal(await isHers(i), true, owner);
      });

      it('is the person whom the directory displays just so before one who is only called so', async () => {
        const { teams } = world();
        const upn = 'megan.fabrikam@contoso.example';
        const [one, other] = [
          teams.person({ name: 'Bowen, Megan (Contoso)' }),
          teams.person({ name: 'Bowen, Megan (Fabrikam)', upn }),
        ];
        for (const person of [one, other]) await person.chat.says('help');
        const rows = [
          { claim: 'TWO-1', customer: 'Tailspin Toys', owner: 'Megan Bowen' },
          { claim: 'TWO-2', customer: 'Wingtip Toys', owner: upn },
        ];
        await importRows(teams.person({ name: 'Isaiah Langer' }), rows, 'two.csv');
        assert.match((await other.chat.says('claim TWO-2')).text, /Owner\s+You/);
        // Two are called so, so it is neither's.
        for (const person of [one, other])
          assert.doesNotMatch((await person.chat.says('claim TWO-1')).text, /Tailspin/);
      });

      it('is counted in the preview where nobody here is known to be them', async () => {
        const { teams } = world();
        const lead = teams.person({ name: 'Isaiah Langer' });
        await teams.person({ name: 'Ana Member', upn: 'ana@contoso.example' }).chat.says('help');
        const rows = [
          { claim: 'PV-1', owner: 'mailto:ana@contoso.example' },
          { claim: 'PV-2', owner: 'Nobody Here' },
          { claim: 'PV-3', owner: 'nobody@contoso.example' },
          { claim: 'PV-3', workload: 'Teams', owner: 'nobody@contoso.example' },
          { claim: 'PV-4' },
        ];
        const some = await lead.chat.drops([{ name: 'some.csv', bytes: exportOf(rows) }]);
        assert.match(some.text, /Owner not known here yet\s+2$/m);
        const none = await lead.chat.drops([{ name: 'none.csv', bytes: exportOf(rows.slice(0, 1)) }]);
        assert.doesNotMatch(none.text, /Owner not known/);
      });
    },
    { env },
  );
});
