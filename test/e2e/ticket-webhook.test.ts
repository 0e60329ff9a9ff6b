/** Tickets on their way to a help-desk system that fails: each arrives, once by its key, rightly signed. */
import { strict as assert } from 'node:assert';
import { type Arrival, HelpDesk, type Mood, SECRET } from './help-desk.ts';
import { ASKED, BEGIN, clock, HOUR, LEADS, MINUTE, realTime, SECOND, ticketHarness } from './ticket-harness.ts';
import { eachWorld } from './world.ts';

/** Long enough for a busy machine, and short for a test that waits for it. */
const ANSWER_WITHIN_MS = 300;

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
  const overrides = {
    realTime,
    // What a kill leaves: a stop that waits for nobody.
    drainWithinMs: 20,
    get webhookWithinMs() {
      return withinMs;
    },
  };
  const counted = { tickets: 0, requests: 0, again: 0 };

  before(async () => {
    clock.ms = BEGIN;
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
      const { pass, submit, says, chat, desk } = ticketHarness(world);
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
          await helpDesk.until(() => of(name).length === kill);
          if (kill === 4) helpDesk.mood = () => 'well';
          await world().restart();
          clock.ms += 121 * SECOND;
          world().app.outbox.wake();
        }
        await helpDesk.until(() => well(name) === 1);
        assert.equal(new Set(of(name).map(({ key }) => key)).size, 1);
        assert.equal(of(name).length, 5);
      });

      it('holds up no card of the desk and no line to anybody where it never answers', async () => {
        withinMs = HOUR;
        await world().restart();
        helpDesk.mood = () => 'deaf';
        await world().teams.person({ name: 'Isaiah Langer' }).in(desk()).mentions('desk here');
        const names: string[] = [];
        for (let i = 0; i < 15; i++) {
          clock.ms += 2 * SECOND;
          const form = await chat('Adele Vance').says('open a ticket');
          const answer = await chat('Adele Vance').presses(form.card, 'Submit ticket', ASKED);
          names.push(/T-\d+/.exec(answer.text)?.[0] ?? '');
        }
        // Ten of them are at the help desk, and stay there.
        await helpDesk.until(() => names.filter((name) => of(name).length > 0).length === 10);
        for (const name of names) await desk().next(`${name} · `, { since: 0, timeoutMs: 20_000 });
        // What is in flight is lost with a stop, and goes out again when its lease is over.
        helpDesk.mood = () => 'well';
        withinMs = MINUTE;
        await world().restart();
        await pass(121 * SECOND);
        for (const name of names) assert.equal(well(name), 1, name);
        withinMs = ANSWER_WITHIN_MS;
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
    { env, overrides },
  );
});
