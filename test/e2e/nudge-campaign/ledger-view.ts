/** A look into the ledger from outside of the bots, while they work on it. Reads only. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { NUDGES } from '../../../src/delivery/ledger.ts';
import type { Nudge } from '../../../src/delivery/nudge.ts';
import { NUDGE_SENDERS } from '../../../src/delivery/sender-lease.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import type { Doc } from '../../../src/storage/port.ts';
import type { Place } from '../../support/engines.ts';
import { TENANT } from '../../support/teams.ts';

interface Holder extends Doc {
  readonly holder: string;
}

export interface LedgerView {
  /** In these states; of all when none is named. */
  rows(...states: Nudge['state'][]): Promise<Nudge[]>;
  leased(): Promise<number>;
  /** @param nowMs real time as the bots have it */
  due(nowMs: number): Promise<number>;
  /** The bot that sends, as it calls itself. */
  sender(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Once the store has been seeded. */
export async function viewLedger(place: Place): Promise<LedgerView> {
  return place.mongodbUri === undefined ? viewFile(place.dataDir) : viewStore(place);
}

/** SQLite: another process has the store, and only that one may open it as a store. */
function viewFile(dataDir: string): LedgerView {
  const file = new Sqlite(join(dataDir, 'store.sqlite'), { readonly: true });
  const all = file.prepare('SELECT doc FROM nudges');
  const some = file.prepare('SELECT doc FROM nudges WHERE tenantId = ? AND "f.state" = ?');
  const due = file.prepare('SELECT COUNT(*) AS n FROM nudges WHERE tenantId = ? AND "f.state" = ? AND "f.due" <= ?');
  const leased = file.prepare('SELECT COUNT(*) AS n FROM nudges WHERE tenantId = ? AND "f.state" = ?');
  const holder = file.prepare('SELECT doc FROM nudge_senders');
  const count = (found: unknown): number => (found as { n: number }).n;
  return {
    rows: async (...states) => {
      const found = states.length === 0 ? all.all() : states.flatMap((state) => some.all(TENANT, state));
      return found.map((row) => JSON.parse((row as { doc: string }).doc) as Nudge);
    },
    leased: async () => count(leased.get(TENANT, 'leased')),
    due: async (nowMs) => count(due.get(TENANT, 'due', new Date(nowMs).toISOString())),
    sender: async () => {
      const found = holder.get() as { doc: string } | undefined;
      return found && (JSON.parse(found.doc) as Holder).holder;
    },
    close: async () => void file.close(),
  };
}

async function viewStore(place: Place): Promise<LedgerView> {
  const { store } = await openStore({ ...place, now: () => new Date() });
  const nudges = store.collection<Nudge>(NUDGES);
  const senders = store.collection<Holder>(NUDGE_SENDERS);
  return {
    rows: (...states) => nudges.find(TENANT, states.length === 0 ? {} : { state: { $in: states } }),
    leased: () => nudges.countDocuments(TENANT, { state: 'leased' }),
    due: (nowMs) => nudges.countDocuments(TENANT, { state: 'due', due: { $lte: new Date(nowMs).toISOString() } }),
    sender: async () => (await senders.findOne(TENANT, {}))?.holder,
    close: () => store.close(),
  };
}
