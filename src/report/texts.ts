/** What leads read about the campaign, in each language. */
import type { Reason } from '../delivery/nudge.ts';
import { commaText } from '../format/list.ts';
import { inLanguages } from '../language/language.ts';
import { problemsIn } from '../problems/index.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/units.ts';
import * as de from './texts/de.ts';
import * as en from './texts/en.ts';
import * as es from './texts/es.ts';
import * as fr from './texts/fr.ts';
import * as it from './texts/it.ts';
import * as ja from './texts/ja.ts';
import * as ptBR from './texts/pt-BR.ts';

const words = inLanguages({ en, de, fr, es, it, 'pt-BR': ptBR, ja });

export const { reportTexts, reportCardWords } = words;
export const reportProblems = problemsIn(words.reportProblems);

/** "5 to collect, 2 to upload", without what is none; empty where nothing is open. */
export function openText(toCollect: number, toUpload: number, locale: string): string {
  const texts = reportTexts(locale);
  const parts = [
    ...(toCollect > 0 ? [texts.toCollect(toCollect, locale)] : []),
    ...(toUpload > 0 ? [texts.toUpload(toUpload, locale)] : []),
  ];
  return commaText(parts, locale);
}

/** "3 minutes"; the largest unit only. @param ms how long */
export function ageText(ms: number, locale: string): string {
  const { age } = reportTexts(locale);
  if (ms < MINUTE_MS) return age.moments;
  if (ms < HOUR_MS) return age.minutes(Math.floor(ms / MINUTE_MS), locale);
  if (ms < DAY_MS) return age.hours(Math.floor(ms / HOUR_MS), locale);
  return age.days(Math.floor(ms / DAY_MS), locale);
}

/** A reason of the ledger in plain words: one of the planner's, or why a message was refused. */
export function reasonText(reason: string, locale: string): string {
  const { reasons, refusals } = reportTexts(locale);
  if (Object.hasOwn(reasons, reason)) return reasons[reason as Reason];
  if (reason === 'gone') return refusals.gone;
  if (/^status \d{3}$/.test(reason)) return refusals.status(reason);
  return reason.startsWith('tried for 24 hours') ? refusals.expired : refusals.other;
}
