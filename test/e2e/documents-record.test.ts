/** The documents of a claim over time: newer beside older, withdrawn ones with the reason, and who did what when. */
import { strict as assert } from 'node:assert';
import { type AdaptiveCard, button, buttons } from '../support/cards.ts';
import type { Answer, Person } from '../support/teams.ts';
import { eachWorld, importRows, pdf } from './world.ts';

const ADELE = 'adelev@contoso.example';
const MEGAN = 'meganb@contoso.example';
const WHY = 'it is another customer’s order';

describe('the documents of a claim', () => {
  eachWorld(
    (world) => {
      let lead: Person;
      let adele: Person;
      let megan: Person;
      let n = 0;
      let [id, customer] = ['', ''];

      beforeEach(async () => {
        n += 1;
        [id, customer] = [`VER-${n}`, `Versioned Number${n}x`];
        lead = world().teams.person({ name: 'Isaiah Langer' });
        const row = { claim: id, customer, owner: ADELE };
        await importRows(
          lead,
          [
            { ...row, workload: 'Exchange Online' },
            { ...row, workload: 'Teams' },
          ],
          `v ${n}.csv`,
        );
        adele = world().teams.person({ name: 'Adele Vance' });
        megan = world().teams.person({ name: 'Megan Bowen' });
        await adele.chat.says('help');
        await megan.chat.says('help');
      });

      /** Files a document of its own bytes for these workloads. */
      async function file(name: string, workloads: string, person = adele): Promise<Answer> {
        const form = await person.chat.drops([{ name, bytes: pdf(`${name} ${n}`) }], `for ${id}`);
        return person.chat.presses(form.card, 'File POE', { workloads });
      }
      const shown = (person = adele) => person.chat.says(`claim ${id}`);
      const documents = async (person = adele) => person.chat.presses((await shown(person)).card, 'Documents');
      /** The form for the newest document that may be withdrawn, or the one at this place among them. */
      const asks = async (person = adele, index = 0) =>
        person.chat.presses((await documents(person)).card, 'Withdraw', {}, { index });
      const withdraws = async (reason = WHY, values: object = {}, person = adele) =>
        person.chat.presses((await asks(person)).card, 'Withdraw', { reason, ...values });
      const titles = (card: AdaptiveCard) => buttons(card).map(({ title }) => title);
      /** The state of a workload on the claim's card. */
      const stateOf = (text: string, workload: string): string =>
        new RegExp(`^${workload}\\n(.*)$`, 'm').exec(text)?.[1] ?? '';
      const press = (person: Person, verb: string, data: unknown) => {
        const value = { action: { type: 'Action.Execute', verb, data } };
        return person.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
      };

      it('are kept beside each other, the newest first; the claim shows what was filed last', async () => {
        assert.ok(!titles((await shown()).card).includes('Documents'));
        await file('first.pdf', 'exchange-online,teams');
        const filed = await file('second.pdf', 'teams');
        assert.match(filed.text, /Exchange Online\nTo upload\nfirst\.pdf, filed by Adele Vance on June 16, 2020/);
        assert.match(filed.text, /Teams\nTo upload\nsecond\.pdf, filed by Adele Vance/);
        assert.match(filed.text, /1 more under “Documents”/);
        const all = await documents();
        assert.match(
          all.text,
          /2 documents\nsecond\.pdf\nLatest\nFor Teams\nFiled by Adele Vance on June 16, 2020 · 1 kB/,
        );
        assert.match(all.text, /first\.pdf\nLatest for Exchange Online\nFor Exchange Online, Teams/);
        await file('third.pdf', 'exchange-online');
        assert.match(
          (await documents()).text,
          /third\.pdf\nLatest\n[\s\S]*second\.pdf\nLatest\n[\s\S]*first\.pdf\nOlder\n/,
        );
      });

      it('that are filed together are the latest together', async () => {
        const form = await adele.chat.drops(
          ['order.pdf', 'mail.pdf', 'plan.pdf'].map((name) => ({ name, bytes: pdf(`${name} ${n}`) })),
          `for ${id}`,
        );
        const filed = await adele.chat.presses(form.card, 'File POE', { workloads: 'teams' });
        assert.match(filed.text, /plan\.pdf, filed by[\s\S]*2 more under “Documents”/);
        assert.equal((await documents()).text.match(/^Latest$/gm)?.length, 3);
      });

      it('are paged, and lead back to the claim and its list', async () => {
        for (const name of ['a', 'b', 'c', 'd', 'e']) await file(`${name}.pdf`, 'teams');
        const list = await adele.chat.says(`what needs POE ${customer}`);
        const open = buttons(list.card).find(({ title }) => title?.includes(`claim ${id}`));
        const claim = await adele.chat.presses(list.card, String(open?.title));
        const first = await adele.chat.presses(claim.card, 'Documents');
        assert.match(first.text, /5 documents[\s\S]*e\.pdf[\s\S]*b\.pdf[\s\S]*1–4 of 5/);
        const second = await adele.chat.presses(first.card, 'Next');
        assert.match(second.text, /a\.pdf\nOlder[\s\S]*5 of 5/);
        assert.match((await adele.chat.presses(second.card, 'Previous')).text, /e\.pdf/);
        const back = await adele.chat.presses(second.card, 'Back to the claim');
        assert.match(
          (await adele.chat.presses(back.card, 'Back to the list')).text,
          new RegExp(`“${customer}”\\n[\\s\\S]*Open claim ${id}`),
        );
      });

      it('count no more when they are withdrawn: there is something to collect again', async () => {
        await file('wrong.pdf', 'exchange-online,teams');
        const before = await lead.chat.says('report');
        const withdrawn = await withdraws();
        assert.match(withdrawn.text, /wrong\.pdf is withdrawn from Exchange Online, Teams and no longer counts there/);
        assert.match(withdrawn.text, /Partner Center stays there until you replace it/);
        for (const workload of ['Exchange Online', 'Teams'])
          assert.equal(stateOf(withdrawn.text, workload), 'To collect');
        assert.match(withdrawn.text, /No POE here · 1 more under “Documents”/);
        assert.match((await adele.chat.says(`what needs POE ${customer}`)).text, /1 claim to collect POE for/);
        assert.notEqual((await lead.chat.says('report')).text, before.text);
        const all = await documents();
        assert.match(
          all.text,
          new RegExp(`wrong\\.pdf\\nWithdrawn\\n[\\s\\S]*Withdrawn by Adele Vance on June 16, 2020: ${WHY}`),
        );
        assert.ok(!titles(all.card).includes('Withdraw'));
      });

      it('give way to the one before, where the latest is withdrawn', async () => {
        await file('good.pdf', 'teams');
        await file('wrong.pdf', 'teams');
        const withdrawn = await withdraws();
        assert.equal(stateOf(withdrawn.text, 'Teams'), 'To upload');
        assert.match(withdrawn.text, /good\.pdf, filed by/);
        assert.doesNotMatch(withdrawn.text, /wrong\.pdf, filed by/);
        assert.match((await documents()).text, /wrong\.pdf\nWithdrawn\n[\s\S]*good\.pdf\nLatest\n/);
      });

      it('take a confirmation along where it was theirs, and leave it where a newer one was confirmed', async () => {
        await file('older.pdf', 'teams');
        await file('newer.pdf', 'teams');
        await adele.chat.presses((await shown()).card, 'Confirmed in Partner Center');
        const form = await asks(adele, 1);
        assert.match(form.text, /^older\.pdf/);
        const older = await adele.chat.presses(form.card, 'Withdraw', { reason: WHY });
        assert.equal(stateOf(older.text, 'Teams'), 'Confirmed in Partner Center');
        assert.equal(stateOf((await withdraws()).text, 'Teams'), 'To collect');
      });

      it('are withdrawn from the workloads that are chosen, and stay for the others', async () => {
        await file('both.pdf', 'exchange-online,teams');
        const form = await asks();
        const none = await adele.chat.presses(form.card, 'Withdraw', { reason: WHY, workloads: '' });
        assert.match(none.text, /Choose at least one workload/);
        const withdrawn = await adele.chat.presses(none.card, 'Withdraw', { reason: WHY, workloads: 'teams' });
        assert.equal(stateOf(withdrawn.text, 'Teams'), 'To collect');
        assert.equal(stateOf(withdrawn.text, 'Exchange Online'), 'To upload');
        assert.match(
          (await documents()).text,
          /both\.pdf\nLatest\nFor Exchange Online\n[\s\S]*both\.pdf\nWithdrawn\nFor Teams\n/,
        );
      });

      it('can be filed again after they were withdrawn, as a new one', async () => {
        await file('again.pdf', 'teams');
        await withdraws();
        const filed = await file('again.pdf', 'teams');
        assert.match(filed.text, /Filed again\.pdf for Teams/);
        assert.equal(stateOf(filed.text, 'Teams'), 'To upload');
        assert.match((await documents()).text, /2 documents\n/);
        // The form for the first one, old by now, leaves the second alone.
        const { data } = button((await asks()).card, 'Withdraw');
        const { draft: _, ...others } = data as { draft: string };
        const old = await press(adele, 'poe.withdraw-form', { ...others, draft: 'another' });
        assert.match(old.text, /was withdrawn already, or is not there any more/);
        assert.equal(stateOf((await shown()).text, 'Teams'), 'To upload');
      });

      it('need a reason that fits, which else is said', async () => {
        await file('wrong.pdf', 'teams');
        const form = await asks();
        assert.match(
          (await adele.chat.presses(form.card, 'Withdraw', { reason: ' ' })).text,
          /Say why it is to be withdrawn/,
        );
        const long = await adele.chat.presses(form.card, 'Withdraw', { reason: 'z'.repeat(301) });
        assert.match(long.text, /301 characters, and up to 300 fit\. Nothing was changed/);
        assert.match((await adele.chat.presses(form.card, 'Keep it')).text, /wrong\.pdf\nLatest/);
        const kept = '日'.repeat(300);
        await withdraws(kept);
        assert.ok((await documents()).text.replaceAll('\u200b', '').includes(kept));
      });

      for (const [how, delivery] of [
        ['with the same id', { times: 4, atOnce: true }],
        ['with new ids', { times: 4, activityId: 'new', atOnce: true }],
      ] as const) {
        it(`are withdrawn once by four presses at once, ${how}, and an old press changes nothing`, async () => {
          await file('one.pdf', 'teams');
          await file('two.pdf', 'teams');
          const form = await asks();
          const answer = await adele.chat.presses(form.card, 'Withdraw', { reason: WHY }, delivery);
          assert.deepEqual(
            answer.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          assert.equal(answer.cards.length, 4);
          for (const card of answer.cards) assert.match(JSON.stringify(card), /one\.pdf, filed by/);
          await file('two.pdf', 'teams');
          await adele.chat.presses(form.card, 'Withdraw', { reason: WHY }, { activityId: 'new' });
          assert.match((await documents()).text, /3 documents\ntwo\.pdf\nLatest/);
        });
      }

      it('are withdrawn by who filed them and by leads, and by nobody else', async () => {
        await file('hers.pdf', 'teams');
        const { data } = button((await asks()).card, 'Withdraw');
        const forged = (person: Person) =>
          press(person, 'poe.withdraw', { ...(data as object), reason: 'mine', workloads: 'teams' });
        assert.match((await forged(megan)).text, /cannot find this claim/);
        await lead.chat.says(`assign ${id} to ${MEGAN}`);
        // It is Megan's claim now, and Adele's document.
        const seen = await documents(megan);
        assert.match(seen.text, /hers\.pdf\nLatest/);
        assert.ok(!titles(seen.card).includes('Withdraw'));
        assert.match((await forged(megan)).text, /Somebody else filed this document/);
        assert.match((await press(megan, 'poe.withdraw-form', data)).text, /Somebody else filed this document/);
        assert.match((await forged(adele)).text, /cannot find this claim/);
        assert.equal(stateOf((await shown(megan)).text, 'Teams'), 'To upload');
        assert.match((await withdraws(WHY, {}, lead)).text, /hers\.pdf is withdrawn/);
        assert.match((await documents(megan)).text, /Withdrawn by Isaiah Langer/);
      });

      it('say what else was done with the claim, by whom and when', async () => {
        await file('sow.pdf', 'teams');
        const confirmed = await adele.chat.presses((await shown()).card, 'Confirmed in Partner Center');
        await adele.chat.presses(confirmed.card, 'Undo confirmation');
        await adele.chat.presses((await shown()).card, 'No longer engaged', {}, { index: 0 });
        await lead.chat.says(`assign ${id} to ${MEGAN}`);
        const lines = /What else was done\n([\s\S]*)\nBack to the claim/
          .exec((await documents(megan)).text)?.[1]
          ?.split('\n');
        assert.deepEqual(lines, [
          `June 16, 2020: Isaiah Langer gave the claim to ${MEGAN}`,
          'June 16, 2020: Adele Vance marked Exchange Online as no longer engaged',
          'June 16, 2020: Adele Vance took the confirmation of Teams back',
          'June 16, 2020: Adele Vance confirmed Teams in Partner Center',
        ]);
      });

      it('stay with a claim that a lead removes: to read there, not to withdraw', async () => {
        await file('kept.pdf', 'teams');
        const form = await asks();
        const removing = await lead.chat.presses((await shown(lead)).card, 'Remove');
        const removed = await lead.chat.presses(removing.card, 'Remove claim', { reason: 'sold' });
        const all = await lead.chat.presses(removed.card, 'Documents');
        assert.match(all.text, /kept\.pdf\nLatest[\s\S]*Isaiah Langer removed the claim: sold/);
        assert.deepEqual(titles(all.card), ['Download', 'Back to the claim']);
        assert.match((await adele.chat.presses(form.card, 'Withdraw', { reason: WHY })).text, /cannot find this claim/);
        assert.match((await adele.chat.presses(form.card, 'Keep it')).text, /cannot find this claim/);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' } },
  );
});
