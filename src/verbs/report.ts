import { z } from 'zod';
import { id, page } from './fields.ts';

export const reportVerbs = {
  /** For leads: where the campaign stands, and reminding by hand. `owner` is a person's id. */
  report: z.object({ page }),
  'report.remind': z.object({ owner: id, page, once: id }),
  'report.remind-all': z.object({ once: id }),
} as const;

export type ReportVerb = keyof typeof reportVerbs;
