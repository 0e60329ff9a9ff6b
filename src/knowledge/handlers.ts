/** Questions in the chat: what people ask, choose and think of the answers. */
import { campaignFacts, type PhaseOf } from '../campaign/campaign.ts';
import type { Button } from '../cards/options.ts';
import type { Mention } from '../feature.ts';
import { type Language, languageOf } from '../language/language.ts';
import type { Card, Feedback, Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { answerReply } from './answer-reply.ts';
import { followUpsCard, inEnglishButton, refusalCard, suggestionsCard, topicsCard } from './cards.ts';
import { type ReviewHandlers, reviewHandlers } from './review/review-handlers.ts';
import type { KeptVerdict, KnowledgeService } from './service.ts';
import { spokenAnswer, spokenLinks, wordsOfTopic } from './spoken.ts';
import { knowledgeTexts } from './texts.ts';
import type { CommandVerdict, TopicLink, Verdict } from './verdict.ts';

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
  topics(turn: Turn): Promise<Reply>;
  /** These topics and the way to all of them, as buttons. */
  choices(topics: readonly string[], locale: string): Card;
  /** Does nothing where the message answered no question that is still kept. */
  feedback(turn: Turn, feedback: Feedback): Promise<void>;
}

export function knowledgeHandlers(service: KnowledgeService): KnowledgeHandlers {
  const phasesFor =
    ({ now, timeZone }: Turn): PhaseOf =>
    (campaign) =>
      campaignFacts(campaign, now, timeZone).phase;

  /**
   * The answer. Its message is kept, so that a thumb under it finds the question.
   * @param locale to say it in: another than the turn's where it was asked for in another language
   */
  function answered(turn: Turn, { verdict, questionId }: KeptVerdict, button?: Button, locale = turn.locale): Reply {
    if (verdict.kind !== 'answer') return {};
    const said = spokenAnswer(verdict, service.topics, phasesFor(turn), locale);
    const language = otherLanguage(locale, turn);
    // The notice is English: what it says word for word is a press away.
    const [original, another] = said.translated;
    const inEnglish = another === undefined && original !== undefined ? inEnglishButton(original, locale) : undefined;
    return {
      ...answerReply(said, locale),
      card:
        said.alternatives.length > 0
          ? suggestionsCard(said.alternatives, questionId, locale, language)
          : followUpsCard(said.next, { first: button, last: inEnglish, language }),
      async onSent(messageId) {
        if (questionId === undefined) return;
        await service
          .answeredBy(turn.tenantId, questionId, messageId)
          .catch((error: unknown) => turn.log.warn({ err: error }, 'an answer will have no thumbs'));
      },
    };
  }

  /** What may be meant, as buttons. */
  function suggested(
    turn: Turn,
    topics: readonly TopicLink[],
    questionId: string | undefined,
    locale = turn.locale,
  ): Reply {
    const links = spokenLinks(topics, service.topics, locale);
    const card = suggestionsCard(links, questionId, locale, otherLanguage(locale, turn));
    return { text: knowledgeTexts(locale).suggest, card };
  }

  return {
    async ask(turn, options = {}) {
      const verdict = await service.verdict(turn.person, turn.written, phasesFor(turn), turn.locale);
      if (verdict.kind === 'command') return verdict;
      if (verdict.kind === 'smalltalk') return { ...verdict, text: service.smalltalk(verdict, turn.locale) };
      const found = verdict.kind === 'answer' ? undefined : await foundFor(verdict, options);
      if (found !== undefined) return { kind: 'reply', reply: found };
      const kept = await service.keep(turn.person, turn.written, verdict);
      const { questionId } = kept;
      const locale = answerLocale(verdict, turn);
      switch (verdict.kind) {
        case 'answer': {
          const reply = answered(turn, kept, options.mentioned?.button, locale);
          const { secondaryCommand } = verdict;
          return { kind: 'reply', reply, ...(secondaryCommand && { secondaryCommand }) };
        }
        case 'suggest':
          return { kind: 'reply', reply: suggested(turn, verdict.topics, questionId, locale) };
        case 'none': {
          const mayOpenTicket = turn.scope === 'personal' && questionId !== undefined;
          const card = refusalCard(mayOpenTicket ? turn.written : undefined, locale);
          return { kind: 'reply', reply: { text: noAnswerText(verdict.why, locale), card } };
        }
      }
    },
    async askNotice(turn) {
      const verdict = await service.verdict(turn.person, turn.written, phasesFor(turn), turn.locale);
      if (verdict.kind === 'answer')
        return answered(turn, { verdict, questionId: undefined }, undefined, answerLocale(verdict, turn));
      return verdict.kind === 'suggest' && verdict.named === undefined
        ? suggested(turn, verdict.topics, undefined, answerLocale(verdict, turn))
        : undefined;
    },
    async topic(turn, data) {
      const kept = await service.explain(turn.tenantId, data.topic, phasesFor(turn), data.asked);
      return answered(turn, kept, undefined, data.language ?? turn.locale);
    },
    async topics(turn) {
      return { card: topicsCard(service.topics, turn.locale) };
    },
    choices: (ids, locale) => {
      const topics = ids.flatMap((id) => service.topics.filter((topic) => topic.id === id));
      const links = topics.map((topic) => ({ topic: topic.id, title: wordsOfTopic(topic, locale).title }));
      return suggestionsCard(links, undefined, locale);
    },
    async feedback(turn, feedback) {
      if (!(await service.feedback(turn.person, feedback))) turn.log.info('a thumb under a message that is not kept');
    },
    ...reviewHandlers(service.review, service.topics),
  };
}

/** A question is answered in the language that it is asked in, unless the person has chosen one. */
function answerLocale({ language }: { readonly language?: Language }, { locale, person }: Turn): string {
  return person.language === undefined ? (language ?? locale) : locale;
}

/** The language of what is said, where it is not the reader's. */
function otherLanguage(locale: string, turn: Turn): Language | undefined {
  return languageOf(locale) === languageOf(turn.locale) ? undefined : languageOf(locale);
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

function noAnswerText(why: 'long' | 'language' | undefined, locale: string): string {
  switch (why) {
    case 'long':
      return knowledgeTexts(locale).tooLong;
    case 'language':
      return knowledgeTexts(locale).anotherLanguage;
    default:
      return knowledgeTexts(locale).notSaid;
  }
}
