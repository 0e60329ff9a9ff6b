/** What is said of imports outside of their cards, too. Pure. */
import { cardTexts } from '../../cards/texts.ts';
import { isKept } from '../export-file/fields.ts';
import type { ImportJob, Preview } from './jobs.ts';
import { unmappedColumns } from './preview-card-parts.ts';
import { importFailureText, importTexts, rowProblemText, undoTexts } from './texts.ts';
import type { Stay } from './undo-record.ts';

/** Said where an import was previewed once more in place of being started. */
export function previewedAgainText(locale: string): string {
  return importTexts(locale).previewedAgain;
}

/** @param names by `userId`, as far as they are known */
export function importerName(names: ReadonlyMap<string, string>, userId: string, locale: string): string {
  return names.get(userId) ?? cardTexts(locale).somebody;
}

/** Why it could not be previewed, or why it or its undo stopped; undefined where nothing went wrong. */
export function failureOf({ state, preview, failure, undoFailure }: ImportJob, locale: string): string | undefined {
  const problem = undoFailure ?? (preview === undefined || state === 'failed' ? failure : undefined);
  return problem && importFailureText(problem, locale);
}

/** The first rows that are left out, each with why. */
export function badRows({ bad }: Preview, locale: string): string[] {
  return bad.map((row) => importTexts(locale).badRow(row, rowProblemText(row.problem, locale), locale));
}

/** What columns were taken for that nobody is asked about. */
export function recognisedColumns(
  job: ImportJob,
  preview: Preview,
  locale: string,
): { header: string; field: string }[] {
  const asked = new Set(unmappedColumns(job, preview).map(({ id }) => id));
  return preview.columns.flatMap(({ header, field }, i) =>
    field === undefined || !isKept(field) || asked.has(`column${i}`)
      ? []
      : [{ header, field: importTexts(locale).fields[field] }],
  );
}

/** Claims of which something stays, each with why. */
export function stayTexts(stays: readonly Stay[], locale: string): string[] {
  return stays.map(({ claimId, why }) => undoTexts(locale).stay(claimId, undoTexts(locale).why[why]));
}
