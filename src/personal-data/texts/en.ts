/** What the bot says of what it keeps about people. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText } from '../../format/count.ts';

type Words = (n: number, locale: string) => string;

const counted =
  (one: string, other: string): Words =>
  (n, locale) =>
    countText(n, { one, other }, locale);

export const personalDataTexts = {
  help: ['Write “what do you keep about me” to see it, or “delete my data” to have it deleted.'],
  title: 'What I keep about you',
  detail: 'It serves to show you your claims and to remind you of them.',
  nothing: 'I keep nothing about you but that you are writing just now.',
  stays: 'Your organisation’s records, in which you are named',
  closing: 'Documents that were filed and what is written in them are your organisation’s.',
  ask: {
    title: 'Delete what I keep about you?',
    detail: 'This goes, and I stop reminding you:',
    stays: 'This stays with your organisation, without your name. Claims of yours have no owner then:',
    closing: 'When you write to me or use one of my cards again, I get to know you anew.',
  },
  done: {
    title: 'I am deleting it',
    detail:
      'Within a few minutes nothing is kept about you here, and I stop reminding you. Our messages stay in Teams until you delete them. When you write to me or use one of my cards again, I get to know you anew.',
  },
  /** In the place of a name in the organisation's records. */
  standIn: 'Deleted user',
  /** By collection. */
  kept: {
    people: () => 'Your name, addresses, language and time zone, and how to write to you',
    owner_names: counted('name under which claims are yours', 'names under which claims are yours'),
    nudges: counted('reminder or message to you', 'reminders and messages to you'),
    poe_drafts: counted('upload that you can still file', 'uploads of the last 30 days'),
    quarantined_files: counted(
      'document that waits for the virus scanner',
      'documents that wait for the virus scanner',
    ),
    poe_offers: counted('document that you asked to download', 'documents that you asked to download'),
    associations: counted('claim whose owner you are', 'claims whose owner you are'),
    tickets: counted('ticket that you opened', 'tickets that you opened'),
    import_jobs: counted('export that you imported', 'exports that you imported'),
    nudge_orders: counted('message that you had sent', 'messages that you had sent'),
  } satisfies Record<string, Words> as Readonly<Record<string, Words>>,
};

/** The fixed words of its cards, by template. */
export const personalDataCardWords = {
  'personal-data': {
    delete: 'Delete my data',
    deleteNow: 'Delete',
    keep: 'Keep it',
  },
} satisfies CardWordsByTemplate;
