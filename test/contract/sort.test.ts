import assert from 'node:assert/strict';
import type { FindOptions } from '../../src/storage/port.ts';
import { eachBench } from './things.ts';

describe('a sort', () => {
  eachBench((bench) => {
    const order = async (options: FindOptions) =>
      (await bench.things.find(bench.tenant, {}, options)).map((doc) => String(doc.n));

    it('goes by one field and then the next', async () => {
      await bench.insert(
        { n: 'c', rank: 2, name: 'a' },
        { n: 'b', rank: 1, name: 'b' },
        { n: 'a', rank: 1, name: 'a' },
      );
      assert.deepEqual(await order({ sort: { rank: 1, name: 1 } }), ['a', 'b', 'c']);
      assert.deepEqual(await order({ sort: { rank: -1, name: 1 } }), ['c', 'a', 'b']);
      assert.deepEqual(await order({ sort: { name: -1, rank: -1 } }), ['b', 'c', 'a']);
    });

    it('ends with _id, in the direction of the last key', async () => {
      const id = (n: number) => `${bench.tenant}-${n}`;
      await bench.insert(...[3, 1, 2].map((n) => ({ _id: id(n), n: String(n), rank: 1, free: 1 })));
      assert.deepEqual(await order({ sort: { rank: 1 } }), ['1', '2', '3']);
      assert.deepEqual(await order({ sort: { rank: -1 } }), ['3', '2', '1']);
      assert.deepEqual(await order({ sort: { free: 1 } }), ['1', '2', '3']);
      assert.deepEqual(await order({ sort: { rank: 1, _id: -1 } }), ['3', '2', '1']);
    });

    for (const field of ['rank', 'free']) {
      it(`of ${field === 'rank' ? 'an indexed' : 'a free'} field puts missing, numbers, texts, booleans in this order`, async () => {
        const values = [true, 'b', 10, 'a', -1, false, 9.5, ''];
        await bench.insert({ n: 'missing' }, ...values.map((value) => ({ n: JSON.stringify(value), [field]: value })));
        const sorted = ['missing', '-1', '9.5', '10', '""', '"a"', '"b"', 'false', 'true'];
        assert.deepEqual(await order({ sort: { [field]: 1 } }), sorted);
        assert.deepEqual(await order({ sort: { [field]: -1 } }), sorted.toReversed());
      });

      it(`of ${field === 'rank' ? 'an indexed' : 'a free'} field compares texts by code point`, async () => {
        // By UTF-16 units, as JavaScript sorts, the emoji (U+1F600, a surrogate pair) would come before U+E000.
        const texts = ['\ue000', '😀', '\uffee', 'Z', 'a', 'é', 'e\u0301', '10', '9', 'a\0', 'a '];
        await bench.insert(...texts.map((text) => ({ n: text, [field]: text })));
        const sorted = ['10', '9', 'Z', 'a', 'a\0', 'a ', 'e\u0301', 'é', '\ue000', '\uffee', '😀'];
        assert.deepEqual(await order({ sort: { [field]: 1 } }), sorted);
        assert.deepEqual(await bench.ids({ [field]: { $gt: '\uffee' } }), ['😀']);
        assert.deepEqual(await bench.ids({ [field]: { $lt: '😀', $gte: '\ue000' } }), ['\ue000', '\uffee']);
      });
    }

    it('goes through pages without gaps', async () => {
      await bench.insert(...Array.from({ length: 25 }, (_, n) => ({ n: String(n), rank: n % 3, free: 'x' })));
      for (const filter of [{}, { free: 'x' }]) {
        const page = (skip: number) => bench.things.find(bench.tenant, filter, { sort: { rank: 1 }, skip, limit: 10 });
        const pages = [...(await page(0)), ...(await page(10)), ...(await page(20)), ...(await page(30))];
        assert.equal(pages.length, 25);
        assert.equal(new Set(pages.map(({ n }) => n)).size, 25);
      }
    });

    it('skips without a limit and limits without a sort', async () => {
      await bench.insert(...Array.from({ length: 5 }, (_, n) => ({ n: String(n), rank: n })));
      assert.deepEqual(await order({ sort: { rank: 1 }, skip: 3 }), ['3', '4']);
      assert.equal((await order({ limit: 2 })).length, 2);
    });
  });
});

describe('a group count', () => {
  eachBench((bench) => {
    it('counts each value, without the documents that have none', async () => {
      const { tenant, things } = bench;
      const docs = [
        { rank: 1 },
        { rank: 1, free: 'x' },
        { rank: '1' },
        { rank: true, free: 'x' },
        { free: ['x'] },
        { rank: 0.1 },
      ];
      await bench.insert(...docs);
      const byRank = await things.groupCount(tenant, {}, 'rank');
      assert.deepEqual(
        byRank,
        new Map<unknown, number>([
          [1, 2],
          ['1', 1],
          [true, 1],
          [0.1, 1],
        ]),
      );
      assert.deepEqual(await things.groupCount(tenant, { rank: { $exists: true } }, 'free'), new Map([['x', 2]]));
      assert.deepEqual(
        await things.groupCount(tenant, { free: 'x' }, 'rank'),
        new Map<unknown, number>([
          [1, 1],
          [true, 1],
        ]),
      );
      assert.deepEqual(await things.groupCount(tenant, { rank: 'none' }, 'rank'), new Map());
    });

    it('goes down a path', async () => {
      await bench.insert({ owner: { key: 'a' } }, { owner: { key: 'a' } }, { owner: { key: 'b' } }, { owner: 'a' });
      const counts = await bench.things.groupCount(bench.tenant, {}, 'owner.key');
      assert.deepEqual(
        counts,
        new Map([
          ['a', 2],
          ['b', 1],
        ]),
      );
    });
  });
});

describe('documents', () => {
  eachBench((bench) => {
    it('come back as they went in, without undefined', async () => {
      const { tenant, things } = bench;
      const doc = {
        _id: tenant,
        text: 'äöü "q" \\ \n 😀 \0',
        zero: 0,
        big: 2 ** 53,
        small: -0.125,
        no: false,
        nested: { list: [[1], { a: [] }], empty: {} },
      };
      await things.insertOne(tenant, { ...doc, gone: undefined, deep: { gone: undefined } });
      assert.deepEqual(await things.findOne(tenant, { _id: tenant }), { ...doc, deep: {}, tenantId: tenant });
    });

    it('may be big', async () => {
      const { tenant, things } = bench;
      const text = 'abcdefgh'.repeat(640 * 1024);
      await things.insertOne(tenant, { _id: tenant, text });
      const changed = await things.findOneAndUpdate(tenant, { _id: tenant }, { $set: { other: text } });
      assert.equal(String(changed?.text).length + String(changed?.other).length, 10 * 1024 * 1024);
    });

    it('are deleted one or all', async () => {
      const { tenant, things } = bench;
      await bench.insert({ rank: 1, free: 1 }, { rank: 1, free: 1 }, { rank: 1, free: 2 }, { rank: 2, free: 3 });
      assert.equal(await things.deleteOne(tenant, { rank: 1, free: 1 }), 1);
      assert.equal(await things.deleteMany(tenant, { free: 1 }), 1);
      assert.equal(await things.deleteMany(tenant, { rank: 1 }), 1);
      assert.equal(await things.deleteOne(tenant, { rank: 1 }), 0);
      assert.equal(await things.countDocuments(tenant, {}), 1);
    });
  });
});
