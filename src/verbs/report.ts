import { z } from 'zod';
import { idField, inputField, pageField } from './fields.ts';

export const reportVerbs = {
  /** For leads: where the campaign stands, and reminding by hand. `campaign` is its id, the current one where absent; `owner` is a person's id. */
  report: z.object({ campaign: inputField(100), page: pageField }),
  'report.remind': z.object({ campaign: inputField(100), owner: idField, page: pageField, once: idField }),
  'report.remind-all': z.object({ campaign: inputField(100), once: idField }),
} as const;

export type ReportVerb = keyof typeof reportVerbs;
