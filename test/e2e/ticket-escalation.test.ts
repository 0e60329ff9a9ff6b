/** A ticket on which nobody does anything for five working days: the desk and the leads hear of it, once. */
import { strict as assert } from 'node:assert';
import type { Chat, Conversation } from '../support/teams.ts';
import { eachWorld, type World } from './world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ASKED = { issue: 'poe-question', claims: '', description: 'Does the customer sign it?' };
const QUIET = 'No change for five working days';
const LINE = /has had no change for five working days/;

/** A Tuesday, 09:00 UTC, that is still to come: nothing expires in the eyes of a database that knows the real time. */
function nextTuesday(): number {
  const today = Math.floor(Date.now() / DAY_MS);
  // 1970-01-01 was a Thursday.
  const weekday = (today + 3) % 7;
  return (today + 7 + ((8 - weekday) % 7)) * DAY_MS + 9 * HOUR_MS;
}

describe('a ticket on which nobody does anything', () => {
  const tuesday = nextTuesday();
  let offset = 0;
  /** Days and hours after that Tuesday, 09:00. The clock runs on from there. */
  const itIs = (days: number, hours = 0): void => {
    offset = tuesday + days * DAY_MS + hours * HOUR_MS - Date.now();
  };
  const overrides = { realTime: () => new Date(Date.now() + offset) };

  eachWorld(
    (world) => {
      const chat = (name: string): Chat => world().teams.person({ name }).chat;
      const desk = (): Conversation => world().teams.channel('Desk');
      const lines = (name: string): string[] =>
        chat(name)
          .conversation.sent.filter(({ text }) => LINE.test(text))
          .flatMap(({ text }) => text.split('\n').filter((line) => LINE.test(line)));
      const cardAtDesk = (ticket: string): string =>
        desk().sent.findLast(({ text }) => text.includes(`${ticket} · `))?.text ?? '';
      /** Lets the timer's work be done, and all that is to be sent because of it. */
      const poll = async (): Promise<number> => {
        const escalated = Number(await world().app.tick('escalation'));
        await sent(world());
        return escalated;
      };

      before(async () => {
        itIs(0);
        for (const lead of ['Isaiah Langer', 'Lynne Robbins']) await chat(lead).says('help');
        await world().teams.person({ name: 'Isaiah Langer' }).in(desk()).mentions('desk here');
      });

      it('is left alone for five working days, over the weekend too', async () => {
        const ticket = await opened(chat('Adele Vance'));
        assert.equal(ticket, 'T-1001');
        await desk().next(/T-1001 · /);
        for (const [days, hours] of [
          [1, 0],
          [5, 0],
          [6, 23],
        ] as const) {
          itIs(days, hours);
          assert.equal(await poll(), 0, `${days} days`);
        }
        assert.doesNotMatch(cardAtDesk(ticket), new RegExp(QUIET));
      });

      it('is escalated then: on its card at the desk, and by a line to each lead', async () => {
        itIs(7, 0.1);
        assert.equal(await poll(), 1);
        const card = await desk().next((one) => one.kind === 'update' && one.text.includes(QUIET), { since: 0 });
        assert.match(card.text, /T-1001 · /);
        for (const lead of ['Isaiah Langer', 'Lynne Robbins']) {
          const told = await chat(lead).next(LINE, { since: 0 });
          assert.match(told.text, /^T-1001 has had no change for five working days \(.*, from Adele Vance\)\./);
          assert.match((await chat(lead).presses(told.cards[0] as never, 'Open T-1001')).text, /Adele Vance opened it/);
        }
      });

      it('is no message to the requester', () => {
        const { sent: all } = chat('Adele Vance').conversation;
        assert.deepEqual(
          all.filter(({ kind, text }) => kind === 'message' && /five working days/.test(text)),
          [],
        );
      });

      it('is escalated once, however often somebody looks, and whenever', async () => {
        for (const days of [7, 8, 15, 30]) {
          itIs(days, 1);
          assert.equal(await poll(), 0);
        }
        await world().restart();
        await poll();
        for (const lead of ['Isaiah Langer', 'Lynne Robbins']) assert.equal(lines(lead).length, 1, lead);
      });

      it('is escalated again when a person did something and then nobody did for five working days', async () => {
        itIs(35);
        const card = await chat('Adele Vance').says('ticket T-1001');
        await chat('Adele Vance').presses(card.card, 'Send comment', { comment: 'Any news?' }, { force: true });
        itIs(41);
        assert.equal(await poll(), 0);
        itIs(42, 0.1);
        assert.equal(await poll(), 1);
        await chat('Lynne Robbins').next(LINE);
        assert.equal(lines('Isaiah Langer').length, 2);
      });

      it('is not escalated when it is closed', async () => {
        const open = await chat('Isaiah Langer').says('ticket T-1001');
        await chat('Isaiah Langer').presses(open.card, 'Resolve');
        itIs(60);
        assert.equal(await poll(), 0);
      });

      it('is found by the timer itself', async () => {
        itIs(63);
        const ticket = await opened(chat('Adele Vance'));
        await desk().next(new RegExp(`${ticket} · `));
        itIs(70, 0.1);
        await world().restart();
        await desk().next((one) => one.text.includes(ticket) && one.text.includes(QUIET));
        await chat('Isaiah Langer').next(new RegExp(`${ticket} has had no change`));
      });

      it('is told beside others that are escalated with it', async () => {
        itIs(70, 1);
        const [first, second] = [await opened(chat('Adele Vance')), await opened(chat('Megan Bowen'))];
        itIs(77, 1.5);
        assert.equal(await poll(), 2);
        // In one message, unless the outbox looked between the two.
        for (const ticket of [first, second])
          await chat('Isaiah Langer').next(new RegExp(`${ticket} has had`), { since: 0 });
      });

      /** Requests for messages to Lynne's personal chat. */
      const theLine = () => ({
        method: 'POST',
        url: new RegExp(RegExp.escape(encodeURIComponent(chat('Lynne Robbins').conversation.place.id))),
      });

      it('is told again to a lead where the answer said “too many”, to no other', async () => {
        itIs(77, 2);
        const ticket = await opened(chat('Adele Vance'));
        itIs(84, 2.5);
        const fault = world().teams.inject({ status: 429, headers: { 'retry-after': '1' } }, theLine());
        await poll();
        assert.equal(fault.hits, 1);
        await chat('Lynne Robbins').next(new RegExp(`${ticket} has had no change`), { since: 0, timeoutMs: 8_000 });
        for (const lead of ['Isaiah Langer', 'Lynne Robbins'])
          assert.equal(lines(lead).filter((line) => line.startsWith(ticket)).length, 1, lead);
      });

      it('is not told again to a lead where it is not known whether the line arrived', async () => {
        itIs(84, 3);
        const ticket = await opened(chat('Adele Vance'));
        itIs(91, 3.5);
        const fault = world().teams.inject({ lost: true }, theLine());
        await poll();
        assert.equal(fault.hits, 1);
        itIs(92);
        await poll();
        await world().restart();
        await sent(world());
        assert.equal(lines('Lynne Robbins').filter((line) => line.startsWith(ticket)).length, 1);
      });

      it('is told to no lead who removed the bot, and to the others all the same', async () => {
        itIs(92, 3);
        const ticket = await opened(chat('Adele Vance'));
        // Blocked without the bot being told: it learns by the refusal.
        chat('Lynne Robbins').conversation.blocked = true;
        itIs(99, 3.5);
        const before = world().teams.count(theLine());
        await poll();
        await chat('Isaiah Langer').next(new RegExp(`${ticket} has had no change`), { since: 0 });
        assert.equal(world().teams.count(theLine()) - before, 1);
        chat('Lynne Robbins').conversation.blocked = false;
        itIs(106, 4);
        await opened(chat('Adele Vance'));
        itIs(113, 5);
        await poll();
        assert.equal(world().teams.count(theLine()) - before, 1);
      });

      it('is of one tenant: leads of another hear nothing', async () => {
        const elsewhere = world().teams.person({
          name: 'Isaiah Langer',
          tenantId: '33333333-3333-4333-8333-333333333333',
        });
        await elsewhere.chat.says('help');
        itIs(120);
        await opened(chat('Adele Vance'));
        itIs(127, 1);
        assert.equal(await poll(), 1);
        assert.ok(!elsewhere.chat.conversation.sent.some(({ text }) => LINE.test(text)));
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example,lynner@contoso.example' }, overrides },
  );
});

/** A ticket of somebody; its name. */
async function opened(chat: Chat): Promise<string> {
  const form = await chat.says('open a ticket');
  const ticket = await chat.presses(form.card, 'Submit ticket', ASKED);
  return /T-\d+/.exec(ticket.text)?.[0] ?? '';
}

/** When all that was due has been sent. */
function sent({ app }: World): Promise<void> {
  app.outbox.wake();
  return app.outbox.idle();
}
