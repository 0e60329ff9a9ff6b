/**
 * Imports of many rows, file after file, through the service, while somebody keeps asking. Yardstick in the same run and on the same engine: csv-parse and a
 * bare bulk write of the same rows by the engine's own driver, 1,000 at once, each with one key and no other index.
 *
 *     node bench/import-scale.ts [--rows 200000] [--files 1] [--mongodb]
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse';
import { MongoClient } from 'mongodb';
import { exportOf } from '../test/e2e/world.ts';
import { newPlace, removePlace } from '../test/support/engines.ts';
import { openFeatures } from '../test/support/features.ts';
import { figures, mib, ms, quantile } from './report.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    files: { type: 'string', default: '1' },
    mongodb: { type: 'boolean', default: false },
  },
});
const ROWS = Number(values.rows);
const FILES = Number(values.files);
const BATCH = 1_000;
const ROWS_A_CLAIM = 2;
/** Milliseconds between two questions of somebody else. */
const PAUSE = 20;
const uri = values.mongodb ? process.env.TEST_MONGODB_URI : undefined;

function file(n: number): Buffer {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const claim = n * (ROWS / ROWS_A_CLAIM) + Math.floor(i / ROWS_A_CLAIM);
    return {
      claim: `CLM-${claim}`,
      customer: `Customer ${claim % 50_000} Ltd`,
      workload: i % ROWS_A_CLAIM === 0 ? 'Exchange Online' : 'Microsoft Teams',
      owner: `person${claim % 25_000}@contoso.example`,
      domain: `customer${claim % 50_000}.example`,
    };
  });
  return exportOf(rows);
}

type Write = (rows: readonly Record<string, string>[]) => Promise<void> | void;

/** Rows a second, and the part of a processor that it took. */
async function bare(bytes: Buffer, write: Write): Promise<number> {
  const started = performance.now();
  let batch: Record<string, string>[] = [];
  for await (const row of Readable.from([bytes]).pipe(parse({ columns: true }))) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  return (ROWS / (performance.now() - started)) * 1_000;
}

async function yardstick(folder: string, bytes: Buffer): Promise<number> {
  if (uri === undefined) {
    const database = new Sqlite(join(folder, 'bare.sqlite'));
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE bare (_id INTEGER PRIMARY KEY, doc TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO bare (doc) VALUES (?)');
    const all = database.transaction((rows: readonly object[]) => {
      for (const row of rows) insert.run(JSON.stringify(row));
    });
    const perSecond = await bare(bytes, all);
    database.close();
    return perSecond;
  }
  const place = await newPlace(uri);
  const client = new MongoClient(place.mongodbUri ?? '');
  const collection = client.db().collection('bare');
  const perSecond = await bare(bytes, async (rows) => {
    await collection.insertMany([...rows], { ordered: false });
  });
  await client.close();
  await removePlace(place);
  return perSecond;
}

const folder = mkdtempSync(join(tmpdir(), 'cpor-import-'));
const features = await openFeatures(uri, { MAX_FILE_MB: '200' });
try {
  const { core, claims, imports } = features;
  const lead = await features.person('Isaiah Langer');
  const adele = await features.person('Adele Vance');
  const ask = async (): Promise<number> => {
    const before = performance.now();
    await claims.service.openClaims(adele, { owner: 'mine', page: 0, pageSize: 8 });
    const took = performance.now() - before;
    await sleep(PAUSE);
    return took;
  };
  for (let i = 0; i < 50; i++) await ask();
  const idle: number[] = [];
  for (let i = 0; i < 200; i++) idle.push(await ask());

  const found: Record<string, string> = {};
  for (let n = 0; n < FILES; n++) {
    const path = join(folder, `${n}.csv`);
    const bytes = file(n);
    writeFileSync(path, bytes);
    const perSecond = await yardstick(folder, bytes);
    const during: number[] = [];
    let importing = true;
    const asking = (async () => {
      while (importing) during.push(await ask());
    })();
    let peak = 0;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const { sha256, size } = await core.vault.put(lead.tenantId, createReadStream(path), 2 ** 30);
    const cpu = process.cpuUsage();
    const started = performance.now();
    const job = await imports.service.receive(lead, { sha256, size, name: `${n}.csv` });
    const previewed = performance.now();
    const { job: begun } = await imports.service.start(lead, job._id);
    const finished = await imports.service.run(begun, new AbortController().signal, () => undefined);
    const ended = performance.now();
    const { user, system } = process.cpuUsage(cpu);
    importing = false;
    await asking;
    clearInterval(sampling);
    if (finished?.state !== 'done') throw new Error(JSON.stringify(finished?.failure));
    const rate = (ROWS / (ended - started)) * 1_000;
    const p99 = quantile(during, 0.99);
    found[`file ${n + 1}: rows a second, preview and import`] =
      `${Math.round(rate)}, import alone ${Math.round((ROWS / (ended - previewed)) * 1_000)}`;
    found[`file ${n + 1}: yardstick, csv-parse and a bare bulk write`] =
      `${Math.round(perSecond)} (the import reaches ${Math.round((rate / perSecond) * 100)} %)`;
    found[`file ${n + 1}: CPU of this process, a row`] = ms((user + system) / 1_000 / ROWS);
    found[`file ${n + 1}: another’s list meanwhile, p50 / p99`] =
      `${ms(quantile(during, 0.5))} / ${ms(p99)}, of idle ${ms(quantile(idle, 0.99))}: ${(p99 / quantile(idle, 0.99)).toFixed(1)} times`;
    found[`file ${n + 1}: memory at its peak`] = mib(peak);
  }
  figures(`${FILES} imports of ${ROWS.toLocaleString('en')} rows, ${uri === undefined ? 'sqlite' : 'mongodb'}`, found);
} finally {
  await features.dispose();
  rmSync(folder, { recursive: true, force: true });
}
