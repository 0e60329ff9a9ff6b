/**
 * Reading an export of 100,000 rows and 12 columns: time, memory, and how long it keeps the main thread from its other work.
 * Yardsticks: an idle main thread, and the same reading without a worker.
 *
 *     node bench/import-read.ts
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readExport } from '../src/claims/export-file/read-export.ts';
import { readFile } from '../src/claims/export-file/read-file.ts';
import { TempFiles } from '../test/support/temp-files.ts';
import { buildXlsx } from '../test/support/xlsx.ts';

const ROWS = 100_000;
const HEADER =
  'Claim ID,Claim Name,Customer Name,Customer Domain,Customer Tenant ID,Program,Workload,Status,MPN ID,Subscription ID,Owner,Date Associated';
const NO_SUBSCRIPTION = '';

function row(i: number): string[] {
  const claim = i >> 1;
  const tenant = `00000000-0000-4000-8000-${String(claim).padStart(12, '0')}`;
  const workload = i % 2 === 0 ? 'Exchange Online' : 'Teams';
  const customer = [`Contoso ${claim} FRP Migrated FRP`, `Contoso ${claim}`, `contoso${claim}.example`, tenant];
  return [
    `CLM-${claim}`,
    ...customer,
    'OSU M365',
    workload,
    'Approved',
    '4000000',
    NO_SUBSCRIPTION,
    'adelev@contoso.com',
    '2020-06-01',
  ];
}

async function measured(name: string, work: () => Promise<string>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const said = await work();
  const ms = Math.round(performance.now() - start);
  delay.disable();
  const [p99, max] = [delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(0));
  const mib = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${name.padEnd(38)} ${String(ms).padStart(6)} ms   main thread delayed p99 ${p99} ms, max ${max} ms   rss ${mib} MiB   ${said}`,
  );
}

const read = (path: string) => async (): Promise<string> => {
  const reading = await readExport(path);
  let claims = 0;
  for await (const batch of reading.batches()) claims += batch.length;
  await reading.close();
  return `${claims} claims`;
};

const rows = [HEADER.split(','), ...Array.from({ length: ROWS }, (_, i) => row(i))];
await using files = await TempFiles.create();
const csv = await files.file(rows.map((cells) => cells.join(',')).join('\r\n'));
const shared = join(files.dir, 'shared.xlsx');
await writeFile(shared, buildXlsx([{ rows }]));
const inline = join(files.dir, 'inline.xlsx');
await writeFile(inline, buildXlsx([{ rows }], { strings: 'inline' }));

await measured('idle for 2 s (yardstick)', async () => sleep(2_000, ''));
await measured('.csv', read(csv));
await measured('.xlsx, shared strings', read(shared));
await measured('.xlsx, inline strings', read(inline));
await measured('.xlsx on the main thread (yardstick)', async () => {
  const { facts } = await readFile(shared, { mapping: new Map(), maxRows: ROWS });
  return `${facts.claims} claims`;
});
