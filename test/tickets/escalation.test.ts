import assert from 'node:assert/strict';
import type { Attempt } from '../../src/outbox/attempt.ts';
import { createLimits, THREAD_WINDOWS } from '../../src/outbox/rate-limits.ts';
import { People } from '../../src/people/people.ts';
import { LeadsDelivery } from '../../src/tickets/delivery/leads-delivery.ts';
import { escalationOf, TicketEscalator } from '../../src/tickets/escalation.ts';
import { TicketRepository } from '../../src/tickets/repository.ts';
import type { Ticket, TicketState } from '../../src/tickets/ticket.ts';
import type { Reply } from '../../src/turn.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { ADELE, TENANT, ticketOf } from './fixtures.ts';

const OTHER_TENANT = 't2';
const OPENED = new Date('2020-06-16T09:00:00Z');
const DUE = new Date('2020-06-23T09:00:00Z');

describe('whether a ticket is escalated', () => {
  const since = OPENED;
  const isEscalated = (more: Partial<Ticket>): boolean => escalationOf(ticketOf(1001, more), since, DUE) !== undefined;

  it('hangs on its last change by a person, to the millisecond', () => {
    assert.equal(isEscalated({ changedAt: '2020-06-16T09:00:00.000Z' }), true);
    assert.equal(isEscalated({ changedAt: '2020-06-16T09:00:00.001Z' }), false);
  });

  it('hangs on its state: open, in progress and handed over', () => {
    const states: Record<TicketState, boolean> = {
      open: true,
      'in progress': true,
      'handed over': true,
      resolved: false,
      withdrawn: false,
    };
    for (const [state, expected] of Object.entries(states))
      assert.equal(isEscalated({ state: state as TicketState }), expected, state);
  });

  it('hangs on whether it was', () => {
    assert.equal(isEscalated({ raised: true }), false);
  });
});

describe('the escalation of tickets', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;
    let people: People;
    let announced = 0;
    let warned: unknown[];
    /** Tenants whose tickets were said to have changed. */
    let stamped: string[];

    beforeEach(async () => {
      engine = await open();
      tickets = new TicketRepository(engine.store);
      people = new People(engine.store);
      await engine.store.setUp();
      announced = 0;
      warned = [];
      stamped = [];
    });
    afterEach(() => engine?.dispose());

    const escalator = (now = DUE, signal = new AbortController().signal) =>
      new TicketEscalator({
        tickets,
        stamps: {
          async move(tenantId) {
            stamped.push(tenantId);
          },
        },
        timeZone: 'UTC',
        realTime: () => now,
        wake: () => {
          announced += 1;
        },
        signal,
        log: { warn: ({ tenantId }: { tenantId?: string }) => void warned.push(tenantId) },
        pageSize: 3,
      });
    const add = async (n: number, more: Partial<Ticket> = {}) => {
      for (let i = 0; i < n; i++) await tickets.add(ticketOf(1001 + i, more));
    };
    const all = () => tickets.list(TENANT, {}, { sort: { number: 1 }, limit: 100 });

    it('goes page by page through as many as there are', async () => {
      await add(10);
      assert.equal(await escalator().escalateDue(), 10);
      for (const { raised, history, version } of await all())
        assert.deepEqual([raised, history.at(-1)?.kind, version], [true, 'raised', 2]);
      assert.equal(await escalator().escalateDue(), 0);
      assert.equal(announced, 1);
      assert.deepEqual(stamped, [TENANT]);
    });

    it('by several instances at once escalates once', async () => {
      await add(10);
      const counts = await Promise.all([escalator(), escalator(), escalator()].map((one) => one.escalateDue()));
      assert.equal(
        counts.reduce((a, b) => a + b),
        10,
      );
      for (const { history, version } of await all()) assert.deepEqual([history.length, version], [2, 2]);
    });

    it('leaves the time of the last change by a person, and lets every place hear of it', async () => {
      await add(1);
      await escalator().escalateDue();
      const [ticket] = await all();
      assert.equal(ticket?.changedAt, OPENED.toISOString());
      assert.deepEqual([ticket?.deskDue, ticket?.webhookDue, ticket?.requesterDue], Array(3).fill(DUE.toISOString()));
      assert.equal(ticket?.history.at(-1)?.by, undefined);
    });

    it('does not happen where somebody was faster', async () => {
      await add(1);
      const stamp = { key: 'k', by: ADELE, at: DUE };
      // After the list was read, before the ticket is written.
      const list = tickets.list.bind(tickets);
      tickets.list = async (...args) => {
        const page = await list(...args);
        await tickets.change(TENANT, 1001, stamp, () => ({ event: 'commented', set: {}, text: 'Wait' }));
        return page;
      };
      assert.equal(await escalator().escalateDue(), 0);
    });

    it('is no work for those that were escalated before', async () => {
      await add(4, { raised: true });
      await tickets.add(ticketOf(2000));
      assert.equal(await escalator().escalateDue(), 1);
    });

    it('goes on with the other tenants where one fails, which is logged', async () => {
      await add(1);
      await tickets.add(ticketOf(1001, { _id: 'id-other', tenantId: OTHER_TENANT }));
      const list = tickets.list.bind(tickets);
      let broken = '';
      // Whichever comes first, so that there is one after it.
      tickets.list = (tenantId, ...rest) => {
        broken ||= tenantId;
        return tenantId === broken ? Promise.reject(new Error('away')) : list(tenantId, ...rest);
      };
      assert.equal(await escalator().escalateDue(), 1);
      assert.deepEqual(warned, [broken]);
      assert.equal(announced, 1);
    });

    it('fails where every tenant does', async () => {
      await add(1);
      tickets.list = () => Promise.reject(new Error('away'));
      await assert.rejects(escalator().escalateDue(), /away/);
    });

    it('stops between two pages when the bot does', async () => {
      await add(10);
      const stopping = new AbortController();
      const change = tickets.change.bind(tickets);
      tickets.change = (...args) => {
        stopping.abort();
        return change(...args);
      };
      assert.equal(await escalator(DUE, stopping.signal).escalateDue(), 3);
    });

    describe('tells leads', () => {
      const posts: { to: string; text: string }[] = [];
      let answer: (to: string) => Attempt | Promise<Attempt>;
      let now: Date;

      beforeEach(async () => {
        posts.length = 0;
        answer = () => ({ kind: 'sent', id: 'm1' });
        now = DUE;
        for (const userId of ['isaiah', 'lynne', 'megan'])
          await people.recordSighting({ tenantId: TENANT, userId, name: userId, reference: userId });
      });

      const delivery = () =>
        new LeadsDelivery({
          tickets,
          people,
          leads: (tenantId) => people.findReachable(tenantId, ['isaiah', 'lynne']),
          proactive: {
            post: async (to: string, { text = '' }: Reply) => {
              posts.push({ to, text });
              return answer(to);
            },
            change: () => assert.fail('a line is not changed'),
            recreate: () => assert.fail('a chat is not made anew'),
          },
          limits: createLimits({ windows: THREAD_WINDOWS }),
          realTime: () => now,
          random: () => 0.5,
          log: { warn: () => undefined },
        });
      const run = async (one: LeadsDelivery, most = 10): Promise<number> => {
        const jobs = await one.leaseDue(most);
        await Promise.all(jobs.map((job) => job.run()));
        return jobs.length;
      };
      /** As often as there is something to do. */
      const drain = async (one: LeadsDelivery, most = 10): Promise<void> => {
        while ((await run(one, most)) > 0);
      };
      const linesTo = (to: string) => posts.filter((post) => post.to === to).flatMap(({ text }) => text.split('\n\n'));

      it('of each ticket, whatever the number of tickets and of jobs at once, and nobody else', async () => {
        await add(12);
        await escalator().escalateDue();
        await drain(delivery(), 1);
        for (const lead of ['isaiah', 'lynne']) assert.equal(new Set(linesTo(lead)).size, 12, lead);
        assert.equal(posts.length, 6);
        assert.equal(await run(delivery()), 0);
      });

      it('once, from several instances', async () => {
        await add(5);
        await escalator().escalateDue();
        await Promise.all([delivery(), delivery(), delivery()].map((one) => drain(one)));
        for (const lead of ['isaiah', 'lynne']) assert.equal(linesTo(lead).length, 5, lead);
      });

      it('not again where it may have arrived, or where nobody is there', async () => {
        await add(1);
        await escalator().escalateDue();
        answer = (to) => (to === 'isaiah' ? { kind: 'lost', reason: 'ECONNRESET' } : { kind: 'refused', status: 404 });
        for (let i = 0; i < 5; i++) {
          await drain(delivery());
          now = new Date(now.getTime() + 600_000);
        }
        assert.equal(posts.length, 2);
      });

      it('not again after a kill in the middle, and the others all the same', async () => {
        await add(1);
        await escalator().escalateDue();
        // Leased by an instance that does not live to send it.
        assert.equal((await delivery().leaseDue(1)).length, 1);
        await drain(delivery());
        assert.deepEqual(
          posts.map(({ to }) => to),
          ['lynne'],
        );
      });

      it('later, and later still, where the answer says “too many”', async () => {
        await add(1);
        await escalator().escalateDue();
        answer = () => ({ kind: 'refused', status: 429 });
        const one = delivery();
        const counts: number[] = [];
        for (const seconds of [0, 1, 1, 1, 1]) {
          now = new Date(now.getTime() + seconds * 1_000);
          await drain(one);
          counts.push(posts.length);
        }
        answer = () => ({ kind: 'sent' });
        now = new Date(now.getTime() + 600_000);
        await drain(one);
        // Both, at once, a second later, and not before three seconds more.
        assert.deepEqual(counts, [2, 4, 4, 4, 6]);
        assert.deepEqual(
          posts
            .slice(6)
            .map(({ to }) => to)
            .sort(),
          ['isaiah', 'lynne'],
        );
        assert.equal((await all())[0]?.raise?.due, undefined);
      });

      it('later also where another instance put it off while this one looked', async () => {
        await add(1);
        await escalator().escalateDue();
        const of = { number: 1001 };
        await tickets.collection.updateOne(TENANT, of, { $set: { 'raise.told': ['isaiah', 'lynne'] } });
        const list = tickets.list.bind(tickets);
        tickets.list = async (...args) => {
          const page = await list(...args);
          tickets.list = list;
          const later = new Date(now.getTime() + 1_000).toISOString();
          const putOff = { $pull: { 'raise.told': 'isaiah' }, $set: { 'raise.due': later } };
          await tickets.collection.updateOne(TENANT, of, putOff);
          return page;
        };
        await drain(delivery());
        assert.deepEqual(posts, []);
        now = new Date(now.getTime() + 1_000);
        await drain(delivery());
        assert.deepEqual(
          posts.map(({ to }) => to),
          ['isaiah'],
        );
      });

      it('nothing once a person did something', async () => {
        await add(1);
        await escalator().escalateDue();
        await tickets.change(TENANT, 1001, { key: 'k', by: ADELE, at: DUE }, () => ({ event: 'withdrawn', set: {} }));
        await drain(delivery());
        assert.deepEqual(posts, []);
      });

      it('of others while one lead’s chat is busy', async () => {
        await add(20);
        await escalator().escalateDue();
        answer = (to) =>
          to === 'isaiah' ? { kind: 'refused', status: 429, retryAfterMs: 1_800_000 } : { kind: 'sent' };
        const one = delivery();
        for (let i = 0; i < 10; i++) {
          await drain(one);
          now = new Date(now.getTime() + 1_000);
        }
        assert.equal(new Set(linesTo('lynne')).size, 20);
        assert.equal(posts.filter(({ to }) => to === 'isaiah').length, 1);
      });
    });
  });
});
