/** What the server of the tab says where it refuses. What the page itself says stands beside the page. */
import type { ClaimState } from '../claims/claim-table.ts';
import { countText } from '../format/count.ts';
import type { ProblemTexts } from '../problems/index.ts';
import type { TabProblems } from '../problems/tab.ts';

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
  'tab.no-such-address': () => 'There is nothing at this address.',
  'tab.store-away': () => 'I cannot reach my data just now. Try again in a minute.',
  'tab.our-fault': () => 'Something went wrong on my side. Try again; where it stays so, tell your administrator.',
};

/** Where the page was not built. */
export const noPageText = 'The page of the tab has not been built. Run “npm run build”, and start the bot again.';

/** The list of claims as a file. */
export const claimListTexts = {
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
  } satisfies Record<ClaimState, string>,
} as const;
