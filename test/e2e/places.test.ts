/** Where the bot speaks, and to whom: groups and channels, people and their records, tenants. */
import { strict as assert } from 'node:assert';
import { eachWorld, exportOf, importRows, pdf } from './world.ts';

describe('outside of the personal chat', () => {
  eachWorld((world) => {
    before(async () =>
      importRows(world().teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1', customer: 'Contoso Secret' }]),
    );

    it('shows no customer data and points to the personal chat', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      for (const place of [teams.group('Incentives'), teams.channel('General')]) {
        for (const text of ['what needs POE', 'claim CLM-1', 'CLM-1', 'help']) {
          const answer = await lead.in(place).mentions(text);
          assert.match(answer.text, /personal chat/);
          assert.doesNotMatch(answer.text, /Contoso Secret/);
        }
      }
    });

    it('takes no files there and says why', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      const answer = await lead.in(teams.group('Incentives')).drops([{ name: 'CLM-1.pdf', bytes: pdf('x') }], 'here');
      assert.match(answer.text, /cannot take files here/);
    });

    it('does not act on a forged press there', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      const value = { action: { type: 'Action.Execute', verb: 'needs-poe', data: {} } };
      const answer = await lead
        .in(teams.channel('General'))
        .sends({ type: 'invoke', name: 'adaptiveCard/action', value });
      assert.doesNotMatch(answer.text, /Contoso Secret/);
    });
  });
});

describe('people', () => {
  let later = 0;
  const realTime = () => new Date(Date.now() + later);

  eachWorld(
    (world) => {
      it('are asked of the roster once, and again when that is a day old', async () => {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        const asked = () => teams.count({ method: 'GET', url: /\/members\// });
        await adele.chat.install();
        await adele.chat.says('help');
        assert.equal(asked(), 1);
        later = 24 * 3_600_000;
        await adele.chat.says('help');
        await adele.chat.says('help');
        later = 0;
        assert.equal(asked(), 2);
      });

      it('goes on without the roster, and asks it the next time', async () => {
        const { teams } = world();
        const megan = teams.person({ name: 'Megan Bowen' });
        const fault = teams.inject({ status: 502 }, { method: 'GET', url: /\/members\// });
        assert.match((await megan.chat.says('help')).text, /What I can do/);
        fault.release();
        await importRows(teams.person({ name: 'Isaiah Langer' }), [
          { claim: 'M-1', customer: 'Megan’s', owner: 'meganb@contoso.example' },
        ]);
        const claim = await megan.chat.says('claim M-1');
        assert.match(claim.text, /Owner\s+You/);
      });

      it('speaks the person’s numbers and dates', async () => {
        const { teams } = world();
        const lead = teams.person({ name: 'Isaiah Langer', locale: 'de-DE', timeZone: 'Europe/Berlin' });
        assert.match((await lead.chat.says('what needs POE')).text, /30\.\sJuni 2020/);
      });

      it('takes a mangled locale and time zone for the defaults', async () => {
        const { teams } = world();
        const odd = teams.person({ name: 'Odd One' });
        const text = 'what needs POE';
        const answer = await odd.chat.sends({ type: 'message', text, locale: 'x!!', localTimezone: 'Mars/Olympus' });
        assert.match(answer.text, /June 30, 2020/);
      });

      it('hears a message through mentions, HTML blanks and line breaks', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        assert.match(
          (await adele.chat.says('<at>CPOR Assistant</at>&nbsp;\u00a0what\n needs  poe')).text,
          /What needs POE/,
        );
      });

      it('keeps the data of somebody who uninstalls, and welcomes them back', async () => {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        await adele.chat.uninstall();
        const back = await adele.chat.install();
        assert.equal(back.replies.length, 1);
      });
    },
    { overrides: { realTime } },
  );

  describe('of a tenant that is not allowed', () => {
    eachWorld(
      (world) => {
        it('are refused politely, and nothing is kept or shown', async () => {
          const { teams } = world();
          await importRows(teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1' }]);
          const stranger = teams.person({ name: 'Eve Stranger', tenantId: '22222222-2222-4222-8222-222222222222' });
          assert.match((await stranger.chat.says('claim CLM-1')).text, /another organisation/);
          const dropped = await stranger.chat.drops([{ name: 'export.csv', bytes: exportOf([{ claim: 'E-1' }]) }]);
          assert.match(dropped.text, /another organisation/);
          assert.equal((await stranger.chat.uninstall()).status, 200);
        });
      },
      { env: { ALLOWED_TENANTS: '11111111-1111-4111-8111-111111111111' } },
    );
  });
});
