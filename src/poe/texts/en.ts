/** What the bot says about documents that are filed as POE. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import type { PoeAspect } from '../../claims/claim.ts';
import { countText, numberText } from '../../format/count.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { PoeProblems } from '../../problems/poe.ts';

export const poeTexts = {
  fileLine: (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  pages: (n: number, locale: string) => countText(n, { one: 'page', other: 'pages' }, locale),
  files: (n: number, locale: string) => countText(n, { one: 'file', other: 'files' }, locale),
  unnamed: { link: 'The link', picture: 'The picture', recording: 'The recording', loop: 'The Loop component' },
  refused: (name: string, reason: string) => `${name}: ${reason}`,
  noExport: (name: string, reason: string) =>
    `${name} is no export that I can import. ${reason} An export has a column of claim IDs and at least two more, such as Customer, Workload or Status. I take it as POE.`,
  tooMany: (most: number) => `I take up to ${most} files at a time. Please send the others in another message.`,
  reasons: {
    'claim id in it': 'Proposed because its claim ID stands in the document.',
    'domain in it': 'Proposed because the customer’s domain or directory ID stands in the document.',
    'customer in it': 'Proposed because the customer’s name stands in the document.',
    'claim id': 'Proposed because its claim ID stands in your message or the file name.',
    customer: 'Proposed because the customer’s name stands in your message or the file name.',
    'opened last': 'Proposed because you opened this claim last.',
    only: 'Proposed because it is your only open claim.',
    'dropped on it': 'Proposed because you dropped it on this claim.',
  },
  allStands: 'It shows all that reviewers look for.',
  stands: (aspects: string) => `It shows ${aspects}.`,
  aspects: {
    partner: 'your company',
    customer: 'the customer',
    tenantOrDomain: 'the customer’s domain or directory ID',
    workload: 'the workloads',
    signature: 'the customer’s signature',
    date: 'when it was signed',
    activities: 'what was done',
  } satisfies Record<PoeAspect, string>,
  quoted: (words: string, page: number | undefined) =>
    page === undefined ? `“${words}”` : `“${words}” (page ${page})`,
  lacks: {
    partner: {
      missing: 'Your company is not named. Add a page that names it.',
      unclear: 'I am not sure that your company is named. Have a look before you file.',
    },
    customer: {
      missing: (customer: string, other: string | undefined) =>
        other === undefined
          ? `${customer} is not named. Check that this is the right file.`
          : `It says ${other}, which looks like another company than ${customer}. Check that this is the right file.`,
      unclear: (customer: string, _: string | undefined) =>
        `I am not sure that ${customer} is named. Have a look before you file.`,
    },
    tenantOrDomain: {
      missing: 'Neither the customer’s domain nor their directory ID is in it. An e-mail address of theirs is enough.',
      unclear: 'I am not sure that the customer’s domain or directory ID is in it. Have a look before you file.',
    },
    workload: {
      missing: (names: string) => `Not named: ${names}. Choose only what it shows, or add a page that names the rest.`,
      unclear: (names: string) => `I am not sure that these are named: ${names}. Have a look before you file.`,
    },
    signature: {
      missing: 'There is no signature of the customer. Have it signed and dated, or add the signed page.',
      unclear: 'I am not sure that the customer has signed. A name and a date beside the signature make it clear.',
    },
    date: {
      missing: (words: string | undefined) =>
        words === undefined
          ? 'There is no date at the customer’s signature. Have it dated, or add the dated page.'
          : `The date of the signature, ${words}, is not within the last 12 months. A newer signed document is recommended.`,
      unclear: (words: string | undefined) =>
        words === undefined
          ? 'I am not sure when the customer signed. Check that it was within the last 12 months.'
          : `I am not sure which day ${words} is. Check that it is within the last 12 months.`,
    },
    activities: {
      missing: 'It does not say what was done. Add the page that describes the work.',
      unclear: 'I am not sure that it says what was done. Have a look before you file.',
    },
  },
  unread: {
    slow: 'I could not read it, so please check it yourself before you file.',
    kind: 'I cannot read this kind of file. A Word document (.docx) or a PDF lets me check it; you can file it as it is.',
    partly: 'I could not read all of it, so what I did not find may still be there.',
  },
  waitsForScan: (name: string) =>
    `${name}: The virus scanner cannot be reached just now. I keep the file, read nothing of it, and tell you here when it has been scanned.`,
  scanned: (name: string) => `${name} has been scanned for viruses.`,
  scannedSpreadsheet: (name: string) =>
    `${name} has been scanned for viruses. If it is an export from Partner Center, please drop it again to import it.`,
  reading: (name: string) => `I am reading ${name}. Scans take a few seconds a page.`,
  readingSeveral: (n: number, locale: string) =>
    `I am reading ${countText(n, { one: 'file', other: 'files' }, locale)}. Scans take a few seconds a page.`,
  claimChoice: (claimId: string, customer: string, program: string) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'File POE',
  submitNext: 'Next',
  severalTitle: (n: number, locale: string) =>
    `${countText(n, { one: 'file', other: 'files' }, locale)} for several claims`,
  whichClaim: 'Which claim is it for?',
  claimOf: (customer: string, claimId: string) => [customer, claimId].filter((part) => part !== '').join(' · '),
  fileSure: (n: number, locale: string) =>
    n === 1 ? 'File the clear one' : `File the ${numberText(n, locale)} clear ones`,
  notClear: 'Another claim comes into question: open it to choose.',
  filedFor: (workloads: string) => `Filed for ${workloads}.`,
  notRead: 'I could not read it.',
  mayLack: (lacks: string) => `To look at: ${lacks}.`,
  alreadyDecided: 'It has been filed already.',
  others: (names: string) => `It also names ${names}. Once it is filed here, I offer it there.`,
  chooseClaim: 'Choose a claim, or write its ID.',
  severalClaims: (text: string) => `Several claims match “${text}”. Choose one.`,
  noClaimLike: (text: string) =>
    `I cannot find a claim “${text}” among yours. Check the ID, or ask your lead whether it was imported.`,
  noClaimLikeForLead: (text: string) => `I cannot find a claim “${text}”. Check the ID, or whether it was imported.`,
  chooseWorkloads: 'Choose at least one workload.',
  workloadsOf: (customer: string) => `These are the workloads of ${customer}. Choose, then file.`,
  noClaims:
    'There is no claim yet that you may file for. Ask your lead to import or assign it, then send the file again.',
  noClaimsForLead:
    'There is no claim yet to file it for. Drop the export from Partner Center here first, then send the file again.',
  discarded: 'Discarded. Nothing was filed.',
  filed: (files: string, workloads: string, claimId: string) =>
    `Filed ${files} for ${workloads} on claim ${claimId}. Last step: upload it in Partner Center, then press “Confirmed in Partner Center”.`,
  alreadyFiled: (name: string, workload: string, when: string) =>
    `${name} was already filed for ${workload} on ${when}.`,
  alreadyFiledDraft: (claimId: string) => `Already filed on claim ${claimId}. Here it is as it stands now.`,
  kinds: {
    pdf: 'PDF',
    docx: 'Word document',
    xlsx: 'Excel workbook',
    pptx: 'PowerPoint presentation',
    doc: 'Word document',
    msg: 'Outlook message',
    png: 'Picture',
    jpg: 'Picture',
    tiff: 'Picture',
    txt: 'Plain text',
    csv: 'CSV file',
    html: 'Web page',
    eml: 'E-mail',
    rtf: 'RTF document',
    spreadsheet: 'Spreadsheet',
  },
  dropHere: (claimId: string, customer: string) =>
    `Drop the document for claim ${claimId} (${customer}) into this chat, or paste a picture. I will propose this claim for it.`,
  orTicket: 'Or add it to one of your tickets:',
  how: 'Drop one or several documents into this chat, or paste a picture. I take PDF, Word, Excel, PowerPoint, Outlook messages, pictures and plain text. You choose the claim afterwards.',
  help: 'Drop a document here, or paste a picture, to file it as POE.',
  button: 'Upload a document',
};

/** The sentences for what people can put right. */
export const poeProblems: ProblemTexts<PoeProblems> = {
  'poe.gone': () => 'This upload is no longer open. Please send the file again.',
  'poe.why-too-long': ({ count, most }, locale) =>
    `The reason has ${countText(count, { one: 'character', other: 'characters' }, locale)}, and up to ${numberText(most, locale)} fit. Nothing was filed: please shorten it and press again.`,
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.no-document': () =>
    'I cannot find this document among yours. Its claim may have got another owner since this card was drawn.',
  'poe.offer-gone': () => 'This offer has run out. For the document open its claim and press “Download”.',
  'poe.not-yours': () => 'This upload belongs to somebody else, so nothing was filed.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const poeCardWords = {
  'file-poe-several': {
    fileAsPoe: 'File as POE',
    open: 'Open',
    openHint: 'Look at {title} before it is filed',
  },
  'file-poe': {
    fileAsPoe: 'File as POE',
    claim: 'Claim',
    chooseAClaim: 'Choose a claim',
    orAnother: 'Or another claim',
    claimTextHint: 'Claim ID or customer name',
    workloadsItShows: 'Workloads it shows',
    whyAllTheSame: 'Why it is filed all the same',
    whyHint: 'For example: the signed copy follows',
    discard: 'Discard',
    discardHint: 'Do not file it',
  },
} satisfies CardWordsByTemplate;
