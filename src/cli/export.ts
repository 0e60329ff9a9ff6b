/** `npm run export -- --tenant ID --to FOLDER`: all that is kept of a tenant, as JSON lines and files. */
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { OperatorError } from '../errors.ts';
import { countText, numberText } from '../format/count.ts';
import { exportTenant } from '../personal-data/tenant-export.ts';
import { withEverything } from './everything.ts';
import { SHELL_LOCALE as LOCALE, runCommand, tenantNamed } from './shell.ts';

const exportCommandTexts = {
  usage:
    'Usage: npm run --silent export -- --tenant ID --to FOLDER   (ID: the directory id of the tenant; FOLDER: a new one)',
  nothing: (tenant: string) => `Nothing is kept of tenant ${tenant}.`,
  written: (folder: string, documents: number, files: number, bytes: number) =>
    `${folder}: ${countText(documents, { one: 'document', other: 'documents' }, LOCALE)} and ${countText(files, { one: 'file', other: 'files' }, LOCALE)} of ${numberText(bytes, LOCALE)} bytes in all.`,
  missing: (files: number) =>
    `${countText(files, { one: 'file', other: 'files' }, LOCALE)} that documents name could not be found: see “missing” in export.json.`,
} as const;

interface Arguments {
  readonly tenant: string;
  readonly folder: string;
}

/** @throws OperatorError with the usage where an argument is missing */
function readArguments(): Arguments {
  const { values } = parseArgs({ options: { tenant: { type: 'string' }, to: { type: 'string' } } });
  const { tenant, to: folder } = values;
  if (tenant === undefined || !folder) throw new OperatorError(exportCommandTexts.usage);
  return { tenant: tenantNamed(tenant), folder };
}

/** Whoever has the shell has the store: no further rights are asked for. Also of a tenant that is served no more. */
async function run({ tenant, folder }: Arguments, config: Config, print: (line: string) => void): Promise<void> {
  const { documents, files, bytes, missing } = await withEverything(config, ({ core, ...kept }) =>
    exportTenant({ ...core, ...kept, now: core.realTime() }, tenant, folder),
  );
  const count = Object.values(documents).reduce((sum, n) => sum + n, 0);
  if (count === 0) print(exportCommandTexts.nothing(tenant));
  print(exportCommandTexts.written(folder, count, files, bytes));
  if (missing.length > 0) print(exportCommandTexts.missing(missing.length));
}

await runCommand(exportCommandTexts.usage, (print) => run(readArguments(), parseConfig(process.env), print));
