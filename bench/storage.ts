/**
 * The embedded store under the bot's own load: node bench/storage.ts [number of claims]
 * Yardstick for each figure: an event loop held up for 15 ms is not felt, one of 100 ms is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/storage/open-store.ts';
import type { Doc, Filter, UpsertOp } from '../src/storage/port.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const TENANT = '00000000-0000-4000-8000-000000000000';
const BATCH = 250;
const OWNERS = 100;

const SPEC = {
  name: 'associations',
  indexes: [
    { fields: ['claimKey'], unique: true },
    { fields: ['rank', 'customerKey'] },
    { fields: ['owner.key', 'rank', 'customerKey'] },
  ],
  searchField: 'searchKey',
};

interface Row extends Doc {
  [field: string]: unknown;
}

function claim(n: number, status: string): UpsertOp {
  const customer = `customer ${(n * 7919) % COUNT} gmbh`;
  return {
    filter: { claimKey: `clm-${n}` },
    update: {
      $setOnInsert: { _id: `a-${n}`, version: 1, appliedKeys: [] },
      $set: {
        status,
        customerName: customer,
        customerKey: customer,
        searchKey: `${customer} clm-${n} azure`,
        owner: { key: `upn:person${n % OWNERS}@contoso.com`, label: `Person ${n % OWNERS}` },
        counts: n % 10 !== 0,
        rank: Math.floor(n / OWNERS) % 4,
        toUpload: n % 3,
        openWorkloads: ['exchange', 'teams'].slice(n % 3),
        workloads: Array.from({ length: 3 }, (_, w) => ({
          key: `workload ${w}`,
          name: `Workload ${w}`,
          poe: [],
          text: 'x'.repeat(200),
        })),
      },
    },
  };
}

async function timed(what: string, repeat: number, work: (round: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < repeat; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  console.log(`${what.padEnd(64)} median ${at(0.5).padStart(8)} ms   p95 ${at(0.95).padStart(8)} ms`);
}

const dataDir = mkdtempSync(join(tmpdir(), 'cpor-bench-'));
try {
  const { store } = await openStore({ dataDir, now: () => new Date() });
  const rows = store.collection<Row>(SPEC);
  await store.setUp();
  const batch = (round: number, status: string) =>
    rows.bulkUpsert(
      TENANT,
      Array.from({ length: BATCH }, (_, i) => claim(round * BATCH + i, status)),
    );
  const rounds = COUNT / BATCH;
  const page = (filter: Filter, skip = 0) =>
    rows.find(TENANT, filter, { sort: { rank: 1, customerKey: 1 }, skip, limit: 8 });
  const mine = { 'owner.key': { $in: ['upn:person7@contoso.com', 'name:person 7'] }, rank: { $lte: 1 } };

  await timed(`bulkUpsert of ${BATCH}, new`, rounds, (round) => batch(round, 'Approved'));
  await timed(`bulkUpsert of ${BATCH}, nothing changes`, Math.min(rounds, 100), (round) => batch(round, 'Approved'));
  await timed(`bulkUpsert of ${BATCH}, one field changes`, Math.min(rounds, 100), (round) => batch(round, 'Rejected'));
  await timed('a page of one owner', 200, () => page(mine));
  await timed('a page of one owner, a free field asked too', 200, () => page({ ...mine, counts: true }));
  await timed('a page of everyone', 200, () => page({ rank: { $lte: 1 } }));
  await timed('page 100 of everyone', 200, () => page({ rank: { $lte: 1 } }, 800));
  await timed('a page of a search', 50, () => page({ rank: { $lte: 1 }, contains: 'clm-9999' }));
  await timed("a page of mine or nobody's", 50, () =>
    page({ rank: { $lte: 1 }, $or: [mine, { 'owner.key': { $exists: false } }] }),
  );
  await timed('count of one owner', 200, () => rows.countDocuments(TENANT, mine));
  await timed('count of everyone', 50, () => rows.countDocuments(TENANT, { rank: { $lte: 1 } }));
  await timed('count of everyone by a free field', 5, () =>
    rows.countDocuments(TENANT, { rank: { $lte: 1 }, toUpload: { $gt: 0 } }),
  );
  await timed('group count by an indexed field', 20, () => rows.groupCount(TENANT, {}, 'owner.key'));
  await timed('group count by a free field', 5, () => rows.groupCount(TENANT, {}, 'status'));
  await timed('findOne by a unique key', 1000, (n) => rows.findOne(TENANT, { claimKey: `clm-${(n * 31) % COUNT}` }));
  await timed('findOneAndUpdate by _id and version', 500, (n) =>
    rows.findOneAndUpdate(
      TENANT,
      { _id: `a-${(n * 31) % COUNT}`, version: 1 },
      { $set: { note: 'x' }, $inc: { version: 1 } },
    ),
  );
  await timed('tenants', 20, () => rows.tenants());
  await store.close();
  await timed('open again, quick_check included', 3, async () => {
    const again = await openStore({ dataDir, now: () => new Date() });
    again.store.collection<Row>(SPEC);
    await again.store.setUp();
    await again.store.close();
  });
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
