/** The features that people's own programs may ask, built as `app.ts` builds them, with nobody to send to: no chat, and no HTTP. */
import { join } from 'node:path';
import { type Announcements, createAnnouncements } from '../../src/announcements/feature.ts';
import { type Claims, createClaims } from '../../src/claims/feature.ts';
import { createImports, type Imports } from '../../src/claims/import/feature.ts';
import { parseConfig } from '../../src/config.ts';
import { type Core, type CoreOptions, openCore } from '../../src/core.ts';
import { createDelivery } from '../../src/delivery/feature.ts';
import { type Answers, createKnowledge } from '../../src/knowledge/feature.ts';
import type { Person } from '../../src/people/person.ts';
import { createPoe, type Poe } from '../../src/poe/feature.ts';
import { createReminders, type Reminders } from '../../src/reminders/feature.ts';
import { createReport, type Report } from '../../src/report/feature.ts';
import { createTickets, type Tickets } from '../../src/tickets/feature.ts';
import type { Messenger, ProactiveSender, TeamRoster } from '../../src/turn.ts';
import { leavePlace, newPlace } from './engines.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';
const KNOWLEDGE_DIR = join(import.meta.dirname, '../../knowledge');
const NOW = new Date('2026-01-05T08:00:00Z');

export interface OpenFeatures {
  readonly core: Core;
  readonly claims: Claims;
  readonly imports: Imports;
  readonly answers: Answers;
  readonly poe: Poe;
  readonly tickets: Tickets;
  readonly reminders: Reminders;
  readonly report: Report;
  readonly announcements: Announcements;
  /** Team → the accounts of its members. */
  readonly rosterOf: Map<string, string[]>;
  /** Somebody of the tenant, as its directory has them; a lead is called Isaiah Langer. */
  person(name: string): Promise<Person>;
  /** Closes the store and removes the data. */
  dispose(): Promise<void>;
}

/** @param uri of MongoDB; undefined: the embedded engine @param env beside what it sets by itself */
export async function openFeatures(
  uri: string | undefined,
  env: Readonly<Record<string, string>> = {},
  options: CoreOptions = {},
): Promise<OpenFeatures> {
  const place = await newPlace(uri);
  const config = parseConfig({
    DATA_DIR: place.dataDir,
    MONGODB_URI: place.mongodbUri,
    LEADS: addressOf('Isaiah Langer'),
    ...env,
  });
  const core = await openCore(config, options);
  const claims = createClaims(core);
  const answers = createKnowledge(core, KNOWLEDGE_DIR);
  const imports = createImports(core, claims, nobody());
  const rosterOf = new Map<string, string[]>();
  const roster: TeamRoster = {
    hasMember: async (_reference, teamId, accountId) => rosterOf.get(teamId)?.includes(accountId) ?? false,
  };
  const tickets = createTickets(core, { claims, proactive: nobody(), roster });
  const poe = createPoe(core, { claims, imports, tickets, proactive: nobody() });
  const delivery = createDelivery(core, claims, nobody());
  const reminders = createReminders(core, claims, delivery);
  const report = createReport(core, claims, delivery, reminders);
  const announcements = createAnnouncements(core, claims, delivery, KNOWLEDGE_DIR);
  await core.store.setUp();
  return {
    core,
    claims,
    imports,
    answers,
    poe,
    tickets,
    reminders,
    report,
    announcements,
    rosterOf,
    async person(name) {
      const seen = await core.people.recordSighting({ tenantId: TENANT, userId: addressOf(name), name });
      return core.people.recordRosterEntry(seen, { name, upn: addressOf(name) }, NOW);
    },
    async dispose() {
      await imports.stop?.();
      await core.store.close();
      await leavePlace(place);
    },
  };
}

/** "Adele Vance" → adele.vance@contoso.example */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@contoso.example`;
}

function nobody(): Messenger & ProactiveSender {
  const refuse = async (): Promise<never> => {
    throw new Error('nothing is sent here');
  };
  return { send: refuse, update: refuse, post: refuse, change: refuse, recreate: refuse };
}
