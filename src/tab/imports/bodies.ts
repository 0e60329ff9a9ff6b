/** Imports as the page gets them: their sentences are those of the cards. Pure. */
import { type ImportJob, isReading, type Preview } from '../../claims/import/jobs.ts';
import { canImport } from '../../claims/import/preview.ts';
import { fieldChoices, howRead, previewHint, unmappedColumns } from '../../claims/import/preview-card-parts.ts';
import { badRows, failureOf, importerName, recognisedColumns, stayTexts } from '../../claims/import/replies.ts';
import { isUndoable } from '../../claims/import/undo-cards.ts';
import type { UndoPreview } from '../../claims/import/undo-preview.ts';
import { undoneClaims } from '../../claims/import/undo-record.ts';
import type { ImportBody, ImportPreviewBody, ImportRow, UndoOutcomeBody } from './api.ts';

export interface ImportReader {
  readonly userId: string;
  readonly locale: string;
  /** By `userId`. */
  readonly names: ReadonlyMap<string, string>;
}

export function importRow(job: ImportJob, { userId, locale, names }: ImportReader): ImportRow {
  const { _id: id, fileName: file, state, counts, startedAt, undo } = job;
  const progress = progressOf(job);
  return {
    id,
    file,
    by: importerName(names, job.userId, locale),
    own: job.userId === userId,
    ...(startedAt !== undefined && { startedAt }),
    state,
    counts,
    ...(progress && { progress }),
    canUndo: isUndoable(job),
    ...(undo &&
      (state === 'undoing' || state === 'undone') && {
        undone: { by: importerName(names, undo.userId, locale), at: undo.at },
      }),
  };
}

function progressOf({ state, claimsDone, preview, undo }: ImportJob): ImportRow['progress'] {
  if (state === 'importing') return { done: claimsDone, total: preview?.claims ?? 0 };
  return state === 'undoing' ? { done: undo?.scanned ?? 0, total: undo?.total ?? 0 } : undefined;
}

export function importBody(job: ImportJob, reader: ImportReader): ImportBody {
  const { state, preview, undo } = job;
  const { locale } = reader;
  const failure = failureOf(job, locale);
  return {
    ...importRow(job, reader),
    reading: isReading(job),
    ...(state === 'preview' && preview && { preview: previewBody(job, preview, locale) }),
    ...(failure !== undefined && { failure }),
    ...(state === 'undone' && undo && { outcome: undoOutcome({ ...undo, removed: undoneClaims(undo) }, locale) }),
  };
}

export function undoOutcome({ removed, restored, kept, stays }: UndoPreview, locale: string): UndoOutcomeBody {
  return { removed, restored, kept, stays: stayTexts(stays, locale) };
}

function previewBody(job: ImportJob, preview: Preview, locale: string): ImportPreviewBody {
  const { rows, claims, counts, badCount, notInFile, unknownOwners = 0 } = preview;
  return {
    rows,
    claims,
    counts,
    badCount,
    notInFile,
    unknownOwners,
    canImport: canImport(preview),
    hint: previewHint(preview, locale),
    ...howRead(job, preview, locale),
    columns: unmappedColumns(job, preview),
    recognised: recognisedColumns(job, preview, locale),
    fields: fieldChoices(locale),
    bad: badRows(preview, locale),
  };
}
