/** What the cards of the nudges are drawn from. They show these facts and know nothing else. */
import type { Unreached } from '../report/digest.ts';

/** One claim on somebody's reminder. */
export interface ShownClaim {
  /** `_id` of the association. */
  readonly claim: string;
  readonly claimId: string;
  readonly customer: string;
  readonly program: string;
  /** Names of its open workloads; empty when nothing is open. */
  readonly workloads: readonly string[];
  readonly state: 'to collect' | 'to upload' | 'done';
  /** Collected or finished since the card was sent: struck through. */
  readonly struck: boolean;
}

export interface ReminderFacts {
  readonly milestone: string;
  /** Claims with something to collect. */
  readonly toCollect: number;
  /** Claims with something to upload, some of them with something to collect besides. */
  readonly toUpload: number;
  /** The most urgent ones, at most five. */
  readonly shown: readonly ShownClaim[];
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar, in the future. */
  readonly snoozedUntil?: string;
  /** Name of the lead who asked for it by hand. */
  readonly askedBy?: string;
}

export interface DigestFacts {
  readonly milestone: string;
  /** Open claims without an owner; `toUpload`: with nothing to collect. */
  readonly unowned: { readonly toCollect: number; readonly toUpload: number };
  /** Those with the most open claims first. */
  readonly unreached: readonly Unreached[];
  /** Named or not. */
  readonly unreachedInAll: number;
  /** Owners who were reminded at two milestones and whose claims to collect have not become fewer since. */
  readonly waiting: readonly { readonly id: string; readonly name: string; readonly open: number }[];
  readonly waitingInAll: number;
}

/** What has become of the nudges of a campaign. In numbers only: `/metrics` shows them, too. */
export interface Progress {
  readonly due: number;
  readonly sent: number;
  readonly unknown: number;
  /** By reason, as in the ledger. */
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  /** For how long the oldest one that could have been sent by now has waited, ms of real time; absent where none waits. */
  readonly oldestDueMs?: number;
  /** Sent in the last minute, per second. */
  readonly perSecond: number;
}

export interface ReportOwner {
  /** `userId`, or the owner's key of somebody who is not known here. */
  readonly id: string;
  readonly name: string;
  readonly toCollect: number;
  readonly toUpload: number;
  readonly reach: 'reachable' | 'never installed' | 'blocked';
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar, past or to come. */
  readonly snoozedUntil?: string;
  /** By the campaign clock, ISO. */
  readonly lastSentAt?: string;
}

export interface ReportFacts {
  /** Claims; `unowned`: of the open ones. */
  readonly claims: {
    readonly toCollect: number;
    readonly toUpload: number;
    readonly nothingLeft: number;
    readonly unowned: number;
  };
  readonly progress: Progress;
  /** One page, those with the most open claims first. */
  readonly owners: readonly ReportOwner[];
  readonly ownersInAll: number;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** How many of the owners can be reminded. */
  readonly reachable: number;
}

export interface Audience {
  readonly kind: 'everyone' | 'program' | 'customer';
  /** Of the program or the customer. */
  readonly name?: string;
}

/** The form of an announcement as it was entered; anything may stand in it. */
export interface AnnounceEntered {
  /** One-time key of the announcement. */
  readonly once: string;
  /** `everyone`, `program` or `customer`. */
  readonly audience: string;
  readonly program: string;
  readonly customer: string;
  readonly line: string;
}

export interface AnnounceCounts {
  /** Who get it. */
  readonly people: number;
  /** Who turned messages off, and get nothing. */
  readonly remindersOff: number;
  readonly unreached: readonly { readonly name: string; readonly reach: Unreached['reach'] }[];
  /** Named or not. */
  readonly unreachedInAll: number;
}

export interface AnnouncementProgress {
  /** Its one-time key. */
  readonly order: string;
  readonly line: string;
  readonly audience: Audience;
  /** Name of the lead. */
  readonly by: string;
  /** By the campaign clock, ISO. */
  readonly at: string;
  readonly waiting: number;
  readonly sent: number;
  /** Of the sent ones. */
  readonly read: number;
  readonly unknown: number;
  readonly failed: number;
  readonly off: number;
  readonly unreached: AnnounceCounts['unreached'];
  readonly unreachedInAll: number;
}
