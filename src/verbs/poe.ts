import { z } from 'zod';
import { idField, inputField } from './fields.ts';

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
  }),
  'poe.discard': z.object({ draft: idField }),
  /** "File as POE": the spreadsheet is a document after all. */
  'import.as-poe': z.object({ job: idField }),
  /** The files of a draft, for a ticket instead of a claim. */
  'ticket.add-files': z.object({ ticket: z.coerce.number().int().min(1).max(999_999_999), draft: idField }),
} as const;

export type PoeVerb = keyof typeof poeVerbs;
