import { z } from 'zod';
import { idField, inputField } from './fields.ts';

/** A card of the person's own, by its campaign (absent on cards from when there was one) and milestone: nobody else's can be named. */
const reminder = z.object({ campaign: inputField(100), milestone: idField });

export const reminderVerbs = {
  /** A reminder: as it stands now, its claims as a list or one by one (as messages of their own), and quiet for a while. */
  'nudge.refresh': reminder,
  'nudge.list': reminder,
  'nudge.claim': reminder.extend({ claim: idField }),
  'nudge.snooze': reminder.extend({ until: z.enum(['tomorrow', 'next week']) }),
  'reminders.set': z.object({
    reminders: z.enum(['on', 'off']),
    campaign: inputField(100),
    milestone: inputField(100),
  }),
} as const;

export type ReminderVerb = keyof typeof reminderVerbs;
