import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DuplicateKeyError } from '../../src/errors.ts';
import type { UpsertOp } from '../../src/storage/port.ts';
import { eachBench } from './things.ts';

describe('keys', () => {
  eachBench((bench) => {
    it('are held by one document of a tenant', async () => {
      await bench.insert({ key: 'k' });
      await assert.rejects(bench.insert({ key: 'k' }), DuplicateKeyError);
      assert.equal(await bench.things.countDocuments(bench.tenant, {}), 1);
    });

    it('of one type are not those of another', async () => {
      await bench.insert({ key: 1 }, { key: '1' }, { key: true });
      assert.equal(await bench.things.countDocuments(bench.tenant, {}), 3);
    });

    it('do not hold documents without the field, or without one of two', async () => {
      await bench.insert({}, {}, { pair: { a: 1 } }, { pair: { a: 1 } }, { pair: { b: 2 } }, { pair: { b: 2 } });
      await bench.insert({ pair: { a: 1, b: 2 } }, { pair: { a: 1, b: 3 } });
      await assert.rejects(bench.insert({ pair: { a: 1, b: 2 } }), DuplicateKeyError);
      assert.equal(await bench.things.countDocuments(bench.tenant, {}), 8);
    });

    it('are not taken over by an update', async () => {
      const { tenant, things } = bench;
      await bench.insert({ n: 'one', key: 'k1' }, { n: 'two', key: 'k2' });
      await assert.rejects(
        things.updateOne(tenant, { n: 'two' }, { $set: { key: 'k1', other: 1 } }),
        DuplicateKeyError,
      );
      const two = await things.findOne(tenant, { n: 'two' });
      assert.deepEqual([two?.key, two?.other], ['k2', undefined]);
    });

    it('are free again after a delete or $unset', async () => {
      const { tenant, things } = bench;
      await bench.insert({ n: 'one', key: 'k1' }, { n: 'two', key: 'k2' });
      await things.deleteOne(tenant, { n: 'one' });
      await things.updateOne(tenant, { n: 'two' }, { $unset: { key: true } });
      await bench.insert({ key: 'k1' }, { key: 'k2' });
    });

    it('tell an _id that is there', async () => {
      await bench.insert({ _id: bench.tenant });
      await assert.rejects(bench.insert({ _id: bench.tenant }), DuplicateKeyError);
    });
  });
});

describe('an upsert', () => {
  eachBench((bench) => {
    const upsert = (filter: UpsertOp['filter'], update: UpsertOp['update']) =>
      bench.things.findOneAndUpdate(bench.tenant, filter, update, { upsert: true });

    it('makes the document of the equalities, $setOnInsert and the update', async () => {
      const { tenant } = bench;
      const made = await upsert(
        { key: 'k', 'pair.a': 1 },
        { $setOnInsert: { _id: tenant, first: true }, $set: { 'pair.b': 2 }, $inc: { count: 3 }, $push: { list: 'x' } },
      );
      const expected = {
        _id: tenant,
        tenantId: tenant,
        key: 'k',
        pair: { a: 1, b: 2 },
        first: true,
        count: 3,
        list: ['x'],
      };
      assert.deepEqual(made, expected);
      assert.deepEqual(await bench.things.findOne(tenant, { key: 'k' }), expected);
    });

    it('changes the document that is there and leaves out $setOnInsert', async () => {
      const { tenant } = bench;
      await bench.insert({ _id: tenant, key: 'k', count: 1 });
      const changed = await upsert(
        { key: 'k' },
        { $setOnInsert: { _id: randomUUID(), first: true }, $inc: { count: 1 } },
      );
      assert.deepEqual(changed, { _id: tenant, tenantId: tenant, key: 'k', count: 2 });
    });

    it('takes the _id from the filter', async () => {
      const made = await upsert({ _id: bench.tenant }, { $set: { rank: 1 } });
      assert.deepEqual(made, { _id: bench.tenant, tenantId: bench.tenant, rank: 1 });
    });

    it('takes an _id that stands in the filter and in $setOnInsert', async () => {
      const { tenant } = bench;
      for (const count of [1, 2]) {
        const doc = await upsert({ _id: tenant }, { $setOnInsert: { _id: tenant, first: true }, $inc: { count: 1 } });
        assert.deepEqual(doc, { _id: tenant, tenantId: tenant, first: true, count });
      }
    });

    it('makes a document of a filter alone', async () => {
      await upsert({ _id: bench.tenant, key: 'k' }, {});
      assert.deepEqual(await bench.ids({ key: 'k' }), [bench.tenant]);
    });

    it('with a condition that does not hold meets the document that is there', async () => {
      const { tenant, things } = bench;
      await bench.insert({ _id: tenant, version: 2 });
      const older = things.findOneAndUpdate(
        tenant,
        { _id: tenant, version: { $lt: 2 } },
        { $set: { x: 1 } },
        { upsert: true },
      );
      await assert.rejects(older, DuplicateKeyError);
    });

    it('50 times at once on one key makes one document and loses no change', async () => {
      const all = Array.from({ length: 50 }, () =>
        upsert({ key: 'one' }, { $setOnInsert: { _id: randomUUID() }, $inc: { count: 1 } }),
      );
      await Promise.all(all);
      const found = await bench.things.find(bench.tenant, { key: 'one' });
      assert.deepEqual(
        found.map(({ count }) => count),
        [50],
      );
    });
  });
});

describe('a bulk upsert', () => {
  eachBench((bench) => {
    const ops = (count: number): UpsertOp[] =>
      Array.from({ length: count }, (_, index) => ({
        filter: { key: `k${index}` },
        update: { $setOnInsert: { _id: randomUUID(), made: true }, $set: { rank: index % 7 } },
      }));

    it('makes what is new and changes what is there', async () => {
      const { tenant, things } = bench;
      await bench.insert({ key: 'k3', rank: 99 });
      assert.deepEqual(await things.bulkUpsert(tenant, ops(10)), { inserted: 9, matched: 1 });
      assert.equal((await things.findOne(tenant, { key: 'k3' }))?.rank, 3);
      assert.equal(await things.countDocuments(tenant, { made: true }), 9);
    });

    it('done again changes nothing', async () => {
      const { tenant, things } = bench;
      await things.bulkUpsert(tenant, ops(1000));
      const before = await things.find(tenant, {}, { sort: { key: 1 } });
      assert.deepEqual(await things.bulkUpsert(tenant, ops(1000)), { inserted: 0, matched: 1000 });
      assert.deepEqual(await things.find(tenant, {}, { sort: { key: 1 } }), before);
    });

    it('five times at once makes each document once', async () => {
      const { tenant, things } = bench;
      const results = await Promise.all(Array.from({ length: 5 }, () => things.bulkUpsert(tenant, ops(100))));
      assert.equal(await things.countDocuments(tenant, {}), 100);
      assert.equal(
        results.reduce((sum, { inserted }) => sum + inserted, 0),
        100,
      );
    });

    it('tells a key of another document, and does the other ops', async () => {
      const { tenant, things } = bench;
      await bench.insert({ _id: tenant, key: 'taken' });
      const clash: UpsertOp = { filter: { key: 'new' }, update: { $setOnInsert: { _id: tenant } } };
      const [first, ...others] = ops(5);
      assert.ok(first);
      await assert.rejects(things.bulkUpsert(tenant, [first, clash, ...others]), DuplicateKeyError);
      assert.equal(await things.countDocuments(tenant, { made: true }), 5);
    });

    it('of nothing does nothing', async () => {
      assert.deepEqual(await bench.things.bulkUpsert(bench.tenant, []), { inserted: 0, matched: 0 });
    });
  });
});
