/** What the server of the tab says where it refuses, in German. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import { ticketTexts } from '../../tickets/texts/de.ts';
import type * as en from './en.ts';

export const tabProblems: typeof en.tabProblems = {
  'tab.not-signed-in': () =>
    'Teams hat nicht gesagt, wer Sie sind. Schließen Sie diese Registerkarte und öffnen Sie sie wieder.',
  'tab.sign-in-away': () =>
    'Der Anmeldedienst von Microsoft ist gerade nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.',
  'tab.unknown-person': () =>
    'Ich kenne Sie noch nicht. Schreiben Sie mir „Hallo“ im Chat und kommen Sie dann wieder hierher.',
  'tab.nobody-chosen': () => 'Wählen Sie erst eine Beispielperson.',
  'tab.foreign-page': () => 'Das lässt sich nur auf diesem Rechner öffnen, unter seiner eigenen Adresse.',
  'tab.too-many': ({ seconds }, locale) =>
    `Das war viel auf einmal. Versuchen Sie es in ${countText(seconds, { one: 'Sekunde', other: 'Sekunden' }, locale)} noch einmal.`,
  'tab.bad-query': () => 'Diese Adresse kann ich nicht lesen. Öffnen Sie die Registerkarte neu.',
  'tab.bad-request': () =>
    'Was diese Seite gesendet hat, kann ich nicht lesen. Schließen Sie die Registerkarte und öffnen Sie sie wieder.',
  'tab.too-large': () =>
    'Das ist mehr, als ich auf einmal annehmen kann. Kürzen Sie den Text und versuchen Sie es noch einmal.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Bis zu ${countText(most, { one: 'Claim', other: 'Claims' }, locale)} auf einmal. Wählen Sie weniger, und drücken Sie dann noch einmal. Es wurde nichts geändert.`,
  'tab.no-such-address': () => 'Unter dieser Adresse ist nichts.',
  'tab.store-away': () => 'Ich komme gerade nicht an meine Daten. Versuchen Sie es in einer Minute noch einmal.',
  'tab.our-fault': () =>
    'Bei mir ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es Ihrer IT-Administration.',
};

export const unchangedTexts: typeof en.unchangedTexts = {
  take: 'Es ist schon jemand zuständig.',
  assign: 'Er lag schon bei dieser Person.',
  remove: 'Er wurde schon entfernt.',
  'bring-back': 'Er war nicht entfernt.',
  mark: 'Er war schon so markiert.',
  noSuchWorkload: 'Er hat diesen Workload nicht.',
};

export const noPageText: typeof en.noPageText =
  'Die Seite der Registerkarte ist nicht gebaut. Führen Sie „npm run build“ aus und starten Sie den Bot neu.';

const standing = { toCollect: 'POE fehlt', toUpload: 'Noch hochladen', done: 'Alles erledigt' };

export const claimListWords: typeof en.claimListWords = {
  sheet: 'Claims',
  fileName: (day) => `claims-${day}`,
  columns: {
    claimId: 'Claim-ID',
    customer: 'Kunde',
    domain: 'Domain',
    program: 'Programm',
    status: 'Status',
    owner: 'Zuständig',
    state: 'Stand',
    toCollect: 'Workloads ohne POE',
    toUpload: 'Hochzuladende Workloads',
    done: 'In Partner Center bestätigte Workloads',
    deadline: 'Empfohlen bis',
  },
  states: {
    'to collect': 'POE fehlt',
    'to upload': 'Noch hochladen',
    done: 'Alles erledigt',
    outside: 'Nicht in der Kampagne',
    removed: 'Entfernt',
  },
};

export const ticketListWords: typeof en.ticketListWords = {
  sheet: 'Tickets',
  fileName: (day) => `tickets-${day}`,
  columns: {
    ticket: 'Ticket',
    issue: 'Anliegen',
    state: 'Stand',
    about: 'Worum es geht',
    claims: 'Claims',
    requester: 'Von',
    assignee: 'Übernommen von',
    caseNumber: 'Fallnummer',
    opened: 'Geöffnet',
    changed: 'Geändert',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: typeof en.campaignListWords = {
  programs: {
    sheet: 'Nach Programm',
    fileName: (day) => `claims-nach-programm-${day}`,
    columns: { program: 'Programm', ...standing },
  },
  workloads: {
    sheet: 'Nach Workload',
    fileName: (day) => `claims-nach-workload-${day}`,
    columns: { workload: 'Workload', open: 'Zu tun', others: 'Erledigt' },
  },
  days: {
    sheet: 'Im Zeitverlauf',
    fileName: (day) => `claims-im-zeitverlauf-${day}`,
    columns: { day: 'Tag', ...standing },
  },
  owners: {
    sheet: 'Nach Person',
    fileName: (day) => `claims-nach-person-${day}`,
    columns: { owner: 'Zuständig', ...standing, reach: 'Erinnerungen', lastSent: 'Letzte Erinnerung' },
    reaches: {
      reachable: 'Kann erinnert werden',
      'never installed': 'Hat den Bot nicht installiert',
      blocked: 'Hat den Bot entfernt oder blockiert',
    },
    off: 'Hat Erinnerungen ausgeschaltet',
  },
  unowned: { sheet: 'Ohne Zuständige', fileName: (day) => `claims-unverteilt-${day}` },
};

export const questionListWords: typeof en.questionListWords = {
  sheet: 'Fragen',
  fileName: (day) => `fragen-${day}`,
  columns: {
    question: 'Frage',
    others: 'Auch gefragt als',
    count: 'Wie oft gefragt',
    asked: 'Zuletzt gefragt',
    topics: 'Themen als Antwort oder Vorschlag',
    comments: 'Kommentare',
    decision: 'Entscheidung',
    topic: 'Thema, das sie beantwortet',
    decided: 'Entschieden',
  },
  decisions: { attached: 'Beantwortet', dismissed: 'Verworfen' },
};
