/** For a source of the outbox that leases tenant by tenant. */
import type { Job } from './worker.ts';

interface Log {
  warn(fields: object, message: string): void;
}

/**
 * Leases what is due in these tenants, at most `most` jobs. A tenant where that fails is logged and left out: what was leased in
 * others is carried out all the same.
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
  const failures: unknown[] = [];
  for (const tenantId of tenants) {
    if (jobs.length >= most) break;
    try {
      jobs.push(...(await leaseIn(tenantId, most - jobs.length)));
    } catch (err) {
      failures.push(err);
      log.warn({ err, tenantId }, 'what is due in a tenant could not be asked for');
    }
  }
  if (failures.length > 0 && failures.length === tenants.length) throw failures[0];
  return jobs;
}
