/** What an announcement is: whom it is for, what was entered, what came of it. */
import type { Reach } from '../people/reach.ts';

export interface Audience {
  readonly kind: 'everyone' | 'program' | 'customer';
  /** Name of the program or customer; undefined for everyone. */
  readonly name?: string;
}

/** The form of an announcement as it was entered; anything may stand in it. */
export interface AnnouncementDraft {
  /** One-time key; becomes the order's `_id`. */
  readonly idempotencyKey: string;
  /** The campaign's id. */
  readonly campaign: string;
  /** `everyone`, `program` or `customer`. */
  readonly audience: string;
  readonly program: string;
  readonly customer: string;
  readonly line: string;
}

export interface AudienceCounts {
  /** Who get it. */
  readonly people: number;
  /** Who turned messages off, and get nothing. */
  readonly remindersOff: number;
  readonly unreached: readonly { readonly name: string; readonly reach: Exclude<Reach, 'reachable'> }[];
  /** Total, including those not named. */
  readonly unreachedInAll: number;
}

export interface AnnouncementProgress {
  /** `_id` of its order. */
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
  readonly unreached: AudienceCounts['unreached'];
  readonly unreachedInAll: number;
}
