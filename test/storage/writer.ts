/** A child process of the tests: writes to the store in the folder given until it is killed, and says what was acknowledged. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/storage/open-store.ts';
import type { Doc } from '../../src/storage/port.ts';

const [dataDir = ''] = process.argv.slice(2);
const { store, vault } = await openStore({ dataDir, now: () => new Date() });
const steps = store.collection<Doc & { n: number }>({ name: 'steps', indexes: [{ fields: ['n'], unique: true }] });
const counters = store.collection<Doc & { n: number }>({ name: 'counters' });
await store.setUp();

for (let n = (await steps.countDocuments('t', {})) + 1; ; n++) {
  // First: the writer after this one goes on behind a step that is there, and would leave out its file.
  if (n % 20 === 0) await vault.put('t', bytes(n), 1_000_000);
  await steps.insertOne('t', { _id: `${n}`, n });
  await counters.findOneAndUpdate('t', { _id: 'c' }, { $set: { n } }, { upsert: true });
  writeSync(1, `${n}\n`);
}

async function* bytes(n: number) {
  yield Buffer.from(`file ${n}`);
}
