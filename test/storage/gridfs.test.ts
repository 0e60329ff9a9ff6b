import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { MongoClient, ObjectId } from 'mongodb';
import { eachEngine } from '../support/engines.ts';

const DAY_MS = 24 * 3_600_000;

describe('uploads that a crash left', () => {
  eachEngine((engine, open) => {
    if (engine !== 'mongodb') return;

    it('are removed at a start a day later, whole files and uploads under way are not', async () => {
      const opened = await open();
      const client = new MongoClient(String(opened.place.mongodbUri));
      try {
        await opened.vault.put(
          't',
          (async function* () {
            yield Buffer.from('whole');
          })(),
          100,
        );
        const whole = await client.db().collection('documents.files').findOne({});
        assert.ok(whole);
        const [old, fresh] = [new ObjectId(), new ObjectId()];
        const chunk = (files_id: ObjectId) => ({ files_id, n: 0, data: Buffer.from('half') });
        await client
          .db()
          .collection('documents.chunks')
          .insertMany([chunk(old), chunk(fresh)]);
        await client
          .db()
          .collection('documents.uploads')
          .insertMany([
            { _id: old, startedAt: new Date(Date.now() - DAY_MS - 1000) },
            { _id: fresh, startedAt: new Date(Date.now() - DAY_MS + 60_000) },
            { _id: whole._id, startedAt: new Date(0) },
          ]);
        const { vault } = await opened.reopen();
        const chunks = await client.db().collection('documents.chunks').distinct('files_id');
        assert.deepEqual(chunks.map(String).sort(), [String(whole._id), String(fresh)].sort());
        assert.deepEqual(await client.db().collection('documents.uploads').distinct('_id'), [fresh]);
        assert.equal(await vault.has('t', createHash('sha256').update('whole').digest('hex')), true);
      } finally {
        await client.close();
        await opened.dispose();
      }
    });
  });
});
