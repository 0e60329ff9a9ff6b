/** Claims as a list to take along, within the same rights and filters as their table, whole. */
import type { Campaigns } from '../../campaign/campaign.ts';
import type { OwnerNames } from '../../claims/access.ts';
import type { Claim, WorkloadState } from '../../claims/claim.ts';
import { type ClaimState, type ClaimTableQuery, claimState } from '../../claims/claim-table.ts';
import { workloadState } from '../../claims/rules.ts';
import type { ClaimService } from '../../claims/service.ts';
import type { Person } from '../../people/person.ts';
import { inWindows, type ListColumns, type ListRows, type ListWords, listOf } from '../list-file/list-file.ts';

type Name =
  | 'claimId'
  | 'customer'
  | 'domain'
  | 'program'
  | 'status'
  | 'owner'
  | 'state'
  | 'toCollect'
  | 'toUpload'
  | 'done'
  | 'deadline';

/** A claim, with the name that its owner is called by. */
interface Listed {
  readonly claim: Claim;
  readonly owner: string;
}

export interface ClaimListWords extends ListWords<Name> {
  readonly states: Readonly<Record<ClaimState, string>>;
}

export interface ClaimListOptions {
  readonly claims: ClaimService;
  readonly campaigns: Campaigns;
  readonly words: ClaimListWords;
}

/** @param queries one after the other; of the window of each nothing is read */
export function claimList(options: ClaimListOptions, person: Person, ...queries: readonly ClaimTableQuery[]): ListRows {
  return listOf(columnsOf(options), options.words, claimRows(options.claims, person, queries));
}

async function* claimRows(
  claims: ClaimService,
  person: Person,
  queries: readonly ClaimTableQuery[],
): AsyncGenerator<readonly Listed[]> {
  for (const query of queries) {
    let names: OwnerNames = new Map();
    const windows = inWindows(async (from, count) => {
      const table = await claims.table(person, { ...query, from, count });
      names = table.names;
      return table;
    });
    for await (const rows of windows) yield rows.map((claim) => ({ claim, owner: nameOf(claim, names) }));
  }
}

function nameOf({ owner }: Claim, names: OwnerNames): string {
  return owner === undefined ? '' : (names.get(owner.key) ?? owner.label);
}

function columnsOf({ campaigns, words }: ClaimListOptions): ListColumns<Listed, Name> {
  const inState =
    (state: WorkloadState) =>
    ({ claim }: Listed): string =>
      claim.workloads
        .filter((workload) => workloadState(workload) === state)
        .map(({ name }) => name)
        .join(', ');
  return {
    claimId: { width: 16, cell: ({ claim }) => claim.claimId },
    customer: { width: 32, cell: ({ claim }) => claim.customerName },
    domain: { width: 24, cell: ({ claim }) => claim.customerDomain ?? '' },
    program: { width: 24, cell: ({ claim }) => claim.program },
    status: { width: 12, cell: ({ claim }) => claim.status },
    owner: { width: 24, cell: ({ owner }) => owner },
    state: { width: 14, cell: ({ claim }) => words.states[claimState(claim)] },
    toCollect: { width: 32, cell: inState('to collect') },
    toUpload: { width: 32, cell: inState('to upload') },
    done: { width: 32, cell: inState('done') },
    deadline: {
      width: 14,
      cell({ claim }) {
        const deadline = campaigns.find(({ notice }) => notice.name === claim.notice)?.deadline;
        return deadline === undefined ? '' : { day: deadline };
      },
    },
  };
}
