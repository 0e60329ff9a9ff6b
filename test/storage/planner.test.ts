import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { openStore } from '../../src/storage/open-store.ts';

const SPEC = {
  name: 'claims',
  indexes: [
    { fields: ['claimKey'], unique: true },
    { fields: ['rank', 'customer'] },
    { fields: ['owner.key', 'rank', 'customer'] },
  ],
  expiresField: 'expiresAt',
};

/** Conditions as the engine writes them, and the index that is to serve each. */
const PLANS: [string, string][] = [
  [`_id = ?`, 'sqlite_autoindex_claims_1'],
  [`"f.claimKey" IN (?,?)`, 'unique:claims:claimKey'],
  [`"f.rank" <= ?`, 'by:claims:rank,customer'],
  [`"f.owner.key" IN (?,?) AND "f.rank" <= ?`, 'by:claims:owner.key,rank,customer'],
  [`("f.expiresAt" IS NULL OR "f.expiresAt" > ?) AND "f.owner.key" = ?`, 'by:claims:owner.key,rank,customer'],
];

describe('the planner of SQLite', () => {
  let folder: string;
  let database: Sqlite.Database;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cpor-planner-'));
    const { store } = await openStore({ dataDir: folder, now: () => new Date() });
    store.collection(SPEC);
    await store.setUp();
    await store.close();
    database = new Sqlite(join(folder, 'store.sqlite'));
  });
  after(async () => {
    database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [condition, index] of PLANS) {
    it(`takes ${index} for ${condition}, rather than the one that is sorted already`, () => {
      const sql = `SELECT doc FROM claims WHERE tenantId = ? AND ${condition} ORDER BY "f.rank", "f.customer", _id LIMIT 8`;
      const marks = sql
        .split('?')
        .slice(1)
        .map(() => 'x');
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
      assert.match(steps.map(({ detail }) => detail).join('\n'), new RegExp(`^SEARCH claims USING INDEX ${index} \\(`));
    });
  }
});
