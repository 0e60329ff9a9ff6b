/** What `npm run doctor` looks at in the store. */
import type { Config } from '../config.ts';
import type { StoreFacts } from '../doctor/needs.ts';
import { knownLeads } from '../doctor/store.ts';
import { OperatorError, StoreAwayError, StoreInUseError } from '../errors.ts';
import { withStoreAsItIs } from './everything.ts';

/** Opened as the bot does, and closed again: the embedded store is for one process. */
export async function storeFacts(config: Config): Promise<StoreFacts> {
  try {
    return await withStoreAsItIs(config, async ({ core }) => {
      const state = await stateOf(core.store);
      return { state, ...(state === 'ready' && { knownLeads: await knownLeads(core.people, config) }) };
    });
  } catch (error) {
    if (error instanceof StoreInUseError) return { state: 'in use' };
    throw error;
  }
}

async function stateOf(store: { check(): Promise<void> }): Promise<StoreFacts['state']> {
  try {
    await store.check();
    return 'ready';
  } catch (error) {
    if (error instanceof StoreAwayError || !(error instanceof OperatorError)) throw error;
    return 'no indexes';
  }
}
