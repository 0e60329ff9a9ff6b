/** Questions in the chat: what people ask, choose and think of the answers. */
import { campaignFacts, type PhaseOf } from '../campaign/campaign.ts';
import type { Button } from '../cards/options.ts';
import type { Mention } from '../feature.ts';
import type { Card, Feedback, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { answerReply } from './answer-reply.ts';
import { followUpsCard, refusalCard, suggestionsCard, topicsCard } from './cards.ts';
import { type ReviewHandlers, reviewHandlers } from './review/review-handlers.ts';
import type { KeptVerdict, KnowledgeService } from './service.ts';
import { knowledgeTexts } from './texts.ts';
import type { CommandVerdict, Verdict } from './verdict.ts';

/** What a message came to: something to say about the notice, or something that other features do. */
export type AskResult =
  /** `secondaryCommand`: a command that the message gives besides its questions. */
  | { readonly kind: 'reply'; readonly reply: Reply; readonly secondaryCommand?: CommandVerdict }
  | Extract<Verdict, { kind: 'command' | 'smalltalk' }>;

/** What other features found in the message, or can find. */
export interface AskOptions {
  /** Shows what is called so. Asked for a possible name, where no answer is sure. */
  readonly named?: (name: string) => Promise<Reply | undefined>;
  /** Shows what the message names amid other words. Asked like `named`, after it. */
  readonly namedAmid?: (strangeWords: readonly string[]) => Promise<Reply | undefined>;
  /** What the message names by its ID: shown where no answer is sure, and offered as a button under an answer. */
  readonly mentioned?: Mention | undefined;
}

export interface KnowledgeHandlers extends ReviewHandlers {
  ask(turn: Turn, options?: AskOptions): Promise<AskResult>;
  /** What the notice says to the message, where nothing can be looked up; undefined where the notice does not clearly say it. */
  askNotice(turn: Turn): Promise<Reply | undefined>;
  topic(turn: Turn, data: VerbData<'topic'>): Promise<Reply>;
  topics(): Promise<Reply>;
  /** These topics and the way to all of them, as buttons. */
  choices(topics: readonly string[]): Card;
  /** Does nothing where the message answered no question that is still kept. */
  feedback(turn: Turn, feedback: Feedback): Promise<void>;
}

export function knowledgeHandlers(service: KnowledgeService): KnowledgeHandlers {
  const phasesFor =
    ({ now, timeZone }: Turn): PhaseOf =>
    (campaign) =>
      campaignFacts(campaign, now, timeZone).phase;

  /** The answer. Its message is kept, so that a thumb under it finds the question. */
  function answered(turn: Turn, { verdict, questionId }: KeptVerdict, button?: Button): Reply {
    if (verdict.kind !== 'answer') return {};
    return {
      ...answerReply(verdict),
      card:
        verdict.alternatives.length > 0
          ? suggestionsCard(verdict.alternatives, questionId)
          : followUpsCard(verdict.next, button),
      async onSent(messageId) {
        if (questionId === undefined) return;
        await service
          .answeredBy(turn.tenantId, questionId, messageId)
          .catch((error: unknown) => turn.log.warn({ err: error }, 'an answer will have no thumbs'));
      },
    };
  }

  return {
    async ask(turn, options = {}) {
      const verdict = await service.verdict(turn.person, turn.written, phasesFor(turn));
      if (verdict.kind === 'command' || verdict.kind === 'smalltalk') return verdict;
      const found = verdict.kind === 'answer' ? undefined : await foundFor(verdict, options);
      if (found !== undefined) return { kind: 'reply', reply: found };
      const kept = await service.keep(turn.person, turn.written, verdict);
      const { questionId } = kept;
      switch (verdict.kind) {
        case 'answer': {
          const reply = answered(turn, kept, options.mentioned?.button);
          const { secondaryCommand } = verdict;
          return { kind: 'reply', reply, ...(secondaryCommand && { secondaryCommand }) };
        }
        case 'suggest':
          return {
            kind: 'reply',
            reply: { text: knowledgeTexts.suggest, card: suggestionsCard(verdict.topics, questionId) },
          };
        case 'none': {
          const mayOpenTicket = turn.scope === 'personal' && questionId !== undefined;
          const card = refusalCard(mayOpenTicket ? turn.written : undefined);
          return { kind: 'reply', reply: { text: noAnswerText(verdict.why), card } };
        }
      }
    },
    async askNotice(turn) {
      const verdict = await service.verdict(turn.person, turn.written, phasesFor(turn));
      if (verdict.kind === 'answer') return answered(turn, { verdict, questionId: undefined });
      return verdict.kind === 'suggest' && verdict.named === undefined
        ? { text: knowledgeTexts.suggest, card: suggestionsCard(verdict.topics, undefined) }
        : undefined;
    },
    async topic(turn, data) {
      return answered(turn, await service.explain(turn.tenantId, data.topic, phasesFor(turn), data.asked));
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
    ...reviewHandlers(service.review, service.topics),
  };
}

/** The claim, ticket or customer that the message names, for a message that the notice does not clearly answer. */
async function foundFor(
  verdict: Extract<Verdict, { kind: 'suggest' | 'none' }>,
  { named, namedAmid, mentioned }: AskOptions,
): Promise<Reply | undefined> {
  if (mentioned !== undefined) return mentioned.show();
  const found = verdict.named === undefined ? undefined : await named?.(verdict.named);
  return found ?? (verdict.strangeWords === undefined ? undefined : namedAmid?.(verdict.strangeWords));
}

function noAnswerText(why: 'long' | 'language' | undefined): string {
  switch (why) {
    case 'long':
      return knowledgeTexts.tooLong;
    case 'language':
      return knowledgeTexts.english;
    default:
      return knowledgeTexts.notSaid;
  }
}
