import { z } from 'zod';
import { idField, inputField, pageField, textField } from './fields.ts';

const filedDocument = z.object({ claim: idField, draft: idField, sha256: idField });

export const poeVerbs = {
  /** How to send documents, in a sentence, for the welcome card's button. */
  'how.upload': z.object({}),
  /** "Upload POE": says how, and remembers the claim for the next file. */
  'poe.start': z.object({ claim: idField }),
  /** "File POE". The draft's id is the one-time key. `workloads` holds keys, comma-separated, as a multi-choice input sends them. */
  'poe.file': z.object({
    draft: idField,
    shown: z.string().max(100).optional(),
    claim: inputField(100),
    claimText: inputField(200),
    workloads: inputField(8_000),
    why: textField,
  }),
  /** The card of one of several uploads. */
  'poe.open': z.object({ draft: idField }),
  /** "File 3 documents". `drafts`: ids, comma-separated. */
  'poe.file-sure': z.object({ drafts: z.string().min(1).max(1_000) }),
  'poe.discard': z.object({ draft: idField }),
  /** All documents of a claim, and what else was done with it. `list`: as on the claim's own card. */
  'poe.documents': z.object({ claim: idField, list: inputField(700), page: pageField }),
  /** Asks to save a document of a claim where the person keeps theirs. */
  'poe.download': z.object({ claim: idField, sha256: idField }),
  /** The form for the reason, and the withdrawal itself. `draft` and `sha256`: the document as it was filed once. */
  'poe.withdraw-form': filedDocument,
  'poe.withdraw': filedDocument.extend({ once: idField, workloads: inputField(8_000), reason: textField }),
  /** "File as POE": the spreadsheet is a document after all. */
  'import.as-poe': z.object({ job: idField }),
  /** The files of a draft, for a ticket instead of a claim. */
  'ticket.add-files': z.object({ ticket: z.coerce.number().int().min(1).max(999_999_999), draft: idField }),
} as const;

export type PoeVerb = keyof typeof poeVerbs;
