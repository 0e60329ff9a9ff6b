/**
 * Our reader of .xlsx beside SheetJS: what each shows, cell by cell, of all workbooks of a folder.
 *
 *     node bench/xlsx-readers.ts FOLDER     prints the cells that differ
 *     node bench/xlsx-readers.ts            time and memory of both, each size in a process of its own (Linux only)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { openSheets } from '../src/files/sheet/open-sheets.ts';
import { cleanCell } from '../src/files/sheet/sheet.ts';
import { buildXlsx } from '../test/support/xlsx.ts';

/** `sheet!A1` → text. */
type Shown = ReadonlyMap<string, string>;

async function ours(path: string, most = Number.POSITIVE_INFINITY): Promise<Shown> {
  const shown = new Map<string, string>();
  for (const sheet of (await openSheets(path)).sheets)
    for await (const { line, cells } of sheet.rows())
      for (const [column, text] of cells.entries())
        if (text !== '' && shown.size < most)
          shown.set(`${sheet.name}!${utils.encode_cell({ r: line - 1, c: column })}`, text);
  return shown;
}

interface DenseCell {
  readonly w?: string;
  readonly v?: unknown;
}

function sheetJs(path: string, most = Number.POSITIVE_INFINITY): Shown {
  const shown = new Map<string, string>();
  const book = read(readFileSync(path), { dense: true, cellStyles: true, WTF: true });
  for (const name of book.SheetNames) {
    const { '!data': rows = [] } = (book.Sheets[name] ?? {}) as { '!data'?: (DenseCell | undefined)[][] };
    for (const [r, cells] of rows.entries())
      for (const [c, cell] of (cells ?? []).entries()) {
        const text = cleanCell(String(cell?.w ?? cell?.v ?? ''));
        if (text !== '' && shown.size < most) shown.set(`${name}!${utils.encode_cell({ r, c })}`, text);
      }
  }
  return shown;
}

const READERS = { ours, SheetJS: sheetJs };
const SHOWN = 5;

async function compare(folder: string): Promise<void> {
  const totals = {
    workbooks: 0,
    cells: 0,
    differ: 0,
    'only ours': 0,
    'only SheetJS': 0,
    'ours refuses': 0,
    'SheetJS refuses': 0,
  };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.xls[xm]$/i.test(name));
  for (const file of files.sort()) {
    const path = join(folder, file);
    const shown = await Promise.all(
      [ours, sheetJs].map(async (reader) => reader(path)).map((one) => one.catch((error: unknown) => error)),
    );
    const [mine, other] = shown;
    totals.workbooks++;
    if (!(mine instanceof Map)) totals['ours refuses']++;
    if (!(other instanceof Map)) totals['SheetJS refuses']++;
    if (!(mine instanceof Map && other instanceof Map)) {
      console.log(
        `${file}: ${[mine, other].map((one) => (one instanceof Map ? `${one.size} cells` : reasonOf(one))).join(' / ')}`,
      );
      continue;
    }
    const lines: string[] = [];
    for (const key of new Set([...mine.keys(), ...other.keys()])) {
      totals.cells++;
      const [a, b] = [mine.get(key), other.get(key)];
      if (a === b) continue;
      totals[a === undefined ? 'only SheetJS' : b === undefined ? 'only ours' : 'differ']++;
      lines.push(`  ${key}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`);
    }
    if (lines.length === 0) continue;
    console.log(`${file}: ${lines.length} of ${mine.size} cells`);
    console.log(lines.slice(0, SHOWN).join('\n'));
  }
  console.log(totals);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 100) : String(error);
}

/** Rows and columns. */
const SIZES = [
  [100_000, 12],
  [200_000, 12],
  [1_000_000, 4],
] as const;

function measure(): void {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-readers-'));
  for (const [rows, columns] of SIZES) {
    const path = join(folder, `${rows}.xlsx`);
    run('write', path, String(rows), String(columns));
    for (const reader of Object.keys(READERS))
      console.log(`${rows} rows, ${columns} columns, ${reader}: ${run(reader, path)}`);
    rmSync(path);
  }
  rmSync(folder, { recursive: true });
}

/** In a process of its own: memory of one does not count for another. */
function run(...args: string[]): string {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', import.meta.filename, ...args],
    {
      encoding: 'utf8',
    },
  );
  return status === 0 ? stdout.trim() : `ended with ${signal ?? status}: ${stderr.slice(-300)}`;
}

async function measured(reader: (path: string, most: number) => unknown, path: string): Promise<void> {
  const before = process.cpuUsage();
  await reader(path, 0);
  const { user, system } = process.cpuUsage(before);
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  console.log(
    `${((user + system) / 1e6).toFixed(1)} s of processor time, ${Math.round(Number(peak) / 1024)} MiB at most`,
  );
}

function write(path: string, rows: number, columns: number): void {
  const cells = (i: number): (string | number)[] =>
    Array.from({ length: columns }, (_, c) => (c === 0 ? `CLM-${i}` : c % 3 === 0 ? i : `Contoso ${c} ${i % 5_000}`));
  writeFileSync(path, buildXlsx([{ rows: Array.from({ length: rows }, (_, i) => cells(i)) }], { level: 1 }));
}

const [first, path = '', rows, columns] = process.argv.slice(2);
if (first === undefined) measure();
else if (first === 'write') write(path, Number(rows), Number(columns));
else if (first === 'ours' || first === 'SheetJS') await measured(READERS[first], path);
else await compare(first);
