/** What the page and the server say to each other of claims. Types alone, as in `../api.ts`. */
import type { ClaimRights } from '../../claims/access.ts';
import type { PoeLack, WorkloadState } from '../../claims/claim.ts';
import type { ClaimSort, ClaimState } from '../../claims/claim-table.ts';
import type { ClaimRemark } from '../../claims/remark.ts';
import type { WorkloadAction } from '../../claims/rules.ts';
import type { Deed } from '../../poe/record/timeline.ts';
import type { IssueKey, TicketState } from '../../tickets/ticket.ts';

/** `GET /tab/api/filters` */
export interface FiltersBody {
  readonly programs: readonly string[];
  readonly workloads: readonly { readonly key: string; readonly name: string }[];
  /** Leads choose among them. */
  readonly owners: readonly { readonly key: string; readonly name: string }[];
}

/** Whose claims: `mine`, `none`, `all`, or `owner:` and a key. */
export type OwnerParam = 'mine' | 'none' | 'all' | `owner:${string}`;

/** `GET /tab/api/claims?…`. Empty or absent: not filtered. */
export interface ClaimsParams {
  readonly owner?: OwnerParam;
  readonly text?: string;
  readonly program?: string;
  readonly workload?: string;
  readonly state?: ClaimState;
  readonly sort?: ClaimSort;
  readonly order?: 'up' | 'down';
  readonly from: number;
  /** At most 200. */
  readonly count: number;
}

export interface OwnerBody {
  readonly key: string;
  readonly name: string;
  /** It is the person who asks. */
  readonly you: boolean;
}

export interface ClaimRow {
  /** Of the record, not the claim ID. */
  readonly id: string;
  readonly claimId: string;
  /** Empty where the export names none. */
  readonly customer: string;
  readonly program: string;
  /** Names, those first with something left to do; at most two. */
  readonly workloads: readonly string[];
  /** How many there are. */
  readonly workloadCount: number;
  readonly owner?: OwnerBody;
  readonly state: ClaimState;
  /** What the newest POE that waits for its upload does not show. */
  readonly lacks: readonly PoeLack[];
}

export interface ClaimsBody {
  /** What is shown is this old at the most (`VersionBody`). */
  readonly version: string;
  readonly total: number;
  readonly from: number;
  readonly rows: readonly ClaimRow[];
  /** Whose they are, also where nobody said. */
  readonly owner: OwnerParam;
}

export interface WorkloadBody {
  readonly key: string;
  readonly name: string;
  readonly subscriptionId?: string;
  readonly state: WorkloadState;
}

export interface DocumentBody {
  /** Names it on this page. */
  readonly id: string;
  /** What it was filed as. */
  readonly draft: string;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly filedAt: string;
  readonly filedBy: string;
  /** That it was filed for. */
  readonly workloads: readonly Pick<WorkloadBody, 'key' | 'name'>[];
  /** Names of those whose latest POE it is. */
  readonly latestFor: readonly string[];
  /** It could be read, and was looked through for what reviewers look for. */
  readonly checked: boolean;
  readonly lacks: readonly PoeLack[];
  /** Why it was filed all the same. */
  readonly why?: string;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string };
  readonly mayWithdraw: boolean;
}

export interface ClaimTicketBody {
  /** "T-1001" */
  readonly name: string;
  readonly issue: IssueKey;
  readonly state: TicketState;
  readonly changedAt: string;
}

/** `GET /tab/api/claims/:id` */
export interface ClaimBody extends Omit<ClaimRow, 'workloads' | 'workloadCount'> {
  /** The claim's own name. */
  readonly name: string;
  readonly status: string;
  readonly domain?: string;
  readonly directoryId?: string;
  readonly mpnId?: string;
  /** `YYYY-MM-DD`, of the campaign that it counts in. */
  readonly deadline?: string;
  readonly remark?: ClaimRemark;
  readonly removed?: { readonly at: string; readonly by: string; readonly reason: string };
  /** What to offer: whoever asks for more is refused. */
  readonly may: ClaimRights;
  readonly workloads: readonly WorkloadBody[];
  /** The newest first. */
  readonly documents: readonly DocumentBody[];
  readonly tickets: readonly ClaimTicketBody[];
  /** The newest first. */
  readonly deeds: readonly DeedBody[];
  /** Where the last step is done. */
  readonly partnerCenterUrl: string;
}

export interface DeedBody extends Omit<Deed, 'by'> {
  readonly by: string;
}

/** `POST /tab/api/claims/:id/actions`, with a one-time key beside it: what is sent again under it is done once. */
export type ClaimAction =
  | { readonly kind: WorkloadAction; readonly workload: string }
  | { readonly kind: 'take' | 'bring-back' }
  /** An address, or a name: then people are proposed. */
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'remove'; readonly reason: string }
  | {
      readonly kind: 'withdraw';
      readonly draft: string;
      readonly sha256: string;
      /** Keys. */
      readonly workloads: readonly string[];
      readonly reason: string;
    };

/** Its answer. */
export interface ClaimActionBody {
  /** As it stands now. */
  readonly claim: ClaimBody;
  /** False: nothing was changed, since the claim had moved on. Also true where the same was sent before. */
  readonly changed: boolean;
  /** Who may be meant by a name, each with their address; nothing was changed then. */
  readonly proposed?: readonly ProposedPerson[];
}

/** What may be done with several claims at once. */
export type SharedClaimAction = Exclude<ClaimAction, { readonly kind: 'withdraw' }>;

/**
 * `POST /tab/api/claims/actions`: one press, for several claims. Under its one-time key it is done once for each of them: what was sent before,
 * and was cut off in between, is finished when it is sent again.
 */
export type ClaimsActionParams = {
  readonly idempotencyKey: string;
  /** Of the records; at most 200. */
  readonly claims: readonly string[];
} & SharedClaimAction;

/** Its answer. Where a name may mean several people, or one whom nobody confirmed yet, nothing was changed. */
export type ClaimsActionBody =
  | { readonly outcomes: readonly ClaimOutcomeBody[] }
  | { readonly proposed: readonly ProposedPerson[] };

/** What became of one of them. */
export interface ClaimOutcomeBody {
  /** Of the record. */
  readonly id: string;
  /** Why nothing was changed, as a sentence. Absent: it was done, now or when the same was sent before. */
  readonly why?: string;
}

/** Somebody whom a name may mean. */
export interface ProposedPerson {
  readonly name: string;
  readonly upn: string;
}
