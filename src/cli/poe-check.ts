/**
 * `npm run --silent poe-check -- FILE …`: what a document holds of what a POE is checked for. Exit code 0: all of it, 1: something lacks,
 * 2: the file is refused, or the command could not be understood.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError, UserError } from '../errors.ts';
import { fileProblems } from '../files/texts.ts';
import type { ClaimToCheck, Finding, FindingState, Findings } from '../poe/findings/finding.ts';
import { openDocument } from '../poe/findings/open-document.ts';
import type { ProblemCode } from '../problems/index.ts';
import { shellFailureText } from './shell.ts';

const checkTexts = {
  usage:
    'Usage: npm run --silent poe-check -- FILE [--name NAME] --customer C [--domain D] [--tenant-id T] --workload W … --partner P … --today YYYY-MM-DD [--json]',
  noFile: (path: string) => `There is no file ${path} that can be read here.`,
  notRead:
    'I cannot read this kind of document. A Word document (.docx) or a PDF lets me check it; it can be filed all the same.',
  partly: 'Not all of this document could be read, so what was not found is unclear.',
} as const;

type Refused =
  | 'zip-bomb'
  | 'damaged'
  | 'password'
  | 'too-many-pages'
  | 'macros'
  | 'type-mismatch'
  | 'empty'
  | 'unknown-type';

const REFUSED: Partial<Record<ProblemCode, Refused>> = {
  'file.zip-bomb': 'zip-bomb',
  'file.too-slow': 'zip-bomb',
  'file.damaged': 'damaged',
  'sheet.damaged': 'damaged',
  'file.protected': 'password',
  'file.too-many-pages': 'too-many-pages',
  'file.macros': 'macros',
  'file.loads-from-elsewhere': 'macros',
  'file.program-inside': 'macros',
  'file.acts-by-itself': 'macros',
  'file.unchecked-inside': 'macros',
  'file.type-mismatch': 'type-mismatch',
  'file.empty': 'empty',
  'file.executable': 'unknown-type',
  'file.markup': 'unknown-type',
  'file.convertible': 'unknown-type',
  'file.unsupported': 'unknown-type',
  'file.unsupported-extension': 'unknown-type',
  'file.unknown': 'unknown-type',
};

interface Evidence {
  readonly finding: string;
  readonly state: FindingState;
  readonly words?: string | undefined;
  readonly page?: number | undefined;
}

interface Command {
  readonly path: string;
  readonly name: string;
  readonly claim: ClaimToCheck;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** @throws OperatorError, or an error of `parseArgs` */
function readCommand(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: text,
      customer: text,
      domain: text,
      'tenant-id': text,
      workload: texts,
      partner: texts,
      today: text,
      json: { type: 'boolean', default: false },
    },
  });
  const { name, customer, domain, workload = [], partner = [], today = '', json } = values;
  const [path, another] = positionals;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today));
  if (path === undefined || another !== undefined || customer === undefined || partner.length === 0 || !isDay) {
    throw new OperatorError(checkTexts.usage);
  }
  const claim = { customer, domain, tenantId: values['tenant-id'], workloads: workload, partners: partner, today };
  return { path, name: name ?? basename(path), claim, json };
}

async function check({ path, name, claim }: Command): Promise<{ findings: Findings; note: string | undefined }> {
  const reading = await openDocument(path, name);
  try {
    const { gaps } = reading.facts;
    const note = gaps.includes('kind') ? checkTexts.notRead : gaps.length > 0 ? checkTexts.partly : undefined;
    return { findings: await reading.check(claim), note };
  } finally {
    await reading.close();
  }
}

function evidenceOf({ workloads, ...others }: Findings): Evidence[] {
  const evidence = (finding: string, { state, words, page }: Finding): Evidence => ({ finding, state, words, page });
  const { partner, customer, tenantOrDomain, signature, date, activities } = others;
  return [
    evidence('partner', partner),
    evidence('customer', customer),
    evidence('tenantOrDomain', tenantOrDomain),
    ...workloads.map(({ workload, finding }) => evidence(`workloads.${workload}`, finding)),
    evidence('signature', signature),
    evidence('date', date),
    evidence('activities', activities),
  ];
}

function statesOf({ workloads, ...others }: Findings): Record<string, unknown> {
  const { partner, customer, tenantOrDomain, signature, date, activities } = others;
  return {
    partner: partner.state,
    customer: customer.state,
    tenantOrDomain: tenantOrDomain.state,
    workloads: Object.fromEntries(workloads.map(({ workload, finding }) => [workload, finding.state])),
    signature: signature.state,
    date: date.state,
    activities: activities.state,
  };
}

function report(evidence: readonly Evidence[], note: string | undefined): string {
  const width = Math.max(...evidence.map(({ finding }) => finding.length));
  const lines = evidence.map(({ finding, state, words, page }) => {
    const rest = words === undefined ? '' : `  “${printable(words)}” (page ${page})`;
    return `${finding.padEnd(width)}  ${state.padEnd(7)}${rest}`;
  });
  return [...lines, ...(note === undefined ? [] : [note]), ''].join('\n');
}

/** Control characters of a document would work on the reader's terminal. */
function printable(words: string): string {
  return words.replace(/[\p{C}]+/gu, ' ');
}

function writeJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

async function main(): Promise<number> {
  const command = readCommand();
  try {
    const { findings, note } = await check(command);
    const evidence = evidenceOf(findings);
    if (command.json)
      writeJson({ refused: null, findings: statesOf(findings), evidence, ...(note !== undefined && { note }) });
    else process.stdout.write(report(evidence, note));
    return evidence.every(({ state }) => state === 'ok') ? 0 : 1;
  } catch (error) {
    const refused = error instanceof UserError ? REFUSED[error.problem.code] : undefined;
    if (refused === undefined) throw error;
    const sentence = shellFailureText(error, checkTexts.usage, fileProblems);
    if (command.json) writeJson({ refused, findings: null, evidence: [], note: sentence });
    else process.stderr.write(`${sentence}\n`);
    return 2;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const { syscall, path = '' } = error as NodeJS.ErrnoException;
  const sentence = syscall === undefined ? shellFailureText(error, checkTexts.usage) : checkTexts.noFile(path);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
