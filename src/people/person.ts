/** A person of a tenant, as the bot knows them from their own messages and the roster. */
export interface Person {
  /** `tenantId` and the directory object id, joined: one record per person and tenant. */
  readonly _id: string;
  readonly tenantId: string;
  /** The directory object id (the channel's user id where there is none, as in some test clients). */
  readonly userId: string;
  readonly name: string;
  /** User principal name and e-mail, lower case. */
  readonly upn?: string;
  readonly email?: string;
  /** A guest's directory is not the tenant's own: their display name proves nothing. */
  readonly guest: boolean;
  /** When name and UPN were last read from the roster, ISO. */
  readonly rosterAt?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** False after an uninstall or a block; the rest of the record stays. */
  readonly reachable: boolean;
  /** The conversation reference of the personal chat, as JSON: its fields are the channel's, not ours. */
  readonly reference?: string;
  /** They asked for no reminders. */
  readonly remindersOff?: boolean;
  /** `YYYY-MM-DD` in their own calendar: quiet until then, and reminded on that day. */
  readonly snoozedUntil?: string;
  /** `_id` of the association opened last: it is proposed for the next file. */
  readonly lastClaim?: string;
}
