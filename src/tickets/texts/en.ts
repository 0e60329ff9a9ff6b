/** What the bot says about tickets. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { FailedAttempt } from '../../outbox/attempt.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { TicketProblems } from '../../problems/tickets.ts';
import {
  type DeadLetterCode,
  type EventKind,
  type IssueKey,
  type Place,
  type TicketState,
  type TopicKey,
  ticketName,
} from '../ticket.ts';

/** Bytes of JSON that are shown of a claim ID that is too long. */
const LONG_ID_BYTES = 60;

const topics: Readonly<Record<TopicKey, string>> = {
  cpor: 'Claims Partner of Record (CPOR)',
  poe: 'Proof of Execution (POE)',
  access: 'Access to Partner Center',
  other: 'Something else',
};
const issues: Readonly<Record<IssueKey, string>> = {
  'association-update': 'Association update',
  disassociation: 'Disassociation',
  'competing-claim': 'Competing claim',
  'poe-question': 'Question about POE',
  other: 'Other',
};
const states: Readonly<Record<TicketState, string>> = {
  open: 'Open',
  'in progress': 'In progress',
  'handed over': 'Handed over to Microsoft',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
};
const events: Readonly<Record<EventKind, (who: string, text: string) => string>> = {
  opened: (who) => `${who} opened it`,
  taken: (who) => `${who} took it`,
  commented: (who, text) => `${who}: ${text}`,
  edited: (who) => `${who} changed it`,
  'file added': (who, text) => `${who} added ${text}`,
  'handed over': (who, text) => `${who} handed it over to Microsoft, case ${text}`,
  resolved: (who) => `${who} resolved it`,
  withdrawn: (who) => `${who} withdrew it`,
  reopened: (who) => `${who} opened it again`,
  raised: () => 'No change for five working days',
};

const places: Readonly<Record<Place, string>> = {
  desk: 'The desk’s channel',
  webhook: 'The help-desk system',
  requester: 'The chat with the requester',
};
/** Why a place is not tried any more. `last`: the last request, in words. */
const deadLetters: Readonly<Record<DeadLetterCode, (last: string) => string>> = {
  unconfirmed: () => 'It was sent twice, and both times no answer came.',
  gone: () => 'The conversation is not there any more.',
  blocked: () => 'The bot is not allowed to write there.',
  rejected: (last) => last,
  expired: (last) => `tried for 24 hours, last: ${last}`,
};

function attemptText(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `status ${attempt.status}` : `no answer (${attempt.reason})`;
}

export const ticketTexts = {
  help: 'Write “open a ticket” to ask your desk, and “my tickets” for what became of it.',
  helpDesk:
    'Mention me with “desk here” in the channel where tickets are worked on. Write “undelivered” for tickets that did not arrive.',
  button: 'Open a ticket',
  topics,
  issues,
  states,
  events,
  formTitle: 'Open a ticket',
  editTitle: (name: string) => `Change ${name}`,
  formIntro: 'It goes to your own desk, with the claim IDs. You hear of every change.',
  submit: 'Submit ticket',
  save: 'Save',
  disassociationDraft: 'We are no longer working with this customer and wish to be disassociated.',
  fromQuestion: (question: string) => `The notice does not answer this: ${question}`,
  submitted: (name: string) => `${name} is open. You hear of every change.`,
  noDesk: (name: string) => `${name} is open. No desk has been named yet, so it is with you and your leads.`,
  whichTicket: 'Which ticket? Write “ticket” and its number, for example “ticket T-1001”.',
  stale: 'Nothing was changed: the ticket had moved on. This is how it stands now.',
  emptyCase: 'Write the case number that Partner Center gave you first.',
  listTitle: (n: number, locale: string) =>
    n === 0 ? 'No tickets yet' : countText(n, { one: 'ticket', other: 'tickets' }, locale),
  listEmpty: 'Write “open a ticket”, or press “Disassociate” on a claim.',
  labels: {
    topic: 'Topic',
    claims: 'Claim IDs',
    requester: 'From',
    assignee: 'Taken by',
    case: 'Case number',
    files: 'Files',
    undelivered: 'Not delivered',
  },
  title: (name: string, issue: string) => `${name} · ${issue}`,
  category: (category: string) => `Category: ${category}`,
  claim: (claimId: string, customer: string) => (customer === '' ? claimId : `${claimId} (${customer})`),
  unknownClaim: (claimId: string) => `${claimId} (not known here)`,
  andMore: (n: number, locale: string) => `and ${numberText(n, locale)} more`,
  bot: 'The bot',
  somebody: 'Somebody',
  line: (name: string, what: string) => `${name}: ${what}`,
  deskHere: (name: string) => `${name} is your desk from now on. Each ticket is one card here, kept up to date.`,
  escalated: (name: string, issue: string, from: string) =>
    from === ''
      ? `${name} has had no change for five working days (${issue}).`
      : `${name} has had no change for five working days (${issue}, from ${from}).`,
  openTicket: (name: string) => `Open ${name}`,
  openMentioned: (name: string) => `Open ticket ${name}`,
  undelivered: (place: Place, code: DeadLetterCode, last?: FailedAttempt) =>
    `${places[place]}: ${deadLetters[code](last === undefined ? '' : attemptText(last))}`,
  undeliveredCount: (n: number, locale: string) =>
    countText(
      n,
      { one: 'ticket was not delivered everywhere', other: 'tickets were not delivered everywhere' },
      locale,
    ),
  undeliveredTitle: (n: number, locale: string) =>
    n === 0
      ? 'All tickets were delivered'
      : countText(n, { one: 'ticket not delivered', other: 'tickets not delivered' }, locale),
  sentAgain: 'It is on its way again.',
  allSentAgain: (n: number, locale: string) =>
    n === 0
      ? 'Nothing was left to send again.'
      : countText(n, { one: 'ticket is on its way again.', other: 'tickets are on their way again.' }, locale),
  thisChannel: 'This channel',
  deskWhere: 'Write this in the channel that is to be your desk.',
  handOver: {
    title: (name: string) => `Hand over ${name}`,
    steps:
      'Microsoft takes tickets in Partner Center only. Sign in with the button below, choose Contact Support, take the category Partner Incentives, then choose Topic and Issue. Paste the title and the text. Then write the case number here.',
    claims: (ids: string) => `Claim IDs: ${ids}`,
    customers: (names: string) => `Customers: ${names}`,
    disassociation: (n: number, locale: string) =>
      plural(
        n,
        {
          one: 'We are no longer working with the customer of this claim and wish to be disassociated from it.',
          other: 'We are no longer working with the customers of these claims and wish to be disassociated from them.',
        },
        locale,
      ),
    reference: (name: string) => `Our reference: ${name}`,
    subject: (category: string, issue: string) => `${category}: ${issue}`,
    rest: (n: number, locale: string) =>
      plural(
        n,
        {
          one: '1 more line does not fit here. The ticket shows the whole text.',
          other: `${numberText(n, locale)} more lines do not fit here. The ticket shows the whole text.`,
        },
        locale,
      ),
    issueOfClaims: (issue: string, ids: string) => `${issue}, claim ${ids}`,
  },
  addedFiles: (files: string, name: string) => `Added ${files} to ${name}.`,
};

const tooLong = {
  description: 'The description',
  claims: 'The list of claim IDs',
  comment: 'The comment',
  'case number': 'The case number',
};

export const ticketProblems: ProblemTexts<TicketProblems> = {
  'ticket.not-found': ({ asked }) => {
    const name = typeof asked === 'number' ? ticketName({ number: asked }) : `“${asked}”`;
    return `I cannot find a ticket ${name} among yours. Write “my tickets” for the list.`;
  },
  'ticket.closed': () => 'This ticket is closed. Reopen it first.',
  'ticket.not-yours': () => 'This ticket is for others to change.',
  'ticket.desk-only': () => 'Only members of the desk and leads can do this.',
  'ticket.requester-only': () => 'Only the person who opened the ticket can do this.',
  'ticket.too-many-files': ({ most }) => `A ticket takes up to ${most} files.`,
  'ticket.no-file': () => 'This ticket has no such file. Open it anew.',
  'ticket.empty-comment': () => 'Write the comment first.',
  'ticket.empty-case': () => ticketTexts.emptyCase,
  'ticket.too-long': ({ what, count, most }, locale) =>
    `${tooLong[what]} has ${countText(count, { one: 'character', other: 'characters' }, locale)}, and up to ${numberText(most, locale)} fit. Nothing was changed: please shorten it and press again.`,
  'ticket.undelivered-leads-only': () => 'Only leads see which tickets were not delivered.',
  'ticket.desk-leads-only': () => 'Only leads name the desk.',
  'ticket.no-issue': () => 'Choose what it is about.',
  'ticket.no-description': () => 'Say in a sentence or two what it is about.',
  'ticket.no-claim': () => 'Name at least one claim ID: a disassociation is about a claim.',
  'ticket.too-many-claims': ({ most }) => `Name up to ${most} claim IDs in one ticket.`,
  'ticket.long-claim-id': ({ claimId }) => `“${shorten(claimId, LONG_ID_BYTES)}” is too long for a claim ID.`,
  'ticket.unknown-claims': ({ claimIds }, locale) => {
    const ids = claimIds.join(', ');
    return plural(
      claimIds.length,
      {
        one: `I do not know claim ${ids} among yours. Correct it, or press the button again to leave it as it is.`,
        other: `I do not know claims ${ids} among yours. Correct them, or press the button again to leave them as they are.`,
      },
      locale,
    );
  },
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const ticketCardWords = {
  'hand-over': {
    title: 'Title',
    text: 'Text',
    openMicrosoftSupport: 'Open Microsoft support',
    caseNumber: 'Case number from Partner Center',
    saveCaseNumber: 'Save case number',
    backToTheTicket: 'Back to the ticket',
  },
  'ticket-form': {
    issue: 'Issue',
    chooseOne: 'Choose one',
    topic: 'Topic',
    claimIds: 'Claim IDs',
    claimsHint: 'One or several, with commas',
    whatIsItAbout: 'What is it about?',
    back: 'Back',
  },
  ticket: {
    ticket: 'Ticket',
    comment: 'Comment',
    sendComment: 'Send comment',
    take: 'Take',
    handOver: 'Hand over',
    resolve: 'Resolve',
    change: 'Change',
    reopen: 'Reopen',
    sendAgain: 'Send again',
    withdraw: 'Withdraw',
    myTickets: 'My tickets',
  },
  tickets: {
    open: 'Open {title}',
    previous: 'Previous',
    next: 'Next',
    notDelivered: 'Not delivered',
    sendAllAgain: 'Send all again',
    allTickets: 'All tickets',
    openATicket: 'Open a ticket',
  },
} satisfies CardWordsByTemplate;
