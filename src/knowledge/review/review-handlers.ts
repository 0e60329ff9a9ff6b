/** What a lead makes of questions, in the chat. */
import type { Reply, Turn } from '../../turn.ts';
import type { VerbData } from '../../verbs/index.ts';
import type { Topic } from '../data.ts';
import { spokenTopics } from '../spoken.ts';
import { knowledgeTexts } from '../texts.ts';
import type { Review, ReviewChoice } from './review.ts';
import { questionCard, UNANSWERED_PAGE_SIZE, unansweredCard } from './review-cards.ts';

export interface ReviewHandlers {
  unanswered(turn: Turn, data: VerbData<'unanswered'>): Promise<Reply>;
  openQuestion(turn: Turn, data: VerbData<'unanswered.open'>): Promise<Reply>;
  attach(turn: Turn, data: VerbData<'unanswered.attach'>): Promise<Reply>;
  decide(state: 'dismissed' | 'open'): (turn: Turn, data: VerbData<'unanswered.dismiss'>) => Promise<Reply>;
}

export function reviewHandlers(review: Review, topics: readonly Topic[]): ReviewHandlers {
  const topicsFor = ({ locale }: Turn) => spokenTopics(topics, locale);
  async function decided(turn: Turn, data: VerbData<'unanswered.dismiss'>, choice: ReviewChoice): Promise<Reply> {
    const outcome = await review.decide(turn.person, data.question, choice, data.ruling);
    const remark = outcome.decided ? '' : knowledgeTexts(turn.locale).stale;
    return { card: questionCard(outcome.question, topicsFor(turn), turn, { ...data, remark }) };
  }

  return {
    async unanswered(turn, { page, list = 'open' }) {
      const found = await review.list(turn.person, list, page, UNANSWERED_PAGE_SIZE);
      return { card: unansweredCard(found, list, topicsFor(turn), turn) };
    },
    async openQuestion(turn, data) {
      return { card: questionCard(await review.question(turn.person, data.question), topicsFor(turn), turn, data) };
    },
    async attach(turn, data) {
      if (data.topic) return decided(turn, data, { state: 'attached', topic: data.topic });
      const question = await review.question(turn.person, data.question);
      return {
        card: questionCard(question, topicsFor(turn), turn, {
          ...data,
          remark: knowledgeTexts(turn.locale).whichTopic,
        }),
      };
    },
    decide: (state) => (turn, data) => decided(turn, data, { state }),
  };
}
