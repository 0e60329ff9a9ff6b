/**
 * `npm run sweep -- --dry-run [--tenant ID]`: the files in the store that nothing names any more, and what they take. Without
 * `--dry-run` it removes them, as the bot does by itself.
 */
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { countText, numberText } from '../format/count.ts';
import { sweepVault, sweptTenants } from '../storage/vault-sweep.ts';
import { withEverything } from './everything.ts';
import { assertServed, SHELL_LOCALE as LOCALE, runCommand, tenantNamed } from './shell.ts';

const FILES = { one: 'file', other: 'files' };

const sweepCommandTexts = {
  usage:
    'Usage: npm run --silent sweep -- [--dry-run] [--tenant ID]   (--dry-run: removes nothing; ID: the directory id of the tenant)',
  nothing: 'No file is left over.',
  would: (tenant: string, files: number, bytes: number) =>
    `Tenant ${tenant}: ${countText(files, FILES, LOCALE)} of ${numberText(bytes, LOCALE)} bytes in all would be removed: nothing names them.`,
  removed: (tenant: string, files: number, bytes: number) =>
    `Tenant ${tenant}: ${countText(files, FILES, LOCALE)} of ${numberText(bytes, LOCALE)} bytes in all removed, since nothing named them.`,
} as const;

interface Arguments {
  readonly dryRun: boolean;
  readonly tenant: string | undefined;
}

function readArguments(): Arguments {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' }, tenant: { type: 'string' } } });
  const { 'dry-run': dryRun = false, tenant } = values;
  return { dryRun, tenant: tenant === undefined ? undefined : tenantNamed(tenant) };
}

/** Whoever has the shell has the store: no further rights are asked for. */
async function sweep({ dryRun, tenant }: Arguments, config: Config, print: (line: string) => void): Promise<void> {
  if (tenant !== undefined) assertServed(tenant, config);
  await withEverything(config, async ({ core, files: names }) => {
    const text = dryRun ? sweepCommandTexts.would : sweepCommandTexts.removed;
    let found = 0;
    for (const tenantId of tenant === undefined ? await sweptTenants(names) : [tenant]) {
      const { files, bytes } = await sweepVault({ vault: core.vault, names, now: core.realTime(), dryRun }, tenantId);
      if (files > 0) print(text(tenantId, files, bytes));
      found += files;
    }
    if (found === 0) print(sweepCommandTexts.nothing);
  });
}

await runCommand(sweepCommandTexts.usage, (print) => sweep(readArguments(), parseConfig(process.env), print));
