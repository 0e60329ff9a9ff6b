/** What the cards of this room are filled with. */
import type { Verb } from '../verbs/index.ts';

/** `adaptive-cards/intro.json`, the welcome and the help card: a text and at most six buttons. */
export interface IntroView {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly actions: readonly {
    readonly title: string;
    readonly verb: Verb;
    readonly data: Readonly<Record<string, string>>;
  }[];
}
