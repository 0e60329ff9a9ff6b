import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Conversation } from '../../src/conversation/conversation.ts';
import { ProgrammingError } from '../../src/errors.ts';
import { People } from '../../src/people/people.ts';
import { problemText } from '../../src/problems/index.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { SingleAttemptAuthentication, sdkAuthentication } from '../../src/teams/authentication.ts';
import { TeamsBot } from '../../src/teams/bot.ts';
import type { Delay } from '../../src/teams/deadline.ts';
import { DuplicateGuard } from '../../src/teams/duplicate-guard.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { Pace } from '../../src/teams/pace.ts';
import { createRenderer } from '../../src/teams/render.ts';
import { createReplySender } from '../../src/teams/reply-sender.ts';
import { createChatRoster } from '../../src/teams/team-roster.ts';
import { TurnBuilder } from '../../src/teams/turn-builder.ts';
import { NO_TRACING } from '../../src/telemetry/tracing.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { envelope, message } from '../support/teams/activities.ts';
import { startTeams, type Teams } from '../support/teams.ts';

const log = pino({ level: 'silent' });
const untilEnded: Delay = () => new Promise<never>(() => undefined);

describe('the bot', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let teams: Teams;
    /** Milliseconds that real time is ahead. */
    let later = 0;
    const realTime = () => new Date(Date.now() + later);

    beforeEach(async () => {
      later = 0;
      [engine, teams] = [await open(realTime), await startTeams()];
    });
    afterEach(async () => {
      await teams?.stop();
      await engine?.dispose();
    });

    /** The whole bot but for what it says. */
    async function bot(reply: Conversation['message'], delay: Delay = untilEnded): Promise<TeamsBot> {
      const people = new People(engine.store);
      const authentication = new SingleAttemptAuthentication(sdkAuthentication(undefined));
      const adapter = createAdapter(authentication);
      const render = createRenderer(join(import.meta.dirname, '../../adaptive-cards'));
      const made = new TeamsBot({
        adapter,
        authentication,
        conversation: {
          problemText: (problem, locale) => problemText({}, problem, locale),
          message: reply,
          press: reply,
          installed: reply,
          fileConsent: reply,
          feedback: async () => undefined,
          find: async () => ({ items: [] }),
        },
        people,
        turns: new TurnBuilder({
          ...{ people, campaignClock: realTime, realTime, timeZone: 'UTC' },
          chatRoster: createChatRoster(adapter, ''),
        }),
        guard: new DuplicateGuard({ store: engine.store, realTime, newId: randomUUID, log }),
        messenger: createMessenger(adapter, '', people, render),
        sender: createReplySender({ pause: async () => undefined, random: () => 0, realTime }),
        render,
        tracing: NO_TRACING,
        log,
        allowedTenants: undefined,
        localMode: true,
        newReference: () => 'ref-1',
        pace: new Pace(1000, realTime),
        delay,
      });
      await engine.store.setUp();
      return made;
    }

    function activity(type: string, more: object = {}) {
      const adele = teams.person({ name: 'Adele Vance' });
      const { place } = adele.chat.conversation;
      const base = envelope(type, adele, place, teams.bot, teams.serviceUrl, new Date());
      return { chat: adele.chat, activity: { ...message(base, adele, 'help'), id: '1', ...more } };
    }

    const undrawable = async () => ({ card: { template: 'no-such-card', data: {} } });

    it('answers in words where a card cannot be drawn', async () => {
      const { chat, activity: said } = activity('message');
      assert.equal((await (await bot(undrawable)).receive('', said)).status, 200);
      assert.match(chat.conversation.sent[0]?.text ?? '', /went wrong[\s\S]*ref-1/);
    });

    it('answers a press in words where a card cannot be drawn', async () => {
      const value = { action: { verb: 'help', data: {} } };
      const { activity: pressed } = activity('invoke', { name: 'adaptiveCard/action', value });
      const answer = await (await bot(undrawable)).receive('', pressed);
      assert.equal(answer.status, 200);
      assert.match((answer.body as { value: string }).value, /went wrong[\s\S]*ref-1/);
    });

    it('takes nobody for gone who has just written, where their answer is refused with 403', async () => {
      const one = await bot(async () => ({ text: 'done' }));
      const { chat, activity: said } = activity('message');
      teams.inject({ status: 403 }, { method: 'POST' });
      assert.equal((await one.receive('', said)).status, 200);
      const { tenantId, aadObjectId } = chat.person;
      assert.equal((await new People(engine.store).get(tenantId, aadObjectId))?.reachable, true);
    });

    it('answers within 14 s of a request, however long the turn takes and the words that say so', async () => {
      const waits: number[] = [];
      const delay: Delay = async (ms) => void waits.push(ms);
      const forever = new Promise<never>(() => undefined);
      const one = await bot(() => forever, delay);
      const held = teams.inject({ hold: true }, { method: 'POST' });
      const { activity: said } = activity('message');
      assert.deepEqual(await one.receive('', said), { status: 200 });
      const { activity: pressed } = activity('invoke', {
        name: 'adaptiveCard/action',
        value: { action: { verb: 'x' } },
      });
      assert.equal((await one.receive('', pressed)).status, 200);
      assert.ok(waits[0] !== undefined && waits[1] !== undefined && waits[0] + waits[1] < 14_000, String(waits));
      held.release();
    });

    it('answers a consent to a file before the client shows an error, and says in the chat that it takes longer', async () => {
      const waits: number[] = [];
      const begun = Promise.withResolvers<void>();
      const delay: Delay = async (ms) => {
        waits.push(ms);
        await begun.promise;
      };
      const one = await bot(() => {
        begun.resolve();
        return new Promise<never>(() => undefined);
      }, delay);
      const value = { action: 'accept', context: { offer: 'x' } };
      const { chat, activity: consent } = activity('invoke', { name: 'fileConsent/invoke', id: 'consent', value });
      assert.deepEqual(await one.receive('', consent), { status: 200 });
      assert.ok(waits[0] !== undefined && waits[1] !== undefined && waits[0] + waits[1] < 10_000, String(waits));
      await chat.next('takes a little longer', { since: 0 });
    });

    for (const doneBy of ['this one', 'nobody yet'] as const) {
      it(`says nothing for a delivery that was held up until another instance took over, done by ${doneBy}`, async () => {
        const [slow, quick] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        const begun = Promise.withResolvers<void>();
        const one = await bot(async () => {
          begun.resolve();
          await slow.promise;
          return { text: 'from the one held up' };
        });
        const takenOver = Promise.withResolvers<void>();
        const two = await bot(async () => {
          takenOver.resolve();
          await quick.promise;
          return { text: 'from the other' };
        });
        const { chat, activity: said } = activity('message');
        const first = one.receive('', said);
        await begun.promise;
        later = 15_000;
        const second = two.receive('', said);
        if (doneBy === 'this one') {
          quick.resolve();
          await second;
        } else {
          await takenOver.promise;
        }
        slow.resolve();
        assert.equal((await first).status, 200);
        quick.resolve();
        assert.equal((await second).status, 200);
        assert.deepEqual(
          chat.conversation.sent.map(({ text }) => text),
          ['from the other'],
        );
      });
    }

    const quiet: Record<string, object> = {
      conversationUpdate: { membersAdded: [{ id: 'x' }] },
      typing: {},
      messageReaction: { reactionsAdded: [{ type: 'like' }] },
      messageUpdate: { text: 'help' },
      event: { name: 'application/vnd.microsoft.readReceipt' },
    };
    for (const [type, more] of Object.entries(quiet)) {
      it(`answers nothing to ${type}, makes nobody known by it and asks no roster`, async () => {
        const one = await bot(async () => ({ text: 'answered' }));
        const { chat, activity: told } = activity(type, more);
        assert.deepEqual(await one.receive('', told), { status: 200 });
        assert.equal(chat.conversation.sent.length, 0);
        assert.equal(teams.count(), 0);
        const { tenantId, aadObjectId } = chat.person;
        assert.equal(await new People(engine.store).get(tenantId, aadObjectId), undefined);
        // A message of the same person does all of it.
        await one.receive('', { ...told, type: 'message', id: '2' });
        assert.equal(chat.conversation.sent[0]?.text, 'answered');
        assert.equal(teams.count({ method: 'GET', url: /\/members\// }), 1);
        assert.equal((await new People(engine.store).get(tenantId, aadObjectId))?.name, 'Adele Vance');
      });
    }

    it('puts any failure into words, with nothing of it but the reference', async () => {
      for (const error of [new ProgrammingError('internals'), new TypeError('internals'), 'internals', undefined]) {
        const { chat, activity: said } = activity('message', { id: String(error) });
        const answer = await (await bot(() => Promise.reject(error))).receive('', said);
        assert.equal(answer.status, 200);
        assert.match(chat.conversation.sent.at(-1)?.text ?? '', /went wrong/);
        assert.doesNotMatch(chat.conversation.sent.at(-1)?.text ?? '', /internals/);
      }
    });
  });
});
