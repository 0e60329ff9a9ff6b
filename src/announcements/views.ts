/** What the cards of this feature are filled with. All strings are ready to show; empty where there is nothing to say. */
import type { Choice } from '../cards/choice.ts';
import type { Figure } from '../cards/figure.ts';

/** One heading of the notice in short. */
export interface NoticePart {
  readonly title: string;
  readonly lines: readonly string[];
}

/** `adaptive-cards/announce-form.json` */
export interface AnnounceFormView {
  readonly once: string;
  readonly problem: string;
  /** The campaign's id. */
  readonly campaign: string;
  /** Empty where there is one campaign. */
  readonly campaigns: readonly Choice[];
  readonly audience: string;
  readonly audiences: readonly Choice[];
  readonly program: string;
  readonly programs: readonly Choice[];
  readonly customer: string;
  readonly line: string;
}

/** `adaptive-cards/announce-check.json`: what would be sent to whom. `campaign` to `line` are as entered, for the way back. */
export interface AnnounceCheckView {
  readonly once: string;
  readonly campaign: string;
  readonly audience: string;
  readonly program: string;
  readonly customer: string;
  readonly line: string;
  /** "24 people get it" */
  readonly title: string;
  /** "Owners of claims in OSA Sell" */
  readonly whom: string;
  /** Who is left out or not reached. */
  readonly notes: readonly string[];
  /** Above the lead's line, or that there is none. */
  readonly writes: string;
  readonly lines: readonly string[];
  readonly parts: readonly NoticePart[];
  readonly canSend: boolean;
  /** "Send to 24 people" */
  readonly send: string;
}

/** `adaptive-cards/announcement.json`: what people get. */
export interface AnnouncementView {
  readonly order: string;
  /** "Megan Bowen writes:" */
  readonly writes: string;
  /** The lead's own line, quoted. */
  readonly lines: readonly string[];
  /** What the notice comes to. */
  readonly heading: string;
  readonly deadline: string;
  readonly parts: readonly NoticePart[];
  readonly read: boolean;
  /** Said once it is read. */
  readonly thanks: string;
  /** How to end these messages. */
  readonly closing: string;
}

/** `adaptive-cards/announcement-progress.json`: what has become of an announcement, for the lead. */
export interface AnnouncementProgressView {
  readonly order: string;
  /** "Owners of claims in OSA Sell" */
  readonly whom: string;
  /** "Shared by Megan Bowen, Jun 16, 2020, 9:31 AM" */
  readonly shared: string;
  readonly lines: readonly string[];
  readonly figures: readonly Figure[];
  /** Who is not reached. */
  readonly notes: readonly string[];
}
