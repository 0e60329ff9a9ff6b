import { z } from 'zod';
import { id, input } from './fields.ts';

const announcement = z.object({
  once: id,
  audience: input(20),
  program: input(100),
  customer: input(300),
  line: input(2_000),
});

export const announcementVerbs = {
  /** For leads: the notice shared. `once` is the announcement's own key, from the form to the sending. */
  announce: z.object({}),
  'announce.edit': announcement,
  'announce.check': announcement,
  'announce.send': announcement,
  /** What came of it, for leads; for whoever got it the card as it stands, and "I have read it". */
  announcement: z.object({ order: id }),
  'announcement.card': z.object({ order: id }),
  'announcement.read': z.object({ order: id }),
} as const;

export type AnnouncementVerb = keyof typeof announcementVerbs;
