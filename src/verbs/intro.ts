import { z } from 'zod';

export const introVerbs = {
  help: z.object({}),
} as const;

export type IntroVerb = keyof typeof introVerbs;
