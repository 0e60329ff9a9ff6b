/** What the bot says in announcements and about them, in Italian. */
import { countText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { Audience } from '../announcement.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'Tutte le persone che hanno il bot',
  program: (name) => `Responsabili di richieste del programma ${name}`,
  customer: (name) => `Responsabili di richieste del cliente ${name}`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another: 'Da questo modulo è già partito un altro tuo annuncio. Per inviare anche questo, premi il pulsante.',
  form: {
    audiences: {
      everyone: 'Tutte le persone che hanno il bot',
      program: 'Responsabili di richieste di un programma',
      customer: 'Responsabili di richieste di un cliente',
    },
    audience: ({ kind, name = '' }) => audiences[kind](name),
    people: (n, locale) =>
      n === 0
        ? 'Non lo riceverebbe nessuno'
        : countText(
            n,
            { one: 'persona lo riceve', many: 'di persone lo ricevono', other: 'persone lo ricevono' },
            locale,
          ),
    nobody: 'Scegli altre persone, o chiedi loro di aprire prima il bot.',
    yourLine: 'Il tuo testo, sopra la sintesi dell’avviso:',
    noLine: 'Nessun testo tuo: solo la sintesi dell’avviso.',
    off: (n, locale) =>
      countText(
        n,
        {
          one: 'persona ha disattivato i messaggi e resta esclusa.',
          many: 'di persone hanno disattivato i messaggi e restano escluse.',
          other: 'persone hanno disattivato i messaggi e restano escluse.',
        },
        locale,
      ),
    hours: 'A ogni persona arriva nel suo orario di lavoro.',
    send: (n, locale) => `Invia a ${countText(n, { one: 'persona', many: 'di persone', other: 'persone' }, locale)}`,
  },
  card: {
    writes: (name) => `${name} scrive:`,
    shares: (name) => `${name} condivide questo con te.`,
    read: 'L’hai già letto. Grazie.',
    howOff: 'Per non ricevere più messaggi come questo, scrivi «promemoria off» in qualsiasi momento.',
  },
  progress: {
    sharedBy: (name, when) => `Condiviso da ${name}, ${when}`,
    sent: 'ricevuti',
    read: 'di questi, con «L’ho letto» premuto',
    waiting: 'ancora da inviare',
    unknown: 'forse ricevuti: nessuna risposta, quindi non vengono inviati di nuovo',
    failed: 'non è stato possibile consegnarli',
    off: 'con i messaggi disattivati',
  },
  unreached: {
    'never installed': (names) => `Senza il bot: ${names}`,
    blocked: (names) => `Hanno rimosso o bloccato il bot: ${names}`,
  },
  unreachedMore: (n, locale) =>
    countText(
      n,
      {
        one: 'altra persona che non riesco a raggiungere',
        many: 'di altre persone che non riesco a raggiungere',
        other: 'altre persone che non riesco a raggiungere',
      },
      locale,
    ),
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () => 'Non trovo questo annuncio. Scrivi «argomenti» per leggere che cosa dice l’avviso.',
  'announcement.leads-only': () =>
    'Questo è riservato ai coordinatori. Scrivi «richieste senza POE» per vedere le tue richieste.',
  'announcement.no-audience': () => 'Scegli prima chi lo riceve.',
  'announcement.no-program': () => 'Scegli prima un programma.',
  'announcement.no-customer': () => 'Scrivi il nome del cliente o uno dei suoi ID richiesta.',
  'announcement.customer-too-long': () =>
    'È troppo lungo per il nome di un cliente. Scrivilo come compare nel file esportato, o scrivi uno dei suoi ID richiesta.',
  'announcement.unknown-program': () => 'Non conosco richieste di questo programma. Scegline un altro.',
  'announcement.unknown-customer': ({ customer }) =>
    `Non conosco richieste di ${shorten(customer, NAME)}. Controlla il nome o usa un ID richiesta.`,
  'announcement.line-too-long': () => 'Il tuo testo è troppo lungo. Riducilo a 500 caratteri al massimo.',
};

export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Condividi l’avviso',
    theNoticeInShort: 'L’avviso in sintesi',
    noticeHint: 'Mostra o nascondi ciò che ricevono sotto il tuo testo',
    change: 'Modifica',
  },
  'announce-form': {
    shareTheNotice: 'Condividi l’avviso',
    intro:
      'Le persone ricevono una sintesi dell’avviso, sotto un tuo testo se ne scrivi uno. Prima dell’invio vedi chi raggiunge.',
    whichNotice: 'Quale avviso?',
    whoGetsIt: 'Chi lo riceve?',
    program: 'Per un programma: quale?',
    chooseOne: 'Scegline uno',
    customer: 'Per un cliente: quale?',
    customerHint: 'Nome o uno dei suoi ID richiesta',
    yourOwnLine: 'Il tuo testo',
    lineHint: 'Può restare vuoto',
    seeWhomItReaches: 'Vedi chi raggiunge',
  },
  'announcement-progress': {
    refresh: 'Aggiorna',
    whoGotTheNotice: 'Chi ha ricevuto l’avviso',
  },
  announcement: {
    refresh: 'Aggiorna',
    noticeFromMicrosoft: 'Avviso di Microsoft',
    iHaveReadIt: 'L’ho letto',
    whatNeedsPoe: 'POE in sospeso',
    seeTheTopics: 'Vedi gli argomenti',
  },
};
