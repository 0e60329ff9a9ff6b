/** What people write on a ticket stays as they wrote it, or is refused with the numbers; and a form shows nobody what others asked. */
import { strict as assert } from 'node:assert';
import { button, input } from '../support/cards.ts';
import type { Answer, Person } from '../support/teams.ts';
import { eachWorld, importRows } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example' };
const FAMILY = '👨‍👩‍👧‍👦';

describe('the text of a ticket', () => {
  eachWorld(
    (world) => {
      let adele: Person;
      let lead: Person;
      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        lead = world().teams.person({ name: 'Isaiah Langer' });
        await importRows(lead, [{ claim: 'CLM-1', owner: 'adelev@contoso.example' }]);
      });

      const submit = async (description: string, values: object = {}): Promise<Answer> => {
        // The card of the ticket before is drawn anew, and would come last.
        await world().app.outbox.idle();
        const form = await adele.chat.says('open a ticket');
        return adele.chat.presses(
          form.card,
          'Submit ticket',
          { issue: 'other', description, ...values },
          { force: true },
        );
      };
      const nameOf = ({ text }: Answer) => /T-\d+/.exec(text)?.[0] ?? '';
      /** As the form has it, when the ticket is opened to be changed. */
      const described = async (name: string): Promise<string> => {
        const shown = await adele.chat.says(`ticket ${name}`);
        const form = await adele.chat.presses(shown.card, 'Change');
        return String(input(form.card, 'description').value);
      };

      for (const [what, text] of [
        ['3,000 signs of Japanese', '契約'.repeat(1_500)],
        ['4,000 signs of Japanese', '契約'.repeat(2_000)],
        ['4,000 letters', 'x'.repeat(4_000)],
        ['4,000 letters with accents of their own', 'e\u0301'.repeat(4_000)],
        ['500 emoji of seven parts', `Yes ${FAMILY.repeat(500)}`],
        ['quotes and line breaks', 'x"\\\n'.repeat(1_000)],
      ] as const)
        it(`is whole after “Change” and “Save”: ${what}`, async () => {
          const name = nameOf(await submit(text));
          assert.equal(await described(name), text.trim());
          const shown = await adele.chat.says(`ticket ${name}`);
          const form = await adele.chat.presses(shown.card, 'Change');
          const saved = await adele.chat.presses(form.card, 'Save', {}, { force: true });
          assert.match(saved.text, /changed it/);
          assert.equal(await described(name), text.trim());
          const card = JSON.stringify((await adele.chat.says(`ticket ${name}`)).card).replaceAll('\u200b', '');
          assert.ok(card.includes(JSON.stringify(text.trim()).slice(1, -1)), 'the card shows all of it');
        });

      for (const [what, text, count, most] of [
        ['6,999 letters', 'x'.repeat(6_999), '6,999', '4,000'],
        ['4,001 signs of Japanese', '約'.repeat(4_001), '4,001', '4,000'],
        ['100,000 letters', 'x'.repeat(100_000), '100,000', '4,000'],
        ['3,000 emoji of seven parts', FAMILY.repeat(3_000), '3,000', '504'],
      ] as const)
        it(`is refused with the numbers, and nothing is kept: ${what}`, async () => {
          const before = await adele.chat.says('my tickets');
          const answer = await submit(text);
          assert.match(answer.text, new RegExp(`description has ${count} characters, and up to ${most} fit`));
          assert.equal((await adele.chat.says('my tickets')).text, before.text);
        });

      it('is refused as a list of claim IDs, a comment and a case number, too', async () => {
        assert.match(
          (await submit('x', { claims: 'x'.repeat(1_501) })).text,
          /claim IDs has 1,501 characters, and up to 1,500/,
        );
        const ticket = await submit('fits');
        const comment = { comment: 'y'.repeat(1_001) };
        const said = await adele.chat.presses(ticket.card, 'Send comment', comment, { force: true });
        assert.match(said.text, /comment has 1,001 characters, and up to 1,000/);
        const handOver = await adele.chat.presses(ticket.card, 'Hand over');
        const caseNumber = { caseNumber: '1'.repeat(101) };
        const noted = await adele.chat.presses(handOver.card, 'Save case number', caseNumber, { force: true });
        assert.match(noted.text, /case number has 101 characters, and up to 100/);
      });

      it('is whole on the card as a case number of 100 signs', async () => {
        const ticket = await submit('fits');
        const handOver = await adele.chat.presses(ticket.card, 'Hand over');
        const caseNumber = '番'.repeat(100);
        const noted = await adele.chat.presses(handOver.card, 'Save case number', { caseNumber });
        // Long words have marks that show nothing where they may be broken.
        assert.match(noted.text.replaceAll('\u200b', ''), new RegExp(`^Case number\\n${caseNumber}$`, 'm'));
      });

      it('is whole on the card as a comment of 1,000 signs', async () => {
        const ticket = await submit('fits');
        const comment = '約'.repeat(1_000);
        const said = await adele.chat.presses(ticket.card, 'Send comment', { comment }, { force: true });
        assert.ok(said.text.replaceAll('\u200b', '').includes(comment));
      });

      it('goes to Microsoft with a word where not all lines fit', async () => {
        const ticket = await submit('a\n'.repeat(1_500));
        const handOver = await adele.chat.presses(ticket.card, 'Hand over');
        assert.match(handOver.text, /[\d,]+ more lines do not fit here\. The ticket shows the whole text/);
      });

      it('is what its own writer asked, whatever a forged form names', async () => {
        await lead.chat.says('How many secret pages may a POE have?');
        const list = await lead.chat.says('unanswered');
        const ids = JSON.stringify(list.card).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
        const refused = await adele.chat.says('How many more pages may a POE have?');
        const data = button(refused.card, 'Open a ticket').data as Record<string, string>;
        for (const asked of [...ids, ...Object.values(data)]) {
          const value = { action: { type: 'Action.Execute', verb: 'ticket.form', data: { asked, question: '' } } };
          const form = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
          assert.equal(form.status, 200);
          assert.doesNotMatch(JSON.stringify(form.body), /secret/);
        }
        const form = await adele.chat.presses(refused.card, 'Open a ticket');
        assert.match(String(input(form.card, 'description').value), /How many more pages/);
      });
    },
    { env },
  );
});

describe('marks that turn the direction of writing', () => {
  const MARKS = /[\p{Bidi_Control}\u206a-\u206f]/u;
  const evil = (text: string) => `\u202e${text}\u2066\u200f`;

  eachWorld(
    (world) => {
      it('reach no card and no desk, wherever they were written', async () => {
        const { teams } = world();
        const lead = teams.person({ name: `Isaiah${evil(' Langer')}`, upn: 'isaiahl@contoso.example' });
        const adele = teams.person({ name: `Adele${evil(' Vance')}`, upn: 'adelev@contoso.example' });
        await importRows(lead, [
          { claim: evil('CLM-1'), customer: evil('Contoso Retail'), owner: 'adelev@contoso.example' },
        ]);
        const desk = teams.channel(evil('Desk'), evil('Team'));
        const named = await lead.in(desk).mentions('desk here');
        const form = await adele.chat.says(evil('open a ticket'));
        const ticket = await adele.chat.presses(form.card, 'Submit ticket', {
          issue: 'other',
          claims: evil('CLM-1'),
          description: evil('Who signs?'),
        });
        assert.match(ticket.text, /CLM-1 \(Contoso Retail\)/);
        const shown = await adele.chat.presses(
          ticket.card,
          'Send comment',
          { comment: evil('and when?') },
          { force: true },
        );
        const claim = await adele.chat.says('claim CLM-1');
        const asked = await adele.chat.says(`what needs POE ${evil('Contoso')}`);
        const announce = await lead.chat.says('announce');
        const announced = await lead.chat.presses(
          announce.card,
          'announce.check',
          { audience: 'everyone', line: evil('Please read') },
          { force: true },
        );
        await world().app.outbox.idle();
        for (const answer of [named, ticket, shown, claim, asked, announced]) {
          assert.doesNotMatch(JSON.stringify(answer.deliveries), MARKS);
          assert.doesNotMatch(answer.text, MARKS);
        }
        assert.match(claim.text, /Contoso Retail/);
        assert.ok(desk.sent.length > 1);
        for (const { text } of desk.sent) assert.doesNotMatch(text, MARKS);
      });
    },
    { env },
  );
});
