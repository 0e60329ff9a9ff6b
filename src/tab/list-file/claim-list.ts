/** The table of claims as a list to take along, within the same rights and filters, whole. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Campaigns } from '../../campaign/campaign.ts';
import type { OwnerNames } from '../../claims/access.ts';
import type { Claim, WorkloadState } from '../../claims/claim.ts';
import { type ClaimState, type ClaimTableQuery, claimState } from '../../claims/claim-table.ts';
import { workloadState } from '../../claims/rules.ts';
import type { ClaimService } from '../../claims/service.ts';
import type { Person } from '../../people/person.ts';
import type { ListCell, ListRows } from './list-file.ts';

const ROWS_AT_ONCE = 500;

/** Characters. */
const WIDTHS = {
  claimId: 16,
  customer: 32,
  domain: 24,
  program: 24,
  status: 12,
  owner: 24,
  state: 14,
  toCollect: 32,
  toUpload: 32,
  done: 32,
  deadline: 14,
} as const;

/** What stands in it beside the data. */
export interface ClaimListWords {
  /** The name of the sheet. */
  readonly sheet: string;
  /** Without its ending. @param day `YYYY-MM-DD` */
  readonly fileName: (day: string) => string;
  readonly columns: Readonly<Record<keyof typeof WIDTHS, string>>;
  readonly states: Readonly<Record<ClaimState, string>>;
}

export interface ClaimListOptions {
  readonly claims: ClaimService;
  readonly campaigns: Campaigns;
  readonly words: ClaimListWords;
}

export function claimList(options: ClaimListOptions, person: Person, query: ClaimTableQuery): ListRows {
  const names = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
  const columns = names.map((name) => ({ title: options.words.columns[name], width: WIDTHS[name] }));
  return { columns, rows: claimRows(options, person, query) };
}

async function* claimRows(
  options: ClaimListOptions,
  person: Person,
  query: ClaimTableQuery,
): AsyncGenerator<readonly (readonly ListCell[])[]> {
  // A claim that moves meanwhile is not listed twice.
  const listed = new Set<string>();
  for (let from = 0; ; from += ROWS_AT_ONCE) {
    const { rows, total, names } = await options.claims.table(person, { ...query, from, count: ROWS_AT_ONCE });
    const others = rows.filter(({ _id }) => !listed.has(_id));
    for (const { _id } of others) listed.add(_id);
    yield others.map((claim) => cellsOf(claim, names, options));
    if (from + ROWS_AT_ONCE >= total || rows.length === 0) return;
    await nextTick();
  }
}

/** In the order of the columns. */
function cellsOf(claim: Claim, names: OwnerNames, { campaigns, words }: ClaimListOptions): readonly ListCell[] {
  const { owner } = claim;
  const deadline = campaigns.find(({ notice }) => notice.name === claim.notice)?.deadline;
  const inState = (state: WorkloadState): string =>
    claim.workloads
      .filter((workload) => workloadState(workload) === state)
      .map(({ name }) => name)
      .join(', ');
  return [
    claim.claimId,
    claim.customerName,
    claim.customerDomain ?? '',
    claim.program,
    claim.status,
    owner === undefined ? '' : (names.get(owner.key) ?? owner.label),
    words.states[claimState(claim)],
    inState('to collect'),
    inState('to upload'),
    inState('done'),
    deadline === undefined ? '' : { day: deadline },
  ];
}
