/** Claims for the tests of what follows from them. */
import { NOTICES } from '../../src/campaign/notices.ts';
import type { Claim, ClaimFields, PoeRecord, Workload } from '../../src/claims/claim.ts';
import type { ImportedClaim } from '../../src/claims/export-file/group.ts';
import { claimKey, workloadKey } from '../../src/claims/normalise.ts';
import { derive } from '../../src/claims/rules.ts';

export const FIELDS: ClaimFields = {
  claimId: 'CLM-1001',
  name: 'Contoso FRP Migrated FRP',
  customerName: 'Contoso Retail',
  program: 'OSU Microsoft 365',
  status: 'Approved',
};

export const MARK = { at: '2020-06-16T08:00:00.000Z', by: 'Adele Vance' };

export function poe(sha256: string, fileName = `${sha256}.pdf`): PoeRecord {
  const filedBy = { userId: 'adele', name: 'Adele Vance' };
  return { draft: `draft-${sha256}`, sha256, fileName, size: 1, filedAt: MARK.at, filedBy };
}

export function workload(name: string, more: Partial<Workload> = {}): Workload {
  return { key: workloadKey(name), name, poe: [], ...more };
}

export function claimRecord(
  fields: Partial<ClaimFields> = {},
  workloads: readonly Workload[] = [workload('Teams')],
): Claim {
  const all = { ...FIELDS, ...fields };
  const key = claimKey(all.claimId);
  return {
    _id: `id-${key}`,
    tenantId: 't1',
    ...all,
    claimKey: key,
    workloads,
    ...derive(all, workloads, NOTICES),
    appliedKeys: [],
    version: 1,
  };
}

/** What an export would bring for such a claim. */
export function imported(
  fields: Partial<ClaimFields> = {},
  workloads: readonly (string | { readonly name: string; readonly subscriptionId: string; readonly key?: string })[] = [
    'Teams',
  ],
): ImportedClaim {
  return {
    fields: { ...FIELDS, ...fields },
    workloads: workloads.map((given) =>
      typeof given === 'string' ? { key: workloadKey(given), name: given } : { key: workloadKey(given.name), ...given },
    ),
    line: 2,
  };
}
