/** What follows from an association (DESIGN 2). Pure. */
import { CPOR_2020 } from '../campaign/campaign.ts';
import { type Claim, type ClaimFields, type Derived, RANK, type Workload, type WorkloadState } from './claim.ts';
import { customerKey, hasMark, isApproved, searchText } from './normalise.ts';

export function workloadState(workload: Workload): WorkloadState {
  if (workload.notEngaged !== undefined) return 'not engaged';
  if (workload.confirmed !== undefined) return 'done';
  return workload.poe.length > 0 ? 'to upload' : 'to collect';
}

/** An association counts in the campaign when it is approved and migrated. */
export function counts(fields: Pick<ClaimFields, 'name' | 'status'>): boolean {
  return isApproved(fields.status) && hasMark(fields.name, CPOR_2020.nameMark);
}

export function derive(fields: ClaimFields, workloads: readonly Workload[]): Derived {
  const keysIn = (state: WorkloadState): string[] =>
    workloads.filter((w) => workloadState(w) === state).map((w) => w.key);
  const collect = keysIn('to collect');
  const upload = keysIn('to upload');
  const open = collect.length > 0 ? RANK.toCollect : upload.length > 0 ? RANK.toUpload : RANK.nothingLeft;
  return {
    customerKey: customerKey(fields.customerName),
    searchKey: searchText([
      fields.customerName,
      fields.claimId,
      fields.name,
      fields.customerDomain ?? '',
      fields.owner?.label ?? '',
    ]),
    rank: counts(fields) ? open : RANK.doesNotCount,
    toCollect: collect.length,
    toUpload: upload.length,
    openWorkloads: [...collect, ...upload],
  };
}

/** A change of one workload; returns the new list, or undefined where it changes nothing. */
export type WorkloadChange = (workloads: readonly Workload[]) => readonly Workload[] | undefined;

function changeOne(key: string, change: (workload: Workload) => Workload | undefined): WorkloadChange {
  return (workloads) => {
    const index = workloads.findIndex((workload) => workload.key === key);
    const workload = workloads[index];
    const changed = workload && change(workload);
    return changed && workloads.with(index, changed);
  };
}

export function disengage(key: string, mark: { at: string; by: string }): WorkloadChange {
  return changeOne(key, (workload) => (workload.notEngaged ? undefined : { ...workload, notEngaged: mark }));
}

export function engage(key: string): WorkloadChange {
  return changeOne(key, ({ notEngaged, ...rest }) => (notEngaged ? rest : undefined));
}

export function confirm(key: string, mark: { at: string; by: string }): WorkloadChange {
  return changeOne(key, (workload) =>
    workload.confirmed || workload.notEngaged ? undefined : { ...workload, confirmed: mark },
  );
}

export function unconfirm(key: string): WorkloadChange {
  return changeOne(key, ({ confirmed, ...rest }) => (confirmed ? rest : undefined));
}

/** All of its workloads are not engaged: it is offered for disassociation. */
export function nobodyEngaged(claim: Claim): boolean {
  return claim.workloads.length > 0 && claim.workloads.every((w) => workloadState(w) === 'not engaged');
}
