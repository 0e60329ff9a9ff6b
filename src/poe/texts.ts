/** What the bot says about documents that are filed as POE. */
import type { CardWordsByTemplate } from '../cards/words.ts';
import { countText } from '../format/count.ts';
import type { ProblemTexts } from '../problems/index.ts';
import type { PoeProblems } from '../problems/poe.ts';

export const poeTexts = {
  fileLine: (name: string, kind: string, size: string) => [name, kind, size].filter((part) => part !== '').join(' · '),
  files: (n: number, locale: string) => countText(n, { one: 'file', other: 'files' }, locale),
  unnamed: { link: 'The link', picture: 'The picture', recording: 'The recording', loop: 'The Loop component' },
  refused: (name: string, reason: string) => `${name}: ${reason}`,
  noExport: (name: string, reason: string) =>
    `${name} is no export that I can import. ${reason} An export has a column of claim IDs and at least two more, such as Customer, Workload or Status. I take it as POE.`,
  tooMany: (most: number) => `I take up to ${most} files at a time. Please send the others in another message.`,
  reasons: {
    'claim id': 'Proposed because its claim ID stands in your message or the file name.',
    customer: 'Proposed because the customer’s name stands in your message or the file name.',
    'opened last': 'Proposed because you opened this claim last.',
    only: 'Proposed because it is your only open claim.',
  },
  claimChoice: (claimId: string, customer: string, program: string) => `${customer} · ${claimId} · ${program}`,
  submitFile: 'File POE',
  submitNext: 'Next',
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
    spreadsheet: 'Spreadsheet',
  },
  dropHere: (claimId: string, customer: string) =>
    `Drop the document for claim ${claimId} (${customer}) into this chat, or paste a picture. I will propose this claim for it.`,
  orTicket: 'Or add it to one of your tickets:',
  how: 'Drop one or several documents into this chat, or paste a picture. I take PDF, Word, Excel, PowerPoint, Outlook messages, pictures and plain text. You choose the claim afterwards.',
  help: 'Drop a document here, or paste a picture, to file it as POE.',
  button: 'Upload a document',
} as const;

/** The sentences for what people can put right. */
export const poeProblems: ProblemTexts<PoeProblems> = {
  'poe.gone': () => 'This upload is no longer open. Please send the file again.',
  'poe.nothing-to-file-for': () => poeTexts.noClaims,
  'poe.not-yours': () => 'This upload belongs to somebody else, so nothing was filed.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const poeCardWords = {
  'file-poe': {
    fileAsPoe: 'File as POE',
    claim: 'Claim',
    chooseAClaim: 'Choose a claim',
    orAnother: 'Or another claim',
    claimTextHint: 'Claim ID or customer name',
    workloadsItShows: 'Workloads it shows',
    discard: 'Discard',
    discardHint: 'Do not file it',
  },
} as const satisfies CardWordsByTemplate;
