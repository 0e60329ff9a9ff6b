/** Tickets on their way out while Teams and the help-desk system fail: what is sent again, when, and what is not (DESIGN 5). */
import { strict as assert } from 'node:assert';
import type { InputValues } from '../support/cards.ts';
import type { Fault } from '../support/teams/faults.ts';
import type { Answer, Conversation } from '../support/teams.ts';
import { type Arrival, HelpDesk, type Mood, SECRET } from './help-desk.ts';
import { eachWorld, type World } from './world.ts';

const ASKED = { issue: 'other', claims: '', description: 'Does the customer sign it?' };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Long enough for a busy machine, and short for a test that waits for it. */
const ANSWER_WITHIN_MS = 300;
const LEADS = 'isaiahl@contoso.example';

/** Real time as the bot has it: it stands still, but for what a test lets pass. */
const clock = { ms: 0 };
const realTime = () => new Date(clock.ms);

/** Addresses of what creates or changes a message unasked. An answer's address ends in the id, of digits, of what it answers. */
function unasked({ place }: Conversation, method: string): RegExp {
  const id = RegExp.escape(encodeURIComponent(place.id));
  return new RegExp(`/${id}/activities${method === 'POST' ? '(/[0-9a-f-]{36})?$' : '/'}`);
}

/** The tests' hold on the bot: people, the desk, and the time that passes. */
function handle(world: () => World) {
  const chat = (name: string) => world().teams.person({ name }).chat;
  const desk = (name = 'Desk'): Conversation => world().teams.channel(name);
  const look = (): Promise<void> => {
    world().app.outbox.kick();
    return world().app.outbox.idle();
  };
  return {
    chat,
    desk,
    look,
    /** Lets time pass, and the bot look. */
    async pass(ms: number): Promise<void> {
      clock.ms += ms;
      await look();
    },
    nameDesk: (name?: string): Promise<Answer> =>
      world().teams.person({ name: 'Isaiah Langer' }).in(desk(name)).mentions('desk here'),
    async submit(name = 'Adele Vance'): Promise<{ name: string; answer: Answer }> {
      const form = await chat(name).says('open a ticket');
      const answer = await chat(name).presses(form.card, 'Submit ticket', ASKED);
      await world().app.outbox.idle();
      return { name: /T-\d+/.exec(answer.text)?.[0] ?? '', answer };
    },
    /** New cards of a ticket in a channel. */
    cardsOf: (ticket: string, where = desk()) =>
      where.sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${ticket} · `)),
    /** What left the bot unasked for a conversation since a mark: not the answers to what was said there. */
    requests: (since: number, where = desk()): string[] =>
      world()
        .teams.requests.slice(since)
        .filter(({ method, url }) => unasked(where, method).test(url))
        .map(({ method, status }) => `${method} ${status}`),
    mark: () => world().teams.requests.length,
    /** What the requester does with their ticket. */
    async says(ticket: string, title: string, values: InputValues = {}): Promise<Answer> {
      const shown = await chat('Adele Vance').says(`ticket ${ticket}`);
      const answer = await chat('Adele Vance').presses(shown.card, title, values);
      await look();
      return answer;
    },
    /** Lets the next creates in a conversation, or changes there, fail, each in its own way. */
    fail(faults: readonly Fault[], method: 'POST' | 'PUT' = 'POST', where = desk()): void {
      for (const fault of faults) world().teams.inject(fault, { method, url: unasked(where, method) });
    },
  };
}

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
      const { chat, desk, look, pass, nameDesk, submit, cardsOf, requests, mark, says, fail } = handle(world);
      const megan = () => world().teams.person({ name: 'Megan Bowen' }).in(desk());

      before(async () => {
        clock.ms = Date.parse('2020-06-16T16:00:00Z');
        await nameDesk();
      });
      beforeEach(async () => {
        clock.ms += HOUR;
        await look();
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
          await look();
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
        await look();
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
    { env: { LEADS }, seams: { realTime } },
  );
});

describe('a line to the requester', () => {
  eachWorld(
    (world) => {
      const { chat, desk, look, pass, nameDesk, submit, cardsOf, requests, mark, fail } = handle(world);
      const adele = () => chat('Adele Vance').conversation;
      const lines = (words: string) =>
        adele().sent.filter(({ kind, text }) => kind === 'message' && text.includes(`Megan Bowen: ${words}`)).length;
      let ticket = '';

      before(async () => {
        clock.ms = Date.parse('2020-06-16T16:00:00Z');
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
        await look();
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
    { env: { LEADS }, seams: { realTime } },
  );
});

describe('a ticket for the help-desk system', () => {
  let helpDesk: HelpDesk;
  /** Milliseconds that it gets to answer. */
  let withinMs = ANSWER_WITHIN_MS;
  const env = {
    LEADS,
    get DESK_WEBHOOK_URL() {
      return helpDesk.url;
    },
    DESK_WEBHOOK_SECRET: SECRET,
  };
  const seams = {
    realTime,
    // What a kill leaves: a stop that waits for nobody.
    drainWithinMs: 20,
    get webhookWithinMs() {
      return withinMs;
    },
  };
  const counted = { tickets: 0, requests: 0, again: 0 };

  before(async () => {
    clock.ms = Date.parse('2020-06-16T16:00:00Z');
    helpDesk = new HelpDesk();
    await helpDesk.start();
  });
  beforeEach(() => {
    withinMs = ANSWER_WITHIN_MS;
    clock.ms += HOUR;
    helpDesk.mood = () => 'well';
    helpDesk.arrivals.splice(0);
    helpDesk.taken.clear();
  });
  after(async () => {
    await helpDesk.stop();
    const { tickets, requests, again } = counted;
    console.log(
      `      ${tickets} tickets to a help-desk system out of order for an hour: ${requests} requests, ${again} came again under the key of one that was taken in unanswered`,
    );
  });

  eachWorld(
    (world) => {
      const { pass, submit, says, chat } = handle(world);
      const of = (ticket: string): Arrival[] => helpDesk.arrivals.filter((one) => one.ticket === ticket);
      const well = (ticket: string) => of(ticket).filter(({ mood }) => mood === 'well').length;

      it('arrives once by its key, rightly signed, after an hour in which it fails in every way', async () => {
        const moods: readonly Mood[] = [
          { status: 500 },
          { status: 429, headers: { 'retry-after': '300' } },
          'deaf',
          { status: 429 },
          'reset',
          { status: 503, headers: { 'retry-after': '0' } },
          'cut',
          { status: 302, headers: { location: helpDesk.url } },
        ];
        const times = new Map<Arrival, number>();
        helpDesk.mood = (ticket) => moods[of(ticket).length % moods.length] ?? 'well';
        const note = () => {
          for (const one of helpDesk.arrivals) if (!times.has(one)) times.set(one, clock.ms);
        };
        const names: string[] = [];
        for (const name of ['Adele Vance', 'Alex Wilber', 'Megan Bowen'])
          for (let i = 0; i < 4; i++) {
            names.push((await submit(name)).name);
            note();
          }
        for (let minute = 0; minute < 60; minute++) {
          await pass(MINUTE);
          note();
        }
        const inTheHour = names.map((name) => of(name).length);
        assert.ok(Math.min(...inTheHour) >= 4 && Math.max(...inTheHour) <= 16, `${inTheHour} requests each`);
        for (const name of names) {
          const mine = of(name);
          for (const [i, one] of mine.entries()) {
            const asked = typeof one.mood === 'object' ? Number(one.mood.headers?.['retry-after'] ?? 0) : 0;
            const next = mine[i + 1];
            if (next === undefined) continue;
            const waited = (times.get(next) ?? 0) - (times.get(one) ?? 0);
            assert.ok(waited >= asked * SECOND, `${waited} ms after ${asked} s`);
          }
        }

        helpDesk.mood = () => 'well';
        for (let minute = 0; minute < 16; minute++) {
          await pass(MINUTE);
          note();
        }
        for (const name of names) {
          assert.equal(new Set(of(name).map(({ key }) => key)).size, 1, 'one key');
          assert.equal(new Set(of(name).map(({ body }) => body)).size, 1, 'the same words');
          assert.equal(well(name), 1, name);
        }
        assert.equal(new Set(helpDesk.arrivals.map(({ key }) => key)).size, names.length);
        for (const one of helpDesk.arrivals) {
          assert.ok(one.signed);
          assert.equal(one.timestamp, Math.floor((times.get(one) ?? 0) / SECOND));
        }
        counted.tickets += names.length;
        counted.requests += helpDesk.arrivals.length;
        counted.again += [...helpDesk.taken.values()].reduce((sum, n) => sum + n - 1, 0);
        await pass(25 * HOUR);
        assert.equal(
          names.reduce((sum, name) => sum + well(name), 0),
          names.length,
        );
      });

      it('arrives as it is by then when it changed meanwhile, under another key', async () => {
        helpDesk.mood = () => ({ status: 500 });
        const { name } = await submit();
        await says(name, 'Send comment', { comment: 'It is urgent.' });
        helpDesk.mood = () => 'well';
        for (let minute = 0; minute < 16; minute++) await pass(MINUTE);
        const keys = of(name).map(({ key }) => key);
        assert.equal(new Set(keys).size, 2);
        assert.equal(well(name), 1);
        assert.match(of(name).at(-1)?.body ?? '', /It is urgent\./);
      });

      it('arrives after any number of kills with it in flight, by the same key', async () => {
        withinMs = MINUTE;
        await world().restart();
        helpDesk.mood = () => 'deaf';
        const form = await chat('Adele Vance').says('open a ticket');
        const answer = await chat('Adele Vance').presses(form.card, 'Submit ticket', ASKED);
        const name = /T-\d+/.exec(answer.text)?.[0] ?? '';
        for (let kill = 1; kill <= 4; kill++) {
          await until(() => of(name).length === kill);
          if (kill === 4) helpDesk.mood = () => 'well';
          await world().restart();
          clock.ms += 121 * SECOND;
          world().app.outbox.kick();
        }
        await until(() => well(name) === 1);
        assert.equal(new Set(of(name).map(({ key }) => key)).size, 1);
        assert.equal(of(name).length, 5);
      });

      it('is given up after 24 hours, and the next change is tried as long again', async () => {
        await world().restart();
        helpDesk.mood = () => ({ status: 503, headers: { 'retry-after': '3600' } });
        const { name } = await submit();
        for (let hour = 0; hour < 30; hour++) await pass(HOUR);
        assert.equal(of(name).length, 26);
        assert.match((await chat('Isaiah Langer').says(`ticket ${name}`)).text, /tried for 24 hours/);
        await says(name, 'Send comment', { comment: 'Now?' });
        for (let hour = 0; hour < 3; hour++) await pass(HOUR);
        assert.equal(of(name).length, 26 + 4);
        helpDesk.mood = () => 'well';
        await pass(HOUR);
        assert.equal(well(name), 1);
      });
    },
    { env, seams },
  );
});

/** Waits for what a request of the bot brings about. @throws Error after 10 s */
async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
