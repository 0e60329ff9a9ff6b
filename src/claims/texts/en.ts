/** What the bot says about claims. Updating is recommended, never required. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { ClaimProblems } from '../../problems/claims.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { PoeAspect, PoeLack, WorkloadState } from '../claim.ts';

/** Bytes of JSON of a name or an address on a button. */
const NAME_BYTES = 80;

export const claimTexts = {
  assigned: (claimId: string, name: string) => `Claim ${claimId} is now with ${name}.`,
  assignedBefore: (claimId: string, name: string) => `Claim ${claimId} was already with ${name}.`,
  assignTo: (name: string, address: string) =>
    `Assign to ${shorten(name, NAME_BYTES)} (${shorten(address, NAME_BYTES)})`,
  whoIsMeant: (claimId: string) => `Names are not unique. Who is to get claim ${claimId}?`,
  whichIsAssigned: 'Which claim is to go to whom? Write “assign”, the claim ID, “to” and a person.',
  whichOfTheseIsAssigned: 'Which of these is to go to somebody else? Write “assign”, its claim ID, “to” and a person.',
  whoGets: (claimId: string) =>
    `Who is to get it? Write “assign ${shorten(claimId, NAME_BYTES)} to” and their e-mail address.`,
  namedOwners: {
    none: 'Every owner of an open claim is known by their address, or was confirmed.',
    some: (n: number, locale: string) =>
      `${countText(n, { one: 'owner of open claims is', other: 'owners of open claims are' }, locale)} named by name alone, so nobody sees those claims as their own yet.`,
    press: 'Press whom you know to be meant.',
    more: (n: number, locale: string) =>
      `${countText(n, { one: 'more proposal follows', other: 'more proposals follow' }, locale)} once these are decided.`,
    nobody: (n: number, locale: string) =>
      `Of ${countText(n, { one: 'name', other: 'names' }, locale)} nobody has written to me yet: import the owner’s address, or write “assign”, the claim ID, “to” and the address.`,
    proposal: (name: string, address: string, open: number, locale: string) =>
      `${shorten(name, NAME_BYTES)} is ${shorten(address, NAME_BYTES)} (${countText(open, { one: 'open claim', other: 'open claims' }, locale)})`,
    confirmed: (name: string, address: string) => `Claims of ${name} are with ${address} from now on.`,
    undo: 'Undo',
    others: 'Other owners',
  },
  whichClaim: 'Which claim? Write “claim” and its ID, for example “claim CLM-1001”.',
  title: (n: number, locale: string) =>
    n === 0 ? 'Nothing to collect' : `${countText(n, { one: 'claim', other: 'claims' }, locale)} to collect POE for`,
  toUpload: (n: number, locale: string) =>
    `${countText(n, { one: 'claim has', other: 'claims have' }, locale)} files here that are not yet confirmed in Partner Center`,
  nothingImported:
    'No associations have been imported yet. A lead can drop the export from Partner Center (.csv or .xlsx) into our chat in Teams.',
  nothingOpen: 'Nothing is left to collect or to upload here.',
  nothingMine: (addresses: string, unowned: number, locale: string) =>
    [
      addresses === '' ? 'No open claim is yours.' : `No open claim is with ${addresses}.`,
      ...(unowned > 0
        ? [
            `${countText(unowned, { one: 'open claim has', other: 'open claims have' }, locale)} no owner: choose “Without owner” in the filter.`,
          ]
        : []),
    ].join(' '),
  nothingMatches: 'No open claim matches this filter.',
  states: {
    'to collect': 'To collect',
    'to upload': 'To upload',
    done: 'Confirmed in Partner Center',
    'not engaged': 'Not engaged',
  } satisfies Record<WorkloadState, string>,
  /** Beside the program and the status. */
  claim: (claimId: string) => `Claim ${claimId}`,
  subscription: (workload: string, subscriptionId: string) => `${workload} (${subscriptionId})`,
  workloadPage: (label: string) => `Workloads ${label}`,
  textFilter: (text: string) => `“${text}”`,
  noOwner: 'No owner',
  you: 'You',
  noPoe: 'No POE here',
  poe: (file: string, who: string, when: string) => `${file}, filed by ${who} on ${when}`,
  poeLacks: (lacks: string) => `To look at: ${lacks}.`,
  poeWhy: (why: string) => `Filed all the same: “${why}”`,
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
  filedBut: (lack: string) => `POE filed, ${lack}`,
  otherDocuments: (n: number, locale: string) => `${numberText(n, locale)} more under “Documents”`,
  confirmTitle: { 'to collect': 'Was already there', 'to upload': 'Confirmed in Partner Center' },
  notCounting: 'This claim is not an approved, migrated one, so nothing is recommended for it.',
  namedOnly:
    'Its owner is named by name alone, so nobody sees it as their own yet. Write “owners” to say who is meant.',
  namesake: 'Claims of somebody of your name are here. A lead confirms once that it is you: they write “owners” to me.',
  notYours: 'Nobody owns this claim yet.',
  allDone: 'All done for this claim.',
  nobodyEngaged:
    'You are no longer engaged on any of its workloads. To be disassociated from the customer, contact support with this claim ID.',
  lastStep: 'Last step: upload the files in Partner Center, then press “Confirmed in Partner Center” here.',
  stale: 'This card was out of date. Here is the claim as it stands now.',
  facts: { owner: 'Owner', domain: 'Domain', directory: 'Directory ID', mpnId: 'MPN ID', name: 'Claim name' },
  ownerChoices: { mine: 'Mine', none: 'Without owner', all: 'All I may see', lead: 'Everybody’s' },
  any: 'Any',
  nobodyCalledSo:
    'I found no claim or customer of that name among those that you may see. Write “what needs POE” for your list.',
  openClaim: (claimId: string) => `Open claim ${shorten(claimId, 60)}`,
  help: [
    'Write “what needs POE” for your open claims, or “what needs POE” and a customer’s name.',
    'Write “claim” and its ID to see one claim.',
  ],
  helpAssign: 'Write “assign”, a claim ID, “to” and a person to give a claim to somebody.',
  helpRemoved: 'Open a claim and press “Remove” to take it out of the campaign. Write “removed” to bring one back.',
  helpOwners: 'Write “owners” to say who is meant where an export names an owner by name alone.',
  button: 'What needs POE',
  removed: (who: string, day: string, reason: string) => `Removed by ${who} on ${day}: ${reason}`,
  removeWhy: 'Say why this claim is to be removed, then press “Remove claim”.',
  broughtBack: 'This claim is back: it is listed and counted again.',
  removedTitle: (n: number, locale: string) =>
    n === 0
      ? 'No claim has been removed'
      : countText(n, { one: 'claim has been removed', other: 'claims have been removed' }, locale),
  removedDetail: 'Open one to read it, or to bring it back.',
};

/** The sentences for what people can put right. */
export const claimProblems: ProblemTexts<ClaimProblems> = {
  'claim.not-found': ({ claimId }) =>
    `I cannot find ${idText(claimId)} among yours. Check the ID, or ask your lead whether it was imported.`,
  'claim.gone': () => 'I cannot find this claim among yours. It may have got another owner since this card was drawn.',
  'claim.without-owner': () => 'Nobody owns this claim yet. Press “I’ll take it” on the claim first, then try again.',
  'claim.leads-assign': () =>
    'Only leads assign claims. You can take one that nobody owns: open it and press “I’ll take it”.',
  'claim.reason-too-long': ({ count, most }, locale) =>
    `The reason has ${countText(count, { one: 'character', other: 'characters' }, locale)}, and up to ${numberText(most, locale)} fit. Nothing was changed: please shorten it and press again.`,
  'claim.poe-of-another': () =>
    'Somebody else filed this document. They can withdraw it, or a lead. Nothing was changed.',
  'claim.leads-remove': () => 'Only leads remove claims and bring them back. Ask your lead.',
  'claim.person-not-found': ({ name }) => `I do not know ${nameText(name)}. Write their e-mail address instead.`,
  'claim.leads-confirm': () => 'Only leads say whom an owner’s name means.',
  'claim.name-of-nobody': () => 'I do not know anybody of this name any more. Write “owners” for how it stands.',
  'claim.name-of-another': () => 'This name was confirmed for somebody else. Write “owners” for how it stands.',
};

/** Bytes of JSON of an ID that somebody wrote. */
const ID_BYTES = 100;

/** The bot repeats what people wrote only where it looks like an ID, or a name. */
function idText(written: string): string {
  const claimId = shorten(written, ID_BYTES);
  return /^[\p{L}\p{N}][\p{L}\p{N}\p{M} _./#:()…-]{0,99}$/u.test(claimId)
    ? `a claim ${claimId}`
    : 'a claim with this ID';
}

function nameText(name: string): string {
  return /^[\p{L}\p{N}\p{M} .,@_'’+-]{1,100}$/u.test(name) ? `anybody called ${name}` : 'this person';
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const claimCardWords = {
  claim: {
    workloads: 'Workloads',
    documents: 'Documents',
    documentsHint: 'All documents of this claim, and who did what',
    download: 'Download',
    downloadOf: 'Download {name}',
    showChanges: 'Show what can be changed for {name}',
    changeOf: 'Change {name}',
    change: 'Change',
    undoConfirmation: 'Undo confirmation',
    undoConfirmationOf: 'Undo confirmation: {name}',
    noLongerEngaged: 'No longer engaged',
    noLongerEngagedOf: 'No longer engaged: {name}',
    engagedAgain: 'Engaged again',
    engagedAgainOf: 'Engaged again: {name}',
    previousWorkloads: 'Previous workloads',
    moreWorkloads: 'More workloads',
    uploadPoe: 'Upload POE',
    openInPartnerCenter: 'Open in Partner Center',
    disassociate: 'Disassociate',
    disassociateHint: 'Open a ticket to be disassociated from this customer',
    take: 'I’ll take it',
    takeHint: 'Become the owner of this claim',
    backToTheList: 'Back to the list',
    remove: 'Remove',
    bringBack: 'Bring back',
    bringBackHint: 'List and count this claim again, with its documents and marks',
    removedClaims: 'Removed claims',
  },
  'claim-remove': {
    whatFollows:
      'A claim that is removed is no longer listed, counted or reminded of, and no import changes it. Its documents and tickets stay in the record, and you can bring it back.',
    why: 'Why is it to be removed?',
    removeClaim: 'Remove claim',
    keepClaim: 'Keep it',
  },
  'removed-claims': {
    openOf: 'Open removed claim {claimId} of {customer}',
    previous: 'Previous',
    next: 'Next',
  },
  'needs-poe': {
    whatNeedsPoe: 'What needs POE',
    filteredBy: 'Filter: ',
    filter: 'Filter',
    filterHint: 'Show or hide the filter',
    clearFilter: 'Clear filter',
    program: 'Program',
    workload: 'Workload',
    owner: 'Owner',
    customerOrClaimId: 'Customer or claim ID',
    textHint: 'Any part of it',
    apply: 'Apply',
    openOf: 'Open claim {claimId} of {customer}',
    open: 'Open claim {claimId}',
    previous: 'Previous',
    next: 'Next',
  },
} satisfies CardWordsByTemplate;
