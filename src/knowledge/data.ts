/** The files of `knowledge/` as records. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, CPOR_2020, CPOR_2020_CAMPAIGN, type Phase } from '../campaign/campaign.ts';
import { OperatorError } from '../errors.ts';
import { dayText } from '../format/day.ts';
import { parseWords, type WordLists } from './classifier/words.ts';
import { commaList, type KnowledgeSheet, parseSheet, sectionItems } from './sheets.ts';

export interface Topic {
  readonly id: string;
  /** Short, for buttons. */
  readonly title: string;
  /** The heading or headings of the notice that the answer rests on. */
  readonly section: string;
  readonly answers: Readonly<Record<Phase, string>>;
  /** Groups of alternatives in lower case. Each answer holds at least one alternative of each group. */
  readonly facts: readonly (readonly string[])[];
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
  /** The words that may stand before the name of a customer or claim; none where the command takes no name. */
  readonly lead: ReadonlySet<string>;
  /** Carried out also where another part of the message gets an answer. */
  readonly isSecondary: boolean;
}

/** What the bot needs at run time. The phrases are not in it: the weights have learned them. */
export interface KnowledgeData {
  /** In the order of their files, which is the order to show them in. */
  readonly topics: readonly Topic[];
  /** Small talk by name → the sentence that answers it. */
  readonly smalltalk: ReadonlyMap<string, string>;
  /** By name, in the order of their files. */
  readonly commands: ReadonlyMap<string, CommandSheet>;
  /** The one command that opens a customer by name, also in a message of which nothing else is understood. */
  readonly customerCommand: CommandSheet;
  /** Negatives that a topic answers once the deadline has passed: name of the negative → topic. */
  readonly after: ReadonlyMap<string, string>;
  readonly words: WordLists;
}

/** The topics of a notice have a folder of their own. What else people write to the bot is the same whatever the notice. */
export const TOPICS_FOLDER = `${CPOR_2020.name}/topics`;
const FOLDERS = { topic: TOPICS_FOLDER, command: 'commands', smalltalk: 'smalltalk', none: 'negatives' } as const;

/**
 * @param campaign its dates stand in the answers
 * @throws OperatorError that names the file where one is incomplete or has a line that is not understood
 */
export function readKnowledgeData(dir: string, campaign: Campaign = CPOR_2020_CAMPAIGN): KnowledgeData {
  return {
    ...readCommands(dir),
    topics: sheetsOf(dir, 'topic').map(({ name, file, sheet }) => topicOf(name, file, sheet, campaign)),
    smalltalk: new Map(
      sheetsOf(dir, 'smalltalk').map(({ name, file, sheet }) => [name, section(sheet, 'answer', file)]),
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

const COMMAND_LINES = { lead: 'lead', isSecondary: 'beside an answer', opensCustomer: 'opens a customer' } as const;

function readCommands(dir: string): Pick<KnowledgeData, 'commands' | 'customerCommand'> {
  const read = sheetsOf(dir, 'command').map(({ name, file, sheet }) => {
    for (const line of sheet.fields.keys())
      if (!Object.values<string>(COMMAND_LINES).includes(line))
        refuse(file, `has a line "${line}", which no command has`);
    const lead = new Set(commaList(sheet.fields.get(COMMAND_LINES.lead) ?? ''));
    const isSecondary = yesOrNo(sheet, COMMAND_LINES.isSecondary, file);
    const opensCustomer = yesOrNo(sheet, COMMAND_LINES.opensCustomer, file);
    return { file, opensCustomer, command: { name, lead, isSecondary } };
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

/** What to train on. */
export function readPhrases(dir: string): PhraseSet[] {
  return (Object.keys(FOLDERS) as PhraseKind[]).flatMap((kind) =>
    sheetsOf(dir, kind).map(({ name, sheet }) => ({ kind, name, phrases: sectionItems(sheet, 'phrases') })),
  );
}

function sheetsOf(dir: string, kind: PhraseKind): { name: string; file: string; sheet: KnowledgeSheet }[] {
  const folder = join(dir, FOLDERS[kind]);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => ({
      file: `${FOLDERS[kind]}/${file}`,
      // A number in front gives the order and is no part of the name.
      name: file.replace(/^\d+-/, '').replace(/\.md$/, ''),
      sheet: parseSheet(readFileSync(join(folder, file), 'utf8')),
    }));
}

function topicOf(id: string, file: string, sheet: KnowledgeSheet, campaign: Campaign): Topic {
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
    facts: sectionItems(sheet, 'facts').map((group) => group.split(' / ').map((fact) => fact.trim())),
    next: commaList(sheet.fields.get('next') ?? ''),
  };
}

/** The answer with the campaign's dates filled in. They are written as in the notice, whatever the reader's language. */
function dated(answer: string, { deadline, effective }: Campaign): string {
  return answer
    .replaceAll('{deadline}', dayText(deadline, LOCALE))
    .replaceAll('{effective}', dayText(effective, LOCALE));
}

const LOCALE = 'en-US';

function section(sheet: KnowledgeSheet, name: string, file: string): string {
  return sheet.sections.get(name) || missing(file, `the section "## ${name}"`);
}

function missing(file: string, what: string): never {
  throw new OperatorError(`knowledge/${file} lacks ${what}. Add it and run "npm run knowledge".`);
}
