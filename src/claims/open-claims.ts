/** The open claims, page by page. */
import type { Campaign } from '../campaign/campaign.ts';
import { pageWithin } from '../paging.ts';
import type { Filter } from '../storage/port.ts';
import { type Access, type OwnerNames, ownerFilter } from './access.ts';
import { type Claim, RANK } from './claim.ts';
import { openWorkloadMark, searchText } from './normalise.ts';
import type { ClaimRepository } from './repository.ts';
import { scopesOf } from './scopes.ts';

/** Open claims of anybody. */
export const OPEN_CLAIMS: Filter = { rank: { $lte: RANK.toUpload } };

/** Claims of one campaign. Where it is the only one, each claim that counts is in it. */
export function inCampaign({ notice, label }: Campaign): Filter {
  return label === undefined ? {} : { notice: notice.name };
}

/** Which open claims a list shows. Empty strings and undefined: not filtered. */
export interface OpenClaimsQuery {
  readonly program?: string | undefined;
  /** A workload's key. */
  readonly workload?: string | undefined;
  readonly owner: 'mine' | 'none' | 'all';
  readonly text?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export interface OpenClaimsPage {
  readonly rows: readonly Claim[];
  readonly page: number;
  /** Claims with something to collect. */
  readonly toCollect: number;
  /** Claims with a file here that is not confirmed yet. */
  readonly toUpload: number;
  /** Claims in the list. */
  readonly total: number;
  /** Open claims without an owner; counted where nothing in the list is the person's. */
  readonly unowned: number;
  /** Whether the tenant has any claim at all. */
  readonly anyImported: boolean;
}

export interface OpenClaims extends OpenClaimsPage {
  readonly access: Access;
  readonly names: OwnerNames;
  /** Nothing in the list is the person's, and claims are under their name, which nobody confirmed yet. */
  readonly namesake: boolean;
}

/** The open claims within these rights, the most urgent first. A page past the end shows the last one. */
export async function openClaimsPage(
  claims: ClaimRepository,
  tenantId: string,
  access: Access,
  query: OpenClaimsQuery,
): Promise<OpenClaimsPage> {
  const text = searchText([query.text ?? '']);
  const scopes = scopesOf(access, query.owner);
  const counted: Filter = {
    ...(query.program && { program: query.program }),
    ...(text !== '' && { contains: text }),
  };
  // Of its own, since a filter looks for one text only.
  const workload: Filter = query.workload ? { $or: [{ contains: openWorkloadMark(query.workload) }] } : {};
  const filter: Filter = { ...OPEN_CLAIMS, ...counted, ...workload };
  const count = (some: Filter): Promise<number> =>
    query.workload && text === ''
      ? claims.countWithWorkload(tenantId, { ...counted, ...some }, scopes, query.workload, 'open')
      : claims.count(tenantId, { ...filter, ...some }, scopes);
  const [toCollect, uploadOnly, both] = await Promise.all([
    count({ rank: RANK.toCollect }),
    count({ rank: RANK.toUpload }),
    count({ rank: RANK.toCollect, toUpload: { $gt: 0 } }),
  ]);
  const total = toCollect + uploadOnly;
  const page = pageWithin(query.page, total, query.pageSize);
  const rows = total === 0 ? [] : await claims.list(tenantId, filter, page * query.pageSize, query.pageSize, scopes);
  const unowned =
    total === 0 && query.owner === 'mine'
      ? await claims.count(tenantId, { ...OPEN_CLAIMS, ...ownerFilter(access, 'none') })
      : 0;
  const anyImported = total > 0 || (await claims.countAll(tenantId)) > 0;
  return { rows, page, toCollect, toUpload: uploadOnly + both, total, unowned, anyImported };
}
