/** What follows from a claim, and what may be changed of it (docs/design.md, "Domain rules in code"). Pure. */
import type { Notice } from '../campaign/notices.ts';
import {
  type Claim,
  type ClaimEvent,
  type ClaimFields,
  type Derived,
  NO_NOTICE,
  type PoeCheck,
  type PoeLack,
  type PoeRecord,
  RANK,
  type Removal,
  type Workload,
  type WorkloadState,
} from './claim.ts';
import { customerKey, hasMark, isApproved, openWorkloadMark, searchText, workloadMark } from './normalise.ts';
import { workloadMarksOf } from './workload-marks.ts';

export function workloadState(workload: Workload): WorkloadState {
  if (workload.notEngaged !== undefined) return 'not engaged';
  if (workload.confirmed !== undefined) return 'done';
  return countingPoe(workload).length > 0 ? 'to upload' : 'to collect';
}

/** The documents that count for a workload, the newest last: none that was withdrawn. */
export function countingPoe({ poe }: Pick<Workload, 'poe'>): readonly PoeRecord[] {
  return poe.filter(({ withdrawn }) => withdrawn === undefined);
}

/** The documents that were filed together last, of those that count: the notice counts the most recent POE. */
export function latestPoe(workload: Pick<Workload, 'poe'>): readonly PoeRecord[] {
  const counting = countingPoe(workload);
  const last = counting.at(-1);
  return counting.filter(({ draft }) => draft === last?.draft);
}

/** What claims are told apart by. */
export type ClaimNotices = readonly Pick<Notice, 'name' | 'nameMark'>[];

/** The notice that is about a claim: it is approved, and its name has the mark of those that were migrated. */
export function noticeOf(
  fields: Pick<ClaimFields, 'name' | 'status'>,
  notices: ClaimNotices,
): ClaimNotices[number] | undefined {
  return isApproved(fields.status) ? notices.find(({ nameMark }) => hasMark(fields.name, nameMark)) : undefined;
}

/** What is derived of a claim. One that was removed has nothing to find it by, and a rank of its own. */
export function derive(
  fields: ClaimFields & { readonly removed?: Removal | undefined },
  workloads: readonly Workload[],
  notices: ClaimNotices,
): Derived {
  if (fields.removed !== undefined) {
    const { customerName } = fields;
    return { ...NOTHING_OPEN, customerKey: customerKey(customerName), searchKey: '', notice: NO_NOTICE };
  }
  const notice = noticeOf(fields, notices);
  const keysIn = (state: WorkloadState): string[] =>
    workloads.filter((w) => workloadState(w) === state).map((w) => w.key);
  const collect = keysIn('to collect');
  const upload = keysIn('to upload');
  const openWorkloads = [...collect, ...upload];
  const others = workloads.map(({ key }) => key).filter((key) => !openWorkloads.includes(key));
  const open = collect.length > 0 ? RANK.toCollect : upload.length > 0 ? RANK.toUpload : RANK.nothingLeft;
  const { customerName, claimId, name, customerDomain = '', owner } = fields;
  const searched = [customerName, claimId, name, customerDomain, owner?.label ?? ''];
  const marks = [...workloads.map((one) => workloadMark(one.key)), ...openWorkloads.map(openWorkloadMark)];
  return {
    customerKey: customerKey(fields.customerName),
    searchKey: [searchText(withoutRepeats(searched)), ...marks].join(''),
    notice: notice?.name ?? NO_NOTICE,
    rank: notice === undefined ? RANK.doesNotCount : open,
    toCollect: collect.length,
    toUpload: upload.length,
    lacking: workloads.filter((w) => lacksToUpload(w).length > 0).length,
    openWorkloads,
    workloadMarks: workloadMarksOf(openWorkloads, others),
  };
}

/** Without what another part holds anyway: a claim is mostly named after its customer. */
function withoutRepeats(parts: readonly string[]): string[] {
  return parts.filter(
    (part, i) => !parts.some((other, k) => k !== i && other.includes(part) && (other !== part || k < i)),
  );
}

const NOTHING_OPEN = {
  rank: RANK.removed,
  toCollect: 0,
  toUpload: 0,
  lacking: 0,
  openWorkloads: [],
  workloadMarks: '',
} as const;

/** A change of workloads; returns the new list, or undefined where it changes nothing. */
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

export type WorkloadAction = Extract<ClaimEvent['kind'], 'not-engaged' | 'engaged' | 'confirm' | 'unconfirm'>;

/** What an action changes of the workload with this key. */
export function workloadChange(
  action: WorkloadAction,
  key: string,
  mark: { readonly at: string; readonly by: string },
): WorkloadChange {
  const changes: Record<WorkloadAction, WorkloadChange> = {
    'not-engaged': disengage(key, mark),
    engaged: engage(key),
    confirm: confirm(key, mark),
    unconfirm: unconfirm(key),
  };
  return changes[action];
}

/**
 * Adds files to the workloads with these keys. Older files are kept, and the workload is to upload again. Bytes that a workload has
 * already are not added twice; those that were withdrawn may be filed anew.
 * @param checks by the keys of the workloads
 */
export function addPoe(
  keys: readonly string[],
  files: readonly PoeRecord[],
  checks: ReadonlyMap<string, PoeCheck> = new Map(),
): WorkloadChange {
  return (workloads) => {
    const changed = workloads.map((workload) => {
      if (!keys.includes(workload.key)) return workload;
      const counting = countingPoe(workload);
      const fresh = files.filter((file) => !counting.some((poe) => poe.sha256 === file.sha256));
      if (fresh.length === 0) return workload;
      // What was confirmed was the file before this one; and whoever files is engaged.
      const { confirmed, notEngaged, ...rest } = workload;
      const check = checks.get(workload.key);
      return { ...rest, poe: [...workload.poe, ...fresh.map((file) => (check ? { ...file, check } : file))] };
    });
    return changed.some((workload, i) => workload !== workloads[i]) ? changed : undefined;
  };
}

/** What the newest POE of the workloads that are to upload does not show, each once, at its worst. */
export function poeLacks({ workloads }: Pick<Claim, 'workloads'>): PoeLack[] {
  return worstLacks(workloads.flatMap((workload) => lacksToUpload(workload)));
}

/** Each once, at its worst. */
export function worstLacks(lacks: readonly PoeLack[]): PoeLack[] {
  return [...Map.groupBy(lacks, ({ what }) => what)].map(([what, some]) => ({
    what,
    state: some.some(({ state }) => state === 'missing') ? 'missing' : 'unclear',
  }));
}

function lacksToUpload(workload: Workload): readonly PoeLack[] {
  return workloadState(workload) === 'to upload' ? (countingPoe(workload).at(-1)?.check?.lacks ?? []) : [];
}

/** A document as it was filed once, for whichever workloads. */
export interface FiledDocument {
  readonly draft: string;
  readonly sha256: string;
}

export function isFiledAs({ draft, sha256 }: FiledDocument): (record: PoeRecord) => boolean {
  return (record) => record.draft === draft && record.sha256 === sha256;
}

/**
 * Withdraws a document from the workloads with these keys. Where it was among the latest, a confirmation goes with it: what was confirmed
 * to stand in Partner Center was this document.
 */
export function withdrawPoe(keys: readonly string[], document: FiledDocument, withdrawn: Removal): WorkloadChange {
  const isMeant = isFiledAs(document);
  return (workloads) => {
    const changed = workloads.map((workload) => {
      const meant = keys.includes(workload.key) ? countingPoe(workload).filter(isMeant) : [];
      if (meant.length === 0) return workload;
      const poe = workload.poe.map((record) => (meant.includes(record) ? { ...record, withdrawn } : record));
      const { confirmed, ...rest } = workload;
      const wasLatest = latestPoe(workload).some(isMeant);
      return { ...rest, ...(confirmed && !wasLatest && { confirmed }), poe };
    });
    return changed.some((workload, i) => workload !== workloads[i]) ? changed : undefined;
  };
}

/** The workloads of a claim with these keys, in its own order. */
export function pickWorkloads(claim: Claim, keys: readonly string[]): Workload[] {
  return claim.workloads.filter((workload) => keys.includes(workload.key));
}

/** All of its workloads are not engaged: it is offered for disassociation. */
export function isDisengagedClaim(claim: Claim): boolean {
  return claim.workloads.length > 0 && claim.workloads.every((w) => workloadState(w) === 'not engaged');
}
