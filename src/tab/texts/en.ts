/** What the server of the tab says where it refuses. What the page itself says stands beside the page. */
import { countText } from '../../format/count.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { TabProblems } from '../../problems/tab.ts';
import { ticketTexts } from '../../tickets/texts/en.ts';
import type { CampaignListWords } from '../campaign/lists.ts';
import type { ClaimListWords } from '../claims/claim-list.ts';
import type { QuestionListWords } from '../questions/question-list.ts';
import type { TicketListWords } from '../tickets/ticket-list.ts';

export const tabProblems: ProblemTexts<TabProblems> = {
  'tab.not-signed-in': () => 'Teams did not say who you are. Close this tab and open it again.',
  'tab.sign-in-away': () => 'Microsoft’s sign-in service cannot be reached just now. Try again in a minute.',
  'tab.unknown-person': () => 'I do not know you yet. Write “hello” to me in the chat, then come back here.',
  'tab.nobody-chosen': () => 'Choose a sample person first.',
  'tab.foreign-page': () => 'This can be opened on this machine only, at its own address.',
  'tab.too-many': ({ seconds }, locale) =>
    `That was a lot at once. Try again in ${countText(seconds, { one: 'second', other: 'seconds' }, locale)}.`,
  'tab.bad-query': () => 'I cannot read this address. Open the tab anew.',
  'tab.bad-request': () => 'I cannot read what this page sent. Close the tab and open it again.',
  'tab.too-large': () => 'This is more than I can take at once. Make the text shorter and try again.',
  'tab.too-many-claims': ({ most }, locale) =>
    `Up to ${countText(most, { one: 'claim', other: 'claims' }, locale)} at a time. Choose fewer, then press again. Nothing was changed.`,
  'tab.no-such-address': () => 'There is nothing at this address.',
  'tab.store-away': () => 'I cannot reach my data just now. Try again in a minute.',
  'tab.our-fault': () => 'Something went wrong on my side. Try again; where it stays so, tell your administrator.',
};

/** Why one of several claims was left as it is. */
export const unchangedTexts = {
  take: 'It has an owner already.',
  assign: 'It was with them already.',
  remove: 'It was removed before.',
  'bring-back': 'It was not removed.',
  mark: 'It stood like that already.',
  noSuchWorkload: 'It does not have this workload.',
};

/** Where the page was not built. */
export const noPageText: string =
  'The page of the tab has not been built. Run “npm run build”, and start the bot again.';

const standing = { toCollect: 'To collect', toUpload: 'To upload', done: 'All done' };

// Lists as files: their names, and the heads of their columns.

export const claimListWords: ClaimListWords = {
  sheet: 'Claims',
  fileName: (day: string) => `claims-${day}`,
  columns: {
    claimId: 'Claim ID',
    customer: 'Customer',
    domain: 'Domain',
    program: 'Program',
    status: 'Status',
    owner: 'Owner',
    state: 'State',
    toCollect: 'Workloads to collect POE for',
    toUpload: 'Workloads to upload',
    done: 'Workloads confirmed in Partner Center',
    deadline: 'Recommended by',
  },
  states: {
    'to collect': 'To collect',
    'to upload': 'To upload',
    done: 'All done',
    outside: 'Not in the campaign',
    removed: 'Removed',
  },
};

export const ticketListWords: TicketListWords = {
  sheet: 'Tickets',
  fileName: (day: string) => `tickets-${day}`,
  columns: {
    ticket: 'Ticket',
    issue: 'Issue',
    state: 'State',
    about: 'What it is about',
    claims: 'Claims',
    requester: 'From',
    assignee: 'Taken by',
    caseNumber: 'Case number',
    opened: 'Opened',
    changed: 'Changed',
  },
  states: ticketTexts.states,
  issues: ticketTexts.issues,
};

export const campaignListWords: CampaignListWords = {
  programs: {
    sheet: 'By program',
    fileName: (day: string) => `claims-by-program-${day}`,
    columns: { program: 'Program', ...standing },
  },
  workloads: {
    sheet: 'By workload',
    fileName: (day: string) => `claims-by-workload-${day}`,
    columns: { workload: 'Workload', open: 'To do', others: 'Done' },
  },
  days: {
    sheet: 'Over time',
    fileName: (day: string) => `claims-over-time-${day}`,
    columns: { day: 'Day', ...standing },
  },
  owners: {
    sheet: 'By owner',
    fileName: (day: string) => `claims-by-owner-${day}`,
    columns: { owner: 'Owner', ...standing, reach: 'Reminders', lastSent: 'Last reminder' },
    reaches: {
      reachable: 'Can be reminded',
      'never installed': 'Has not installed the bot',
      blocked: 'Removed or blocked the bot',
    },
    off: 'Turned reminders off',
  },
  unowned: { sheet: 'Without an owner', fileName: (day: string) => `claims-without-owner-${day}` },
};

export const questionListWords: QuestionListWords = {
  sheet: 'Questions',
  fileName: (day: string) => `questions-${day}`,
  columns: {
    question: 'Question',
    others: 'Also asked as',
    count: 'Asked',
    asked: 'Last asked',
    topics: 'Topics answered or offered',
    comments: 'Comments',
    decision: 'Decision',
    topic: 'Topic that answers it',
    decided: 'Decided',
  },
  decisions: { attached: 'Answered', dismissed: 'Dismissed' },
};
