/** The store with all that features keep in it, for commands that go through all of it. */
import { join } from 'node:path';
import { createFeatures } from '../app.ts';
import { fileNamesOf } from '../background.ts';
import type { Config } from '../config.ts';
import { type Core, openCore } from '../core.ts';
import type { Records } from '../storage/records.ts';
import type { FileNames } from '../storage/vault-sweep.ts';
import { createTeams } from '../teams/teams.ts';

export interface Everything {
  readonly core: Core;
  readonly records: readonly Records[];
  readonly files: readonly FileNames[];
}

const CARDS_DIR = join(import.meta.dirname, '..', '..', 'adaptive-cards');

/** The store is open for the while, and set up. */
export function withEverything<T>(config: Config, use: (everything: Everything) => Promise<T>): Promise<T> {
  return withStoreAsItIs(config, async (everything) => {
    await everything.core.store.setUp();
    return use(everything);
  });
}

/** The same without making anything that is not there. */
export async function withStoreAsItIs<T>(config: Config, use: (everything: Everything) => Promise<T>): Promise<T> {
  const core = await openCore(config);
  try {
    const teams = createTeams(core, CARDS_DIR);
    const { features } = createFeatures(core, teams);
    const records = [core, teams, ...features].flatMap((one) => one.records ?? []);
    // Some are opened by what only a bot that serves does.
    for (const { collection } of records) core.store.collection(collection);
    return await use({ core, records, files: fileNamesOf(features, core) });
  } finally {
    await core.store.close();
  }
}
