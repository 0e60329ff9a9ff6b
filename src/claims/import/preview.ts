/** What an export would change, without changing anything. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { People } from '../../people/people.ts';
import type { ExportReading } from '../export-file/read-export.ts';
import { claimKey } from '../normalise.ts';
import type { ClaimRepository } from '../repository.ts';
import { knownClaims } from './batch.ts';
import { importOutcomeOf } from './diff.ts';
import { countsOf, type ImportJob, NO_CLAIMS, type Preview, sumOfCounts } from './jobs.ts';

export async function previewOf(
  claims: ClaimRepository,
  people: Pick<People, 'findByOwnerKeys'>,
  job: ImportJob,
  reading: ExportReading,
): Promise<Preview> {
  let counts = NO_CLAIMS;
  let inFile = 0;
  const byOwner = new Map<string, number>();
  for await (const batch of reading.batches()) {
    const known = await knownClaims(claims, job.tenantId, batch);
    inFile += [...known.values()].filter(({ removed }) => removed === undefined).length;
    const outcomes = batch.map((imported) =>
      importOutcomeOf(known.get(claimKey(imported.fields.claimId)), imported, job._id),
    );
    counts = sumOfCounts(counts, countsOf(outcomes));
    for (const { owner } of batch.map(({ fields }) => fields))
      if (owner !== undefined) byOwner.set(owner.key, (byOwner.get(owner.key) ?? 0) + 1);
    await nextTick();
  }
  const notInFile = (await claims.count(job.tenantId, {})) - inFile;
  const unknownOwners = await claimsOfUnknown(people, job.tenantId, byOwner);
  const { format: _, ...summary } = reading.summary;
  return { ...summary, counts, notInFile, unknownOwners };
}

/** As many keys as a look-up of people takes. */
const OWNERS_AT_ONCE = 1_000;

/** How many claims have an owner whom nobody here is known to be. @param byOwner numbers of claims by owner key */
async function claimsOfUnknown(
  people: Pick<People, 'findByOwnerKeys'>,
  tenantId: string,
  byOwner: ReadonlyMap<string, number>,
): Promise<number> {
  const keys = [...byOwner.keys()];
  let unknown = 0;
  for (let at = 0; at < keys.length; at += OWNERS_AT_ONCE) {
    const some = keys.slice(at, at + OWNERS_AT_ONCE);
    const found = await people.findByOwnerKeys(tenantId, some);
    for (const key of some) if (!found.has(key)) unknown += byOwner.get(key) ?? 0;
    await nextTick();
  }
  return unknown;
}

/** Whether there is anything to write. */
export function canImport(preview: Preview | undefined): boolean {
  return preview !== undefined && preview.counts.new + preview.counts.changed > 0;
}
