/** `npm run import -- FILE --tenant ID`: an import from a shell, through the same service as in the chat. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cardTexts } from '../cards/texts.ts';
import { columnsToMap, hasField } from '../claims/export-file/columns.ts';
import { createClaims } from '../claims/feature.ts';
import { createImportService } from '../claims/import/feature.ts';
import type { ImportJob, Preview } from '../claims/import/jobs.ts';
import { canImport } from '../claims/import/preview.ts';
import { doubtsText, hiddenRowsText, sheetsText } from '../claims/import/preview-card-parts.ts';
import { progressBar } from '../claims/import/progress-bar.ts';
import type { ImportService } from '../claims/import/service.ts';
import { importProblems, importTexts, rowProblemText } from '../claims/import/texts.ts';
import { type Config, parseConfig } from '../config.ts';
import { type Core, openCore } from '../core.ts';
import { FileTooLargeError, OperatorError, UserError } from '../errors.ts';
import { fileProblems } from '../files/texts.ts';
import type { Person } from '../people/person.ts';
import { assertServed, SHELL_LOCALE as LOCALE, runCommand, tenantNamed } from './shell.ts';

const importCommandTexts = {
  usage: 'Usage: npm run import -- FILE --tenant ID   (FILE: .csv or .xlsx; ID: the directory id of the tenant)',
  noFile: (path: string) => `There is no file ${path}.`,
  notAFile: (path: string) => `${path} is not a file.`,
  tooLarge: (name: string) => `${name} is larger than MAX_FILE_MB allows. Raise it, or split the file.`,
  noClaimId:
    'No column of this file holds claim IDs. Call one “Claim ID”, or drop the file into the chat, where columns can be mapped.',
  unknown: (headers: readonly string[]) => `Columns not recognised and left out: ${headers.join(', ')}`,
  nothingWritten: 'The import was interrupted before it began. Nothing was written.',
  waits: 'An import is being undone just now. The bot carries this one out when that is through.',
  interrupted: 'The import was interrupted. It resumes when the bot starts.',
} as const;

interface Request {
  readonly path: string;
  readonly tenantId: string;
}

function readArguments(): Request {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { tenant: { type: 'string' } } });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0 || values.tenant === undefined)
    throw new OperatorError(importCommandTexts.usage);
  // npm changes to the project's folder, and keeps the one that it was called from here.
  return { path: resolve(process.env.INIT_CWD ?? '', path), tenantId: tenantNamed(values.tenant) };
}

async function importFile({ path, tenantId }: Request, config: Config, signal: AbortSignal): Promise<void> {
  assertServed(tenantId, config);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile())
    throw new OperatorError(found === undefined ? importCommandTexts.noFile(path) : importCommandTexts.notAFile(path));
  const person = operator(tenantId);
  const core = await openCore({ ...config, leads: [person.userId] });
  try {
    const claims = createClaims(core);
    const imports = createImportService(core, claims);
    await core.store.setUp();
    await claims.prepare();
    const job = await receive(core, imports, person, path, config.maxFileBytes);
    const { preview } = job;
    if (preview === undefined) throw new UserError('import.gone');
    describe(preview);
    if (signal.aborted || !canImport(preview)) {
      await imports.cancel(person, job._id);
      if (signal.aborted) throw new OperatorError(importCommandTexts.nothingWritten);
      if (!hasField(preview.columns, 'claimId')) throw new OperatorError(importCommandTexts.noClaimId);
      return line(importTexts(LOCALE).nothingNew);
    }
    const { job: begun, started } = await imports.start(person, job._id);
    if (!started) throw new OperatorError(importCommandTexts.waits);
    const finished = await imports.run(begun, signal, showProgress);
    if (process.stdout.isTTY) line('');
    if (finished === undefined) throw new OperatorError(importCommandTexts.interrupted);
    if (finished.failure !== undefined) throw new UserError(finished.failure);
    if (finished.state !== 'done') throw new UserError('import.gone');
    line(importTexts(LOCALE).doneLine(finished.fileName, finished.counts, LOCALE));
  } finally {
    await core.store.close();
  }
}

async function receive(
  { vault }: Core,
  imports: ImportService,
  person: Person,
  path: string,
  maxBytes: number,
): Promise<ImportJob> {
  const name = basename(path);
  try {
    const { sha256, size } = await vault.put(person.tenantId, createReadStream(path), maxBytes);
    return await imports.receive(person, { sha256, size, name });
  } catch (error) {
    throw error instanceof FileTooLargeError ? new OperatorError(importCommandTexts.tooLarge(name)) : error;
  }
}

/** Whoever has the shell has the store: they act as a lead of the tenant that they name. */
function operator(tenantId: string): Person {
  return {
    _id: `${tenantId}/operator`,
    tenantId,
    userId: 'operator',
    name: 'Operator',
    guest: false,
    reachable: false,
  };
}

function describe(preview: Preview): void {
  const { rows, claims, columns, bad, badCount } = preview;
  line(importTexts(LOCALE).size(rows, claims, LOCALE));
  const remarks = [sheetsText(preview, LOCALE), hiddenRowsText(preview, LOCALE), doubtsText(preview, LOCALE)];
  for (const remark of remarks) if (remark !== '') line(remark);
  const unknown = columnsToMap(columns).map(({ header }) => header);
  if (unknown.length > 0) line(importCommandTexts.unknown(unknown));
  for (const row of bad) line(importTexts(LOCALE).badRow(row, rowProblemText(row.problem, LOCALE), LOCALE));
  if (badCount > bad.length) line(cardTexts(LOCALE).andMore(badCount - bad.length, LOCALE));
}

/** On a terminal only: in a log the result is enough. */
function showProgress({ claimsDone, preview }: ImportJob): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${progressBar(claimsDone, preview?.claims ?? 0, LOCALE)} `);
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort());
await runCommand(
  importCommandTexts.usage,
  () => importFile(readArguments(), parseConfig(process.env), stopping.signal),
  { ...fileProblems, ...importProblems },
);
