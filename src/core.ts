/** What stands below the conversation: a part of the composition root. The commands from a shell need no more than this. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Facets } from './claims/facets.ts';
import { ImportJobs } from './claims/import/jobs.ts';
import { ImportService } from './claims/import/service.ts';
import { Associations } from './claims/repository.ts';
import type { Config } from './config.ts';
import { People } from './people/people.ts';
import { createRights, type Rights } from './people/roles.ts';
import { openStore } from './storage/open-store.ts';
import type { DocStore, FileVault } from './storage/port.ts';
import { prepareTempFolder } from './storage/temp-folder.ts';
import { DAY_MS } from './time/local-day.ts';

export interface Core {
  readonly store: DocStore;
  readonly vault: FileVault;
  readonly people: People;
  readonly rights: Rights;
  readonly associations: Associations;
  readonly facets: Facets;
  readonly imports: ImportService;
  readonly tempDir: string;
}

/** Opens the store and builds the core. @throws OperatorError with a sentence for whoever starts it */
export async function openCore(
  config: Config,
  { realTime = () => new Date(), newId = randomUUID }: { realTime?: () => Date; newId?: () => string } = {},
): Promise<Core> {
  const { dataDir, mongodbUri } = config;
  const { store, vault } = await openStore({ dataDir, now: realTime, ...(mongodbUri !== undefined && { mongodbUri }) });
  const people = new People(store);
  const rights = createRights(config.leads);
  const associations = new Associations(store);
  const facets = new Facets(store);
  const jobs = new ImportJobs(store);
  const tempDir = join(dataDir, 'tmp');
  const alone = store.engine === 'sqlite';
  // Alone: whatever lies there is a dead process's. Else another instance may be at work on it.
  await prepareTempFolder(tempDir, new Date(Date.now() - (alone ? 0 : DAY_MS)));
  const imports = new ImportService({
    associations,
    facets,
    jobs,
    vault,
    rights,
    tempDir,
    newId,
    realTime,
    instance: newId(),
    alone,
  });
  return { store, vault, people, rights, associations, facets, imports, tempDir };
}
