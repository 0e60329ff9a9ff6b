/**
 * A verdict's time on one core, what loading takes, and the memory it adds; and the same of each other language, which is loaded when the
 * first message in it comes. Yardsticks: median 1 ms, 99 of 100 within 5 ms, loaded within 100 ms, 40 MiB; another language 15 MiB.
 *
 *     node --expose-gc bench/knowledge.ts
 */
import { join } from 'node:path';
import { QUESTION_SETS, readDevQuestions, readQuestions } from '../scripts/knowledge/questions.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { LANGUAGES } from '../src/language/language.ts';
import { figures, mib, ms, quantile } from './report.ts';

const root = join(import.meta.dirname, '..');
const questions = join(root, 'test', 'knowledge', 'questions');
const texts = [
  ...readDevQuestions(join(questions, 'dev.json')),
  ...QUESTION_SETS.flatMap((name) => readQuestions(join(questions, `${name}.txt`), () => [])),
].map(({ text }) => text);

globalThis.gc?.();
const before = process.memoryUsage();
const start = performance.now();
const knowledge = loadKnowledge(join(root, 'knowledge'));
const loading = performance.now() - start;

const first = performance.now();
knowledge.verdict('what does cpor mean', () => 'before', 'en-US');
const firstVerdict = performance.now() - first;

globalThis.gc?.();
const after = process.memoryUsage();

const exact = (value: number): string => `${value.toFixed(3)} ms`;
for (const language of LANGUAGES.filter((one) => one !== 'en')) {
  const asked = readQuestions(join(questions, `${language}.txt`), () => []).map(({ text }) => text);
  globalThis.gc?.();
  const without = process.memoryUsage();
  const at = performance.now();
  knowledge.classify(asked[0] ?? '', language);
  const loadingOne = performance.now() - at;
  const took = Array.from({ length: 5 }, () => asked)
    .flat()
    .map((text) => {
      const began = performance.now();
      knowledge.verdict(text, () => 'before', 'en-US');
      return performance.now() - began;
    });
  globalThis.gc?.();
  const withIt = process.memoryUsage();
  figures(`Questions in ${language}`, {
    questions: `${asked.length} × 5`,
    loading: ms(loadingOne),
    'verdict, median': exact(quantile(took, 0.5)),
    'verdict, p99': exact(quantile(took, 0.99)),
    'memory added (heap and buffers)': mib(
      withIt.heapUsed + withIt.arrayBuffers - without.heapUsed - without.arrayBuffers,
    ),
  });
}

function timed(one: (text: string) => unknown): number[] {
  return Array.from({ length: 5 }, () => texts).flatMap((round) =>
    round.map((text) => {
      const at = performance.now();
      one(text);
      return performance.now() - at;
    }),
  );
}

const classified = timed((text) => knowledge.classify(text));
const verdicts = timed((text) => knowledge.verdict(text, () => 'before', 'en-US'));
figures('Questions in English', {
  questions: `${texts.length} × 5`,
  loading: ms(loading),
  'first verdict': ms(firstVerdict),
  'classify, median': exact(quantile(classified, 0.5)),
  'classify, p99': exact(quantile(classified, 0.99)),
  'verdict, median': exact(quantile(verdicts, 0.5)),
  'verdict, p99': exact(quantile(verdicts, 0.99)),
  'verdict, slowest': exact(quantile(verdicts, 1)),
  'memory added (rss)': mib(after.rss - before.rss),
  'memory added (heap and buffers)': mib(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers),
});
