/** The data files as records. Reads only; `npm run knowledge` trains on them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, NOTICE, type Phase } from '../campaign/campaign.ts';
import { OperatorError } from '../errors.ts';
import { dayText } from '../format/day.ts';
import { parseWords, type Words } from './classifier/words.ts';
import { items, list, parseSheet, type Sheet } from './sheets.ts';

export interface Topic {
  readonly id: string;
  /** Short, for buttons. */
  readonly title: string;
  /** The heading or headings of the notice that the answer rests on. */
  readonly section: string;
  readonly answers: Readonly<Record<Phase, string>>;
  /** Each a group of alternatives, lower case; every answer holds one of each group. */
  readonly facts: readonly (readonly string[])[];
  /** Topics that people ask about next. */
  readonly next: readonly string[];
}

export type PhraseKind = 'topic' | 'command' | 'smalltalk' | 'none';

/** Phrases that mean one thing: a topic, a command, small talk, or nothing that the notice answers. */
export interface PhraseSet {
  readonly kind: PhraseKind;
  readonly name: string;
  readonly phrases: readonly string[];
}

/** What the bot runs on; it learned from the phrases, and needs them no more. */
export interface KnowledgeData {
  /** In the order of their files. */
  readonly topics: readonly Topic[];
  readonly smalltalk: ReadonlyMap<string, string>;
  /** Command → the words that may stand before the name of a customer or claim. */
  readonly lead: ReadonlyMap<string, ReadonlySet<string>>;
  /** Negatives that a topic answers once the deadline has passed: their name → the topic. */
  readonly after: ReadonlyMap<string, string>;
  readonly words: Words;
}

const FOLDERS = { topic: 'topics', command: 'commands', smalltalk: 'smalltalk', none: 'negatives' } as const;

/** Throws an OperatorError that names the file where one is incomplete. */
/** `campaign`: the dates that stand in the answers. */
export function readKnowledgeData(dir: string, campaign: Campaign = NOTICE): KnowledgeData {
  return {
    topics: sheetsOf(dir, 'topic').map(({ name, file, sheet }) => topicOf(name, file, sheet, campaign)),
    smalltalk: new Map(
      sheetsOf(dir, 'smalltalk').map(({ name, file, sheet }) => [name, section(sheet, 'answer', file)]),
    ),
    lead: new Map(
      sheetsOf(dir, 'command').map(({ name, sheet }) => [name, new Set(list(sheet.fields.get('lead') ?? ''))]),
    ),
    after: new Map(
      sheetsOf(dir, 'none').flatMap(({ name, sheet }) => {
        const topic = sheet.fields.get('after');
        return topic === undefined ? [] : [[name, topic] as const];
      }),
    ),
    words: parseWords(parseSheet(readFileSync(join(dir, 'words.md'), 'utf8'))),
  };
}

/** What to learn from. */
export function readPhrases(dir: string): PhraseSet[] {
  return (Object.keys(FOLDERS) as PhraseKind[]).flatMap((kind) =>
    sheetsOf(dir, kind).map(({ name, sheet }) => ({ kind, name, phrases: items(sheet, 'phrases') })),
  );
}

function sheetsOf(dir: string, kind: PhraseKind): { name: string; file: string; sheet: Sheet }[] {
  const folder = join(dir, FOLDERS[kind]);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      file: `${FOLDERS[kind]}/${file}`,
      // A number before the name gives the order.
      name: file.replace(/^\d+-/, '').replace(/\.md$/, ''),
      sheet: parseSheet(readFileSync(join(folder, file), 'utf8')),
    }));
}

function topicOf(id: string, file: string, sheet: Sheet, campaign: Campaign): Topic {
  const answer = section(sheet, 'answer', file);
  return {
    id,
    title: sheet.title,
    section: sheet.fields.get('section') ?? missing(file, 'the line "Section:"'),
    answers: {
      before: dated(answer, campaign),
      'on the day': dated(sheet.sections.get('answer on the day') ?? answer, campaign),
      after: dated(sheet.sections.get('answer after') ?? answer, campaign),
    },
    facts: items(sheet, 'facts').map((group) => group.split(' / ').map((fact) => fact.trim())),
    next: list(sheet.fields.get('next') ?? ''),
  };
}

/** The answers are in the notice's English, and so are its dates. */
function dated(answer: string, { deadline, effective }: Campaign): string {
  return answer
    .replaceAll('{deadline}', dayText(deadline, LOCALE))
    .replaceAll('{effective}', dayText(effective, LOCALE));
}

const LOCALE = 'en-US';

function section(sheet: Sheet, name: string, file: string): string {
  return sheet.sections.get(name) || missing(file, `the section "## ${name}"`);
}

function missing(file: string, what: string): never {
  throw new OperatorError(`knowledge/${file} lacks ${what}. Add it and run "npm run knowledge".`);
}
