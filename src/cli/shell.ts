/** What the commands from a shell have in common: whom they act for, and how they fail. */
import type { Config } from '../config.ts';
import { OperatorError, UserError } from '../errors.ts';

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const says = {
  tenant: '--tenant expects the directory (tenant) id, a GUID.',
  foreignTenant: '--tenant is none of the tenants that this bot serves. Check it against ALLOWED_TENANTS.',
} as const;

/** The tenant that was named, in lower case. @throws OperatorError where it is no directory id */
export function tenantNamed(given: string): string {
  if (!GUID.test(given)) throw new OperatorError(says.tenant);
  return given.toLowerCase();
}

/** @throws OperatorError for a tenant that this bot does not serve */
export function assertServed(tenantId: string, { allowedTenants }: Config): void {
  if (allowedTenants?.includes(tenantId) === false) throw new OperatorError(says.foreignTenant);
}

/** Theirs to cure: the sentence; a bug of ours: with its stack. */
export function shellFailureText(error: unknown, usage: string): string {
  if (error instanceof OperatorError || error instanceof UserError) return error.message;
  const { code = '', stack } = error as NodeJS.ErrnoException;
  return code.startsWith('ERR_PARSE_ARGS') ? usage : (stack ?? String(error));
}
