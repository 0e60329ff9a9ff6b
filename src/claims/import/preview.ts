/** What an export would change, without changing anything. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { ExportReading } from '../export-file/read-export.ts';
import { claimKey } from '../normalise.ts';
import type { ClaimRepository } from '../repository.ts';
import { knownClaims } from './batch.ts';
import { type ImportOutcome, importOutcomeOf } from './diff.ts';
import type { ImportJob, Preview } from './jobs.ts';

const BAD_ROWS_KEPT = 50;

export async function previewOf(claims: ClaimRepository, job: ImportJob, reading: ExportReading): Promise<Preview> {
  const counts: Record<ImportOutcome, number> = { new: 0, changed: 0, same: 0 };
  let inFile = 0;
  for await (const batch of reading.batches()) {
    const known = await knownClaims(claims, job.tenantId, batch);
    inFile += known.size;
    for (const imported of batch)
      counts[importOutcomeOf(known.get(claimKey(imported.fields.claimId)), imported, job._id)] += 1;
    await nextTick();
  }
  const { rows, claims: total, columns, bad, badCount } = reading.summary;
  const notInFile = (await claims.count(job.tenantId, {})) - inFile;
  return { rows, claims: total, counts, notInFile, columns, bad: bad.slice(0, BAD_ROWS_KEPT), badCount };
}

/** Whether there is anything to write. */
export function canImport(preview: Preview | undefined): boolean {
  return preview !== undefined && preview.counts.new + preview.counts.changed > 0;
}
