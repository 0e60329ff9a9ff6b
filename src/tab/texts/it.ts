/** What the server of the tab says where it refuses, in Italian. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/it.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () => 'Teams non ha detto chi sei. Chiudi questa scheda e aprila di nuovo.',
  'tab.sign-in-away': () =>
    'In questo momento il servizio di accesso di Microsoft non è raggiungibile. Riprova tra un minuto.',
  'tab.unknown-person': () => 'Non ti conosco ancora. Scrivimi «ciao» nella chat, poi torna qui.',
  'tab.nobody-chosen': () => 'Scegli prima una persona di esempio.',
  'tab.foreign-page': () => 'Questo si può aprire solo su questo computer, al suo indirizzo.',
  'tab.too-many': ({ seconds }, locale) =>
    `Erano troppe cose insieme. Riprova tra ${countText(seconds, { one: 'secondo', many: 'di secondi', other: 'secondi' }, locale)}.`,
  'tab.bad-query': () => 'Non riesco a leggere questo indirizzo. Apri di nuovo la scheda.',
  'tab.bad-request': () => 'Non riesco a leggere ciò che questa pagina ha inviato. Chiudi la scheda e aprila di nuovo.',
  'tab.too-large': () => 'È più di quanto possa accettare in una volta. Abbrevia il testo e riprova.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Fino a ${countText(most, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)} alla volta. Scegline di meno, poi premi di nuovo. Non è stato modificato nulla.`,
  'tab.no-such-address': () => 'A questo indirizzo non c’è nulla.',
  'tab.store-away': () => 'In questo momento non riesco ad accedere ai miei dati. Riprova tra un minuto.',
  'tab.our-fault': () => 'Qualcosa è andato storto da parte mia. Riprova; se si ripete, avvisa il tuo amministratore.',
};

export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'Ha già un responsabile.',
  assign: 'Era già assegnata a questa persona.',
  remove: 'Era già stata rimossa.',
  'bring-back': 'Non era stata rimossa.',
  mark: 'Era già così.',
  noSuchWorkload: 'Non ha questo workload.',
};

export const noPageText: typeof en.noPageText =
  'La pagina della scheda non è stata compilata. Esegui «npm run build» e riavvia il bot.';

const standing = { toCollect: 'Da raccogliere', toUpload: 'Da caricare', done: 'Tutto fatto' };

export const claimListWords: typeof en.claimListWords = {
  sheet: 'Richieste',
  fileName: (day) => `richieste-${day}`,
  columns: {
    claimId: 'ID richiesta',
    customer: 'Cliente',
    domain: 'Dominio',
    program: 'Programma',
    status: 'Stato in Partner Center',
    owner: 'Responsabile',
    state: 'Situazione',
    toCollect: 'Workload con POE da raccogliere',
    toUpload: 'Workload da caricare',
    done: 'Workload confermati in Partner Center',
    deadline: 'Data consigliata',
  },
  states: {
    'to collect': 'Da raccogliere',
    'to upload': 'Da caricare',
    done: 'Tutto fatto',
    outside: 'Non nella campagna',
    removed: 'Rimossa',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'Ticket',
  fileName: (day) => `ticket-${day}`,
  columns: {
    ticket: 'Ticket',
    issue: 'Oggetto',
    state: 'Stato',
    about: 'Di che cosa si tratta',
    claims: 'Richieste',
    requester: 'Da',
    assignee: 'Se ne occupa',
    caseNumber: 'Numero del caso',
    opened: 'Aperto',
    changed: 'Modificato',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'Per programma',
    fileName: (day) => `richieste-per-programma-${day}`,
    columns: { program: 'Programma', ...standing },
  },
  workloads: {
    sheet: 'Per workload',
    fileName: (day) => `richieste-per-workload-${day}`,
    columns: { workload: 'Workload', open: 'Da fare', others: 'Fatto' },
  },
  days: {
    sheet: 'Andamento',
    fileName: (day) => `richieste-andamento-${day}`,
    columns: { day: 'Giorno', ...standing },
  },
  owners: {
    sheet: 'Per responsabile',
    fileName: (day) => `richieste-per-responsabile-${day}`,
    columns: { owner: 'Responsabile', ...standing, reach: 'Promemoria', lastSent: 'Ultimo promemoria' },
    reaches: {
      reachable: 'Può ricevere promemoria',
      'never installed': 'Non ha installato il bot',
      blocked: 'Ha rimosso o bloccato il bot',
    },
    off: 'Ha disattivato i promemoria',
  },
  unowned: { sheet: 'Senza responsabile', fileName: (day) => `richieste-senza-responsabile-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: 'Domande',
  fileName: (day) => `domande-${day}`,
  columns: {
    question: 'Domanda',
    others: 'Chiesto anche come',
    count: 'Volte',
    asked: 'Ultima volta',
    topics: 'Argomenti dati o proposti',
    comments: 'Commenti',
    decision: 'Decisione',
    topic: 'Argomento che le risponde',
    decided: 'Decisa',
  },
  decisions: { attached: 'Con risposta', dismissed: 'Ignorata' },
};
