import { z } from 'zod';

/** Always of whoever presses. */
export const personalDataVerbs = {
  /** What is kept of them. */
  'data.show': z.object({}),
  /** What goes and what stays, before it does. */
  'data.delete-form': z.object({}),
  'data.delete': z.object({}),
} as const;

export type PersonalDataVerb = keyof typeof personalDataVerbs;
