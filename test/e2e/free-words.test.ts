/** What people ask for in sentences of their own: with why, with slips, and with the customer somewhere in the middle. */
import { strict as assert } from 'node:assert';
import { input } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { titles } from './answers.ts';
import { eachWorld, importRows } from './world.ts';

const OWNER = 'adelev@contoso.example';
const ROWS = [
  { claim: 'CLM-70012', customer: 'Contoso Retail', owner: OWNER },
  { claim: 'CLM-70018', customer: 'Tailspin Toys', owner: OWNER },
  { claim: 'CLM-70019', customer: 'Tailspin Toys', owner: OWNER },
  { claim: 'CLM-70031', customer: 'Northwind Traders', owner: OWNER },
  { claim: 'CLM-70044', customer: 'Alpine Ski House', owner: 'meganb@contoso.example' },
];

describe('what people ask for in words of their own', () => {
  eachWorld(
    (world) => {
      let adele: Person;
      let lead: Person;

      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        lead = world().teams.person({ name: 'Isaiah Langer' });
        for (const name of ['Adele Vance', 'Megan Bowen', 'Lynne Robbins'])
          await world().teams.person({ name }).chat.says('help');
        await importRows(lead, ROWS);
      });

      const customers: [words: string, shown: RegExp][] = [
        ['can you bring up CLM-70012 for me, want to see where it’s at', /Claim CLM-70012/],
        ['kindly display details of clm 70031, customer is on the phone', /Claim CLM-70031/],
        ['whats with C L M 70012', /Claim CLM-70012/],
        ['pull up the Northwnd Traders one would you mate', /Claim CLM-70031/],
        ['I’m on the phone with Northwind’s CIO, bring up their claim quick', /Claim CLM-70031/],
        ['what do we have for Contoso in the system, show me please', /Claim CLM-70012/],
        ['Let me have a look at what we’ve got on Tailspin Toys', /2 claims/],
      ];
      for (const [words, shown] of customers)
        it(`shows the claim that is meant by “${words}”`, async () => {
          assert.match((await adele.chat.says(words)).text, shown);
        });

      it('shows nobody the claim of another, however it is named', async () => {
        for (const words of ['pull up the Alpine Ski House one', 'pull up the Alpine Skihouse one', 'show clm 70044'])
          assert.doesNotMatch((await adele.chat.says(words)).text, /70044 ·/, words);
        assert.match((await lead.chat.says('pull up the Alpine Skihouse one')).text, /Claim CLM-70044/);
      });

      it('shows people their own list, not what the notice says about the dashboard', async () => {
        for (const words of [
          'I would like to see all the claims that belong to me',
          'pull up everything that sits with me right now',
          'what claims am I on the hook for at the moment, just out of a meeting and can’t remember',
        ])
          assert.match((await adele.chat.says(words)).text, /^What needs POE/, words);
      });

      it('opens a ticket with the claims that are named and with why, as it was told', async () => {
        const words =
          'we’ve stopped working with Tailspin, can you raise a ticket with support so they take us off, the claims are CLM-70018 and clm 70019';
        const { card } = await adele.chat.says(words);
        assert.deepEqual(titles(await adele.chat.says(words)).slice(0, 1), ['Submit ticket']);
        assert.equal(input(card, 'claims').value, 'CLM-70018, CLM-70019');
        assert.equal(input(card, 'description').value, words);
      });

      it('opens an empty ticket where nothing was told', async () => {
        const { card } = await adele.chat.says('could you please log a support ticket for me');
        assert.equal(input(card, 'claims').value ?? '', '');
        assert.equal(input(card, 'description').value ?? '', '');
      });

      it('proposes to a lead whom a claim may go to, and gives it to nobody before they choose', async () => {
        const asked = await lead.chat.says('give CLM-70012 to Megan, she knows the customer better than me');
        assert.match(asked.text, /Who is to get claim CLM-70012/);
        assert.deepEqual(titles(asked), ['Assign to Megan Bowen (meganb@contoso.example)']);
        assert.match((await adele.chat.says('claim CLM-70012')).text, /Owner\s+You/);
        assert.match((await lead.chat.presses(asked.card, 'claim.assign')).text, /CLM-70012 is now with Megan Bowen/);
      });

      const assigned: [words: string, said: RegExp, choices: string[]][] = [
        [
          'Northwind Traders should go to Lynne from now on, please hand it over to her',
          /CLM-70031/,
          ['Lynne Robbins (lynner'],
        ],
        [
          'can somebody else have CLM-70031, pass it to Lynne Robbins in the Leeds office',
          /CLM-70031/,
          ['Lynne Robbins (lynner'],
        ],
        ['make lynner@contoso.example the owner of clm 70031 please', /CLM-70031/, ['Lynne Robbins (lynner']],
        ['take CLM-70031 off me please, I am moving teams', /Who is to get it\? Write “assign CLM-70031 to”/, []],
        ['hand over Tailspin Toys to Lynne please', /Which of these is to go to somebody else/, []],
      ];
      for (const [words, said, choices] of assigned)
        it(`understands a lead’s “${words}”`, async () => {
          const asked = await lead.chat.says(words);
          assert.match(asked.text, said);
          const shown = titles(asked).filter((title) => title.startsWith('Assign to '));
          assert.equal(shown.length, choices.length, shown.join());
          for (const choice of choices)
            assert.ok(
              shown.some((title) => title.includes(choice)),
              shown.join(),
            );
        });

      it('asks a lead who names no claim which one is meant', async () => {
        const { text } = await lead.chat.says('can I give a claim to a colleague?');
        assert.match(text, /Which claim is to go to whom/);
      });

      it('tells everybody else that leads assign claims', async () => {
        for (const words of [
          'give CLM-70018 to Megan, she knows them better',
          'make Megan the owner of Tailspin please',
        ])
          assert.match((await adele.chat.says(words)).text, /Only leads assign claims/, words);
      });

      it('turns reminders on for who does not want to forget, and asks back where it is not clear', async () => {
        for (const words of [
          'give me a nudge now and then so I don’t forget these claims',
          'ok I kept forgetting my claims without you, please switch the nudges back on',
        ])
          assert.match((await adele.chat.says(words)).text, /^Reminders are on/, words);
        assert.match((await adele.chat.says('please do not stop reminding me')).text, /reminders off.*reminders on/);
      });

      it('turns reminders off for who wants no more of them, and for nobody else', async () => {
        for (const words of [
          'enough with these nagging messages man, I don’t want any more of them',
          'turn the reminders off for me would you, they keep popping up on the car screen',
          'I do not wish to receive further notifications of this kind',
        ])
          assert.match((await adele.chat.says(words)).text, /^Reminders are off/, words);
        for (const words of [
          'From Monday I want to get the reminder messages again like before',
          'Nag me.',
          'before I shut the laptop tell me what claims I’ve got full stop',
        ])
          assert.doesNotMatch((await adele.chat.says(words)).text, /Reminders are off/, words);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' } },
  );
});
