/** What the cards of this feature are filled with. All strings are ready to show; empty where there is nothing to say. */

/** `adaptive-cards/nudge.json`: what one person is reminded of. */
export interface ReminderView {
  /** The campaign's id. */
  readonly campaign: string;
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
