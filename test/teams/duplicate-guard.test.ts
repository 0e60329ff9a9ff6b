import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import sinon from 'sinon';
import { StoreAwayError } from '../../src/errors.ts';
import type { Doc, DocStore } from '../../src/storage/port.ts';
import { DuplicateGuard, type FirstDelivery, SEEN_ACTIVITIES } from '../../src/teams/duplicate-guard.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const KEY = ['t1', 'a:1', '1594000000000'] as const;
const isDelivery = (delivery: FirstDelivery | undefined): delivery is FirstDelivery => delivery !== undefined;

describe('the duplicate guard', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let guard: DuplicateGuard;
    /** Milliseconds that real time is ahead. */
    let later: number;
    // From now on: MongoDB removes what has expired by a clock of its own.
    const base = Date.now();
    const realTime = () => new Date(base + later);
    const warn = sinon.spy();

    const guardOn = (store: DocStore) => new DuplicateGuard({ store, realTime, newId: randomUUID, log: { warn } });

    beforeEach(async () => {
      later = 0;
      warn.resetHistory();
      engine = await open(realTime);
      guard = guardOn(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    const begins = async () => isDelivery(await guard.begin(...KEY));
    const begun = async () => (await guard.begin(...KEY)) ?? assert.fail('a copy');

    it('lets one of many deliveries through, also at once, and of two instances', async () => {
      const other = guardOn(engine.store);
      const deliveries = Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? guard : other).begin(...KEY));
      assert.equal((await Promise.all(deliveries)).filter(isDelivery).length, 1);
      assert.equal(await begins(), false);
      assert.equal(await other.begin(...KEY), undefined);
    });

    it('tells apart ids, conversations and tenants, whatever stands in them', async () => {
      const others: readonly (readonly [string, string, string])[] = [
        ['t1', 'a:1', '1594000000001'],
        ['t1', 'a:2', KEY[2]],
        ['t2', 'a:1', KEY[2]],
        ['t1', 'a', ':1","1594000000000'],
        ['t1', '$where', '__proto__'],
      ];
      for (const key of [KEY, ...others]) assert.ok(await guard.begin(...key), String(key));
    });

    it('never lets a delivery through that is done', async () => {
      assert.equal(await (await begun()).finish(), true);
      for (const ms of [0, 61_000, 3_600_000]) {
        later = ms;
        assert.equal(await begins(), false);
      }
    });

    it('has a lease that ends before Teams delivers again, after 15 s', async () => {
      await begun();
      later = 15_000;
      assert.equal(await begins(), true);
    });

    it('lets a delivery take over from one that died, once, and not before its lease has run out', async () => {
      await begun();
      later = 14_000;
      assert.equal(await begins(), false);
      later = 14_001;
      const taken = (await Promise.all(Array.from({ length: 4 }, () => guard.begin(...KEY)))).filter(isDelivery);
      assert.equal(taken.length, 1);
      await taken[0]?.finish();
      later = 200_000;
      assert.equal(await begins(), false);
    });

    it('tells a delivery that was held up that another has taken over, whether or not that one is done', async () => {
      const heldUp = await begun();
      later = 15_000;
      const other = await begun();
      assert.equal(await heldUp.finish(), false);
      await heldUp.fail();
      assert.equal(await other.finish(), true);
      assert.equal(await heldUp.finish(), false);
      assert.equal(await other.finish(), true);
      assert.equal(await begins(), false);
    });

    it('lets a failed delivery be tried again at once', async () => {
      await (await begun()).fail();
      assert.equal(await begins(), true);
      assert.equal(await begins(), false);
    });

    it('acts for the first delivery alone, again after a failure, and each time where there is no id', async () => {
      const acts: number[] = [];
      const act = (n: number) => guard.onFirstDelivery(...KEY, async () => void acts.push(n));
      await assert.rejects(
        guard.onFirstDelivery(...KEY, () => Promise.reject(new Error('not said'))),
        /not said/,
      );
      await act(1);
      await act(2);
      for (const n of [3, 4]) await guard.onFirstDelivery('t1', 'a', undefined, async () => void acts.push(n));
      assert.deepEqual(acts, [1, 3, 4]);
    });

    it('lets a delivery through where the store is away, but for copies of what this process works on', async () => {
      const away = guardOn({
        ...engine.store,
        collection: () =>
          new Proxy({} as never, { get: () => () => Promise.reject(new StoreAwayError('the disk is full')) }),
      });
      const first = (await away.begin(...KEY)) ?? assert.fail('nobody is answered');
      assert.equal(await away.begin(...KEY), undefined);
      assert.equal(await first.finish(), true);
      assert.ok(await away.begin(...KEY));
      assert.ok(warn.called);
    });

    it('is sure of a delivery that the store could not take, where only writing fails, and records it once it can', async () => {
      let isFull = true;
      const seen = engine.store.collection<Doc>(SEEN_ACTIVITIES);
      const insertOne = async (...args: Parameters<typeof seen.insertOne>) => {
        if (isFull) throw new StoreAwayError('the disk is full');
        await seen.insertOne(...args);
      };
      const collection = new Proxy(seen, {
        get: (target, name: keyof typeof seen) =>
          name === 'insertOne' ? insertOne : (target[name] as () => unknown).bind(target),
      });
      const full = guardOn({ ...engine.store, collection: () => collection as never });
      const lost = (await full.begin(...KEY)) ?? assert.fail('nobody is answered');
      assert.equal(await lost.finish(), true);
      const kept = (await full.begin(...KEY)) ?? assert.fail('nobody is answered');
      isFull = false;
      assert.equal(await kept.finish(), true);
      assert.equal(await begins(), false);
    });

    it('remembers over a restart, for a day', async () => {
      await (await begun()).finish();
      if (engine.store.engine === 'sqlite') await engine.store.close();
      const { store } = await engine.reopen();
      const anew = guardOn(store);
      await store.setUp();
      assert.equal(await anew.begin(...KEY), undefined);
      later = 24 * 3_600_000;
      assert.ok(await anew.begin(...KEY));
    });
  });
});
