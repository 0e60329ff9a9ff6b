/**
 * A verdict's time on one core, what loading takes, and the memory it adds. Yardsticks: median 1 ms, 99 of 100 within 5 ms,
 * loaded within 100 ms, 40 MiB.
 *
 *     node --expose-gc bench/knowledge.ts
 */
import { join } from 'node:path';
import { QUESTION_SETS, readDevQuestions, readQuestions } from '../scripts/knowledge/questions.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
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
knowledge.verdict('what does cpor mean', () => 'before');
const firstVerdict = performance.now() - first;

function timed(one: (text: string) => unknown): number[] {
  return Array.from({ length: 5 }, () => texts).flatMap((round) =>
    round.map((text) => {
      const at = performance.now();
      one(text);
      return performance.now() - at;
    }),
  );
}

const exact = (value: number): string => `${value.toFixed(3)} ms`;
const classified = timed((text) => knowledge.classify(text));
const verdicts = timed((text) => knowledge.verdict(text, () => 'before'));
globalThis.gc?.();
const after = process.memoryUsage();
figures('Questions answered (one core)', {
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
