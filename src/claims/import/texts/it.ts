/** What the bot says about imports, in Italian. */
import { countText, numberText } from '../../../format/count.ts';
import { shorten } from '../../../format/shorten.ts';
import type { KeptField } from '../../export-file/fields.ts';
import type { RowPlace } from '../../export-file/row.ts';
import type * as en from './en.ts';

/** Why a row is left out: a remark behind its line number. */
const rowProblems: typeof en.importTexts.rowProblems = {
  'no-claim-id': () => 'nessun ID richiesta',
  'formula-error': ({ field, cell }) => `${fieldText(field)}: errore di formula (${cell})`,
  'too-long': ({ field, most }, locale) => `${fieldText(field)}: più di ${numberText(most, locale)} caratteri`,
  'lost-digits': ({ claimId }) => `l’ID richiesta ha perso cifre in Excel (${claimId})`,
  'date-id': ({ claimId }) => `l’ID richiesta è diventato una data in Excel (${claimId})`,
  'no-claim': ({ claimId }) => `«${claimId}» non sembra un ID richiesta, e c’è poco altro di compilato`,
  shifted: ({ field, value }) => `le celle sembrano trovarsi in colonne non loro (${fieldText(field)}: ${value})`,
  'stray-quotes': () => 'una virgoletta è fuori posto, quindi le celle non si distinguono',
  'more-cells-than-header': () => 'più celle dell’intestazione',
  'too-many-workloads': ({ most }, locale) => `più di ${numberText(most, locale)} workload in una richiesta`,
  differs: ({ field, value, ...place }, locale) =>
    `${field === 'owner' ? 'responsabile' : fieldText(field)}: diverso rispetto a ${placeText(place, locale)} (${value})`,
};

export const importTexts: typeof en.importTexts = {
  rowProblems,
  how: 'Trascina in questa chat il file esportato delle associazioni dei tuoi clienti (.csv o .xlsx). Vedi che cosa cambierebbe prima che venga scritto qualcosa.',
  help: 'Trascina qui il file esportato da Partner Center (.csv o .xlsx) per importare le associazioni.',
  button: 'Importa un file',
  size: (rows, claims, locale) =>
    `${countText(rows, { one: 'riga', many: 'di righe', other: 'righe' }, locale)}, ${countText(claims, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)}`,
  counts: {
    new: 'Nuove',
    changed: 'Modificate',
    same: 'Uguali',
    removed: 'Rimosse da un coordinatore (restano rimosse)',
    bad: 'Righe tralasciate',
    notInFile: 'Non in questo file (invariate)',
    unknownOwners: 'Responsabile non ancora conosciuto qui',
  },
  badRow: (place, reason, locale) => `${capitalised(placeText(place, locale))}: ${reason}`,
  columns: (page) => (page === '' ? '' : `Colonne ${page}`),
  fields: {
    claimId: 'ID richiesta',
    claimName: 'Nome della richiesta',
    customerName: 'Cliente',
    customerDomain: 'Dominio del cliente',
    customerTenantId: 'ID tenant del cliente',
    program: 'Programma',
    workload: 'Workload',
    solutionArea: 'Area di soluzione',
    status: 'Stato',
    mpnId: 'MPN ID',
    subscriptionId: 'ID sottoscrizione',
    ownerName: 'Responsabile (nome)',
    ownerUpn: 'Responsabile (UPN o e-mail)',
  },
  leaveOut: 'Tralascia',
  noClaimId: 'Nessuna colonna contiene ID richiesta. Scegli quella che li contiene, poi premi «Nuova anteprima».',
  previewedAgain: 'Hai scelto altro, quindi ecco che cosa cambierebbe ora. Premi «Importa» quando va bene.',
  nothingNew: 'Non c’è nulla di nuovo o modificato. Non c’è nulla da importare.',
  noStatus: 'Non c’è una colonna dello stato, quindi tutte le richieste sono considerate approvate.',
  noName: 'Non c’è una colonna con il nome della richiesta, quindi nessuna delle nuove richieste conta come migrata.',
  doubtfulIds: (n, examples, locale) =>
    `${countText(n, { one: 'ID richiesta potrebbe essere', many: 'di ID richiesta potrebbero essere', other: 'ID richiesta potrebbero essere' }, locale)} ciò che Excel ha ricavato da un altro, una data o un numero abbreviato: ${examples.map((one) => `${one.claimId} (${placeText(one, locale)})`).join(', ')}${n > examples.length ? ', …' : '.'} Confronta con Partner Center prima di importare.`,
  customers: (names) => `Clienti, così come sono stati letti: ${names}`,
  sheets: (read, others) => (others === '' ? `Fogli letti: ${read}` : `Fogli letti: ${read}. Non letti: ${others}`),
  hiddenRows: (n, places, locale) =>
    `${countText(n, { one: 'riga è nascosta', many: 'di righe sono nascoste', other: 'righe sono nascoste' }, locale)} in Excel, da un filtro o a mano (${placesText(places, locale)}${n > places.length ? ', …' : ''}).`,
  takeHidden: 'Includi anche queste',
  leaveHiddenOut: 'Tralasciale',
  encodings: {
    'utf-8': 'Unicode (UTF-8)',
    'windows-1252': 'Europa occidentale (Windows-1252)',
    'windows-1250': 'Europa centrale (Windows-1250)',
    'windows-1251': 'Cirillico (Windows-1251)',
    'windows-1253': 'Greco (Windows-1253)',
    'windows-1254': 'Turco (Windows-1254)',
    macintosh: 'Europa occidentale (Mac)',
    shift_jis: 'Giapponese (Shift-JIS)',
    gb18030: 'Cinese semplificato (GB18030)',
    big5: 'Cinese tradizionale (Big5)',
    'euc-kr': 'Coreano (EUC-KR)',
    'utf-16le': 'Unicode (UTF-16)',
    'utf-16be': 'Unicode (UTF-16, big-endian)',
  },
  removedStay:
    'Ciò che un coordinatore ha rimosso resta rimosso. Scrivi «richieste rimosse» per vederlo o per ripristinarlo.',
  reading: (file) => `Lettura di ${file}`,
  importing: (file) => `Importazione di ${file}`,
  importingDetail: (done, total, locale) =>
    `${numberText(done, locale)} di ${countText(total, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)}`,
  done: (file) => `Importato: ${file}`,
  doneDetail: (counts, locale) =>
    `${countText(counts.new, { one: 'richiesta nuova', many: 'di richieste nuove', other: 'richieste nuove' }, locale)}, ${numberText(counts.changed, locale)} con modifiche.`,
  cancelled: (file) => `Non importato: ${file}`,
  cancelledDetail: 'Hai scelto di non importarlo. Non è stato scritto nulla.',
  failed: (file) => `Interrotto: ${file}`,
  doneLine: (file, counts, locale) =>
    `L’importazione di ${file} è terminata. Nuove: ${numberText(counts.new, locale)}, con modifiche: ${numberText(counts.changed, locale)}.`,
};

export const undoTexts: typeof en.undoTexts = {
  undoing: (file) => `Annullamento dell’importazione di ${file}`,
  undoingDetail: (done, total, locale) =>
    `Controllo: ${numberText(done, locale)} di ${countText(total, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)}`,
  undone: (file) => `Annullata l’importazione di ${file}`,
  undoneDetail: (removed, restored, locale) =>
    `${countText(removed, { one: 'richiesta che aveva portato non c’è più', many: 'di richieste che aveva portato non ci sono più', other: 'richieste che aveva portato non ci sono più' }, locale)}; ${countText(restored, { one: 'che aveva modificato è come prima', many: 'di quelle che aveva modificato sono come prima', other: 'che aveva modificato sono come prima' }, locale)}. Trascina di nuovo il file per importarlo da capo.`,
  undoneLine: (file, removed, restored, kept, locale) =>
    `L’importazione di ${file} è annullata: ${countText(removed, { one: 'richiesta eliminata', many: 'di richieste eliminate', other: 'richieste eliminate' }, locale)}, ${numberText(restored, locale)} come prima, ${numberText(kept, locale)} con ciò che hanno fatto persone o importazioni successive.`,
  counts: { removed: 'Eliminate', restored: 'Come prima', kept: 'Resta qualcosa' },
  stay: (claimId, why) => `${claimId}: ${why}`,
  why: {
    poe: 'è stata registrata una POE',
    mark: 'è stato contrassegnato un workload',
    owner: 'nel frattempo ha cambiato responsabile',
    worked: 'qualcuno ci ha lavorato',
    removed: 'un coordinatore l’ha rimossa',
    ticket: 'un ticket la cita',
    draft: 'c’è un file proposto per questa richiesta',
    'later import': 'c’è anche in un’importazione successiva',
  },
  listTitle: (n, locale) =>
    n === 0
      ? 'Negli ultimi 30 giorni non è stato importato nulla'
      : countText(n, { one: 'importazione', many: 'di importazioni', other: 'importazioni' }, locale),
  listDetail:
    'Le ultime 20 si possono annullare, per 30 giorni: ciò su cui nel frattempo nessuno ha lavorato scompare, o torna come prima.',
  byAt: (name, when) => `${name} · ${when}`,
  rowCounts: (counts, locale) =>
    `Nuove: ${numberText(counts.new, locale)}, con modifiche: ${numberText(counts.changed, locale)}, uguali: ${numberText(counts.same, locale)}`,
  rowStates: {
    importing: 'In corso',
    done: '',
    failed: 'Interrotta',
    undoing: 'Annullamento in corso',
    undone: 'Annullata',
    preview: '',
    cancelled: '',
  },
  help: 'Scrivi «elenco importazioni» per vedere le ultime importazioni e annullarne una.',
};

export const importProblems: typeof en.importProblems = {
  'import.leads-only': () =>
    'Solo i coordinatori importano associazioni. In alternativa posso prendere questo file come POE.',
  'import.gone': () => 'Questa importazione non è più aperta. Trascina di nuovo il file.',
  'import.file-gone': () => 'Non ho più questo file. Trascinalo di nuovo.',
  'import.undo-too-late': () =>
    'Questa importazione non si può più annullare. Si possono annullare le ultime 20, per 30 giorni: scrivi «elenco importazioni» per vederle.',
  'import.nothing-to-undo': () =>
    'Questa importazione non ha portato né modificato nulla, quindi non c’è nulla da annullare.',
  'import.busy': () =>
    'È in corso un’altra importazione. Riprova quando sarà terminata: «elenco importazioni» mostra a che punto è.',
  'import.nothing-new': () => 'Questo file non ha nulla di nuovo o modificato, quindi non c’è nulla da importare.',
  'import.no-export': ({ headers }) => knownColumns(headers),
  'import.lacks-columns': ({ headers }) =>
    `Questo non è il file esportato delle associazioni dei clienti. ${knownColumns(headers)} Quel file ha ID richiesta e colonne come Customer, Program, Workload e Status.`,
};

function knownColumns(headers: readonly string[]): string {
  if (headers.length === 0) return 'Non conosco nessuna delle sue colonne.';
  return `Delle sue colonne conosco solo ${shorten(headers.map((header) => `«${header}»`).join(', '), 200)}.`;
}

/** "riga 17", or "foglio «EMEA», riga 17" where several sheets are read. */
function placeText({ line, sheet }: RowPlace, locale: string): string {
  const text = `riga ${numberText(line, locale)}`;
  return sheet === undefined ? text : `foglio «${sheet}», ${text}`;
}

/** "righe 5, 6", or "«EMEA» righe 5, 6; «APAC» riga 9" where several sheets are read. */
function placesText(places: readonly RowPlace[], locale: string): string {
  return [...Map.groupBy(places, ({ sheet }) => sheet)]
    .map(([sheet, rows]) => {
      const lines = `${rows.length === 1 ? 'riga' : 'righe'} ${rows.map(({ line }) => numberText(line, locale)).join(', ')}`;
      return sheet === undefined ? lines : `«${sheet}» ${lines}`;
    })
    .join('; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A field within a sentence: "ID richiesta", "cliente", "MPN ID". */
function fieldText(field: KeptField): string {
  const title = importTexts.fields[field];
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

export const importCardWords: typeof en.importCardWords = {
  'import-preview': {
    importPreview: 'Anteprima dell’importazione',
    encoding: 'Codifica',
    encodingHint: 'Se i nomi non appaiono corretti, scegline un’altra e premi «Nuova anteprima».',
    hiddenRows: 'Righe nascoste',
    rowsThatCannotBeRead: 'Righe tralasciate, e perché',
    columnsNotRecognised: 'Colonne non riconosciute',
    columnsHint: 'Scegli che cosa contengono, o tralasciale.',
    example: 'Per esempio: {example}',
    previewAgain: 'Nuova anteprima',
    previewAgainHint: 'Rileggi il file in base alle tue scelte',
    moreColumns: 'Altre colonne',
    moreColumnsHint: 'Mantieni queste scelte e mostra altre colonne',
    import: 'Importa',
    cancel: 'Non importare',
    fileAsPoe: 'Registra come POE',
    fileAsPoeHint: 'Questo foglio di calcolo è un documento per una richiesta, non un file esportato',
  },
  'import-state': {
    showWhatNeedsPoe: 'Mostra POE in sospeso',
    undoThisImport: 'Annulla importazione',
    undoHint: 'Toglie ciò che ha portato e su cui nessuno ha lavorato, e riporta com’era ciò che ha modificato',
    theseStay: 'Queste restano, con ciò che hanno fatto persone o importazioni successive',
    allImports: 'Tutte le importazioni',
  },
  imports: {
    openOf: 'Mostra l’importazione di {file}',
    undoThisImport: 'Annulla importazione',
    undoOf: 'Annulla l’importazione di {file}',
    previous: 'Precedente',
    next: 'Successiva',
  },
};
