import { z } from 'zod';
import { idField, pageField } from './fields.ts';

export const reportVerbs = {
  /** For leads: where the campaign stands, and reminding by hand. `owner` is a person's id. */
  report: z.object({ page: pageField }),
  'report.remind': z.object({ owner: idField, page: pageField, once: idField }),
  'report.remind-all': z.object({ once: idField }),
} as const;

export type ReportVerb = keyof typeof reportVerbs;
