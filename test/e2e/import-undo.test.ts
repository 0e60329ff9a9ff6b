/** Imports that leads undo: what they brought goes, what they changed is as before, what people and later imports did stays and is named. */
import { strict as assert } from 'node:assert';
import { inThisProcess } from '../claims/import/importing.ts';
import { type AdaptiveCard, button, buttons } from '../support/cards.ts';
import type { Answer, Person } from '../support/teams.ts';
import { eachWorld, exportOf, pdf, type Row } from './world.ts';

const OWNER = 'adelev@contoso.example';

describe('an import that a lead undoes', () => {
  inThisProcess();
  eachWorld(
    (world) => {
      let lead: Person;
      let adele: Person;
      let n = 0;
      /** What the names of this test begin with. */
      let its = '';

      beforeEach(async () => {
        n += 1;
        its = `U${n}`;
        lead = world().teams.person({ name: 'Isaiah Langer' });
        adele = world().teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
      });

      const row = (claim: string, more: Partial<Row> = {}): Row => ({
        claim: `${its}-${claim}`,
        customer: `Customer ${its}${claim}x`,
        owner: OWNER,
        ...more,
      });
      /** The card of an import that is through; a busy machine says so later. */
      async function imports(rows: readonly Row[], name = `${its}.csv`): Promise<AdaptiveCard> {
        const since = lead.chat.conversation.mark;
        const dropped = await lead.chat.drops([{ name, bytes: exportOf(rows) }]);
        const [preview] =
          dropped.cards.length > 0 ? dropped.cards : (await lead.chat.next(/Import preview/, { since })).cards;
        const done = await lead.chat.presses(preview ?? assert.fail('no preview'), 'Import');
        if (/^Imported/m.test(done.text)) return done.card;
        await lead.chat.next(`The import of ${name} is done`, { since, timeoutMs: 60_000 });
        const list = await lead.chat.says('imports');
        return (await lead.chat.presses(list.card, `Show the import of ${name}`, {}, { index: 0 })).card;
      }
      /** What is said of the undo when it is through. */
      async function undoes(card: AdaptiveCard): Promise<Answer> {
        const since = lead.chat.conversation.mark;
        const answer = await lead.chat.presses(card, 'Undo this import');
        if (/^Undone/m.test(answer.text)) return answer;
        await lead.chat.next(/is undone/, { since, timeoutMs: 60_000 });
        return lead.chat.presses(card, 'Undo this import');
      }
      /** One after the other: each is the answer to its own message. */
      async function shown(...names: readonly string[]): Promise<string[]> {
        const texts: string[] = [];
        for (const name of names) texts.push(await claim(name));
        return texts;
      }
      const claim = async (name: string, by = lead) => (await by.chat.says(`claim ${its}-${name}`)).text;
      const files = async (name: string, bytes: string, by = adele) => {
        const draft = await by.chat.drops([{ name: `${its}-${name}.pdf`, bytes: pdf(its + bytes) }]);
        assert.match((await by.chat.presses(draft.card, 'File POE')).text, /filed by/);
      };

      it('leaves nothing of what it brought, and no filter or count', async () => {
        await imports([row('OLD')], `${its} before.csv`);
        const before = (await lead.chat.says('what needs POE')).text;
        const done = await imports([row('A', { program: `Program ${its}`, workload: `Workload ${its}` }), row('B')]);
        assert.match((await lead.chat.says('what needs POE')).text, new RegExp(`Program ${its}`));
        const undone = await undoes(done);
        assert.match(undone.text, /Undone: U1\.csv[\s\S]*Gone\s+2[\s\S]*As before\s+0[\s\S]*Something stays\s+0/);
        for (const name of ['A', 'B']) assert.match(await claim(name), /cannot find a claim/);
        assert.equal((await lead.chat.says('what needs POE')).text, before);
        assert.match(await claim('OLD'), /Customer U1OLDx/);
        // The file may be imported again, as one that nobody has seen.
        await imports([row('A'), row('B')]);
        assert.match(await claim('A', adele), /Customer U1Ax/);
      });

      it('has changed nothing, in the end, of what was there before', async () => {
        const first = [row('A', { workload: '' }), row('B', { status: 'Rejected', owner: '' }), row('C')];
        await imports(first, `${its} first.csv`);
        const before = await shown('A', 'B', 'C');
        const done = await imports([
          row('A', { workload: 'Microsoft Teams', owner: 'meganb@contoso.example' }),
          row('B', { customer: 'Renamed', name: 'Renamed FRP Migrated FRP' }),
          row('C'),
        ]);
        assert.match(await claim('B'), /Renamed[\s\S]*Owner\s+Adele Vance/);
        assert.match((await undoes(done)).text, /Gone\s+0[\s\S]*As before\s+2[\s\S]*Something stays\s+0/);
        assert.deepEqual(await shown('A', 'B', 'C'), before);
      });

      it('leaves what people have worked on since, and names it', async () => {
        const known = [row('OWNED'), row('ADDED')];
        await imports(known, `${its} first.csv`);
        const names = ['POE', 'MARK', 'BACK', 'TAKEN', 'GIVEN', 'TICKET', 'DRAFT', 'REMOVED', 'FREE'];
        const done = await imports([
          ...names.map((name) => row(name, name === 'TAKEN' ? { owner: '' } : {})),
          row('OWNED', { owner: 'meganb@contoso.example' }),
          row('ADDED', { workload: 'Microsoft Teams' }),
        ]);
        const open = async (name: string) => (await adele.chat.says(`claim ${its}-${name}`)).card;
        await files('POE', 'poe');
        await adele.chat.presses(await open('MARK'), 'No longer engaged');
        const marked = await adele.chat.presses(await open('BACK'), 'Was already there');
        await adele.chat.presses(marked.card, 'Undo confirmation');
        await adele.chat.presses(await open('TAKEN'), 'I’ll take it');
        await lead.chat.says(`assign ${its}-GIVEN to lynner@contoso.example`);
        await lead.chat.says(`assign ${its}-OWNED to lynner@contoso.example`);
        const form = await lead.chat.says(`open a ticket for ${its}-TICKET`);
        await lead.chat.presses(form.card, 'ticket.submit', {
          topic: 'cpor',
          issue: 'other',
          description: 'What is this?',
        });
        await adele.chat.drops([{ name: `${its}-DRAFT.pdf`, bytes: pdf(`${its} draft`) }]);
        const why = await lead.chat.presses((await lead.chat.says(`claim ${its}-REMOVED`)).card, 'Remove');
        await lead.chat.presses(why.card, 'Remove claim', { reason: 'a test of ours' });
        const added = await adele.chat.drops([{ name: `${its}-ADDED.pdf`, bytes: pdf(`${its} added`) }]);
        assert.match(
          (await adele.chat.presses(added.card, 'File POE', { workloads: 'microsoft-teams' })).text,
          /filed by/,
        );
        const { text } = await undoes(done);
        assert.match(text, /Gone\s+1\s[\s\S]*As before\s+0[\s\S]*Something stays\s+10/);
        for (const [name, reason] of Object.entries({
          POE: 'POE was filed',
          MARK: 'a workload was marked',
          BACK: 'somebody worked on it',
          TAKEN: 'somebody worked on it',
          GIVEN: 'somebody worked on it',
          TICKET: 'a ticket names it',
          DRAFT: 'an upload is proposed for it',
          REMOVED: 'a lead removed it',
          OWNED: 'it got another owner since',
          ADDED: 'POE was filed',
        }))
          assert.match(text, new RegExp(`${its}-${name}: ${reason}`));
        assert.match(await claim('FREE'), /cannot find a claim/);
        assert.match(await claim('POE'), /filed by Adele Vance/);
        assert.match(await claim('OWNED'), /Owner\s+lynner@contoso\.example/);
        assert.match(await claim('ADDED'), /Exchange Online[\s\S]*Microsoft Teams[\s\S]*filed by Adele Vance/);
        assert.match(await claim('REMOVED'), /Removed by Isaiah Langer/);
      });

      it('leaves what a later import says too, and that goes when the later one is undone', async () => {
        await imports([row('OLD', { status: 'Rejected' })], `${its} zero.csv`);
        const zero = await claim('OLD');
        const first = await imports([row('A'), row('B'), row('OLD')], `${its} first.csv`);
        const second = await imports([row('A'), row('OLD'), row('C')], `${its} second.csv`);
        const { text } = await undoes(first);
        assert.match(text, /Gone\s+1[\s\S]*As before\s+0[\s\S]*Something stays\s+2/);
        for (const name of ['A', 'OLD']) assert.match(text, new RegExp(`${its}-${name}: a later import has it too`));
        assert.match(await claim('A'), /Customer U4Ax/);
        assert.match(await claim('OLD'), /Approved/);
        assert.match((await undoes(second)).text, /Gone\s+2[\s\S]*As before\s+1[\s\S]*Something stays\s+0/);
        assert.match(await claim('A'), /cannot find a claim/);
        assert.equal(await claim('OLD'), zero);
      });

      it('is undone once, however often it is pressed, and by any lead', async () => {
        const done = await imports([row('A'), row('B')]);
        await files('A', 'poe');
        const lynne = world().teams.person({ name: 'Lynne Robbins' });
        await lynne.chat.says('help');
        const list = await lynne.chat.says('imports');
        assert.match(list.text, new RegExp(`${its}\\.csv[\\s\\S]*Isaiah Langer · [\\s\\S]*2 new, 0 changed, 0 same`));
        const press = () => lead.chat.presses(done, 'Undo this import');
        const wait = [lynne, lead].map(({ chat }) => ({ chat, since: chat.conversation.mark }));
        const byLynne = lynne.chat.presses(list.card, 'Undo this import', {}, { index: 0 });
        const answers = await Promise.all([byLynne, press(), press()]);
        // Whoever came first hears of its end, where that was not the answer.
        if (!answers.some(({ text }) => /^Undone/m.test(text)))
          await Promise.any(wait.map(({ chat, since }) => chat.next(/is undone/, { since, timeoutMs: 60_000 })));
        assert.match((await press()).text, /Undone: [\s\S]*Gone\s+1[\s\S]*Something stays\s+1/);
        const after = await lead.chat.says('I would like to see our recent imports.');
        assert.match(after.text, /2 new, 0 changed, 0 same\s+· Undone/);
        const opened = await lead.chat.presses(after.card, `Show the import of ${its}.csv`);
        assert.match(opened.text, new RegExp(`Undone: ${its}\\.csv[\\s\\S]*${its}-A: POE was filed`));
        assert.ok(!buttons(opened.card).some(({ title }) => title === 'Undo this import'));
      });

      it('is for leads: nobody else lists imports or undoes one, whatever they send', async () => {
        const done = await imports([row('A')]);
        const { job } = button(done, 'Undo this import').data as { job: string };
        for (const verb of ['import.undo', 'import.open', 'imports']) {
          const value = { action: { type: 'Action.Execute', verb, data: { job } } };
          const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
          assert.match(answer.text, /Only leads import associations/, verb);
        }
        for (const said of ['imports', 'Could you show me which exports were imported lately?'])
          assert.match((await adele.chat.says(said)).text, /Only leads import associations/, said);
        assert.match(await claim('A', adele), new RegExp(its));
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example,lynner@contoso.example' } },
  );
});
