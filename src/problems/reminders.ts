/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface ReminderProblems {
  readonly 'reminder.not-found': undefined;
  /** Nobody who has the bot is this owner of claims. */
  readonly 'reminder.unknown-owner': undefined;
  readonly 'reminder.leads-only': undefined;
}
