import assert from 'node:assert/strict';
import { join } from 'node:path';
import { figuresOf, measure } from '../../scripts/knowledge/measure.ts';
import { QUESTION_SETS, type Question, readDevQuestions, readQuestions } from '../../scripts/knowledge/questions.ts';
import { knowledge } from './loaded.ts';

const file = (name: string): string => join(import.meta.dirname, 'questions', name);
const factsOf = (id: string) => knowledge.topics.find((topic) => topic.id === id)?.facts ?? [];
const dev = readDevQuestions(file('dev.json'));
const own = QUESTION_SETS.flatMap((name) => readQuestions(file(`${name}.txt`), factsOf));

/** Floors a little under what is reached, so that a change for the worse shows and a new phrase does not break the build. */
function holds(
  questions: readonly Question[],
  floors: { right: number; wrong: number; helped: number; outOfScope: number },
) {
  const figures = figuresOf(measure(knowledge, questions));
  const shown = JSON.stringify(figures);
  assert.ok(figures.right >= floors.right, shown);
  assert.ok(figures.wrong <= floors.wrong, shown);
  assert.ok(figures.helped >= floors.helped, shown);
  assert.ok(figures.outOfScopeAnswered <= floors.outOfScope, shown);
}

describe('the quality of the answers', () => {
  it('holds on the questions for tuning', () => {
    holds(dev, { right: 95, wrong: 1, helped: 98, outOfScope: 2 });
  });

  it('holds on questions of many voices', () => {
    assert.ok(own.filter(({ topics }) => topics.length > 0).length >= 200);
    assert.ok(own.filter(({ topics }) => topics.length === 0).length >= 150);
    holds(own, { right: 95, wrong: 1, helped: 98, outOfScope: 1.5 });
  });

  it('holds on slangy ones', () => {
    holds(
      own.filter(({ replies }) => replies === 'slangy'),
      { right: 93, wrong: 1, helped: 97, outOfScope: 4 },
    );
  });

  it('holds for every topic on its own', () => {
    for (const { id } of knowledge.topics) {
      const questions = [...dev, ...own].filter(({ topics }) => topics[0] === id);
      assert.ok(questions.length >= 20, id);
      const { right, wrong } = figuresOf(measure(knowledge, questions));
      assert.ok(right >= 85 && wrong <= 5, `${id}: ${right} right, ${wrong} wrong`);
    }
  });
});
