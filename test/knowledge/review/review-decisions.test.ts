import assert from 'node:assert/strict';
import {
  isCurrentDecision,
  type NewReviewDecision,
  ReviewDecisions,
} from '../../../src/knowledge/review/review-decisions.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';

const LEAD = '44444444-4444-4444-8444-444444444444';
const TEXT = 'Does the customer countersign?';

const decision = (state: NewReviewDecision['state'], more: Partial<NewReviewDecision> = {}): NewReviewDecision => ({
  _id: `a ${state} one`,
  key: 'q1',
  text: TEXT,
  state,
  ...(state === 'attached' && { topic: 'poe_meaning' }),
  by: LEAD,
  at: '2020-06-16T16:00:00.000Z',
  ...more,
});

describe('what a lead decided', () => {
  eachEngine((_, open) => {
    let engine: OpenEngine;
    let decisions: ReviewDecisions;

    beforeEach(async () => {
      engine = await open();
      decisions = new ReviewDecisions(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine.dispose());

    it('keeps a wording, the topic and the lead as long as the topic answers', async () => {
      await decisions.decide('t', decision('attached'), 0);
      const { text, topic, by } = (await decisions.get('t', 'q1')) ?? {};
      assert.deepEqual({ text, topic, by }, { text: TEXT, topic: 'poe_meaning', by: LEAD });
    });

    for (const state of ['dismissed', 'open'] as const)
      it(`keeps nothing of the words or of who decided where it is ${state}, from the start or later`, async () => {
        await decisions.decide('t', decision(state), 0);
        await decisions.decide('t', decision('attached', { key: 'q2' }), 0);
        await decisions.decide('t', decision(state, { key: 'q2' }), 1);
        for (const key of ['q1', 'q2']) {
          const kept = await decisions.get('t', key);
          assert.equal(kept?.state, state);
          assert.doesNotMatch(JSON.stringify(kept), /countersign|44444444|poe_meaning/);
        }
      });

    it('stands when the same person decides the same again, and nobody else or nothing else', async () => {
      for (const [version, state] of (['dismissed', 'attached', 'open'] as const).entries()) {
        await decisions.decide('t', decision(state), version);
        const standing = await decisions.get('t', 'q1');
        assert.ok(
          isCurrentDecision(decision(state, { _id: 'again', at: '2020-06-17T16:00:00.000Z' }), standing),
          state,
        );
        assert.ok(!isCurrentDecision(decision(state, { by: 'somebody else' }), standing), state);
        assert.ok(!isCurrentDecision(decision('attached', { topic: 'share' }), standing), state);
      }
      assert.ok(!isCurrentDecision(decision('open'), undefined));
    });
  });
});
