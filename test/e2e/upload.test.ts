/** What people drop, and what they do with the form. */
import { strict as assert } from 'node:assert';
import { poeTexts } from '../../src/poe/texts.ts';
import { button, input } from '../support/cards.ts';
import type { Answer, Person } from '../support/teams.ts';
import { eachWorld, importRows, pdf } from './world.ts';

describe('an upload', () => {
  let later = 0;
  const realTime = () => new Date(Date.now() + later);
  const env = { LEADS: 'isaiahl@contoso.example' };
  eachWorld(
    (world) => {
      const OWNER = 'adelev@contoso.example';
      let adele: Person;

      before(async () => {
        await importRows(world().teams.person({ name: 'Isaiah Langer' }), [
          { claim: 'A/17 (b)', customer: 'Fourth Coffee', owner: OWNER },
          { claim: '17', customer: 'Seventeen', owner: OWNER },
          { claim: 'CLM_0001', customer: 'Contoso Retail', owner: OWNER },
          { claim: '20012345', customer: 'Contoso Bank', owner: OWNER },
          { claim: 'UNI-1', customer: '東京商事', owner: OWNER },
          { claim: 'OLD-1', customer: 'Not migrated', name: 'Something else', owner: OWNER },
          { claim: 'OTHER-1', customer: 'Woodgrove', owner: 'meganb@contoso.example' },
        ]);
        adele = world().teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
      });

      const drop = (name: string, words?: string) => adele.chat.drops([{ name, bytes: pdf(name) }], words);
      /** The title of the claim proposed; empty when none is. */
      function proposed({ card }: Answer): string {
        const { value, choices = [] } = input(card, 'claim');
        return choices.find((choice) => choice.value === value)?.title ?? '';
      }

      it('is proposed for the claim whose ID is written, the longest of several', async () => {
        assert.match(proposed(await drop('a.pdf', 'this is for A/17 (b), thanks')), /A\/17 \(b\)/);
        assert.match(proposed(await drop('sow_CLM_0001_v2.pdf')), /CLM_0001/);
        assert.match(proposed(await drop('20012345 final.pdf', '17')), /20012345/);
        assert.match(proposed(await drop('x17.pdf', 'x'.repeat(10_000))), /^$/);
      });

      it('is proposed by the customer’s name, in any script, and not where two fit equally', async () => {
        assert.match(proposed(await drop('東京商事_見積.pdf')), /UNI-1/);
        assert.match(proposed(await drop('fourth-coffee.pdf')), /A\/17/);
        const either = await drop('contoso sow.pdf');
        assert.equal(proposed(either), '');
        const titles =
          input(either.card, 'claim')
            .choices?.map(({ title }) => title)
            .slice(0, 2) ?? [];
        assert.ok(
          titles.every((title) => title.includes('Contoso')),
          titles.join(),
        );
      });

      it('offers nothing of others’ claims, whatever is written', async () => {
        const form = await drop('Woodgrove OTHER-1.pdf', 'OTHER-1');
        assert.doesNotMatch(JSON.stringify(input(form.card, 'claim').choices), /Woodgrove/);
        const tried = await adele.chat.presses(
          form.card,
          'poe.file',
          { claim: '', claimText: 'OTHER-1' },
          { force: true },
        );
        assert.match(tried.text, /cannot find a claim .OTHER-1/);
      });

      it('can be filed for a claim that does not count', async () => {
        const form = await drop('OLD-1.pdf');
        assert.match((await adele.chat.presses(form.card, 'File POE')).text, /OLD-1\.pdf, filed by Adele Vance/);
      });

      it('says of each file that was refused why, and takes the rest', async () => {
        const url = world().teams.offerFile('late.pdf', pdf('late'));
        world().teams.revoke(url);
        const form = await adele.chat.drops([
          { name: 'CLM_0001 good.pdf', bytes: pdf('good') },
          { name: 'empty.pdf', bytes: Buffer.alloc(0) },
          { name: 'late.pdf', url },
          { name: 'run.exe', bytes: Buffer.from('MZ\x90\x00 this is a program') },
          { name: 'elsewhere.pdf', url: 'https://files.example/elsewhere.pdf' },
        ]);
        assert.match(form.text, /empty\.pdf: This file is empty/);
        assert.match(form.text, /late\.pdf: The link to this file has expired/);
        assert.match(form.text, /run\.exe: This file is a program/);
        assert.match(form.text, /elsewhere\.pdf: I can only fetch files/);
        const filed = await adele.chat.presses(form.card, 'File POE');
        assert.match(filed.text, /CLM_0001 good\.pdf, filed by/);
        assert.doesNotMatch(filed.text, /(?:empty|late|elsewhere)\.pdf|run\.exe/);
      });

      it('of nothing but refused files opens no form', async () => {
        const answer = await adele.chat.drops([{ name: 'empty.pdf', bytes: Buffer.alloc(0) }]);
        assert.equal(answer.cards.length, 0);
        assert.match(answer.text, /empty\.pdf: This file is empty/);
      });

      it('takes ten files of eleven and says so', async () => {
        const files = Array.from({ length: 11 }, (_, i) => ({ name: `part ${i}.pdf`, bytes: pdf(`part ${i}`) }));
        const form = await adele.chat.drops(files, 'CLM_0001');
        assert.match(form.text, /up to 10 files at a time/);
        assert.match(form.text, /part 9\.pdf/);
        assert.doesNotMatch(form.text, /part 10\.pdf/);
      });

      it('is not filed once it was discarded, and can be dropped again', async () => {
        const form = await drop('CLM_0001 discarded.pdf');
        assert.match((await adele.chat.presses(form.card, 'Discard')).text, /Nothing was filed/);
        const late = await adele.chat.presses(form.card, 'File POE', {}, { activityId: 'new' });
        assert.match(late.text, /no longer open\. Please send the file again/);
        const again = await drop('CLM_0001 discarded.pdf');
        const { draft } = button(form.card, 'File POE').data as { draft: string };
        assert.notEqual((button(again.card, 'File POE').data as { draft: string }).draft, draft);
        assert.match((await adele.chat.presses(again.card, 'File POE')).text, /discarded\.pdf, filed by/);
        assert.match((await adele.chat.presses(again.card, 'Discard', {}, { activityId: 'new' })).text, /filed by/);
      });

      it('that is dropped again under a better name goes by that name', async () => {
        const bytes = pdf('renamed');
        const first = await adele.chat.drops([{ name: 'scan0001.pdf', bytes }]);
        assert.match(first.text, /scan0001\.pdf/);
        const again = await adele.chat.drops([{ name: 'CLM_0001 signed order.pdf', bytes }]);
        assert.match(again.text, /CLM_0001 signed order\.pdf/);
        assert.doesNotMatch(again.text, /scan0001/);
        assert.match(proposed(again), /CLM_0001/);
        // One draft: its first form files under the new name, too.
        const filed = await adele.chat.presses(again.card, 'File POE');
        assert.match(filed.text, /CLM_0001 signed order\.pdf, filed by Adele Vance/);
        assert.doesNotMatch(filed.text, /scan0001/);
      });

      it('of somebody who may see no claim is answered with whom to ask', async () => {
        const { teams } = world();
        const alex = teams.person({ name: 'Alex Wilber' });
        const file = { name: 'A/17 (b).pdf', bytes: pdf('alex') };
        const answer = await alex.chat.drops([file], 'for OTHER-1');
        assert.equal(answer.text, poeTexts('en').noClaims);
        assert.equal(answer.cards.length, 0);
        await teams.person({ name: 'Isaiah Langer' }).chat.says('assign OLD-1 to alexw@contoso.example');
        assert.match(proposed(await alex.chat.drops([file], 'OLD-1')), /OLD-1/);
      });

      it('is gone after 30 days, with a sentence', async () => {
        const form = await drop('CLM_0001 forgotten.pdf');
        later = 30 * 86_400_000 + 1_000;
        try {
          assert.match((await adele.chat.presses(form.card, 'File POE')).text, /no longer open/);
          assert.match((await drop('CLM_0001 forgotten.pdf')).text, /forgotten\.pdf/);
        } finally {
          later = 0;
        }
      });
    },
    { env, overrides: { realTime } },
  );
});
