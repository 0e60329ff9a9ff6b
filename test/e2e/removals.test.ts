/** A claim that a lead takes out of the campaign with a reason, and brings back. */
import { strict as assert } from 'node:assert';
import { type AdaptiveCard, button, buttons } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { eachWorld, exportOf, importRows, pdf } from './world.ts';

const OWNER = 'adelev@contoso.example';
const WHY = 'the customer moved to another partner';

describe('a claim that a lead removes', () => {
  eachWorld(
    (world) => {
      let [lead, adele]: Person[] = [];
      let n = 0;
      let [id, customer] = ['', ''];

      const the = (person: Person | undefined): Person => person ?? assert.fail();
      const says = (person: Person | undefined, text: string) => the(person).chat.says(text);
      const titles = (card: AdaptiveCard) => buttons(card).map(({ title }) => title);
      const form = async () => the(lead).chat.presses((await says(lead, `claim ${id}`)).card, 'Remove');
      const removes = async () => the(lead).chat.presses((await form()).card, 'Remove claim', { reason: WHY });

      beforeEach(async () => {
        n += 1;
        [id, customer] = [`RM-${n}`, `Removable Number${n}x`];
        lead = world().teams.person({ name: 'Isaiah Langer' });
        await importRows(lead, [{ claim: id, customer, owner: OWNER }], `export ${n}.csv`);
        adele = world().teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
      });

      it('is listed, counted, found and proposed no more, by nobody', async () => {
        const before = await says(adele, 'what needs POE');
        assert.match(before.text, new RegExp(customer));
        const removed = await removes();
        assert.match(removed.text, new RegExp(`Removed by Isaiah Langer on June 16, 2020: ${WHY}`));
        for (const person of [lead, adele]) {
          assert.doesNotMatch((await says(person, `what needs POE ${customer}`)).text, new RegExp(id));
          assert.deepEqual((await the(person).chat.finds(id)).lines, []);
          assert.doesNotMatch((await says(person, `show ${customer}`)).text, new RegExp(id));
          const dropped = await the(person).chat.drops([{ name: `${id} ${person === lead}.pdf`, bytes: pdf(id) }]);
          assert.doesNotMatch(JSON.stringify(dropped.cards), new RegExp(customer));
        }
        assert.match((await says(adele, `claim ${id}`)).text, /cannot find a claim/);
      });

      it('is read and brought back by leads, with all that was done with it before', async () => {
        const draft = await the(adele).chat.drops([{ name: `${id}.pdf`, bytes: pdf(`kept ${n}`) }]);
        await the(adele).chat.presses(draft.card, 'File POE');
        await removes();
        const opened = await says(lead, `claim ${id}`);
        assert.match(opened.text, new RegExp(`Removed by Isaiah Langer[\\s\\S]*${id}\\.pdf, filed by Adele Vance`));
        assert.deepEqual(titles(opened.card), [
          ...['Documents', `Download ${id}.pdf`],
          ...['Open in Partner Center', 'Bring back', 'Removed claims'],
        ]);
        const list = await says(lead, 'removed');
        assert.match(list.text, new RegExp(`${customer}[\\s\\S]*${id}[\\s\\S]*${WHY}`));
        assert.equal((await says(lead, 'Show me the claims that we removed from the campaign.')).text, list.text);
        const found = await the(lead).chat.presses(list.card, `Open removed claim ${id} of ${customer}`);
        const back = await the(lead).chat.presses(found.card, 'Bring back');
        assert.match(back.text, /This claim is back[\s\S]*To upload/);
        assert.match((await says(adele, `claim ${id}`)).text, new RegExp(`${id}\\.pdf, filed by Adele Vance`));
        assert.doesNotMatch((await says(lead, 'removed')).text, new RegExp(id));
      });

      it('is asked about by its ID, where somebody types that', async () => {
        const asked = await says(lead, `remove claim ${id}.`);
        assert.match(asked.text, new RegExp(`${customer}[\\s\\S]*Why is it to be removed`));
        assert.match((await the(lead).chat.presses(asked.card, 'Keep it')).text, /To collect/);
        assert.match((await says(lead, 'remove claim NO-SUCH-1')).text, /cannot find a claim/);
        assert.match((await says(adele, `remove claim ${id}`)).text, /Only leads remove claims/);
      });

      it('needs a reason, and is removed once however often the press comes', async () => {
        const { card } = await form();
        assert.match((await the(lead).chat.presses(card, 'Remove claim', { reason: ' ' })).text, /Say why/);
        assert.match((await the(lead).chat.presses(card, 'Keep it')).text, new RegExp(customer));
        assert.match((await says(adele, `claim ${id}`)).text, new RegExp(customer));
        await the(lead).chat.presses(card, 'Remove claim', { reason: 'first' });
        const back = await the(lead).chat.presses((await says(lead, `claim ${id}`)).card, 'Bring back');
        // The first press again, late: it was done already.
        const again = await the(lead).chat.presses(card, 'Remove claim', { reason: 'first' });
        assert.doesNotMatch(again.text, /Removed by/);
        assert.ok(titles(back.card).includes('Remove'));
        assert.match((await says(adele, `claim ${id}`)).text, new RegExp(customer));
      });

      it('is removed, and brought back, once by presses that come at once; an old one changes nothing', async () => {
        const how = { times: 4, atOnce: true };
        const { card } = await form();
        const removed = await the(lead).chat.presses(card, 'Remove claim', { reason: 'at once' }, how);
        assert.deepEqual(
          removed.deliveries.map(({ status }) => status),
          [200, 200, 200, 200],
        );
        assert.match((await says(lead, `claim ${id}`)).text, /Removed by .*: at once/);
        await the(lead).chat.presses(removed.card, 'Bring back', {}, how);
        assert.match((await says(adele, `claim ${id}`)).text, new RegExp(customer));
        const again = await the(lead).chat.presses((await form()).card, 'Remove claim', { reason: 'second' });
        // The old "Bring back" is used up: the claim stays removed.
        await the(lead).chat.presses(removed.card, 'Bring back');
        assert.match((await says(lead, `claim ${id}`)).text, /Removed by .*: second/);
        await the(lead).chat.presses(again.card, 'Bring back');
      });

      it('is not removed where the reason is too long, which is said with the numbers, and else keeps all of it', async () => {
        const { card } = await form();
        for (const [reason, said] of [
          ['z'.repeat(301), '301 characters, and up to 300 fit'],
          ['日'.repeat(500), '500 characters, and up to 300 fit'],
          ['👨‍👩‍👧‍👦'.repeat(200), '200 characters, and up to'],
          ['z'.repeat(7_000), '7,000 characters, and up to 300 fit'],
        ] as const) {
          const refused = await the(lead).chat.presses(card, 'Remove claim', { reason }, { force: true });
          assert.ok(refused.text.includes(said), refused.text);
        }
        const reason = '日'.repeat(300);
        const removed = await the(lead).chat.presses(card, 'Remove claim', { reason }, { force: true });
        assert.ok(removed.text.replaceAll('\u200b', '').includes(reason));
        await the(lead).chat.presses(removed.card, 'Bring back');
      });

      it('stays removed when an export has it again, and the preview says so', async () => {
        await removes();
        const rows = [{ claim: id, customer, status: 'Rejected' }, { claim: `${id}-NEW` }];
        const preview = await the(lead).chat.drops([{ name: `again ${n}.csv`, bytes: exportOf(rows) }]);
        assert.match(preview.text, /New\s+1[\s\S]*Changed\s+0[\s\S]*Removed by a lead \(stay removed\)\s+1/);
        assert.match(preview.text, /Write “removed”/);
        assert.match((await the(lead).chat.presses(preview.card, 'Import')).text, /Imported again/);
        assert.match((await says(adele, `claim ${id}`)).text, /cannot find a claim/);
        assert.match((await says(lead, `claim ${id}`)).text, /Approved[\s\S]*Removed by/);
        const same = await the(lead).chat.drops([
          { name: `only ${n}.csv`, bytes: exportOf([{ claim: id, status: 'Rejected' }]) },
        ]);
        assert.match(same.text, /Nothing is new or changed[\s\S]*Write “removed”/);
      });

      it('takes no mark, file or owner, also from cards that were drawn before', async () => {
        const [mine, draft] = [
          await says(adele, `claim ${id}`),
          await the(adele).chat.drops([{ name: `${id}.pdf`, bytes: pdf(`late ${n}`) }]),
        ];
        await removes();
        for (const press of ['Was already there', 'No longer engaged'])
          assert.match((await the(adele).chat.presses(mine.card, press)).text, /cannot find this claim/);
        assert.match((await the(adele).chat.presses(draft.card, 'File POE')).text, /cannot find this claim/);
        assert.match((await says(lead, `assign ${id} to ${OWNER}`)).text, /cannot find a claim/);
        assert.match((await says(lead, `claim ${id}`)).text, /To collect[\s\S]*No POE here/);
      });

      it('is for leads to remove, to see and to bring back', async () => {
        const before = await says(adele, `claim ${id}`);
        assert.ok(!titles(before.card).includes('Remove'));
        const { data } = button((await form()).card, 'Remove claim');
        const forged = (verb: string, more: object = {}) =>
          the(adele).chat.sends({
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...more } } },
          });
        assert.match((await forged('claim.remove-form')).text, /Only leads remove claims/);
        assert.match((await forged('claim.remove', { reason: 'mine' })).text, /Only leads remove claims/);
        await removes();
        assert.match((await forged('claim.bring-back')).text, /Only leads remove claims/);
        assert.match((await forged('claim.open')).text, /cannot find this claim/);
        assert.match((await forged('removed-claims')).text, /Only leads remove claims/);
        assert.match((await says(adele, 'removed')).text, /Only leads remove claims/);
        assert.match((await says(lead, `claim ${id}`)).text, /Removed by/);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' } },
  );
});
