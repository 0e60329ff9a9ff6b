/** What is said of a file that is not taken, or cannot be read, in German. Each is shown as it stands, or behind the file's name. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'Bitte senden Sie eine PDF-, Word-, Excel- oder PowerPoint-Datei, eine E-Mail (MSG oder EML), ein Bild (PNG, JPEG oder TIFF), eine Webseite, RTF oder reinen Text.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'eine alte Excel-Arbeitsmappe', saveAs: '.xlsx' },
  ppt: { name: 'eine alte PowerPoint-Datei', saveAs: '.pptx' },
  xlsb: { name: 'eine binäre Arbeitsmappe (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'eine Word-Vorlage', saveAs: '.docx' },
  'excel-template': { name: 'eine Excel-Vorlage', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'eine PowerPoint-Vorlage oder Bildschirmpräsentation', saveAs: '.pptx' },
  eml: { name: 'eine gespeicherte E-Mail unter anderem Namen', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'eine RTF-Datei unter anderem Namen',
  calendar: 'ein Kalendereintrag',
  contact: 'eine Visitenkarte',
  postscript: 'eine PostScript-Datei',
  'open-document': 'eine OpenDocument-Datei',
  zip: 'eine ZIP-Datei oder etwas Ähnliches',
  'other-office': 'eine andere Art von Office-Datei',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'Ich habe einen Link zu dieser Datei bekommen, nicht die Datei, und Links kann ich nicht öffnen. Bitte laden Sie sie herunter und hängen Sie sie hier von diesem Gerät an.',
  picture:
    'Dieses Bild kam in einer Form, in der ich es nicht abrufen kann. Bitte hängen Sie es als Datei von diesem Gerät an.',
  recording:
    'Ich kann keine Sprachnachrichten hören und keine Aufzeichnungen ansehen. Bitte schreiben Sie es mir, oder hängen Sie ein Dokument an.',
  loop: 'Das ist eine Loop-Komponente, die ich nicht öffnen kann. Bitte speichern Sie sie als PDF- oder Word-Datei und hängen Sie diese hier an.',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'Der Link zu dieser Datei ist abgelaufen. Bitte senden Sie die Datei noch einmal.',
  'file.too-large': ({ maxBytes }, locale) =>
    `Diese Datei ist größer als ${capText(maxBytes, locale)}, mehr kann ich nicht annehmen. Bitte senden Sie eine kleinere Kopie oder nur die Seiten, auf die es ankommt.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `Mit dieser Datei wären es heute mehr als ${capText(maxBytes, locale)}, mehr nehme ich von einer Person am Tag nicht an. Bitte senden Sie sie morgen.`,
  'file.host-refused': () =>
    'Ich kann nur Dateien abrufen, die in diesem Chat angehängt sind (sie kommen aus OneDrive oder SharePoint). Bitte hängen Sie die Datei hier an.',
  'file.picture-host-refused': () =>
    'Ich kann nur Bilder abrufen, die in diesem Chat eingefügt sind. Bitte hängen Sie das Bild als Datei an.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'Dieses Bild kam in der Nachricht selbst, dort kann ich es nicht lesen. Bitte hängen Sie es als Datei an.',
  'file.unreachable': () => 'Diese Datei ließ sich gerade nicht abrufen. Bitte senden Sie sie gleich noch einmal.',
  'file.web-page': () =>
    'Der Link zu dieser Datei führt zu einer Webseite statt zur Datei. Bitte senden Sie die Datei noch einmal, und falls es wieder passiert, aus Teams auf einem Computer.',

  'file.upload-refused': () =>
    'Ich speichere Dateien nur in OneDrive und SharePoint, und der Ort, den ich bekam, liegt anderswo. Es wurde nichts gesendet.',
  'file.upload-closed': () =>
    'Die Zeit zum Speichern dieser Datei ist abgelaufen. Bitte drücken Sie noch einmal auf „Herunterladen“.',
  'file.upload-full': () =>
    'In Ihrem OneDrive ist kein Platz für diese Datei. Bitte schaffen Sie welchen, und drücken Sie dann noch einmal auf „Herunterladen“.',
  'file.upload-failed': () =>
    'Die Datei ließ sich gerade nicht speichern. Bitte drücken Sie gleich noch einmal auf „Herunterladen“.',

  'file.empty': () => 'Diese Datei ist leer. Bitte prüfen Sie sie und senden Sie sie noch einmal.',
  'file.damaged': () =>
    'Diese Datei scheint beschädigt: Sie lässt sich nicht lesen. Bitte speichern Sie sie noch einmal und senden Sie die neue Kopie.',
  'file.executable': () =>
    `Diese Datei ist ein Programm oder ein Skript, so etwas wird nicht angenommen. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'Diese Datei enthält Makros, so etwas wird nicht angenommen. Bitte senden Sie eine Kopie ohne Makros oder eine PDF-Datei davon.',
  'file.loads-from-elsewhere': () =>
    'Diese Datei lädt beim Öffnen einen Teil von sich, etwa ihre Vorlage, von einem anderen Ort nach. So etwas wird nicht angenommen. Bitte senden Sie eine Kopie ohne diese Verknüpfung oder eine PDF-Datei davon.',
  'file.program-inside': () =>
    'In dieser Datei steckt ein Programm, so etwas wird nicht angenommen. Bitte senden Sie eine Kopie ohne das Programm oder eine PDF-Datei davon.',
  'file.infected': ({ name }) =>
    `Der Virenscanner hat in dieser Datei etwas gefunden (${name}), daher habe ich sie nicht angenommen. Bitte senden Sie eine saubere Kopie und sagen Sie Ihrer IT-Abteilung Bescheid.`,
  'file.too-large-to-scan': () =>
    'Diese Datei ist zu groß für den Virenscanner, daher kann ich sie nicht annehmen. Bitte senden Sie nur die Seiten, auf die es ankommt.',
  'file.acts-by-itself': () =>
    'Diese Datei startet von selbst ein Programm oder führt ein Skript aus, so etwas wird nicht angenommen. Bitte drucken Sie sie als PDF-Datei und senden Sie diese.',
  'file.unchecked-inside': () =>
    'In dieser Datei steckt eine weitere, die ich nicht prüfen kann: Sie ist gesperrt, beschädigt oder ein Archiv. Bitte senden Sie eine Kopie ohne sie oder eine PDF-Datei davon.',
  'file.protected': () =>
    'Diese Datei ist durch ein Kennwort oder eine Vertraulichkeitsbezeichnung geschützt und lässt sich nicht prüfen. Bitte speichern Sie eine Kopie ohne den Schutz und senden Sie diese.',
  'file.convertible': ({ kind }) =>
    `Das ist ${CONVERTIBLE[kind].name}, die ich so nicht annehmen kann. Bitte speichern Sie sie als ${CONVERTIBLE[kind].saveAs} und senden Sie die neue Datei.`,
  'file.markup': () =>
    `Diese Datei ist XML oder eine Webseite unter anderem Namen, so etwas wird nicht angenommen. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`eine ${extension.toUpperCase()}-Datei`),
  'file.unknown': () => `Ich erkenne nicht, was für eine Datei das ist. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'Diese Datei entpackt sich zu weit mehr, als ein Dokument haben sollte, daher habe ich aufgehört zu lesen. Bitte senden Sie eine PDF-Datei davon.',
  'file.too-slow': () =>
    'Diese Datei zu lesen dauert zu lange, daher habe ich aufgehört. Bitte senden Sie nur die Seiten, auf die es ankommt, oder eine PDF-Datei davon.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `Dieses Dokument hat mehr als ${numberText(maxPages, locale)} Seiten. Bitte senden Sie nur die Seiten, auf die es ankommt.`,
  'file.type-mismatch': ({ extension }) =>
    `Diese Datei heißt .${extension}, ist innen aber etwas anderes. Bitte speichern Sie sie noch einmal aus dem Programm, aus dem sie stammt, und senden Sie diese.`,

  'sheet.empty': () => 'Diese Tabelle ist leer. Bitte exportieren Sie sie noch einmal und senden Sie die neue Datei.',
  'sheet.no-header': () =>
    'In dieser Tabelle wurde keine Kopfzeile gefunden. Sie wird nach den Namen ihrer Spalten gelesen, etwa Claim ID, Customer, Workload und Status. Bitte ergänzen Sie diese und senden Sie sie noch einmal.',
  'sheet.only-header': () =>
    'Diese Tabelle hat eine Kopfzeile, aber keine Zeilen darunter. Bitte prüfen Sie den Filter des Exports und senden Sie sie noch einmal.',
  'sheet.open-quote': ({ line }, locale) =>
    `Der Datensatz, der in Zeile ${numberText(line, locale)} beginnt, endet nicht: Dort scheint ein Anführungszeichen offen zu sein. Bitte schließen Sie es, oder speichern Sie die Datei als .xlsx, und senden Sie sie noch einmal.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `Diese Tabelle hat mehr als ${numberText(maxRows, locale)} Zeilen. Bitte teilen Sie sie in kleinere Dateien und senden Sie diese nacheinander.`,
  'sheet.too-large': () =>
    'Diese Tabelle ist zu groß zum Lesen. Bitte teilen Sie sie in kleinere Dateien und senden Sie diese nacheinander.',
  'sheet.too-slow': () =>
    'Diese Tabelle zu lesen dauert zu lange. Bitte teilen Sie sie in kleinere Dateien, oder speichern Sie sie als .csv, und senden Sie sie noch einmal.',
  'sheet.damaged': () =>
    'Diese Datei scheint beschädigt und ließ sich nicht lesen. Bitte öffnen Sie sie in Excel, speichern Sie sie noch einmal als .xlsx oder .csv und senden Sie die neue Datei.',
  'sheet.encrypted': () =>
    'Diese Tabelle ist mit einem Kennwort geschützt und ließ sich nicht lesen. Bitte speichern Sie sie ohne Kennwort und senden Sie sie noch einmal.',
  'sheet.old-excel': () =>
    'Das ist eine Tabelle im alten Format .xls, das hier nicht gelesen wird. Bitte speichern Sie sie als .xlsx oder .csv und senden Sie sie noch einmal.',
  'sheet.binary-excel': () =>
    'Das ist eine Tabelle im Format .xlsb, das hier nicht gelesen wird. Bitte speichern Sie sie als .xlsx oder .csv und senden Sie sie noch einmal.',
  'sheet.markup': () =>
    'Diese Datei ist eine Webseite oder XML, gleich wie sie heißt. Bitte öffnen Sie sie in Excel, speichern Sie sie als .xlsx oder .csv und senden Sie die neue Datei.',
  'sheet.other-zip': () =>
    'Das ist ein ZIP-Archiv oder eine andere Art von Dokument, keine Tabelle. Bitte senden Sie den Export als .xlsx oder .csv.',
  'sheet.not-a-spreadsheet': () => 'Diese Datei ist keine Tabelle. Bitte senden Sie den Export als .xlsx oder .csv.',
};

function cannotTake(what: string): string {
  return `Das ist ${what}, so etwas kann ich nicht annehmen. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)} Bytes`;
}
