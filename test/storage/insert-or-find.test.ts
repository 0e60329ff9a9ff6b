import assert from 'node:assert/strict';
import { DuplicateKeyError } from '../../src/errors.ts';
import { insertIfAbsent, insertOrFind } from '../../src/storage/insert-or-find.ts';
import { eachBench } from '../contract/things.ts';

describe('an insert whose key may be there', () => {
  eachBench((bench) => {
    const thing = (_id: string, key = 'k') => ({ _id, key });
    const byKey = (key = 'k') => bench.things.findOne(bench.tenant, { key });
    const insertOrGet = (_id: string) =>
      insertOrFind(bench.things, bench.tenant, thing(`${bench.tenant}/${_id}`), () => byKey());

    it('is made once of many at once', async () => {
      const inserts = await Promise.all(
        ['a', 'b', 'c', 'd'].map((n) => insertIfAbsent(bench.things, bench.tenant, thing(`${bench.tenant}/${n}`))),
      );
      assert.equal(inserts.filter(Boolean).length, 1);
      assert.equal(await bench.things.countDocuments(bench.tenant, {}), 1);
    });

    it('gives everybody the document that was first', async () => {
      const results = await Promise.all(['a', 'b', 'c', 'd'].map(insertOrGet));
      assert.equal(results.filter(({ inserted }) => inserted).length, 1);
      const there = await byKey();
      assert.ok(results.every(({ doc }) => doc._id === there?._id));
    });

    it('is made after all where the key was given up in between', async () => {
      const { things, tenant } = bench;
      await things.insertOne(tenant, thing(`${tenant}/old`));
      const fresh = thing(`${tenant}/new`);
      const result = await insertOrFind(things, tenant, fresh, async () => {
        await things.updateOne(tenant, { key: 'k' }, { $unset: { key: true } });
        return byKey();
      });
      assert.deepEqual(result, { doc: fresh, inserted: true });
      assert.equal((await byKey())?._id, `${tenant}/new`);
    });

    it('fails where the key stays taken by what nobody finds', async () => {
      const { things, tenant } = bench;
      await things.insertOne(tenant, thing(`${tenant}/a`, 'another'));
      await assert.rejects(
        insertOrFind(things, tenant, thing(`${tenant}/a`), () => byKey()),
        DuplicateKeyError,
      );
    });

    it('fails with what is wrong beside the key', async () => {
      const { things, tenant } = bench;
      const wrong = { _id: `${tenant}/a`, 'no.name': 1 };
      await assert.rejects(insertIfAbsent(things, tenant, wrong), { code: 'programming-error' });
    });
  });
});
