/** What the bot says about claims, in each language. */
import { inLanguages } from '../language/language.ts';
import { problemsIn } from '../problems/index.ts';
import * as de from './texts/de.ts';
import * as en from './texts/en.ts';
import * as es from './texts/es.ts';
import * as fr from './texts/fr.ts';
import * as it from './texts/it.ts';
import * as ja from './texts/ja.ts';
import * as ptBR from './texts/pt-BR.ts';

const words = inLanguages({ en, de, fr, es, it, 'pt-BR': ptBR, ja });

export const { claimTexts, claimCardWords } = words;
export const claimProblems = problemsIn(words.claimProblems);
