import assert from 'node:assert/strict';
import { type Collection as MongoCollection, MongoServerError } from 'mongodb';
import { DuplicateKeyError } from '../../src/errors.ts';
import { CheckedCollection } from '../../src/storage/checked-collection.ts';
import { MongoEngineCollection, type Stored } from '../../src/storage/mongodb/collection.ts';
import { ServerReach } from '../../src/storage/mongodb/reach.ts';

/** A server on which an upsert loses `losses` races: whether a real one does so is a matter of luck. */
function racing(losses: number) {
  const calls: unknown[] = [];
  const collection = {
    findOneAndUpdate: async (filter: unknown) => {
      calls.push(filter);
      if (calls.length <= losses) throw new MongoServerError({ message: 'E11000', code: 11000 });
      return { _id: 'winner', tenantId: 't', key: 'k' };
    },
  } as unknown as MongoCollection<Stored>;
  const spec = { name: 'things' };
  const things = new CheckedCollection(
    spec,
    new MongoEngineCollection(collection, spec, new ServerReach()),
    () => new Date(),
  );
  const upsert = () => things.findOneAndUpdate('t', { key: 'k' }, { $setOnInsert: { _id: 'loser' } }, { upsert: true });
  return { calls, upsert, update: () => things.updateOne('t', { key: 'k' }, { $set: { a: 1 } }) };
}

describe('an upsert on MongoDB that loses a race', () => {
  it('is done once more and finds the document of the winner', async () => {
    const { calls, upsert } = racing(1);
    assert.equal((await upsert())?._id, 'winner');
    assert.equal(calls.length, 2);
  });

  it('is not done a third time: somebody else holds another of its keys', async () => {
    const { calls, upsert } = racing(99);
    await assert.rejects(upsert(), DuplicateKeyError);
    assert.equal(calls.length, 2);
  });

  it('is no example to plain updates, for which a duplicate key is final', async () => {
    const { calls, update } = racing(1);
    await assert.rejects(update(), DuplicateKeyError);
    assert.equal(calls.length, 1);
  });
});
