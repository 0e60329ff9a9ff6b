import assert from 'node:assert/strict';
import type { Filter } from '../../src/storage/port.ts';
import { eachBench } from './things.ts';

const DOCS = [
  { n: 'one', rank: 1, name: 'alpha', free: 1, flag: true, owner: { key: 'x' } },
  { n: 'two', rank: 2, name: 'beta', free: 2, flag: false, owner: { key: 'y' } },
  { n: 'text', rank: '2', name: 'gamma', free: '2', owner: 'x' },
  {
    n: 'none',
    tags: ['red', 'blue'],
    parts: [
      { state: 'open', size: 1 },
      { state: 'done', size: 9 },
    ],
  },
  { n: 'list', tags: ['red', 5], parts: [{ state: 'open' }], numbers: [1, 10] },
  { n: 'bool', rank: true, free: true, tags: 'red', parts: { state: 'open' } },
];

const CASES: [string, Filter, string[]][] = [
  ['nothing asked', {}, ['bool', 'list', 'none', 'one', 'text', 'two']],
  ['an indexed field equal to a number, not to its text or a boolean', { rank: 1 }, ['one']],
  ['an indexed field equal to a text', { rank: '2' }, ['text']],
  ['an indexed field equal to a boolean', { rank: true }, ['bool']],
  ['a free field equal to a number', { free: 1 }, ['one']],
  ['a free field equal to a text', { free: '2' }, ['text']],
  ['a free field equal to a boolean', { flag: false }, ['two']],
  ['$eq', { rank: { $eq: 2 } }, ['two']],
  ['$ne on an indexed field, missing ones included', { rank: { $ne: 2 } }, ['bool', 'list', 'none', 'one', 'text']],
  ['$ne on a free field, missing ones included', { free: { $ne: 2 } }, ['bool', 'list', 'none', 'one', 'text']],
  ['$in on an indexed field', { rank: { $in: [1, '2', true, 99] } }, ['bool', 'one', 'text']],
  ['$in on a free field', { free: { $in: [1, true] } }, ['bool', 'one']],
  ['$in with an empty list', { rank: { $in: [] } }, []],
  ['$in with an empty list on a free field', { free: { $in: [] } }, []],
  ['$nin on an indexed field', { rank: { $nin: [1, '2'] } }, ['bool', 'list', 'none', 'two']],
  ['$nin with an empty list', { rank: { $nin: [] } }, ['bool', 'list', 'none', 'one', 'text', 'two']],
  ['$nin on a free field', { free: { $nin: [1, '2'] } }, ['bool', 'list', 'none', 'two']],
  ['$lt within the type', { rank: { $lt: 2 } }, ['one']],
  ['$lte within the type', { rank: { $lte: 2 } }, ['one', 'two']],
  ['$gt within the type', { rank: { $gt: 1 } }, ['two']],
  ['$gte within the type', { rank: { $gte: 1 } }, ['one', 'two']],
  ['$lt on texts', { name: { $lt: 'beta' } }, ['one']],
  ['$gte on texts', { name: { $gte: 'beta' } }, ['text', 'two']],
  ['$lte on a text where numbers and booleans lie too', { rank: { $lte: '9' } }, ['text']],
  ['$gt on a text where numbers and booleans lie too', { rank: { $gt: '' } }, ['text']],
  ['$gt on a boolean', { rank: { $gt: false } }, ['bool']],
  ['$lt on a boolean', { rank: { $lt: true } }, []],
  ['comparisons of a free field', { free: { $gt: 1 } }, ['two']],
  ['comparisons of a free text', { free: { $lte: '5' } }, ['text']],
  ['comparisons of a free boolean', { flag: { $gte: false } }, ['one', 'two']],
  ['two bounds of one field', { rank: { $gt: 0, $lt: 2 } }, ['one']],
  ['two bounds of an array, each by some element', { numbers: { $gt: 8, $lt: 2 } }, ['list']],
  ['$exists on an indexed field', { rank: { $exists: true } }, ['bool', 'one', 'text', 'two']],
  ['$exists: false on an indexed field', { rank: { $exists: false } }, ['list', 'none']],
  ['$exists on a free field', { flag: { $exists: true } }, ['one', 'two']],
  ['$exists: false on a free field', { flag: { $exists: false } }, ['bool', 'list', 'none', 'text']],
  ['$exists inside arrays', { 'parts.size': { $exists: true } }, ['none']],
  ['$exists: false inside arrays', { 'parts.size': { $exists: false } }, ['bool', 'list', 'one', 'text', 'two']],
  ['a dotted path', { 'owner.key': 'x' }, ['one']],
  ['$ne on a dotted path', { 'owner.key': { $ne: 'x' } }, ['bool', 'list', 'none', 'text', 'two']],
  ['an element of an array', { tags: 'red' }, ['bool', 'list', 'none']],
  ['no element of an array', { tags: { $ne: 'blue' } }, ['bool', 'list', 'one', 'text', 'two']],
  ['an element out of a list', { tags: { $in: ['blue', 5] } }, ['list', 'none']],
  ['no element out of a list', { tags: { $nin: ['blue', 5] } }, ['bool', 'one', 'text', 'two']],
  ['a field of the objects in an array', { 'parts.state': 'done' }, ['none']],
  ['a field of the objects in an array or of one object', { 'parts.state': 'open' }, ['bool', 'list', 'none']],
  ['several fields', { rank: 2, flag: false }, ['two']],
  ['$or over indexed fields', { $or: [{ rank: 1 }, { name: 'gamma' }] }, ['one', 'text']],
  ['$or over indexed and free fields', { $or: [{ rank: 1 }, { tags: 'blue' }] }, ['none', 'one']],
  [
    'several fields within $or',
    { $or: [{ rank: 1, flag: false }, { rank: 2, flag: false }, { name: 'gamma' }] },
    ['text', 'two'],
  ],
  ['$or within $or', { flag: false, $or: [{ $or: [{ rank: 1 }, { rank: 2 }] }, { name: 'gamma' }] }, ['two']],
  ['$or beside a field', { flag: true, $or: [{ rank: 1 }, { rank: 2 }] }, ['one']],
];

describe('a filter finds', () => {
  eachBench((bench) => {
    for (const [what, filter, expected] of CASES) {
      it(what, async () => {
        await bench.insert(...DOCS);
        assert.deepEqual(await bench.ids(filter), expected);
        assert.equal(await bench.things.countDocuments(bench.tenant, filter), expected.length);
        const one = await bench.things.findOne(bench.tenant, filter);
        assert.equal(one === undefined, expected.length === 0);
      });
    }

    it('a piece of text literally, whatever characters it holds', async () => {
      const texts = [
        'a.b',
        'axb',
        '(x|y)*',
        '^start$',
        'back\\slash',
        'Größe 5%',
        'a-b_c',
        '😀 smile',
        'x[1]{2}?+',
        'nul\0nul',
      ];
      await bench.insert(...texts.map((search) => ({ n: search, search })), { n: 'without' });
      for (const text of texts) assert.deepEqual(await bench.ids({ contains: text }), [text], text);
      assert.deepEqual(await bench.ids({ contains: 'a' }), ['a-b_c', 'a.b', 'axb', 'back\\slash', '^start$'].sort());
      assert.deepEqual(await bench.ids({ contains: 'GRÖSSE' }), []);
      assert.deepEqual(await bench.ids({ contains: '' }), [...texts].sort());
      assert.deepEqual(await bench.ids({ $or: [{ contains: 'smile' }, { n: 'without' }] }), ['without', '😀 smile']);
    });

    it('half a surrogate pair as the replacement character, the same way it was stored', async () => {
      await bench.insert({ n: 'half', name: 'cut \ud83d', free: 'cut \ud83d' });
      assert.deepEqual(await bench.ids({ name: 'cut \ud83d', free: 'cut \ufffd' }), ['half']);
    });
  });
});
