import assert from 'node:assert/strict';
import { DuplicateGuard } from '../../src/teams/duplicate-guard.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const KEY = ['t1', 'a:1', '1594000000000'] as const;

describe('the duplicate guard', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let guard: DuplicateGuard;
    /** Milliseconds that real time is ahead. */
    let later: number;
    // From now on: MongoDB removes what has expired by a clock of its own.
    const base = Date.now();
    const realTime = () => new Date(base + later);

    beforeEach(async () => {
      later = 0;
      engine = await open(realTime);
      guard = new DuplicateGuard(engine.store, realTime);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    const begins = () => guard.begin(...KEY);

    it('lets one of many deliveries through, also at once', async () => {
      const begun = await Promise.all(Array.from({ length: 8 }, begins));
      assert.equal(begun.filter(Boolean).length, 1);
      assert.equal(await begins(), false);
    });

    it('tells apart ids, conversations and tenants, whatever stands in them', async () => {
      assert.equal(await begins(), true);
      assert.equal(await guard.begin('t1', 'a:1', '1594000000001'), true);
      assert.equal(await guard.begin('t1', 'a:2', KEY[2]), true);
      assert.equal(await guard.begin('t2', 'a:1', KEY[2]), true);
      assert.equal(await guard.begin('t1', 'a', ':1","1594000000000'), true);
      assert.equal(await guard.begin('t1', '$where', '__proto__'), true);
    });

    it('never lets a delivery through that is done', async () => {
      await begins();
      await guard.done(...KEY);
      for (const ms of [0, 61_000, 3_600_000]) {
        later = ms;
        assert.equal(await begins(), false);
      }
    });

    it('has a lease that ends before Teams delivers again, after 15 s', async () => {
      await begins();
      later = 15_000;
      assert.equal(await begins(), true);
    });

    it('lets a delivery take over from one that died, once, and not before its lease has run out', async () => {
      await begins();
      later = 14_000;
      assert.equal(await begins(), false);
      later = 14_001;
      const taken = await Promise.all(Array.from({ length: 4 }, begins));
      assert.equal(taken.filter(Boolean).length, 1);
      await guard.done(...KEY);
      later = 200_000;
      assert.equal(await begins(), false);
    });

    it('lets a failed delivery be tried again at once', async () => {
      await begins();
      await guard.failed(...KEY);
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

    it('remembers over a restart, for a day', async () => {
      await begins();
      await guard.done(...KEY);
      if (engine.store.engine === 'sqlite') await engine.store.close();
      const { store } = await engine.reopen();
      const anew = new DuplicateGuard(store, realTime);
      await store.setUp();
      assert.equal(await anew.begin(...KEY), false);
      later = 24 * 3_600_000;
      assert.equal(await anew.begin(...KEY), true);
    });
  });
});
