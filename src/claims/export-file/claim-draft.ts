/** One claim as it grows row by row. Pure. */
import type { AssociationFields, Owner } from '../claim.ts';
import { claimKey, customerKey, ownerOf, workloadKey } from '../normalise.ts';
import type { Field } from './fields.ts';
import { canonicalProgram } from './programs.ts';
import type { FieldRow, FieldValues } from './row.ts';
import { splitWorkloads } from './workloads.ts';

export interface ImportedWorkload {
  readonly key: string;
  readonly name: string;
  readonly subscriptionId?: string;
  readonly placeholder?: true;
}

export interface ImportedAssociation {
  readonly fields: AssociationFields;
  /** At least one; keys are unique. */
  readonly workloads: readonly ImportedWorkload[];
  /** Where its first row stands in the file. */
  readonly line: number;
}

/** Kept small: there may be 200,000. */
export interface Claim {
  /** Of its first row. */
  readonly line: number;
  readonly values: FieldValues;
  readonly owner?: Owner;
  /** Where a value came from, if not from the first row. */
  readonly laterLines: ReadonlyMap<Field, number>;
  readonly workloads: readonly ImportedWorkload[];
}

/** A record with more is no claim; it keeps a record small and a card drawable. */
const MAX_WORKLOADS = 100;
const WORKLOAD_LENGTH = 200;

/** Fields that a claim has one of: a later row that says otherwise contradicts. The rest keep what was said first. */
const SINGLE: readonly (readonly [Field, (value: string) => string])[] = [
  ['customerName', customerKey],
  ['customerTenantId', customerKey],
  ['claimName', customerKey],
  ['program', (value) => customerKey(canonicalProgram(value))],
  ['status', customerKey],
];

/** The claim with a row added to it, wholly; or why the row cannot be. Without a claim the row begins one. */
export function withRow(
  claim: Claim | undefined,
  row: FieldRow,
): { readonly claim: Claim } | { readonly reason: string } {
  const owner = ownerOf(row.values.ownerName ?? '', row.values.ownerUpn ?? '');
  const workloads = workloadsOf(row, claim?.workloads ?? []);
  const reason = (claim && contradiction(row, owner, claim)) ?? unusable(workloads);
  if (reason !== undefined) return { reason };
  if (claim !== undefined) return { claim: merged(claim, row, owner, workloads) };
  return { claim: { line: row.line, values: row.values, ...(owner && { owner }), laterLines: NONE, workloads } };
}

const NONE: Claim['laterLines'] = new Map();

/** What was said first stays; a later row fills what was blank. */
function merged(claim: Claim, row: FieldRow, owner: Owner | undefined, workloads: readonly ImportedWorkload[]): Claim {
  const added = (Object.keys(row.values) as Field[]).filter((field) => claim.values[field] === undefined);
  if (added.length === 0) return { ...claim, workloads };
  return {
    ...claim,
    values: { ...row.values, ...claim.values },
    laterLines: new Map([...claim.laterLines, ...added.map((field) => [field, row.line] as const)]),
    ...(claim.owner === undefined && owner && { owner }),
    workloads,
  };
}

function unusable(workloads: readonly ImportedWorkload[]): string | undefined {
  if (workloads.length > MAX_WORKLOADS) return `more than ${MAX_WORKLOADS} workloads in one claim`;
  const long = workloads.some(({ name }) => name.length > WORKLOAD_LENGTH);
  return long ? `workload is longer than ${WORKLOAD_LENGTH} characters` : undefined;
}

/** A cell left blank in one row of a claim contradicts nothing. */
function contradiction(row: FieldRow, owner: Owner | undefined, claim: Claim): string | undefined {
  const lineOf = (field: Field): number => claim.laterLines.get(field) ?? claim.line;
  for (const [field, comparable] of SINGLE) {
    const value = row.values[field];
    const first = claim.values[field];
    if (value === undefined || first === undefined || value === first || comparable(value) === comparable(first))
      continue;
    return differs(DIFFERS[field] ?? field, lineOf(field), first);
  }
  if (owner === undefined || claim.owner === undefined || owner.key === claim.owner.key) return undefined;
  return differs('owner', lineOf(claim.values.ownerName === undefined ? 'ownerUpn' : 'ownerName'), claim.owner.label);
}

const DIFFERS: Partial<Record<Field, string>> = {
  customerName: 'customer',
  customerTenantId: 'customer tenant ID',
  claimName: 'claim name',
  program: 'program',
  status: 'status',
};
const SHOWN = 60;

function differs(what: string, line: number, value: string): string {
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN).toWellFormed()}…` : value;
  return `${what} differs from line ${line.toLocaleString('en-US')} (${shown})`;
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

export function associationOf({ line, values, owner, workloads }: Claim): ImportedAssociation {
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
    line,
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
