import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import sinon from 'sinon';
import { openStore } from '../../src/storage/open-store.ts';
import type { CollectionSpec, Doc } from '../../src/storage/port.ts';
import { Database } from '../../src/storage/sqlite/database.ts';

const BEFORE: CollectionSpec = { name: 'claims', indexes: [{ fields: ['rank', 'name'] }] };
const SPEC: CollectionSpec = { ...BEFORE, counts: [['rank']], searchField: 'name' };
const MANY = 2_500;

interface Claim extends Doc {
  readonly rank: number;
  readonly name: string;
}

describe('what stands beside a table of SQLite', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpor-side-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = async (spec: CollectionSpec) => {
    const { store } = await openStore({ dataDir: folder, now: () => new Date() });
    return { store, claims: store.collection<Claim>(spec) };
  };

  const filled = async (spec: CollectionSpec): Promise<void> => {
    const { store, claims } = await open(spec);
    await store.setUp();
    for (let at = 0; at < MANY; at += 500)
      await claims.bulkUpsert(
        't1',
        Array.from({ length: 500 }, (_, i) => ({
          filter: { _id: `c${at + i}` },
          update: { $set: { rank: (at + i) % 2, name: `customer ${at + i}` } },
        })),
      );
    await store.close();
  };

  const changeFile = (...statements: readonly string[]): void => {
    const database = new Sqlite(join(folder, 'store.sqlite'));
    for (const sql of statements) database.exec(sql);
    database.close();
  };

  it('follows from all documents, also where taking them up was cut off and some were changed before it went on', async () => {
    await filled(BEFORE);
    const first = await open(SPEC);
    const write = sinon.stub(Database.prototype, 'write').callThrough();
    // The tables, a piece, and in the second piece it ends.
    write.onCall(2).throws(new Error('cut off'));
    await assert.rejects(first.store.setUp(), /cut off/);
    write.restore();
    await first.claims.updateOne('t1', { _id: 'c1' }, { $set: { rank: 7, name: 'somebody else' } });
    await first.claims.updateOne('t1', { _id: `c${MANY - 1}` }, { $set: { rank: 7, name: 'somebody else' } });
    await first.claims.deleteOne('t1', { _id: 'c2' });
    await first.claims.deleteOne('t1', { _id: `c${MANY - 2}` });
    await first.store.close();
    const { store, claims } = await open(SPEC);
    await assert.rejects(store.check());
    await store.setUp();
    await store.check();
    assert.equal(await claims.countDocuments('t1', {}), MANY - 2);
    assert.equal(await claims.countDocuments('t1', { rank: 7 }), 2);
    assert.equal(await claims.countDocuments('t1', { rank: 1 }), MANY / 2 - 2);
    assert.equal(await claims.countDocuments('t1', { contains: 'somebody' }), 2);
    assert.equal(await claims.countDocuments('t1', { contains: 'customer 249' }), 11 - 2);
    await store.close();
  });

  for (const way of ['VACUUM', 'VACUUM INTO'])
    it(`still follows from it after ${way}, as a backup is made`, async () => {
      await filled(SPEC);
      changeFile(`DELETE FROM claims WHERE _id LIKE 'c1%'`, ...(way === 'VACUUM' ? ['VACUUM'] : []));
      if (way === 'VACUUM INTO') {
        const file = join(folder, 'store.sqlite');
        changeFile(`VACUUM INTO '${file}.copy'`);
        await rm(file);
        for (const more of ['-wal', '-shm']) await rm(`${file}${more}`, { force: true });
        const copy = new Sqlite(`${file}.copy`);
        copy.exec(`VACUUM INTO '${file}'`);
        copy.close();
      }
      const { store, claims } = await open(SPEC);
      await store.setUp();
      for (const text of ['customer 2499', 'customer 77', 'mer 200']) {
        const found = await claims.find('t1', { contains: text });
        assert.ok(found.length > 0 && found.every(({ name }) => name.includes(text)), text);
      }
      assert.equal(await claims.countDocuments('t1', {}), (await claims.find('t1', {})).length);
      await store.close();
    });

  it('costs a question no look at the documents', async () => {
    await filled(SPEC);
    const database = new Sqlite(join(folder, 'store.sqlite'));
    const planOf = (sql: string): string =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join('\n');
    assert.match(
      planOf(`SELECT sum(n) FROM "count:claims:rank" WHERE tenantId = 't1' AND "rank" = 1`),
      /^SEARCH count:claims:rank USING PRIMARY KEY \(tenantId=\? AND rank=\?\)$/,
    );
    assert.match(
      planOf(
        `SELECT rowid FROM claims WHERE rowid IN (SELECT value FROM json_each('[1]')) AND (+tenantId = 't1') AND (instr(+"f.name", 'x') > 0) ORDER BY "f.rank", "f.name", _id LIMIT 8`,
      ),
      /^SEARCH claims USING INTEGER PRIMARY KEY \(rowid=\?\)/,
    );
    database.close();
  });
});
