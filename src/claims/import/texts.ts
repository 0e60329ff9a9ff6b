/** What the bot says about imports. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText } from '../../format/count.ts';

export const importTexts = {
  how: 'Drop the export of your customer associations (.csv or .xlsx) into this chat. You see what would change before anything is written.',
  help: 'Drop the export from Partner Center (.csv or .xlsx) here to import associations.',
  button: 'Import an export',
  leadsOnly: 'Only leads import associations. I can take this file as POE instead.',
  gone: 'This import is no longer open. Please drop the file again.',
  fileGone: 'I no longer have this file. Please drop it again.',
  nothingToImport: 'This file has nothing new or changed, so there is nothing to import.',
  size: (rows: number, claims: number, locale: string) =>
    `${countText(rows, { one: 'row', other: 'rows' }, locale)}, ${countText(claims, { one: 'claim', other: 'claims' }, locale)}`,
  counts: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    bad: 'Rows left out',
    notInFile: 'Not in this file (left alone)',
  },
  badRow: (line: number, reason: string, locale: string) => `Line ${line.toLocaleString(locale)}: ${reason}`,
  more: (n: number, locale: string) => `and ${n.toLocaleString(locale)} more`,
  columns: (page: string) => (page === '' ? '' : `Columns ${page}`),
  leaveOut: 'Leave out',
  noClaimId: 'No column holds claim IDs. Choose the one that does, then press “Preview again”.',
  previewedAgain: 'You chose other columns, so this is what would change now. Press “Import” when it is right.',
  nothingNew: 'Nothing is new or changed. There is nothing to import.',
  noStatus: 'There is no status column, so all claims are taken as approved.',
  noName: 'There is no claim name column, so none of the new claims counts as migrated.',
  reading: (file: string) => `Reading ${file}`,
  importing: (file: string) => `Importing ${file}`,
  importingDetail: (done: number, total: number, locale: string) =>
    `${done.toLocaleString(locale)} of ${countText(total, { one: 'claim', other: 'claims' }, locale)}`,
  done: (file: string) => `Imported ${file}`,
  doneDetail: (counts: { new: number; changed: number }, locale: string) =>
    `${countText(counts.new, { one: 'claim is', other: 'claims are' }, locale)} new, ${counts.changed.toLocaleString(locale)} changed.`,
  cancelled: (file: string) => `Not imported: ${file}`,
  cancelledDetail: 'You cancelled it. Nothing was written.',
  failed: (file: string) => `Stopped: ${file}`,
  doneLine: (file: string, counts: { new: number; changed: number }, locale: string) =>
    `The import of ${file} is done: ${counts.new.toLocaleString(locale)} new, ${counts.changed.toLocaleString(locale)} changed.`,
} as const;

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const importCardWords = {
  'import-preview': {
    importPreview: 'Import preview',
    rowsThatCannotBeRead: 'Rows that cannot be read',
    columnsNotRecognised: 'Columns not recognised',
    columnsHint: 'Choose what they hold, or leave them out.',
    example: 'For example: {example}',
    previewAgain: 'Preview again',
    previewAgainHint: 'Read the file again with these columns',
    moreColumns: 'More columns',
    moreColumnsHint: 'Keep these choices and show other columns',
    import: 'Import',
    cancel: 'Cancel',
    fileAsPoe: 'File as POE',
    fileAsPoeHint: 'This spreadsheet is a document for a claim, not an export',
  },
  'import-state': {
    showWhatNeedsPoe: 'Show what needs POE',
  },
} as const satisfies CardWordsByTemplate;
