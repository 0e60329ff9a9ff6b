import { z } from 'zod';
import { idField, pageField } from './fields.ts';

export const importVerbs = {
  /** How to import, in a sentence, for the welcome card's button. */
  'how.import': z.object({}),
  /** What to do with unrecognised columns: inputs `column0`, `column1`, … hold a field's name or nothing. */
  'import.map': z.looseObject({ job: idField, columnPage: pageField }),
  'import.confirm': z.looseObject({ job: idField }),
  'import.cancel': z.object({ job: idField }),
  /** For leads: the last imports of any lead, one of them, and its undo, once. */
  imports: z.object({ page: pageField }),
  'import.open': z.object({ job: idField }),
  'import.undo': z.object({ job: idField }),
} as const;

export type ImportVerb = keyof typeof importVerbs;
