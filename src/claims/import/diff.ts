/** What an export would change. Pure. */
import type { Claim, ClaimFields, Workload } from '../claim.ts';
import type { ImportedClaim } from '../export-file/group.ts';
import { claimKey, workloadKey } from '../normalise.ts';
import { type ClaimNotices, derive } from '../rules.ts';

/** `removed`: a lead has removed it, and it stays so until they bring it back. */
export type ImportOutcome = 'new' | 'changed' | 'same' | 'removed';

/** The changes that an export makes to a known claim; undefined where it is the same. POE and marks always stay; an owner that it names is taken over. */
export function changesOf(known: Claim, imported: ImportedClaim): Partial<Claim> | undefined {
  const fields = changedFields(known, imported.fields);
  const workloads = mergedWorkloads(known.workloads, imported.workloads);
  if (fields === undefined && workloads === undefined) return undefined;
  return { ...fields, ...(workloads && { workloads }) };
}

/** A field that the export leaves empty keeps what is known: exports come with different columns. */
function changedFields(known: Claim, fields: ClaimFields): Partial<ClaimFields> | undefined {
  const changed = Object.entries(fields).filter(([name, value]) => {
    if (value === undefined || value === '') return false;
    const before = known[name as keyof ClaimFields];
    // Only the claim ID is compared loosely (docs/domain.md, "Words"); it keeps the spelling that it came with first.
    if (name === 'claimId') return false;
    if (name === 'owner') return known.owner?.key !== fields.owner?.key;
    return before !== value;
  });
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

/**
 * Workloads are added and renamed, never taken away: one that is missing from a file may hold POE. The exception is the placeholder of
 * a claim that came without any, once there are real ones and nobody did anything with it.
 */
function mergedWorkloads(known: readonly Workload[], imported: ImportedClaim['workloads']): Workload[] | undefined {
  const real = imported.some(({ placeholder }) => !placeholder);
  const kept = real ? known.filter((workload) => !isUntouchedPlaceholder(workload)) : known;
  if (!real && known.length > 0) return undefined;
  let changed = kept.length < known.length;
  const merged = new Map(kept.map((workload) => [workload.key, workload]));
  for (const { key: given, name, subscriptionId } of imported) {
    const key = keptKey(merged, given, name, subscriptionId);
    const before = merged.get(key);
    // It keeps the spelling that it came with first, as the claim ID does.
    const subscription = before?.subscriptionId ?? subscriptionId;
    if (before !== undefined && before.name === name && before.subscriptionId === subscription) continue;
    changed = true;
    merged.set(key, {
      poe: [],
      ...before,
      key,
      name,
      ...(subscription !== undefined && { subscriptionId: subscription }),
    });
  }
  return changed ? [...merged.values()] : undefined;
}

function isUntouchedPlaceholder({ placeholder, poe, confirmed, notEngaged }: Workload): boolean {
  return placeholder === true && poe.length === 0 && !confirmed && !notEngaged;
}

/**
 * The key under which a workload is known. Where there are several subscriptions of it, the first of a file has the plain key, and the
 * next file may name another first: what is known of a subscription goes by the subscription, so that its POE stays its own.
 */
function keptKey(
  known: ReadonlyMap<string, Workload>,
  key: string,
  name: string,
  subscriptionId: string | undefined,
): string {
  if (subscriptionId === undefined) return key;
  const isSame = (other: string | undefined): boolean =>
    other !== undefined && claimKey(other) === claimKey(subscriptionId);
  const slug = workloadKey(name);
  const same = [...known.values()].find((w) => workloadKey(w.name) === slug && isSame(w.subscriptionId));
  if (same !== undefined) return same.key;
  return known.get(key)?.subscriptionId === undefined ? key : workloadKey(`${name} ${subscriptionId}`);
}

/** The notice has people filter on approved claims before anything else, so an export without a status column is one of those. */
const STATUS_OF_EXPORTS_WITHOUT = 'Approved';

/** The record of a claim that was not known before. */
export function newClaim(
  id: string,
  tenantId: string,
  job: string,
  imported: ImportedClaim,
  { hasStatus, notices }: { readonly hasStatus: boolean; readonly notices: ClaimNotices },
): Claim {
  const fields = hasStatus ? imported.fields : { ...imported.fields, status: STATUS_OF_EXPORTS_WITHOUT };
  const workloads: Workload[] = imported.workloads.map((workload) => ({ ...workload, poe: [] }));
  return {
    _id: id,
    tenantId,
    ...fields,
    claimKey: claimKey(fields.claimId),
    workloads,
    ...derive(fields, workloads, notices),
    appliedKeys: [],
    version: 1,
    addedBy: job,
    lastImport: { job, outcome: 'new' },
  };
}

/** What an import does to a claim. A resumed import finds claims that it wrote itself: they keep their outcome, so that each counts once. */
export function importOutcomeOf(known: Claim | undefined, imported: ImportedClaim, job: string): ImportOutcome {
  if (known === undefined) return 'new';
  if (known.removed !== undefined) return 'removed';
  if (changesOf(known, imported) !== undefined) return 'changed';
  return known.lastImport?.job === job ? known.lastImport.outcome : 'same';
}
