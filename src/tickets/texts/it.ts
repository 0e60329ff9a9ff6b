/** What the bot says about tickets, in Italian. */
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import { type DeadLetterCode, type Place, ticketName } from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: typeof en.ticketTexts.topics = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Accesso a Partner Center',
  other: 'Altro argomento',
};
const issues: typeof en.ticketTexts.issues = {
  'association-update': 'Aggiornamento di un’associazione',
  disassociation: 'Disassociazione',
  'competing-claim': 'Richiesta concorrente',
  'poe-question': 'Domanda sulla POE',
  other: 'Altro',
};
const states: typeof en.ticketTexts.states = {
  open: 'Aperto',
  'in progress': 'In corso',
  'handed over': 'Passato a Microsoft',
  resolved: 'Risolto',
  withdrawn: 'Ritirato',
};
const events: typeof en.ticketTexts.events = {
  opened: (who) => `${who} l’ha aperto`,
  taken: (who) => `${who} se ne occupa`,
  commented: (who, text) => `${who}: ${text}`,
  edited: (who) => `${who} l’ha modificato`,
  'file added': (who, text) => `${who} ha aggiunto ${text}`,
  'handed over': (who, text) => `${who} l’ha passato a Microsoft, caso ${text}`,
  resolved: (who) => `${who} l’ha risolto`,
  withdrawn: (who) => `${who} l’ha ritirato`,
  reopened: (who) => `${who} l’ha riaperto`,
  raised: () => 'Nessuna modifica da cinque giorni lavorativi',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'Il canale dell’help desk',
  webhook: 'Il sistema dell’help desk',
  requester: 'La chat con chi ha aperto il ticket',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'È stato inviato due volte, sempre senza risposta.',
  gone: () => 'La conversazione non c’è più.',
  blocked: () => 'Il bot non ha il permesso di scrivere lì.',
  rejected: (last) => last,
  expired: (last) => `tentativi per 24 ore, ultimo esito: ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `stato ${attempt.status}` : `nessuna risposta (${attempt.reason})`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'Scrivi «apri un ticket» per rivolgerti all’help desk, e «i miei ticket» per vedere che ne è stato.',
  helpDesk:
    'Menzionami con «desk here» nel canale in cui si gestiscono i ticket. Scrivi «non consegnati» per vedere i ticket che non sono arrivati.',
  button: 'Apri un ticket',
  topics,
  issues,
  states,
  events,
  formTitle: 'Apri un ticket',
  editTitle: (name) => `Modifica ${name}`,
  formIntro: 'Arriva all’help desk della tua organizzazione, con gli ID richiesta. Ti avviso di ogni modifica.',
  submit: 'Invia ticket',
  save: 'Salva',
  disassociationDraft: 'Non lavoriamo più con questo cliente e desideriamo la disassociazione.',
  fromQuestion: (question) => `L’avviso non risponde a questo: ${question}`,
  submitted: (name) => `${name} è aperto. Ti avviso di ogni modifica.`,
  noDesk: (name) =>
    `${name} è aperto. Non è ancora stato indicato un help desk, quindi lo vedete tu e i tuoi coordinatori.`,
  whichTicket: 'Quale ticket? Scrivi «ticket» e il suo numero, per esempio «ticket T-1001».',
  stale: 'Non è stato modificato nulla: nel frattempo il ticket era cambiato. Ecco com’è ora.',
  emptyCase: 'Scrivi prima il numero del caso che ti ha dato Partner Center.',
  listTitle: (n, locale) =>
    n === 0 ? 'Ancora nessun ticket' : countText(n, { one: 'ticket', many: 'di ticket', other: 'ticket' }, locale),
  listEmpty: 'Scrivi «apri un ticket», o premi «Disassocia» su una richiesta.',
  labels: {
    topic: 'Argomento',
    claims: 'ID richiesta',
    requester: 'Da',
    assignee: 'Se ne occupa',
    case: 'Numero del caso',
    files: 'File',
    undelivered: 'Mancata consegna',
  },
  title: (name, issue) => `${name} · ${issue}`,
  category: (category) => `Categoria: ${category}`,
  claim: (claimId, customer) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId) => `${claimId} (non conosciuto qui)`,
  andMore: (n, locale) => `e ${numberText(n, locale)} in più`,
  bot: 'Il bot',
  somebody: 'Qualcuno',
  line: (name, what) => `${name}: ${what}`,
  deskHere: (name) => `Da ora il tuo help desk è ${name}. Qui ogni ticket è una card, sempre aggiornata.`,
  escalated: (name, issue, from) =>
    from === ''
      ? `${name} è senza modifiche da cinque giorni lavorativi (${issue}).`
      : `${name} è senza modifiche da cinque giorni lavorativi (${issue}, da ${from}).`,
  openTicket: (name) => `Apri ${name}`,
  openMentioned: (name) => `Apri il ticket ${name}`,
  undelivered: (place, code, last) =>
    `${places[place]}: ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n, locale) =>
    countText(
      n,
      {
        one: 'ticket non è arrivato ovunque',
        many: 'di ticket non sono arrivati ovunque',
        other: 'ticket non sono arrivati ovunque',
      },
      locale,
    ),
  undeliveredTitle: (n, locale) =>
    n === 0
      ? 'Tutti i ticket sono stati consegnati'
      : countText(
          n,
          { one: 'ticket non consegnato', many: 'di ticket non consegnati', other: 'ticket non consegnati' },
          locale,
        ),
  sentAgain: 'È di nuovo in arrivo.',
  allSentAgain: (n, locale) =>
    n === 0
      ? 'Non restava nulla da inviare di nuovo.'
      : countText(
          n,
          {
            one: 'ticket è di nuovo in arrivo.',
            many: 'di ticket sono di nuovo in arrivo.',
            other: 'ticket sono di nuovo in arrivo.',
          },
          locale,
        ),
  thisChannel: 'Questo canale',
  deskWhere: 'Scrivilo nel canale che sarà il tuo help desk.',
  handOver: {
    title: (name) => `Passa ${name} a Microsoft`,
    steps:
      'Microsoft accetta ticket solo in Partner Center. Accedi con il pulsante qui sotto, scegli Contact Support e la categoria Partner Incentives, poi Topic e Issue. Incolla il titolo e il testo. Infine scrivi qui il numero del caso.',
    claims: (ids) => `ID richiesta: ${ids}`,
    customers: (names) => `Clienti: ${names}`,
    disassociation: (n, locale) =>
      plural(
        n,
        {
          one: 'Non lavoriamo più con il cliente di questa richiesta e desideriamo la disassociazione.',
          many: 'Non lavoriamo più con i clienti di queste richieste e desideriamo la disassociazione.',
          other: 'Non lavoriamo più con i clienti di queste richieste e desideriamo la disassociazione.',
        },
        locale,
      ),
    reference: (name) => `Nostro riferimento: ${name}`,
    subject: (category, issue) => `${category}: ${issue}`,
    rest: (n, locale) =>
      plural(
        n,
        {
          one: 'Un’altra riga qui non ci sta. Il ticket mostra tutto il testo.',
          many: `Altri ${numberText(n, locale)} di righe qui non ci stanno. Il ticket mostra tutto il testo.`,
          other: `Altre ${numberText(n, locale)} righe qui non ci stanno. Il ticket mostra tutto il testo.`,
        },
        locale,
      ),
    issueOfClaims: (issue, ids) => `${issue}, richiesta ${ids}`,
  },
  addedFiles: (files, name) => `Aggiunto a ${name}: ${files}.`,
};

const tooLong = {
  description: 'Testo della descrizione',
  claims: 'Elenco degli ID richiesta',
  comment: 'Testo del commento',
  'case number': 'Numero del caso',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `«${asked}»`;
    return `Non trovo nessun ticket ${name} tra i tuoi. Scrivi «i miei ticket» per vedere l’elenco.`;
  },
  'ticket.closed': () => 'Questo ticket è chiuso. Prima riaprilo.',
  'ticket.not-yours': () => 'Questo ticket possono modificarlo solo altre persone.',
  'ticket.desk-only': () => 'Possono farlo solo i membri dell’help desk e i coordinatori.',
  'ticket.requester-only': () => 'Può farlo solo chi ha aperto il ticket.',
  'ticket.too-many-files': ({ most }) => `Un ticket accetta fino a ${most} file.`,
  'ticket.no-file': () => 'Questo ticket non ha un file così. Aprilo di nuovo.',
  'ticket.empty-comment': () => 'Scrivi prima il commento.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]}: ${countText(count, { one: 'carattere', many: 'di caratteri', other: 'caratteri' }, locale)}, e ce ne stanno al massimo ${numberText(most, locale)}. Non è stato modificato nulla: abbrevia il testo e premi di nuovo.`,
  'ticket.undelivered-leads-only': () => 'Solo i coordinatori vedono quali ticket non sono stati consegnati.',
  'ticket.desk-leads-only': () => 'Solo i coordinatori indicano l’help desk.',
  'ticket.no-issue': () => 'Scegli di che cosa si tratta.',
  'ticket.no-description': () => 'Spiega in una o due frasi di che cosa si tratta.',
  'ticket.no-claim': () => 'Indica almeno un ID richiesta: una disassociazione riguarda una richiesta.',
  'ticket.too-many-claims': ({ most }) => `Indica fino a ${most} ID richiesta in un ticket.`,
  'ticket.long-claim-id': ({ claimId }) => `«${shorten(claimId, LONG_ID_BYTES)}» è troppo lungo per un ID richiesta.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    return plural(
      claimIds.length,
      {
        one: `Tra le tue non trovo la richiesta ${ids}. Correggila, o premi di nuovo il pulsante per lasciarla così com’è.`,
        many: `Tra le tue non trovo le richieste ${ids}. Correggile, o premi di nuovo il pulsante per lasciarle così come sono.`,
        other: `Tra le tue non trovo le richieste ${ids}. Correggile, o premi di nuovo il pulsante per lasciarle così come sono.`,
      },
      locale,
    );
  },
};

export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'Titolo',
    text: 'Testo',
    openMicrosoftSupport: 'Supporto Microsoft',
    caseNumber: 'Numero del caso di Partner Center',
    saveCaseNumber: 'Salva numero del caso',
    backToTheTicket: 'Torna al ticket',
  },
  'ticket-form': {
    issue: 'Oggetto',
    chooseOne: 'Scegline uno',
    topic: 'Argomento',
    claimIds: 'ID richiesta',
    claimsHint: 'Uno o più, separati da virgole',
    whatIsItAbout: 'Di che cosa si tratta?',
    back: 'Indietro',
  },
  ticket: {
    ticket: 'Ticket',
    comment: 'Commento',
    sendComment: 'Invia commento',
    take: 'Me ne occupo',
    handOver: 'Passa a Microsoft',
    resolve: 'Risolvi',
    change: 'Modifica',
    reopen: 'Riapri',
    sendAgain: 'Invia di nuovo',
    withdraw: 'Ritira',
    myTickets: 'I miei ticket',
  },
  tickets: {
    open: 'Apri {title}',
    previous: 'Precedente',
    next: 'Successiva',
    notDelivered: 'Mancata consegna',
    sendAllAgain: 'Invia di nuovo tutti',
    allTickets: 'Tutti i ticket',
    openATicket: 'Apri un ticket',
  },
};
