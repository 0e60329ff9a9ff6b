/**
 * Exports as people and programs spoil them, with what each row of theirs was meant to say: a fuzzer's inputs, and its judge. A row is to be
 * read as it was meant, or to be named; nothing else in the file may become a claim.
 */
import { array, nat, noBias } from 'fast-check';
import type { ReadClaims } from '../../src/claims/export-file/read-file.ts';
import { encodedAs } from './encodings.ts';
import { buildXlsx, type Cell } from './xlsx.ts';

/**
 * What an export is made by: a number for each choice, from the end, and where there is none, 0, the plainest. So fewer of them, which begin
 * later, and smaller ones make a plainer export.
 */
export const choices = noBias(array(nat(9_999), { maxLength: 800, size: 'max' }));

/** The next choice, from 0 to below a bound. */
type Random = (bound: number) => number;

/** What a row was meant to say. */
interface MeantRow {
  readonly claimId: string;
  readonly customer: string;
  readonly domain: string;
  readonly program: string;
  readonly workload: string;
  readonly status: string;
}

interface PlacedRow extends MeantRow {
  readonly line: number;
}

export interface RandomExport {
  readonly bytes: Uint8Array;
  readonly rows: readonly PlacedRow[];
  /** What was done to it. */
  readonly how: readonly string[];
}

const HEADERS: Readonly<Record<keyof MeantRow, readonly string[]>> = {
  claimId: [
    'Claim ID',
    'claimId',
    'CLAIM_ID',
    'Association ID',
    'Claim number',
    '="Claim ID"',
    'Claim\u00adID',
    'Claim\u00a0ID',
  ],
  customer: ['Customer', 'Customer Name', 'customerName', 'Company', '"Customer"', 'Customer name (legal)'],
  domain: ['Domain', 'Customer Domain', 'Primary domain'],
  program: ['Program', 'Incentive program', 'Engagement', 'Programme'],
  workload: ['Workload', 'Workload name', 'Product'],
  status: ['Status', 'Claim status', 'Association Status'],
};
const FIELDS = Object.keys(HEADERS) as (keyof MeantRow)[];
const CUSTOMERS = [
  'Contoso',
  'Fabrikam, Ltd',
  'A. Datum "AD" Corp',
  'Northwind; Traders',
  'Wide World | Importers',
  'Tailspin\tToys',
  'Müller & Söhne',
  'Łódź Spółka',
  'O’Hara – Partners',
  '24" Screens',
  'Line one\nline two',
  'Booking.com',
  '"Quoted"',
  'Zoë',
  '株式会社',
  'Газпром',
];
const REMARKS = [
  'Total',
  'Grand total: 12',
  '***END OF FILE***',
  'Applied filters:\nStatus is Approved',
  'Exported by the finance team on June 1',
  '---',
  'Count: 7',
  'Confidential, do not forward',
];

export function randomExport(chosen: readonly number[]): RandomExport {
  let next = 0;
  const random: Random = (bound) => (chosen.at(--next) ?? 0) % bound;
  const how: string[] = [];
  const rows = meantRows(random);
  const lineOf = new Map<MeantRow, number>();
  const make = chance(random, 0.5) ? textFile : workbook;
  const bytes = make(rows, { random, how, lineOf });
  return { bytes, rows: rows.map((row) => ({ ...row, line: lineOf.get(row) ?? 0 })), how };
}

interface Making {
  readonly random: Random;
  readonly how: string[];
  readonly lineOf: Map<MeantRow, number>;
}

function meantRows(random: Random): MeantRow[] {
  const prefix = pick(random, ['CLM-', 'A', 'ABC-2020-', '', 'MPN/']);
  return Array.from({ length: 3 + random(12) }, (_, i) => ({
    claimId: `${prefix}${1_000_001 + i}`,
    customer: `${pick(random, CUSTOMERS)} ${String.fromCharCode(65 + i)}`,
    domain: `customer${i}.example`,
    program: pick(random, ['OSU Microsoft 365', 'OSA Sell', 'OSU Business Applications']),
    workload: pick(random, ['Teams', 'Exchange Online', 'Intune']),
    status: pick(random, ['Approved', 'Rejected', 'Submitted']),
  }));
}

/** The columns in some order, some with others between them. */
function headerOf(random: Random): {
  readonly fields: readonly (keyof MeantRow | undefined)[];
  readonly headers: readonly string[];
} {
  const fields: (keyof MeantRow | undefined)[] = shuffled(random, FIELDS);
  for (let more = random(3); more > 0; more--) fields.splice(random(fields.length + 1), 0, undefined);
  return {
    fields,
    headers: fields.map((field, i) => (field === undefined ? `Extra ${i}` : pick(random, HEADERS[field]))),
  };
}

const ENCODED: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
};

function textFile(rows: readonly MeantRow[], { random, how, lineOf }: Making): Uint8Array {
  const delimiter = pick(random, [',', ';', '\t', '|']);
  const eol = pick(random, ['\r\n', '\n', '\r']);
  how.push(`text by ${JSON.stringify(delimiter)}`);
  const { fields, headers } = headerOf(random);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const needs = (cell: string): boolean => /["\n\r]/.test(cell) || cell.includes(delimiter);
  const always = chance(random, 0.3);
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => (always || needs(cell) ? quoted(cell) : cell)).join(delimiter);
  const lines = titles(random, how).map((title) => line([title]));
  lines.push(line(headers));
  const extra = chance(random, 0.1) ? delimiter : '';
  for (const row of rows) {
    if (chance(random, 0.05)) lines.push('');
    if (chance(random, 0.05)) lines.push(line(headers));
    if (chance(random, 0.1)) lines.push(line([pick(random, REMARKS)]));
    lineOf.set(row, lines.join('\n').split('\n').length + 1);
    lines.push(spoiledLine(cellsOf(row, fields, random, how), { line, quoted, delimiter, random, how }) + extra);
  }
  for (let more = random(3); more > 0; more--)
    lines.push(line([pick(random, REMARKS), ...headers.slice(1).map(() => '')]));
  const text = lines.join(eol);
  const encoding = chance(random, 0.15) ? legacyFor(text) : undefined;
  if (encoding === undefined) return pick(random, Object.values(ENCODED))(text);
  how.push(encoding);
  return encodedAs(encoding, text);
}

/** An encoding that has all the letters of a text, other than Unicode. */
function legacyFor(text: string): string | undefined {
  return ['windows-1252', 'windows-1250', 'windows-1251', 'shift_jis'].find((encoding) => {
    try {
      return encodedAs(encoding, text).length > 0 && /\P{ASCII}/u.test(text);
    } catch {
      return false;
    }
  });
}

function titles(random: Random, how: string[]): string[] {
  if (!chance(random, 0.3)) return [];
  const count = 1 + random(chance(random, 0.2) ? 150 : 4);
  how.push(`${count} titles`);
  return Array.from({ length: count }, (_, i) => (chance(random, 0.3) ? '' : `Report of all associations, part ${i}`));
}

function cellsOf(
  row: MeantRow,
  fields: readonly (keyof MeantRow | undefined)[],
  random: Random,
  how: string[],
): string[] {
  return fields.map((field) => {
    if (field === undefined) return chance(random, 0.3) ? '' : `x${random(9)}`;
    return field === 'claimId' ? spelledId(row.claimId, random, how) : row[field];
  });
}

function spelledId(id: string, random: Random, how: string[]): string {
  if (!chance(random, 0.2)) return id;
  how.push('spelled ID');
  return pick(random, [
    `="${id}"`,
    `'${id}`,
    `\u200e${id}\u200b`,
    id.replaceAll('-', '\u2011'),
    id.replaceAll('-', '–'),
    ` ${id}\u00a0`,
    id.toLowerCase(),
  ]);
}

interface Spoiling {
  readonly line: (cells: readonly string[]) => string;
  readonly quoted: (cell: string) => string;
  readonly delimiter: string;
  readonly random: Random;
  readonly how: string[];
}

/** A record as a program that knows little of quotation marks writes it. */
function spoiledLine(cells: readonly string[], { line, quoted, delimiter, random, how }: Spoiling): string {
  if (!chance(random, 0.25)) return line(cells);
  const at = random(cells.length);
  const kind = pick(random, ['undoubled', 'blanks', 'whole', 'opens', 'closes', 'inner', 'unquoted', 'cut', 'behind']);
  how.push(kind);
  const with1 = (change: (cell: string) => string): string =>
    cells.map((cell, i) => (i === at ? change(cell) : line([cell]))).join(delimiter);
  switch (kind) {
    case 'undoubled':
      return with1((cell) => `"${cell}"`);
    case 'blanks':
      return cells.map((cell) => line([cell])).join(`${delimiter} `);
    case 'whole':
      return quoted(line(cells)) + (chance(random, 0.5) ? delimiter.repeat(cells.length - 1) : '');
    case 'opens':
      return with1((cell) => `"${cell}`);
    case 'closes':
      return with1((cell) => `${cell.replaceAll('\n', ' ')}"`);
    case 'inner':
      return with1((cell) => `"${cell.slice(0, 3)}"${cell.slice(3)}"`);
    case 'unquoted':
      // Nobody can tell a line break that stands in a cell from the end of its row.
      return cells.map((cell) => cell.replaceAll('\n', ' ')).join(delimiter);
    case 'behind':
      return with1((cell) => `${quoted(cell)} `);
    default:
      return line(cells.slice(0, Math.max(1, cells.length - 1 - random(3))));
  }
}

function workbook(rows: readonly MeantRow[], { random, how, lineOf }: Making): Uint8Array {
  how.push('workbook');
  const parts = chance(random, 0.3) ? [rows.slice(0, 2), rows.slice(2)] : [rows];
  const sheets = parts.map((part, index) => {
    const { fields, headers } = headerOf(random);
    const lines: (readonly Cell[] | undefined)[] = titles(random, how).map((title) => [title]);
    lines.push(headers);
    const hiddenLines: number[] = [];
    for (const row of part) {
      if (chance(random, 0.05)) lines.push(undefined);
      if (chance(random, 0.1)) lines.push([pick(random, REMARKS)]);
      if (chance(random, 0.1)) hiddenLines.push(lines.length + 1);
      lineOf.set(row, lines.length + 1);
      lines.push(cellsOf(row, fields, random, how).map((cell, i) => workbookCell(cell, fields[i], random, how)));
    }
    if (chance(random, 0.3)) lines.push([pick(random, REMARKS)]);
    return { name: `Part ${index + 1}`, rows: lines, hiddenLines };
  });
  if (chance(random, 0.3))
    sheets.splice(random(2), 0, { name: 'Notes', rows: [['Ask the finance team']], hiddenLines: [] });
  const main = pick(random, ['xl/workbook.xml', 'xl/workbook2.xml', 'book.xml']);
  const marked = chance(random, 0.2);
  return buildXlsx(sheets, {
    strings: pick(random, ['shared', 'inline']),
    // Rows without their numbers are counted.
    withoutReferences: chance(random, 0.1) && sheets.every((sheet) => !sheet.rows.includes(undefined)),
    workbook: main,
    move: (name) => (chance(random, 0.1) ? name.toUpperCase() : name),
    ...(marked && { encode: (xml: string) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le') }),
  });
}

/** Excel makes numbers and dates of IDs, and shows numbers by their formats. */
function workbookCell(cell: string, field: keyof MeantRow | undefined, random: Random, how: string[]): Cell {
  if (field !== 'claimId' || !chance(random, 0.1)) return cell;
  const digits = /\d+$/.exec(cell)?.[0];
  const kind = pick(random, ['date', 'rounded', 'format', 'error']);
  how.push(kind);
  if (kind === 'date') return { value: 43_891, format: 'd\\-mmm' };
  if (kind === 'rounded') return 1.234e15;
  if (kind === 'error' || digits === undefined) return { error: '#REF!' };
  const before = cell.slice(0, -digits.length);
  return { value: Number(digits), format: `${before === '' ? '' : `"${before}"`}${'0'.repeat(digits.length)}` };
}

/** What is wrong with what was read of a random export; empty where nothing is. */
export function faultsOf({ rows }: RandomExport, { summary, importedClaims }: ReadClaims): string[] {
  const faults: string[] = [];
  // Letters in a wrong encoding are seen in the preview, where another can be chosen.
  const guessed = summary.encoding !== undefined && !summary.encoding.startsWith('utf');
  const keyOf = (id: string): string => (guessed ? id.replaceAll(/\P{ASCII}/gu, '-') : id).toLowerCase();
  const missing = new Map(rows.map((row) => [row.claimId.toLowerCase(), row]));
  for (const { fields, workloads } of importedClaims()) {
    const row = missing.get(keyOf(fields.claimId));
    if (row === undefined) {
      faults.push(`“${fields.claimId}” became a claim`);
      continue;
    }
    missing.delete(keyOf(fields.claimId));
    const { customerDomain = '', program, status } = fields;
    const customerName = guessed ? row.customer : fields.customerName;
    const named = workloads.filter(({ placeholder }) => !placeholder).map(({ name }) => name);
    // A mark too many within a name is no harm; one between two columns is.
    const plain = (name: string): string => name.replaceAll('"', '').replace(/\s+/g, ' ').trim();
    const read = { customer: plain(customerName), domain: customerDomain, program, status, workload: named.join() };
    for (const [field, value] of Object.entries({ ...row, customer: plain(row.customer) })) {
      const is = (read as Record<string, string>)[field];
      if (is !== undefined && is !== '' && is !== value)
        faults.push(`${row.claimId}: ${field} is “${is}”, not “${value}”`);
    }
  }
  const lines = new Set(summary.bad.map(({ line }) => line));
  for (const { claimId, line } of missing.values())
    if (!lines.has(line)) faults.push(`${claimId} on line ${line} is neither read nor named`);
  return faults;
}

function chance(random: Random, probability: number): boolean {
  return random(100) >= 100 * (1 - probability);
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random(list.length)] as T;
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(random(rest.length), 1));
}
