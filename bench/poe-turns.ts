/**
 * What reading documents costs everybody else: turns of one person while others hand in documents, beside the same turns on an idle bot.
 * Yardstick: the 99th percentile within 1.5 times that of the idle bot; a text document of 20 pages read within 1 s, a scanned page within 6 s.
 *
 *     node bench/poe-turns.ts [--corpus FOLDER]
 *
 * Without a folder the corpus is made anew.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { openDocument } from '../src/poe/findings/open-document.ts';
import { importRows, openWorld } from '../test/e2e/world.ts';
import type { Person } from '../test/support/teams.ts';
import { figures, ms, quantile } from './report.ts';

const TURNS = 400;
/** Between two turns of one person. */
const EVERY_MS = 40;
const READINGS = 8;
const PAGES = 20;
const CUSTOMER = 'Fabrikam';

const { values } = parseArgs({ options: { corpus: { type: 'string' } } });
const work = mkdtempSync(join(tmpdir(), 'poe-turns-'));

function corpus(): string {
  if (values.corpus !== undefined) return values.corpus;
  const folder = join(work, 'corpus');
  const make = join(import.meta.dirname, '../test/poe/corpus/make.ts');
  if (spawnSync(process.execPath, [make, folder], { stdio: 'ignore' }).status !== 0)
    throw new Error('no corpus could be made');
  return folder;
}

/** A text of so many pages. */
async function longDocument(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedStandardFont(StandardFonts.Helvetica);
  for (let page = 1; page <= PAGES; page++) {
    const sheet = document.addPage();
    for (let line = 0; line < 45; line++)
      sheet.drawText(
        `${page}.${line} The partner moves the mailboxes of ${CUSTOMER} to Exchange Online and trains its staff.`,
        {
          x: 50,
          y: 800 - line * 17,
          size: 11,
          font,
        },
      );
  }
  return Buffer.from(await document.save());
}

const CLAIM = {
  customer: CUSTOMER,
  domain: 'fabrikam.example',
  tenantId: '',
  workloads: ['Exchange Online'],
  partners: ['Trey Research'],
  today: '2020-06-16',
};

async function read(path: string, name: string): Promise<number> {
  const began = performance.now();
  const reading = await openDocument(path, name);
  try {
    await reading.check(CLAIM);
  } finally {
    await reading.close();
  }
  return performance.now() - began;
}

async function readings(path: string, name: string): Promise<number[]> {
  const took: number[] = [];
  while (took.length < READINGS) took.push(await read(path, name));
  return took;
}

/** One turn after the other, at a steady pace. */
async function turns(person: Person): Promise<number[]> {
  const took: number[] = [];
  while (took.length < TURNS) {
    const began = performance.now();
    await person.chat.says('what needs POE');
    const passed = performance.now() - began;
    took.push(passed);
    await sleep(Math.max(0, EVERY_MS - passed));
  }
  return took;
}

/** Turns, while so many documents at once are read, again and again. */
async function turnsBeside(person: Person, path: string, name: string, atOnce: number): Promise<number[]> {
  let over = false;
  const readers = Array.from({ length: atOnce }, async () => {
    while (!over) await read(path, name);
  });
  const took = await turns(person);
  over = true;
  await Promise.all(readers);
  return took;
}

const world = await openWorld('sqlite', { readsInProcesses: true });
try {
  const long = join(work, 'long.pdf');
  writeFileSync(long, await longDocument());
  const folder = corpus();
  const { documents } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly documents: readonly { readonly file: string; readonly scan: boolean; readonly format: string }[];
  };
  const scan = documents.find(({ scan, format }) => scan && format === 'jpg')?.file ?? '';
  const person = world.teams.person({ name: 'Adele Vance' });
  await importRows(
    person,
    Array.from({ length: 50 }, (_, i) => ({
      claim: `CLM-${i}`,
      customer: `Customer ${i}`,
      owner: 'adelev@contoso.example',
    })),
  );
  const percentiles = (took: readonly number[]): string =>
    `median ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}`;
  const times = (took: readonly number[]): string =>
    `median ${ms(quantile(took, 0.5))}, longest ${ms(quantile(took, 1))}`;
  await turns(person);
  const idle = await turns(person);
  const besideText = await turnsBeside(person, long, 'long.pdf', 2);
  const besideScans = await turnsBeside(person, join(folder, scan), scan, 2);
  const idleAgain = await turns(person);
  figures('Turns beside documents that are read (two at once)', {
    [`a text document of ${PAGES} pages, alone`]: times(await readings(long, 'long.pdf')),
    'a scanned page, alone': times(await readings(join(folder, scan), scan)),
    'turns of an idle bot': percentiles(idle),
    'the same at the end': percentiles(idleAgain),
    'beside text documents': percentiles(besideText),
    'beside scanned pages': percentiles(besideScans),
  });
} finally {
  await world.dispose();
  rmSync(work, { recursive: true, force: true });
}
