import assert from 'node:assert/strict';
import type { Composed } from '../../src/delivery/composer.ts';
import { Ledger } from '../../src/delivery/ledger.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { NudgeSender, type SenderOptions } from '../../src/delivery/sender.ts';
import { SenderLease } from '../../src/delivery/sender-lease.ts';
import type { Attempt } from '../../src/outbox/attempt.ts';
import { createLimits, THREAD_WINDOWS, tenantWindows } from '../../src/outbox/rate-limits.ts';
import { People } from '../../src/people/people.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const CONTOSO = 'contoso';
const SECOND = 1_000;
const SENT: Attempt = { kind: 'sent', id: 'message' };
const refused = (status: number): Attempt => ({ kind: 'refused', status });
const lost = (reason: string): Attempt => ({ kind: 'lost', reason });

describe('the sender of nudges', () => {
  eachEngine((_engine, open) => {
    let opened: OpenEngine;
    let ledger: Ledger;
    let people: People;
    let nowMs: number;
    /** Cards that left, and when. */
    let posts: { readonly to: string; readonly at: number }[];
    /** What the next ones come to; `SENT` where nothing is said. */
    let answer: (to: string) => Attempt;
    let compose: (row: Nudge) => Promise<Composed>;
    let logged: string[];

    beforeEach(async () => {
      opened = await open();
      ledger = new Ledger(opened.store);
      people = new People(opened.store);
      nowMs = Date.parse('2020-06-16T09:00:00Z');
      posts = [];
      logged = [];
      answer = () => SENT;
      compose = async () => ({ kind: 'send', reply: { text: 'a card' } });
      senderOf('nobody');
      await opened.store.setUp();
    });
    afterEach(() => opened?.dispose());

    const realTime = (): Date => new Date(nowMs);

    function leaseOf(instance: string): SenderLease {
      return new SenderLease({
        store: opened.store,
        instance,
        exclusive: false,
        realTime,
        onTakeover: () => undefined,
      });
    }

    function senderOf(instance: string, more: Partial<SenderOptions> = {}): NudgeSender {
      const composer = { compose: (row: Nudge) => compose(row) };
      let ids = 0;
      return new NudgeSender({
        tenants: () => [CONTOSO],
        lease: leaseOf(instance),
        ledger,
        people,
        products: { composer: () => composer },
        proactive: {
          async post(reference) {
            posts.push({ to: reference, at: nowMs });
            return answer(reference);
          },
          change: async () => SENT,
          recreate: async (reference) => ({ attempt: SENT, reference: `${reference} anew` }),
        },
        rate: createLimits({ windows: tenantWindows(25) }),
        threads: createLimits({ windows: THREAD_WINDOWS }),
        campaignClock: realTime,
        realTime,
        instance,
        newId: () => `${instance} ${++ids}`,
        random: () => 0.5,
        log: { warn: (_facts, message) => logged.push(message) },
        ...more,
      });
    }

    /** So many people who have the bot, with a reminder that is due. */
    async function due(count: number, tenantId = CONTOSO): Promise<void> {
      const users = Array.from({ length: count }, (_, n) => `user${n}`);
      await Promise.all(
        users.map((userId) =>
          people.recordSighting({ tenantId, userId, name: userId, reference: `${tenantId} chat of ${userId}` }),
        ),
      );
      await ledger.add(
        tenantId,
        users.map((person) => rowOf(person)),
      );
    }

    const rowOf = (person: string, milestone = 'before-14') =>
      ({ person, campaign: '2020-06-30', milestone, day: '2020-06-16', kind: 'reminder', due: realTime() }) as const;

    /** What the worker does once. How soon it is asked to poll again, ms. */
    async function send(sender: NudgeSender): Promise<number | undefined> {
      let soonest: number | undefined;
      const jobs = await sender.leaseDue(60, (ms) => {
        soonest = Math.min(soonest ?? ms, ms);
      });
      await Promise.all(jobs.map((job) => job.run()));
      return soonest;
    }

    /** As the worker does for so long: when it is told to, and every second. */
    async function sendFor(ms: number, ...senders: NudgeSender[]): Promise<void> {
      for (const end = nowMs + ms; nowMs < end; ) {
        const waits = await Promise.all(senders.map(send));
        nowMs += Math.min(SECOND, ...waits.map((one) => one ?? SECOND));
      }
    }

    const states = async (tenantId = CONTOSO): Promise<Record<string, number>> =>
      Object.fromEntries(await ledger.collection.groupCount(tenantId, {}, 'state'));
    const fullest = (times: readonly number[], ms: number): number =>
      Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));

    it('sends each row once, at the rate, with nearly nothing of it left unused', async () => {
      await due(200);
      const sender = senderOf('one');
      await sendFor(9 * SECOND, sender);
      assert.deepEqual(await states(), { sent: 200 });
      assert.equal(new Set(posts.map(({ to }) => to)).size, 200);
      const times = posts.map(({ at }) => at);
      assert.equal(fullest(times, SECOND), 25);
      const seconds = (Math.max(...times) - Math.min(...times)) / SECOND;
      assert.ok(200 / seconds >= 0.95 * 25, `${(200 / seconds).toFixed(1)} a second`);
    });

    it('sends each row once, at one rate, with several of its kind', async () => {
      await due(100);
      const senders = ['one', 'two', 'three'].map((name) => senderOf(name));
      await sendFor(6 * SECOND, ...senders);
      assert.deepEqual(await states(), { sent: 100 });
      assert.equal(posts.length, 100);
      assert.ok(
        fullest(
          posts.map(({ at }) => at),
          SECOND,
        ) <= 25,
      );
    });

    it('keeps to what one chat takes, with all else that the bot says there, and leaves nothing out', async () => {
      await due(2);
      const threads = createLimits({ windows: THREAD_WINDOWS });
      const { _id = '' } = (await people.get(CONTOSO, 'user0')) ?? {};
      for (let n = 0; n < 7; n++) threads.take(_id, nowMs);
      const sender = senderOf('one', { threads });
      await send(sender);
      assert.deepEqual(
        posts.map(({ to }) => to),
        ['contoso chat of user1'],
      );
      nowMs += SECOND - 1;
      await send(sender);
      assert.equal(posts.length, 1);
      nowMs += 1;
      await send(sender);
      assert.deepEqual(await states(), { sent: 2 });
    });

    it('counts the making anew of chats into the rate', async () => {
      await due(12);
      const requests: number[] = [];
      const count = <T>(result: T): T => {
        requests.push(nowMs);
        return result;
      };
      const sender = senderOf('one', {
        rate: createLimits({ windows: tenantWindows(8) }),
        proactive: {
          post: async (to) => count(/anew$/.test(to) ? SENT : refused(404)),
          change: async () => SENT,
          recreate: async (to) => count({ attempt: SENT, reference: `${to} anew` }),
        },
      });
      for (let n = 0; n < 200; n++) {
        const jobs = await sender.leaseDue(60, () => undefined);
        // Time passes for whoever waits.
        const wait = async (ms: number): Promise<void> => {
          nowMs += ms;
        };
        await Promise.all(jobs.map((job) => job.run(wait)));
        nowMs += 50;
      }
      assert.deepEqual(await states(), { sent: 12 });
      assert.equal(requests.length, 36);
      assert.equal(fullest(requests, SECOND), 8);
    });

    it('looks at one card of a person after the other, so that the second look knows of the first', async () => {
      await due(1);
      await ledger.add(CONTOSO, [rowOf('user0', 'asked-2020-06-16')]);
      compose = async (row) => {
        const others = await ledger.collection.find(CONTOSO, {
          person: row.person,
          state: { $in: ['leased', 'sent'] },
        });
        return others.length > 0 ? { kind: 'skip', why: 'already sent' } : { kind: 'send', reply: {} };
      };
      await sendFor(3 * SECOND, senderOf('one'));
      assert.deepEqual(await states(), { sent: 1, skipped: 1 });
    });

    it('serves a tenant while another one’s rows cannot be asked for', async () => {
      await due(3, 'fabrikam');
      await due(3);
      const lease = leaseOf('one');
      const acquire = lease.acquire.bind(lease);
      lease.acquire = async (tenantId) => {
        if (tenantId === CONTOSO) throw new Error('no such index');
        return acquire(tenantId);
      };
      const sender = senderOf('one', { lease, tenants: () => ['adventure-works', CONTOSO, 'fabrikam'] });
      await sendFor(SECOND, sender);
      assert.deepEqual([await states('fabrikam'), await states()], [{ sent: 3 }, { due: 3 }]);
      lease.acquire = acquire;
      await sendFor(2 * SECOND, sender);
      assert.deepEqual(await states(), { sent: 3 });
    });

    it('says so where nothing can be asked for at all', async () => {
      const lease = leaseOf('one');
      lease.acquire = async () => {
        throw new Error('the store is away');
      };
      await assert.rejects(send(senderOf('one', { lease })), /the store is away/);
    });

    it('sends a minute later what could not be looked at, or whose lease got lost on the way back', async () => {
      await due(3);
      compose = async ({ person }) => {
        if (person === 'user0') throw new Error('a bug');
        return { kind: 'send', reply: {} };
      };
      const leaseRow = ledger.lease.bind(ledger);
      ledger.lease = async (tenantId, _id, how) => {
        const row = await leaseRow(tenantId, _id, how);
        if (row?.person === 'user1') throw new Error('the answer got lost');
        return row;
      };
      const sender = senderOf('one');
      const jobs = await sender.leaseDue(60, () => undefined);
      const ended = await Promise.allSettled(jobs.map((job) => job.run()));
      assert.equal(ended.filter(({ status }) => status === 'rejected').length, 2);
      assert.deepEqual(await states(), { sent: 1, due: 2 });
      ledger.lease = leaseRow;
      compose = async () => ({ kind: 'send', reply: {} });
      await sendFor(59 * SECOND, sender);
      assert.deepEqual(await states(), { sent: 1, due: 2 });
      await sendFor(2 * SECOND, sender);
      assert.deepEqual(await states(), { sent: 3 });
      assert.equal(posts.length, 3);
    });

    it('sends a minute later what could not be drawn', async () => {
      await due(1);
      answer = () => {
        throw new Error('no such template');
      };
      const sender = senderOf('one');
      const [job] = await sender.leaseDue(60, () => undefined);
      await assert.rejects(async () => job?.run(), /no such template/);
      assert.deepEqual(await states(), { due: 1 });
      answer = () => SENT;
      await sendFor(62 * SECOND, sender);
      assert.deepEqual(await states(), { sent: 1 });
    });

    it('sends nothing where it was held up so long that another one has taken over', async () => {
      await due(2);
      const gate = Promise.withResolvers<void>();
      compose = async () => {
        await gate.promise;
        return { kind: 'send', reply: {} };
      };
      const [paused, heir] = [senderOf('paused'), senderOf('heir')];
      const jobs = await paused.leaseDue(60, () => undefined);
      const running = Promise.all(jobs.map((job) => job.run()));
      nowMs += 16 * SECOND;
      const heirs = await heir.leaseDue(60, () => undefined);
      gate.resolve();
      await running;
      assert.equal(posts.length, 0);
      await Promise.all(heirs.map((job) => job.run()));
      assert.equal(posts.length, 2);
      assert.deepEqual(await states(), { sent: 2 });
    });

    it('has a result that comes after its lease change nothing', async () => {
      await due(1);
      const held = Promise.withResolvers<Attempt>();
      answer = () => held.promise as never;
      const [job] = await senderOf('paused').leaseDue(60, () => undefined);
      const running = job?.run();
      while (posts.length === 0) await new Promise(setImmediate);
      nowMs += 91 * SECOND;
      assert.equal(await ledger.expireLeases(CONTOSO, realTime(), { sender: 'heir', others: false }), 1);
      held.resolve(refused(429));
      await running;
      assert.deepEqual(await states(), { unknown: 1 });
      await sendFor(60 * SECOND, senderOf('heir'));
      assert.equal(posts.length, 1);
    });

    describe('while Teams takes nothing', () => {
      for (const [what, outage, unknown] of [
        ['answers 503', refused(503), true],
        ['does not answer', lost('TimeoutError'), true],
        ['answers 429', refused(429), false],
        ['cannot be reached', lost('ECONNREFUSED'), false],
        ['gives no token', lost('not sent (ClientAuthError)'), false],
        ['does not take the bot’s token', refused(401), false],
      ] as const) {
        it(`tries one at a time, less often each time, and goes on when it is there again: it ${what}`, async () => {
          await due(100);
          answer = () => outage;
          const sender = senderOf('one');
          await sendFor(60 * SECOND, sender);
          // Five in a row, those that had left by then, and one after each rest of 1, 2, 4, 8, 16 and 30 s.
          assert.ok(posts.length >= 8 && posts.length <= 14, `${posts.length} requests in a minute`);
          assert.deepEqual((await states()).unknown ?? 0, unknown ? posts.length : 0);
          assert.equal(logged.filter((message) => /do not get through/.test(message)).length, 1);
          answer = () => SENT;
          const tried = posts.length;
          await sendFor(100 * SECOND, sender);
          const { sent } = await states();
          assert.equal(sent, unknown ? 100 - tried : 100);
          assert.equal(posts.length, tried + (sent ?? 0));
        });
      }

      it('tries everybody else as ever where it is a few that do not get through', async () => {
        await due(100);
        answer = (to) => (/[1357]$/.test(to) ? refused(429) : SENT);
        await sendFor(5 * SECOND, senderOf('one'));
        assert.ok(((await states()).sent ?? 0) >= 60, `${(await states()).sent}`);
      });
    });
  });
});
