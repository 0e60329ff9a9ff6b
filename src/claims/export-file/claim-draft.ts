/** One claim as the rows of a file add to it. Pure. */
import type { ClaimFields, ClaimOwner } from '../claim.ts';
import { claimKey, customerKey, ownerOf, workloadKey } from '../normalise.ts';
import type { KeptField } from './fields.ts';
import { canonicalProgram } from './programs.ts';
import {
  beginningOf,
  type FieldRow,
  type FieldValues,
  placeOf,
  type RowPlace,
  type RowProblem,
  type SingleField,
} from './row.ts';
import { splitWorkloads } from './workloads.ts';

export interface ImportedWorkload {
  readonly key: string;
  readonly name: string;
  readonly subscriptionId?: string;
  readonly placeholder?: true;
}

/** What a file says of one claim. */
export interface ImportedClaim {
  readonly fields: ClaimFields;
  /** At least one; keys are unique. */
  readonly workloads: readonly ImportedWorkload[];
  /** Where its first row stands in the file. */
  readonly line: number;
}

/** A claim of which more rows may come. Kept small: there may be 200,000 of them. */
export interface ClaimDraft {
  readonly first: RowPlace;
  readonly values: FieldValues;
  readonly owner?: ClaimOwner;
  /** Where a value came from, if not from the first row. */
  readonly later: ReadonlyMap<KeptField, RowPlace>;
  readonly workloads: readonly ImportedWorkload[];
}

/** No real claim has more. The limit keeps records small and lets a card show them all. */
const MAX_WORKLOADS = 100;
const WORKLOAD_LENGTH = 200;

/** Fields that have one value per claim: a later row with another value is refused. Every other field keeps its first value. */
const SINGLE: readonly (readonly [Exclude<SingleField, 'owner'>, (value: string) => string])[] = [
  ['customerName', customerKey],
  ['customerTenantId', customerKey],
  ['claimName', customerKey],
  ['program', (value) => customerKey(canonicalProgram(value))],
  ['status', customerKey],
];

/** The draft with all that a row says added, or why the row cannot be added. Without a draft the row begins one. */
export function withRow(
  draft: ClaimDraft | undefined,
  row: FieldRow,
): { readonly draft: ClaimDraft } | { readonly problem: RowProblem } {
  const owner = ownerOf(row.values.ownerName ?? '', row.values.ownerUpn ?? '');
  const workloads = workloadsOf(row, draft?.workloads ?? []);
  const problem = (draft && contradiction(row, owner, draft)) ?? unusable(workloads);
  if (problem !== undefined) return { problem };
  if (draft !== undefined) return { draft: merged(draft, row, owner, workloads) };
  return { draft: { first: placeOf(row), values: row.values, ...(owner && { owner }), later: NONE, workloads } };
}

const NONE: ClaimDraft['later'] = new Map();

/** Values of earlier rows stay; a later row fills in only what was blank. */
function merged(
  draft: ClaimDraft,
  row: FieldRow,
  owner: ClaimOwner | undefined,
  workloads: readonly ImportedWorkload[],
): ClaimDraft {
  const added = (Object.keys(row.values) as KeptField[]).filter((field) => draft.values[field] === undefined);
  if (added.length === 0) return { ...draft, workloads };
  return {
    ...draft,
    values: { ...row.values, ...draft.values },
    later: new Map([...draft.later, ...added.map((field) => [field, placeOf(row)] as const)]),
    ...(draft.owner === undefined && owner && { owner }),
    workloads,
  };
}

function unusable(workloads: readonly ImportedWorkload[]): RowProblem | undefined {
  if (workloads.length > MAX_WORKLOADS) return { code: 'too-many-workloads', most: MAX_WORKLOADS };
  const long = workloads.some(({ name }) => name.length > WORKLOAD_LENGTH);
  return long ? { code: 'too-long', field: 'workload', most: WORKLOAD_LENGTH } : undefined;
}

/** A cell left blank in one row of a claim contradicts nothing. */
function contradiction(row: FieldRow, owner: ClaimOwner | undefined, draft: ClaimDraft): RowProblem | undefined {
  const placeOfField = (field: KeptField): RowPlace => draft.later.get(field) ?? draft.first;
  for (const [field, comparable] of SINGLE) {
    const value = row.values[field];
    const first = draft.values[field];
    if (value === undefined || first === undefined || value === first || comparable(value) === comparable(first))
      continue;
    return { code: 'differs', field, ...placeOfField(field), value: beginningOf(first) };
  }
  if (owner === undefined || draft.owner === undefined || owner.key === draft.owner.key) return undefined;
  const place = placeOfField(draft.values.ownerName === undefined ? 'ownerUpn' : 'ownerName');
  return { code: 'differs', field: 'owner', ...place, value: beginningOf(draft.owner.label) };
}

/**
 * The claim's workloads with those of the row added. The key is the workload's name. Where a claim is per subscription, one workload may
 * come with several of them: the first in the file keeps the plain key, the others carry their subscription in it.
 */
function workloadsOf(row: FieldRow, known: readonly ImportedWorkload[]): readonly ImportedWorkload[] {
  const { subscriptionId } = row.values;
  let workloads = known;
  for (const name of splitWorkloads(row.values.workload ?? '')) {
    const find = (key: string): number => workloads.findIndex((workload) => workload.key === key);
    const plain = workloads[find(workloadKey(name))]?.subscriptionId;
    const same = plain === undefined || subscriptionId === undefined || sameId(plain, subscriptionId);
    const key = workloadKey(same ? name : `${name} ${subscriptionId}`);
    const index = find(key);
    const before = workloads[index];
    if (before === undefined) {
      workloads = [...workloads, { key, name, ...(subscriptionId !== undefined && { subscriptionId }) }];
    } else if (before.subscriptionId === undefined && subscriptionId !== undefined) {
      workloads = workloads.with(index, { ...before, subscriptionId });
    }
  }
  return workloads;
}

function sameId(a: string, b: string): boolean {
  return claimKey(a) === claimKey(b);
}

export function importedClaimOf({ first, values, owner, workloads }: ClaimDraft): ImportedClaim {
  const { customerDomain, customerTenantId, mpnId } = values;
  return {
    fields: {
      claimId: values.claimId ?? '',
      name: values.claimName ?? '',
      customerName: values.customerName ?? '',
      program: canonicalProgram(values.program ?? ''),
      status: values.status ?? '',
      ...(customerDomain !== undefined && { customerDomain }),
      ...(customerTenantId !== undefined && { customerTenantId }),
      ...(mpnId !== undefined && { mpnId }),
      ...(owner !== undefined && { owner }),
    },
    workloads: workloads.length > 0 ? workloads : [wholeClaim(values)],
    line: first.line,
  };
}

/**
 * POE is filed per workload, so a claim without any has one that stands for the whole of it: the solution area or product family
 * where the export has one, else the program.
 */
function wholeClaim({ solutionArea, program = '', subscriptionId }: FieldValues): ImportedWorkload {
  const name = solutionArea ?? (canonicalProgram(program) || 'Whole claim');
  return { key: workloadKey(name), name, placeholder: true, ...(subscriptionId !== undefined && { subscriptionId }) };
}
