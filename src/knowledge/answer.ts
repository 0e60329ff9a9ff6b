/** A verdict's answers as the bot says them: the approved text, a mark for the source behind it, and the sources. Pure. */
import { shorten } from '../format/shorten.ts';
import type { Citation, Reply } from '../turn.ts';
import { knowledgeTexts } from './texts.ts';
import type { AnswerVerdict } from './verdict.ts';

/** What Teams takes (bytes are the stricter measure): a source's name, and the sentence on it. */
const NAME = 80;
const ABSTRACT = 160;

/** Without a card: that is the handler's. One answer as it is; several each under its title. The same section is cited under one number. */
export function answerReply({ answers, alternatives, partiallyOutOfScope }: AnswerVerdict): Reply {
  const sections = [...new Set(answers.map(({ section }) => section))];
  const said = answers.map(({ title, text, section }) => {
    const cited = `${text} [${sections.indexOf(section) + 1}]`;
    return answers.length === 1 ? cited : `${title}:\n\n${cited}`;
  });
  return {
    text: [
      ...said,
      ...(alternatives.length > 0
        ? [knowledgeTexts.alternatives]
        : partiallyOutOfScope
          ? [knowledgeTexts.partiallyOutOfScope]
          : []),
    ].join('\n\n'),
    citations: sections.map(citation),
  };
}

function citation(section: string): Citation {
  return { name: shorten(section, NAME), abstract: shorten(knowledgeTexts.cited(section), ABSTRACT) };
}
