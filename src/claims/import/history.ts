/** What imports changed of a claim, and what it is without one of them. Pure. */
import type { Claim, ClaimFields, ClaimPatch, ImportChange, NamedWorkload, StayReason, Workload } from '../claim.ts';
import { claimKey, workloadKey } from '../normalise.ts';

/** How many imports of a tenant can be undone, the latest ones. */
export const MOST_IMPORTS = 20;

/** The claim ID never changes: it keeps the spelling that it came with first. */
const FIELDS = [
  'name',
  'customerName',
  'customerDomain',
  'customerTenantId',
  'program',
  'status',
  'mpnId',
  'owner',
] as const satisfies readonly (keyof ClaimFields)[];
type FieldName = (typeof FIELDS)[number];

/** What a later import's file says of a claim, whether or not it changed anything. */
export interface LaterWord {
  readonly job: string;
  /** Names of the fields that are not empty there. */
  readonly fields: ReadonlySet<string>;
  readonly workloads: readonly NamedWorkload[];
}

/** The claim's history with the changes of one more import. */
export function withImportChange(claim: Claim, changes: Partial<Claim>, job: string): readonly ImportChange[] {
  const names = FIELDS.filter((name) => name in changes);
  const workloads = changes.workloads === undefined ? [] : changedWorkloads(claim.workloads, changes.workloads);
  const change: ImportChange = { job, before: pick(claim, names), after: pick(changes, names), workloads };
  return [...(claim.importChanges ?? []), change].slice(-MOST_IMPORTS);
}

function changedWorkloads(before: readonly Workload[], after: readonly Workload[]): ImportChange['workloads'] {
  const byKey = new Map(before.map((workload) => [workload.key, workload]));
  const kept = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((workload) => {
      const known = byKey.get(workload.key);
      if (known === undefined) return [{ after: named(workload) }];
      return isSameWorkload(known, workload) ? [] : [{ before: named(known), after: named(workload) }];
    }),
    ...before.filter(({ key }) => !kept.has(key)).map((workload) => ({ before: named(workload) })),
  ];
}

/** Why a claim that an import brought stays when that is undone, by its own record and by the files of later imports; undefined where it goes. */
export function whyItStays(claim: Claim, later: readonly LaterWord[]): StayReason | undefined {
  if (claim.removed !== undefined) return 'removed';
  const work = claim.workloads.map(workOn).find((one) => one !== undefined);
  if (work !== undefined) return work;
  if (claim.worked) return 'worked';
  return later.length > 0 ? 'later import' : undefined;
}

/** A claim that stays is from now on the first later import's that names it, else nobody's to take away. */
export function stayPatch(job: string, why: StayReason, later: readonly LaterWord[]): ClaimPatch {
  return { addedBy: later[0]?.job, lastUndo: { job, was: 'new', outcome: why } };
}

/**
 * What a claim that was there before is without the changes of an import: each field and workload as it was, unless a later import set it
 * too, or a person worked on it. What stays because of a later import is that import's change from now on, so that its own undo ends
 * where this one would have.
 * @returns undefined where the import changed nothing of it
 */
export function undoPatch(claim: Claim, job: string, later: readonly LaterWord[]): ClaimPatch | undefined {
  const changes = claim.importChanges ?? [];
  const at = changes.findIndex((change) => change.job === job);
  const change = changes[at];
  if (change === undefined) return undefined;
  const undo = new Undo(claim, change, changes.slice(0, at), changes.slice(at + 1), later);
  undo.fields();
  undo.workloads();
  const left = [...undo.older, ...undo.newer];
  // What people did is worth more words than what another import did.
  const why = [...undo.stays].sort((a, b) => Number(a === 'later import') - Number(b === 'later import'))[0];
  return {
    ...undo.patch,
    importChanges: left.length > 0 ? left : undefined,
    lastUndo: { job, was: 'changed', outcome: why ?? 'restored' },
  };
}

class Undo {
  readonly patch: { -readonly [K in keyof ClaimPatch]: ClaimPatch[K] } = {};
  readonly stays = new Set<StayReason>();
  /** The changes of earlier and of later imports, with what they inherit. */
  older: readonly ImportChange[];
  newer: readonly ImportChange[];
  readonly #claim: Claim;
  readonly #change: ImportChange;
  readonly #later: readonly LaterWord[];

  constructor(
    claim: Claim,
    change: ImportChange,
    older: readonly ImportChange[],
    newer: readonly ImportChange[],
    later: readonly LaterWord[],
  ) {
    this.#claim = claim;
    this.#change = change;
    this.older = older;
    this.newer = newer;
    this.#later = later;
  }

  fields(): void {
    const { before, after } = this.#change;
    for (const name of FIELDS.filter((field) => field in after)) {
      const heir = this.#heir(
        ({ fields }) => fields.has(name),
        (change) => name in change.after,
      );
      if (heir !== undefined) this.#inherits(heir, (change) => withFieldBefore(change, name, before, after));
      else if (isSameField(name, this.#claim, after)) Object.assign(this.patch, { [name]: before[name] });
      else this.stays.add('owner');
    }
  }

  workloads(): void {
    const { workloads: changed } = this.#change;
    let workloads: readonly Workload[] = this.#claim.workloads;
    for (const { before, after } of changed) {
      const known = workloads.find(({ key }) => key === after?.key);
      if (after === undefined || known === undefined) continue;
      const work = before === undefined ? workOn(known) : undefined;
      const heir = this.#heir(
        (word) => word.workloads.some((one) => isNamed(one, after)),
        (change) => change.workloads.some((one) => one.before?.key === after.key),
      );
      if (heir !== undefined) this.#inherits(heir, (change) => withWorkloadBefore(change, before, after));
      else if (work !== undefined) this.stays.add(work);
      else workloads = workloads.flatMap((one) => (one !== known ? [one] : before ? [namedAnew(one, before)] : []));
    }
    const dropped = changed.flatMap(({ before, after }) =>
      before !== undefined && after === undefined ? [before] : [],
    );
    // A placeholder stands for the whole claim: it comes back where no workload is left, now or when another import is undone.
    if (workloads.length === 0) workloads = dropped.map((workload) => ({ ...workload, poe: [] }));
    else this.#leaveToAnother(dropped);
    if (workloads !== this.#claim.workloads) this.patch.workloads = workloads;
  }

  /** The first later import that says the same thing's name in its file, or that changed it. */
  #heir(says: (word: LaterWord) => boolean, changed: (change: ImportChange) => boolean): string | undefined {
    return (this.#later.find(says) ?? this.newer.find(changed))?.job;
  }

  #leaveToAnother(dropped: readonly NamedWorkload[]): void {
    const adds = ({ workloads }: ImportChange): boolean => workloads.some(({ after }) => after !== undefined);
    const heir = this.newer.findLast(adds) ?? this.older.findLast(adds);
    if (heir === undefined || dropped.length === 0) return;
    const inherited = { ...heir, workloads: [...heir.workloads, ...dropped.map((before) => ({ before }))] };
    this.older = this.older.map((one) => (one === heir ? inherited : one));
    this.newer = this.newer.map((one) => (one === heir ? inherited : one));
  }

  #inherits(job: string, change: (its: ImportChange) => ImportChange): void {
    this.stays.add('later import');
    if (!this.newer.some((one) => one.job === job)) {
      const later = this.#later.slice(this.#later.findIndex((word) => word.job === job) + 1).map((word) => word.job);
      const at = this.newer.findIndex((one) => later.includes(one.job));
      const its: ImportChange = { job, before: {}, after: {}, workloads: [] };
      this.newer = this.newer.toSpliced(at === -1 ? this.newer.length : at, 0, its);
    }
    this.newer = this.newer.map((one) => (one.job === job ? change(one) : one));
  }
}

function withFieldBefore(
  change: ImportChange,
  name: FieldName,
  before: Partial<ClaimFields>,
  after: Partial<ClaimFields>,
): ImportChange {
  const { [name]: _, ...others } = change.before;
  return {
    ...change,
    before: { ...others, ...pick(before, [name]) },
    after: { ...pick(after, [name]), ...change.after },
  };
}

function withWorkloadBefore(
  change: ImportChange,
  before: NamedWorkload | undefined,
  after: NamedWorkload,
): ImportChange {
  const its = change.workloads.find((one) => one.before?.key === after.key);
  const inherited = {
    ...(before && { before }),
    ...(its === undefined ? { after } : its.after && { after: its.after }),
  };
  return { ...change, workloads: [...change.workloads.filter((one) => one !== its), inherited] };
}

function workOn({ poe, confirmed, notEngaged }: Workload): StayReason | undefined {
  if (poe.length > 0) return 'poe';
  return confirmed !== undefined || notEngaged !== undefined ? 'mark' : undefined;
}

/** As an export names it: by its key, or by the subscription where there are several of one workload. */
function isNamed(one: NamedWorkload, other: NamedWorkload): boolean {
  if (one.key === other.key) return true;
  const isSameSubscription = claimKey(one.subscriptionId ?? '') === claimKey(other.subscriptionId ?? '');
  return workloadKey(one.name) === workloadKey(other.name) && isSameSubscription;
}

function namedAnew(workload: Workload, { name, subscriptionId }: NamedWorkload): Workload {
  const { subscriptionId: _, ...rest } = workload;
  return { ...rest, name, ...(subscriptionId !== undefined && { subscriptionId }) };
}

function named({ key, name, subscriptionId, placeholder }: Workload): NamedWorkload {
  return { key, name, ...(subscriptionId !== undefined && { subscriptionId }), ...(placeholder && { placeholder }) };
}

function isSameWorkload(a: Workload, b: Workload): boolean {
  return a.name === b.name && a.subscriptionId === b.subscriptionId;
}

function isSameField(name: FieldName, a: Partial<ClaimFields>, b: Partial<ClaimFields>): boolean {
  return name === 'owner' ? a.owner?.key === b.owner?.key : a[name] === b[name];
}

function pick(fields: Partial<ClaimFields>, names: readonly FieldName[]): Partial<ClaimFields> {
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}
