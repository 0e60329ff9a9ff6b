/** What a preview says of how its file was read, and asks about that. Pure. */
import { TEXT_ENCODINGS } from '../../files/decode-text.ts';
import { shorten } from '../../format/shorten.ts';
import { type Field, hasField } from '../export-file/columns.ts';
import type { ImportPreviewView } from '../views.ts';
import { HIDDEN_ROWS } from './choices.ts';
import type { ImportJob, Preview } from './jobs.ts';
import { canImport } from './preview.ts';
import { importTexts } from './texts.ts';

/** Bytes of JSON. */
const SPACE = { names: 200, doubts: 500, hidden: 500 } as const;

type HowRead = Pick<
  ImportPreviewView,
  'notes' | 'encodings' | 'encoding' | 'hiddenRows' | 'hiddenChoices' | 'hiddenChoice'
>;

export function howRead(job: ImportJob, preview: Preview, locale: string): HowRead {
  const { encoding, customers } = preview;
  // Where all letters are English ones, all encodings say the same.
  const foreign = /\P{ASCII}/u.test(customers.join(''));
  const asks = encoding !== undefined && (encoding !== 'utf-8' || job.choices?.encoding !== undefined || foreign);
  return {
    notes: readingNotes(preview),
    encodings: asks ? TEXT_ENCODINGS.map((one) => ({ title: importTexts.encodings[one], value: one })) : [],
    encoding: encoding ?? '',
    hiddenRows: hiddenRowsText(preview, locale),
    hiddenChoices: [
      { title: importTexts.takeHidden, value: HIDDEN_ROWS.take },
      { title: importTexts.leaveHiddenOut, value: HIDDEN_ROWS.leaveOut },
    ],
    hiddenChoice: job.choices?.withoutHidden ? HIDDEN_ROWS.leaveOut : HIDDEN_ROWS.take,
  };
}

/** Two customers, by which a person sees whether the letters are right, and the sheets. */
function readingNotes(preview: Preview): string[] {
  const { customers } = preview;
  const names = customers.length > 0 ? importTexts.customers(shorten(customers.join(', '), SPACE.names)) : '';
  return [names, sheetsText(preview)].filter((note) => note !== '');
}

/** Which sheets were read; empty where there is but one. */
export function sheetsText({ sheets, otherSheets }: Preview): string {
  const names = (list: readonly string[]): string => shorten(list.map((name) => `“${name}”`).join(', '), SPACE.names);
  if (sheets.length === 0) return '';
  return importTexts.sheets(names(sheets), otherSheets.length > 0 ? names(otherSheets) : '');
}

export function hiddenRowsText({ hidden, hiddenCount }: Preview, locale: string): string {
  return hiddenCount === 0 ? '' : shorten(importTexts.hiddenRows(hiddenCount, hidden, locale), SPACE.hidden);
}

/** Claim IDs that may not be those that somebody once entered; empty where there are none. */
export function doubtsText({ doubts, doubtCount }: Preview, locale: string): string {
  return doubtCount === 0 ? '' : shorten(importTexts.doubtfulIds(doubtCount, doubts, locale), SPACE.doubts);
}

/** What to know before the import: doubts about it, and what is missing for it. */
export function previewHint(preview: Preview, locale: string): string {
  const has = (field: Field): boolean => hasField(preview.columns, field);
  if (!has('claimId')) return importTexts.noClaimId;
  const removed = preview.counts.removed === undefined ? '' : importTexts.removedStay;
  if (!canImport(preview)) return [importTexts.nothingNew, removed].filter((part) => part !== '').join(' ');
  return [
    doubtsText(preview, locale),
    has('status') ? '' : importTexts.noStatus,
    has('claimName') ? '' : importTexts.noName,
    removed,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
