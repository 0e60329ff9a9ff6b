/** What the bot says about imports, in German. */
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type * as en from './en.ts';

const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => 'keine Claim-ID',
  'formula-error': ({ field, cell }) => `${fieldText(field)}: Fehler einer Formel (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)}: länger als ${numberText(most, locale)} Zeichen`,
  'lost-digits': ({ claimId }) => `Claim-ID hat in Excel Ziffern verloren (${claimId})`,
  'date-id': ({ claimId }) => `Claim-ID ist in Excel zum Datum geworden (${claimId})`,
  'no-claim': ({ claimId }) => `„${claimId}“ sieht nicht wie eine Claim-ID aus, und sonst ist wenig ausgefüllt`,
  shifted: ({ field, value }) =>
    `Zellen scheinen in anderen Spalten zu stehen als gedacht (${fieldText(field)}: ${value})`,
  'stray-quotes': () => 'ein Anführungszeichen steht an falscher Stelle, daher lassen sich die Zellen nicht trennen',
  'more-cells-than-header': () => 'mehr Zellen als in der Kopfzeile',
  'too-many-workloads': ({ most }, locale) => `mehr als ${numberText(most, locale)} Workloads in einem Claim`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'Zuständig' : fieldText(field)}: anders als in ${placeText(place, locale)} (${value})`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: 'Ziehen Sie den Export Ihrer Kundenzuordnungen (.csv oder .xlsx) in diesen Chat. Sie sehen, was sich ändern würde, bevor etwas geschrieben wird.',
  help: 'Ziehen Sie den Export aus Partner Center (.csv oder .xlsx) hierher, um Kundenzuordnungen zu importieren.',
  button: 'Export importieren',
  size: (rows, claims, locale) =>
    `${countText(rows, { one: 'Zeile', other: 'Zeilen' }, locale)}, ${countText(claims, { one: 'Claim', other: 'Claims' }, locale)}`,
  counts: {
    new: 'Neu',
    changed: 'Geändert',
    same: 'Unverändert',
    removed: 'Von einem Lead entfernt (bleibt so)',
    bad: 'Ausgelassene Zeilen',
    notInFile: 'Nicht in dieser Datei (bleibt unberührt)',
    unknownOwners: 'Zuständige hier noch nicht bekannt',
  },
  badRow: (place, reason, locale) => `${placeText(place, locale)}: ${reason}`,
  columns: (page) => (page === '' ? '' : `Spalten ${page}`),
  fields: {
    claimId: 'Claim-ID',
    claimName: 'Claim-Name',
    customerName: 'Kunde',
    customerDomain: 'Domain des Kunden',
    customerTenantId: 'Mandanten-ID des Kunden',
    program: 'Programm',
    workload: 'Workload',
    solutionArea: 'Lösungsbereich',
    status: 'Status',
    mpnId: 'MPN ID',
    subscriptionId: 'Abonnement-ID',
    ownerName: 'Zuständig (Name)',
    ownerUpn: 'Zuständig (UPN oder E-Mail)',
  },
  leaveOut: 'Auslassen',
  noClaimId: 'Keine Spalte enthält Claim-IDs. Wählen Sie die richtige, und drücken Sie dann auf „Neue Vorschau“.',
  previewedAgain:
    'Sie haben etwas anderes gewählt. Das hier würde sich jetzt ändern. Drücken Sie auf „Importieren“, wenn es stimmt.',
  nothingNew: 'Nichts ist neu oder geändert. Es gibt nichts zu importieren.',
  noStatus: 'Es gibt keine Spalte für den Status, daher gelten alle Claims als genehmigt.',
  noName: 'Es gibt keine Spalte für den Claim-Namen, daher zählt keiner der neuen Claims als migriert.',
  doubtfulIds: (n, examples, locale) =>
    `${countText(n, { one: 'Claim-ID', other: 'Claim-IDs' }, locale)} hat Excel vielleicht verändert, zu einem Datum oder einer gekürzten Zahl: ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Bitte vergleichen Sie vor dem Import mit Partner Center.`,
  customers: (names) => `Kunden, wie sie gelesen wurden: ${names}`,
  sheets: (read, others) =>
    others === '' ? `Gelesene Blätter: ${read}` : `Gelesene Blätter: ${read}. Nicht gelesen: ${others}`,
  hiddenRows: (n, places, locale) =>
    `${countText(n, { one: 'Zeile ist', other: 'Zeilen sind' }, locale)} in Excel ausgeblendet, durch einen Filter oder von Hand (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Auch einlesen',
  leaveHiddenOut: 'Auslassen',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Westeuropäisch (Windows-1252)',
    'windows-1250': 'Mitteleuropäisch (Windows-1250)',
    'windows-1251': 'Kyrillisch (Windows-1251)',
    'windows-1253': 'Griechisch (Windows-1253)',
    'windows-1254': 'Türkisch (Windows-1254)',
    macintosh: 'Westeuropäisch (Mac)',
    shift_jis: 'Japanisch (Shift-JIS)',
    gb18030: 'Chinesisch vereinfacht (GB18030)',
    big5: 'Chinesisch traditionell (Big5)',
    'euc-kr': 'Koreanisch (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, Big-Endian)',
  },
  removedStay:
    'Was ein Lead entfernt hat, bleibt entfernt. Schreiben Sie „entfernte Claims“, um es zu sehen oder zurückzuholen.',
  reading: (file) => `${file} wird gelesen`,
  importing: (file) => `${file} wird importiert`,
  importingDetail: (done, total, locale) =>
    `${numberText(done, locale)} von ${countText(total, { one: 'Claim', other: 'Claims' }, locale)}`,
  done: (file) => `Importiert: ${file}`,
  doneDetail: (counts, locale) =>
    `${countText(counts.new, { one: 'Claim ist', other: 'Claims sind' }, locale)} neu, ${numberText(counts.changed, locale)} geändert.`,
  cancelled: (file) => `Nicht importiert: ${file}`,
  cancelledDetail: 'Sie haben abgebrochen. Es wurde nichts geschrieben.',
  failed: (file) => `Gestoppt: ${file}`,
  doneLine: (file, counts, locale) =>
    `Der Import von ${file} ist fertig: ${numberText(counts.new, locale)} neu, ${numberText(counts.changed, locale)} geändert.`,
};

export const undoTexts: typeof en.undoTexts = {
  undoing: (file) => `Der Import von ${file} wird rückgängig gemacht`,
  undoingDetail: (done, total, locale) =>
    `${numberText(done, locale)} von ${countText(total, { one: 'Claim', other: 'Claims' }, locale)} durchgesehen`,
  undone: (file) => `Rückgängig gemacht: ${file}`,
  undoneDetail: (removed, restored, locale) =>
    `${countText(removed, { one: 'Claim aus diesem Import ist', other: 'Claims aus diesem Import sind' }, locale)} gelöscht, ${countText(restored, { one: 'geänderter ist', other: 'geänderte sind' }, locale)} wie vorher. Um die Datei neu zu importieren, ziehen Sie sie noch einmal hierher.`,
  undoneLine: (file, removed, restored, kept, locale) =>
    `Der Import von ${file} ist rückgängig gemacht: ${countText(removed, { one: 'Claim', other: 'Claims' }, locale)} gelöscht, ${numberText(restored, locale)} wie vorher, bei ${numberText(kept, locale)} bleibt, was Leute oder spätere Importe getan haben.`,
  counts: { removed: 'Gelöscht', restored: 'Wie vorher', kept: 'Etwas bleibt' },
  stay: (claimId, why) => `${claimId}: ${why}`,
  why: {
    poe: 'POE wurde abgelegt',
    mark: 'ein Workload wurde markiert',
    owner: 'seitdem ist jemand anderes zuständig',
    worked: 'jemand hat daran gearbeitet',
    removed: 'ein Lead hat ihn entfernt',
    ticket: 'ein Ticket nennt ihn',
    draft: 'ein Upload ist für ihn vorgeschlagen',
    'later import': 'ein späterer Import enthält ihn auch',
  },
  listTitle: (n, locale) =>
    n === 0
      ? 'In den letzten 30 Tagen wurde nichts importiert'
      : countText(n, { one: 'Import', other: 'Importe' }, locale),
  listDetail:
    'Die letzten 20 lassen sich 30 Tage lang rückgängig machen: Woran seitdem niemand gearbeitet hat, wird gelöscht oder ist wieder wie vorher.',
  byAt: (name, when) => `${name} · ${when}`,
  rowCounts: (counts, locale) =>
    `${numberText(counts.new, locale)} neu, ${numberText(counts.changed, locale)} geändert, ${numberText(counts.same, locale)} unverändert`,
  rowStates: {
    importing: 'Läuft',
    done: '',
    failed: 'Gestoppt',
    undoing: 'Wird rückgängig gemacht',
    undone: 'Rückgängig gemacht',
    preview: '',
    cancelled: '',
  },
  help: 'Schreiben Sie „Importe“, um die letzten Importe zu sehen und einen rückgängig zu machen.',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () =>
    'Nur Leads importieren Kundenzuordnungen. Ich kann diese Datei stattdessen als POE annehmen.',
  'import.gone': () => 'Dieser Import ist nicht mehr offen. Bitte ziehen Sie die Datei noch einmal hierher.',
  'import.file-gone': () => 'Diese Datei habe ich nicht mehr. Bitte ziehen Sie sie noch einmal hierher.',
  'import.undo-too-late': () =>
    'Dieser Import lässt sich nicht mehr rückgängig machen. Das geht 30 Tage lang bei den letzten 20: Schreiben Sie „Importe“, um sie zu sehen.',
  'import.nothing-to-undo': () =>
    'Dieser Import hat nichts gebracht und nichts geändert. Es gibt nichts rückgängig zu machen.',
  'import.busy': () =>
    'Ein anderer Import läuft gerade. Versuchen Sie es noch einmal, wenn er durch ist: „Importe“ zeigt, wie weit er ist.',
  'import.nothing-new': () => 'In dieser Datei ist nichts neu oder geändert. Es gibt nichts zu importieren.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `Das ist nicht der Export der Kundenzuordnungen. ${knownColumns(headers)} Der Export hat Claim-IDs und Spalten wie Customer, Program, Workload und Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'Ich kenne keine der Spalten.';
  return `Von den Spalten kenne ich nur ${shorten(headers.map((header) => `„${header}“`).join(', '), 200)}.`;
}

/** "Zeile 17", or "Blatt „EMEA“, Zeile 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `Zeile ${numberText(line, locale)}`;
  return sheet === undefined ? text : `Blatt „${sheet}“, ${text}`;
}

/** "Zeilen 5, 6", or "„EMEA“ Zeilen 5, 6; „APAC“ Zeile 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'Zeile' : 'Zeilen'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `„${sheet}“ ${lines}`;
    })
    .join('; ');
}

/** As it is called elsewhere: German nouns are written the same within a sentence. */
function fieldText(field: KeptField): string {
  return importTexts.fields[field];
}

export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'Vorschau des Imports',
    encoding: 'Zeichencodierung',
    encodingHint: 'Sehen die Namen falsch aus, wählen Sie eine andere und drücken Sie auf „Neue Vorschau“.',
    hiddenRows: 'Ausgeblendete Zeilen',
    rowsThatCannotBeRead: 'Ausgelassene Zeilen, und warum',
    columnsNotRecognised: 'Nicht erkannte Spalten',
    columnsHint: 'Wählen Sie, was sie enthalten, oder lassen Sie sie aus.',
    example: 'Zum Beispiel: {example}',
    previewAgain: 'Neue Vorschau',
    previewAgainHint: 'Die Datei so noch einmal lesen, wie Sie gewählt haben',
    moreColumns: 'Weitere Spalten',
    moreColumnsHint: 'Diese Auswahl behalten und andere Spalten zeigen',
    import: 'Importieren',
    cancel: 'Abbrechen',
    fileAsPoe: 'Als POE ablegen',
    fileAsPoeHint: 'Diese Tabelle ist ein Dokument zu einem Claim, kein Export',
  },
  'import-state': {
    showWhatNeedsPoe: 'Zeigen, wo POE fehlt',
    undoThisImport: 'Import rückgängig machen',
    undoHint:
      'Löschen, was er gebracht hat und woran niemand gearbeitet hat, und wiederherstellen, was er geändert hat',
    theseStay: 'Diese bleiben, mit dem, was Leute oder spätere Importe getan haben',
    allImports: 'Alle Importe',
  },
  imports: {
    openOf: 'Den Import von {file} zeigen',
    undoThisImport: 'Import rückgängig machen',
    undoOf: 'Den Import von {file} rückgängig machen',
    previous: 'Vorherige',
    next: 'Nächste',
  },
};
