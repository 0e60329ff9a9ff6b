import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { DuplicateKeyError, ProgrammingError } from '../../src/errors.ts';
import { eachBench } from './things.ts';

describe('a tenant', () => {
  eachBench((bench) => {
    let other: string;
    let id: string;
    const untouched = async () =>
      assert.deepEqual(await bench.things.find(bench.tenant, {}), [
        { _id: id, tenantId: bench.tenant, key: 'k', rank: 1, free: 1, search: 'text' },
      ]);

    beforeEach(async () => {
      other = randomUUID();
      id = randomUUID();
      await bench.insert({ _id: id, key: 'k', rank: 1, free: 1, search: 'text' });
    });

    it('does not see what another has', async () => {
      const { things } = bench;
      for (const filter of [
        {},
        { _id: id },
        { key: 'k' },
        { free: 1 },
        { contains: 'text' },
        { $or: [{ _id: id }, { rank: 1 }] },
      ]) {
        assert.deepEqual(await things.find(other, filter), []);
        assert.equal(await things.findOne(other, filter), undefined);
        assert.equal(await things.countDocuments(other, filter), 0);
        assert.deepEqual(await things.groupCount(other, filter, 'rank'), new Map());
      }
    });

    it('does not change or delete what another has', async () => {
      const { things } = bench;
      for (const filter of [{}, { _id: id }, { key: 'k' }, { free: 1 }]) {
        assert.equal(await things.updateOne(other, filter, { $set: { free: 2 } }), 0);
        assert.equal(await things.findOneAndUpdate(other, filter, { $set: { free: 2 } }), undefined);
        assert.equal(await things.deleteOne(other, filter), 0);
        assert.equal(await things.deleteMany(other, filter), 0);
      }
      await untouched();
    });

    it('has keys of its own', async () => {
      const { things } = bench;
      await things.insertOne(other, { _id: randomUUID(), key: 'k' });
      const op = { filter: { key: 'k' }, update: { $setOnInsert: { _id: randomUUID() }, $set: { free: 2 } } };
      assert.deepEqual(await things.bulkUpsert(other, [op]), { inserted: 0, matched: 1 });
      await things.findOneAndUpdate(other, { key: 'k' }, op.update, { upsert: true });
      assert.equal(await things.countDocuments(other, {}), 1);
      await untouched();
    });

    it('cannot take an _id that another has', async () => {
      const { things } = bench;
      const upsert = { $set: { free: 2 } };
      await assert.rejects(things.insertOne(other, { _id: id }), DuplicateKeyError);
      await assert.rejects(things.findOneAndUpdate(other, { _id: id }, upsert, { upsert: true }), DuplicateKeyError);
      await assert.rejects(things.bulkUpsert(other, [{ filter: { _id: id }, update: upsert }]), DuplicateKeyError);
      assert.equal(await things.countDocuments(other, {}), 0);
      await untouched();
    });

    it('is not named by documents, filters or updates, but for itself in a document', async () => {
      const { things, tenant } = bench;
      const doc = { _id: randomUUID(), tenantId: tenant };
      await assert.rejects(things.insertOne(other, doc), ProgrammingError);
      await assert.rejects(things.find(other, { tenantId: tenant }), ProgrammingError);
      await assert.rejects(things.find(other, { $or: [{ tenantId: tenant }] }), ProgrammingError);
      await assert.rejects(things.updateOne(tenant, {}, { $set: { tenantId: other } }), ProgrammingError);
      await assert.rejects(things.updateOne(tenant, {}, { $unset: { tenantId: true } }), ProgrammingError);
      await assert.rejects(things.insertOne('', { _id: randomUUID() }), ProgrammingError);
      await untouched();
      await things.insertOne(tenant, doc);
      await things.updateOne(tenant, { _id: doc._id }, { $set: { tenantId: tenant, free: 3 } });
      assert.deepEqual(await things.findOne(tenant, { _id: doc._id }), { ...doc, free: 3 });
    });

    it('is listed once it has documents', async () => {
      assert.ok(!(await bench.things.tenants()).includes(other));
      await bench.things.insertOne(other, { _id: randomUUID() });
      const tenants = await bench.things.tenants();
      assert.ok(tenants.includes(other) && tenants.includes(bench.tenant));
      assert.deepEqual(tenants, [...new Set(tenants)].sort());
    });
  });
});
