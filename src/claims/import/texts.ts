/** What the bot says about imports, in each language. */
import { fileProblems } from '../../files/texts.ts';
import { inLanguages } from '../../language/language.ts';
import { type Problem, problemsIn, problemText } from '../../problems/index.ts';
import type { RowProblem } from '../export-file/row.ts';
import * as de from './texts/de.ts';
import * as en from './texts/en.ts';
import * as es from './texts/es.ts';
import * as fr from './texts/fr.ts';
import * as it from './texts/it.ts';
import * as ja from './texts/ja.ts';
import * as ptBR from './texts/pt-BR.ts';

const words = inLanguages({ en, de, fr, es, it, 'pt-BR': ptBR, ja });

export const { importTexts, undoTexts, importCardWords } = words;
export const importProblems = problemsIn(words.importProblems);

/** Why an import stopped. */
export function importFailureText(failure: Problem, locale: string): string {
  return problemText({ ...fileProblems, ...importProblems }, failure, locale) ?? '';
}

/** Why a row is left out: a remark behind its line number. */
export function rowProblemText(problem: RowProblem, locale: string): string {
  const say = importTexts(locale).rowProblems[problem.code] as (problem: RowProblem, locale: string) => string;
  return say(problem, locale);
}
