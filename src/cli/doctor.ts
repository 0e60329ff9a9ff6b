/**
 * `npm run --silent doctor -- [--json] [--package FILE] [--seconds N]`: checks how the bot is set up, and says the cure of each fault. It signs
 * in as the bot, and writes one document to try the store, as the bot does. Exit code 1 where there is a fault.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, parseConfig } from '../config.ts';
import { type CheckResult, fault, runChecks } from '../doctor/check.ts';
import { allChecks } from '../doctor/checks.ts';
import type { StoreFacts } from '../doctor/needs.ts';
import { checkNames, doctorTexts } from '../doctor/texts.ts';
import { OperatorError } from '../errors.ts';
import { countText } from '../format/count.ts';
import { SECOND_MS } from '../time/units.ts';
import { SHELL_LOCALE as LOCALE, shellFailureText } from './shell.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const doctorCommandTexts = {
  usage:
    'Usage: npm run --silent doctor -- [--json] [--package FILE] [--seconds N]   (FILE: the app package, manifest/build/cpor-assistant.zip by default; N: what each check may take, 8 by default)',
  seconds: '--seconds expects a whole number from 1 to 120.',
  sum: (checks: number, warnings: number, faults: number) =>
    `${countText(checks, { one: 'check', other: 'checks' }, LOCALE)}: ${countText(faults, { one: 'fault', other: 'faults' }, LOCALE)}, ${countText(warnings, { one: 'warning', other: 'warnings' }, LOCALE)}.`,
} as const;

interface Arguments {
  readonly json: boolean;
  readonly packageFile: string;
  readonly withinMs: number;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, package: { type: 'string' }, seconds: { type: 'string' } },
  });
  const { json = false, seconds = '8' } = values;
  const packageFile = values.package ?? join(ROOT, 'manifest', 'build', 'cpor-assistant.zip');
  if (!/^\d{1,3}$/.test(seconds) || Number(seconds) < 1 || Number(seconds) > 120)
    throw new OperatorError(doctorCommandTexts.seconds);
  return { json, packageFile, withinMs: Number(seconds) * SECOND_MS };
}

async function examine(env: NodeJS.ProcessEnv, { packageFile, withinMs }: Arguments): Promise<CheckResult[]> {
  let config: Config;
  try {
    config = parseConfig(env);
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    const errors = error instanceof ConfigError ? error.errors : [error];
    return errors.map(({ message: says }) => ({
      name: checkNames.configuration,
      ...fault(says, doctorTexts.configurationCure),
    }));
  }
  const facts = isNew(config) ? Promise.resolve({ state: 'not there' } as const) : openedFacts(config);
  // Before the others begin: to load the bot and to open a large store may keep this process from hearing what they are answered.
  await Promise.allSettled([facts]);
  const store = (): Promise<StoreFacts> => facts;
  return runChecks(allChecks({ config, env, realTime: () => new Date(), store, packageFile }), withinMs);
}

/** Its folder is for the bot to make, so that it is the bot's user who owns it. */
function isNew({ mongodbUri, dataDir }: Config): boolean {
  return mongodbUri === undefined && !existsSync(dataDir);
}

/** Loaded only now: it is all of the bot. */
async function openedFacts(config: Config): Promise<StoreFacts> {
  const { storeFacts } = await import('./store-facts.ts');
  return storeFacts(config);
}

function report(results: readonly CheckResult[], json: boolean): string {
  const [warnings, faults] = (['warning', 'fault'] as const).map(
    (state) => results.filter((one) => one.state === state).length,
  );
  if (json) return JSON.stringify({ faults, warnings, checks: results }, undefined, 2);
  return [
    ...results.flatMap(({ name, state, says, cure }) => [
      `${state.padEnd(WIDTH)} ${name}: ${printable(says)}`,
      ...(cure === undefined ? [] : [`${' '.repeat(WIDTH)} → ${printable(cure)}`]),
    ]),
    doctorCommandTexts.sum(results.length, warnings ?? 0, faults ?? 0),
  ].join('\n');
}

const WIDTH = 'warning'.length;

/** Hosts and names come from the environment: control characters would work on the reader's terminal. */
function printable(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}

// What the store makes is the bot's, and nobody else's on this machine.
process.umask(0o077);
try {
  const args = readArguments();
  const results = await examine(process.env, args);
  process.stdout.write(`${report(results, args.json)}\n`);
  if (results.some(({ state }) => state === 'fault')) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${shellFailureText(error, doctorCommandTexts.usage)}\n`);
  process.exitCode = 1;
}
