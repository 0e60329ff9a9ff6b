/** What the bot says about claims, in Italian. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type * as en from './en.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

export const claimTexts: typeof en.claimTexts = {
  assigned: (claimId, name) => `La richiesta ${claimId} è ora assegnata a ${name}.`,
  assignedBefore: (claimId, name) => `La richiesta ${claimId} era già assegnata a ${name}.`,
  assignTo: (name, address) => `Assegna a ${shorten(name, NAME_BYTES)} (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId) => `I nomi non sono univoci. A chi va la richiesta ${claimId}?`,
  whichIsAssigned: 'Quale richiesta va a chi? Scrivi «assign», l’ID richiesta, «to» e una persona.',
  whichOfTheseIsAssigned:
    'Quale di queste va a un’altra persona? Scrivi «assign», il suo ID richiesta, «to» e una persona.',
  whoGets: (claimId) =>
    `A chi va? Scrivi «assign ${shorten(claimId, NAME_BYTES)} to» e l’indirizzo e-mail della persona.`,
  namedOwners: {
    none: 'Di ogni responsabile di una richiesta aperta si conosce l’indirizzo, o c’è una conferma.',
    some: (n, locale) =>
      `${countText(n, { one: 'responsabile di richieste aperte è indicato', many: 'di responsabili di richieste aperte sono indicati', other: 'responsabili di richieste aperte sono indicati' }, locale)} solo per nome, quindi nessuno vede ancora quelle richieste come proprie.`,
    press: 'Premi le proposte che sai essere corrette.',
    more: (n, locale) =>
      `${countText(n, { one: 'altra proposta arriva', many: 'di altre proposte arrivano', other: 'altre proposte arrivano' }, locale)} quando queste sono decise.`,
    nobody: (n, locale) =>
      `${countText(n, { one: 'nome è di qualcuno che non mi ha ancora scritto', many: 'di nomi sono di persone che non mi hanno ancora scritto', other: 'nomi sono di persone che non mi hanno ancora scritto' }, locale)}: importa l’indirizzo del responsabile, o scrivi «assign», l’ID richiesta, «to» e l’indirizzo.`,
    proposal: (name, address, open, locale) =>
      `${shorten(name, NAME_BYTES)} è ${shorten(address, NAME_BYTES)} (${countText(open, { one: 'richiesta aperta', many: 'di richieste aperte', other: 'richieste aperte' }, locale)})`,
    confirmed: (name, address) => `Le richieste di ${name} sono da ora assegnate a ${address}.`,
    undo: 'Annulla',
    others: 'Altri responsabili',
  },
  whichClaim: 'Quale richiesta? Scrivi «claim» e il suo ID, per esempio «claim CLM-1001».',
  title: (n, locale) =>
    n === 0
      ? 'Nulla da raccogliere'
      : `${countText(n, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)} con POE da raccogliere`,
  toUpload: (n, locale) =>
    `${countText(n, { one: 'richiesta ha', many: 'di richieste hanno', other: 'richieste hanno' }, locale)} qui file non ancora confermati in Partner Center`,
  nothingImported:
    'Non è stata ancora importata nessuna associazione. Un coordinatore può trascinare nella nostra chat di Teams il file esportato da Partner Center (.csv o .xlsx).',
  nothingOpen: 'Qui non resta nulla da raccogliere o da caricare.',
  nothingMine: (addresses, unowned, locale) =>
    [
      addresses === ''
        ? 'Nessuna richiesta aperta è assegnata a te.'
        : `Nessuna richiesta aperta è assegnata a ${addresses}.`,
      ...(unowned > 0
        ? [
            `${countText(unowned, { one: 'richiesta aperta non ha', many: 'di richieste aperte non hanno', other: 'richieste aperte non hanno' }, locale)} un responsabile: scegli «Senza responsabile» nel filtro.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'Nessuna richiesta aperta corrisponde a questo filtro.',
  states: {
    'to collect': 'Da raccogliere',
    'to upload': 'Da caricare',
    done: 'Confermato in Partner Center',
    'not engaged': 'Non seguito',
  },
  claim: (claimId) => `Richiesta ${claimId}`,
  subscription: (workload, subscriptionId) => `${workload} (${subscriptionId})`,
  workloadPage: (label) => `Workload ${label}`,
  textFilter: (text) => `«${text}»`,
  noOwner: 'Nessun responsabile',
  you: 'Tu',
  noPoe: 'Nessuna POE qui',
  poe: (file, who, when) => `${file}, registrato da ${who} (${when})`,
  poeLacks: (lacks) => `Da controllare: ${lacks}.`,
  poeWhy: (why) => `Registrato comunque: «${why}»`,
  aspects: {
    partner: 'nome del partner',
    customer: 'nome del cliente',
    tenantOrDomain: 'dominio o ID directory',
    workload: 'workload',
    signature: 'firma',
    date: 'data della firma',
    activities: 'lavoro svolto',
  },
  lack: (aspect, state) => `${aspect} ${state === 'missing' ? 'mancante' : 'da verificare'}`,
  filedBut: (lack) => `POE registrata, ${lack}`,
  otherDocuments: (n, locale) => `${numberText(n, locale)} in più in «Documenti»`,
  confirmTitle: { 'to collect': 'C’era già', 'to upload': 'Confermato in Partner Center' },
  notCounting: 'Questa richiesta non è tra quelle approvate e migrate, quindi qui non si consiglia nulla.',
  namedOnly:
    'Il responsabile è indicato solo per nome, quindi nessuno la vede ancora come propria. Scrivi «responsabili da confermare» per dire di chi si tratta.',
  namesake:
    'Qui ci sono richieste di qualcuno che si chiama come te. Un coordinatore conferma una sola volta che si tratta di te: mi scrive «responsabili da confermare».',
  notYours: 'Questa richiesta non ha ancora un responsabile.',
  allDone: 'Tutto fatto per questa richiesta.',
  nobodyEngaged:
    'Non segui più nessuno dei suoi workload. Per la disassociazione dal cliente, contatta il supporto con questo ID richiesta.',
  lastStep: 'Ultimo passaggio: carica i file in Partner Center, poi premi qui «Confermato in Partner Center».',
  stale: 'Questa card non era aggiornata. Ecco la richiesta com’è ora.',
  facts: {
    owner: 'Responsabile',
    domain: 'Dominio',
    directory: 'ID directory',
    mpnId: 'MPN ID',
    name: 'Nome della richiesta',
  },
  ownerChoices: { mine: 'Mie', none: 'Senza responsabile', all: 'Tutte quelle visibili', lead: 'Di tutti' },
  any: 'Qualsiasi',
  nobodyCalledSo:
    'Tra ciò che puoi vedere non ho trovato richieste o clienti con questo nome. Scrivi «richieste senza POE» per vedere il tuo elenco.',
  openClaim: (claimId) => `Apri richiesta ${shorten(claimId, 60)}`,
  help: [
    'Scrivi «richieste senza POE» per vedere le tue richieste aperte, o «richieste senza POE» e il nome di un cliente.',
    'Scrivi «claim» e il suo ID per vedere una richiesta.',
  ],
  helpAssign: 'Scrivi «assign», un ID richiesta, «to» e una persona per assegnarle una richiesta.',
  helpRemoved:
    'Apri una richiesta e premi «Rimuovi» per toglierla dalla campagna. Scrivi «richieste rimosse» per ripristinarne una.',
  helpOwners:
    'Scrivi «responsabili da confermare» per dire di chi si tratta quando un file esportato indica un responsabile solo per nome.',
  button: 'POE in sospeso',
  removed: (who, day, reason) => `Rimossa da ${who} (${day}): ${reason}`,
  removeWhy: 'Indica perché questa richiesta viene rimossa, poi premi «Rimuovi richiesta».',
  broughtBack: 'Questa richiesta è tornata: è di nuovo negli elenchi e nei conteggi.',
  removedTitle: (n, locale) =>
    n === 0
      ? 'Nessuna richiesta è stata rimossa'
      : countText(n, { one: 'richiesta rimossa', many: 'di richieste rimosse', other: 'richieste rimosse' }, locale),
  removedDetail: 'Aprine una per leggerla o per ripristinarla.',
};

export const claimProblems: typeof en.claimProblems = {
  'claim.not-found': ({ claimId }) =>
    `Non trovo ${idText(claimId)} tra le tue. Controlla l’ID, o chiedi al tuo coordinatore se è stata importata.`,
  'claim.gone': () =>
    'Non trovo questa richiesta tra le tue. Potrebbe avere cambiato responsabile da quando è stata creata questa card.',
  'claim.without-owner': () =>
    'Questa richiesta non ha ancora un responsabile. Premi prima «Me ne occupo» sulla richiesta, poi riprova.',
  'claim.leads-assign': () =>
    'Solo i coordinatori assegnano le richieste. Puoi prenderne in carico una senza responsabile: aprila e premi «Me ne occupo».',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `Il motivo è lungo ${countText(count, { one: 'carattere', many: 'di caratteri', other: 'caratteri' }, locale)}, e ce ne stanno al massimo ${numberText(most, locale)}. Non è stato modificato nulla: abbrevialo e premi di nuovo.`,
  'claim.poe-of-another': () =>
    'Questo documento è stato registrato da un’altra persona. Può ritirarlo lei, o un coordinatore. Non è stato modificato nulla.',
  'claim.leads-remove': () => 'Solo i coordinatori rimuovono e ripristinano le richieste. Chiedi al tuo coordinatore.',
  'claim.person-not-found': ({ name }) => `Non conosco ${nameText(name)}. Scrivi invece l’indirizzo e-mail.`,
  'claim.leads-confirm': () => 'Solo i coordinatori dicono a chi si riferisce il nome di un responsabile.',
  'claim.name-of-nobody': () =>
    'Non conosco più nessuno con questo nome. Scrivi «responsabili da confermare» per vedere la situazione.',
  'claim.name-of-another': () =>
    'Questo nome è stato confermato per un’altra persona. Scrivi «responsabili da confermare» per vedere la situazione.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId)
    ? `la richiesta ${claimId}`
    : 'nessuna richiesta con questo ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? `nessuno che si chiami ${name}` : 'questa persona';
}

export const claimCardWords: typeof en.claimCardWords = {
  claim: {
    workloads: 'Workload',
    documents: 'Documenti',
    documentsHint: 'Tutti i documenti di questa richiesta, e chi ha fatto che cosa',
    download: 'Scarica',
    downloadOf: 'Scarica {name}',
    showChanges: 'Mostra che cosa si può modificare per {name}',
    changeOf: 'Modifica {name}',
    change: 'Modifica',
    undoConfirmation: 'Annulla conferma',
    undoConfirmationOf: 'Annulla conferma: {name}',
    noLongerEngaged: 'Non più seguito',
    noLongerEngagedOf: 'Non più seguito: {name}',
    engagedAgain: 'Di nuovo seguito',
    engagedAgainOf: 'Di nuovo seguito: {name}',
    previousWorkloads: 'Workload precedenti',
    moreWorkloads: 'Altri workload',
    uploadPoe: 'Carica POE',
    openInPartnerCenter: 'Apri in Partner Center',
    disassociate: 'Disassocia',
    disassociateHint: 'Apri un ticket per la disassociazione da questo cliente',
    take: 'Me ne occupo',
    takeHint: 'Diventa responsabile di questa richiesta',
    backToTheList: 'Torna all’elenco',
    remove: 'Rimuovi',
    bringBack: 'Ripristina',
    bringBackHint: 'Riporta questa richiesta negli elenchi e nei conteggi, con i suoi documenti e contrassegni',
    removedClaims: 'Richieste rimosse',
  },
  'claim-remove': {
    whatFollows:
      'Una richiesta rimossa non compare più negli elenchi, non viene contata né ricordata, e nessuna importazione la modifica. I suoi documenti e ticket restano agli atti, e puoi ripristinarla.',
    why: 'Perché viene rimossa?',
    removeClaim: 'Rimuovi richiesta',
    keepClaim: 'Mantieni',
  },
  'removed-claims': {
    openOf: 'Apri la richiesta rimossa {claimId} di {customer}',
    previous: 'Precedente',
    next: 'Successiva',
  },
  'needs-poe': {
    whatNeedsPoe: 'POE in sospeso',
    filteredBy: 'Filtro: ',
    filter: 'Filtro',
    filterHint: 'Mostra o nascondi il filtro',
    clearFilter: 'Cancella filtro',
    program: 'Programma',
    workload: 'Workload',
    owner: 'Responsabile',
    customerOrClaimId: 'Cliente o ID richiesta',
    textHint: 'Anche solo una parte',
    apply: 'Applica',
    openOf: 'Apri la richiesta {claimId} di {customer}',
    open: 'Apri richiesta {claimId}',
    previous: 'Precedente',
    next: 'Successiva',
  },
};
