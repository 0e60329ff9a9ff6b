/** What the cards of this feature are filled with. All strings are ready to show; empty where there is nothing to say. */
import type { Figure } from '../cards/figure.ts';

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
  /** The campaign's id. */
  readonly campaign: string;
  /** The other campaigns: their reports are a press away. */
  readonly others: readonly { readonly campaign: string; readonly title: string }[];
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
