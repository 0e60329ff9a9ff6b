/** What may be pressed after a sentence: buttons and nothing else. */
import type { Verb } from '../verbs/index.ts';

/** A button on a card: what it is called, and what its press sends. */
export interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly data: Readonly<Record<string, string>>;
}

/** `adaptive-cards/options.json` */
export interface OptionsView {
  readonly actions: readonly Button[];
}

/** A set of actions holds no more (docs/platform.md, "Limits"). */
export const MOST_OPTIONS = 6;

export function optionsCard(actions: readonly Button[]): { readonly template: 'options'; readonly data: OptionsView } {
  return { template: 'options', data: { actions } };
}
