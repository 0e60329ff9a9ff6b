/**
 * What leaves for Teams about tickets while Teams fails: what is sent again, when, and what is not (docs/design.md,
 * "Never lost, never twice").
 */
import { strict as assert } from 'node:assert';
import type { Fault } from '../support/teams/faults.ts';
import { BEGIN, clock, HOUR, LEADS, MINUTE, realTime, SECOND, ticketHarness, unasked } from './ticket-harness.ts';
import { eachWorld } from './world.ts';

describe('a desk card', () => {
  const counted = { tickets: 0, copies: 0, none: 0 };
  after(() => {
    const { tickets, copies, none } = counted;
    console.log(
      `      desk cards of ${tickets} tickets under faults: ${copies} copies, ${none} given up without a card known`,
    );
  });

  eachWorld(
    (world) => {
      const { chat, desk, poll, pass, nameDesk, submit, cardsOf, requests, mark, says, fail } = ticketHarness(world);
      const megan = () => world().teams.person({ name: 'Megan Bowen' }).in(desk());

      before(async () => {
        clock.ms = BEGIN;
        await nameDesk();
      });
      beforeEach(async () => {
        clock.ms += HOUR;
        await poll();
      });

      /** Submits a ticket whose card meets these faults, and lets these times pass. */
      async function submitted(faults: readonly Fault[], passing: readonly number[]) {
        const since = mark();
        fail(faults);
        const { name } = await submit();
        for (const ms of passing) await pass(ms);
        const sent = requests(since);
        const cards = cardsOf(name);
        counted.tickets += 1;
        counted.copies += Math.max(0, cards.length - 1);
        counted.none += cards.length === 0 ? 1 : 0;
        return { name, sent, cards };
      }

      it('is sent once, with one request', async () => {
        const { sent, cards } = await submitted([], [MINUTE, HOUR]);
        assert.deepEqual(sent, ['POST 201']);
        assert.equal(cards.length, 1);
      });

      it('waits as long as a 429 asks for, and nothing else is written there meanwhile', async () => {
        const since = mark();
        const wait = { status: 429, headers: { 'retry-after': '30' } };
        const { name, sent } = await submitted([wait], [20 * SECOND]);
        assert.deepEqual(sent, ['POST 429']);
        const { name: other } = await submit('Lynne Robbins');
        await pass(9 * SECOND);
        assert.deepEqual(requests(since), ['POST 429']);
        await pass(SECOND);
        assert.deepEqual(requests(since), ['POST 429', 'POST 201', 'POST 201']);
        assert.deepEqual([cardsOf(name).length, cardsOf(other).length], [1, 1]);
      });

      for (const [what, status] of [
        ['a 429 that does not say how long', 429],
        ['a 412', 412],
      ] as const) {
        it(`is sent again after ${what}, later each time`, async () => {
          const since = mark();
          fail(Array.from({ length: 4 }, () => ({ status })));
          const { name } = await submit();
          const after: number[] = [];
          // Waits of 1, 2, 4 and 8 s, each shortened by up to the half.
          for (const step of [1, 2, 4, 8]) {
            await pass((step * SECOND) / 2 - 1);
            after.push(requests(since).length);
            await pass((step * SECOND) / 2 + 1);
            after.push(requests(since).length);
          }
          assert.deepEqual(after, [1, 2, 2, 3, 3, 4, 4, 5]);
          assert.deepEqual(requests(since).slice(-2), [`POST ${status}`, 'POST 201']);
          assert.equal(cardsOf(name).length, 1);
        });
      }

      for (const [what, fault, cards] of [
        ['502 after the card was delivered', { lost: true, status: 502 }, 2],
        ['504 after the card was delivered', { lost: true, status: 504 }, 2],
        ['503 before the card was delivered', { status: 503 }, 1],
        ['a reset after the card was delivered', { lost: true }, 2],
        ['a reset before the card was delivered', { reset: true }, 1],
      ] as const) {
        it(`is sent once more after ${what}: ${cards === 2 ? 'one copy' : 'no copy'}`, async () => {
          const shown = await submitted([fault], [SECOND, MINUTE, HOUR]);
          assert.equal(shown.sent.length, 2);
          assert.equal(shown.cards.length, cards);
          const since = mark();
          const taken = await megan().presses(shown.cards.at(-1)?.cards[0] as never, 'Take');
          assert.match(taken.text, /In progress/);
          await poll();
          assert.deepEqual(requests(since), ['PUT 200']);
          assert.equal(desk().sent.at(-1)?.id, shown.cards.at(-1)?.id);
        });
      }

      it('whose answer was lost twice is not sent a third time, whatever happens to the ticket', async () => {
        const since = mark();
        const { name, cards } = await submitted([{ lost: true }, { lost: true, status: 502 }], [SECOND, MINUTE]);
        assert.equal(cards.length, 2);
        await says(name, 'Withdraw');
        await says(name, 'Reopen');
        for (const ms of [0, MINUTE, 25 * HOUR]) await pass(ms);
        assert.equal(requests(since).length, 2);
        assert.match((await chat('Isaiah Langer').says(`ticket ${name}`)).text, /sent twice, and both times no answer/);
      });

      it('whose answer was lost once, and once more after the ticket was closed and reopened, is not sent a third time', async () => {
        const since = mark();
        fail([{ lost: true }, { lost: true }]);
        const { name } = await submit();
        for (const title of ['Withdraw', 'Reopen']) {
          await says(name, title);
          await pass(SECOND);
        }
        for (const ms of [SECOND, MINUTE, HOUR]) await pass(ms);
        assert.equal(requests(since).length, 2);
        assert.equal(cardsOf(name).length, 2);
      });

      it('that the channel refuses is not sent again before the ticket changes', async () => {
        const since = mark();
        const { name, sent } = await submitted([{ status: 403 }], [SECOND, MINUTE, 25 * HOUR]);
        assert.deepEqual(sent, ['POST 403']);
        await says(name, 'Send comment', { comment: 'Now?' });
        assert.deepEqual(requests(since), ['POST 403', 'POST 201']);
      });

      it('to a channel that is gone is not sent again', async () => {
        const { sent } = await submitted([{ status: 404 }], [SECOND, MINUTE, 25 * HOUR]);
        assert.deepEqual(sent, ['POST 404']);
      });

      it('that was removed comes anew, once', async () => {
        const { name, cards } = await submitted([], []);
        const since = mark();
        fail([{ status: 404 }], 'PUT');
        await megan().presses(cards[0]?.cards[0] as never, 'Take');
        for (const ms of [SECOND, MINUTE, HOUR]) await pass(ms);
        assert.deepEqual(requests(since), ['PUT 404', 'POST 201']);
        assert.equal(cardsOf(name).length, 2);
      });

      it('is changed again after anything that may pass, since a change twice is a change', async () => {
        const { name, cards } = await submitted([], []);
        const since = mark();
        fail(
          [
            { status: 429, headers: { 'retry-after': '5' } },
            { status: 429 },
            { status: 412 },
            { status: 503 },
            { lost: true, status: 502 },
            { reset: true },
            { lost: true },
          ],
          'PUT',
        );
        await megan().presses(cards[0]?.cards[0] as never, 'Take');
        await poll();
        const seen: number[] = [];
        for (const ms of [5, 2, 4, 8, 16, 32, 64]) {
          await pass(ms * SECOND);
          seen.push(requests(since).length);
        }
        assert.deepEqual(seen, [2, 3, 4, 5, 6, 7, 8]);
        assert.ok(requests(since).every((request) => request.startsWith('PUT')));
        assert.match(desk().sent.at(-1)?.text ?? '', /Taken by\s+Megan Bowen/);
        assert.equal(cardsOf(name).length, 1);
      });

      it('that does not get through is given up after 24 hours, and the next change is tried as long again', async () => {
        const since = mark();
        const refusals = world().teams.inject(
          { status: 429, headers: { 'retry-after': '3600' } },
          { method: 'POST', url: unasked(desk(), 'POST'), times: 100 },
        );
        const { name } = await submit();
        for (let hour = 0; hour < 30; hour++) await pass(HOUR);
        assert.equal(requests(since).length, 26);
        await says(name, 'Send comment', { comment: 'Now?' });
        for (let hour = 0; hour < 5; hour++) await pass(HOUR);
        assert.equal(requests(since).length, 26 + 6);
        refusals.release();
        await pass(HOUR);
        assert.equal(cardsOf(name).length, 1);
      });
    },
    { env: { LEADS }, overrides: { realTime } },
  );
});

describe('a line to the requester', () => {
  eachWorld(
    (world) => {
      const { chat, desk, poll, pass, nameDesk, submit, cardsOf, requests, mark, fail } = ticketHarness(world);
      const adele = () => chat('Adele Vance').conversation;
      const lines = (words: string) =>
        adele().sent.filter(({ kind, text }) => kind === 'message' && text.includes(`Megan Bowen: ${words}`)).length;
      let ticket = '';

      before(async () => {
        clock.ms = BEGIN;
        await nameDesk();
        ticket = (await submit()).name;
      });
      beforeEach(async () => {
        await pass(HOUR);
        await chat('Adele Vance').says('help');
      });

      async function megan(comment: string): Promise<void> {
        const card = cardsOf(ticket)[0]?.cards[0] as never;
        const desks = world().teams.person({ name: 'Megan Bowen' }).in(desk());
        await desks.presses(card, 'Send comment', { comment });
        await poll();
      }

      it('is one request, and one for the card', async () => {
        const since = mark();
        await megan('Which location?');
        assert.deepEqual(requests(since, adele()), ['PUT 200', 'POST 201']);
        assert.equal(lines('Which location?'), 1);
      });

      it('whose answer is lost is sent once more, not for ever, and the next change is told', async () => {
        const faults = [{ lost: true }, { lost: true, status: 502 }, { lost: true }, { lost: true }] as const;
        fail(faults, 'POST', adele());
        await megan('And which program?');
        for (const ms of [SECOND, SECOND, MINUTE, HOUR, 25 * HOUR]) await pass(ms);
        assert.equal(lines('And which program?'), 2);
        await megan('Hello?');
        for (const ms of [SECOND, SECOND, MINUTE]) await pass(ms);
        assert.equal(lines('Hello?'), 2);
        await megan('Still there?');
        await pass(MINUTE);
        assert.equal(lines('Still there?'), 1);
      });

      it('waits with the card as long as a 429 asks for', async () => {
        const since = mark();
        fail([{ status: 429, headers: { 'retry-after': '30' } }], 'PUT', adele());
        await megan('Is it urgent?');
        await pass(29 * SECOND);
        assert.deepEqual(requests(since, adele()), ['PUT 429']);
        await pass(SECOND);
        assert.deepEqual(requests(since, adele()), ['PUT 429', 'PUT 200', 'POST 201']);
        assert.equal(lines('Is it urgent?'), 1);
      });

      it('comes although the card was removed', async () => {
        const since = mark();
        fail([{ status: 404 }], 'PUT', adele());
        await megan('Until when?');
        assert.deepEqual(requests(since, adele()), ['PUT 404', 'POST 201']);
      });

      it('is tried once with somebody who removed the bot, and then not again before they write', async () => {
        const since = mark();
        adele().blocked = true;
        await megan('Any news?');
        await megan('Nobody there?');
        for (const ms of [SECOND, MINUTE, 25 * HOUR]) await pass(ms);
        assert.deepEqual(requests(since, adele()), ['PUT 403']);
        adele().blocked = false;
        await chat('Adele Vance').says('help');
        await megan('Welcome back');
        assert.equal(lines('Welcome back'), 1);
      });
    },
    { env: { LEADS }, overrides: { realTime } },
  );
});
