/** The list of what needs POE: its filter, and what it says where it is empty. */
import { strict as assert } from 'node:assert';
import { buttons } from '../support/cards.ts';
import type { Answer } from '../support/teams.ts';
import { eachWorld, importRows } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example' };

function offersClear({ card }: Answer): boolean {
  return buttons(card).some(({ title }) => title === 'Clear filter');
}

describe('the list', () => {
  eachWorld(
    (world) => {
      before(() =>
        importRows(world().teams.person({ name: 'Isaiah Langer' }), [
          { claim: 'A-1', customer: 'Contoso Retail', owner: 'adelev@contoso.example' },
          { claim: 'A-2', customer: 'Fabrikam', owner: 'adelev@contoso.example' },
          { claim: 'FREE-1', customer: 'Tailspin Toys' },
          { claim: 'FREE-2', customer: 'Wingtip' },
          { claim: 'FREE-3', customer: 'Not open', status: 'Rejected' },
        ]),
      );

      for (const [who, name, other] of [
        ['a member', 'Adele Vance', 'all'],
        ['a lead', 'Isaiah Langer', 'mine'],
      ] as const) {
        it(`offers ${who} to clear a filter they set, and not the one that everybody starts with`, async () => {
          const { chat } = world().teams.person({ name });
          const list = await chat.says('what needs POE');
          assert.equal(offersClear(list), false);
          const filtered = await chat.presses(list.card, 'Apply', { owner: other });
          assert.equal(offersClear(filtered), true);
          const cleared = await chat.presses(filtered.card, 'Clear filter');
          assert.equal(offersClear(cleared), false);
          assert.match(cleared.text, who === 'a lead' ? /4 claims to collect/ : /2 claims to collect/);
          assert.equal(offersClear(await chat.says('what needs POE Contoso')), true);
        });
      }

      it('tells somebody who owns nothing by which addresses it looked, and how many claims nobody owns', async () => {
        const { teams } = world();
        const one = teams.person({ name: 'Megan Bowen' });
        assert.match(
          (await one.chat.says('what needs POE')).text,
          /No open claim is with meganb@contoso\.example\. 2 open claims have no owner: choose “Without owner”/,
        );
        const two = teams.person({ name: 'Alex Wilber', email: 'alex@contoso.example' });
        const list = await two.chat.says('what needs POE');
        assert.match(list.text, /No open claim is with alexw@contoso\.example, alex@contoso\.example\./);
        const free = await two.chat.presses(list.card, 'Apply', { owner: 'none' });
        assert.match(free.text, /Tailspin Toys[\s\S]*Wingtip/);
      });

      it('names no address where none is known, and counts nothing that would not be shown', async () => {
        const { teams } = world();
        const out = teams.inject({ status: 502 }, { method: 'GET', url: /\/members\//, times: 9 });
        const unknown = await teams.person({ name: 'Lee Gu' }).chat.says('what needs POE');
        out.release();
        assert.match(unknown.text, /No open claim is yours\./);
        assert.doesNotMatch(unknown.text, /no owner/);
      });
    },
    { env },
  );
});
