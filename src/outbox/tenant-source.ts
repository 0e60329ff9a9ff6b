/** Work that is done tenant by tenant, where one that fails does not hold up the others. */
import type { Job } from './worker.ts';

interface Log {
  warn(fields: object, message: string): void;
}

/**
 * Does the work in each of these tenants, one after the other. A tenant where it fails is logged.
 * @param failure for the log
 * @throws what the first tenant threw, where every one did: then the failure is not one of a single tenant
 */
export async function forEachTenant(
  tenants: readonly string[],
  { log, failure }: { readonly log: Log; readonly failure: string },
  work: (tenantId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const tenantId of tenants) {
    try {
      await work(tenantId);
    } catch (err) {
      failures.push(err);
      log.warn({ err, tenantId }, failure);
    }
  }
  if (failures.length > 0 && failures.length === tenants.length) throw failures[0];
}

/**
 * For a source of the outbox: leases what is due in these tenants, at most `most` jobs. What was leased in some tenants is carried out
 * also where others fail.
 * @param leaseIn leases what is due in one tenant, at most as many as there is room for
 * @throws what the first tenant threw, where every one did: then the whole source is broken
 */
export async function leaseByTenant(
  tenants: readonly string[],
  most: number,
  log: Log,
  leaseIn: (tenantId: string, room: number) => Promise<readonly Job[]>,
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  const failure = 'what is due in a tenant could not be asked for';
  await forEachTenant(tenants, { log, failure }, async (tenantId) => {
    if (jobs.length < most) jobs.push(...(await leaseIn(tenantId, most - jobs.length)));
  });
  return jobs;
}
