/** What the cards of this room are filled with. All strings are ready to show; empty where there is nothing to say. */
import type { NoticePart } from '../announcements/notice-texts.ts';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** "40 · waiting to be sent" */
export interface Figure {
  readonly value: string;
  readonly label: string;
  /** Something that a lead may want to look at. */
  readonly warn: boolean;
}

/** `adaptive-cards/nudge.json`: what one person is reminded of. */
export interface NudgeView {
  readonly milestone: string;
  /** "Megan Bowen asked me to remind you." */
  readonly askedBy: string;
  /** "12 claims to collect POE for", or that all is done. */
  readonly title: string;
  /** "3 to upload in Partner Center", under a title of what is to collect. */
  readonly toUpload: string;
  /** "14 days left, until June 30, 2020"; of what is all done, that nothing is left. */
  readonly deadline: string;
  /** At most five, the most urgent first. */
  readonly rows: readonly {
    readonly claim: string;
    readonly customer: string;
    /** "CLM-1001 · OSA Sell" */
    readonly about: string;
    /** "Exchange Online, Teams and 2 more" */
    readonly workloads: string;
    /** "To collect", "To upload"; "Filed here" or "Done" where struck. */
    readonly state: string;
    readonly toCollect: boolean;
    readonly struck: boolean;
  }[];
  /** "Quiet until Wednesday, June 17.", or that reminders are off. */
  readonly quiet: string;
  readonly canList: boolean;
  readonly canSnooze: boolean;
  readonly canTurnOff: boolean;
  readonly canTurnOn: boolean;
  /** How to end these messages. */
  readonly closing: string;
}

/** `adaptive-cards/digest.json`: what leads can do where reminders do not help. */
export interface DigestView {
  readonly deadline: string;
  readonly empty: string;
  readonly sections: readonly {
    readonly title: string;
    readonly hint: string;
    readonly names: readonly NamedView[];
    /** Unfold. */
    readonly more: readonly NamedView[];
    readonly moreTitle: string;
    /** "and 12 more" after all that are named. */
    readonly rest: string;
  }[];
  readonly canList: boolean;
}

export interface NamedView {
  readonly name: string;
  readonly detail: string;
}

/** `adaptive-cards/report.json`: where the campaign and its reminders stand, for leads. */
export interface ReportView {
  /** What has just happened. */
  readonly remark: string;
  readonly deadline: string;
  readonly claims: readonly Figure[];
  readonly reminders: readonly Figure[];
  /** "24 owners of open claims" */
  readonly ownersTitle: string;
  readonly owners: readonly {
    readonly owner: string;
    readonly name: string;
    /** "5 to collect, 2 to upload" */
    readonly open: string;
    /** "Last reminder on June 16, 2020" */
    readonly last: string;
    /** Why there is no button, or that they asked for quiet. */
    readonly note: string;
    readonly canRemind: boolean;
    /** One-time key of this button. */
    readonly once: string;
  }[];
  readonly pageLabel: string;
  readonly page: number;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly canRemindAll: boolean;
  /** "Remind all 24" */
  readonly remindAll: string;
  /** One-time key of "Remind all". */
  readonly once: string;
}

/** `adaptive-cards/announce-form.json` */
export interface AnnounceFormView {
  readonly once: string;
  readonly problem: string;
  readonly audience: string;
  readonly audiences: readonly Choice[];
  readonly program: string;
  readonly programs: readonly Choice[];
  readonly customer: string;
  readonly line: string;
}

/** `adaptive-cards/announce-check.json`: what would be sent to whom. `audience` to `line` are as entered, for the way back. */
export interface AnnounceCheckView {
  readonly once: string;
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
