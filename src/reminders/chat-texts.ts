/** What the bot answers in the chat about reminders, the report and announcements. */
import { shorten } from '../format/shorten.ts';
import type { Reason } from './plan.ts';

const NAME = 100;

/** Why a lead's reminder is not sent: with the name, as a sentence. */
const whyNot: Partial<Record<Reason, (name: string) => string>> = {
  'nothing open': (name) => `${name} has nothing left to collect or to upload.`,
  unreachable: (name) => `I cannot reach ${name}: the bot is not installed there, or was removed or blocked.`,
  off: (name) => `${name} turned reminders off, so I leave them in peace.`,
  'being sent': (name) => `A reminder for ${name} is on its way already.`,
  failed: (name) => `Today’s reminder for ${name} could not be delivered. Another one can go out tomorrow.`,
  unknown: (name) =>
    `A reminder for ${name} left today, and no answer came. It may have arrived, so I do not send a second one.`,
};

export const texts = {
  leadsOnly: 'That is for leads. Write “what needs POE” for your own claims.',
  noSuchCard: 'I cannot find this reminder. Write “what needs POE” for your claims.',
  noSuchAnnouncement: 'I cannot find this announcement. Write “topics” to read what the notice says.',
  remindersOff: 'Reminders are off. Write “reminders on” to have them again.',
  remindersOn: 'Reminders are on. You get a card at most once a day, in your working hours, while something is open.',
  quiet: (day: string) => `Quiet until ${day}. Then I remind you once more, if something of yours is still open.`,
  ownerUnknown: 'I do not know this person yet. I can remind them as soon as they open the bot once.',
  remindedNow: (name: string) => `${short(name)} gets a reminder now.`,
  remindedLater: (name: string, when: string) =>
    `${short(name)} gets a reminder when their working hours begin: ${when} by your clock.`,
  snoozed: (name: string, day: string) => `${short(name)} asked for quiet until ${day}, so I wait until then.`,
  notReminded: (name: string, why: Reason) =>
    (whyNot[why] ?? ((who: string) => `${who} was reminded today already.`))(short(name)),
  remindingAll:
    'I remind everybody with open claims whom I can reach, each in their working hours and once a day at most.',
  remindingAllBefore: 'You asked for this before, so I do not start again. Below you see how far it is.',
  announce: {
    noAudience: 'Choose who gets it first.',
    noProgram: 'Choose a program first.',
    noCustomer: 'Enter the customer’s name, or one of their claim IDs.',
    unknownCustomer: (name: string) => `I know no claim of ${shorten(name, NAME)}. Check the name, or use a claim ID.`,
    unknownProgram: 'I know no claim in this program. Choose another one.',
    another: 'Another one of yours went out from this form. To send this one as well, press the button.',
    longLine: 'Your line is too long. Please keep it to 500 characters.',
  },
} as const;

function short(name: string): string {
  return shorten(name, NAME);
}
