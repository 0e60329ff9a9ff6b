/** What is said of an upload beside its form: why it is proposed, and what came of “File POE”. Pure. */

import { pickWorkloads } from '../claims/rules.ts';
import { instantText } from '../format/day.ts';
import { commaText, sentencesText } from '../format/list.ts';
import { shorten } from '../format/shorten.ts';
import type { Reader } from '../turn.ts';
import { filesText } from './cards.ts';
import type { Draft } from './drafts.ts';
import type { FilingResult } from './filing.ts';
import { poeTexts } from './texts.ts';

/** Most bytes of JSON of names within a sentence. */
const NAMES_BYTES = 300;

/** Where the one press leaves an upload alone: another claim comes into question. */
export function notClearText(locale: string): string {
  return poeTexts(locale).notClear;
}

/** Where the one press leaves an upload alone: no workload is chosen. */
export function chooseWorkloadsText(locale: string): string {
  return poeTexts(locale).chooseWorkloads;
}

/** Empty where no claim is proposed. */
export function proposalText({ proposal }: Pick<Draft, 'proposal'>, locale: string): string {
  return proposal === undefined ? '' : poeTexts(locale).reasons[proposal.reason];
}

export function filedText(
  { kind, draft, claim, workloads, already }: FilingResult,
  { locale, timeZone }: Reader,
): string {
  if (kind === 'repeated') return poeTexts(locale).alreadyFiledDraft(claim.claimId);
  const before = already.map(({ fileName, workload, filedAt }) =>
    poeTexts(locale).alreadyFiled(fileName, workload, instantText(filedAt, locale, timeZone)),
  );
  if (kind === 'already there') return sentencesText(before, locale);
  const names = pickWorkloads(claim, workloads).map(({ name }) => name);
  const filed = poeTexts(locale).filed(
    filesText(draft.files, locale),
    shorten(commaText(names, locale), NAMES_BYTES),
    claim.claimId,
  );
  return sentencesText([filed, ...before], locale);
}
