import assert from 'node:assert/strict';
import { DeskMove } from '../../../src/tickets/delivery/desk-move.ts';
import { Desks } from '../../../src/tickets/desks.ts';
import { TicketRepository } from '../../../src/tickets/repository.ts';
import { type DeliveryState, NOTHING_SENT, type Ticket } from '../../../src/tickets/ticket.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';
import { TENANT, ticketOf } from '../fixtures.ts';

const log = { warn: () => undefined };
const NOW = new Date('2020-06-16T09:00:00Z');

describe('the move to another desk', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;
    let desks: Desks;
    let named = 0;

    beforeEach(async () => {
      engine = await open();
      tickets = new TicketRepository(engine.store);
      desks = new Desks(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    const name = (channelId: string) => {
      named += 1;
      const at = new Date(NOW.getTime() + named).toISOString();
      return desks.name(TENANT, { channelId, reference: '{}', name: '', by: 'isaiah', at });
    };
    /** A ticket whose card stands in a channel. */
    const shown = async (
      number: number,
      where: string,
      more: Partial<Ticket> = {},
      state: Partial<DeliveryState> = {},
    ) => {
      const desk: DeliveryState = { ...NOTHING_SENT, version: 1, messageId: `m-${number}`, where, ...state };
      await tickets.add(ticketOf(number, { ...more, legs: { ...ticketOf(number).legs, desk } }));
    };
    const move = () => new DeskMove({ tickets, desks, realTime: () => NOW, log, stepSize: 3 });
    const step = async (): Promise<number> => {
      const jobs = await move().leaseDue(10);
      for (const job of jobs) await job.run();
      return jobs.length;
    };
    /** To the end, each step by a new instance; how many it took. */
    const steps = async (): Promise<number> => {
      for (let n = 0; ; n++) if ((await step()) === 0) return n;
    };
    const due = async (): Promise<number[]> =>
      (await tickets.list(TENANT, { deskDue: { $exists: true } }, { sort: { deskDue: 1 }, limit: 100 })).map(
        ({ number }) => number,
      );

    it('makes every open ticket due that has no card there, in bounded steps, in the order of the numbers', async () => {
      for (let i = 1; i <= 8; i++) await shown(1000 + i, 'old');
      await name('new');
      assert.equal(await step(), 1);
      assert.deepEqual(await due(), [1001, 1002, 1003]);
      assert.equal(await steps(), 2);
      assert.equal((await due()).length, 8);
      assert.deepEqual((await tickets.byNumber(TENANT, 1008))?.legs.desk, NOTHING_SENT);
      assert.equal(await step(), 0);
    });

    it('goes on where a kill left it, and a step done twice changes nothing', async () => {
      for (let i = 1; i <= 5; i++) await shown(1000 + i, 'old');
      await name('new');
      const [job] = await move().leaseDue(10);
      await job?.run();
      // One of them is sent meanwhile; then the same step again, by an instance that read the desk before.
      await tickets.collection.updateOne(
        TENANT,
        { number: 1002 },
        {
          $set: { 'legs.desk': { ...NOTHING_SENT, version: 1, messageId: 'm', where: 'new' } },
          $unset: { deskDue: true },
        },
      );
      await job?.run();
      assert.deepEqual(await due(), [1001, 1003, 1004]);
      await steps();
      assert.deepEqual((await due()).sort(), [1001, 1003, 1004, 1005]);
    });

    it('leaves closed tickets, and those that have their card there', async () => {
      await shown(1001, 'old', { state: 'resolved' });
      await shown(1002, 'new');
      await shown(1003, 'old', { state: 'handed over' });
      await tickets.add(ticketOf(1004));
      await name('new');
      await steps();
      assert.deepEqual(await due(), [1003, 1004]);
    });

    it('gives a card to those that the old channel refused for good', async () => {
      await shown(1001, 'old', {}, { dead: 'blocked', unknown: 2, tries: 7 });
      await name('new');
      await steps();
      assert.deepEqual((await tickets.byNumber(TENANT, 1001))?.legs.desk, NOTHING_SENT);
    });

    it('waits for what is being sent just now, and then sees where it went', async () => {
      await shown(1001, 'old');
      await shown(1002, 'old', { deskDue: '2020-06-16T09:02:00.000Z' }, { version: 0, lease: 'sender' });
      await shown(1003, 'old');
      await name('new');
      for (let i = 0; i < 3; i++) await step();
      assert.equal((await tickets.byNumber(TENANT, 1002))?.legs.desk.lease, 'sender');
      assert.equal((await tickets.byNumber(TENANT, 1003))?.deskDue, undefined);
      const delivered = { ...NOTHING_SENT, version: 1, messageId: 'm', where: 'old' };
      const record = { $set: { 'legs.desk': delivered }, $unset: { deskDue: true } } as const;
      await tickets.collection.updateOne(TENANT, { number: 1002 }, record);
      await steps();
      assert.equal((await due()).length, 3);
    });

    it('begins anew when another channel is named in the middle; a late step for the one before counts for nothing', async () => {
      for (let i = 1; i <= 6; i++) await shown(1000 + i, 'old');
      await name('second');
      const late = await move().leaseDue(10);
      await name('third');
      for (const job of late) await job.run();
      assert.equal((await desks.of(TENANT))?.moved, 0);
      await steps();
      assert.equal((await due()).length, 6);
    });
  });
});
