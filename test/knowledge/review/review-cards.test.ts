/** The cards of leads, of the largest data that is kept: drawn, under 28 KB, each button with data that its verb takes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { shorten } from '../../../src/format/shorten.ts';
import { readKnowledgeData } from '../../../src/knowledge/data.ts';
import type { QuestionDoc } from '../../../src/knowledge/questions.ts';
import type { ReviewedQuestion } from '../../../src/knowledge/review/review.ts';
import { questionCard, UNANSWERED_PAGE_SIZE, unansweredCard } from '../../../src/knowledge/review/review-cards.ts';
import type { ReviewDecision } from '../../../src/knowledge/review/review-decisions.ts';
import type { Card } from '../../../src/turn.ts';
import { lintCard } from '../../cards/lint.ts';
import { rendererOf } from '../../support/renderer.ts';

const root = join(import.meta.dirname, '../../..');
const render = rendererOf(join(root, 'adaptive-cards'));
const { topics } = readKnowledgeData(join(root, 'knowledge'));
const READER = { locale: 'en-US', timeZone: 'UTC' };
const KEY = `q${'f'.repeat(31)}`;

function question(sign: string, outcome: QuestionDoc['outcome'], state?: ReviewDecision['state']): ReviewedQuestion {
  const text = shorten(sign.repeat(1_000), 600);
  const thumb = { reaction: 'dislike' as const, comment: shorten(sign.repeat(2_000), 1_000) };
  const all = topics.map(({ id }) => id);
  const asked: QuestionDoc = {
    _id: 'x',
    key: KEY,
    text,
    outcome,
    topics: all,
    suggested: all,
    chosen: 'share',
    feedback: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`q${i}`, thumb])),
    at: '2020-06-17T16:00:00.000Z',
    expireAt: '2020-12-17T16:00:00.000Z',
  };
  const at = '2020-06-16T16:00:00.000Z';
  const decision = state && { _id: 'r', key: KEY, text, state, topic: 'share', by: 'x', at, version: 3 };
  const latest = Array.from({ length: 5 }, (_, i) => ({ ...asked, text: `${i}${text.slice(3)}` }));
  return { key: KEY, text, count: 12_345, latest, decision, open: decision?.state !== 'dismissed' };
}

function check(card: Card): void {
  assert.deepEqual(lintCard(render(card)), []);
}

describe('the cards on questions', () => {
  for (const sign of ['W', '東', '"', '${', '🚀', 'a '])
    it(`hold the largest questions of ${JSON.stringify(sign)}`, () => {
      for (const outcome of ['answered', 'partly', 'suggested', 'silent'] as const)
        for (const state of [undefined, 'attached', 'dismissed', 'open'] as const) {
          const one = question(sign, outcome, state);
          check(questionCard(one, topics, READER, { page: 600, list: 'decided', remark: 'x'.repeat(100) }));
          const rows = Array.from({ length: UNANSWERED_PAGE_SIZE }, () => one);
          const page = { rows, page: 600, total: 5_000, decided: 5_000 };
          check(unansweredCard(page, 'open', topics, READER));
          if (state !== undefined) check(unansweredCard(page, 'decided', topics, READER));
        }
    });

  it('are drawn where nothing is there any more', () => {
    const forgotten = { ...question('a', 'silent', 'open'), latest: [], count: 0, open: false };
    check(questionCard(forgotten, topics, READER, { page: 0 }));
    const none = { rows: [], page: 0, total: 0, decided: 0 };
    for (const list of ['open', 'decided'] as const) check(unansweredCard(none, list, topics, READER));
  });
});
