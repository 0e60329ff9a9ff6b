/** What the bot says in announcements and about them, in German. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type * as en from './en.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences = {
  everyone: () => 'Alle, die den Bot haben',
  program: (name: string) => `Zuständige für Claims in ${name}`,
  customer: (name: string) => `Zuständige für Claims zu ${name}`,
};

export const announcementTexts: typeof en.announcementTexts = {
  another:
    'Aus diesem Formular haben Sie schon eine Mitteilung gesendet. Soll auch diese gesendet werden, drücken Sie auf die Schaltfläche.',
  form: {
    audiences: {
      everyone: 'Alle, die den Bot haben',
      program: 'Zuständige für Claims in einem Programm',
      customer: 'Zuständige für Claims zu einem Kunden',
    },
    audience: ({ kind, name = '' }) => audiences[kind](name),
    people: (n, locale) =>
      n === 0
        ? 'Niemand würde sie bekommen'
        : countText(n, { one: 'Person bekommt sie', other: 'Personen bekommen sie' }, locale),
    nobody: 'Wählen Sie jemand anderen, oder bitten Sie die Leute, erst den Bot zu öffnen.',
    yourLine: 'Ihre Zeile, über der Mitteilung in Kürze:',
    noLine: 'Keine eigene Zeile: nur die Mitteilung in Kürze.',
    off: (n, locale) =>
      countText(
        n,
        {
          one: 'Person hat Nachrichten ausgeschaltet und wird ausgelassen.',
          other: 'Personen haben Nachrichten ausgeschaltet und werden ausgelassen.',
        },
        locale,
      ),
    hours: 'Jede Person bekommt sie in ihrer Arbeitszeit.',
    send: (n, locale) => `An ${countText(n, { one: 'Person', other: 'Personen' }, locale)} senden`,
  },
  card: {
    writes: (name) => `${name} schreibt:`,
    shares: (name) => `${name} teilt dies mit Ihnen.`,
    read: 'Sie haben sie gelesen. Vielen Dank.',
    howOff: 'Möchten Sie keine solchen Nachrichten mehr bekommen, schreiben Sie jederzeit „Erinnerungen aus“.',
  },
  progress: {
    sharedBy: (name, when) => `Geteilt von ${name} am ${when}`,
    sent: 'zugestellt',
    read: 'davon mit „Gelesen“ bestätigt',
    waiting: 'noch zu senden',
    unknown: 'vielleicht zugestellt: Es kam keine Antwort, daher wird nicht noch einmal gesendet',
    failed: 'nicht zustellbar',
    off: 'mit ausgeschalteten Nachrichten',
  },
  unreached: {
    'never installed': (names) => `Ohne den Bot: ${names}`,
    blocked: (names) => `Bot entfernt oder blockiert: ${names}`,
  },
  unreachedMore: (n, locale) => `Außerdem nicht erreichbar: ${numberText(n, locale)}`,
};

export const announcementProblems: typeof en.announcementProblems = {
  'announcement.not-found': () =>
    'Diese Ankündigung finde ich nicht. Schreiben Sie „Themen“, um zu lesen, was in der Mitteilung steht.',
  'announcement.leads-only': () => 'Das ist nur für Leads. Schreiben Sie „Claims ohne POE“ für Ihre eigenen Claims.',
  'announcement.no-audience': () => 'Wählen Sie erst, wer sie bekommt.',
  'announcement.no-program': () => 'Wählen Sie erst ein Programm.',
  'announcement.no-customer': () => 'Geben Sie den Namen des Kunden oder eine seiner Claim-IDs ein.',
  'announcement.customer-too-long': () =>
    'Für den Namen eines Kunden ist das zu lang. Bitte geben Sie ihn so ein, wie er im Export steht, oder eine seiner Claim-IDs.',
  'announcement.unknown-program': () => 'Ich kenne keinen Claim in diesem Programm. Wählen Sie ein anderes.',
  'announcement.unknown-customer': ({ customer }) =>
    `Ich kenne keinen Claim von ${shorten(customer, NAME)}. Prüfen Sie den Namen, oder nehmen Sie eine Claim-ID.`,
  'announcement.line-too-long': () => 'Ihre Zeile ist zu lang. Bitte bleiben Sie bei höchstens 500 Zeichen.',
};

export const announcementCardWords: typeof en.announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Mitteilung teilen',
    theNoticeInShort: 'Mitteilung in Kürze',
    noticeHint: 'Zeigen oder verbergen, was unter Ihrer Zeile steht',
    change: 'Ändern',
  },
  'announce-form': {
    shareTheNotice: 'Mitteilung teilen',
    intro:
      'Die Leute bekommen die Mitteilung in Kürze, auf Wunsch unter einer Zeile von Ihnen. Sie sehen vor dem Senden, wen sie erreicht.',
    whichNotice: 'Welche Mitteilung?',
    whoGetsIt: 'Wer bekommt sie?',
    program: 'Für ein Programm: für welches?',
    chooseOne: 'Bitte wählen',
    customer: 'Für einen Kunden: für welchen?',
    customerHint: 'Name oder eine seiner Claim-IDs',
    yourOwnLine: 'Ihre eigene Zeile',
    lineHint: 'Darf leer bleiben',
    seeWhomItReaches: 'Zeigen, wen sie erreicht',
  },
  'announcement-progress': {
    refresh: 'Aktualisieren',
    whoGotTheNotice: 'Wer die Mitteilung bekam',
  },
  announcement: {
    refresh: 'Aktualisieren',
    noticeFromMicrosoft: 'Mitteilung von Microsoft',
    iHaveReadIt: 'Gelesen',
    whatNeedsPoe: 'Wo POE fehlt',
    seeTheTopics: 'Themen zeigen',
  },
};
