import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ProgrammingError } from '../../src/errors.ts';
import type { Collection, CollectionSpec, DocStore } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import type { Thing } from './things.ts';

const PASSES: CollectionSpec = {
  name: 'passes',
  indexes: [{ fields: ['key'], unique: true }],
  searchField: 'search',
  expiresField: 'expiresAt',
};

describe('an expired document', () => {
  eachEngine((engine, open) => {
    let opened: OpenEngine;
    let store: DocStore;
    let passes: Collection<Thing>;
    let tenant: string;
    // Later than now, so that MongoDB's own removal, which goes by the server's clock, stays out of it.
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const later = new Date(Date.now() + 7_200_000).toISOString();
    let now: string;

    before(async () => {
      opened = await open(() => new Date(now));
      store = opened.store;
      passes = store.collection<Thing>(PASSES);
      await store.setUp();
    });
    after(() => opened?.dispose());
    beforeEach(async () => {
      now = new Date().toISOString();
      tenant = randomUUID();
      await passes.insertOne(tenant, { _id: `${tenant}-soon`, key: 'soon', search: 'text', free: 1, expiresAt: soon });
      await passes.insertOne(tenant, {
        _id: `${tenant}-later`,
        key: 'later',
        search: 'text',
        free: 1,
        expiresAt: later,
      });
      await passes.insertOne(tenant, { _id: `${tenant}-never`, key: 'never', search: 'text', free: 1 });
    });
    afterEach(async () => {
      now = new Date().toISOString();
      await passes.deleteMany(tenant, {});
    });

    const keys = async (filter = {}) => (await passes.find(tenant, filter, { sort: { key: 1 } })).map(({ key }) => key);

    it('is there until its time, and gone from then on, for every read', async () => {
      assert.deepEqual(await keys(), ['later', 'never', 'soon']);
      now = soon;
      for (const filter of [{}, { free: 1 }, { contains: 'text' }, { key: { $in: ['soon', 'later', 'never'] } }]) {
        assert.deepEqual(await keys(filter), ['later', 'never']);
        assert.equal(await passes.countDocuments(tenant, filter), 2);
        assert.deepEqual(await passes.groupCount(tenant, filter, 'free'), new Map([[1, 2]]));
      }
      assert.equal(await passes.findOne(tenant, { _id: `${tenant}-soon` }), undefined);
    });

    it('is not changed and not counted as deleted', async () => {
      now = soon;
      assert.equal(await passes.updateOne(tenant, { key: 'soon' }, { $set: { expiresAt: later } }), 0);
      assert.equal(await passes.findOneAndUpdate(tenant, { key: 'soon' }, { $set: { free: 2 } }), undefined);
      assert.equal(await passes.deleteOne(tenant, { key: 'soon' }), 0);
      assert.equal(await passes.deleteMany(tenant, { free: 1 }), 2);
    });

    it('leaves its keys to new documents', async () => {
      now = soon;
      await passes.insertOne(tenant, { _id: `${tenant}-soon`, key: 'soon', second: true });
      assert.equal((await passes.findOne(tenant, { key: 'soon' }))?.second, true);
      now = later;
      await passes.updateOne(tenant, { key: 'never' }, { $set: { key: 'later' } });
      assert.deepEqual(await keys(), ['later', 'soon']);
    });

    it('is made anew by an upsert', async () => {
      now = soon;
      const update = { $setOnInsert: { _id: `${tenant}-new` }, $inc: { count: 1 } };
      const made = await passes.findOneAndUpdate(tenant, { key: 'soon' }, update, { upsert: true });
      assert.deepEqual(made, { _id: `${tenant}-new`, tenantId: tenant, key: 'soon', count: 1 });
      now = later;
      const op = { filter: { key: 'later' }, update: { $setOnInsert: { _id: `${tenant}-bulk` } } };
      assert.deepEqual(await passes.bulkUpsert(tenant, [op]), { inserted: 1, matched: 0 });
    });

    it('gives no tenant', async () => {
      await passes.deleteMany(tenant, { key: { $ne: 'soon' } });
      assert.ok((await passes.tenants()).includes(tenant));
      now = soon;
      assert.ok(!(await passes.tenants()).includes(tenant));
    });

    it('has a time that is read, asked for and changed as it was written', async () => {
      const doc = await passes.findOne(tenant, { expiresAt: soon });
      assert.deepEqual([doc?.key, doc?.expiresAt], ['soon', soon]);
      assert.deepEqual(await keys({ expiresAt: { $gt: soon } }), ['later']);
      assert.deepEqual(await keys({ expiresAt: { $in: [soon, later] } }), ['later', 'soon']);
      assert.deepEqual(await keys({ $or: [{ expiresAt: { $exists: false } }, { expiresAt: { $lte: soon } }] }), [
        'never',
        'soon',
      ]);
      const update = { $set: { expiresAt: later } };
      assert.equal((await passes.findOneAndUpdate(tenant, { key: 'soon' }, update))?.expiresAt, later);
      await passes.updateOne(tenant, { key: 'later' }, { $unset: { expiresAt: true } });
      now = later;
      assert.deepEqual(await keys(), ['later', 'never']);
    });

    it('has a time and nothing else', async () => {
      for (const expiresAt of ['tomorrow', '2030-01-01', '2030-01-01T00:00:00Z', '2030-02-30T00:00:00.000Z', 5, true]) {
        await assert.rejects(passes.insertOne(tenant, { _id: randomUUID(), expiresAt }), ProgrammingError);
        await assert.rejects(passes.updateOne(tenant, {}, { $set: { expiresAt } }), ProgrammingError);
        await assert.rejects(passes.find(tenant, { expiresAt }), ProgrammingError);
      }
      await assert.rejects(passes.updateOne(tenant, {}, { $inc: { expiresAt: 1 } }), ProgrammingError);
    });

    if (engine === 'sqlite') {
      it('is removed when that is asked for', async () => {
        assert.equal(await store.removeExpired(), 0);
        now = soon;
        assert.equal(await store.removeExpired(), 1);
        assert.equal(await store.removeExpired(), 0);
        now = new Date().toISOString();
        assert.deepEqual(await keys(), ['later', 'never']);
      });
    }
  });
});
