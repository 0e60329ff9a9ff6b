/** What the bot says about the documents of a claim: which there are, who did what, their download and their withdrawal. */
import type { CardWordsByTemplate } from '../../../cards/words.ts';
import type { ClaimEvent } from '../../../claims/claim.ts';
import { countText } from '../../../format/count.ts';

export const documentTexts = {
  title: (n: number, locale: string) =>
    n === 0 ? 'No documents yet' : countText(n, { one: 'document', other: 'documents' }, locale),
  states: { latest: 'Latest', older: 'Older', withdrawn: 'Withdrawn' },
  latestFor: (workloads: string) => `Latest for ${workloads}`,
  forWorkloads: (workloads: string) => `For ${workloads}`,
  filed: (who: string, when: string, size: string) => `Filed by ${who} on ${when} · ${size}`,
  withdrawn: (who: string, when: string, why: string) => `Withdrawn by ${who} on ${when}: ${why}`,
  events: {
    confirm: (who, what) => `${who} confirmed ${what} in Partner Center`,
    unconfirm: (who, what) => `${who} took the confirmation of ${what} back`,
    'not-engaged': (who, what) => `${who} marked ${what} as no longer engaged`,
    engaged: (who, what) => `${who} marked ${what} as engaged again`,
    take: (who) => `${who} took the claim`,
    assign: (who, what) => `${who} gave the claim to ${what}`,
    remove: (who, what) => `${who} removed the claim: ${what}`,
    'bring-back': (who) => `${who} brought the claim back`,
  } satisfies Record<ClaimEvent['kind'], (who: string, what: string) => string>,
  event: (day: string, what: string) => `${day}: ${what}`,
  withdrawWhy: 'Say why it is to be withdrawn, then press “Withdraw”.',
  withdrawFromWhich: 'Choose at least one workload.',
  withdrewFrom: (file: string, workloads: string) =>
    `${file} is withdrawn from ${workloads} and no longer counts there. What was uploaded to Partner Center stays there until you replace it.`,
  withdrawnBefore: 'This document was withdrawn already, or is not there any more. Here is how it stands.',
  purpose: (claimId: string) => `POE of claim ${claimId}`,
  offered: (file: string) =>
    `Press “Allow” and I save ${file} in your OneDrive. If you see nothing to press, open this chat in Teams itself: other apps take no files from me.`,
  saved: (file: string) => `${file} is in your OneDrive now.`,
  answeredBefore: 'This was answered before. For another copy open the claim and press “Download”.',
  declined: 'Nothing was saved. You find the document on its claim, whenever you need it.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const documentCardWords = {
  documents: {
    download: 'Download',
    downloadOf: 'Download {name}',
    withdraw: 'Withdraw',
    withdrawOf: 'Withdraw {name}',
    previous: 'Previous',
    next: 'Next',
    whatElse: 'What else was done',
    backToTheClaim: 'Back to the claim',
  },
  'withdraw-poe': {
    whatFollows:
      'A document that is withdrawn no longer counts. It stays in the record with your name and your reason. This cannot be undone: file it again if it was right.',
    fromWhich: 'Withdraw it from',
    why: 'Why is it to be withdrawn?',
    withdraw: 'Withdraw',
    keep: 'Keep it',
  },
} satisfies CardWordsByTemplate;
