/** Answers as the bot says them: the approved texts, each with the number of its source, and the sources. Pure. */
import { shorten } from '../format/shorten.ts';
import type { Citation, Reply } from '../turn.ts';
import type { SpokenAnswer } from './spoken.ts';
import { knowledgeTexts } from './texts.ts';
import type { TopicAnswer } from './verdict.ts';

/** Bytes of a citation's name and of its abstract: Teams takes so many characters, and no text has more characters than bytes. */
const NAME = 80;
const ABSTRACT = 160;

/**
 * The text and its citations; the handler adds the card. A single answer stands as it is, several stand each under its title.
 * Answers from the same section of the notice share one number.
 */
export function answerReply({ answers, alternatives, partiallyOutOfScope }: SpokenAnswer, locale: string): Reply {
  const bySource = Map.groupBy(answers, sourceOf);
  const sources = [...bySource.keys()];
  const said = answers.map(({ title, text, ...answer }) => {
    const cited = `${text} [${sources.indexOf(sourceOf(answer)) + 1}]`;
    return answers.length === 1 ? cited : `${title}:\n\n${cited}`;
  });
  return {
    text: [
      ...said,
      ...(alternatives.length > 0
        ? [knowledgeTexts(locale).alternatives]
        : partiallyOutOfScope
          ? [knowledgeTexts(locale).partiallyOutOfScope]
          : []),
    ].join('\n\n'),
    citations: [...bySource.values()].flatMap(([answer]) => (answer === undefined ? [] : [citation(answer, locale)])),
  };
}

/** One number for each section of a notice. */
function sourceOf({ subject, section }: Pick<TopicAnswer, 'subject' | 'section'>): string {
  return `${subject}: ${section}`;
}

function citation({ subject, section }: TopicAnswer, locale: string): Citation {
  return { name: shorten(section, NAME), abstract: shorten(knowledgeTexts(locale).cited(subject, section), ABSTRACT) };
}
