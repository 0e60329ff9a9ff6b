/** A batch of the claims of an export: which of them are known, and writing them. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Claim } from '../claim.ts';
import type { ImportedClaim } from '../export-file/group.ts';
import type { Facets } from '../facets.ts';
import { claimKey } from '../normalise.ts';
import type { ClaimRepository } from '../repository.ts';
import { changesOf, type ImportOutcome, importOutcomeOf, newClaim } from './diff.ts';
import { withImportChange } from './history.ts';
import { type Counts, countsOf, type ImportJob } from './jobs.ts';

/** The records of those that are known, by claim key. */
export async function knownClaims(
  claims: ClaimRepository,
  tenantId: string,
  batch: readonly ImportedClaim[],
): Promise<Map<string, Claim>> {
  const keys = batch.map(({ fields }) => claimKey(fields.claimId));
  const found = await claims.byClaimKeys(tenantId, keys);
  return new Map(found.map((claim) => [claim.claimKey, claim]));
}

export interface BatchStores {
  readonly claims: ClaimRepository;
  readonly facets: Facets;
  readonly newId: () => string;
}

/**
 * Writes a batch, and lets other turns in after each change. Safe to repeat: each claim counts with the outcome of the first time.
 * @param hasStatus whether the file has a column for it
 * @param owners gathers the keys of those whose claims have changed, also where a later write fails
 */
export async function writeBatch(
  { claims, facets, newId }: BatchStores,
  { _id: job, tenantId }: ImportJob,
  batch: readonly ImportedClaim[],
  hasStatus: boolean,
  owners: Set<string>,
): Promise<Counts> {
  const known = await knownClaims(claims, tenantId, batch);
  const outcomes: ImportOutcome[] = [];
  const added: Claim[] = [];
  for (const imported of batch) {
    const before = known.get(claimKey(imported.fields.claimId));
    outcomes.push(importOutcomeOf(before, imported, job));
    if (before === undefined) {
      added.push(newClaim(newId(), tenantId, job, imported, { hasStatus, notices: claims.notices }));
      if (imported.fields.owner !== undefined) owners.add(imported.fields.owner.key);
    } else if (before.removed === undefined && changesOf(before, imported) !== undefined) {
      await claims.change(tenantId, before._id, `import/${job}`, (claim) => {
        const changes = claim.removed === undefined ? changesOf(claim, imported) : undefined;
        if (changes === undefined) return undefined;
        const importChanges = withImportChange(claim, changes, job);
        return { ...changes, importChanges, lastImport: { job, outcome: 'changed' } };
      });
      for (const owner of [before.owner, imported.fields.owner]) if (owner !== undefined) owners.add(owner.key);
      await nextTick();
    }
  }
  await claims.addNew(tenantId, added);
  const workloads = new Map(
    batch.flatMap((imported) => imported.workloads.map(({ key, name }) => [key, name] as const)),
  );
  await facets.add(tenantId, new Set(batch.map(({ fields }) => fields.program)), workloads);
  return countsOf(outcomes);
}
