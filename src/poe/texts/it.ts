/** What the bot says about documents that are filed as POE, in Italian. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const poeTexts: typeof en.poeTexts = {
  fileLine: (parts) => parts.filter((part) => part !== '').join(' · '),
  pages: (n, locale) => countText(n, { one: 'pagina', many: 'di pagine', other: 'pagine' }, locale),
  files: (n, locale) => countText(n, { one: 'file', many: 'di file', other: 'file' }, locale),
  unnamed: {
    link: 'Il collegamento',
    picture: 'L’immagine',
    recording: 'La registrazione',
    loop: 'Il componente Loop',
  },
  refused: (name, reason) => `${name}: ${reason}`,
  noExport: (name, reason) =>
    `${name} non è un file esportato che io possa importare. ${reason} Un file esportato ha una colonna di ID richiesta e almeno altre due, come Customer, Workload o Status. Lo prendo come POE.`,
  tooMany: (most) => `Accetto fino a ${most} file alla volta. Invia gli altri in un altro messaggio.`,
  reasons: {
    'claim id in it': 'Proposta perché il suo ID compare nel documento.',
    'domain in it': 'Proposta perché il dominio o l’ID directory del cliente compare nel documento.',
    'customer in it': 'Proposta perché il nome del cliente compare nel documento.',
    'claim id': 'Proposta perché il suo ID compare nel tuo messaggio o nel nome del file.',
    customer: 'Proposta perché il nome del cliente compare nel tuo messaggio o nel nome del file.',
    'opened last': 'Proposta perché è l’ultima richiesta che hai aperto.',
    only: 'Proposta perché è la tua unica richiesta aperta.',
    'dropped on it': 'Proposta perché l’hai trascinato su questa richiesta.',
  },
  allStands: 'Mostra tutto ciò che i revisori cercano.',
  stands: (aspects) => `Mostra ${aspects}.`,
  aspects: {
    partner: 'la tua azienda',
    customer: 'il cliente',
    tenantOrDomain: 'il dominio o l’ID directory del cliente',
    workload: 'i workload',
    signature: 'la firma del cliente',
    date: 'quando è stato firmato',
    activities: 'il lavoro svolto',
  },
  quoted: (words, page) => (page === undefined ? `«${words}»` : `«${words}» (pagina ${page})`),
  lacks: {
    partner: {
      missing: 'La tua azienda non è nominata. Aggiungi una pagina che la nomini.',
      unclear: 'Non so con certezza se la tua azienda è nominata. Dai un’occhiata prima di registrare.',
    },
    customer: {
      missing: (customer, other) =>
        other === undefined
          ? `${customer} non è nominato. Controlla che il file sia quello giusto.`
          : `C’è scritto ${other}, che sembra un’azienda diversa da ${customer}. Controlla che il file sia quello giusto.`,
      unclear: (customer, _) => `Non so con certezza se ${customer} è nominato. Dai un’occhiata prima di registrare.`,
    },
    tenantOrDomain: {
      missing: 'Non contiene né il dominio del cliente né il suo ID directory. Basta un indirizzo e-mail del cliente.',
      unclear:
        'Non so con certezza se contiene il dominio o l’ID directory del cliente. Dai un’occhiata prima di registrare.',
    },
    workload: {
      missing: (names) =>
        `Non nominati: ${names}. Scegli solo ciò che il documento mostra, o aggiungi una pagina che nomini il resto.`,
      unclear: (names) => `Non so con certezza se questi sono nominati: ${names}. Dai un’occhiata prima di registrare.`,
    },
    signature: {
      missing: 'Manca la firma del cliente. Fallo firmare e datare, o aggiungi la pagina firmata.',
      unclear: 'Non so con certezza se il cliente ha firmato. Un nome e una data accanto alla firma lo rendono chiaro.',
    },
    date: {
      missing: (words) =>
        words === undefined
          ? 'Accanto alla firma del cliente manca la data. Falla aggiungere, o aggiungi la pagina datata.'
          : `La data della firma, ${words}, non rientra negli ultimi 12 mesi. È consigliato un documento firmato più recente.`,
      unclear: (words) =>
        words === undefined
          ? 'Non so con certezza quando il cliente ha firmato. Controlla che sia negli ultimi 12 mesi.'
          : `Non so con certezza che giorno sia ${words}. Controlla che rientri negli ultimi 12 mesi.`,
    },
    activities: {
      missing: 'Non dice quale lavoro è stato svolto. Aggiungi la pagina che lo descrive.',
      unclear: 'Non so con certezza se dice quale lavoro è stato svolto. Dai un’occhiata prima di registrare.',
    },
  },
  unread: {
    slow: 'Non sono riuscito a leggerlo, quindi controllalo tu prima di registrare.',
    kind: 'Non so leggere questo tipo di file. Un documento Word (.docx) o un PDF potrei controllarlo; puoi anche registrarlo così com’è.',
    partly: 'Non sono riuscito a leggerlo tutto, quindi ciò che non ho trovato potrebbe esserci comunque.',
  },
  waitsForScan: (name) =>
    `${name}: in questo momento l’antivirus non è raggiungibile. Tengo il file, non ne leggo nulla e ti avviso qui quando è stato analizzato.`,
  scanned: (name) => `${name} è stato analizzato dall’antivirus.`,
  scannedSpreadsheet: (name) =>
    `${name} è stato analizzato dall’antivirus. Se è un file esportato da Partner Center, trascinalo di nuovo per importarlo.`,
  reading: (name) => `Sto leggendo ${name}. Per le scansioni ci vogliono alcuni secondi a pagina.`,
  readingSeveral: (n, locale) =>
    `Sto leggendo ${countText(n, { one: 'file', many: 'di file', other: 'file' }, locale)}. Per le scansioni ci vogliono alcuni secondi a pagina.`,
  claimChoice: (claimId, customer, program) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'Registra POE',
  submitNext: 'Avanti',
  severalTitle: (n, locale) =>
    `${countText(n, { one: 'file', many: 'di file', other: 'file' }, locale)} per più richieste`,
  whichClaim: 'Per quale richiesta è?',
  claimOf: (customer, claimId) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n, locale) => (n === 1 ? 'Registra quello certo' : `Registra i ${numberText(n, locale)} certi`),
  notClear: 'Potrebbe essere per un’altra richiesta: aprilo per scegliere.',
  filedFor: (workloads) => `Registrato per ${workloads}.`,
  notRead: 'Non sono riuscito a leggerlo.',
  mayLack: (lacks) => `Da controllare: ${lacks}.`,
  alreadyDecided: 'È già stato registrato.',
  others: (names) => `Nomina anche ${names}. Una volta registrato qui, lo propongo anche lì.`,
  chooseClaim: 'Scegli una richiesta, o scrivi il suo ID.',
  severalClaims: (text) => `Più richieste corrispondono a «${text}». Scegline una.`,
  noClaimLike: (text) =>
    `Non trovo nessuna richiesta «${text}» tra le tue. Controlla l’ID, o chiedi al tuo coordinatore se è stata importata.`,
  noClaimLikeForLead: (text) => `Non trovo nessuna richiesta «${text}». Controlla l’ID, o se è stata importata.`,
  chooseWorkloads: 'Scegli almeno un workload.',
  workloadsOf: (customer) => `Questi sono i workload di ${customer}. Scegli, poi registra.`,
  noClaims:
    'Non c’è ancora una richiesta per cui tu possa registrare documenti. Chiedi al tuo coordinatore di importarla o assegnartela, poi invia di nuovo il file.',
  noClaimsForLead:
    'Non c’è ancora una richiesta per cui registrarlo. Trascina prima qui il file esportato da Partner Center, poi invia di nuovo il documento.',
  discarded: 'Scartato. Non è stato registrato nulla.',
  filed: (files, workloads, claimId) =>
    `Registrato per ${workloads} nella richiesta ${claimId}: ${files}. Ultimo passaggio: caricalo in Partner Center, poi premi «Confermato in Partner Center».`,
  alreadyFiled: (name, workload, when) => `${name} era già registrato per ${workload} (${when}).`,
  alreadyFiledDraft: (claimId) => `Già registrato nella richiesta ${claimId}. Ecco com’è ora.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Documento Word',
    xlsx: 'Cartella di lavoro Excel',
    pptx: 'Presentazione PowerPoint',
    doc: 'Documento Word',
    msg: 'Messaggio di Outlook',
    png: 'Immagine',
    jpg: 'Immagine',
    tiff: 'Immagine',
    txt: 'Testo normale',
    csv: 'File CSV',
    html: 'Pagina Web',
    eml: 'E-mail',
    rtf: 'Documento RTF',
    spreadsheet: 'Foglio di calcolo',
  },
  dropHere: (claimId, customer) =>
    `Trascina in questa chat il documento per la richiesta ${claimId} (${customer}), o incolla un’immagine. Proporrò questa richiesta.`,
  orTicket: 'O aggiungilo a uno dei tuoi ticket:',
  how: 'Trascina uno o più documenti in questa chat, o incolla un’immagine. Accetto PDF, Word, Excel, PowerPoint, messaggi di Outlook, immagini e testo normale. La richiesta la scegli dopo.',
  help: 'Trascina qui un documento, o incolla un’immagine, per registrarlo come POE.',
  button: 'Carica un documento',
};

export const poeProblems: typeof en.poeProblems = {
  'poe.gone': () => 'Questo invio non è più aperto. Invia di nuovo il file.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `Il motivo è lungo ${countText(count, { one: 'carattere', many: 'di caratteri', other: 'caratteri' }, locale)}, e ce ne stanno al massimo ${numberText(most, locale)}. Non è stato registrato nulla: abbrevialo e premi di nuovo.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'Non trovo questo documento tra i tuoi. La sua richiesta potrebbe avere cambiato responsabile da quando è stata creata questa card.',
  'poe.offer-gone': () => 'Questo download è scaduto. Per avere il documento apri la sua richiesta e premi «Scarica».',
  'poe.not-yours': () => 'Questo invio è di un’altra persona, quindi non è stato registrato nulla.',
};

export const poeCardWords: typeof en.poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'Registra come POE',
    open: 'Apri',
    openHint: 'Guarda {title} prima della registrazione',
  },
  'file-poe': {
    fileAsPoe: 'Registra come POE',
    claim: 'Richiesta',
    chooseAClaim: 'Scegli una richiesta',
    orAnother: 'O un’altra richiesta',
    claimTextHint: 'ID richiesta o nome del cliente',
    workloadsItShows: 'Workload che mostra',
    whyAllTheSame: 'Perché viene registrato comunque',
    whyHint: 'Per esempio: la copia firmata arriverà dopo',
    discard: 'Scarta',
    discardHint: 'Non registrarlo',
  },
};
