import type { Choice } from '../cards/choice.ts';

/** `adaptive-cards/language.json` */
export interface LanguageView {
  readonly ask: string;
  readonly language: string;
  readonly languages: readonly Choice[];
}
