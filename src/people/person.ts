import { type Language, languageOf } from '../language/language.ts';

/** A person of a tenant, as the bot knows them from their own messages and the roster. */
export interface Person {
  /** `tenantId` and `userId`, joined by a slash: one record for each person of a tenant. */
  readonly _id: string;
  readonly tenantId: string;
  /** The directory object id; the channel's user id where there is none, as in some test clients. */
  readonly userId: string;
  /** The channel's own id of them (`29:…`), seen together with the directory's. */
  readonly accountId?: string;
  readonly name: string;
  /** User principal name and e-mail, lower case, as far as they are this person's and nobody else's (`addresses.ts`). */
  readonly upn?: string;
  readonly email?: string;
  /** A UPN that passed to somebody else. */
  readonly lostUpn?: string;
  /** By the roster a guest, somebody of another directory, or somebody without a UPN. False until the roster is read. */
  readonly guest: boolean;
  /** When the roster was last read, ISO. Absent: never yet. */
  readonly rosterAt?: string;
  /** Of their client (BCP 47). */
  readonly locale?: string;
  /** That they chose in its stead. */
  readonly language?: Language;
  readonly timeZone?: string;
  /** False after an uninstall or a block; the rest of the record stays. */
  readonly reachable: boolean;
  /** The conversation reference of the personal chat, as JSON: the channel defines its fields. */
  readonly reference?: string;
  /** They were welcomed by a new version of the app, which happens once. */
  readonly welcomed?: boolean;
  /** They turned reminders off. */
  readonly remindersOff?: boolean;
  /** `YYYY-MM-DD` in their own calendar: not reminded before that day, and reminded on it. */
  readonly snoozedUntil?: string;
  /** `_id` of the claim opened last: it is proposed for the next file. */
  readonly lastClaim?: string;
}

/** How they read (BCP 47): as their client does, unless they chose another language. Of somebody who never told theirs: English. */
export function localeOf({
  locale = 'en-US',
  language,
}: {
  readonly locale?: string | undefined;
  readonly language?: Language | undefined;
}): string {
  return language === undefined || languageOf(locale) === language ? locale : language;
}
