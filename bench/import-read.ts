/**
 * Reading an export of 100,000 rows and 12 columns: time, the most memory that this process and its children hold (Linux only), and how
 * long it keeps the event loop from other work.
 * Yardsticks: an idle event loop, and the same reading in this very process.
 *
 *     node bench/import-read.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { readExport } from '../src/claims/export-file/read-export.ts';
import { readFile } from '../src/claims/export-file/read-file.ts';
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
  const own = memoryOf('self').now;
  let [most, childs] = [own, 0];
  const sampler = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() / MIB);
    childs = Math.max(childs, ...childrenOf(process.pid).map((pid) => memoryOf(pid).peak));
  }, 50);
  delay.enable();
  const start = performance.now();
  const said = await work();
  const ms = Math.round(performance.now() - start);
  delay.disable();
  clearInterval(sampler);
  const [p99, max] = [delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(0));
  console.log(
    `${name.padEnd(34)} ${String(ms).padStart(6)} ms   event loop delayed p99 ${p99} ms, max ${max} ms   ` +
      `this process ${own.toFixed(0)} → ${most.toFixed(0)} MiB, child ${childs.toFixed(0)} MiB   ${said}`,
  );
}

const MIB = 2 ** 20;

/** Resident memory in MiB, now and at its highest. */
function memoryOf(pid: string): { now: number; peak: number } {
  const status = contentOf(`/proc/${pid}/status`);
  const mib = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: mib('VmRSS'), peak: mib('VmHWM') };
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    contentOf(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean),
  );
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const read = (path: string) => async (): Promise<string> => {
  const reading = await readExport(path);
  let claims = 0;
  for await (const batch of reading.batches()) claims += batch.length;
  await reading.close();
  return `${claims} claims`;
};

function writeExports({ csv, shared, inline }: typeof paths): void {
  const rows = [HEADER.split(','), ...Array.from({ length: ROWS }, (_, i) => row(i))];
  writeFileSync(csv, rows.map((cells) => cells.join(',')).join('\r\n'));
  writeFileSync(shared, buildXlsx([{ rows }]));
  writeFileSync(inline, buildXlsx([{ rows }], { strings: 'inline' }));
}

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'import-read-'));
const paths = { csv: join(folder, 'csv'), shared: join(folder, 'shared.xlsx'), inline: join(folder, 'inline.xlsx') };
if (process.argv[2] !== undefined) {
  writeExports(paths);
  process.exit();
}
// In a process of its own: what it takes to make the files shall not count here.
execFileSync(process.execPath, [import.meta.filename, folder]);

await measured('idle for 2 s (yardstick)', async () => sleep(2_000, ''));
await measured('.csv', read(paths.csv));
await measured('.xlsx, shared strings', read(paths.shared));
await measured('.xlsx, inline strings', read(paths.inline));
await measured('.xlsx in this process (yardstick)', async () => {
  const { summary } = await readFile(paths.shared, { mapping: new Map(), maxRows: ROWS });
  return `${summary.claims} claims`;
});
rmSync(folder, { recursive: true });
