/** Import jobs into card views. Pure. */

import { cardTexts } from '../../cards/texts.ts';
import { numberText } from '../../format/count.ts';
import { sentencesText } from '../../format/list.ts';
import { pageLabel } from '../../format/page-label.ts';
import { shorten } from '../../format/shorten.ts';
import { pageOf } from '../../paging.ts';
import type { Card } from '../../turn.ts';
import type { ImportPreviewView, ImportStateView } from '../views.ts';
import type { Counts, ImportJob, Preview } from './jobs.ts';
import { canImport } from './preview.ts';
import { fieldChoices, howRead, previewHint, unmappedColumns } from './preview-card-parts.ts';
import { progressBar } from './progress-bar.ts';
import { importCardWords, importFailureText, importTexts, rowProblemText } from './texts.ts';
import { undoingView, undoneView, undoOffer } from './undo-cards.ts';

const BAD_ROWS_SHOWN = 10;
const COLUMNS_SHOWN = 8;
/** Bytes of JSON: a card has to stay below 28 KB. */
const SPACE = { row: 200, failure: 500 } as const;

export interface PreviewOptions {
  /** Stands first in the hint. */
  readonly note?: string;
  /** Which of the columns to ask about, from 0. */
  readonly columnPage?: number;
}

export function importCard(job: ImportJob, locale: string, options: PreviewOptions = {}): Card {
  return job.state === 'preview' && job.preview
    ? previewCard(job, job.preview, locale, options)
    : stateCard(job, locale);
}

function previewCard(
  job: ImportJob,
  preview: Preview,
  locale: string,
  { note = '', columnPage = 0 }: PreviewOptions,
): Card {
  const unknown = unmappedColumns(job, preview);
  const pages = Math.max(1, Math.ceil(unknown.length / COLUMNS_SHOWN));
  const { page, rows: columns } = pageOf(unknown, columnPage, COLUMNS_SHOWN);
  const part = { page, pageSize: COLUMNS_SHOWN, shown: columns.length, total: unknown.length };
  const how = howRead(job, preview, locale);
  const view: ImportPreviewView = {
    job: job._id,
    fileName: job.fileName,
    size: importTexts(locale).size(preview.rows, preview.claims, locale),
    counts: [
      ...countFacts(preview.counts, locale),
      { title: importTexts(locale).counts.bad, value: numberText(preview.badCount, locale) },
      { title: importTexts(locale).counts.notInFile, value: numberText(preview.notInFile, locale) },
      ...(preview.unknownOwners
        ? [{ title: importTexts(locale).counts.unknownOwners, value: numberText(preview.unknownOwners, locale) }]
        : []),
    ],
    ...how,
    badRows: preview.bad
      .slice(0, BAD_ROWS_SHOWN)
      .map((row) => importTexts(locale).badRow(row, shorten(rowProblemText(row.problem, locale), SPACE.row), locale)),
    moreBadRows:
      preview.badCount > BAD_ROWS_SHOWN ? cardTexts(locale).andMore(preview.badCount - BAD_ROWS_SHOWN, locale) : '',
    columns,
    columnPageLabel: importTexts(locale).columns(pageLabel(part, locale)),
    columnPage: page,
    nextColumnPage: (page + 1) % pages,
    fields: fieldChoices(locale),
    hint: sentencesText([note, previewHint(preview, locale)], locale),
    canImport: canImport(preview),
    canPreviewAgain: columns.length > 0 || how.encodings.length > 0 || how.hiddenRows !== '',
    canFileAsPoe: true,
  };
  return { template: 'import-preview', words: importCardWords(locale)['import-preview'], data: view };
}

function stateCard(job: ImportJob, locale: string): Card {
  const total = job.preview?.claims ?? 0;
  const file = job.fileName;
  const none = {
    ...{ job: job._id, detail: '', progress: '', counts: [], canShowList: false },
    ...{ canUndo: false, stays: [], moreStays: '', canShowImports: false },
  };
  const views: Record<ImportJob['state'], ImportStateView> = {
    preview: { ...none, title: importTexts(locale).reading(file) },
    importing: {
      ...none,
      title: importTexts(locale).importing(file),
      detail: importTexts(locale).importingDetail(job.claimsDone, total, locale),
      progress: progressBar(job.claimsDone, total, locale),
    },
    done: {
      ...none,
      title: importTexts(locale).done(file),
      detail: importTexts(locale).doneDetail(job.counts, locale),
      counts: countFacts(job.counts, locale),
      canShowList: true,
      ...undoOffer(job, locale),
    },
    cancelled: { ...none, title: importTexts(locale).cancelled(file), detail: importTexts(locale).cancelledDetail },
    failed: {
      ...none,
      title: importTexts(locale).failed(file),
      detail: job.failure === undefined ? '' : shorten(importFailureText(job.failure, locale), SPACE.failure),
      counts: countFacts(job.counts, locale),
      ...undoOffer(job, locale),
    },
    undoing: { ...none, ...undoingView(job, locale) },
    undone: { ...none, ...undoneView(job, locale) },
  };
  return { template: 'import-state', words: importCardWords(locale)['import-state'], data: views[job.state] };
}

function countFacts(counts: Counts, locale: string): { title: string; value: string }[] {
  const kinds = ['new', 'changed', 'same', ...(counts.removed === undefined ? [] : ['removed' as const])] as const;
  return kinds.map((kind) => ({
    title: importTexts(locale).counts[kind],
    value: numberText(counts[kind] ?? 0, locale),
  }));
}
