import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ProgrammingError } from '../../src/errors.ts';
import type { Filter, FindOptions, Update, UpsertOp } from '../../src/storage/port.ts';
import { eachBench, THINGS } from './things.ts';

const proto = (value: unknown) => JSON.parse(`{"__proto__": ${JSON.stringify(value)}}`);
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

/** What the types forbid, but what comes from outside may hold. */
const FILTERS: Record<string, unknown> = {
  'an unknown operator': { rank: { $regex: 'x' } },
  'an unknown operator at the top': { $where: 'true' },
  'an operator in place of a field': { $gt: 1 },
  'no operator': { rank: {} },
  'an object to equal': { owner: { key: 'x' } },
  'an array to equal': { tags: ['red'] },
  null: { rank: null },
  undefined: { rank: undefined },
  'an undefined operand': { rank: { $lt: undefined } },
  'an operand of null': { rank: { $ne: null } },
  'an object as operand': { rank: { $eq: { $gt: '' } } },
  NaN: { rank: Number.NaN },
  'a Date': { rank: new Date() },
  'a regular expression': { rank: /x/ },
  '$in without a list': { rank: { $in: 'x' } },
  '$in with null': { rank: { $in: [null] } },
  '$in with a list': { rank: { $in: [['x']] } },
  '$exists with a number': { rank: { $exists: 1 } },
  'an empty $or': { $or: [] },
  'an $and, which several fields say': { $and: [{ rank: 1 }] },
  '$or with one filter': { $or: { rank: 1 } },
  'contains without a text': { contains: 5 },
  'contains undefined': { contains: undefined },
  'an empty name': { '': 1 },
  'an empty part of a path': { 'a..b': 1 },
  'a $ in a path': { 'a.$b': 1 },
  'an array position': { 'parts.0.state': 'x' },
  __proto__: proto(1),
  '__proto__ in a path': { '__proto__.x': 1 },
  'a NUL in a name': { 'a\0': 1 },
  'a text': 'rank',
  'an array': [],
};

const UPDATES: Record<string, unknown> = {
  'an unknown operator': { $rename: { a: 'b' } },
  'a field in place of an operator': { rank: 1 },
  'a pipeline': [{ $set: { a: 1 } }],
  'a list of fields': { $unset: 'rank' },
  null: { $set: { a: null } },
  NaN: { $set: { a: Number.NaN } },
  Infinity: { $inc: { a: Number.POSITIVE_INFINITY } },
  'a Date': { $set: { a: new Date() } },
  'a Map': { $set: { a: new Map() } },
  'a function': { $set: { a: () => 1 } },
  'a bigint': { $set: { a: 1n } },
  'undefined in an array': { $set: { a: [undefined] } },
  'a $ in a name': { $set: { a: { $gt: 1 } } },
  'a dot in a name': { $set: { a: { 'b.c': 1 } } },
  '__proto__ in a value': { $set: { a: proto({ x: 1 }) } },
  '__proto__ in a path': { $set: { '__proto__.x': 1 } },
  'an array position': { $set: { 'list.0': 1 } },
  'the positional $': { $set: { 'list.$': 1 } },
  'an _id': { $set: { _id: 'x' } },
  'an _id taken away': { $unset: { _id: true } },
  'a text added': { $inc: { a: '1' } },
  'an object into a set': { $addToSet: { a: { b: 1 } } },
  'a $pull by operators': { $pull: { a: { $gt: 1 } } },
  'a $pull by nothing': { $pull: { a: {} } },
  'a $pull by undefined': { $pull: { a: { k: 1, z: undefined } } },
  'a $push with $position': { $push: { a: { $each: [1], $position: 0 } } },
  'a $push with a positive $slice': { $push: { a: { $each: [1], $slice: 3 } } },
  'one path twice': { $set: { a: 1 }, $inc: { a: 1 } },
  'a path and one inside it': { $set: { a: { b: 1 } }, $unset: { 'a.c': true } },
  'an object in an indexed field': { $set: { rank: { a: 1 } } },
  'an array in an indexed field': { $set: { rank: [1] } },
  'an array on the way to an indexed field': { $set: { pair: [{ a: 1 }] } },
  'a field below an indexed one': { $set: { 'rank.x': 1 } },
  'a list at an indexed field': { $push: { rank: 1 } },
  'a list on the way to an indexed field': { $addToSet: { pair: 1 } },
  'a number in the search field': { $set: { search: 5 } },
  'what is nested too deeply': { $set: { a: nested(200) } },
};

const DOCUMENTS: Record<string, unknown> = {
  'no _id': {},
  'an empty _id': { _id: '' },
  'a number for an _id': { _id: 5 },
  null: { a: null },
  'a Date': { a: new Date() },
  'NaN deep inside': { a: [{ b: Number.NaN }] },
  bytes: { a: Buffer.from('x') },
  'a $ in a name': { $a: 1 },
  'a dot in a name': { a: { 'b.c': 1 } },
  __proto__: { a: proto(1) },
  'an empty name': { '': 1 },
  'a NUL in a name': { a: { 'b\0': 1 } },
  'an object in an indexed field': { rank: {} },
  'an array in an indexed field': { key: ['a'] },
  'an array on the way to an indexed field': { pair: [{ a: 1 }] },
  'a number in the search field': { search: 5 },
  'what is nested too deeply': { a: nested(200) },
};

const UPSERTS: Record<string, UpsertOp> = {
  'without an _id': { filter: { key: 'k' }, update: {} },
  'with two _ids': { filter: { _id: 'a' }, update: { $setOnInsert: { _id: 'b' } } },
  'with an empty _id': { filter: { key: 'k' }, update: { $setOnInsert: { _id: '' } } },
  'with $or': { filter: { $or: [{ key: 'k' }] } as never, update: { $setOnInsert: { _id: 'a' } } },
  'with $in': { filter: { key: { $in: ['k'] } } as never, update: { $setOnInsert: { _id: 'a' } } },
};

const OPTIONS: Record<string, unknown> = {
  'a direction of 2': { sort: { rank: 2 } },
  'a path with quotes': { sort: { "a'b": 1 } },
  'a negative skip': { skip: -1 },
  'a limit of 0': { limit: 0 },
  'a limit of 1.5': { limit: 1.5 },
  'a limit of NaN': { limit: Number.NaN },
};

describe('the port refuses', () => {
  eachBench((bench) => {
    for (const [what, filter] of Object.entries(FILTERS)) {
      it(`a filter with ${what}`, async () => {
        const { things, tenant } = bench;
        const bad = filter as Filter;
        await assert.rejects(things.find(tenant, bad), ProgrammingError);
        await assert.rejects(things.findOne(tenant, bad), ProgrammingError);
        await assert.rejects(things.countDocuments(tenant, bad), ProgrammingError);
        await assert.rejects(things.groupCount(tenant, bad, 'rank'), ProgrammingError);
        await assert.rejects(things.updateOne(tenant, bad, { $set: { a: 1 } }), ProgrammingError);
        await assert.rejects(things.deleteOne(tenant, bad), ProgrammingError);
        await assert.rejects(things.deleteMany(tenant, bad), ProgrammingError);
        await assert.rejects(things.find(tenant, { $or: [{ rank: 1 }, bad] }), ProgrammingError);
      });
    }

    for (const [what, update] of Object.entries(UPDATES)) {
      it(`an update with ${what}`, async () => {
        const { things, tenant } = bench;
        await bench.insert({ _id: tenant });
        const bad = update as Update;
        const op = { filter: { _id: tenant }, update: bad };
        await assert.rejects(things.updateOne(tenant, op.filter, bad), ProgrammingError);
        await assert.rejects(things.findOneAndUpdate(tenant, op.filter, bad, { upsert: true }), ProgrammingError);
        await assert.rejects(things.bulkUpsert(tenant, [op]), ProgrammingError);
        assert.deepEqual(await things.findOne(tenant, op.filter), { _id: tenant, tenantId: tenant });
      });
    }

    for (const [what, doc] of Object.entries(DOCUMENTS)) {
      it(`a document with ${what}`, async () => {
        const { things, tenant } = bench;
        const bad = what.includes('_id') ? (doc as { _id: string }) : { _id: randomUUID(), ...(doc as object) };
        await assert.rejects(things.insertOne(tenant, bad), ProgrammingError);
        assert.equal(await things.countDocuments(tenant, {}), 0);
      });
    }

    for (const [what, { filter, update }] of Object.entries(UPSERTS)) {
      it(`an upsert ${what}`, async () => {
        const { things, tenant } = bench;
        await assert.rejects(things.findOneAndUpdate(tenant, filter, update, { upsert: true }), ProgrammingError);
        await assert.rejects(things.bulkUpsert(tenant, [{ filter, update }]), ProgrammingError);
        assert.equal(await things.countDocuments(tenant, {}), 0);
      });
    }

    for (const [what, options] of Object.entries(OPTIONS)) {
      it(`${what} among the options`, () =>
        assert.rejects(bench.things.find(bench.tenant, {}, options as FindOptions), ProgrammingError));
    }

    it('more than 1,000 ops at once', () => {
      const ops = Array.from({ length: 1001 }, () => ({ filter: { _id: randomUUID() }, update: {} }));
      return assert.rejects(bench.things.bulkUpsert(bench.tenant, ops), ProgrammingError);
    });

    it('a document over 16 MB', async () => {
      const text = 'x'.repeat(9 * 1024 * 1024);
      await assert.rejects(bench.insert({ text, more: text }), ProgrammingError);
      await bench.insert({ _id: bench.tenant, text });
      const grown = bench.things.updateOne(bench.tenant, { _id: bench.tenant }, { $set: { more: text } });
      await assert.rejects(grown, ProgrammingError);
    });

    it('a collection declared badly, or twice in two ways', () => {
      const { store } = bench;
      for (const name of ['', 'Upper', 'a b', 'a"b', 'sqlite_x']) {
        assert.throws(() => store.collection({ name }), ProgrammingError);
      }
      for (const field of ['', 'a b', "a'b", '_id', 'tenantId', 'a.0', '$a', '__proto__']) {
        assert.throws(
          () => store.collection({ name: 'other', indexes: [{ fields: [field] }] }),
          ProgrammingError,
          field,
        );
      }
      assert.throws(() => store.collection({ name: 'other', indexes: [{ fields: ['a', 'A'] }] }), ProgrammingError);
      assert.throws(() => store.collection({ ...THINGS, indexes: [] }), ProgrammingError);
      store.collection({ ...THINGS });
    });

    it('a search where none is declared', async () => {
      const plain = bench.store.collection({ name: 'plain' });
      await assert.rejects(plain.find(bench.tenant, { contains: 'x' }), ProgrammingError);
    });

    it('nothing of what objects inherit', async () => {
      const { things, tenant } = bench;
      await bench.insert({ _id: tenant, constructor: 'c', toString: { valueOf: 1 } });
      assert.deepEqual(
        await bench.ids({ constructor: 'c', 'toString.valueOf': 1, hasOwnProperty: { $exists: false } }),
        [tenant],
      );
      await things.updateOne(tenant, { _id: tenant }, { $set: { 'hasOwnProperty.prototype.x': 1 } });
      assert.equal(({} as Record<string, unknown>).x, undefined);
      assert.equal(Object.hasOwn(Object, 'x'), false);
    });
  });
});
