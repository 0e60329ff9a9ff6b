import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { OperatorError } from '../../src/errors.ts';
import type { CollectionSpec } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { THINGS, type Thing } from './things.ts';

describe('a store', () => {
  eachEngine((_, open) => {
    let engine: OpenEngine;
    const tenant = randomUUID();
    const later: CollectionSpec = {
      name: 'things',
      indexes: [{ fields: ['rank', 'owner.key'] }, { fields: ['code'], unique: true }],
      searchField: 'text',
      expiresField: 'expiresAt',
    };

    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine?.dispose());

    const reopenWith = async (spec: CollectionSpec) => {
      await engine.store.close();
      const { store } = await engine.reopen();
      const things = store.collection<Thing>(spec);
      await store.setUp();
      await store.check();
      return things;
    };

    it('is set up as often as one likes', async () => {
      const things = engine.store.collection<Thing>(THINGS);
      await engine.store.setUp();
      await things.insertOne(tenant, { _id: '1', rank: 1 });
      await engine.store.setUp();
      engine.store.collection({ name: 'others', indexes: [{ fields: ['a'] }] });
      await engine.store.setUp();
      await engine.store.check();
      assert.deepEqual(await things.find(tenant, { rank: 1 }), [{ _id: '1', tenantId: tenant, rank: 1 }]);
    });

    it('is not ready before its indexes are there', async () => {
      engine.store.collection(THINGS);
      await assert.rejects(engine.store.check(), OperatorError);
      await engine.store.setUp();
      await engine.store.check();
    });

    it('keeps its documents when it is opened again', async () => {
      const things = engine.store.collection<Thing>(THINGS);
      await engine.store.setUp();
      await things.insertOne(tenant, { _id: '1', rank: 1, search: 'apple' });
      const again = await reopenWith(THINGS);
      assert.equal(await again.countDocuments(tenant, { rank: 1, contains: 'apple' }), 1);
    });

    it('takes up indexes that a later version declares, and drops them again', async () => {
      const things = engine.store.collection<Thing>({ name: 'things' });
      await engine.store.setUp();
      const past = new Date(Date.now() - 1000).toISOString();
      const expiresAt = new Date(Date.now() + 600_000).toISOString();
      const ops = Array.from({ length: 750 }, (_, n) => ({
        filter: { _id: `${tenant}-${n}` },
        update: { $set: { rank: n % 10, owner: { key: `o${n % 3}` }, text: `text ${n}`, ...(n > 5 && { code: n }) } },
      }));
      await things.bulkUpsert(tenant, ops);

      const filter = { rank: 3, 'owner.key': 'o0' };
      assert.equal(await things.countDocuments(tenant, filter), 25);
      const indexed = await reopenWith(later);
      assert.equal(await indexed.countDocuments(tenant, filter), 25);
      assert.equal(await indexed.countDocuments(tenant, { contains: 'xt 74' }), 11);
      await assert.rejects(indexed.insertOne(tenant, { _id: randomUUID(), code: 700 }));
      await indexed.updateOne(tenant, { code: 700 }, { $set: { expiresAt: past } });
      await indexed.updateOne(tenant, { code: 701 }, { $set: { expiresAt } });
      assert.equal(await indexed.countDocuments(tenant, {}), 749);
      assert.equal((await indexed.findOne(tenant, { code: 701 }))?.expiresAt, expiresAt);
    });

    it('does not take up a unique index that its documents break', async () => {
      const things = engine.store.collection<Thing>({ name: 'things' });
      await engine.store.setUp();
      await things.insertOne(tenant, { _id: '1', code: 1 });
      await things.insertOne(tenant, { _id: '2', code: 1 });
      await assert.rejects(reopenWith(later), OperatorError);
    });

    it('tells its engine', () => {
      assert.equal(engine.store.engine, engine.place.mongodbUri === undefined ? 'sqlite' : 'mongodb');
    });
  });
});
