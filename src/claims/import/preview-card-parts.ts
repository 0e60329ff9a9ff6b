/** What a preview says of how its file was read, and asks about that. Pure. */

import type { Choice } from '../../cards/choice.ts';
import { TEXT_ENCODINGS } from '../../files/decode-text.ts';
import { commaText, sentencesText } from '../../format/list.ts';
import { shorten } from '../../format/shorten.ts';
import { formatTexts } from '../../format/texts.ts';
import { type Field, hasField } from '../export-file/columns.ts';
import { KEPT_FIELDS } from '../export-file/fields.ts';
import type { ImportPreviewView } from '../views.ts';
import { HIDDEN_ROWS } from './choices.ts';
import type { ImportJob, Preview } from './jobs.ts';
import { canImport } from './preview.ts';
import { importTexts } from './texts.ts';

/** Bytes of JSON. */
const SPACE = { names: 200, doubts: 500, hidden: 500, header: 100, example: 80 } as const;

/** The columns that nothing recognised or that the person mapped; `column0` … count the file's columns. */
export function unmappedColumns(job: ImportJob, preview: Preview): ImportPreviewView['columns'] {
  const chosen = new Map(job.mapping.map(({ header, field }) => [header, field]));
  return preview.columns.flatMap(({ header, field, example }, i) => {
    if (header === '' || (field !== undefined && !chosen.has(header))) return [];
    const choice = chosen.get(header);
    return [
      {
        id: `column${i}`,
        header: shorten(header, SPACE.header),
        example: shorten(example ?? '', SPACE.example),
        value: choice === undefined || choice === 'ignore' ? '' : choice,
      },
    ];
  });
}

/** What each of them can hold. */
export function fieldChoices(locale: string): readonly Choice[] {
  const fields = KEPT_FIELDS.map((field) => ({ title: importTexts(locale).fields[field], value: field }));
  return [{ title: importTexts(locale).leaveOut, value: '' }, ...fields];
}

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
    notes: readingNotes(preview, locale),
    encodings: asks ? TEXT_ENCODINGS.map((one) => ({ title: importTexts(locale).encodings[one], value: one })) : [],
    encoding: encoding ?? '',
    hiddenRows: hiddenRowsText(preview, locale),
    hiddenChoices: [
      { title: importTexts(locale).takeHidden, value: HIDDEN_ROWS.take },
      { title: importTexts(locale).leaveHiddenOut, value: HIDDEN_ROWS.leaveOut },
    ],
    hiddenChoice: job.choices?.withoutHidden ? HIDDEN_ROWS.leaveOut : HIDDEN_ROWS.take,
  };
}

/** Two customers, by which a person sees whether the letters are right, and the sheets. */
function readingNotes(preview: Preview, locale: string): string[] {
  const { customers } = preview;
  const names =
    customers.length > 0 ? importTexts(locale).customers(shorten(commaText(customers, locale), SPACE.names)) : '';
  return [names, sheetsText(preview, locale)].filter((note) => note !== '');
}

/** Which sheets were read; empty where there is but one. */
export function sheetsText({ sheets, otherSheets }: Preview, locale: string): string {
  const names = (list: readonly string[]): string =>
    shorten(commaText(list.map(formatTexts(locale).quoted), locale), SPACE.names);
  if (sheets.length === 0) return '';
  return importTexts(locale).sheets(names(sheets), otherSheets.length > 0 ? names(otherSheets) : '');
}

export function hiddenRowsText({ hidden, hiddenCount }: Preview, locale: string): string {
  return hiddenCount === 0 ? '' : shorten(importTexts(locale).hiddenRows(hiddenCount, hidden, locale), SPACE.hidden);
}

/** Claim IDs that may not be those that somebody once entered; empty where there are none. */
export function doubtsText({ doubts, doubtCount }: Preview, locale: string): string {
  return doubtCount === 0 ? '' : shorten(importTexts(locale).doubtfulIds(doubtCount, doubts, locale), SPACE.doubts);
}

/** What to know before the import: doubts about it, and what is missing for it. */
export function previewHint(preview: Preview, locale: string): string {
  const has = (field: Field): boolean => hasField(preview.columns, field);
  if (!has('claimId')) return importTexts(locale).noClaimId;
  const removed = preview.counts.removed === undefined ? '' : importTexts(locale).removedStay;
  if (!canImport(preview)) return sentencesText([importTexts(locale).nothingNew, removed], locale);
  const hints = [
    doubtsText(preview, locale),
    has('status') ? '' : importTexts(locale).noStatus,
    has('claimName') ? '' : importTexts(locale).noName,
    removed,
  ];
  return sentencesText(hints, locale);
}
