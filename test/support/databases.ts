/**
 * The databases of tests on a MongoDB server. To make one costs the server several times what it costs to empty it, so the next test of
 * the same process gets one that was emptied. All of a run begin alike, and are dropped at its end.
 */
import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { DERIVATIONS } from '../../src/claims/derivations.ts';
import { FACETS } from '../../src/claims/facets.ts';
import { IMPORT_JOBS } from '../../src/claims/import/jobs.ts';
import { CLAIMS } from '../../src/claims/repository.ts';
import { NUDGES } from '../../src/delivery/ledger.ts';
import { NUDGE_ORDERS } from '../../src/delivery/orders.ts';
import { NUDGE_SENDERS } from '../../src/delivery/sender-lease.ts';
import { QUESTIONS } from '../../src/knowledge/questions.ts';
import { REVIEW_DECISIONS } from '../../src/knowledge/review/review-decisions.ts';
import { OWNER_NAMES } from '../../src/people/confirmed-names.ts';
import { PEOPLE } from '../../src/people/people.ts';
import { ERASURES } from '../../src/personal-data/erasures.ts';
import { DOCUMENT_CHECKS } from '../../src/poe/document-checks.ts';
import { DRAFTS } from '../../src/poe/drafts.ts';
import { QUARANTINE } from '../../src/poe/quarantine.ts';
import { OFFERS } from '../../src/poe/record/offers.ts';
import { UPLOAD_DAYS } from '../../src/poe/upload-quota.ts';
import { CAMPAIGN_DAYS } from '../../src/report/days.ts';
import { CHECKS } from '../../src/storage/check.ts';
import { STAMPS } from '../../src/storage/stamps.ts';
import { SEEN_ACTIVITIES } from '../../src/teams/duplicate-guard.ts';
import { DESKS } from '../../src/tickets/desks.ts';
import { TICKET_NUMBERS } from '../../src/tickets/numbers.ts';
import { TICKETS } from '../../src/tickets/repository.ts';

/** What the bot itself keeps. Collections that a test makes up are dropped: the next test may want other indexes. */
export const BOT_COLLECTIONS: ReadonlySet<string> = new Set([
  ...[
    CAMPAIGN_DAYS,
    CLAIMS,
    DERIVATIONS,
    DESKS,
    DOCUMENT_CHECKS,
    DRAFTS,
    ERASURES,
    FACETS,
    IMPORT_JOBS,
    NUDGES,
    NUDGE_ORDERS,
    NUDGE_SENDERS,
  ].map(nameOf),
  ...[OFFERS, OWNER_NAMES, QUARANTINE, UPLOAD_DAYS].map(nameOf),
  ...[CHECKS, PEOPLE, QUESTIONS, REVIEW_DECISIONS, SEEN_ACTIVITIES, STAMPS, TICKETS, TICKET_NUMBERS].map(nameOf),
  ...['documents.files', 'documents.chunks', 'documents.uploads'],
]);

/** How the names of this run's databases begin; undefined where nobody drops them at the end. */
const RUN = process.env.TEST_DATABASES;

const emptied: string[] = [];

/** The name of a database in which nothing is, with or without the bot's own indexes. */
export function takeDatabase(): string {
  return emptied.pop() ?? `${RUN ?? 'cpor_test'}_${randomUUID().replaceAll('-', '')}`;
}

/** Leaves a database to the next test, emptied. By then nothing may be under way in it. */
export async function leaveDatabase(uri: string): Promise<void> {
  if (RUN === undefined) return dropDatabase(uri);
  await withDatabase(uri, async (db) => {
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    await Promise.all(
      collections.map(({ name }) =>
        BOT_COLLECTIONS.has(name) ? db.collection(name).deleteMany({}) : db.dropCollection(name),
      ),
    );
    emptied.push(db.databaseName);
  });
}

/** For one in which a process was killed: what it had asked of the server may still be carried out. */
export function dropDatabase(uri: string): Promise<void> {
  return withDatabase(uri, async (db) => void (await db.dropDatabase()));
}

async function withDatabase(uri: string, work: (db: Db) => Promise<void>): Promise<void> {
  const client = new MongoClient(uri);
  try {
    await work(client.db());
  } finally {
    await client.close();
  }
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
