/** What is said of a file that is not taken, or cannot be read, in Italian. */
import { numberText } from '../../format/count.ts';
import type { ConvertibleKind, UnfetchableForm, UnsupportedKind } from '../../problems/files.ts';
import type * as en from './en.ts';

const SEND_INSTEAD =
  'Invia un PDF, un file Word, Excel o PowerPoint, un’e-mail (MSG o EML), un’immagine (PNG, JPEG o TIFF), una pagina Web, RTF o testo normale.';

const CONVERTIBLE: Readonly<Record<ConvertibleKind, { readonly name: string; readonly saveAs: string }>> = {
  xls: { name: 'una vecchia cartella di lavoro Excel', saveAs: '.xlsx' },
  ppt: { name: 'un vecchio file PowerPoint', saveAs: '.pptx' },
  xlsb: { name: 'una cartella di lavoro binaria (.xlsb)', saveAs: '.xlsx' },
  'word-template': { name: 'un modello di Word', saveAs: '.docx' },
  'excel-template': { name: 'un modello di Excel', saveAs: '.xlsx' },
  'powerpoint-show': { name: 'un modello o una presentazione automatica di PowerPoint', saveAs: '.pptx' },
  eml: { name: 'un’e-mail salvata con un altro nome', saveAs: '.eml' },
};

const UNSUPPORTED: Readonly<Record<UnsupportedKind, string>> = {
  rtf: 'un file RTF con un altro nome',
  calendar: 'un elemento del calendario',
  contact: 'un biglietto da visita',
  postscript: 'un file PostScript',
  'open-document': 'un file OpenDocument',
  zip: 'un file ZIP o simile',
  'other-office': 'un tipo di file di Office',
};

const NO_ADDRESS: Readonly<Record<UnfetchableForm, string>> = {
  link: 'Ho ricevuto un collegamento a questo file, non il file, e non posso aprire collegamenti. Scaricalo e allegalo qui da questo dispositivo.',
  picture:
    'Questa immagine è arrivata in una forma che non posso recuperare. Allegala come file da questo dispositivo.',
  recording: 'Non posso ascoltare messaggi vocali né guardare registrazioni. Scrivimelo, o allega un documento.',
  loop: 'Questo è un componente Loop, e non posso aprirlo. Salvalo come PDF o file Word, e allegalo qui.',
};

export const fileProblems: typeof en.fileProblems = {
  'file.link-expired': () => 'Il collegamento a questo file è scaduto. Invia di nuovo il file.',
  'file.too-large': ({ maxBytes }, locale) =>
    `Questo file supera ${capText(maxBytes, locale)}, il massimo che posso accettare. Invia una copia più piccola, o solo le pagine che contano.`,
  'file.day-is-full': ({ maxBytes }, locale) =>
    `Con questo file oggi supereresti ${capText(maxBytes, locale)}, il massimo che accetto da una persona in un giorno. Invialo domani.`,
  'file.host-refused': () =>
    'Posso recuperare solo file allegati in questa chat (provengono da OneDrive o SharePoint). Allega qui il file.',
  'file.picture-host-refused': () =>
    'Posso recuperare solo immagini incollate in questa chat. Allega l’immagine come file.',
  'file.no-address': ({ form }) => NO_ADDRESS[form],
  'file.inline-data': () =>
    'Questa immagine è arrivata dentro il messaggio stesso, dove non posso leggerla. Allegala come file.',
  'file.unreachable': () => 'In questo momento non è stato possibile recuperare il file. Invialo di nuovo tra poco.',
  'file.web-page': () =>
    'Il collegamento a questo file porta a una pagina Web invece che al file. Invia di nuovo il file; se si ripete, dall’app desktop di Teams.',

  'file.upload-refused': () =>
    'Salvo file solo in OneDrive e SharePoint, e il posto che mi è stato indicato è un altro. Non è stato inviato nulla.',
  'file.upload-closed': () => 'Il posto aperto per questo file è scaduto. Premi di nuovo «Scarica».',
  'file.upload-full': () =>
    'Nel tuo OneDrive non c’è spazio per questo file. Liberane un po’, poi premi di nuovo «Scarica».',
  'file.upload-failed': () =>
    'In questo momento non è stato possibile salvare il file. Premi di nuovo «Scarica» tra poco.',

  'file.empty': () => 'Questo file è vuoto. Controllalo e invialo di nuovo.',
  'file.damaged': () =>
    'Questo file sembra danneggiato: non si riesce a leggerlo. Salvalo di nuovo e invia la nuova copia.',
  'file.executable': () =>
    `Questo file è un programma o uno script, e file di questo tipo non si accettano. ${SEND_INSTEAD}`,
  'file.macros': () =>
    'Questo file contiene macro, e file di questo tipo non si accettano. Invia una copia senza macro, o un PDF.',
  'file.loads-from-elsewhere': () =>
    'Questo file, all’apertura, carica una sua parte da un altro posto, per esempio il modello, e file di questo tipo non si accettano. Invia una copia senza quel collegamento, o un PDF.',
  'file.program-inside': () =>
    'Questo file contiene un programma, e file di questo tipo non si accettano. Invia una copia che non lo contenga, o un PDF.',
  'file.infected': ({ name }) =>
    `L’antivirus ha trovato qualcosa in questo file (${name}), quindi non l’ho accettato. Invia una copia pulita, e avvisa il reparto IT.`,
  'file.too-large-to-scan': () =>
    'Questo file è troppo grande per l’antivirus, quindi non posso accettarlo. Invia solo le pagine che contano.',
  'file.acts-by-itself': () =>
    'Questo file avvia un programma o esegue uno script da solo, e file di questo tipo non si accettano. Stampalo in PDF e invia quello.',
  'file.unchecked-inside': () =>
    'Questo file ne contiene un altro che non posso controllare: è bloccato, danneggiato o è un archivio. Invia una copia che non lo contenga, o un PDF.',
  'file.protected': () =>
    'Questo file è protetto da una password o da un’etichetta di riservatezza, quindi non si può controllare. Salva una copia senza protezione e invia quella.',
  'file.convertible': ({ kind }) =>
    `Questo file è ${CONVERTIBLE[kind].name}, e non posso accettarlo così. Salvalo come ${CONVERTIBLE[kind].saveAs} e invia il nuovo file.`,
  'file.markup': () =>
    `Questo file è XML, o una pagina Web con un altro nome, e file di questo tipo non si accettano. ${SEND_INSTEAD}`,
  'file.unsupported': ({ kind }) => cannotTake(UNSUPPORTED[kind]),
  'file.unsupported-extension': ({ extension }) => cannotTake(`un file ${extension.toUpperCase()}`),
  'file.unknown': () => `Non riconosco che tipo di file sia. ${SEND_INSTEAD}`,

  'file.zip-bomb': () =>
    'Una volta decompresso, questo file occupa molto più di un normale documento, quindi ho smesso di leggerlo. Invia un PDF.',
  'file.too-slow': () =>
    'Per leggere questo file ci vuole troppo tempo, quindi ho smesso. Invia solo le pagine che contano, o un PDF.',
  'file.too-many-pages': ({ maxPages }, locale) =>
    `Questo documento ha più di ${numberText(maxPages, locale)} pagine. Invia solo le pagine che contano.`,
  'file.type-mismatch': ({ extension }) =>
    `Questo file ha l’estensione .${extension}, ma dentro è qualcos’altro. Salvalo di nuovo dal programma che l’ha creato e invia quella copia.`,

  'sheet.empty': () => 'Questo foglio di calcolo è vuoto. Esportalo di nuovo e invia il nuovo file.',
  'sheet.no-header': () =>
    'In questo foglio di calcolo non c’è una riga di intestazione. Viene letto in base ai nomi delle colonne, come Claim ID, Customer, Workload e Status; aggiungili e invialo di nuovo.',
  'sheet.only-header': () =>
    'Questo foglio di calcolo ha un’intestazione ma nessuna riga sotto. Controlla il filtro dell’esportazione e invialo di nuovo.',
  'sheet.open-quote': ({ line }, locale) =>
    `La riga che inizia alla linea ${numberText(line, locale)} non finisce: sembra che lì una virgoletta sia rimasta aperta. Chiudila, o salva il file come .xlsx, e invialo di nuovo.`,
  'sheet.too-many-rows': ({ maxRows }, locale) =>
    `Questo foglio di calcolo ha più di ${numberText(maxRows, locale)} righe. Dividilo in file più piccoli e inviali uno dopo l’altro.`,
  'sheet.too-large': () =>
    'Questo foglio di calcolo è troppo grande per essere letto. Dividilo in file più piccoli e inviali uno dopo l’altro.',
  'sheet.too-slow': () =>
    'Per leggere questo foglio di calcolo ci vuole troppo tempo. Dividilo in file più piccoli, o salvalo come .csv, e invialo di nuovo.',
  'sheet.damaged': () =>
    'Questo file sembra danneggiato e non è stato possibile leggerlo. Aprilo in Excel, salvalo di nuovo come .xlsx o .csv e invia il nuovo file.',
  'sheet.encrypted': () =>
    'Questo foglio di calcolo è protetto da una password e non è stato possibile leggerlo. Salvalo senza password e invialo di nuovo.',
  'sheet.old-excel': () =>
    'Questo foglio di calcolo è nel vecchio formato .xls, che qui non viene letto. Salvalo come .xlsx o .csv e invialo di nuovo.',
  'sheet.binary-excel': () =>
    'Questo foglio di calcolo è nel formato .xlsb, che qui non viene letto. Salvalo come .xlsx o .csv e invialo di nuovo.',
  'sheet.markup': () =>
    'Questo file è una pagina Web o XML, qualunque sia il suo nome. Aprilo in Excel, salvalo come .xlsx o .csv e invia il nuovo file.',
  'sheet.other-zip': () =>
    'Questo è un archivio ZIP o un altro tipo di documento, non un foglio di calcolo. Invia il file esportato come .xlsx o .csv.',
  'sheet.not-a-spreadsheet': () => 'Questo file non è un foglio di calcolo. Invia il file esportato come .xlsx o .csv.',
};

function cannotTake(what: string): string {
  return `È ${what}, e non posso accettarlo. ${SEND_INSTEAD}`;
}

const MIB = 1024 * 1024;

/** A cap as its setting counts it: 1 MB is 1,048,576 bytes. */
function capText(bytes: number, locale: string): string {
  const number = (n: number): string => n.toLocaleString(locale, { maximumFractionDigits: 1, useGrouping: false });
  if (bytes >= MIB) return `${number(bytes / MIB)} MB`;
  return bytes >= 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes)} byte`;
}
