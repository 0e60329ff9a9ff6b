import { z } from 'zod';
import { id, input } from './fields.ts';

export const poeVerbs = {
  /** How to send documents, in a sentence, for the welcome card's button. */
  'how.upload': z.object({}),
  /** "Upload POE": says how, and remembers the claim for the next file. */
  'poe.start': z.object({ claim: id }),
  /** "File POE". The draft's id is the one-time key. `workloads` holds keys, comma-separated, as a multi-choice input sends them. */
  'poe.file': z.object({
    draft: id,
    shown: z.string().max(100).optional(),
    claim: input(100),
    claimText: input(200),
    workloads: input(8_000),
  }),
  'poe.discard': z.object({ draft: id }),
  /** "File as POE": the spreadsheet is a document after all. */
  'import.as-poe': z.object({ job: id }),
  /** The files of a draft, for a ticket instead of a claim. */
  'ticket.add-files': z.object({ ticket: z.coerce.number().int().min(1).max(999_999_999), draft: id }),
} as const;

export type PoeVerb = keyof typeof poeVerbs;
