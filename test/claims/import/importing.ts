/** Import services on a real store, for the tests of what interrupts them. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ClaimChanges } from '../../../src/claims/changes.ts';
import { Facets } from '../../../src/claims/facets.ts';
import { ImportJobs } from '../../../src/claims/import/jobs.ts';
import { ImportService } from '../../../src/claims/import/service.ts';
import { ClaimRepository } from '../../../src/claims/repository.ts';
import { ClaimUses } from '../../../src/claims/uses.ts';
import { People } from '../../../src/people/people.ts';
import type { Person } from '../../../src/people/person.ts';
import { createRights } from '../../../src/people/roles.ts';
import { Stamps } from '../../../src/storage/stamps.ts';
import { exportOf, type Row } from '../../e2e/world.ts';
import type { OpenEngine } from '../../support/engines.ts';
import { tasksHere } from '../../support/tasks-here.ts';

export const TENANT = 't1';

export function lead(userId = 'isaiah'): Person {
  return { _id: `${TENANT}/${userId}`, tenantId: TENANT, userId, name: userId, guest: false, reachable: true };
}

export interface Importing {
  readonly imports: ImportService;
  readonly claims: ClaimRepository;
  readonly facets: Facets;
  readonly uses: ClaimUses;
  /** The keys of owners whose claims were changed, as they were told. */
  readonly told: string[];
  /** Puts an export into the vault, as a drop does. */
  received(rows: readonly Row[], name?: string): Promise<{ sha256: string; name: string; size: number }>;
}

/** One instance of the bot, as far as imports go. */
export function importing({ store, vault, place }: OpenEngine, realTime = () => new Date()): Importing {
  const claims = new ClaimRepository(store);
  const facets = new Facets(store);
  const uses = new ClaimUses();
  const changes = new ClaimChanges(new Stamps(store), { warn: () => undefined });
  const told: string[] = [];
  changes.subscribe(async (_, owners) => {
    told.push(...owners);
  });
  const imports = new ImportService({
    claims,
    facets,
    changes,
    uses,
    jobs: new ImportJobs(store),
    people: new People(store),
    vault,
    rights: createRights(['isaiah', 'lynne']),
    tempDir: join(place.dataDir, 'tmp'),
    newId: randomUUID,
    realTime,
    instance: randomUUID(),
    exclusive: store.engine === 'sqlite',
  });
  return {
    imports,
    claims,
    facets,
    uses,
    told,
    async received(rows, name = 'export.csv') {
      const bytes = exportOf(rows);
      return { ...(await vault.put(TENANT, [bytes] as unknown as AsyncIterable<Uint8Array>, bytes.length)), name };
    },
  };
}

export function manyRows(n: number, customer = 'Customer'): Row[] {
  return Array.from({ length: n }, (_, i) => ({ claim: `CLM-${i}`, customer: `${customer} ${i}` }));
}

export const NEVER = new AbortController().signal;

/** Files are read in this process while the tests of a `describe` run: what happens to a process that reads is its own tests' matter. */
export function inThisProcess(): void {
  let tasks: Disposable;
  before(() => {
    tasks = tasksHere();
  });
  after(() => tasks[Symbol.dispose]());
}
