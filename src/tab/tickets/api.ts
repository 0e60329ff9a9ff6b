/** What the page and the server say to each other of tickets. Types alone, as in `../api.ts`. */
import type { OfferedKind, TicketAction } from '../../tickets/rules.ts';
import type { TicketStateFilter, TicketsOf } from '../../tickets/table.ts';
import type { EventKind, IssueKey, TopicKey } from '../../tickets/ticket.ts';
import type { ClaimTicketBody } from '../claims/api.ts';

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
  /** For leads: it did not reach one of its places. */
  readonly isUndelivered?: true;
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
  /** How many in all did not reach one of their places; 0 for everybody but leads. */
  readonly undelivered: number;
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
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly bytes: number }[];
  /** The person may add files. */
  readonly takesFiles: boolean;
  /** For leads: what it did not reach, and why, a sentence each. */
  readonly undelivered: readonly string[];
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

/** `POST /tab/api/tickets/:name/resend`, for leads: to where it did not arrive. Its answer is a `TicketActionBody`. */
export interface ResendParams {
  readonly idempotencyKey: string;
}

/** `POST /tab/api/tickets/resend`: the same for all that did not arrive. */
export interface ResentBody {
  /** How many are on their way again. */
  readonly sent: number;
}
