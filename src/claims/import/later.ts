/** What the files of later imports say of claims: an undo leaves that as it is. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { claimKey } from '../normalise.ts';
import type { LaterWord } from './history.ts';
import type { ImportJob, ImportJobs } from './jobs.ts';
import { type ReadingOptions, withReading } from './reading.ts';

/** Claim key → what later imports say of it, the oldest first. */
export type LaterWords = ReadonlyMap<string, readonly LaterWord[]>;

/** Reads the file of each import that came after this one and stands. @throws UserError where one is gone */
export async function laterWords(options: ReadingOptions, jobs: ImportJobs, job: ImportJob): Promise<LaterWords> {
  const words = new Map<string, LaterWord[]>();
  for (const later of await jobs.standingAfter(job)) await readWords(options, later, words);
  return words;
}

async function readWords(options: ReadingOptions, job: ImportJob, words: Map<string, LaterWord[]>): Promise<void> {
  // Most rows fill the same columns: their sets of names are kept once.
  const sets = new Map<string, ReadonlySet<string>>();
  await withReading(options, job, async (reading) => {
    // One that failed came as far as this.
    let left = job.claimsDone;
    for await (const batch of reading.batches()) {
      for (const { fields, workloads } of batch.slice(0, left)) {
        const names = Object.entries(fields).flatMap(([name, value]) =>
          value === undefined || value === '' ? [] : [name],
        );
        const key = names.join();
        const kept = sets.get(key) ?? new Set(names);
        sets.set(key, kept);
        const claim = claimKey(fields.claimId);
        words.set(claim, [...(words.get(claim) ?? []), { job: job._id, fields: kept, workloads }]);
      }
      left -= Math.min(left, batch.length);
      if (left === 0) return;
      await nextTick();
    }
  });
}
