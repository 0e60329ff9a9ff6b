/**
 * `npm run knowledge`: trains on the files in `knowledge/`, writes `knowledge/weights.bin` and prints how good it is.
 *
 *     node scripts/knowledge.ts             trains, writes, reports
 *     node scripts/knowledge.ts --report    reports on the weights that are there
 *     node scripts/knowledge.ts --held-out  and on the questions kept aside; for final figures, not for tuning
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeWeights } from '../src/knowledge/classifier/weights.ts';
import { readKnowledgeData, readPhrases } from '../src/knowledge/data.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { halves, type Question, readDevQuestions, readQuestions } from './knowledge/questions.ts';
import { confusions, header, measuredSets, setLine, topicLines } from './knowledge/report.ts';
import { trainingRows } from './knowledge/rows.ts';
import { train } from './knowledge/train.ts';

const root = join(import.meta.dirname, '..');
const dir = join(root, 'knowledge');
const heldOut = process.argv.includes('--held-out');

if (!heldOut && !process.argv.includes('--report')) {
  const rows = trainingRows(readPhrases(dir), readKnowledgeData(dir).words);
  const bytes = encodeWeights(train(rows));
  writeFileSync(join(dir, 'weights.bin'), bytes);
  console.log(`Trained on ${rows.length} sentences. knowledge/weights.bin: ${Math.round(bytes.length / 1000)} kB\n`);
}

const knowledge = loadKnowledge(dir);
const factsOf = (id: string) => knowledge.topics.find((topic) => topic.id === id)?.facts ?? [];
const file = (name: string): string => join(root, 'test', 'knowledge', 'questions', name);

const sets: Record<string, readonly Question[]> = { dev: readDevQuestions(file('dev.json')) };
for (const name of ['unseen', 'hard', 'blind', 'final', 'last', 'probe']) {
  const [open, aside] = halves(readQuestions(file(`${name}.txt`), factsOf));
  sets[`${name}, open half`] = open;
  if (heldOut) sets[`${name}, held-out half`] = aside;
}

console.log(header());
const measured = measuredSets(knowledge, sets);
for (const [name, results] of measured) {
  console.log(setLine(name, results));
  const slangy = results.filter(({ question }) => question.voice === 'slangy');
  if (slangy.length > 0) console.log(setLine('  of these slangy', slangy));
}
const open = [...measured].filter(([name]) => !name.includes('held-out')).flatMap(([, results]) => results);
console.log('\nPer topic, all open questions');
for (const line of topicLines(knowledge, open)) console.log(line);
console.log('\nWorst confusions, open questions');
for (const line of confusions(knowledge, open, 40)) console.log(line);
