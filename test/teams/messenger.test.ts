import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { TurnContext } from 'botbuilder';
import { pino } from 'pino';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import {
  SingleAttemptAuthentication,
  type SingleAttemptLimits,
  sdkAuthentication,
} from '../../src/teams/authentication.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import type { Messenger } from '../../src/turn.ts';
import { BadServer } from '../support/bad-server.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { startTeams, type Teams, type Person as TeamsPerson } from '../support/teams.ts';

describe('what is sent outside of a turn', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let teams: Teams;
    let people: People;
    let messenger: Messenger;
    let megan: TeamsPerson;
    let person: Person;

    beforeEach(async () => {
      [engine, teams] = [await open(), await startTeams()];
      people = new People(engine.store);
      await engine.store.setUp();
      const adapter = createAdapter(new SingleAttemptAuthentication(sdkAuthentication(undefined)));
      messenger = createMessenger(adapter, '', people, () => ({ type: 'AdaptiveCard' }));
      megan = teams.person({ name: 'Megan Bowen' });
      const reference = JSON.stringify(
        TurnContext.getConversationReference({
          type: 'message',
          channelId: 'msteams',
          serviceUrl: teams.serviceUrl,
          from: { id: megan.id, name: megan.name },
          recipient: teams.bot,
          conversation: { id: megan.chat.conversation.place.id, conversationType: 'personal' },
        } as Parameters<typeof TurnContext.getConversationReference>[0]),
      );
      person = await people.recordSighting({
        tenantId: megan.tenantId,
        userId: megan.aadObjectId,
        name: megan.name,
        reference,
      });
    });
    afterEach(async () => {
      await teams?.stop();
      await engine?.dispose();
    });

    const requests = () => teams.requests.length;

    it('arrives in the personal chat and can be changed there', async () => {
      const id = (await messenger.send(person, { text: 'hello' })) ?? assert.fail('no id');
      await messenger.update(person, id, { text: 'hello again' });
      assert.deepEqual(
        megan.chat.conversation.shown.map(({ text }) => text),
        ['hello again'],
      );
    });

    /** Sends to a service of its own kind, under short limits. */
    async function sendTo(server: BadServer, limits: Partial<SingleAttemptLimits>): Promise<unknown> {
      const serviceUrl = await server.start();
      const adapter = createAdapter(new SingleAttemptAuthentication(sdkAuthentication(undefined), limits));
      const hasty = createMessenger(adapter, '', people, () => ({ type: 'AdaptiveCard' }));
      await people.replaceReference(
        person.tenantId,
        person.userId,
        person.reference ?? '',
        JSON.stringify({ ...JSON.parse(person.reference ?? ''), serviceUrl }),
      );
      try {
        const error = await hasty.send(person, { text: 'hello' }).then(
          () => assert.fail('it was sent'),
          (failure: unknown) => failure,
        );
        // Nothing is left open.
        await server.left();
        assert.equal(server.requests, 1);
        return error;
      } finally {
        await server.stop();
      }
    }

    for (const manner of ['silent', 'drip'] as const)
      it(`is waited for so long and no longer, where the service is ${manner === 'drip' ? 'one that drips' : manner}`, async () => {
        const error = await sendTo(new BadServer(manner, 201), { answerWithinMs: 100 });
        assert.equal((error as { code?: string }).code, 'too-late');
        assert.equal((error as { statusCode?: number }).statusCode, undefined);
      });

    for (const manner of ['flood', 'bomb'] as const)
      it(`is given up where the answer is a ${manner}`, async () => {
        const error = await sendTo(new BadServer(manner, 201), { maxAnswerBytes: 200_000 });
        assert.equal((error as { statusCode?: number }).statusCode, undefined);
      });

    it('keeps nothing of an answer that is no success but its status and when to come again', async () => {
      const body = { error: { code: 'Bad', message: 'hello to Contoso Secret' } };
      for (const fault of [
        { status: 400, body },
        { status: 503, body: 'hello to Contoso Secret' },
      ]) {
        teams.inject({ ...fault, headers: { 'retry-after': '7' } });
        const error = await messenger.send(person, { text: 'hello' }).catch((failure: Error) => failure);
        const line = JSON.stringify(pino.stdSerializers.err(error as Error));
        assert.match(line, new RegExp(`${fault.status}`));
        assert.doesNotMatch(line, /Contoso Secret|hello/);
        assert.doesNotMatch(inspect(error, { depth: 10 }), /Contoso Secret/);
      }
    });

    it('is nothing for somebody who never wrote or who uninstalled', async () => {
      const { reference: _, ...unknown } = person;
      await people.markUnreachable(person.tenantId, person.userId);
      assert.equal(await messenger.send({ ...unknown, _id: 'x', userId: 'x' }, { text: 'hello' }), undefined);
      assert.equal(await messenger.send({ ...person, reachable: false }, { text: 'hello' }), undefined);
      assert.equal(requests(), 0);
    });

    it('ends with the first refusal of a chat that blocks the bot, also for who still holds the old record', async () => {
      megan.chat.conversation.blocked = true;
      assert.equal(await messenger.send(person, { text: 'hello' }), undefined);
      assert.equal(requests(), 1);
      assert.equal((await people.get(person.tenantId, person.userId))?.reachable, false);
      await messenger.send(person, { text: 'hello' });
      await messenger.update(person, '1', { text: 'hello' });
      assert.equal(requests(), 1);
    });

    it('goes on once they are back', async () => {
      await people.markUnreachable(person.tenantId, person.userId);
      const { tenantId, userId, name, reference } = person;
      const back = await people.recordSighting({ tenantId, userId, name, ...(reference && { reference }) });
      assert.ok(await messenger.send(back, { text: 'hello' }));
    });

    for (const fault of [{ status: 500 }, { status: 502 }, { status: 429 }, { lost: true }, { reset: true }] as const) {
      it(`is tried once and reported after ${JSON.stringify(fault)}`, async () => {
        teams.inject(fault, { times: 10 });
        await assert.rejects(messenger.send(person, { text: 'hello' }));
        assert.equal(requests(), 1);
        assert.equal((await people.get(person.tenantId, person.userId))?.reachable, true);
      });
    }
  });
});
