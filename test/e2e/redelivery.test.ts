/**
 * docs/platform.md, traps 1 and 4: what is delivered again, at once, stale or forged has one effect or none, and a sane answer each time.
 */
import { strict as assert } from 'node:assert';
import { button } from '../support/cards.ts';
import type { Delivery } from '../support/teams/chat.ts';
import { eachWorld, exportOf, importRows, pdf } from './world.ts';

const FOUR: readonly (readonly [string, Delivery])[] = [
  ['with the same id, one after the other', { times: 4 }],
  ['with the same id, at once', { times: 4, atOnce: true }],
  ['with new ids, one after the other', { times: 4, activityId: 'new' }],
  ['with new ids, at once', { times: 4, activityId: 'new', atOnce: true }],
];

/** How often a text occurs. */
function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('four deliveries', () => {
  eachWorld((world) => {
    for (const [index, [how, delivery]] of FOUR.entries()) {
      describe(how, () => {
        const claim = `CLM-${index}001`;
        const row = { claim, customer: `Customer ${index}`, owner: 'adelev@contoso.example' };

        it('of "Import" import once and answer four times', async () => {
          const lead = world().teams.person({ name: 'Isaiah Langer' });
          const preview = await lead.chat.drops([{ name: `export${index}.csv`, bytes: exportOf([row]) }]);
          const since = lead.chat.conversation.mark;
          const answer = await lead.chat.presses(preview.card, 'Import', {}, delivery);
          assert.deepEqual(
            answer.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          assert.equal(answer.cards.length, 4);
          // A busy machine says it in a message of its own.
          if (!answer.text.includes('Imported'))
            await lead.chat.next(`The import of export${index}.csv is done`, { since, timeoutMs: 25_000 });
          const found = await lead.chat.says(`what needs POE Customer ${index}`);
          assert.match(found.text, /1 claim to collect/);
          assert.match((await lead.chat.says(`claim ${claim}`)).text, new RegExp(`Customer ${index}`));
        });

        it('of a file make one draft, and of "File POE" file it once', async () => {
          const adele = world().teams.person({ name: 'Adele Vance' });
          const dropped = await adele.chat.drops([{ name: `${claim}.pdf`, bytes: pdf(claim) }], undefined, delivery);
          const drafts = new Set(
            dropped.cards.map((card) => (button(card, 'File POE').data as { draft: string }).draft),
          );
          assert.equal(drafts.size, 1);
          const filed = await adele.chat.presses(dropped.card, 'File POE', {}, delivery);
          assert.deepEqual(
            filed.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          for (const card of filed.cards) assert.match(JSON.stringify(card), new RegExp(`${claim}`));
          const shown = await adele.chat.says(`claim ${claim}`);
          assert.equal(occurrences(shown.text, `${claim}.pdf, filed by`), 1);
        });

        it('of "No longer engaged" mark once; an old press after the undo changes nothing', async () => {
          const adele = world().teams.person({ name: 'Adele Vance' });
          const before = await adele.chat.says(`claim ${claim}`);
          const marked = await adele.chat.presses(before.card, 'No longer engaged', {}, delivery);
          assert.deepEqual(
            marked.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          assert.equal(marked.cards.length, 4);
          for (const card of marked.cards) assert.match(JSON.stringify(card), /Not engaged/);
          await adele.chat.presses(marked.card, 'Engaged again');
          const late = await adele.chat.presses(before.card, 'No longer engaged', {}, { activityId: 'new' });
          assert.doesNotMatch(late.text, /Not engaged/);
        });

        it('as Action.Submit of an old client have one effect, too', async () => {
          const adele = world().teams.person({ name: 'Adele Vance' });
          const before = await adele.chat.says(`claim ${claim}`);
          const marked = await adele.chat.submits(before.card, 'No longer engaged', {}, delivery);
          assert.deepEqual(
            marked.deliveries.map(({ status }) => status),
            [200, 200, 200, 200],
          );
          assert.match(marked.text, /Not engaged/);
          await adele.chat.presses(marked.card, 'Engaged again');
          assert.doesNotMatch((await adele.chat.says(`claim ${claim}`)).text, /Not engaged/);
        });
      });
    }

    it('of one message with the same id are answered once', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      assert.equal((await adele.chat.says('help', { times: 4, atOnce: true })).replies.length, 1);
    });

    it('of one draft pressed at once for two claims go to one of them', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      await importRows(
        lead,
        [
          { claim: 'TWO-1', customer: 'Twin One' },
          { claim: 'TWO-2', customer: 'Twin Two' },
        ],
        'two.csv',
      );
      const [one, two] = [await lead.chat.says('claim TWO-1'), await lead.chat.says('claim TWO-2')];
      const ids = [one, two].map(({ card }) => (button(card, 'Upload POE').data as { claim: string }).claim);
      const form = await lead.chat.drops([{ name: 'twins.pdf', bytes: pdf('twins') }]);
      const { draft } = button(form.card, 'File POE').data as { draft: string };
      const press = (claim: string) =>
        lead.chat.presses(
          form.card,
          'File POE',
          {},
          { data: { draft, shown: claim, claim, workloads: 'exchange-online' }, activityId: 'new' },
        );
      await Promise.all([press(ids[0] ?? ''), press(ids[1] ?? ''), press(ids[0] ?? ''), press(ids[1] ?? '')]);
      const shown = [(await lead.chat.says('claim TWO-1')).text, (await lead.chat.says('claim TWO-2')).text];
      assert.equal(shown.filter((text) => text.includes('twins.pdf, filed by')).length, 1);
    });
  });
});

describe('forged and stale card data', () => {
  const env = { LEADS: 'isaiahl@contoso.example' };
  eachWorld(
    (world) => {
      before(async () => {
        const { teams } = world();
        await importRows(teams.person({ name: 'Isaiah Langer' }), [
          { claim: 'OWN-1', customer: 'Adele’s customer', owner: 'adelev@contoso.example' },
          { claim: 'OTHER-1', customer: 'Megan’s customer', owner: 'meganb@contoso.example' },
        ]);
      });

      async function idOf(claimId: string): Promise<string> {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const { card } = await lead.chat.says(`claim ${claimId}`);
        return (button(card, 'Upload POE').data as { claim: string }).claim;
      }

      it('does not open, mark, take or file on another member’s claim', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        const other = await idOf('OTHER-1');
        const own = await adele.chat.says('claim OWN-1');
        const data = { claim: other, workload: 'exchange-online', once: 'forged' };
        const opened = await adele.chat.presses(own.card, 'Upload POE', {}, { data });
        assert.match(opened.text, /cannot find this claim/);
        for (const verb of [
          'claim.open',
          'claim.not-engaged',
          'claim.confirm',
          'claim.engaged',
          'claim.unconfirm',
          'claim.take',
        ]) {
          const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
          const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
          assert.equal(answer.status, 200);
          assert.match(answer.text, /cannot find this claim/, verb);
        }
        const form = await adele.chat.drops([{ name: 'a.pdf', bytes: pdf('a') }]);
        const { draft } = button(form.card, 'File POE').data as { draft: string };
        const forged = { draft, claim: other, shown: other, workloads: 'exchange-online' };
        assert.match(
          (await adele.chat.presses(form.card, 'File POE', {}, { data: forged })).text,
          /cannot find this claim/,
        );
        const megan = world().teams.person({ name: 'Megan Bowen' });
        const shown = await megan.chat.says('claim OTHER-1');
        assert.match(shown.text, /To collect\s+No POE here/);
      });

      it('does not file another person’s draft', async () => {
        const { teams } = world();
        const [adele, megan] = [teams.person({ name: 'Adele Vance' }), teams.person({ name: 'Megan Bowen' })];
        const form = await megan.chat.drops([{ name: 'OTHER-1.pdf', bytes: pdf('megan') }]);
        const own = await adele.chat.says('claim OWN-1');
        const { draft } = button(form.card, 'File POE').data as { draft: string };
        const claim = await idOf('OWN-1');
        const value = {
          action: {
            type: 'Action.Execute',
            verb: 'poe.file',
            data: { draft, claim, shown: claim, workloads: 'exchange-online' },
          },
        };
        const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        assert.match(answer.text, /belongs to somebody else/);
        assert.ok(own.card);
        assert.match((await adele.chat.says('claim OWN-1')).text, /No POE here/);
        assert.match((await megan.chat.presses(form.card, 'File POE')).text, /OTHER-1\.pdf, filed by Megan Bowen/);
      });

      it('does not reach into another tenant', async () => {
        const stranger = world().teams.person({
          name: 'Adele Vance',
          tenantId: '22222222-2222-4222-8222-222222222222',
        });
        const own = await idOf('OWN-1');
        assert.match((await stranger.chat.says('claim OWN-1')).text, /cannot find a claim/);
        const value = {
          action: {
            type: 'Action.Execute',
            verb: 'claim.not-engaged',
            data: { claim: own, workload: 'exchange-online', once: 'k' },
          },
        };
        assert.match(
          (await stranger.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value })).text,
          /cannot find this claim/,
        );
      });

      it('does not let a member run or cancel a lead’s import', async () => {
        const { teams } = world();
        const preview = await teams
          .person({ name: 'Isaiah Langer' })
          .chat.drops([{ name: 'x.csv', bytes: exportOf([{ claim: 'X-1' }]) }]);
        const { job } = button(preview.card, 'Import').data as { job: string };
        const adele = teams.person({ name: 'Adele Vance' });
        for (const verb of ['import.confirm', 'import.cancel', 'import.map', 'import.as-poe']) {
          const value = { action: { type: 'Action.Execute', verb, data: { job } } };
          assert.match(
            (await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value })).text,
            /Only leads import/,
            verb,
          );
        }
        assert.match((await adele.chat.says('claim X-1')).text, /cannot find a claim/);
      });

      it('says of an unknown button, and of data of another shape, that it is no longer in use', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        const actions = [
          { verb: 'no.such.verb', data: {} },
          { verb: 'claim.open', data: { claim: { $ne: '' } } },
          { verb: 'claim.open', data: {} },
          { verb: 'constructor', data: {} },
          { verb: { $gt: '' }, data: [] },
          undefined,
          null,
        ];
        for (const action of actions) {
          const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });
          assert.equal(answer.status, 200);
          assert.match(answer.text, /no longer in use/);
        }
      });
    },
    { env },
  );
});
