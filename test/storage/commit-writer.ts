/** A child process of the tests: many writers at once on the store in the folder given, until it is killed. It says what was acknowledged to whom. */
import { writeSync } from 'node:fs';
import { DuplicateKeyError } from '../../src/errors.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Doc } from '../../src/storage/port.ts';

export const WRITERS = 20;
export const STEPS = { name: 'steps', indexes: [{ fields: ['n'], unique: true }] };
export const COUNTS = { name: 'counts' };

export interface Step extends Doc {
  readonly n: number;
  /** The same, so that half of a document would be seen. */
  readonly twin: number;
}

export interface Count extends Doc {
  readonly n: number;
}

async function write(dataDir: string): Promise<void> {
  const { store } = await openStore({ dataDir, now: () => new Date() });
  const steps = store.collection<Step>(STEPS);
  const counts = store.collection<Count>(COUNTS);
  await store.setUp();
  const [last] = await steps.find('t', {}, { sort: { n: -1 }, limit: 1 });
  let next = (last?.n ?? 0) + 1;
  const writer = async (name: string): Promise<void> => {
    for (;;) {
      const n = next++;
      await steps.insertOne('t', { _id: `${n}`, n, twin: n });
      await counts.findOneAndUpdate('t', { _id: name }, { $inc: { n: 1 } }, { upsert: true });
      writeSync(1, `${n} ${name}\n`);
      // One that fails goes along with those of the others.
      if (n % 5 === 0)
        await steps.insertOne('t', { _id: `again ${n}`, n, twin: n }).catch((error: unknown) => {
          if (!(error instanceof DuplicateKeyError)) throw error;
        });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(`${name}`)));
}

const [, script, dataDir] = process.argv;
if (script === import.meta.filename && dataDir !== undefined) await write(dataDir);
