/** Welcome and help, made of what each feature says of itself. */

import { optionsCard } from '../cards/options.ts';
import type { Feature, HelpButton, HelpLine } from '../feature.ts';
import type { Rights } from '../people/roles.ts';
import type { Card, Reply, Surface, Turn } from '../turn.ts';
import type { IntroVerb } from '../verbs/intro.ts';
import { introTexts } from './texts.ts';
import type { IntroView } from './views.ts';

export interface Intro extends Feature<IntroVerb> {
  /** The help card. Where others read along: a text that says what is answered there. */
  showHelp(turn: Turn): Promise<Reply>;
  /** Two ways to go on, without the whole menu. */
  shortHelp(locale: string): Card;
  /** What is said when the bot was installed. */
  welcome(turn: Turn): Reply;
}

const HELP = /^(?:help|menu|start|\?)[.!?]*$/i;

/** @param choices the buttons that are offered where others read along */
export function createIntro(
  features: readonly Feature[],
  { isLead }: Rights,
  choices: (topics: readonly string[], locale: string) => Card,
): Intro {
  const helps = (locale: string) => features.flatMap((feature) => feature.help?.(locale) ?? []);

  function buttons(lead: boolean, files: boolean, locale: string): HelpButton[] {
    return helps(locale)
      .flatMap((help) => help.buttons ?? [])
      .filter((button) => (lead || !button.forLeads) && (files || !button.needs));
  }

  function lines(lead: boolean, { files }: Surface, locale: string): string[] {
    const all: HelpLine[] = [
      ...helps(locale).flatMap((help) => help.lines ?? []),
      ...(lead ? helps(locale).flatMap((help) => help.forLeads ?? []) : []),
    ];
    const said = all.flatMap((line) => {
      if (typeof line === 'string') return [line];
      return files ? [line.text] : [];
    });
    return files ? said : [...said, introTexts(locale).noFilesHere];
  }

  function card({ person, surface, locale }: Turn, title: string, paragraphs: readonly string[]): Card {
    const shown = buttons(isLead(person), surface.files, locale);
    const actions = shown.map(({ forLeads: _, needs: __, ...button }) => button);
    const view: IntroView = { title, paragraphs, actions };
    return { template: 'intro', data: view };
  }

  const inPublic = ({ locale }: Turn): Reply => ({ text: introTexts(locale).publicHelp, card: choices([], locale) });

  async function showHelp(turn: Turn): Promise<Reply> {
    if (turn.scope !== 'personal') return inPublic(turn);
    const { person, surface, locale } = turn;
    return { card: card(turn, introTexts(locale).helpTitle, lines(isLead(person), surface, locale)) };
  }

  return {
    name: 'intro',
    problems: {},
    showHelp,
    shortHelp(locale) {
      const [first] = buttons(false, false, locale);
      return optionsCard([
        ...(first === undefined ? [] : [first]),
        { title: introTexts(locale).helpButton, verb: 'help', data: {} },
      ]);
    },
    welcome(turn) {
      if (turn.scope !== 'personal') return inPublic(turn);
      return { card: card(turn, introTexts(turn.locale).welcomeTitle, [introTexts(turn.locale).welcome]) };
    },
    presses: { help: showHelp },
    commands: [{ name: 'help', pattern: HELP, where: 'everywhere', handle: showHelp }],
    intents: { help: { handle: showHelp, everywhere: true } },
  };
}
