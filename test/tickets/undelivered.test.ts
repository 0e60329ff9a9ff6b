import assert from 'node:assert/strict';
import { TicketRepository } from '../../src/tickets/repository.ts';
import { type DeliveryState, NOTHING_SENT, type Place, type Ticket } from '../../src/tickets/ticket.ts';
import { deadLetters, sendAgain, UNDELIVERED } from '../../src/tickets/undelivered.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { ADELE, TENANT, ticketOf } from './fixtures.ts';

const NOW = new Date('2020-06-16T09:00:00Z');
const DEAD: DeliveryState = {
  ...NOTHING_SENT,
  tries: 9,
  unknown: 2,
  since: '2020-06-15T09:00:00.000Z',
  dead: 'rejected',
  lastAttempt: { kind: 'refused', status: 400 },
};

describe('sending a ticket again', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;

    beforeEach(async () => {
      engine = await open();
      tickets = new TicketRepository(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    const add = (number: number, legs: Partial<Record<Place, DeliveryState>>) =>
      tickets.add(ticketOf(number, { legs: { ...ticketOf(number).legs, ...legs } }));
    const again = (key: string, number = 1001) => sendAgain(tickets, TENANT, number, key, NOW);
    const one = async (number = 1001): Promise<Ticket> =>
      (await tickets.byNumber(TENANT, number)) ?? assert.fail('not there');

    it('begins anew where it is dead, and touches nothing else', async () => {
      await add(1001, { desk: { ...DEAD, messageId: 'm', where: 'c' }, webhook: { ...NOTHING_SENT, version: 1 } });
      assert.equal((await again('k')).kind, 'changed');
      const { legs, deskDue, webhookDue, version, changedAt } = await one();
      assert.deepEqual(legs.desk, { ...NOTHING_SENT, messageId: 'm', where: 'c' });
      assert.deepEqual([deskDue, webhookDue, version], [NOW.toISOString(), undefined, 1]);
      assert.equal(changedAt, ticketOf(1001).changedAt);
    });

    it('does so for every place that is dead', async () => {
      await add(1001, { desk: DEAD, webhook: DEAD });
      assert.deepEqual(
        deadLetters(await one()).map(({ place }) => place),
        ['desk', 'webhook'],
      );
      await again('k');
      const { deskDue, webhookDue, requesterDue } = await one();
      assert.deepEqual([deskDue, webhookDue, requesterDue], [NOW.toISOString(), NOW.toISOString(), undefined]);
      assert.deepEqual(deadLetters(await one()), []);
    });

    it('is done once for a key, also at once and after it died again', async () => {
      await add(1001, { desk: DEAD });
      const outcomes = await Promise.all([again('k'), again('k'), again('k')]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['changed', 'repeated', 'repeated']);
      await tickets.collection.updateOne(TENANT, { number: 1001 }, { $set: { 'legs.desk': DEAD } });
      assert.equal((await again('k')).kind, 'repeated');
      assert.equal((await one()).legs.desk.dead, 'rejected');
      assert.equal((await again('another')).kind, 'changed');
    });

    it('leaves what is being sent just now to who sends it', async () => {
      await add(1001, { desk: { ...DEAD, lease: 'sender' }, webhook: DEAD });
      await again('k');
      const { legs } = await one();
      assert.deepEqual(legs.desk, { ...DEAD, lease: 'sender' });
      assert.equal(legs.webhook.dead, undefined);
      assert.equal((await again('another')).kind, 'unchanged');
    });

    it('leaves what somebody began to send between reading and writing', async () => {
      await add(1001, { desk: DEAD });
      const findOne = tickets.collection.findOne.bind(tickets.collection);
      tickets.collection.findOne = async (...args) => {
        const read = await findOne(...args);
        await tickets.collection.updateOne(TENANT, { number: 1001 }, { $set: { 'legs.desk.lease': 'sender' } });
        return read;
      };
      assert.equal((await again('k')).kind, 'unchanged');
      assert.equal((await one()).legs.desk.unknown, 2);
    });

    it('is nothing for a ticket that arrived, and for one that is not there', async () => {
      await add(1001, {});
      assert.equal((await again('k')).kind, 'unchanged');
      assert.equal((await again('k', 1002)).kind, 'gone');
    });

    it('survives a change of the ticket, which tries by itself', async () => {
      await add(1001, { desk: DEAD });
      await tickets.change(TENANT, 1001, { key: 'c', by: ADELE, at: NOW }, () => ({ event: 'commented', set: {} }));
      assert.equal((await one()).deskDue, NOW.toISOString());
      assert.equal((await again('k')).kind, 'changed');
    });

    it('is asked for by a filter that finds the dead of this tenant', async () => {
      await add(1001, { desk: DEAD });
      await add(1002, { webhook: DEAD });
      await add(1003, {});
      await add(1004, { requester: DEAD });
      assert.deepEqual(
        (await tickets.list(TENANT, UNDELIVERED, { sort: { number: 1 }, limit: 10 })).map(({ number }) => number),
        [1001, 1002, 1004],
      );
      assert.equal(await tickets.count(TENANT, UNDELIVERED), 3);
      assert.equal(await tickets.count('t2', UNDELIVERED), 0);
    });
  });
});
