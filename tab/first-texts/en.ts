/** What the page says first: with the first rows, before its large script has come. `texts/` has the rest. */

import type { PoeAspect, PoeLack } from '../../src/claims/claim.ts';
import type { ClaimState } from '../../src/claims/claim-table.ts';
import type { PluralForms } from '../../src/format/count.ts';

export const firstTexts = {
  title: 'Claims',
  views: { claims: 'Claims', tickets: 'Tickets', campaign: 'Campaign', imports: 'Imports' },
  viewsName: 'Parts of this tab',
  deadline: {
    before: (days: string, day: string) => `${days} left, until ${day}`,
    'on the day': (_: string, day: string) => `Today is the day: ${day}`,
    after: (days: string, day: string) => `${day} was ${days} ago`,
  },
  days: { one: 'day', other: 'days' } as PluralForms,
  ofCampaign: (label: string, deadline: string) => `${label}: ${deadline}`,
  claims: { one: 'claim', other: 'claims' } as PluralForms,
  searchHint: 'Customer, claim ID, domain or owner',
  filters: 'Filters',
  filtersOn: (n: string) => `Filters (${n})`,
  clear: 'Clear filters',
  downloadShort: (kind: string) => `.${kind}`,
  filterNames: { owner: 'Owner', state: 'State', program: 'Program', workload: 'Workload', sort: 'Sort by' },
  columns: {
    customer: 'Customer',
    claim: 'Claim ID',
    program: 'Program',
    workloads: 'Workloads',
    owner: 'Owner',
    state: 'State',
  },
  table: 'Claims, a row each. Arrow keys move between rows, the space bar chooses one.',
  choose: { column: 'Chosen' },
  more: (n: string) => `${n} more`,
  andMore: (n: string) => `and ${n} more`,
  noOwner: 'No owner',
  you: 'You',
  states: {
    'to collect': 'To collect',
    'to upload': 'To upload',
    done: 'All done',
    outside: 'Not in the campaign',
    removed: 'Removed',
  } satisfies Record<ClaimState, string>,
  filedBut: (lack: string) => `POE filed, ${lack}`,
  aspects: {
    partner: 'partner’s name',
    customer: 'customer’s name',
    tenantOrDomain: 'domain or directory ID',
    workload: 'workload',
    signature: 'signature',
    date: 'date of the signature',
    activities: 'what was done',
  } satisfies Record<PoeAspect, string>,
  lack: (aspect: string, state: PoeLack['state']) => `${aspect} ${state}`,
  addDocuments: 'Add documents',
  local: { banner: 'Local: no sign-in.', you: 'You are' },
};
