/** Many people at once: each ticket has a number of its own, and no number is left out. */
import { strict as assert } from 'node:assert';
import type { Person } from '../support/teams.ts';
import { eachWorld } from './world.ts';

const PEOPLE = 50;
const TICKETS_EACH = 20;
const FIRST = 1001;
const env = { LEADS: 'isaiahl@contoso.example' };

describe('1,000 tickets that 50 people submit at once', () => {
  eachWorld(
    (world) => {
      let longest = 0;

      async function timed<T>(turn: Promise<T>): Promise<T> {
        const began = performance.now();
        const answer = await turn;
        longest = Math.max(longest, performance.now() - began);
        return answer;
      }

      /** One after the other, as fast as the answers come. Returns the numbers. */
      async function submits({ chat, name }: Person): Promise<number[]> {
        const numbers: number[] = [];
        for (let i = 0; i < TICKETS_EACH; i++) {
          const form = await timed(chat.says('open a ticket'));
          const asked = { issue: 'other', claims: '', description: `Question ${i} of ${name}` };
          // Teams delivers some twice: that burns no number.
          const times = i % 5 === 0 ? 2 : 1;
          const delivery = { times, atOnce: true, activityId: 'new' };
          const ticket = await timed(chat.presses(form.card, 'Submit ticket', asked, delivery));
          const given = [...ticket.text.matchAll(/T-(\d+) is open/g)].map(([, number]) => Number(number));
          assert.deepEqual(given, Array(times).fill(given[0]));
          numbers.push(given[0] ?? 0);
        }
        return numbers;
      }

      it('have 1,000 numbers in one run, no gap, no double, while their cards go to the desk', async function () {
        this.timeout(120_000);
        const { teams } = world();
        const lead = teams.person({ name: 'Isaiah Langer' });
        await lead.in(teams.channel('Desk')).mentions('desk here');
        const people = Array.from({ length: PEOPLE }, (_, i) =>
          teams.person({ name: `Person ${i}`, upn: `person${i}@contoso.example` }),
        );

        const began = performance.now();
        const given = (await Promise.all(people.map(submits))).flat();
        const seconds = ((performance.now() - began) / 1_000).toFixed(1);
        console.log(`        in ${seconds} s, the longest of 2,000 turns took ${Math.round(longest)} ms`);

        const run = Array.from({ length: PEOPLE * TICKETS_EACH }, (_, i) => FIRST + i);
        assert.deepEqual(
          given.toSorted((a, b) => a - b),
          run,
        );
        assert.match((await lead.chat.says('all tickets')).text, /^1,000 tickets$/m);
        // The desk takes 60 in 30 s: some are there by now, each once.
        const cards = teams
          .channel('Desk')
          .sent.map(({ text }) => /(T-\d+) · /.exec(text)?.[1])
          .filter((name) => name !== undefined);
        assert.ok(cards.length > 0);
        assert.equal(new Set(cards).size, cards.length);
      });
    },
    { env },
  );
});
