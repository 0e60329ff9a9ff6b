/**
 * `npm run knowledge`: trains on the files in `knowledge/`, writes the weights of each language and prints how good they are.
 *
 *     node scripts/knowledge.ts                trains, writes, reports on English
 *     node scripts/knowledge.ts --language de  does so for this language alone, and for telling it from others
 *     node scripts/knowledge.ts --add FILE     adds the phrases of a file to the topics first, in English (see knowledge/add.ts)
 *     node scripts/knowledge.ts --report       reports on the weights that are there
 *     node scripts/knowledge.ts --held-out     and on the questions kept aside; for final figures, not for tuning
 *     node scripts/knowledge.ts --dir DIR      works on another folder than `knowledge/`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../src/errors.ts';
import { encodeWeights, type Weights } from '../src/knowledge/classifier/weights.ts';
import { readLanguageSheets, readPhrases } from '../src/knowledge/data.ts';
import { readVectors, weightsFile } from '../src/knowledge/interpreter.ts';
import { DETECTOR_FILE, loadKnowledge } from '../src/knowledge/knowledge.ts';
import { LANGUAGES, type Language } from '../src/language/language.ts';
import { addedLines, addPhrases } from './knowledge/add.ts';
import { trainDetector } from './knowledge/detector.ts';
import { halves, QUESTION_SETS, type Question, readDevQuestions, readQuestions } from './knowledge/questions.ts';
import { confusions, header, measuredSets, setLine, topicLines } from './knowledge/report.ts';
import { trainingRows } from './knowledge/rows.ts';
import { OPTIONS, train } from './knowledge/train.ts';

const USAGE = 'Usage: npm run knowledge -- [--add FILE | --report | --held-out] [--language LANGUAGE] [--dir DIR]';
const root = join(import.meta.dirname, '..');
const options = readArguments();
const { add, report, 'held-out': heldOut = false } = options;
const named = options.language === undefined ? undefined : [languageNamed(options.language)];
const [language = 'en'] = named ?? [];
const dir = options.dir === undefined ? join(root, 'knowledge') : placeOf(options.dir);

if (add !== undefined) for (const line of addFile(add)) console.log(line);
if (!heldOut && !report) {
  // What leads attach is English.
  for (const one of named ?? (add === undefined ? LANGUAGES : (['en'] as const))) trainLanguage(one);
  write(DETECTOR_FILE, trainDetector(dir));
}

const knowledge = loadKnowledge(dir);
const factsOf = (id: string) => knowledge.topics.find((topic) => topic.id === id)?.facts ?? [];
const file = (name: string): string => join(root, 'test', 'knowledge', 'questions', name);

const sets: Record<string, readonly Question[]> = language === 'en' ? { dev: readDevQuestions(file('dev.json')) } : {};
for (const name of language === 'en' ? QUESTION_SETS : [language]) {
  const [open, aside] = halves(readQuestions(file(`${name}.txt`), factsOf));
  sets[`${name}, open half`] = open;
  if (heldOut) sets[`${name}, held-out half`] = aside;
}

console.log(header());
const measured = measuredSets(knowledge, sets, language);
for (const [name, results] of measured) {
  console.log(setLine(name, results));
  const slangy = results.filter(({ question }) => question.replies === 'slangy');
  if (slangy.length > 0) console.log(setLine('  of these slangy', slangy));
}
const open = [...measured].filter(([name]) => !name.includes('held-out')).flatMap(([, results]) => results);
console.log('\nPer topic, all open questions');
for (const line of topicLines(knowledge, open)) console.log(line);
console.log('\nWorst confusions, open questions');
for (const line of confusions(knowledge, open, 40, language)) console.log(line);

function readArguments() {
  const flag = { type: 'boolean' } as const;
  const value = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: { add: value, dir: value, language: value, report: flag, 'held-out': flag },
    });
    return values.add !== undefined && (values.report || values['held-out'] || values.language !== undefined)
      ? stop(USAGE)
      : values;
  } catch {
    return stop(USAGE);
  }
}

function languageNamed(name: string): Language {
  return LANGUAGES.find((one) => one === name) ?? stop(`--language is one of ${LANGUAGES.join(', ')}.`);
}

function trainLanguage(one: Language): void {
  const { words } = readLanguageSheets(dir, one);
  const rows = trainingRows(readPhrases(dir, one), words);
  const weights = train(rows, one === 'en' ? readVectors(dir) : undefined, words.writing, OPTIONS);
  console.log(`Trained on ${rows.length} sentences.`);
  write(weightsFile(one), weights);
}

function write(name: string, weights: Weights): void {
  const bytes = encodeWeights(weights);
  writeFileSync(join(dir, name), bytes);
  console.log(`${name}: ${Math.round(bytes.length / 1000)} kB\n`);
}

function addFile(path: string): string[] {
  const text = readText(path);
  try {
    return addedLines(addPhrases(dir, text));
  } catch (error) {
    if (error instanceof OperatorError) return stop(error.message);
    throw error;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(placeOf(path), 'utf8');
  } catch {
    return stop(`${path} is not a file that can be read.`);
  }
}

/** npm moves to the project's folder and tells here where one was. */
function placeOf(path: string): string {
  return resolve(process.env.INIT_CWD ?? '', path);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
