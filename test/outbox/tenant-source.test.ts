import assert from 'node:assert/strict';
import { leaseByTenant } from '../../src/outbox/tenant-source.ts';
import type { Job } from '../../src/outbox/worker.ts';

const job: Job = { run: async () => undefined };
const jobs = (count: number): Job[] => Array.from({ length: count }, () => job);

describe('what is due in every tenant', () => {
  let warned: unknown[];
  let asked: string[];
  const log = { warn: (facts: { tenantId?: string }) => void warned.push(facts.tenantId) };

  beforeEach(() => {
    [warned, asked] = [[], []];
  });

  /** Leases what each tenant has, an error where it fails. */
  const lease = async (most: number, due: Record<string, number | Error>): Promise<number> => {
    const leased = await leaseByTenant(Object.keys(due), most, log, async (tenantId, room) => {
      asked.push(`${tenantId} ${room}`);
      const count = due[tenantId] ?? 0;
      if (count instanceof Error) throw count;
      return jobs(Math.min(count, room));
    });
    return leased.length;
  };

  it('is leased tenant after tenant, each as far as there is room', async () => {
    assert.equal(await lease(5, { a: 2, b: 0, c: 9 }), 5);
    assert.deepEqual(asked, ['a 5', 'b 3', 'c 3']);
  });

  it('is not asked for where there is no room left', async () => {
    assert.equal(await lease(3, { a: 3, b: 1 }), 3);
    assert.deepEqual(asked, ['a 3']);
  });

  it('is carried out in the others where one tenant cannot be asked, which is logged', async () => {
    assert.equal(await lease(5, { a: 2, b: new Error('away'), c: 1 }), 3);
    assert.deepEqual(warned, ['b']);
  });

  it('fails where no tenant can be asked: the source is broken', async () => {
    await assert.rejects(lease(5, { a: new Error('first'), b: new Error('second') }), /first/);
    assert.deepEqual(warned, ['a', 'b']);
  });

  it('is nothing where there is no tenant', async () => {
    assert.equal(await lease(5, {}), 0);
  });
});
