/** Several uploads of one message as a card: what each is proposed for, and what it lacks. Pure. */

import { lackText } from '../claims/card-parts.ts';
import type { PoeLack } from '../claims/claim.ts';
import { pickWorkloads } from '../claims/rules.ts';
import { listOfFirst, listText, sentencesText } from '../format/list.ts';
import { shorten } from '../format/shorten.ts';
import type { Problem } from '../problems/index.ts';
import type { Card } from '../turn.ts';
import { adviceOf } from './advice.ts';
import { type Draft, isSure } from './drafts.ts';
import type { ProposedFiling } from './service.ts';
import { poeCardWords, poeTexts } from './texts.ts';
import type { FileSeveralView } from './views.ts';

/** Most bytes of JSON: a card has to stay below 28 KB, and holds up to ten of these. */
const SPACE = { title: 160, files: 240, text: 240 } as const;
const LACKS_NAMED = 3;

/** @param problemText the sentence for what stood in the way of one */
export function severalCard(
  filings: readonly ProposedFiling[],
  locale: string,
  problemText: (problem: Problem, locale: string) => string,
): Card {
  const count = fileCount(filings.filter(({ draft, workloads }) => isSure(draft) && workloads.length > 0));
  const view: FileSeveralView = {
    title: poeTexts(locale).severalTitle(fileCount(filings), locale),
    rows: filings.map((filing) => rowOf(filing, locale, problemText)),
    drafts: filings.map(({ draft }) => draft._id).join(','),
    canFile: count > 0,
    fileTitle: poeTexts(locale).fileSure(count, locale),
  };
  return { template: 'file-poe-several', words: poeCardWords(locale)['file-poe-several'], data: view };
}

function fileCount(filings: readonly ProposedFiling[]): number {
  return filings.reduce((sum, { draft }) => sum + draft.files.length, 0);
}

function rowOf(
  { draft, claim, examined, workloads, problem }: ProposedFiling,
  locale: string,
  problemText: (problem: Problem, locale: string) => string,
): FileSeveralView['rows'][number] {
  const files = shorten(
    listText(
      draft.files.map(({ name }) => name),
      locale,
    ),
    SPACE.files,
  );
  const open = draft.state === 'open';
  if (claim === undefined) {
    return { draft: draft._id, title: poeTexts(locale).whichClaim, files, reason: '', state: '', done: '', open };
  }
  const names = pickWorkloads(claim, workloads).map(({ name }) => name);
  const advice = examined && adviceOf(examined, names);
  return {
    draft: draft._id,
    title: shorten(poeTexts(locale).claimOf(claim.customerName, claim.claimId), SPACE.title),
    files,
    reason: open ? reasonText(draft, locale) : '',
    state: !open
      ? ''
      : problem !== undefined
        ? shorten(problemText(problem, locale), SPACE.text)
        : shorten(stateText(advice?.lacks ?? [], advice?.unread !== undefined, locale), SPACE.text),
    done:
      draft.state === 'filed'
        ? shorten(poeTexts(locale).filedFor(listText(filedNames(draft.decision?.workloads, claim), locale)), SPACE.text)
        : '',
    open,
  };
}

function reasonText(draft: Draft, locale: string): string {
  const reason = draft.proposal === undefined ? '' : poeTexts(locale).reasons[draft.proposal.reason];
  return sentencesText([reason, isSure(draft) ? '' : poeTexts(locale).notClear], locale);
}

function filedNames(keys: readonly string[] = [], claim: Parameters<typeof pickWorkloads>[0]): string[] {
  return pickWorkloads(claim, keys).map(({ name }) => name);
}

function stateText(lacks: readonly PoeLack[], unread: boolean, locale: string): string {
  if (lacks.length === 0) return unread ? poeTexts(locale).notRead : poeTexts(locale).allStands;
  // Several workloads lack in the same words.
  const texts = [...new Set(lacks.map((one) => lackText(one, locale)))];
  return poeTexts(locale).mayLack(listOfFirst(texts, LACKS_NAMED, locale));
}
