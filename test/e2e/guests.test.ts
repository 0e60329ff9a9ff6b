/** Guests of the tenant, and people of whom the roster has not told yet: a display name is whatever somebody calls themselves. */
import { strict as assert } from 'node:assert';
import { button, buttons, input } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { eachWorld, exportOf, importRows, pdf, type World } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example' };
const ROSTER = { method: 'GET', url: /\/members\// };

function leadOf({ teams }: World): Person {
  return teams.person({ name: 'Isaiah Langer' });
}

/** Somebody of another directory who goes by this name here. */
function guestCalled(name: string, { teams }: World): Person {
  const mailbox = `${name.toLowerCase().replace(' ', '.')}`;
  return teams.person({
    name,
    id: `29:guest-${mailbox}`,
    aadObjectId: `99999999-9999-4999-8999-${mailbox.length.toString().padStart(12, '0')}`,
    upn: `${mailbox}_fabrikam.example#EXT#@contoso.example`,
    email: `${mailbox}@fabrikam.example`,
  });
}

describe('a guest', () => {
  eachWorld(
    (world) => {
      before(() =>
        importRows(leadOf(world()), [
          { claim: 'FREE-1', customer: 'Tailspin Toys' },
          { claim: 'HERS-1', customer: 'Fabrikam', owner: 'patti.fernandez@fabrikam.example' },
          { claim: 'NAMED-1', customer: 'Northwind Traders', owner: 'Megan Bowen' },
        ]),
      );

      it('sees their own claims and none without an owner, whatever they ask for', async () => {
        const guest = guestCalled('Patti Fernandez', world());
        const list = await guest.chat.says('what needs POE');
        assert.match(list.text, /1 claim to collect/);
        for (const owner of ['mine', 'none', 'all'] as const) {
          const filtered = await guest.chat.presses(list.card, 'Apply', { owner }, { force: true });
          assert.match(filtered.text, owner === 'none' ? /No open claim matches/ : /1 claim to collect/);
          assert.doesNotMatch(filtered.text, /Tailspin|Northwind/);
        }
        assert.doesNotMatch(JSON.stringify(input(list.card, 'owner').choices), /Without owner/);
        for (const text of ['claim FREE-1', 'what needs POE Tailspin', 'FREE-1'])
          assert.doesNotMatch((await guest.chat.says(text)).text, /Tailspin Toys/, text);
        const form = await guest.chat.drops([{ name: 'FREE-1 Tailspin.pdf', bytes: pdf('free') }], 'FREE-1');
        assert.doesNotMatch(JSON.stringify(form.cards), /Tailspin Toys/);
      });

      it('does not take a claim that nobody owns, by a button of somebody else either', async () => {
        const { teams } = world();
        const guest = guestCalled('Patti Fernandez', world());
        await guest.chat.says('help');
        const adele = teams.person({ name: 'Adele Vance' });
        const { card } = await adele.chat.says('claim FREE-1');
        const value = {
          action: { type: 'Action.Execute', verb: 'claim.take', data: button(card, 'I’ll take it').data },
        };
        const taken = await guest.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        assert.match(taken.text, /cannot find this claim/);
        assert.match((await adele.chat.presses(card, 'I’ll take it')).text, /Owner\s+You/);
      });

      it('is not proposed as the owner of a name, and takes nothing from a namesake', async () => {
        const { teams } = world();
        const guest = guestCalled('Megan Bowen', world());
        assert.match((await guest.in(teams.group('Incentives')).mentions('help')).text, /personal chat/);
        const stranger = teams.person({ name: 'Megan Bowen', id: '29:stranger', aadObjectId: 'stranger' });
        const out = teams.inject({ status: 502 }, { ...ROSTER, times: 9 });
        await stranger.in(teams.group('Incentives')).mentions('help');
        out.release();
        assert.ok(out.hits > 0);
        const megan = teams.person({ name: 'Megan Bowen' });
        await megan.chat.says('help');
        const { card } = await leadOf(world()).chat.says('owners');
        assert.deepEqual(
          buttons(card).map(({ title }) => title),
          ['Megan Bowen is meganb@contoso.example (1 open claim)'],
        );
        await leadOf(world()).chat.presses(card, 'Megan Bowen is meganb@contoso.example (1 open claim)');
        assert.match((await megan.chat.says('claim NAMED-1')).text, /Owner\s+You/);
        for (const other of [guest, stranger])
          assert.match((await other.chat.says('claim NAMED-1')).text, /cannot find a claim/);
      });

      it('is nobody whom a lead can assign to by name', async () => {
        const lead = leadOf(world());
        await importRows(lead, [{ claim: 'GIVE-1', customer: 'Litware' }], 'give.csv');
        await guestCalled('Diego Siciliani', world()).chat.says('help');
        const unknown = await lead.chat.says('assign GIVE-1 to Diego Siciliani');
        assert.match(unknown.text, /do not know anybody called Diego Siciliani/);
        await world().teams.person({ name: 'Diego Siciliani' }).chat.says('help');
        const proposed = await lead.chat.says('assign GIVE-1 to Diego Siciliani');
        const diego = world().teams.person({ name: 'Diego Siciliani' });
        assert.match((await diego.chat.says('claim GIVE-1')).text, /No owner/);
        const given = await lead.chat.presses(proposed.card, 'Assign to Diego Siciliani (diegos@contoso.example)');
        assert.match(given.text, /GIVE-1 is now with Diego Siciliani/);
        assert.match((await diego.chat.says('claim GIVE-1')).text, /Owner\s+You/);
        assert.match((await guestCalled('Diego Siciliani', world()).chat.says('claim GIVE-1')).text, /cannot find/);
      });
    },
    { env },
  );
});

describe('a person of whom the roster has not told', () => {
  eachWorld(
    (world) => {
      it('is nobody to assign to, sees and takes no claim without an owner, and does so once it told', async () => {
        const { teams } = world();
        const [lead, lynne] = [leadOf(world()), teams.person({ name: 'Lynne Robbins' })];
        await lead.chat.drops([{ name: 'x.csv', bytes: exportOf([{ claim: 'FREE-1', customer: 'Tailspin Toys' }]) }]);
        await lead.chat.presses(lead.chat.lastCard, 'Import');
        const out = teams.inject({ status: 502 }, { ...ROSTER, times: 99 });
        for (const text of ['what needs POE', 'claim FREE-1'])
          assert.doesNotMatch((await lynne.chat.says(text)).text, /Tailspin Toys/, text);
        assert.ok(out.hits >= 2);
        assert.match(
          (await lead.chat.says('assign FREE-1 to Lynne Robbins')).text,
          /do not know anybody called Lynne Robbins/,
        );
        out.release();
        assert.match((await lynne.chat.says('claim FREE-1')).text, /Tailspin Toys/);
        const proposed = await lead.chat.says('assign FREE-1 to Lynne Robbins');
        const given = await lead.chat.presses(proposed.card, 'Assign to Lynne Robbins (lynner@contoso.example)');
        assert.match(given.text, /FREE-1 is now with Lynne Robbins/);
      });
    },
    { env },
  );
});
