import assert from 'node:assert/strict';
import type { Attempt } from '../../../src/outbox/attempt.ts';
import type { Collection } from '../../../src/storage/port.ts';
import { TicketSource } from '../../../src/tickets/delivery/outbox-source.ts';
import type { TicketDelivery, TicketDeliveryResult } from '../../../src/tickets/delivery/ticket-delivery.ts';
import { TicketRepository } from '../../../src/tickets/repository.ts';
import type { DeliveryState, Ticket } from '../../../src/tickets/ticket.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';
import { TENANT, ticketOf } from '../fixtures.ts';

const NOW = Date.parse('2020-06-16T09:00:00Z');
const ROOM = 10;

describe('what of tickets is sent outside', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;
    let now: number;
    let writes: number;
    let delivered: number[];

    beforeEach(async () => {
      engine = await open();
      tickets = counted(new TicketRepository(engine.store));
      await engine.store.setUp();
      [now, writes, delivered] = [NOW, 0, []];
    });
    afterEach(() => engine?.dispose());

    /** Counts what is written. */
    function counted(real: TicketRepository): TicketRepository {
      const collection = new Proxy(real.collection, {
        get(target, name: keyof Collection<Ticket>) {
          if (/update/i.test(name)) writes += 1;
          const method = target[name] as (...args: never[]) => unknown;
          return method.bind(target);
        },
      });
      return new Proxy(real, {
        get(target, name: keyof TicketRepository) {
          if (name === 'collection') return collection;
          const method = target[name] as (...args: never[]) => unknown;
          return method.bind(target);
        },
      });
    }

    function source(
      place: TicketDelivery['place'],
      deliver: (ticket: Ticket, state: DeliveryState) => TicketDeliveryResult,
    ): TicketSource {
      let id = 0;
      return new TicketSource({
        tickets,
        delivery: {
          place,
          creates: 'card',
          destination: (tenantId) => tenantId,
          tenants: async () => [TENANT],
          deliver: async (ticket, state) => {
            const result = deliver(ticket, state);
            if (result.kind === 'tried') delivered.push(ticket.number);
            return result;
          },
        },
        realTime: () => new Date(now),
        newId: () => `lease-${id++}`,
        random: () => 0,
        log: { warn: () => undefined },
      });
    }

    /** Until nothing is due any more. */
    async function work(one: TicketSource): Promise<void> {
      for (;;) {
        const jobs = await one.leaseDue(ROOM);
        if (jobs.length === 0) return;
        for (const job of jobs) await job.run();
      }
    }

    const due = (ms = 0) => new Date(NOW + ms).toISOString();
    const sent: TicketDeliveryResult = {
      kind: 'tried',
      act: 'create',
      attempt: { kind: 'sent', id: 'm' },
      where: 'desk',
    };

    it('leave a place alone that takes no more, and then go on in their order', async () => {
      const count = 60;
      for (let i = 0; i < count; i++)
        await tickets.add(ticketOf(1001 + i, { deskDue: due(i - count), changedAt: due(i - count) }));
      let room = 7;
      const desk = source('desk', () => (room-- > 0 ? sent : { kind: 'wait', ms: 1_000, all: true }));
      await work(desk);
      assert.deepEqual(delivered, [1001, 1002, 1003, 1004, 1005, 1006, 1007]);
      // A lease and a result for each, sent or not: those that found no room are as many as are sent at once, no more.
      assert.ok(writes <= 2 * (7 + ROOM), `${writes} writes`);
      writes = 0;
      await work(desk);
      assert.equal(writes, 0);
      now += 1_000;
      room = 3;
      await work(desk);
      assert.deepEqual(delivered.slice(7), [1008, 1009, 1010]);
    });

    it('are known by no message of another place, where the first one in this place was lost', async () => {
      const desk: DeliveryState = { version: 1, tries: 0, unknown: 1, messageId: 'm-1', where: 'the desk before' };
      const legs = { ...ticketOf(1001).legs, desk };
      await tickets.add(ticketOf(1001, { version: 2, deskDue: due(), legs }));
      const known: (string | undefined)[] = [];
      const lost: TicketDeliveryResult = {
        kind: 'tried',
        act: 'create',
        attempt: { kind: 'lost', reason: 'x' },
        where: 'the desk',
      };
      await work(
        source('desk', (_, { messageId }) => {
          known.push(messageId);
          return lost;
        }),
      );
      assert.deepEqual(known, ['m-1', undefined]);
    });

    it('say by code why a place does not get them, and what the last request came to', async () => {
      const why = async (number: number, attempt: Attempt): Promise<Partial<DeliveryState>> => {
        await tickets.add(ticketOf(number, { deskDue: due() }));
        const desk = source('desk', () => ({ kind: 'tried', act: 'create', attempt, where: 'desk' }));
        await work(desk);
        const { dead, lastAttempt } = (await tickets.byNumber(TENANT, number))?.legs.desk ?? assert.fail('not there');
        return { ...(dead && { dead }), ...(lastAttempt && { lastAttempt }) };
      };
      const refused = { kind: 'refused', status: 400 } as const;
      assert.deepEqual(await why(1001, refused), { dead: 'rejected', lastAttempt: refused });
      assert.deepEqual(await why(1002, { kind: 'refused', status: 403 }), { dead: 'blocked' });
      assert.deepEqual(await why(1003, { kind: 'refused', status: 404 }), { dead: 'gone' });
      assert.deepEqual(await why(1004, { kind: 'lost', reason: 'x' }), { dead: 'unconfirmed' });
      // The next version is tried from the beginning.
      await tickets.change(TENANT, 1001, { key: 'k', at: new Date(now) }, () => ({ event: 'commented', set: {} }));
      await work(source('desk', () => sent));
      const { dead, lastAttempt, version } = (await tickets.byNumber(TENANT, 1001))?.legs.desk ?? assert.fail();
      assert.deepEqual([dead, lastAttempt, version], [undefined, undefined, 2]);
    });

    it('are tried again, and not given up, where no request for them left', async () => {
      for (const attempt of [
        { kind: 'lost', reason: 'not sent (sign-in-away)' },
        { kind: 'lost', reason: 'ECONNREFUSED' },
        { kind: 'refused', status: 401 },
      ] as const) {
        const number = 1001 + delivered.length;
        await tickets.add(ticketOf(number, { deskDue: due() }));
        let left = 4;
        const desk = source('desk', () =>
          left-- > 0 ? { kind: 'tried', act: 'create', attempt, where: 'desk' } : sent,
        );
        for (let tries = 0; tries < 5; tries++) {
          await work(desk);
          now += 60_000;
        }
        const { legs } = (await tickets.byNumber(TENANT, number)) ?? assert.fail('not there');
        assert.deepEqual([legs.desk.messageId, legs.desk.dead, legs.desk.unknown], ['m', undefined, 0]);
        now = NOW;
        delivered.length = number - 1000;
      }
    });

    it('go one at a time, with pauses, where nothing gets through, and all together again when something does', async () => {
      const failing = { kind: 'tried', act: 'keyed', attempt: { kind: 'lost', reason: 'TimeoutError' } } as const;
      const fine = { kind: 'tried', act: 'keyed', attempt: { kind: 'sent' } } as const;
      for (let i = 0; i < 40; i++) await tickets.add(ticketOf(1001 + i, { webhookDue: due(i - 40) }));
      let isFine = false;
      const hook = source('webhook', () => (isFine ? fine : failing));
      assert.equal((await hook.leaseDue(50)).length, 10, 'ten at a time');
      const other = source('webhook', () => (isFine ? fine : failing));
      const first = await other.leaseDue(50);
      for (const job of first) await job.run();
      assert.equal((await other.leaseDue(50)).length, 0, 'paused');
      now += 31_000;
      const probe = await other.leaseDue(50);
      assert.equal(probe.length, 1, 'one at a time');
      assert.equal((await other.leaseDue(50)).length, 0, 'while it is under way');
      isFine = true;
      await probe[0]?.run();
      assert.equal((await other.leaseDue(50)).length, 10);
    });

    it('let others have their turn between two polls', async () => {
      for (let i = 0; i < 50; i++) await tickets.add(ticketOf(1001 + i, { deskDue: due() }));
      let turns = 0;
      let working = true;
      const others = (): void => {
        turns += 1;
        if (working) setImmediate(others);
      };
      setImmediate(others);
      await work(source('desk', () => ({ kind: 'nothing' })));
      working = false;
      assert.ok(turns >= 5, `${turns} turns of the others`);
    });
  });
});
