/** What the cards of this feature are filled with. */
import type { Button } from '../cards/options.ts';

/** `adaptive-cards/intro.json`, the welcome and the help card: a text and at most six buttons. */
export interface IntroView {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly actions: readonly Button[];
}
