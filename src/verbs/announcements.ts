import { z } from 'zod';
import { idField, inputField, textField } from './fields.ts';

const announcement = z.object({
  once: idField,
  campaign: inputField(100),
  audience: inputField(20),
  program: inputField(100),
  customer: textField,
  line: textField,
});

export const announcementVerbs = {
  /** For leads: the notice shared. `once` is the announcement's own key, from the form to the sending. */
  announce: z.object({ campaign: inputField(100) }),
  'announce.edit': announcement,
  'announce.check': announcement,
  'announce.send': announcement,
  /** What came of it, for leads; for whoever got it the card as it stands, and "I have read it". */
  announcement: z.object({ order: idField }),
  'announcement.card': z.object({ order: idField }),
  'announcement.read': z.object({ order: idField }),
} as const;

export type AnnouncementVerb = keyof typeof announcementVerbs;
