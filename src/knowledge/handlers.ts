/** Questions in the chat: what people ask, choose and think of the answers; what a lead makes of it. */
import { type Campaign, campaignFacts, type Phase } from '../campaign/campaign.ts';
import type { Card, Feedback, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs.ts';
import { answerReply } from './answer.ts';
import {
  followUpsCard,
  questionCard,
  suggestionsCard,
  topicsCard,
  UNANSWERED_PAGE_SIZE,
  unansweredCard,
} from './cards.ts';
import type { Ruling } from './rulings.ts';
import type { Asked, KnowledgeService } from './service.ts';
import { texts } from './texts.ts';
import type { Verdict } from './verdict.ts';

/** What a message came to: something to say about the notice, or something that other rooms do. */
export type Understood =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | Extract<Verdict, { kind: 'command' | 'smalltalk' }>;

export interface KnowledgeHandlers {
  /** `named`: what to show of a customer who may be named where no answer is sure. */
  ask(turn: Turn, named?: (name: string) => Promise<Reply | undefined>): Promise<Understood>;
  topic(turn: Turn, data: VerbData<'topic'>): Promise<Reply>;
  topics(): Promise<Reply>;
  /** These topics and the way to all of them, as buttons. */
  choices(topics: readonly string[]): Card;
  /** Silent where the message answered nothing that is still kept. */
  feedback(turn: Turn, feedback: Feedback): Promise<void>;
  unanswered(turn: Turn, data: VerbData<'unanswered'>): Promise<Reply>;
  openQuestion(turn: Turn, data: VerbData<'unanswered.open'>): Promise<Reply>;
  attach(turn: Turn, data: VerbData<'unanswered.attach'>): Promise<Reply>;
  decide(state: 'dismissed' | 'open'): (turn: Turn, data: VerbData<'unanswered.dismiss'>) => Promise<Reply>;
}

export function knowledgeHandlers(service: KnowledgeService, campaign: Campaign): KnowledgeHandlers {
  const phaseFor = ({ now, timeZone }: Turn): Phase => campaignFacts(campaign, now, timeZone).phase;

  /** The answer, which remembers its message for the thumbs below it. */
  function answered(turn: Turn, { verdict, question }: Asked): Reply {
    if (verdict.kind !== 'answer') return {};
    return {
      ...answerReply(verdict),
      card: verdict.unsure.length > 0 ? suggestionsCard(verdict.unsure, question) : followUpsCard(verdict.next),
      async onSent(messageId) {
        if (question === undefined) return;
        await service
          .answeredBy(turn.tenantId, question, messageId)
          .catch((error: unknown) => turn.log.warn({ err: error }, 'an answer will have no thumbs'));
      },
    };
  }

  async function ruled(
    turn: Turn,
    { question, ruling, page }: VerbData<'unanswered.dismiss'>,
    decision: { readonly state: Ruling['state']; readonly topic?: string },
  ): Promise<Reply> {
    const outcome = await service.decide(turn.person, question, decision, ruling);
    const remark = outcome.decided ? '' : texts.stale;
    return { card: questionCard(outcome.question, service.topics, turn, { page, remark }) };
  }

  return {
    async ask(turn, named = async () => undefined) {
      const verdict = await service.verdict(turn.tenantId, turn.text, phaseFor(turn));
      if (verdict.kind === 'command' || verdict.kind === 'smalltalk') return verdict;
      const shown = verdict.kind !== 'answer' && verdict.named ? await named(verdict.named) : undefined;
      if (shown !== undefined) return { kind: 'reply', reply: shown };
      const asked = await service.keep(turn.tenantId, turn.text, verdict);
      const { question } = asked;
      switch (verdict.kind) {
        case 'answer':
          return { kind: 'reply', reply: answered(turn, asked) };
        case 'suggest':
          return { kind: 'reply', reply: { text: texts.suggest, card: suggestionsCard(verdict.topics, question) } };
        case 'none':
          return { kind: 'reply', reply: { text: silence(verdict.why), card: suggestionsCard([], question) } };
      }
    },
    async topic(turn, data) {
      return answered(turn, await service.explain(turn.tenantId, data.topic, phaseFor(turn), data.asked));
    },
    async topics() {
      return { card: topicsCard(service.topics) };
    },
    choices: (ids) =>
      suggestionsCard(
        ids
          .flatMap((id) => service.topics.filter((topic) => topic.id === id))
          .map(({ id, title }) => ({ topic: id, title })),
        undefined,
      ),
    async feedback(turn, feedback) {
      if (!(await service.feedback(turn.person, feedback))) turn.log.info('a thumb under a message that is not kept');
    },
    async unanswered(turn, { page }) {
      const found = await service.unanswered(turn.person, page, UNANSWERED_PAGE_SIZE);
      return { card: unansweredCard(found, service.topics, turn) };
    },
    async openQuestion(turn, { question, page }) {
      return { card: questionCard(await service.question(turn.person, question), service.topics, turn, { page }) };
    },
    async attach(turn, data) {
      if (data.topic) return ruled(turn, data, { state: 'attached', topic: data.topic });
      const question = await service.question(turn.person, data.question);
      return { card: questionCard(question, service.topics, turn, { page: data.page, remark: texts.whichTopic }) };
    },
    decide: (state) => (turn, data) => ruled(turn, data, { state }),
  };
}

function silence(why: 'long' | 'language' | undefined): string {
  switch (why) {
    case 'long':
      return texts.tooLong;
    case 'language':
      return texts.english;
    default:
      return texts.notSaid;
  }
}
