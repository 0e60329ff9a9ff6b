/**
 * What the page and the server say to each other, as JSON. The page takes its types from here, so that both sides cannot drift apart: nothing but
 * types stands here, and what they name is plain data.
 */

import type { Phase } from '../campaign/campaign.ts';
import type { Direction, Language } from '../language/language.ts';

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
  /** The address of the chat with the bot, to which `&message=…` may be added. Absent in local mode. */
  readonly chat?: string;
  /** Of the bot's own dates and numbers (BCP 47). */
  readonly locale: string;
  /** Of the words. */
  readonly language: Language;
  /** How that is written. */
  readonly direction: Direction;
  /** What they chose; absent: that of their client. */
  readonly chosenLanguage?: Language;
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

/** `GET /tab/api/version`: another text than before where anything may have changed; with `of=campaign` also of what its leads alone see. */
export interface VersionBody {
  readonly version: string;
}
