import assert from 'node:assert/strict';
import { ProgrammingError } from '../../src/errors.ts';
import type { Update } from '../../src/storage/port.ts';
import { eachBench } from './things.ts';

const BEFORE = {
  text: 'old',
  count: 5,
  list: [1, 2, 3],
  deep: { a: { b: 1 } },
  parts: [{ k: 'x', n: 1 }, { k: 'y' }, 'x'],
};

const CASES: [string, Update, object][] = [
  ['$set', { $set: { text: 'new', added: true } }, { ...BEFORE, text: 'new', added: true }],
  ['$set on a path', { $set: { 'deep.a.c': 2 } }, { ...BEFORE, deep: { a: { b: 1, c: 2 } } }],
  ['$set on a path that is not there', { $set: { 'm.n.o': [{ p: 1 }] } }, { ...BEFORE, m: { n: { o: [{ p: 1 }] } } }],
  ['$set of an object as a whole', { $set: { deep: { z: 1 } } }, { ...BEFORE, deep: { z: 1 } }],
  ['$set with undefined, which is dropped', { $set: { text: undefined, count: 6 } }, { ...BEFORE, count: 6 }],
  ['$set with nothing left', { $set: { text: undefined } }, BEFORE],
  ['no operator at all', {}, BEFORE],
  ['$unset', { $unset: { text: true, 'deep.a.b': true } }, omit({ ...BEFORE, deep: { a: {} } }, 'text')],
  ['$unset of what is not there', { $unset: { nowhere: true, 'text.deeper': true, 'no.where': true } }, BEFORE],
  [
    '$inc',
    { $inc: { count: -2, fresh: 1, 'deep.a.b': 0.5 } },
    { ...BEFORE, count: 3, fresh: 1, deep: { a: { b: 1.5 } } },
  ],
  ['$push of a value', { $push: { list: 4 } }, { ...BEFORE, list: [1, 2, 3, 4] }],
  ['$push of an object', { $push: { parts: { k: 'z' } } }, { ...BEFORE, parts: [...BEFORE.parts, { k: 'z' }] }],
  ['$push to a field that is not there', { $push: { fresh: 'a' } }, { ...BEFORE, fresh: ['a'] }],
  ['$push with $each', { $push: { list: { $each: [4, 5] } } }, { ...BEFORE, list: [1, 2, 3, 4, 5] }],
  ['$push with $slice', { $push: { list: { $each: [4, 5], $slice: -2 } } }, { ...BEFORE, list: [4, 5] }],
  ['$push with a $slice beyond the length', { $push: { list: { $each: [], $slice: -9 } } }, BEFORE],
  [
    '$pull of a scalar',
    { $pull: { list: 2, parts: 'x' } },
    { ...BEFORE, list: [1, 3], parts: BEFORE.parts.slice(0, 2) },
  ],
  ['$pull by fields', { $pull: { parts: { k: 'x' } } }, { ...BEFORE, parts: [{ k: 'y' }, 'x'] }],
  ['$pull by several fields', { $pull: { parts: { k: 'x', n: 2 } } }, BEFORE],
  ['$pull from what is not there', { $pull: { nowhere: 1 } }, BEFORE],
  ['$addToSet of a new value', { $addToSet: { list: 4 } }, { ...BEFORE, list: [1, 2, 3, 4] }],
  ['$addToSet of a value that is there', { $addToSet: { list: 2 } }, BEFORE],
  ['$addToSet to a field that is not there', { $addToSet: { fresh: 'a' } }, { ...BEFORE, fresh: ['a'] }],
  ['$setOnInsert without an insert', { $setOnInsert: { text: 'other' } }, BEFORE],
  [
    'several operators at once',
    { $set: { text: 'new' }, $inc: { count: 1 }, $push: { list: 4 }, $unset: { deep: true } },
    omit({ ...BEFORE, text: 'new', count: 6, list: [1, 2, 3, 4] }, 'deep'),
  ],
];

const REFUSED: [string, Update][] = [
  ['$inc on a text', { $inc: { text: 1 } }],
  ['$push to a text', { $push: { text: 1 } }],
  ['$addToSet to a number', { $addToSet: { count: 1 } }],
  ['$pull from a text', { $pull: { text: 'o' } }],
  ['$set below a scalar', { $set: { 'text.deeper': 1 } }],
  ['$set below an array', { $set: { 'list.deeper': 1 } }],
];

describe('an update', () => {
  eachBench((bench) => {
    for (const [what, update, after] of CASES) {
      it(`applies ${what}`, async () => {
        const { tenant, things } = bench;
        await bench.insert({ _id: tenant, ...BEFORE });
        const returned = await things.findOneAndUpdate(tenant, { _id: tenant }, update);
        const expected = { _id: tenant, tenantId: tenant, ...after };
        assert.deepEqual(returned, expected);
        assert.deepEqual(await things.findOne(tenant, { _id: tenant }), expected);
      });
    }

    for (const [what, update] of REFUSED) {
      it(`refuses ${what} and changes nothing`, async () => {
        const { tenant, things } = bench;
        await bench.insert({ _id: tenant, ...BEFORE });
        const both = { ...update, $set: { ...update.$set, added: 1 } };
        await assert.rejects(things.updateOne(tenant, { _id: tenant }, both), ProgrammingError);
        assert.deepEqual(await things.findOne(tenant, { _id: tenant }), { _id: tenant, tenantId: tenant, ...BEFORE });
      });
    }

    it('tells how many matched, changed or not', async () => {
      const { tenant, things } = bench;
      await bench.insert({ n: 'one', rank: 1 });
      assert.equal(await things.updateOne(tenant, { n: 'one' }, { $set: { rank: 1 } }), 1);
      assert.equal(await things.updateOne(tenant, { n: 'two' }, { $set: { rank: 1 } }), 0);
      assert.equal(await things.findOneAndUpdate(tenant, { n: 'two' }, { $set: { rank: 1 } }), undefined);
    });

    it('keeps indexed fields in step', async () => {
      const { tenant, things } = bench;
      await bench.insert({ n: 'one', rank: 1, search: 'apple' });
      await things.updateOne(tenant, { rank: 1 }, { $inc: { rank: 1 }, $set: { search: 'pear' } });
      assert.deepEqual(await bench.ids({ rank: 2, contains: 'pear' }), ['one']);
      await things.updateOne(tenant, { rank: 2 }, { $unset: { rank: true } });
      assert.deepEqual(await bench.ids({ rank: { $exists: false } }), ['one']);
    });

    it('takes the first by the sort', async () => {
      const { tenant, things } = bench;
      await bench.insert({ n: 'b', rank: 2 }, { n: 'a', rank: 1 }, { n: 'c', rank: 3 });
      const first = await things.findOneAndUpdate(tenant, {}, { $set: { done: true } }, { sort: { rank: 1 } });
      const last = await things.findOneAndUpdate(tenant, {}, { $set: { done: true } }, { sort: { rank: -1 } });
      assert.deepEqual([first?.n, last?.n], ['a', 'c']);
    });

    it('leaves the caller alone with their objects', async () => {
      const { tenant, things } = bench;
      const list = [{ k: 1 }];
      const doc = { _id: tenant, list };
      await things.insertOne(tenant, doc);
      list.push({ k: 2 });
      const returned = await things.findOneAndUpdate(tenant, { _id: tenant }, { $set: { other: list } });
      assert.ok(Array.isArray(returned?.other));
      returned.other.pop();
      const after = await things.findOne(tenant, { _id: tenant });
      assert.deepEqual(after, { _id: tenant, tenantId: tenant, list: [{ k: 1 }], other: [{ k: 1 }, { k: 2 }] });
      assert.deepEqual(Object.keys(doc), ['_id', 'list']);
    });

    it('adds up when many increment at once', async () => {
      const { tenant, things } = bench;
      await bench.insert({ _id: tenant, count: 0 });
      await Promise.all(
        Array.from({ length: 100 }, () => things.updateOne(tenant, { _id: tenant }, { $inc: { count: 1 } })),
      );
      assert.equal((await things.findOne(tenant, { _id: tenant }))?.count, 100);
    });

    it('claims each of 100 documents for just one of 20 workers', async () => {
      const { tenant, things } = bench;
      await bench.insert(
        ...Array.from({ length: 100 }, (_, index) => ({ n: String(index), rank: index, state: 'due' })),
      );
      const claimed: string[] = [];
      const worker = async (name: number) => {
        const take = { $set: { state: 'taken', by: name } };
        for (;;) {
          const doc = await things.findOneAndUpdate(tenant, { state: 'due' }, take, { sort: { rank: 1 } });
          if (doc === undefined) return;
          assert.equal(doc.by, name);
          claimed.push(String(doc.n));
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, name) => worker(name)));
      assert.equal(claimed.length, 100);
      assert.equal(new Set(claimed).size, 100);
    });
  });
});

function omit(doc: object, key: string): object {
  return Object.fromEntries(Object.entries(doc).filter(([name]) => name !== key));
}
