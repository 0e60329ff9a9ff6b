/** What the bot says about tickets. */
import type { CardWordsByTemplate } from '../cards/words.ts';
import { countText } from '../format/count.ts';
import type { EventKind, IssueKey, Place, TicketState, TopicKey } from './ticket.ts';

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
  formIntro: 'It goes to your own desk, with the claim IDs. You hear here of every change.',
  submit: 'Submit ticket',
  save: 'Save',
  problems: {
    issue: 'Choose what it is about.',
    description: 'Say in a sentence or two what it is about.',
    disassociationClaim: 'Name at least one claim ID: a disassociation is about a claim.',
    tooManyClaims: (most: number) => `Name up to ${most} claim IDs in one ticket.`,
    longClaim: (text: string) => `“${text}” is too long for a claim ID.`,
    unknownClaims: (ids: string, n: number) =>
      n === 1
        ? `I do not know claim ${ids} among yours. Correct it, or press the button again to leave it as it is.`
        : `I do not know claims ${ids} among yours. Correct them, or press the button again to leave them as they are.`,
  },
  disassociationDraft: 'We are no longer working with this customer and wish to be disassociated.',
  fromQuestion: (question: string) => `The notice does not answer this: ${question}`,
  submitted: (name: string) => `${name} is open. You hear here of every change.`,
  noDesk: (name: string) => `${name} is open. No desk has been named yet, so it is with you and your leads.`,
  noSuchTicket: (asked: string) => `I cannot find a ticket ${asked} among yours. Write “my tickets” for the list.`,
  whichTicket: 'Which ticket? Write “ticket” and its number, for example “ticket T-1001”.',
  stale: 'Nothing was changed: the ticket had moved on. This is how it stands now.',
  closed: 'This ticket is closed. Reopen it first.',
  notYours: 'This ticket is for others to change.',
  deskOnly: 'Only members of the desk and leads can do this.',
  requesterOnly: 'Only the person who opened the ticket can do this.',
  tooManyFiles: (most: number) => `A ticket takes up to ${most} files.`,
  emptyComment: 'Write the comment first.',
  emptyCase: 'Write the case number that Partner Center gave you first.',
  listTitle: (n: number, locale: string) =>
    n === 0 ? 'No tickets yet' : countText(n, { one: 'ticket', other: 'tickets' }, locale),
  listEmpty: 'Write “open a ticket”, or press “Disassociate” on a claim.',
  facts: {
    issue: 'Issue',
    topic: 'Topic',
    claims: 'Claim IDs',
    requester: 'From',
    assignee: 'Taken by',
    case: 'Case number',
    files: 'Files',
    undelivered: 'Not delivered',
  },
  category: 'Category',
  unknownClaim: (claimId: string) => `${claimId} (not known here)`,
  andMore: (n: number) => `and ${n} more`,
  bot: 'The bot',
  somebody: 'Somebody',
  by: (what: string, when: string) => `${what} (${when})`,
  line: (name: string, what: string) => `${name}: ${what}`,
  deskHere: (name: string) => `${name} is your desk from now on. Each ticket is one card here, kept up to date.`,
  escalated: (name: string, issue: string, from: string) =>
    from === ''
      ? `${name} has had no change for five working days (${issue}).`
      : `${name} has had no change for five working days (${issue}, from ${from}).`,
  openTicket: (name: string) => `Open ${name}`,
  openMentioned: (name: string) => `Open ticket ${name}`,
  leadsOnly: 'Only leads see which tickets were not delivered.',
  undelivered: (place: Place, why: string) => `${places[place]}: ${why}`,
  undeliveredCount: (n: number, locale: string) =>
    n === 1
      ? '1 ticket was not delivered everywhere'
      : `${n.toLocaleString(locale)} tickets were not delivered everywhere`,
  undeliveredTitle: (n: number, locale: string) =>
    n === 0
      ? 'All tickets were delivered'
      : countText(n, { one: 'ticket not delivered', other: 'tickets not delivered' }, locale),
  sentAgain: 'It is on its way again.',
  allSentAgain: (n: number, locale: string) =>
    n === 0
      ? 'Nothing was left to send again.'
      : n === 1
        ? '1 ticket is on its way again.'
        : `${n.toLocaleString(locale)} tickets are on their way again.`,
  unknownTwice: 'It was sent twice, and both times no answer came.',
  placeGone: 'The conversation is not there any more.',
  placeBlocked: 'The bot is not allowed to write there.',
  thisChannel: 'This channel',
  deskWhere: 'Write this in the channel that is to be your desk.',
  deskLeads: 'Only leads name the desk.',
  handOver: {
    title: (name: string) => `Hand over ${name}`,
    steps:
      'Microsoft takes tickets in Partner Center only. Sign in with the button below, choose Contact Support, take the category Partner Incentives, then choose Topic and Issue. Paste the title and the text. Then write the case number here.',
    claims: (ids: string) => `Claim IDs: ${ids}`,
    customers: (names: string) => `Customers: ${names}`,
    disassociation: (n: number) =>
      n === 1
        ? 'We are no longer working with the customer of this claim and wish to be disassociated from it.'
        : 'We are no longer working with the customers of these claims and wish to be disassociated from them.',
    reference: (name: string) => `Our reference: ${name}`,
    titleWith: (issue: string, ids: string) => `${issue}, claim ${ids}`,
  },
  addedFiles: (files: string, name: string) => `Added ${files} to ${name}.`,
} as const;

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
    claimsHint: 'One or several, with commas between',
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
} as const satisfies CardWordsByTemplate;
