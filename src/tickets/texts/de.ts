/** What the bot says about tickets, in German. */
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import {
  type DeadLetterCode,
  type EventKind,
  type IssueKey,
  type Place,
  type TicketState,
  type TopicKey,
  ticketName,
} from '../ticket.ts';
import type * as en from './en.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: Readonly<Record<TopicKey, string>> = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Zugriff auf Partner Center',
  other: 'Etwas anderes',
};
const issues: Readonly<Record<IssueKey, string>> = {
  'association-update': 'Zuordnung aktualisieren',
  disassociation: 'Zuordnung aufheben',
  'competing-claim': 'Konkurrierender Claim',
  'poe-question': 'Frage zu POE',
  other: 'Sonstiges',
};
const states: Readonly<Record<TicketState, string>> = {
  open: 'Offen',
  'in progress': 'In Arbeit',
  'handed over': 'An Microsoft übergeben',
  resolved: 'Gelöst',
  withdrawn: 'Zurückgezogen',
};
const events: Readonly<Record<EventKind, (who: string, text: string) => string>> = {
  opened: (who) => `${who} hat es geöffnet`,
  taken: (who) => `${who} hat es übernommen`,
  commented: (who, text) => `${who}: ${text}`,
  edited: (who) => `${who} hat es geändert`,
  'file added': (who, text) => `${who} hat ${text} hinzugefügt`,
  'handed over': (who, text) => `${who} hat es an Microsoft übergeben, Fall ${text}`,
  resolved: (who) => `${who} hat es gelöst`,
  withdrawn: (who) => `${who} hat es zurückgezogen`,
  reopened: (who) => `${who} hat es wieder geöffnet`,
  raised: () => 'Seit fünf Arbeitstagen keine Änderung',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'Kanal des Helpdesks',
  webhook: 'Ticketsystem',
  requester: 'Chat mit der anfragenden Person',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'Es wurde zweimal gesendet, und beide Male kam keine Antwort.',
  gone: () => 'Die Unterhaltung ist nicht mehr da.',
  blocked: () => 'Der Bot darf dort nicht schreiben.',
  rejected: (last) => last,
  expired: (last) => `24 Stunden lang versucht, zuletzt: ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `Status ${attempt.status}` : `keine Antwort (${attempt.reason})`;
}

export const ticketTexts: typeof en.ticketTexts = {
  help: 'Schreiben Sie „Ticket öffnen“, um Ihren Helpdesk zu fragen, und „meine Tickets“, um zu sehen, was daraus wurde.',
  helpDesk:
    'Erwähnen Sie mich mit „desk here“ in dem Kanal, in dem Tickets bearbeitet werden. Schreiben Sie „nicht zugestellt“ für Tickets, die nicht ankamen.',
  button: 'Ticket öffnen',
  topics,
  issues,
  states,
  events,
  formTitle: 'Ticket öffnen',
  editTitle: (name) => `${name} ändern`,
  formIntro: 'Es geht mit den Claim-IDs an Ihren eigenen Helpdesk. Sie hören von jeder Änderung.',
  submit: 'Ticket senden',
  save: 'Speichern',
  disassociationDraft: 'Wir arbeiten nicht mehr mit diesem Kunden und möchten die Zuordnung aufheben lassen.',
  fromQuestion: (question) => `Das beantwortet die Mitteilung nicht: ${question}`,
  submitted: (name) => `${name} ist offen. Sie hören von jeder Änderung.`,
  noDesk: (name) => `${name} ist offen. Es ist noch kein Helpdesk benannt, daher liegt es bei Ihnen und Ihren Leads.`,
  whichTicket: 'Welches Ticket? Schreiben Sie „ticket“ und die Nummer, zum Beispiel „ticket T-1001“.',
  stale: 'Es wurde nichts geändert: Das Ticket war schon auf neuerem Stand. So sieht es jetzt aus.',
  emptyCase: 'Schreiben Sie erst die Fallnummer, die Partner Center Ihnen gegeben hat.',
  listTitle: (n, locale) =>
    n === 0 ? 'Noch keine Tickets' : countText(n, { one: 'Ticket', other: 'Tickets' }, locale),
  listEmpty: 'Schreiben Sie „Ticket öffnen“, oder drücken Sie bei einem Claim auf „Zuordnung aufheben“.',
  labels: {
    topic: 'Thema',
    claims: 'Claim-IDs',
    requester: 'Von',
    assignee: 'Übernommen von',
    case: 'Fallnummer',
    files: 'Dateien',
    undelivered: 'Nicht zugestellt',
  },
  title: (name, issue) => `${name} · ${issue}`,
  category: (category) => `Kategorie: ${category}`,
  claim: (claimId, customer) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId) => `${claimId} (hier nicht bekannt)`,
  andMore: (n, locale) => `und ${plural(n, { one: 'noch 1', other: `${numberText(n, locale)} weitere` }, locale)}`,
  bot: 'Der Bot',
  somebody: 'Jemand',
  line: (name, what) => `${name}: ${what}`,
  deskHere: (name) =>
    `${name} ist ab jetzt Ihr Helpdesk. Jedes Ticket ist hier eine Karte, die auf dem neuesten Stand bleibt.`,
  escalated: (name, issue, from) =>
    from === ''
      ? `${name} ist seit fünf Arbeitstagen unverändert (${issue}).`
      : `${name} ist seit fünf Arbeitstagen unverändert (${issue}, von ${from}).`,
  openTicket: (name) => `${name} öffnen`,
  openMentioned: (name) => `Ticket ${name} öffnen`,
  undelivered: (place, code, last) =>
    `${places[place]}: ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n, locale) =>
    countText(n, { one: 'Ticket kam nicht überall an', other: 'Tickets kamen nicht überall an' }, locale),
  undeliveredTitle: (n, locale) =>
    n === 0
      ? 'Alle Tickets sind zugestellt'
      : countText(n, { one: 'Ticket nicht zugestellt', other: 'Tickets nicht zugestellt' }, locale),
  sentAgain: 'Es ist wieder unterwegs.',
  allSentAgain: (n, locale) =>
    n === 0
      ? 'Es gab nichts mehr zu senden.'
      : countText(n, { one: 'Ticket ist wieder unterwegs.', other: 'Tickets sind wieder unterwegs.' }, locale),
  thisChannel: 'Dieser Kanal',
  deskWhere: 'Schreiben Sie das in dem Kanal, der Ihr Helpdesk sein soll.',
  handOver: {
    title: (name) => `${name} übergeben`,
    steps:
      'Microsoft nimmt Tickets nur in Partner Center an. Melden Sie sich über die Schaltfläche unten an, wählen Sie Contact Support und die Kategorie Partner Incentives, dann Topic und Issue. Fügen Sie Titel und Text ein. Schreiben Sie danach die Fallnummer hierher.',
    claims: (ids) => `Claim-IDs: ${ids}`,
    customers: (names) => `Kunden: ${names}`,
    disassociation: (n, locale) =>
      plural(
        n,
        {
          one: 'Wir arbeiten nicht mehr mit dem Kunden dieses Claims und möchten die Zuordnung aufheben lassen.',
          other: 'Wir arbeiten nicht mehr mit den Kunden dieser Claims und möchten die Zuordnungen aufheben lassen.',
        },
        locale,
      ),
    reference: (name) => `Unsere Referenz: ${name}`,
    subject: (category, issue) => `${category}: ${issue}`,
    rest: (n, locale) =>
      plural(
        n,
        {
          one: '1 weitere Zeile passt nicht hierher. Das Ticket zeigt den ganzen Text.',
          other: `${numberText(n, locale)} weitere Zeilen passen nicht hierher. Das Ticket zeigt den ganzen Text.`,
        },
        locale,
      ),
    issueOfClaims: (issue, ids) => `${issue}, Claim ${ids}`,
  },
  addedFiles: (files, name) => `${files} zu ${name} hinzugefügt.`,
};

const tooLong = {
  description: 'Die Beschreibung',
  claims: 'Die Liste der Claim-IDs',
  comment: 'Der Kommentar',
  'case number': 'Die Fallnummer',
};

export const ticketProblems: typeof en.ticketProblems = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `„${asked}“`;
    return `Bei Ihnen finde ich kein Ticket ${name}. Schreiben Sie „meine Tickets“ für die Liste.`;
  },
  'ticket.closed': () => 'Dieses Ticket ist geschlossen. Öffnen Sie es erst wieder.',
  'ticket.not-yours': () => 'Dieses Ticket können nur andere ändern.',
  'ticket.desk-only': () => 'Das können nur Mitglieder des Helpdesks und Leads.',
  'ticket.requester-only': () => 'Das kann nur, wer das Ticket geöffnet hat.',
  'ticket.too-many-files': ({ most }) => `In ein Ticket passen bis zu ${most} Dateien.`,
  'ticket.no-file': () => 'Dieses Ticket hat keine solche Datei. Öffnen Sie es neu.',
  'ticket.empty-comment': () => 'Schreiben Sie erst den Kommentar.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]} hat ${countText(count, { one: 'Zeichen', other: 'Zeichen' }, locale)}, es passen bis zu ${numberText(most, locale)}. Es wurde nichts geändert: Bitte kürzen Sie den Text und drücken Sie noch einmal.`,
  'ticket.undelivered-leads-only': () => 'Nur Leads sehen, welche Tickets nicht zugestellt wurden.',
  'ticket.desk-leads-only': () => 'Nur Leads benennen den Helpdesk.',
  'ticket.no-issue': () => 'Wählen Sie, worum es geht.',
  'ticket.no-description': () => 'Sagen Sie in ein oder zwei Sätzen, worum es geht.',
  'ticket.no-claim': () => 'Nennen Sie mindestens eine Claim-ID: Eine Zuordnung gehört immer zu einem Claim.',
  'ticket.too-many-claims': ({ most }) => `Nennen Sie bis zu ${most} Claim-IDs in einem Ticket.`,
  'ticket.long-claim-id': ({ claimId }) => `„${shorten(claimId, LONG_ID_BYTES)}“ ist zu lang für eine Claim-ID.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    return plural(
      claimIds.length,
      {
        one: `Bei Ihnen kenne ich keinen Claim ${ids}. Berichtigen Sie ihn, oder drücken Sie noch einmal, um ihn so zu lassen.`,
        other: `Bei Ihnen kenne ich keine Claims ${ids}. Berichtigen Sie sie, oder drücken Sie noch einmal, um sie so zu lassen.`,
      },
      locale,
    );
  },
};

export const ticketCardWords: typeof en.ticketCardWords = {
  'hand-over': {
    title: 'Titel',
    text: 'Text',
    openMicrosoftSupport: 'Microsoft-Support öffnen',
    caseNumber: 'Fallnummer aus Partner Center',
    saveCaseNumber: 'Fallnummer speichern',
    backToTheTicket: 'Zurück zum Ticket',
  },
  'ticket-form': {
    issue: 'Anliegen',
    chooseOne: 'Bitte wählen',
    topic: 'Thema',
    claimIds: 'Claim-IDs',
    claimsHint: 'Eine oder mehrere, mit Kommas',
    whatIsItAbout: 'Worum geht es?',
    back: 'Zurück',
  },
  ticket: {
    ticket: 'Ticket',
    comment: 'Kommentar',
    sendComment: 'Kommentar senden',
    take: 'Übernehmen',
    handOver: 'Übergeben',
    resolve: 'Lösen',
    change: 'Ändern',
    reopen: 'Wieder öffnen',
    sendAgain: 'Noch einmal senden',
    withdraw: 'Zurückziehen',
    myTickets: 'Meine Tickets',
  },
  tickets: {
    open: '{title} öffnen',
    previous: 'Vorherige',
    next: 'Nächste',
    notDelivered: 'Nicht zugestellt',
    sendAllAgain: 'Alle noch einmal senden',
    allTickets: 'Alle Tickets',
    openATicket: 'Ticket öffnen',
  },
};
