import assert from 'node:assert/strict';
import { SeededRandom } from '../../scripts/sample/random.ts';
import type { CollectionSpec, Filter } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import type { Thing } from './things.ts';

const COUNTED: CollectionSpec = {
  name: 'counted',
  indexes: [{ fields: ['key'], unique: true }],
  counts: [
    ['rank', 'owner.key?'],
    ['owner.key', 'rank', 'done'],
  ],
  searchField: 'search',
};

const FILTERS: readonly Filter[] = [
  {},
  { rank: 1 },
  { rank: '1' },
  { rank: { $lte: 1 } },
  { rank: { $gte: 'a' } },
  { rank: { $ne: 1 } },
  { rank: { $nin: [1, 'a'] } },
  { rank: { $exists: false } },
  { 'owner.key': { $exists: false } },
  { 'owner.key': { $exists: true }, rank: { $lt: 2 } },
  { 'owner.key': 'adele' },
  { 'owner.key': { $in: ['adele', 'megan'] }, rank: 0 },
  { 'owner.key': { $ne: 'adele' } },
  { done: true },
  { done: { $lt: true } },
  { done: { $gte: false }, rank: 2 },
  { $or: [{ 'owner.key': 'adele' }, { 'owner.key': { $exists: false } }], rank: { $lte: 1 } },
  { free: 1, rank: 1 },
  { contains: 'north', rank: 1 },
];

describe('what is counted', () => {
  eachEngine((_, open) => {
    let engine: OpenEngine;
    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine?.dispose());

    const collectionOf = async (spec: CollectionSpec) => {
      const things = engine.store.collection<Thing>(spec);
      await engine.store.setUp();
      return things;
    };

    /** Counts are those of the documents that the same filters find. */
    const assertRight = async (things: Awaited<ReturnType<typeof collectionOf>>, tenant: string): Promise<void> => {
      for (const filter of FILTERS) {
        const found = await things.find(tenant, filter);
        assert.equal(await things.countDocuments(tenant, filter), found.length, JSON.stringify(filter));
        const ranks = Map.groupBy(
          found.filter(({ rank }) => rank !== undefined),
          ({ rank }) => rank,
        );
        assert.deepEqual(
          [...(await things.groupCount(tenant, filter, 'rank'))].sort(byText),
          [...ranks].map(([rank, some]) => [rank, some.length]).sort(byText),
          JSON.stringify(filter),
        );
      }
    };

    const doc = (random: SeededRandom): Record<string, unknown> => ({
      ...(random.below(5) > 0 && { rank: random.pick([0, 1, 2, '1', 'a', true]) }),
      ...(random.below(3) > 0 && { owner: { key: random.pick(['adele', 'megan', 'zoë']) } }),
      ...(random.below(2) > 0 && { done: random.below(2) > 0 }),
      free: random.below(2),
      search: random.pick(['northwind', 'contoso', '']),
    });

    it('is what is found, whatever was added, changed and removed', async () => {
      const things = await collectionOf(COUNTED);
      const random = new SeededRandom(7);
      for (let i = 0; i < 60; i++) {
        const tenant = random.pick(['t1', 't2']);
        const key = random.below(25);
        const { rank, owner, ...rest } = doc(random);
        await things.findOneAndUpdate(
          tenant,
          { _id: `${tenant}-${key}` },
          {
            $set: { ...rest, ...(owner !== undefined && { owner }), ...(rank !== undefined && { rank }) },
            ...(rank === undefined && { $unset: { rank: true as const } }),
          },
          { upsert: true },
        );
        if (i % 7 === 0) await things.deleteOne(tenant, { _id: `${tenant}-${random.below(25)}` });
      }
      for (const tenant of ['t1', 't2', 't3']) await assertRight(things, tenant);
      await things.deleteMany('t1', { rank: { $lte: 1 } });
      await things.bulkUpsert(
        't1',
        Array.from({ length: 50 }, (_, n) => ({ filter: { _id: `t1-b${n}` }, update: { $set: doc(random) } })),
      );
      for (const tenant of ['t1', 't2']) await assertRight(things, tenant);
      await things.deleteMany('t1', {});
      assert.equal(await things.countDocuments('t1', {}), 0);
      assert.deepEqual(await things.groupCount('t1', {}, 'rank'), new Map());
    });

    it('is what holds a text, whether few or many do, and whatever the text is made of', async () => {
      const things = await collectionOf(COUNTED);
      const texts = ['northwind 東京 "a" ünï', 'north', 'wind north', 'no r th', 'a "b" c\0d', '東京'];
      for (let at = 0; at < 3_600; at += 900)
        await things.bulkUpsert(
          't1',
          Array.from({ length: 900 }, (_, i) => {
            const n = at + i;
            const owner = n % 9 === 0 ? { owner: { key: `owner ${n % 81}` } } : {};
            return { filter: { _id: `t${n}` }, update: { $set: { rank: n % 4, search: texts[n % 6], ...owner } } };
          }),
        );
      const holding = (text: string): number => texts.filter((one) => one.includes(text)).length * 600;
      for (const text of [
        'north',
        'nor',
        'no',
        'northwind 東',
        '東京',
        '東京 "',
        '"b"',
        'c\0d',
        'nïx',
        'n',
        'ünï',
        'thw',
      ])
        assert.equal(await things.countDocuments('t1', { contains: text }), holding(text), text);
      for (const filter of [
        { contains: 'north', rank: 1 },
        { contains: 'north', $or: [{ contains: 'wind' }] },
        { contains: 'north', 'owner.key': 'owner 9' },
        { contains: 'north', free: { $exists: false }, rank: 2 },
        { contains: 'north', free: 1 },
      ])
        assert.equal(await things.countDocuments('t1', filter), (await things.find('t1', filter)).length);
      assert.equal(
        (await things.find('t1', { contains: 'north' }, { sort: { rank: 1 }, skip: 1_790, limit: 20 })).length,
        10,
      );
      assert.equal(await things.countDocuments('t2', { contains: 'north' }), 0);
      await things.updateOne('t1', { _id: 't1' }, { $set: { search: 'somewhere' } });
      assert.equal(await things.countDocuments('t1', { contains: 'north' }), holding('north') - 1);
      assert.deepEqual(
        (await things.find('t1', { contains: 'somewhere' })).map(({ _id }) => _id),
        ['t1'],
      );
    });

    it('is what was there before a version that counts it', async () => {
      const before = await collectionOf({ name: 'counted', indexes: [{ fields: ['rank'] }] });
      const random = new SeededRandom(3);
      for (let at = 0; at < 2_400; at += 800)
        await before.bulkUpsert(
          't1',
          Array.from({ length: 800 }, (_, n) => ({ filter: { _id: `a${at + n}` }, update: { $set: doc(random) } })),
        );
      await engine.store.close();
      const { store } = await engine.reopen();
      const things = store.collection<Thing>(COUNTED);
      await store.setUp();
      await store.check();
      await assertRight(things, 't1');
      await things.deleteMany('t1', { done: true });
      await things.updateOne('t1', { _id: 'a7' }, { $set: { rank: 5 } });
      await assertRight(things, 't1');
    });
  });
});

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
