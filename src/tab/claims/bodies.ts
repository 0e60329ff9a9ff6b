/** Records of claims as the page gets them. Pure. */
import type { Campaigns } from '../../campaign/campaign.ts';
import { type Access, claimRights, mayWithdraw, type OwnerNames, owns } from '../../claims/access.ts';
import type { Claim } from '../../claims/claim.ts';
import { PARTNER_CENTER } from '../../claims/claim-card.ts';
import { type ClaimsOf, type ClaimTable, claimState } from '../../claims/claim-table.ts';
import { claimRemark } from '../../claims/remark.ts';
import { poeLacks, workloadState } from '../../claims/rules.ts';
import type { Person } from '../../people/person.ts';
import { type DocumentRow, documentsOf } from '../../poe/record/documents.ts';
import { timelineOf } from '../../poe/record/timeline.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { ticketHead } from '../tickets/bodies.ts';
import type { ClaimBody, ClaimRow, ClaimsBody, DocumentBody, OwnerBody, OwnerParam } from './api.ts';

/** As on cards. */
const WORKLOADS_NAMED = 2;
const MOST_DEEDS = 100;
const OWNER_PREFIX = 'owner:';

export function ownerParam(of: ClaimsOf): OwnerParam {
  return typeof of === 'string' ? of : `${OWNER_PREFIX}${of.key}`;
}

/** Undefined where it is none. */
export function claimsOf(param: string): ClaimsOf | undefined {
  if (param === 'mine' || param === 'none' || param === 'all') return param;
  return param.startsWith(OWNER_PREFIX) ? { key: param.slice(OWNER_PREFIX.length) } : undefined;
}

/** @param from place of the first row @param version as it was before the claims were read */
export function claimsBody({ rows, total, of, access, names }: ClaimTable, from: number, version: string): ClaimsBody {
  return { version, total, from, owner: ownerParam(of), rows: rows.map((claim) => claimRow(claim, access, names)) };
}

function claimRow(claim: Claim, access: Access, names: OwnerNames): ClaimRow {
  const { openWorkloads, workloads } = claim;
  const openFirst = workloads.toSorted(
    (a, b) => Number(openWorkloads.includes(b.key)) - Number(openWorkloads.includes(a.key)),
  );
  return {
    ...claimHead(claim, access, names),
    workloads: openFirst.slice(0, WORKLOADS_NAMED).map(({ name }) => name),
    workloadCount: workloads.length,
  };
}

function claimHead(claim: Claim, access: Access, names: OwnerNames): Omit<ClaimRow, 'workloads' | 'workloadCount'> {
  const owner = ownerBody(claim, access, names);
  return {
    id: claim._id,
    claimId: claim.claimId,
    customer: claim.customerName,
    program: claim.program,
    ...(owner && { owner }),
    state: claimState(claim),
    lacks: poeLacks(claim),
  };
}

function ownerBody(claim: Claim, access: Access, names: OwnerNames): OwnerBody | undefined {
  const { owner } = claim;
  if (owner === undefined) return undefined;
  return { key: owner.key, name: names.get(owner.key) ?? owner.label, you: owns(access, claim) };
}

export interface ClaimBodyParts {
  /** Who looks at it. */
  readonly person: Person;
  readonly access: Access;
  readonly names: OwnerNames;
  readonly tickets: readonly Ticket[];
  readonly campaigns: Campaigns;
}

export function claimBody(claim: Claim, { person, access, names, tickets, campaigns }: ClaimBodyParts): ClaimBody {
  const remark = claimRemark(claim, access, names);
  const deadline = campaigns.find(({ notice }) => notice.name === claim.notice)?.deadline;
  const { customerDomain: domain, customerTenantId: directoryId, mpnId, removed } = claim;
  return {
    ...claimHead(claim, access, names),
    name: claim.name,
    status: claim.status,
    ...(domain !== undefined && { domain }),
    ...(directoryId !== undefined && { directoryId }),
    ...(mpnId !== undefined && { mpnId }),
    ...(deadline !== undefined && { deadline }),
    ...(remark !== undefined && { remark }),
    ...(removed !== undefined && { removed: { at: removed.at, by: removed.by.name, reason: removed.reason } }),
    may: claimRights(access, claim),
    workloads: claim.workloads.map((workload) => ({
      key: workload.key,
      name: workload.name,
      ...(workload.subscriptionId !== undefined && { subscriptionId: workload.subscriptionId }),
      state: workloadState(workload),
    })),
    documents: documentsOf(claim).map((row, index) => ({
      ...documentBody(row, index),
      mayWithdraw: removed === undefined && row.withdrawn === undefined && mayWithdraw(access, person, row),
    })),
    tickets: tickets.map(ticketHead),
    deeds: timelineOf(claim, MOST_DEEDS).map(({ by, ...deed }) => ({ ...deed, by: by.name })),
    partnerCenterUrl: PARTNER_CENTER,
  };
}

function documentBody(row: DocumentRow, index: number): Omit<DocumentBody, 'mayWithdraw'> {
  const { check, withdrawn } = row;
  return {
    id: `${row.sha256}-${index}`,
    draft: row.draft,
    sha256: row.sha256,
    name: row.fileName,
    bytes: row.size,
    filedAt: row.filedAt,
    filedBy: row.filedBy.name,
    workloads: row.workloads.map(({ key, name }) => ({ key, name })),
    latestFor: row.latestFor.map(({ name }) => name),
    checked: check !== undefined,
    lacks: check?.lacks ?? [],
    ...(check?.why !== undefined && { why: check.why }),
    ...(withdrawn && { withdrawn: { at: withdrawn.at, by: withdrawn.by.name, reason: withdrawn.reason } }),
  };
}
