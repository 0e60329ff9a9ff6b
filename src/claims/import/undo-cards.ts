/** Undos of imports into card views, and the list of the last imports. Pure. */
import { cardTexts } from '../../cards/texts.ts';
import { numberText } from '../../format/count.ts';
import { momentText } from '../../format/day.ts';
import { pageLabel } from '../../format/page-label.ts';
import { shorten } from '../../format/shorten.ts';
import { hasNextPage, pageOf } from '../../paging.ts';
import type { Card, Reader } from '../../turn.ts';
import type { ImportStateView, ImportsView } from '../views.ts';
import { hasWritten, type ImportJob } from './jobs.ts';
import { progressBar } from './progress-bar.ts';
import { importCardWords, importFailureText, undoTexts } from './texts.ts';
import { undoneClaims } from './undo-record.ts';

const IMPORTS_PAGE_SIZE = 5;
const STAYS_SHOWN = 10;
/** Bytes of JSON. */
const SPACE = { file: 200, name: 80, stay: 200, failure: 500 } as const;

/** What the card of an import that is through says of its undo. */
export function undoOffer(
  job: ImportJob,
  locale: string,
): Pick<ImportStateView, 'canUndo' | 'canShowImports'> & Partial<Pick<ImportStateView, 'detail'>> {
  const offer = { canUndo: isUndoable(job), canShowImports: job.startedAt !== undefined };
  if (job.undoFailure === undefined) return offer;
  return { ...offer, detail: shorten(importFailureText(job.undoFailure, locale), SPACE.failure) };
}

export function undoingView(
  { fileName, undo }: ImportJob,
  locale: string,
): Pick<ImportStateView, 'title' | 'detail' | 'progress'> {
  const { scanned = 0, total = 0 } = undo ?? {};
  return {
    title: undoTexts(locale).undoing(fileName),
    detail: undoTexts(locale).undoingDetail(scanned, total, locale),
    progress: progressBar(scanned, Math.max(total, 1), locale),
  };
}

export function undoneView(
  { fileName, undo }: ImportJob,
  locale: string,
): Pick<ImportStateView, 'title' | 'detail' | 'counts' | 'stays' | 'moreStays' | 'canShowList' | 'canShowImports'> {
  const { restored = 0, kept = 0, stays = [] } = undo ?? {};
  const removed = undo === undefined ? 0 : undoneClaims(undo);
  const shown = stays.slice(0, STAYS_SHOWN);
  const more = kept - shown.length;
  const counts = { removed, restored, kept };
  return {
    title: undoTexts(locale).undone(fileName),
    detail: undoTexts(locale).undoneDetail(removed, restored, locale),
    counts: (['removed', 'restored', 'kept'] as const).map((kind) => ({
      title: undoTexts(locale).counts[kind],
      value: numberText(counts[kind], locale),
    })),
    stays: shown.map(({ claimId, why }) =>
      undoTexts(locale).stay(shorten(claimId, SPACE.stay), undoTexts(locale).why[why]),
    ),
    moreStays: more > 0 ? cardTexts(locale).andMore(more, locale) : '',
    canShowList: true,
    canShowImports: true,
  };
}

/** @param names of those who imported, by `userId`, as far as they are known here */
export function importsCard(
  jobs: readonly ImportJob[],
  names: ReadonlyMap<string, string>,
  wanted: number,
  { locale, timeZone }: Reader,
): Card {
  const { page, rows } = pageOf(jobs, wanted, IMPORTS_PAGE_SIZE);
  const total = jobs.length;
  const view: ImportsView = {
    title: undoTexts(locale).listTitle(total, locale),
    detail: total === 0 ? '' : undoTexts(locale).listDetail,
    rows: rows.map((job) => ({
      job: job._id,
      file: shorten(job.fileName, SPACE.file),
      who: undoTexts(locale).byAt(
        shorten(names.get(job.userId) ?? cardTexts(locale).somebody, SPACE.name),
        momentText(job.startedAt ?? '', locale, timeZone),
      ),
      counts: undoTexts(locale).rowCounts(job.counts, locale),
      state: undoTexts(locale).rowStates[job.state],
      canUndo: isUndoable(job),
    })),
    pageLabel: pageLabel({ page, pageSize: IMPORTS_PAGE_SIZE, shown: rows.length, total }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, IMPORTS_PAGE_SIZE),
  };
  return { template: 'imports', words: importCardWords(locale).imports, data: view };
}

/** By its record. Whether it is still one of the latest is seen when the button is pressed. */
export function isUndoable(job: ImportJob): boolean {
  return job.startedAt !== undefined && (job.state === 'done' || job.state === 'failed') && hasWritten(job);
}
