import assert from 'node:assert/strict';
import { NUDGE_SENDERS, SenderLease } from '../../src/delivery/sender-lease.ts';
import type { DocStore } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const CONTOSO = 'contoso';
const SECOND = 1_000;

describe('the lease of a tenant’s sender', () => {
  eachEngine((_engine, open) => {
    let opened: OpenEngine;
    let nowMs: number;
    let takeovers: string[];

    beforeEach(async () => {
      nowMs = Date.parse('2020-06-16T09:00:00Z');
      takeovers = [];
      opened = await open();
      leaseOf('nobody');
      await opened.store.setUp();
    });
    afterEach(() => opened?.dispose());

    const leaseOf = (instance: string, exclusive = false): SenderLease =>
      new SenderLease({
        store: opened.store,
        instance,
        exclusive,
        realTime: () => new Date(nowMs),
        onTakeover: (tenantId) => takeovers.push(`${tenantId} by ${instance}`),
      });
    const holders = async (leases: readonly SenderLease[], tenantId = CONTOSO): Promise<number> =>
      (await Promise.all(leases.map((one) => one.acquire(tenantId)))).filter(Boolean).length;

    it('is one instance’s, of ten that want it at once', async () => {
      const leases = Array.from({ length: 10 }, (_, n) => leaseOf(`instance ${n}`));
      for (let second = 0; second < 60; second++, nowMs += SECOND) assert.equal(await holders(leases), 1);
      assert.equal(takeovers.length, 1);
    });

    it('stays with whoever has it for as long as they ask', async () => {
      const [one, two] = [leaseOf('one'), leaseOf('two')];
      assert.equal(await one.acquire(CONTOSO), true);
      for (let second = 0; second < 300; second += 5, nowMs += 5 * SECOND) {
        assert.equal(await one.acquire(CONTOSO), true);
        assert.equal(await two.acquire(CONTOSO), false);
      }
    });

    it('goes to another one 15 s after the last word of one that was killed, and not before', async () => {
      const [dead, heir] = [leaseOf('dead'), leaseOf('heir')];
      await dead.acquire(CONTOSO);
      for (let second = 0; second < 15; second++, nowMs += SECOND) assert.equal(await heir.acquire(CONTOSO), false);
      assert.equal(await heir.acquire(CONTOSO), true);
      assert.deepEqual(takeovers, ['contoso by dead', 'contoso by heir']);
    });

    it('is not theirs any more who were held up for so long that another one has it', async () => {
      const [paused, heir] = [leaseOf('paused'), leaseOf('heir')];
      await paused.acquire(CONTOSO);
      nowMs += 16 * SECOND;
      assert.equal(await heir.acquire(CONTOSO), true);
      assert.equal(await paused.acquire(CONTOSO), false);
      nowMs += SECOND;
      assert.equal(await paused.acquire(CONTOSO), false);
    });

    it('is theirs still where nobody else wanted it meanwhile, and nothing was takeovers over', async () => {
      const paused = leaseOf('paused');
      await paused.acquire(CONTOSO);
      nowMs += 3600 * SECOND;
      assert.equal(await paused.acquire(CONTOSO), true);
      assert.deepEqual(takeovers, ['contoso by paused']);
    });

    it('goes to another one at once when it is given up', async () => {
      const [one, two] = [leaseOf('one'), leaseOf('two')];
      await one.acquire(CONTOSO);
      await one.acquire('fabrikam');
      await one.release();
      assert.deepEqual([await two.acquire(CONTOSO), await two.acquire('fabrikam')], [true, true]);
    });

    it('is not given up by whoever has lost it', async () => {
      const [paused, heir, third] = [leaseOf('paused'), leaseOf('heir'), leaseOf('third')];
      await paused.acquire(CONTOSO);
      nowMs += 16 * SECOND;
      await heir.acquire(CONTOSO);
      await paused.release();
      assert.equal(await third.acquire(CONTOSO), false);
    });

    it('is a dead one’s where no other process can be there', async () => {
      await leaseOf('dead').acquire(CONTOSO);
      assert.equal(await leaseOf('new', true).acquire(CONTOSO), true);
      assert.deepEqual(takeovers, ['contoso by dead', 'contoso by new']);
    });

    it('is each tenant’s own', async () => {
      const [one, two] = [leaseOf('one'), leaseOf('two')];
      assert.deepEqual([await one.acquire(CONTOSO), await two.acquire('fabrikam')], [true, true]);
      assert.deepEqual([await one.acquire('fabrikam'), await two.acquire(CONTOSO)], [false, false]);
    });

    it('is asked for once a second where another one has it', async () => {
      await leaseOf('one').acquire(CONTOSO);
      const two = leaseOf('two');
      await two.acquire(CONTOSO);
      await opened.store.collection(NUDGE_SENDERS).deleteOne(CONTOSO, { _id: CONTOSO });
      nowMs += SECOND - 1;
      assert.equal(await two.acquire(CONTOSO), false);
      nowMs += 1;
      assert.equal(await two.acquire(CONTOSO), true);
    });

    it('is said to be theirs to all in the process who ask at once', async () => {
      const one = leaseOf('one');
      assert.deepEqual(await Promise.all([one.acquire(CONTOSO), one.acquire(CONTOSO), one.acquire(CONTOSO)]), [
        true,
        true,
        true,
      ]);
      assert.equal(takeovers.length, 1);
    });

    it('can be had after the store was away', async () => {
      const senders = opened.store.collection(NUDGE_SENDERS);
      let away = true;
      const updateOne: typeof senders.updateOne = (...args) =>
        away ? Promise.reject(new Error('away')) : senders.updateOne(...args);
      const collection = () => ({ updateOne, insertOne: senders.insertOne.bind(senders) });
      const lease = new SenderLease({
        store: { collection } as unknown as DocStore,
        instance: 'one',
        exclusive: false,
        realTime: () => new Date(nowMs),
        onTakeover: () => undefined,
      });
      await assert.rejects(lease.acquire(CONTOSO), /away/);
      away = false;
      nowMs += SECOND;
      assert.equal(await lease.acquire(CONTOSO), true);
    });
  });
});
