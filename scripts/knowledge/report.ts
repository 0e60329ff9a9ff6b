/** The report of `npm run knowledge`, as text. */

import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Language } from '../../src/language/language.ts';
import { figuresOf, type Measured, measure } from './measure.ts';
import type { Question } from './questions.ts';

const COLUMNS = ['top-1', 'right', 'wrong', 'right or suggested', 'out of scope refused'] as const;

/** One line a set of questions: shares in percent. */
export function setLine(name: string, measured: readonly Measured[]): string {
  const { inScope, outOfScope, ...figures } = figuresOf(measured);
  const values = [figures.top1, figures.right, figures.wrong, figures.helped, 100 - figures.outOfScopeAnswered];
  const shown = values.map((value, i) => (i === 4 && outOfScope === 0 ? '-' : value.toFixed(1)));
  return row([name, `${inScope} + ${outOfScope}`, ...shown]);
}

export function header(): string {
  return row(['questions', 'in + out', ...COLUMNS]);
}

function row([name = '', ...cells]: readonly string[]): string {
  return name.padEnd(34) + cells.map((cell, i) => cell.padStart((COLUMNS[i - 1]?.length ?? 9) + 2)).join('');
}

export function topicLines(knowledge: Knowledge, measured: readonly Measured[]): string[] {
  return knowledge.topics.map(({ id }) =>
    setLine(
      `  ${id}`,
      measured.filter(({ question }) => question.topics[0] === id),
    ),
  );
}

/** What went wrong, the worst first, each with what was taken for what. */
export function confusions(
  knowledge: Knowledge,
  measured: readonly Measured[],
  most: number,
  language: Language = 'en',
): string[] {
  const order = ['wrong', 'out of scope answered', 'missed', 'suggested'];
  return measured
    .filter(({ result }) => order.includes(result))
    .sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
    .slice(0, most)
    .map(({ question, result, verdict }) => {
      const [best, second] = knowledge.classify(question.text, language).ranked;
      const guess = [best, second].map((one) => `${one?.name} ${one?.probability.toFixed(2)}`).join(', ');
      const asked = question.topics.join(' + ') || `none (${question.replies})`;
      return `  ${result} [${verdict.kind}]  ${asked}  ←  “${question.text}”  (${guess})`;
    });
}

export function measuredSets(
  knowledge: Knowledge,
  sets: Readonly<Record<string, readonly Question[]>>,
  language: Language = 'en',
): Map<string, Measured[]> {
  return new Map(Object.entries(sets).map(([name, questions]) => [name, measure(knowledge, questions, language)]));
}
