/** Stories 5 and 6: a ticket with claim IDs, its number at once, the desk informed, the requester told, the text for Microsoft ready. */
import { strict as assert } from 'node:assert';
import { buttons, type InputValues } from '../support/cards.ts';
import { type Answer, TENANT } from '../support/teams.ts';
import { eachWorld, importRows, pdf, type World } from './world.ts';

const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const env = { LEADS: 'isaiahl@contoso.example' };
const ASKED: InputValues = { issue: 'poe-question', claims: '', description: 'Does the customer sign it?' };

const titles = (answer: Answer) => buttons(answer.card).map(({ title }) => title);
const numberIn = (answer: Answer) => /T-\d+/.exec(answer.text)?.[0] ?? '';

describe('a ticket', () => {
  eachWorld(
    (world) => {
      const person = (name: string, tenantId = TENANT) => world().teams.person({ name, tenantId });
      const adele = () => person('Adele Vance').chat;

      before(() =>
        importRows(person('Isaiah Langer'), [
          { claim: 'CLM-1', customer: 'Contoso Retail', owner: 'adelev@contoso.example' },
          { claim: 'CLM-2', customer: 'Fabrikam', owner: 'adelev@contoso.example' },
          { claim: 'CLM-9', customer: 'Secret Customer', owner: 'meganb@contoso.example' },
        ]),
      );

      it('is opened with a claim that is named, and has a number at once', async () => {
        const form = await adele().says('open a ticket for claim clm-1');
        assert.match(form.text, /Partner Incentives/);
        const ticket = await adele().presses(form.card, 'Submit ticket', {
          issue: 'competing-claim',
          description: 'A rival claims it.',
        });
        assert.match(ticket.text, /T-1001 is open/);
        assert.match(ticket.text, /CLM-1 \(Contoso Retail\)/);
        assert.match(ticket.text, /Adele Vance opened it/);
      });

      it('is opened from a claim that is over, with the claim ID and the words filled in', async () => {
        const claim = await adele().says('claim CLM-2');
        const form = await adele().presses(claim.card, 'Disassociate');
        const ticket = await adele().presses(form.card, 'Submit ticket');
        assert.match(ticket.text, /Disassociation[\s\S]*CLM-2 \(Fabrikam\)[\s\S]*wish to be disassociated/);
        const handOver = await adele().presses(ticket.card, 'Hand over');
        assert.match(
          handOver.text,
          /Claim IDs: CLM-2[\s\S]*no longer working with the customer[\s\S]*Our reference: T-\d+/,
        );
        const numbered = await adele().presses(handOver.card, 'Save case number', { caseNumber: ' 1234 5678 ' });
        assert.match(numbered.text, /Handed over to Microsoft/);
        assert.match(numbered.text, /Case number\s+1234 5678/);
      });

      it('is opened from a question that got no answer, with the question in it', async () => {
        const refused = await adele().says('How many pages may a POE have?');
        const form = await adele().presses(refused.card, 'Open a ticket');
        const ticket = await adele().presses(form.card, 'Submit ticket', { issue: 'poe-question' });
        assert.match(ticket.text, /How many pages may a POE have\?/);
      });

      it('is opened in free words', async () => {
        assert.ok(titles(await adele().says('I want to talk to support')).includes('Submit ticket'));
      });

      it('shows the form again with what was entered and the reason at the field', async () => {
        const form = await adele().says('open a ticket');
        const again = await adele().presses(form.card, 'Submit ticket', { claims: 'CLM-1, 4711-X', description: ' ' });
        assert.match(again.text, /Choose what it is about[\s\S]*I do not know claim 4711-X[\s\S]*Say in a sentence/);
        const warned = await adele().presses(again.card, 'Submit ticket', {
          issue: 'other',
          description: 'About two.',
        });
        assert.match(warned.text, /T-\d+ is open[\s\S]*4711-X \(not known here\)/);
      });

      it('warns of a claim that the person may not see as of one that is not there', async () => {
        const form = await adele().says('open a ticket');
        const again = await adele().presses(form.card, 'Submit ticket', { ...ASKED, claims: 'CLM-9' });
        assert.match(again.text, /I do not know claim CLM-9/);
        assert.doesNotMatch(again.text, /Secret/);
      });

      it('wants a claim ID for a disassociation', async () => {
        const form = await adele().says('open a ticket');
        const again = await adele().presses(form.card, 'Submit ticket', { ...ASKED, issue: 'disassociation' });
        assert.match(again.text, /Name at least one claim ID/);
      });

      for (const [how, delivery] of [
        ['the same id', { times: 4 }],
        ['new ids', { times: 4, activityId: 'new' }],
        ['new ids, all at once', { times: 4, activityId: 'new', atOnce: true }],
      ] as const) {
        it(`delivered four times with ${how} is one ticket`, async () => {
          const form = await adele().says('open a ticket');
          const before = await adele().says('my tickets');
          const answer = await adele().presses(form.card, 'Submit ticket', ASKED, delivery);
          const numbers = new Set(answer.text.match(/T-\d+ is open/g));
          assert.equal(numbers.size, 1);
          const count = (list: Answer) => Number(/(\d+) tickets?/.exec(list.text)?.[1] ?? 0);
          assert.equal(count(await adele().says('my tickets')), count(before) + 1);
        });
      }

      it('submitted again after a restart is the same ticket', async () => {
        const form = await adele().says('open a ticket');
        const first = await adele().presses(form.card, 'Submit ticket', ASKED);
        await world().restart();
        const again = await adele().presses(form.card, 'Submit ticket', ASKED);
        assert.equal(numberIn(again), numberIn(first));
      });

      it('is found again by its number, by its requester and by leads, and by nobody else', async () => {
        const name = numberIn(await opened(world(), 'Adele Vance'));
        for (const text of [`ticket ${name}`, name.toLowerCase(), `any news on ${name}?`])
          assert.match((await adele().says(text)).text, /Adele Vance opened it/, text);
        assert.match((await person('Isaiah Langer').chat.says(`ticket ${name}`)).text, /Adele Vance opened it/);
        for (const other of [person('Megan Bowen'), person('Adele Vance', OTHER_TENANT)])
          assert.match((await other.chat.says(`ticket ${name}`)).text, /cannot find a ticket/);
      });

      it('is changed, commented, withdrawn and reopened by its requester; a press that comes again changes nothing', async () => {
        const ticket = await opened(world(), 'Adele Vance');
        const form = await adele().presses(ticket.card, 'Change');
        const changed = await adele().presses(form.card, 'Save', { description: 'Another text.' });
        assert.match(changed.text, /Another text\.[\s\S]*Adele Vance changed it/);
        const said = await adele().presses(
          changed.card,
          'Send comment',
          { comment: 'One more <b>thing</b>' },
          { times: 2, atOnce: true, force: true },
        );
        assert.equal(said.card && JSON.stringify(said.card).match(/One more/g)?.length, 1);
        const withdrawn = await adele().presses(said.card, 'Withdraw');
        assert.match(withdrawn.text, /Withdrawn/);
        const late = { ticket: Number(numberIn(ticket).slice(2)), once: 'late', comment: 'late' };
        const value = { action: { verb: 'ticket.comment', data: late } };
        const refused = await adele().sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        assert.match(refused.text, /closed/);
        const reopened = await adele().presses(withdrawn.card, 'Reopen');
        assert.match(reopened.text, /^Open$/m);
      });

      it('takes files that are dropped into the chat', async () => {
        const name = numberIn(await opened(world(), 'Lynne Robbins'));
        const { chat } = person('Lynne Robbins');
        const dropped = await chat.drops([{ name: 'letter.pdf', bytes: pdf('letter') }]);
        const choice = dropped.cards.find((card) => buttons(card).some(({ title }) => title?.startsWith(name)));
        assert.ok(choice);
        const added = await chat.presses(choice, buttons(choice)[0]?.title ?? '');
        assert.match(added.text, new RegExp(`Added letter\\.pdf to ${name}`));
        assert.match((await chat.presses(choice, buttons(choice)[0]?.title ?? '')).text, /no longer open/);
        const { card } = await chat.says(`ticket ${name}`);
        assert.equal(JSON.stringify(card).match(/letter\.pdf/g)?.length, 2);
      });

      it('changes nothing for forged presses: of others, of another tenant, by nobody of the desk, or closed', async () => {
        const ticket = await opened(world(), 'Adele Vance');
        const number = Number(numberIn(ticket).slice(2));
        const forged = (verb: string, data: object = {}) => ({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { verb, data: { ticket: number, once: `forged-${verb}`, ...data } } },
        });
        const before = (await adele().says(`ticket T-${number}`)).text;
        for (const other of [person('Megan Bowen'), person('Adele Vance', OTHER_TENANT)])
          for (const verb of [
            'ticket.take',
            'ticket.resolve',
            'ticket.withdraw',
            'ticket.comment',
            'ticket.case',
            'ticket.save',
          ])
            await other.chat.sends(forged(verb, { comment: 'x', caseNumber: 'x', description: 'x', issue: 'other' }));
        for (const verb of ['ticket.take', 'ticket.resolve'])
          assert.match((await adele().sends(forged(verb))).text, /desk and leads/);
        const channel = person('Megan Bowen').in(world().teams.channel('Somewhere'));
        await channel.sends(forged('ticket.resolve'));
        assert.equal((await adele().says(`ticket T-${number}`)).text, before);
      });
    },
    { env },
  );
});

/** A ticket of somebody, as the answer to their submit. */
async function opened({ teams }: World, name: string, values: InputValues = ASKED): Promise<Answer> {
  const { chat } = teams.person({ name });
  const form = await chat.says('open a ticket');
  return chat.presses(form.card, 'Submit ticket', values);
}

describe('the desk', () => {
  eachWorld(
    (world) => {
      const lead = () => world().teams.person({ name: 'Isaiah Langer' });
      const desk = () => world().teams.channel('Desk');

      it('is named by a lead, in its channel', async () => {
        const { teams } = world();
        assert.match((await teams.person({ name: 'Adele Vance' }).in(desk()).mentions('desk here')).text, /Only leads/);
        assert.match((await lead().in(teams.group('Friends')).mentions('desk here')).text, /in the channel/);
        assert.match((await lead().in(desk()).mentions('desk here')).text, /is your desk from now on/);
      });

      it('gets each ticket as one card, kept up to date, and the requester hears of it', async () => {
        const { teams } = world();
        const ticket = await opened(world(), 'Adele Vance');
        const name = numberIn(ticket);
        const posted = await desk().next(new RegExp(`${name} · `));
        const megan = teams.person({ name: 'Megan Bowen' }).in(desk());
        const taken = await megan.presses(posted.cards[0] as never, 'Take');
        assert.match(taken.text, /In progress/);
        const updated = await desk().next((sent) => sent.kind === 'update' && /Taken by\s+Megan Bowen/.test(sent.text));
        assert.equal(updated.id, posted.id);
        const { chat } = teams.person({ name: 'Adele Vance' });
        await chat.next(`${name}: Megan Bowen took it`);
        const talk = await megan.presses(taken.card, 'Send comment', { comment: 'Which location?' }, { force: true });
        await chat.next(`${name}: Megan Bowen: Which location?`);
        await megan.presses(talk.card, 'Resolve');
        await chat.next(`${name}: Megan Bowen resolved it`);
        assert.equal(
          desk().sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${name} · `)).length,
          1,
        );
      });

      it('says nothing to the requester on what they did themselves', async () => {
        const { teams } = world();
        const { chat } = teams.person({ name: 'Lynne Robbins' });
        const ticket = await opened(world(), 'Lynne Robbins');
        const name = numberIn(ticket);
        await desk().next(new RegExp(`${name} · `));
        await chat.presses(ticket.card, 'Send comment', { comment: 'Mine' }, { force: true });
        await desk().next((sent) => sent.kind === 'update' && sent.text.includes('Lynne Robbins: Mine'));
        assert.equal(chat.conversation.sent.filter(({ text }) => text.includes(`${name}:`)).length, 0);
      });

      it('gets one card of a ticket that changes while its card is on the way', async () => {
        const { teams } = world();
        const post = { method: 'POST', url: /thread\.tacv2.*activities/ };
        const held = teams.inject({ hold: true }, post);
        const ticket = await opened(world(), 'Lynne Robbins');
        const name = numberIn(ticket);
        await held.reached;
        const { chat } = teams.person({ name: 'Lynne Robbins' });
        await chat.presses(ticket.card, 'Send comment', { comment: 'While it is sent' }, { force: true });
        await chat.says('my tickets');
        held.release();
        await desk().next((sent) => sent.kind === 'update' && sent.text.includes('While it is sent'));
        const created = desk().sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${name} · `));
        assert.equal(created.length, 1);
      });

      it('shows no ticket in another place, not even to a lead or its requester who presses there', async () => {
        const { teams } = world();
        const name = numberIn(await opened(world(), 'Adele Vance', { ...ASKED, description: 'About Contoso Secret' }));
        const value = { verb: 'ticket.comment', ticket: Number(name.slice(2)), once: 'elsewhere', comment: 'here' };
        for (const who of [lead(), teams.person({ name: 'Adele Vance' })]) {
          for (const place of [teams.group('Friends'), teams.channel('Somewhere')]) {
            const answer = await who.in(place).sends({ type: 'message', value });
            assert.doesNotMatch(answer.text, /Contoso Secret/);
            assert.match(answer.text, /members of the desk/);
          }
        }
      });

      it('tells those who are not in its team that it is not theirs', async () => {
        const { teams } = world();
        const name = numberIn(await opened(world(), 'Adele Vance'));
        const posted = await desk().next(new RegExp(`${name} · `));
        const stranger = teams.person({ name: 'Patti Fernandez' });
        const chat = stranger.in(desk());
        desk().members.delete(stranger.id);
        const answer = await chat.presses(posted.cards[0] as never, 'Resolve');
        assert.match(answer.text, /cannot find a ticket|members of the desk/);
        assert.match((await lead().chat.says(`ticket ${name}`)).text, /^Open$/m);
      });
    },
    { env },
  );
});
