/** The files of `knowledge/` as records. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMPAIGNS, type Campaign, type Campaigns, type Phase } from '../campaign/campaign.ts';
import { dated } from '../campaign/dated.ts';
import { NOTICES, type Notice } from '../campaign/notices.ts';
import { OperatorError } from '../errors.ts';
import { commaList, type KnowledgeSheet, parseSheet, sectionItems } from '../format/sheets.ts';
import { LANGUAGES, type Language } from '../language/language.ts';
import { parseWords, type WordLists } from './classifier/words.ts';
import { writingOf } from './classifier/writing.ts';
import { type Cues, cuesOf, ENGLISH_CUES, japaneseCues } from './cues.ts';

/** By language. Absent: it is said in English. */
export type Translations<T> = Readonly<Partial<Record<Language, T>>>;

/** What a topic says in a language. */
export interface TopicWords {
  /** Short, for buttons. */
  readonly title: string;
  /** What it stands under among all topics: the heading of the notice, unless that asks for a duty. */
  readonly heading: string;
  readonly answers: Readonly<Record<Phase, string>>;
  /** Groups of alternatives in lower case. Each answer holds at least one alternative of each group. */
  readonly facts: readonly (readonly string[])[];
}

/** In English, as the notice is; translations stand beside. */
export interface Topic extends TopicWords {
  /** Unique among the topics of all notices. */
  readonly id: string;
  /** Of the notice that it is about. */
  readonly campaign: Campaign;
  /** The heading or headings of the notice that the answer rests on, as they are cited: in English. */
  readonly section: string;
  readonly translations: Translations<TopicWords>;
  /** Topics that people ask about next. */
  readonly next: readonly string[];
}

export type PhraseKind = 'topic' | 'command' | 'smalltalk' | 'none';

/** Phrases that mean one thing: a topic, a command, small talk, or something that the notice does not answer (`none`). */
export interface PhraseSet {
  readonly kind: PhraseKind;
  readonly name: string;
  readonly phrases: readonly string[];
}

/** What a command's file says of it, apart from its phrases. */
export interface CommandSheet {
  readonly name: string;
  /** Carried out also where another part of the message gets an answer. */
  readonly isSecondary: boolean;
}

/** What the bot needs at run time. The phrases are not in it: the weights have learned them. */
export interface KnowledgeData {
  /** In the order of their files, which is the order to show them in. */
  readonly topics: readonly Topic[];
  /** Small talk by name → the sentence that answers it. */
  readonly smalltalk: ReadonlyMap<string, string>;
  readonly smalltalkIn: Translations<ReadonlyMap<string, string>>;
  /** By name, in the order of their files. */
  readonly commands: ReadonlyMap<string, CommandSheet>;
  /** The one command that opens a customer by name, also in a message of which nothing else is understood. */
  readonly customerCommand: CommandSheet;
  /** Negatives that a topic answers once the deadline has passed: name of the negative → topic. */
  readonly after: ReadonlyMap<string, string>;
}

/** What is needed to understand a language, beside the weights. */
export interface LanguageSheets {
  readonly words: WordLists;
  readonly cues: Cues;
  /** By command: the words that may stand before the name of a customer or claim; none where it takes no name. */
  readonly leads: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The topics of a notice have a folder of their own. What else people write to the bot is the same whatever the notice. */
export function topicsFolder({ name }: Pick<Notice, 'name'>): string {
  return `${name}/topics`;
}

const FOLDERS = { command: 'commands', smalltalk: 'smalltalk', none: 'negatives' } as const;

/**
 * @param campaigns their dates stand in the answers
 * @throws OperatorError that names the file where one is incomplete or has a line that is not understood
 */
export function readKnowledgeData(dir: string, campaigns: Campaigns = CAMPAIGNS): KnowledgeData {
  return {
    ...readCommands(dir),
    topics: readTopics(dir, campaigns),
    smalltalk: smalltalkIn(dir, FOLDERS.smalltalk),
    smalltalkIn: translated((language) => {
      const folder = `${FOLDERS.smalltalk}/${language}`;
      return existsSync(join(dir, folder)) ? smalltalkIn(dir, folder) : undefined;
    }),
    after: new Map(
      sheetsIn(dir, FOLDERS.none).flatMap(({ name, sheet }) => {
        const topic = sheet.fields.get('after');
        return topic === undefined ? [] : [[name, topic] as const];
      }),
    ),
  };
}

export function commandsFolder(language: Language): string {
  return inLanguage(FOLDERS.command, language);
}

export function wordsFile(language: Language): string {
  return language === 'en' ? 'words.md' : `words/${language}.md`;
}

/** Of a language whose files are there. */
export function readLanguageSheets(dir: string, language: Language): LanguageSheets {
  const sheet = sheetOf(dir, 'words.md');
  const words = parseWords(sheet, writingOf('en'));
  const leads = new Map(
    sheetsIn(dir, commandsFolder(language)).map(({ name, sheet: command }) => [
      name,
      new Set(commaList(command.fields.get(COMMAND_LINES.lead) ?? '')),
    ]),
  );
  if (language === 'en') return { words, cues: ENGLISH_CUES, leads };
  const writing = writingOf(language);
  const own = sheetOf(dir, wordsFile(language));
  const cues = language === 'ja' ? japaneseCues(own, writing) : cuesOf(own);
  return { words: parseWords(own, writing, words), cues, leads };
}

function sheetOf(dir: string, file: string): KnowledgeSheet {
  return parseSheet(readFileSync(join(dir, file), 'utf8'));
}

/** A translation has the name of its file, in a folder of its language beside it. */
function inLanguage(folder: string, language: Language): string {
  return language === 'en' ? folder : `${folder}/${language}`;
}

function smalltalkIn(dir: string, folder: string): Map<string, string> {
  return new Map(sheetsIn(dir, folder).map(({ name, file, sheet }) => [name, section(sheet, 'answer', file)]));
}

/** English is no translation. */
function translated<T>(read: (language: Language) => T | undefined): Translations<T> {
  const all = LANGUAGES.map((language) => [language, read(language)] as const);
  return Object.fromEntries(all.filter(([, words]) => words !== undefined)) as Translations<T>;
}

function readTopics(dir: string, campaigns: Campaigns): Topic[] {
  const files = new Map<string, string>();
  return campaigns.flatMap((campaign) =>
    sheetsIn(dir, topicsFolder(campaign.notice)).map(({ name, file, sheet }) => {
      const before = files.get(name);
      if (before !== undefined) refuse(file, `has the name of ${before}: records name topics by it, so choose another`);
      files.set(name, file);
      return topicOf(dir, name, file, sheet, campaign);
    }),
  );
}

const COMMAND_LINES = { lead: 'lead', isSecondary: 'beside an answer', opensCustomer: 'opens a customer' } as const;

function readCommands(dir: string): Pick<KnowledgeData, 'commands' | 'customerCommand'> {
  const read = sheetsIn(dir, FOLDERS.command).map(({ name, file, sheet }) => {
    for (const line of sheet.fields.keys())
      if (!Object.values<string>(COMMAND_LINES).includes(line))
        refuse(file, `has a line "${line}", which no command has`);
    const isSecondary = yesOrNo(sheet, COMMAND_LINES.isSecondary, file);
    const opensCustomer = yesOrNo(sheet, COMMAND_LINES.opensCustomer, file);
    return { file, opensCustomer, command: { name, isSecondary } };
  });
  const [opens, another] = read.filter(({ opensCustomer }) => opensCustomer);
  if (opens === undefined) refuse('commands', 'has no file with the line "Opens a customer: yes"');
  if (another !== undefined) refuse(another.file, `says "Opens a customer: yes", and so does ${opens.file}`);
  return {
    commands: new Map(read.map(({ command }) => [command.name, command])),
    customerCommand: opens.command,
  };
}

/** A line that is missing says no. */
function yesOrNo(sheet: KnowledgeSheet, line: string, file: string): boolean {
  const value = sheet.fields.get(line)?.toLowerCase() ?? 'no';
  return value === 'yes' || (value !== 'no' && refuse(file, `has "${value}" in the line "${line}": write yes or no`));
}

function refuse(file: string, what: string): never {
  throw new OperatorError(`knowledge/${file} ${what}.`);
}

/** What to train on in a language: the topics of all notices, and what else people write. */
export function readPhrases(
  dir: string,
  language: Language,
  notices: readonly Pick<Notice, 'name'>[] = NOTICES,
): PhraseSet[] {
  const read = (kind: PhraseKind, folder: string): PhraseSet[] =>
    sheetsIn(dir, inLanguage(folder, language)).map(({ name, sheet }) => ({
      kind,
      name,
      phrases: sectionItems(sheet, 'phrases'),
    }));
  return [
    ...notices.flatMap((notice) => read('topic', topicsFolder(notice))),
    ...(Object.keys(FOLDERS) as (keyof typeof FOLDERS)[]).flatMap((kind) => read(kind, FOLDERS[kind])),
  ];
}

function sheetsIn(dir: string, under: string): { name: string; file: string; sheet: KnowledgeSheet }[] {
  const folder = join(dir, under);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      file: `${under}/${file}`,
      // A number in front gives the order and is no part of the name.
      name: file.replace(/^\d+-/, '').replace(/\.md$/, ''),
      sheet: parseSheet(readFileSync(join(folder, file), 'utf8')),
    }));
}

function topicOf(dir: string, id: string, file: string, sheet: KnowledgeSheet, campaign: Campaign): Topic {
  const [folder, name] = [file.slice(0, file.lastIndexOf('/')), file.slice(file.lastIndexOf('/') + 1)];
  return {
    id,
    campaign,
    section: sheet.fields.get('section') ?? missing(file, 'the line "Section:"'),
    ...topicWords(file, sheet, campaign, 'en-US'),
    translations: translated((language) => {
      const translation = `${folder}/${language}/${name}`;
      if (!existsSync(join(dir, translation))) return undefined;
      const source = parseSheet(readFileSync(join(dir, translation), 'utf8'));
      return topicWords(translation, source, campaign, language);
    }),
    next: commaList(sheet.fields.get('next') ?? ''),
  };
}

/** @param locale of the dates in it: in English as in the notice, whatever the reader's region */
function topicWords(file: string, sheet: KnowledgeSheet, campaign: Campaign, locale: string): TopicWords {
  const answer = section(sheet, 'answer', file);
  const withDates = (text: string): string => dated(text, campaign, locale);
  return {
    title: sheet.title,
    // A topic that rests on two headings stands under the first.
    heading:
      sheet.fields.get('heading') ??
      sheet.fields.get('section')?.split('; ')[0] ??
      missing(file, 'the line "Heading:"'),
    answers: {
      before: withDates(answer),
      'on the day': withDates(sheet.sections.get('answer on the day') ?? answer),
      after: withDates(sheet.sections.get('answer after') ?? answer),
    },
    facts: sectionItems(sheet, 'facts').map((group) => group.split(' / ').map((fact) => withDates(fact.trim()))),
  };
}

function section(sheet: KnowledgeSheet, name: string, file: string): string {
  return sheet.sections.get(name) || missing(file, `the section "## ${name}"`);
}

function missing(file: string, what: string): never {
  throw new OperatorError(`knowledge/${file} lacks ${what}. Add it and run "npm run knowledge".`);
}
