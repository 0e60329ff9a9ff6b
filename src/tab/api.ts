/**
 * What the page and the server say to each other, as JSON. The page takes its types from here, so that both sides cannot drift apart: nothing but
 * types stands here, and what they name is plain data.
 */
import type { AnnouncementProgress, Audience, AudienceCounts } from '../announcements/announcement.ts';
import type { Phase } from '../campaign/campaign.ts';
import type { ClaimRights } from '../claims/access.ts';
import type { PoeLack, WorkloadState } from '../claims/claim.ts';
import type { ClaimSort, ClaimState } from '../claims/claim-table.ts';
import type { ClaimRemark } from '../claims/remark.ts';
import type { WorkloadAction } from '../claims/rules.ts';
import type { Deed } from '../poe/record/timeline.ts';
import type { CampaignOverview, OverviewOwner, OwnersWho } from '../report/service.ts';
import type { OfferedKind, TicketAction } from '../tickets/rules.ts';
import type { TicketStateFilter, TicketsOf } from '../tickets/table.ts';
import type { EventKind, IssueKey, TicketState, TopicKey } from '../tickets/ticket.ts';

/** The answer to whatever goes wrong (RFC 9457). */
export interface ProblemBody {
  /** A sentence for people. */
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** Under which the log has it. */
  readonly reference: string;
}

/** `GET /tab/api/people`, in local mode: whom one may choose to be. */
export interface PeopleBody {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** `GET /tab/api/me` */
export interface MeBody {
  readonly name: string;
  readonly lead: boolean;
  /** Of the bot's own dates and numbers (BCP 47). */
  readonly locale: string;
  /** IANA. */
  readonly timeZone: string;
  /** `YYYY-MM-DD`, by the campaign clock, in their calendar. */
  readonly today: string;
  /** In the order of their deadlines. */
  readonly campaigns: readonly {
    readonly id: string;
    readonly label?: string;
    /** `YYYY-MM-DD` */
    readonly deadline: string;
    readonly effective: string;
    readonly phase: Phase;
    /** Negative after the deadline. */
    readonly daysLeft: number;
  }[];
}

/** `GET /tab/api/version`: another text than before where anything may have changed. */
export interface VersionBody {
  readonly version: string;
}

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
  readonly proposed?: readonly { readonly name: string; readonly upn: string }[];
}

/** A claim that an upload may be for. */
export interface UploadClaimBody {
  /** Of the record. */
  readonly id: string;
  readonly claimId: string;
  readonly customer: string;
  readonly program: string;
}

/** Files that were dropped, and are not yet filed. */
export interface UploadBody {
  readonly id: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** That it is proposed for. */
  readonly claim?: UploadClaimBody;
  /** A sentence: why that one. */
  readonly reason?: string;
  /** No other comes into question. */
  readonly sure: boolean;
}

/** A file that the virus scanner has not seen yet. */
export interface HeldBody {
  readonly id: string;
  readonly name: string;
  /** A sentence: why it was refused since. Absent: it waits. */
  readonly refused?: string;
}

/** `GET /tab/api/uploads`: of the person who asks, the oldest first. */
export interface UploadsBody {
  readonly uploads: readonly UploadBody[];
  readonly held: readonly HeldBody[];
  /** Of a file. */
  readonly maxBytes: number;
}

/** `POST /tab/api/uploads?name=…&claim=…`, the bytes of one file. `claim`: the record that it was dropped on; absent: on none. */
export interface TakenBody {
  /** Absent: the file waits for the virus scanner. */
  readonly upload?: string;
}

/**
 * `GET /tab/api/uploads/:id?claim=…`: what is to be chosen before it is filed, and what its files show for the claim. Its sentences are those
 * of the chat; empty where there is nothing to say.
 */
export interface UploadFormBody {
  readonly candidates: readonly UploadClaimBody[];
  /** The record whose workloads these are: the one that was asked for, else the proposed one. */
  readonly claim?: string;
  readonly workloads: readonly { readonly key: string; readonly name: string; readonly selected: boolean }[];
  readonly reason: string;
  readonly stands: string;
  readonly lacks: readonly string[];
  readonly unread: string;
  readonly others: string;
  /** A word of why is asked for: something lacks. It may be left out. */
  readonly askWhy: boolean;
}

/** `POST /tab/api/uploads/:id/file`. The upload is its one-time key. */
export interface FilingBody {
  readonly claim: string;
  /** Keys. */
  readonly workloads: readonly string[];
  readonly why?: string;
}

/** Its answer. */
export interface FiledBody {
  readonly filed: boolean;
  /** A sentence. */
  readonly text: string;
  /** Where it lies now. */
  readonly claim?: string;
}

/** `POST /tab/api/uploads/file-sure`, of these uploads. */
export interface FiledSureBody {
  readonly filings: readonly { readonly upload: string; readonly filed: boolean; readonly text: string }[];
}

/** `GET /tab/api/tickets?…`. Empty or absent: not filtered. */
export interface TicketsParams {
  readonly of?: TicketsOf;
  readonly text?: string;
  readonly state?: TicketStateFilter;
  readonly from: number;
  /** At most 200. */
  readonly count: number;
}

/** A person of a ticket. */
export interface PartyBody {
  readonly name: string;
  readonly you: boolean;
}

export interface TicketRow extends ClaimTicketBody {
  /** IDs, at most three. */
  readonly claims: readonly string[];
  readonly claimCount: number;
  /** How it begins. */
  readonly about: string;
  readonly requester: PartyBody;
  /** Who of the desk took it. */
  readonly assignee?: PartyBody;
}

export interface TicketsBody {
  /** What is shown is this old at the most (`VersionBody`). */
  readonly version: string;
  readonly total: number;
  readonly from: number;
  readonly rows: readonly TicketRow[];
  /** Whose they are, also where nobody said. */
  readonly of: TicketsOf;
  /** Whether `all` are more than their own to the person. */
  readonly seesAll: boolean;
}

export interface TicketClaimBody {
  readonly claimId: string;
  readonly customer: string;
  /** Of the record, where the person may open it. */
  readonly id?: string;
  /** Whether it was one that its requester may see, when it was written. */
  readonly known: boolean;
}

export interface TicketEventBody {
  readonly kind: EventKind;
  readonly at: string;
  /** Undefined: the bot itself. */
  readonly by?: string;
  /** A comment, a case number, a file's name. */
  readonly text?: string;
}

/** `GET /tab/api/tickets/:name` */
export interface TicketBody extends Omit<TicketRow, 'claims' | 'claimCount' | 'about'> {
  readonly topic: TopicKey;
  readonly description: string;
  readonly claims: readonly TicketClaimBody[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Partner Center's. */
  readonly caseNumber?: string;
  /** The newest first. */
  readonly events: readonly TicketEventBody[];
  /** What the person may do with it just now. */
  readonly offers: readonly OfferedKind[];
  /** For Partner Center, ready to paste. */
  readonly handOver: { readonly title: string; readonly text: string; readonly url: string };
}

/** `POST /tab/api/tickets`, and of one that is changed `POST /tab/api/tickets/:name`. */
export interface TicketFormParams {
  /** Of this form, as long as it is the same. */
  readonly idempotencyKey: string;
  readonly topic: TopicKey;
  readonly issue: IssueKey | '';
  /** As typed. */
  readonly claims: string;
  readonly description: string;
  /** Empty, or what the last answer to this form had. */
  readonly accepted: string;
}

/** The ticket, or what is to be put right beside which field. */
export type TicketFormBody =
  | { readonly ticket: TicketBody; readonly hasDesk: boolean }
  | { readonly problems: Partial<Record<'issue' | 'claims' | 'description', string>>; readonly accepted: string };

/** `POST /tab/api/tickets/:name/actions` */
export type TicketActionParams = { readonly idempotencyKey: string } & Extract<
  TicketAction,
  { readonly kind: 'take' | 'resolve' | 'withdraw' | 'reopen' | 'comment' | 'hand over' }
>;

export interface TicketActionBody {
  readonly ticket: TicketBody;
  /** Whether there was anything to do. */
  readonly changed: boolean;
}

/** `GET /tab/api/campaign?…`, for leads. */
export interface CampaignParams {
  /** Its id; absent: the one whose deadline comes next. */
  readonly campaign?: string;
  readonly who?: OwnersWho;
}

export interface CampaignOwnerBody extends OverviewOwner {
  /** A reminder may reach them, and they have something open. */
  readonly canRemind: boolean;
}

export interface CampaignBody extends Omit<CampaignOverview, 'owners' | 'progress'> {
  /** What is shown is this old at the most (`VersionBody`). */
  readonly version: string;
  readonly id: string;
  readonly owners: readonly CampaignOwnerBody[];
  readonly who: OwnersWho;
  /** Reminders of this campaign by what became of them. */
  readonly reminders: Readonly<Record<'sent' | 'due' | 'unknown' | 'failed' | 'skipped', number>>;
  readonly tickets: Readonly<Partial<Record<TicketState, number>>>;
}

/** `POST /tab/api/campaign/remind`. The same person is reminded once a day, however often it is sent. */
export interface RemindParams {
  readonly campaign: string;
  /** As the list of owners names them. */
  readonly owner: string;
}

export interface RemindBody {
  /** What came of it, as a sentence. */
  readonly said: string;
}

/** `POST /tab/api/campaign/remind-all` */
export interface RemindAllParams {
  readonly idempotencyKey: string;
  readonly campaign: string;
}

export interface RemindAllBody {
  /** Not because of an earlier request under the same key. */
  readonly added: boolean;
}

/** `POST /tab/api/claims/assign` */
export interface AssignParams {
  readonly idempotencyKey: string;
  /** The claim ID. */
  readonly claimId: string;
  /** An address, or a name. */
  readonly to: string;
}

/** Nothing was changed where several people, or one whom nobody confirmed yet, may be meant. */
export type AssignBody =
  | { readonly owner: string }
  | { readonly proposed: readonly { readonly name: string; readonly address: string }[] };

/** `POST /tab/api/campaign/notice`, and before it `POST /tab/api/campaign/notice/check` */
export interface ShareParams {
  readonly idempotencyKey: string;
  readonly campaign: string;
  readonly audience: Audience['kind'];
  /** For a program, its name; for a customer, their name or a claim ID. */
  readonly name: string;
  /** What the lead says above the notice; may be empty. */
  readonly line: string;
}

/** Who would get it just now, or what is to be put right. */
export type ShareCheckBody = { readonly problem: string } | AudienceCounts;

/** What came of it so far; or that it would reach nobody; or what is to be put right. */
export type ShareBody =
  | { readonly problem: string }
  | { readonly nobody: true }
  | Pick<AnnouncementProgress, 'waiting' | 'sent' | 'unknown' | 'failed' | 'off' | 'unreachedInAll'>;
