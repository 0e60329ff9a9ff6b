/** What the bot says about imports. */
import type { CardWordsByTemplate } from '../../../cards/words.ts';
import type { TextEncoding } from '../../../files/decode-text.ts';
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { ImportProblems } from '../../../problems/imports.ts';
import type { ProblemTexts } from '../../../problems/index.ts';
import type { StayReason } from '../../claim.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { DoubtfulClaimId } from '../../export-file/group.ts';
import type { RowPlace, RowProblem } from '../../export-file/row.ts';
import type { Counts, ImportJob } from '../jobs.ts';

/** Why a row is left out: a remark behind its line number. */
const rowProblems: {
  readonly [C in RowProblem['code']]: (problem: Extract<RowProblem, { code: C }>, locale: string) => string;
} = {
  'no-claim-id': () => 'no claim ID',
  'formula-error': ({ field, cell }) => `${fieldText(field)} is a formula error (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)} is longer than ${numberText(most, locale)} characters`,
  'lost-digits': ({ claimId }) => `claim ID has lost digits in Excel (${claimId})`,
  'date-id': ({ claimId }) => `claim ID has become a date in Excel (${claimId})`,
  'no-claim': ({ claimId }) => `“${claimId}” does not look like a claim ID, and little else is filled in`,
  shifted: ({ field, value }) =>
    `cells seem to stand in other columns than they should (${fieldText(field)}: ${value})`,
  'stray-quotes': () => 'a quotation mark stands where it should not, so cells cannot be told apart',
  'more-cells-than-header': () => 'more cells than the header has',
  'too-many-workloads': ({ most }, locale) => `more than ${numberText(most, locale)} workloads in one claim`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'owner' : fieldText(field)} differs from ${placeText(place, locale)} (${value})`,
};

export const importTexts = {
  rowProblems,
  how: 'Drop the export of your customer associations (.csv or .xlsx) into this chat. You see what would change before anything is written.',
  help: 'Drop the export from Partner Center (.csv or .xlsx) here to import associations.',
  button: 'Import an export',
  size: (rows: number, claims: number, locale: string) =>
    `${countText(rows, { one: 'row', other: 'rows' }, locale)}, ${countText(claims, { one: 'claim', other: 'claims' }, locale)}`,
  counts: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    removed: 'Removed by a lead (stay removed)',
    bad: 'Rows left out',
    notInFile: 'Not in this file (left alone)',
    unknownOwners: 'Owner not known here yet',
  },
  badRow: (place: RowPlace, reason: string, locale: string) => `${capitalised(placeText(place, locale))}: ${reason}`,
  columns: (page: string) => (page === '' ? '' : `Columns ${page}`),
  /** What a column can hold. */
  fields: {
    claimId: 'Claim ID',
    claimName: 'Claim name',
    customerName: 'Customer',
    customerDomain: 'Customer domain',
    customerTenantId: 'Customer tenant ID',
    program: 'Program',
    workload: 'Workload',
    solutionArea: 'Solution area',
    status: 'Status',
    mpnId: 'MPN ID',
    subscriptionId: 'Subscription ID',
    ownerName: 'Owner (name)',
    ownerUpn: 'Owner (UPN or e-mail)',
  } satisfies Record<KeptField, string>,
  leaveOut: 'Leave out',
  noClaimId: 'No column holds claim IDs. Choose the one that does, then press “Preview again”.',
  previewedAgain: 'You chose something else, so this is what would change now. Press “Import” when it is right.',
  nothingNew: 'Nothing is new or changed. There is nothing to import.',
  noStatus: 'There is no status column, so all claims are taken as approved.',
  noName: 'There is no claim name column, so none of the new claims counts as migrated.',
  doubtfulIds: (n: number, examples: readonly DoubtfulClaimId[], locale: string) =>
    `${countText(n, { one: 'claim ID', other: 'claim IDs' }, locale)} may be what Excel made of another one, a date or a shortened number: ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Please compare with Partner Center before you import.`,
  customers: (names: string) => `Customers, as they were read: ${names}`,
  sheets: (read: string, others: string) =>
    others === '' ? `Sheets read: ${read}` : `Sheets read: ${read}. Not read: ${others}`,
  hiddenRows: (n: number, places: readonly RowPlace[], locale: string) =>
    `${countText(n, { one: 'row is', other: 'rows are' }, locale)} hidden in Excel, by a filter or by hand (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Take them, too',
  leaveHiddenOut: 'Leave them out',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Western European (Windows-1252)',
    'windows-1250': 'Central European (Windows-1250)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    'windows-1253': 'Greek (Windows-1253)',
    'windows-1254': 'Turkish (Windows-1254)',
    macintosh: 'Western European (Mac)',
    shift_jis: 'Japanese (Shift-JIS)',
    gb18030: 'Simplified Chinese (GB18030)',
    big5: 'Traditional Chinese (Big5)',
    'euc-kr': 'Korean (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
  } satisfies Record<TextEncoding, string>,
  removedStay: 'What a lead has removed stays removed. Write “removed” to see it, or to bring it back.',
  reading: (file: string) => `Reading ${file}`,
  importing: (file: string) => `Importing ${file}`,
  importingDetail: (done: number, total: number, locale: string) =>
    `${numberText(done, locale)} of ${countText(total, { one: 'claim', other: 'claims' }, locale)}`,
  done: (file: string) => `Imported ${file}`,
  doneDetail: (counts: { new: number; changed: number }, locale: string) =>
    `${countText(counts.new, { one: 'claim is', other: 'claims are' }, locale)} new, ${numberText(counts.changed, locale)} changed.`,
  cancelled: (file: string) => `Not imported: ${file}`,
  cancelledDetail: 'You cancelled it. Nothing was written.',
  failed: (file: string) => `Stopped: ${file}`,
  doneLine: (file: string, counts: { new: number; changed: number }, locale: string) =>
    `The import of ${file} is done: ${numberText(counts.new, locale)} new, ${numberText(counts.changed, locale)} changed.`,
};

/** What the bot says about undoing an import, and about the last ones. */
export const undoTexts = {
  undoing: (file: string) => `Undoing the import of ${file}`,
  undoingDetail: (done: number, total: number, locale: string) =>
    `${numberText(done, locale)} of ${countText(total, { one: 'claim', other: 'claims' }, locale)} looked at`,
  undone: (file: string) => `Undone: ${file}`,
  undoneDetail: (removed: number, restored: number, locale: string) =>
    `${countText(removed, { one: 'claim that it brought is', other: 'claims that it brought are' }, locale)} gone, ${countText(restored, { one: 'that it changed is', other: 'that it changed are' }, locale)} as before. Drop the file again to import it anew.`,
  undoneLine: (file: string, removed: number, restored: number, kept: number, locale: string) =>
    `The import of ${file} is undone: ${countText(removed, { one: 'claim', other: 'claims' }, locale)} gone, ${numberText(restored, locale)} as before, ${numberText(kept, locale)} left with what people or later imports did.`,
  counts: { removed: 'Gone', restored: 'As before', kept: 'Something stays' },
  stay: (claimId: string, why: string) => `${claimId}: ${why}`,
  why: {
    poe: 'POE was filed',
    mark: 'a workload was marked',
    owner: 'it got another owner since',
    worked: 'somebody worked on it',
    removed: 'a lead removed it',
    ticket: 'a ticket names it',
    draft: 'an upload is proposed for it',
    'later import': 'a later import has it too',
  } satisfies Record<StayReason, string>,
  listTitle: (n: number, locale: string) =>
    n === 0 ? 'Nothing was imported in the last 30 days' : countText(n, { one: 'import', other: 'imports' }, locale),
  listDetail: 'The last 20 can be undone, for 30 days: what nobody has worked on since goes, or is as before.',
  byAt: (name: string, when: string) => `${name} · ${when}`,
  rowCounts: (counts: Counts, locale: string) =>
    `${numberText(counts.new, locale)} new, ${numberText(counts.changed, locale)} changed, ${numberText(counts.same, locale)} same`,
  rowStates: {
    importing: 'Under way',
    done: '',
    failed: 'Stopped',
    undoing: 'Being undone',
    undone: 'Undone',
    preview: '',
    cancelled: '',
  } satisfies Record<ImportJob['state'], string>,
  help: 'Write “imports” for the last imports, and to undo one.',
};

export const importProblems: ProblemTexts<ImportProblems> = {
  'import.leads-only': () => 'Only leads import associations. I can take this file as POE instead.',
  'import.gone': () => 'This import is no longer open. Please drop the file again.',
  'import.file-gone': () => 'I no longer have this file. Please drop it again.',
  'import.undo-too-late': () =>
    'This import can no longer be undone. The last 20 can be, for 30 days: write “imports” to see them.',
  'import.nothing-to-undo': () => 'This import brought and changed nothing, so there is nothing to undo.',
  'import.busy': () => 'Another import is under way. Try again when it is through: “imports” shows how far it is.',
  'import.nothing-new': () => 'This file has nothing new or changed, so there is nothing to import.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `This is not the export of customer associations. ${knownColumns(headers)} The export has claim IDs, and columns such as Customer, Program, Workload and Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'I know none of its columns.';
  return `Of its columns I know ${shorten(headers.map((header) => `“${header}”`).join(', '), 200)} only.`;
}

/** "line 17", or "sheet “EMEA”, line 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `line ${numberText(line, locale)}`;
  return sheet === undefined ? text : `sheet “${sheet}”, ${text}`;
}

/** "lines 5, 6", or "“EMEA” lines 5, 6; “APAC” line 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'line' : 'lines'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `“${sheet}” ${lines}`;
    })
    .join('; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field within a sentence: "claim ID", "customer", "MPN ID". */
function fieldText(field: KeptField): string {
  const title = importTexts.fields[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const importCardWords = {
  'import-preview': {
    importPreview: 'Import preview',
    encoding: 'Encoding',
    encodingHint: 'If the names look wrong, choose another one and press “Preview again”.',
    hiddenRows: 'Hidden rows',
    rowsThatCannotBeRead: 'Rows left out, and why',
    columnsNotRecognised: 'Columns not recognised',
    columnsHint: 'Choose what they hold, or leave them out.',
    example: 'For example: {example}',
    previewAgain: 'Preview again',
    previewAgainHint: 'Read the file again as you chose',
    moreColumns: 'More columns',
    moreColumnsHint: 'Keep these choices and show other columns',
    import: 'Import',
    cancel: 'Cancel',
    fileAsPoe: 'File as POE',
    fileAsPoeHint: 'This spreadsheet is a document for a claim, not an export',
  },
  'import-state': {
    showWhatNeedsPoe: 'Show what needs POE',
    undoThisImport: 'Undo this import',
    undoHint: 'Take away what it brought and nobody has worked on, and give back what it changed',
    theseStay: 'These stay, with what people or later imports did',
    allImports: 'All imports',
  },
  imports: {
    openOf: 'Show the import of {file}',
    undoThisImport: 'Undo this import',
    undoOf: 'Undo the import of {file}',
    previous: 'Previous',
    next: 'Next',
  },
} satisfies CardWordsByTemplate;
