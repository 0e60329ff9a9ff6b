/** What the bot says in reminders and about them, in Italian. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'I promemoria sono disattivati. Scrivi «riattiva i promemoria» per riceverli di nuovo.',
  remindersOn:
    'I promemoria sono attivati. Ricevi al massimo una card al giorno, nel tuo orario di lavoro, finché c’è qualcosa di aperto.',
  onOrOff:
    'Scrivi «promemoria off» per non ricevere più i miei promemoria, o «riattiva i promemoria» per riceverli di nuovo.',
  quiet: (day) =>
    `Nessun promemoria fino a ${day}. Quel giorno te lo ricordo ancora una volta, se qualcosa di tuo è ancora aperto.`,
  help: 'Ti invio un promemoria in alcuni giorni prima della scadenza, finché qualcosa di tuo è aperto. Scrivi «promemoria off» o «riattiva i promemoria».',
  card: {
    toCollect: (n, locale) =>
      `${countText(n, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)} con POE da raccogliere`,
    toUpload: (n, locale) =>
      `${countText(n, { one: 'richiesta', many: 'di richieste', other: 'richieste' }, locale)} da caricare in Partner Center`,
    alsoToUpload: (n, locale) => `${numberText(n, locale)} da caricare in Partner Center`,
    askedBy: (name) => `${name} mi ha chiesto di ricordartelo.`,
    struck: { 'to collect': 'Da raccogliere', 'to upload': 'Registrato qui', done: 'Fatto' },
    snoozed: (day) => `Nessun promemoria fino a ${day}.`,
    off: 'I promemoria sono disattivati.',
    allDone: 'Tutto fatto, grazie',
    allDoneHint: 'Non ti resta nulla da raccogliere o da caricare. Finché è così, non ti scrivo.',
    howOff:
      'L’aggiornamento è consigliato. Per non ricevere più questi promemoria, scrivi «promemoria off» in qualsiasi momento.',
    howOn: 'Per riceverli di nuovo, scrivi «riattiva i promemoria» in qualsiasi momento.',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () => 'Non trovo questo promemoria. Scrivi «richieste senza POE» per vedere le tue richieste.',
  'reminder.unknown-owner': () =>
    'Non conosco ancora questa persona. Potrò inviarle promemoria appena avrà aperto il bot una volta.',
  'reminder.leads-only': () =>
    'Questo è riservato ai coordinatori. Scrivi «richieste senza POE» per vedere le tue richieste.',
};

export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: 'Aggiorna',
    cporReminder: 'Promemoria CPOR',
    openOf: 'Apri {customer}, {about}',
    openHint: 'Apri questa richiesta',
    showAll: 'Mostra tutte',
    showAllHint: 'Mostra tutte le tue richieste aperte',
    tomorrow: 'Domani',
    tomorrowHint: 'Ricordamelo di nuovo domani',
    nextWeek: 'Settimana prossima',
    nextWeekHint: 'Ricordamelo di nuovo la settimana prossima',
    remindersOff: 'Disattiva promemoria',
    remindersOn: 'Attiva promemoria',
  },
};
