import assert from 'node:assert/strict';
import { leaseIn } from '../../src/storage/lease.ts';
import type { Filter, Update } from '../../src/storage/port.ts';
import { eachBench } from '../contract/things.ts';

const lease = leaseIn({ holder: 'work.holder', until: 'work.until' });
const at = (seconds: number) => new Date(Date.UTC(2020, 5, 16, 9, 0, seconds)).toISOString();

describe('a lease in fields of a document', () => {
  eachBench((bench) => {
    const write = async (filter: Filter, update: Update): Promise<boolean> =>
      (await bench.things.updateOne(bench.tenant, filter, update)) > 0;
    const take = (holder: string, now = 0, until = 10) =>
      write(lease.free(at(now)), { $set: lease.taken(holder, at(until)) });
    const renew = (holder: string, until: number) =>
      write(lease.heldBy(holder), { $set: lease.taken(holder, at(until)) });
    const giveBack = (holder: string) => write(lease.heldBy(holder), { $unset: lease.released });
    const isFound = async (filter: Filter): Promise<boolean> => (await bench.ids(filter)).length > 0;

    beforeEach(() => bench.insert({ name: 'job' }));

    it('is taken by one of many at once', async () => {
      const taken = await Promise.all(['a', 'b', 'c', 'd'].map((holder) => take(holder)));
      assert.equal(taken.filter(Boolean).length, 1);
    });

    it('is free again from its end on, and not before', async () => {
      await take('a');
      assert.equal(await take('b', 9), false);
      assert.equal(await take('b', 10, 20), true);
      assert.equal(await renew('a', 30), false);
    });

    it('lasts longer where its holder renews it', async () => {
      await take('a');
      assert.equal(await renew('a', 20), true);
      assert.equal(await take('b', 19), false);
    });

    it('is its holder’s after its end too, until somebody takes it', async () => {
      await take('a');
      assert.equal(await renew('a', 30), true);
    });

    it('is free at once when its holder gives it back, and nobody else can', async () => {
      await take('a');
      assert.equal(await giveBack('b'), false);
      assert.equal(await giveBack('a'), true);
      assert.equal(await take('b'), true);
    });

    it('says whose it is, and who was killed while they had it', async () => {
      assert.deepEqual(await Promise.all([lease.heldBy(undefined), lease.over(at(99))].map(isFound)), [true, false]);
      await take('a');
      const held = [lease.heldBy('a'), lease.heldBy('b'), lease.heldBy(undefined)];
      assert.deepEqual(await Promise.all(held.map(isFound)), [true, false, false]);
      assert.deepEqual(await Promise.all([lease.over(at(9)), lease.over(at(10))].map(isFound)), [false, true]);
    });
  });
});
