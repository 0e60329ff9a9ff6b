/** What the commands from a shell have in common: whom they act for, and how they fail. */
import type { Config } from '../config.ts';
import { OperatorError, UserError } from '../errors.ts';
import { type Problems, type ProblemTexts, problemText } from '../problems/index.ts';

/** Whoever works in a shell reads English: a command knows no person whose locale it could take. */
export const SHELL_LOCALE = 'en-US';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const shellTexts = {
  tenant: '--tenant expects the directory (tenant) id, a GUID.',
  foreignTenant: '--tenant is none of the tenants that this bot serves. Check it against ALLOWED_TENANTS.',
} as const;

/** The tenant that was named, in lower case. @throws OperatorError where it is no directory id */
export function tenantNamed(given: string): string {
  if (!GUID.test(given)) throw new OperatorError(shellTexts.tenant);
  return given.toLowerCase();
}

/** @throws OperatorError for a tenant that this bot does not serve */
export function assertServed(tenantId: string, { allowedTenants }: Config): void {
  if (allowedTenants?.includes(tenantId) === false) throw new OperatorError(shellTexts.foreignTenant);
}

/**
 * What the operator can put right: the sentence for it. A bug: with its stack.
 * @param problems the sentences for what the command may throw
 */
export function shellFailureText(
  error: unknown,
  usage: string,
  problems: Partial<ProblemTexts<Problems>> = {},
): string {
  if (error instanceof OperatorError) return error.message;
  const sentence = error instanceof UserError ? problemText(problems, error.problem, SHELL_LOCALE) : undefined;
  if (sentence !== undefined) return sentence;
  const { code = '', stack } = error as NodeJS.ErrnoException;
  return code.startsWith('ERR_PARSE_ARGS') ? usage : (stack ?? String(error));
}

/**
 * Runs a command to its end: lines to the standard output, what goes wrong to the other and into the exit code.
 * @param work what it does; what it throws is told as `shellFailureText` has it
 */
export async function runCommand(
  usage: string,
  work: (print: (line: string) => void) => Promise<void>,
  problems?: Partial<ProblemTexts<Problems>>,
): Promise<void> {
  // The data folder holds customers' documents: nobody else on this machine reads them.
  process.umask(0o077);
  try {
    await work((line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${shellFailureText(error, usage, problems)}\n`);
    process.exitCode = 1;
  }
}
