/**
 * What people can put right, as codes with their data, a file for each feature. Services throw them; the sentence is made where it is
 * shown, in the chat from the feature's texts. They stand below the features, so that every room can throw.
 */
import type { AnnouncementProblems } from './announcements.ts';
import type { ClaimProblems } from './claims.ts';
import type { FileProblems } from './files.ts';
import type { ImportProblems } from './imports.ts';
import type { KnowledgeProblems } from './knowledge.ts';
import type { PoeProblems } from './poe.ts';
import type { ReminderProblems } from './reminders.ts';
import type { ReportProblems } from './report.ts';
import type { StorageProblems } from './storage.ts';
import type { TabProblems } from './tab.ts';
import type { TicketProblems } from './tickets.ts';

export interface Problems
  extends StorageProblems,
    FileProblems,
    ClaimProblems,
    ImportProblems,
    PoeProblems,
    TicketProblems,
    KnowledgeProblems,
    ReminderProblems,
    ReportProblems,
    AnnouncementProblems,
    TabProblems {}

export type ProblemCode = keyof Problems;

/** Plain data: it is kept in records and crosses processes. */
export type Problem<C extends ProblemCode = ProblemCode> = {
  readonly [K in C]: { readonly code: K; readonly data: Problems[K] };
}[C];

/** The sentence for each of these. @param locale of the reader, for numbers and days (BCP 47) */
export type ProblemTexts<P> = { readonly [C in keyof P]: (data: P[C], locale: string) => string };

/** The sentences of each language as such that look at the locale themselves. */
export function problemsIn<P>(textsFor: (locale: string) => ProblemTexts<P>): ProblemTexts<P> {
  const texts: Partial<Record<keyof P, unknown>> = {};
  for (const code of Object.keys(textsFor('en')) as (keyof P)[])
    texts[code] = (data: P[typeof code], locale: string) => textsFor(locale)[code](data, locale);
  return texts as ProblemTexts<P>;
}

/** @returns undefined where none of these texts is for the problem */
export function problemText(
  texts: Partial<ProblemTexts<Problems>>,
  { code, data }: Problem,
  locale: string,
): string | undefined {
  const say = texts[code] as ((data: unknown, locale: string) => string) | undefined;
  return say?.(data, locale);
}
