/**
 * The names and data of all card actions, a file for each feature. They stand below the features, so that cards link to each other
 * without importing each other's features. Card data is forgeable and may be stale, so every verb has a schema; ids and one-time keys
 * travel, records never do. Inputs of a card arrive merged into the data, as strings.
 */
import type { z } from 'zod';
import { announcementVerbs } from './announcements.ts';
import { claimVerbs } from './claims.ts';
import { importVerbs } from './imports.ts';
import { introVerbs } from './intro.ts';
import { knowledgeVerbs } from './knowledge.ts';
import { languageVerbs } from './language.ts';
import { personalDataVerbs } from './personal-data.ts';
import { poeVerbs } from './poe.ts';
import { reminderVerbs } from './reminders.ts';
import { reportVerbs } from './report.ts';
import { ticketVerbs } from './tickets.ts';

export const verbSchemas = {
  ...introVerbs,
  ...languageVerbs,
  ...claimVerbs,
  ...importVerbs,
  ...poeVerbs,
  ...knowledgeVerbs,
  ...ticketVerbs,
  ...reminderVerbs,
  ...reportVerbs,
  ...announcementVerbs,
  ...personalDataVerbs,
} as const;

export type Verb = keyof typeof verbSchemas;
export type VerbData<V extends Verb> = z.infer<(typeof verbSchemas)[V]>;

export function isVerb(name: unknown): name is Verb {
  return typeof name === 'string' && Object.hasOwn(verbSchemas, name);
}
