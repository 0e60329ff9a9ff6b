/** Welcome and help, made of what each feature says of itself. */

import { optionsCard } from '../cards/options.ts';
import type { Feature, HelpButton } from '../feature.ts';
import type { Rights } from '../people/roles.ts';
import type { Card, Reply, Turn } from '../turn.ts';
import type { IntroVerb } from '../verbs/intro.ts';
import { introTexts } from './texts.ts';
import type { IntroView } from './views.ts';

export interface Intro extends Feature<IntroVerb> {
  /** The help card. Where others read along: a text that says what is answered there. */
  showHelp(turn: Turn): Promise<Reply>;
  /** Two ways to go on, without the whole menu. */
  shortHelp(): Card;
  /** What is said when the bot was installed. */
  welcome(turn: Turn): Reply;
}

const HELP = /^(?:help|menu|start|\?)[.!?]*$/i;

/** @param seeTopics the button that is offered where others read along */
export function createIntro(features: readonly Feature[], { isLead }: Rights, seeTopics: Card): Intro {
  const helps = features.flatMap((feature) => feature.help ?? []);

  function buttons(lead: boolean): HelpButton[] {
    return helps.flatMap((help) => help.buttons ?? []).filter((button) => lead || !button.forLeads);
  }

  function lines(lead: boolean): string[] {
    return [
      ...helps.flatMap((help) => help.lines ?? []),
      ...(lead ? helps.flatMap((help) => help.forLeads ?? []) : []),
    ];
  }

  function card(lead: boolean, title: string, paragraphs: readonly string[]): Card {
    const actions = buttons(lead).map(({ forLeads: _, ...button }) => button);
    const view: IntroView = { title, paragraphs, actions };
    return { template: 'intro', data: view };
  }

  const inPublic = (): Reply => ({ text: introTexts.publicHelp, card: seeTopics });

  async function showHelp(turn: Turn): Promise<Reply> {
    if (turn.scope !== 'personal') return inPublic();
    const lead = isLead(turn.person);
    return { card: card(lead, introTexts.helpTitle, lines(lead)) };
  }

  return {
    name: 'intro',
    problems: {},
    showHelp,
    shortHelp() {
      const [first] = buttons(false);
      return optionsCard([
        ...(first === undefined ? [] : [first]),
        { title: introTexts.helpButton, verb: 'help', data: {} },
      ]);
    },
    welcome(turn) {
      if (turn.scope !== 'personal') return inPublic();
      return { card: card(isLead(turn.person), introTexts.welcomeTitle, [introTexts.welcome]) };
    },
    presses: { help: showHelp },
    commands: [{ name: 'help', pattern: HELP, where: 'everywhere', handle: showHelp }],
    intents: { help: { handle: showHelp, everywhere: true } },
  };
}
