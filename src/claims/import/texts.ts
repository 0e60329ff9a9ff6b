/** What the bot says about imports. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { fileProblems } from '../../files/texts.ts';
import { countText, numberText } from '../../format/count.ts';
import type { ImportProblems } from '../../problems/imports.ts';
import { type Problem, type ProblemTexts, problemText } from '../../problems/index.ts';
import type { KeptField } from '../export-file/fields.ts';
import type { RowProblem } from '../export-file/row.ts';

export const importTexts = {
  how: 'Drop the export of your customer associations (.csv or .xlsx) into this chat. You see what would change before anything is written.',
  help: 'Drop the export from Partner Center (.csv or .xlsx) here to import associations.',
  button: 'Import an export',
  size: (rows: number, claims: number, locale: string) =>
    `${countText(rows, { one: 'row', other: 'rows' }, locale)}, ${countText(claims, { one: 'claim', other: 'claims' }, locale)}`,
  counts: {
    new: 'New',
    changed: 'Changed',
    same: 'Same',
    bad: 'Rows left out',
    notInFile: 'Not in this file (left alone)',
    unknownOwners: 'Owner not known here yet',
  },
  badRow: (line: number, reason: string, locale: string) => `Line ${numberText(line, locale)}: ${reason}`,
  more: (n: number, locale: string) => `and ${numberText(n, locale)} more`,
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
  previewedAgain: 'You chose other columns, so this is what would change now. Press “Import” when it is right.',
  nothingNew: 'Nothing is new or changed. There is nothing to import.',
  noStatus: 'There is no status column, so all claims are taken as approved.',
  noName: 'There is no claim name column, so none of the new claims counts as migrated.',
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
} as const;

export const importProblems: ProblemTexts<ImportProblems> = {
  'import.leads-only': () => 'Only leads import associations. I can take this file as POE instead.',
  'import.gone': () => 'This import is no longer open. Please drop the file again.',
  'import.file-gone': () => 'I no longer have this file. Please drop it again.',
  'import.nothing-new': () => 'This file has nothing new or changed, so there is nothing to import.',
};

/** Why an import stopped. */
export function importFailureText(failure: Problem, locale: string): string {
  return problemText({ ...fileProblems, ...importProblems }, failure, locale) ?? '';
}

/** Why a row is left out: a remark behind its line number. */
export function rowProblemText(problem: RowProblem, locale: string): string {
  switch (problem.code) {
    case 'no-claim-id':
      return 'no claim ID';
    case 'formula-error':
      return `${fieldText(problem.field)} is a formula error (${problem.cell})`;
    case 'too-long':
      return `${fieldText(problem.field)} is longer than ${numberText(problem.most, locale)} characters`;
    case 'lost-digits':
      return `claim ID has lost digits in Excel (${problem.claimId})`;
    case 'more-cells-than-header':
      return 'more cells than the header has';
    case 'too-many-workloads':
      return `more than ${numberText(problem.most, locale)} workloads in one claim`;
    case 'differs':
      return `${problem.field === 'owner' ? 'owner' : fieldText(problem.field)} differs from line ${numberText(problem.line, locale)} (${problem.value})`;
  }
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
