/**
 * `npm run knowledge -- --add FILE`: phrases from a file, in the form that `npm run questions` prints, into the topics' own lists.
 * All of it is checked before anything is written, and adding the same file again changes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTICES } from '../../src/campaign/notices.ts';
import { OperatorError } from '../../src/errors.ts';
import { parseSheet, sectionItems } from '../../src/format/sheets.ts';
import { readLanguageSheets, topicsFolder } from '../../src/knowledge/data.ts';
import { expandPhrase, seededRandom } from './phrases.ts';

/** npm's own lines before a script's output (`> …`) and titles (`# …`) are no phrases. */
const ASIDE = /^(?:$|[#>] )/;

/**
 * Adds to the topics of the knowledge folder `dir` what `text` holds for them and they lack, case aside.
 * @returns topic → number of phrases added, for each topic that the text names
 * @throws OperatorError with a sentence, before anything is written
 */
export function addPhrases(dir: string, text: string): Map<string, number> {
  const additions = parseAdditions(text);
  const files = topicFiles(dir);
  const unknown = [...additions.keys()].filter((topic) => !files.has(topic));
  if (unknown.length > 0)
    refuse(`No topic is called ${unknown.join(', ')}; the topics are ${[...files.keys()].join(', ')}`);
  checkGrammar(dir, [...additions.values()].flat());

  const changes = [...additions].map(([topic, phrases]) => {
    const file = join(dir, files.get(topic) ?? '');
    const source = readFileSync(file, 'utf8');
    const added = lacking(sectionItems(parseSheet(source), 'phrases'), phrases);
    return { topic, file, added: added.length, source, changed: withPhrases(source, added, file) };
  });
  for (const { file, source, changed } of changes) if (changed !== source) writeFileSync(file, changed);
  return new Map(changes.map(({ topic, added }) => [topic, added]));
}

/** What was added, a line a topic. */
export function addedLines(added: ReadonlyMap<string, number>): string[] {
  if ([...added.values()].every((count) => count === 0))
    return ['Nothing to add: the topics have all of these phrases.'];
  return [...added].map(([topic, count]) => `${topic}: ${count === 1 ? '1 phrase' : `${count} phrases`} added`);
}

/** Topic → phrases. A topic may come up twice, as where two exports were put together. */
function parseAdditions(text: string): Map<string, string[]> {
  const additions = new Map<string, string[]>();
  let phrases: string[] | undefined;
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [, mark, rest = ''] = /^(##|-)\s+(\S.*)$/.exec(line.trim()) ?? [];
    if (mark === '##') {
      phrases = additions.get(rest) ?? [];
      additions.set(rest, phrases);
    } else if (mark === '-' && phrases !== undefined) phrases.push(rest);
    else if (!ASIDE.test(line.trim())) refuse(`Line ${i + 1} is neither “## topic” nor “- phrase” under a topic`);
  }
  return additions;
}

/** Topic → its file's path in `dir`; a number before the topic gives the order. */
function topicFiles(dir: string): Map<string, string> {
  return new Map(
    NOTICES.map(topicsFolder).flatMap((folder) =>
      readdirSync(join(dir, folder))
        .filter((file) => file.endsWith('.md'))
        .sort()
        .map((file) => [file.replace(/^\d+-/, '').replace(/\.md$/, ''), join(folder, file)] as const),
    ),
  );
}

/** Training would stop at a bracket or a slot that does not fit. */
function checkGrammar(dir: string, phrases: readonly string[]): void {
  const { slots } = readLanguageSheets(dir, 'en').words;
  for (const phrase of phrases) {
    try {
      expandPhrase(phrase, slots, 1, seededRandom(1));
    } catch (error) {
      refuse((error as Error).message);
    }
  }
}

function lacking(own: readonly string[], phrases: readonly string[]): string[] {
  const known = new Set(own.map((phrase) => phrase.toLowerCase()));
  return phrases.filter((phrase) => {
    const isNew = !known.has(phrase.toLowerCase());
    known.add(phrase.toLowerCase());
    return isNew;
  });
}

/** The topic's file with these after its last phrase; all else as it was. */
function withPhrases(source: string, phrases: readonly string[], file: string): string {
  if (phrases.length === 0) return source;
  const lines = source.split(/\r?\n/);
  const heading = lines.findIndex((line) => /^## \s*phrases\s*$/i.test(line));
  if (heading === -1) refuse(`${file} has no list “## Phrases”`);
  const next = lines.findIndex((line, i) => i > heading && line.startsWith('## '));
  const last = lines.findLastIndex((line, i) => (next === -1 || i < next) && line.startsWith('- '));
  const at = Math.max(heading, last) + 1;
  return lines
    .toSpliced(at, 0, ...phrases.map((phrase) => `- ${phrase}`))
    .join(source.includes('\r\n') ? '\r\n' : '\n');
}

function refuse(what: string): never {
  throw new OperatorError(`${what}. Nothing was written.`);
}
