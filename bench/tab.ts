/**
 * The tab: what a browser fetches, and how long it takes until somebody sees something. A phone (390 pixels, a processor four times slower) on a
 * slow and a fast network, and a desktop without limits; a first visit each time, and a second one with what the browser has kept. Then what the table
 * costs the server with many claims, on the embedded engine, and on MongoDB too where TEST_MONGODB_URI names one.
 *
 *     node bench/tab.ts [number of claims]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../scripts/chromium.ts';
import { buildPage, PAGE } from '../scripts/page.ts';
import type { ClaimTableQuery } from '../src/claims/claim-table.ts';
import type { Person } from '../src/people/person.ts';
import { claimRecord, poe, workload } from '../test/claims/fixtures.ts';
import { importRows, openWorld } from '../test/e2e/world.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../test/support/features.ts';
import { figures, ms, quantile } from './report.ts';

const CLAIMS = Number(process.argv[2] ?? 100_000);
const BATCH = 500;
const VISITS = 5;
const WINDOWS = 9;

interface Network {
  readonly name: string;
  /** Bits a second, and milliseconds there and back. */
  readonly bits: number;
  readonly latency: number;
}

const PHONES: readonly Network[] = [
  { name: 'slow 4G', bits: 1_600_000, latency: 150 },
  { name: 'fast 4G', bits: 9_000_000, latency: 60 },
];

function sizes(): void {
  const files = readdirSync(join(PAGE, 'assets')).filter((name) => name.endsWith('.js'));
  const kb = (name: string): string => `${(readFileSync(join(PAGE, 'assets', name)).length / 1024).toFixed(1)} KB`;
  const rows = files.map((name) => [name.replace(/-[\w-]{8}\.js$/, ''), `${kb(`${name}.gz`)} / ${kb(`${name}.br`)}`]);
  figures('sizes, packed by gzip / brotli (of index and main, 162 KB by gzip are allowed)', Object.fromEntries(rows));
}

/** Milliseconds from the address to the first paint, to the first row, and to a page where everything can be done. */
type Visit = readonly [paint: number, row: number, page: number];

/** Marks each the first time that it is painted. From within: while the large script begins, the page answers nobody. */
const WATCH = `
  const wanted = ${JSON.stringify({ row: '[role=cell] a[href]', whole: '[role=cell] input' })};
  new MutationObserver(() => {
    for (const [name, part] of Object.entries(wanted))
      if (document.querySelector(part) !== null) {
        delete wanted[name];
        requestAnimationFrame(() => setTimeout(() => performance.mark(name)));
      }
  }).observe(document, { childList: true, subtree: true });`;

async function visit(page: Page, url: string): Promise<Visit> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('[role=cell] input').first().waitFor();
  return page.evaluate<[number, number, number]>(`(async () => {
    while (performance.getEntriesByName('whole').length === 0) await new Promise(requestAnimationFrame);
    return ['first-contentful-paint', 'row', 'whole'].map((name) => performance.getEntriesByName(name)[0].startTime);
  })()`);
}

async function visits(browser: Browser, url: string, network: Network | undefined): Promise<Record<string, string>> {
  const firsts: Visit[] = [];
  const seconds: Visit[] = [];
  for (let i = 0; i < VISITS; i++) {
    const context = await browser.newContext({
      viewport: network ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    });
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    if (network !== undefined) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const throughput = network.bits / 8;
      await devtools.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: network.latency },
        ...{ downloadThroughput: throughput, uploadThroughput: throughput },
      });
    }
    firsts.push(await visit(page, url));
    seconds.push(await visit(page, url));
    await context.close();
  }
  const said = (all: readonly Visit[]): string =>
    [0, 1, 2]
      .map((part) =>
        ms(
          quantile(
            all.map((one) => one[part] ?? 0),
            0.5,
          ),
        ),
      )
      .join(' / ');
  const name = network?.name ?? 'desktop, no limits';
  return { [`${name}, first visit`]: said(firsts), [`${name}, second visit`]: said(seconds) };
}

async function timings(): Promise<void> {
  const browser = await launchChromium();
  const world = await openWorld('sqlite');
  try {
    const rows = Array.from({ length: 2_000 }, (_, i) => ({ claim: `CLM-${i}`, customer: `Customer ${i}` }));
    await importRows(world.teams.person({ name: 'Isaiah Langer' }), rows);
    const url = `http://127.0.0.1:${world.app.port}/tab/`;
    const found: Record<string, string> = {};
    for (const network of [...PHONES, undefined]) Object.assign(found, await visits(browser, url, network));
    figures(`heading and grey rows / first row / all that can be done, medians of ${VISITS}`, found);
  } finally {
    await browser.close();
    await world.dispose();
  }
}

async function fill({ claims }: OpenFeatures): Promise<void> {
  const names = ['Teams', 'Exchange Online', 'Intune', 'SharePoint Online'];
  for (let at = 0; at < CLAIMS; at += BATCH) {
    const some = Array.from({ length: BATCH }, (_, i) => {
      const n = at + i;
      const owner = { key: `upn:${addressOf(`Person ${n % 300}`)}`, label: `Person ${n % 300}` };
      const fields = {
        claimId: `CLM-${n}`,
        customerName: `Customer ${(n * 7_919) % CLAIMS}`,
        program: `Program ${n % 3}`,
      };
      const work = [workload(names[n % names.length] ?? '', n % 7 === 0 ? { poe: [poe('a')] } : {})];
      // The fifth part is nobody's.
      return claimRecord({ ...fields, ...(n % 5 > 0 && { owner }) }, work);
    });
    await claims.repository.addNew(TENANT, some);
  }
}

const WHOLE: ClaimTableQuery = { of: 'all', sort: 'urgency', descending: false, from: 0, count: 100 };
const QUERIES: Readonly<Record<string, Partial<ClaimTableQuery>>> = {
  'the first rows': {},
  'the last rows': { from: CLAIMS - 100 },
  'by customer': { sort: 'customer' },
  'by claim ID, from the middle': { sort: 'claim', from: CLAIMS / 2 },
  'a text': { text: 'customer 4711' },
  'a state': { state: 'to upload' },
  'a program': { program: 'Program 1' },
  'a workload': { workload: 'teams' },
  'one owner': { of: { key: `upn:${addressOf('Person 7')}` } },
};

async function table(uri: string | undefined): Promise<void> {
  const features = await openFeatures(uri);
  try {
    await fill(features);
    const { service } = features.claims;
    const lead = await features.person('Isaiah Langer');
    const found: Record<string, string> = {};
    const measure = async (name: string, work: (lead: Person) => Promise<unknown>): Promise<void> => {
      const took: number[] = [];
      for (let i = 0; i < WINDOWS; i++) {
        const before = performance.now();
        await work(lead);
        took.push(performance.now() - before);
      }
      found[name] = `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 1))}`;
    };
    for (const [name, query] of Object.entries(QUERIES))
      await measure(name, (person) => service.table(person, { ...WHOLE, ...query }));
    await measure('owners to choose from', (person) => service.ownersToChoose(person));
    await measure('the version', ({ tenantId }) => features.core.stamps.read(tenantId));
    const where = uri === undefined ? 'sqlite' : 'mongodb';
    figures(
      `a window of 100 rows, median / longest of ${WINDOWS}, ${CLAIMS.toLocaleString('en')} claims, ${where}`,
      found,
    );
  } finally {
    await features.dispose();
  }
}

await buildPage();
sizes();
await timings();
for (const uri of process.env.TEST_MONGODB_URI ? [undefined, process.env.TEST_MONGODB_URI] : [undefined])
  await table(uri);
