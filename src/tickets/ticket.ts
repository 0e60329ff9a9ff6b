/** A ticket: what a person asks their own desk for, with claim IDs, and what became of it. */
import { searchText } from '../claims/normalise.ts';
import { plainSigns } from '../format/plain-signs.ts';
import type { FailedAttempt } from '../outbox/attempt.ts';
import { type Lease, leaseIn } from '../storage/lease.ts';
import type { Doc } from '../storage/port.ts';

export type TicketState = 'open' | 'in progress' | 'handed over' | 'resolved' | 'withdrawn';

/** Partner Center's category for all of them (the notice, "Questions?"). */
export const TICKET_CATEGORY = 'Partner Incentives';

/** Choices of our own: the names of topics and issues in Partner Center are not documented (docs/domain.md, "Support"). */
export const TICKET_TOPICS = ['cpor', 'poe', 'access', 'other'] as const;
export const TICKET_ISSUES = [
  'association-update',
  'disassociation',
  'competing-claim',
  'poe-question',
  'other',
] as const;
export type TopicKey = (typeof TICKET_TOPICS)[number];
export type IssueKey = (typeof TICKET_ISSUES)[number];

export interface Party {
  /** Directory object id. */
  readonly userId: string;
  readonly name: string;
}

export interface TicketClaim {
  /** As it stands in the store, or as it was written where it is not known. */
  readonly claimId: string;
  readonly customer: string;
  readonly known: boolean;
}

export interface TicketFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export type EventKind =
  | 'opened'
  | 'taken'
  | 'commented'
  | 'edited'
  | 'file added'
  | 'handed over'
  | 'resolved'
  | 'withdrawn'
  | 'reopened'
  | 'raised';

/** One change: who, when, what. */
export interface TicketEvent {
  readonly kind: EventKind;
  /** Undefined: the bot itself. */
  readonly by?: Party;
  /** Real time, ISO. */
  readonly at: string;
  /** A comment, a case number, a file's name. */
  readonly text?: string;
  /** The ticket's version that it made. */
  readonly version: number;
}

/** How a ticket stands in one place outside; what to send there follows from it. Stored under `legs`, a name that is in databases. */
export interface DeliveryState {
  /** The version that stands there; 0: nothing yet. */
  readonly version: number;
  /** The message there. */
  readonly messageId?: string;
  /** Where that message is, for a place that may move. */
  readonly where?: string;
  /** Who is sending, while somebody is. */
  readonly lease?: string;
  /** Real time, ISO. Whoever holds the lease after this was killed. A new version makes the ticket due but does not end the lease. */
  readonly leaseUntil?: string;
  /** Requests made for the version under way. */
  readonly tries: number;
  /** Real time of the first of them, ISO. */
  readonly since?: string;
  /** How often it is not known whether a message arrived. */
  readonly unknown: number;
  /** Why it is not tried any more; a lead may have it sent again. */
  readonly dead?: DeadLetterCode;
  /** With `rejected` and `expired`: what the last request came to. */
  readonly lastAttempt?: FailedAttempt;
}

/** Why a place does not get a ticket. */
export type DeadLetterCode =
  /** Sent twice, and both times no answer came: it may be there. */
  | 'unconfirmed'
  /** The conversation is not there. */
  | 'gone'
  /** The conversation takes nothing from the bot. */
  | 'blocked'
  /** The answer says that a repeat will not succeed. */
  | 'rejected'
  /** Tried for too long. */
  | 'expired';

export const PLACES = ['desk', 'webhook', 'requester'] as const;
export type Place = (typeof PLACES)[number];

/** The ticket had no change for long: when it was escalated, and which leads were sent a line. */
export interface Escalation {
  /** Real time, ISO. */
  readonly at: string;
  /** Real time, ISO, while some leads have no line yet: when to send the next. */
  readonly due?: string;
  /** Leads who were sent a line, or may have been, by object id. */
  readonly told: readonly string[];
  /** How often the line to a lead was put off. */
  readonly tries: number;
}

export interface Ticket extends Doc {
  readonly tenantId: string;
  /** 1001 and up: "T-1001". */
  readonly number: number;
  /** The form's one-time key: a submit that comes again finds the ticket that it made. */
  readonly submitKey: string;
  readonly requester: Party;
  readonly topic: TopicKey;
  readonly issue: IssueKey;
  readonly claims: readonly TicketClaim[];
  readonly description: string;
  readonly files: readonly TicketFile[];
  readonly state: TicketState;
  /** Who of the desk took it. */
  readonly assignee?: Party;
  /** Partner Center's. */
  readonly caseNumber?: string;
  /** The last ones, oldest first. */
  readonly history: readonly TicketEvent[];
  readonly appliedKeys: readonly string[];
  readonly version: number;
  /** Real time, ISO. */
  readonly createdAt: string;
  /** Real time, ISO: the last change by a person. */
  readonly changedAt: string;
  /** Whether the bot has escalated it since the last change by a person. */
  readonly raised: boolean;
  readonly raise?: Escalation;
  /** How each place stands. The name is in databases, as are `raise`, `raised` and `appliedKeys`. */
  readonly legs: Readonly<Record<Place, DeliveryState>>;
  /** Real time, ISO, while something is to be sent there: when. */
  readonly deskDue?: string;
  readonly webhookDue?: string;
  readonly requesterDue?: string;
  /** What a search looks through. */
  readonly searchKey: string;
}

export const NOTHING_SENT: DeliveryState = { version: 0, tries: 0, unknown: 0 };

/** Held by whoever sends the ticket to this place just now. */
export function leaseOf(place: Place): Lease {
  return leaseIn({ holder: `legs.${place}.lease`, until: `legs.${place}.leaseUntil` });
}

/** "T-1001" */
export function ticketName({ number }: Pick<Ticket, 'number'>): string {
  return `T-${number}`;
}

/** "T-1001", "t1001", "#1001", "1001" → 1001; undefined where it is none. */
export function ticketNumber(text: string): number | undefined {
  const [, digits] = /^\s*(?:t\s*-?|#)?\s*(\d{4,9})\s*$/i.exec(plainSigns(text)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** States in which something may still happen. */
export const OPEN_STATES: readonly TicketState[] = ['open', 'in progress', 'handed over'];

/** What is typed of a number, as names begin: "t10", "#10", "10" → "t-10"; undefined where it is none. */
export function ticketNameBegin(text: string): string | undefined {
  const [, digits] = /^\s*(?:t\s*-?|#)?\s*(\d{1,9})\s*$/i.exec(plainSigns(text)) ?? [];
  return digits === undefined ? undefined : `t-${digits}`;
}

/** What a search looks through, a line each: the number, the claim IDs and their customers. */
export function ticketSearchKey(number: number, claims: readonly TicketClaim[]): string {
  return searchText([ticketName({ number }), ...claims.flatMap(({ claimId, customer }) => [claimId, customer])]);
}

export function isClosed({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'resolved' || state === 'withdrawn';
}
