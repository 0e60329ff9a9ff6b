/** What the bot says in reminders and about them. Updating is recommended, never required. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText, numberText } from '../../format/count.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { ReminderProblems } from '../../problems/reminders.ts';
import type { ShownClaim } from '../content.ts';

export const reminderTexts = {
  remindersOff: 'Reminders are off. Write “reminders on” to have them again.',
  remindersOn: 'Reminders are on. You get a card at most once a day, in your working hours, while something is open.',
  onOrOff: 'Write “reminders off” to end my reminders, or “reminders on” to have them again.',
  quiet: (day: string) => `Quiet until ${day}. Then I remind you once more, if something of yours is still open.`,
  help: 'I remind you on some days before the deadline while something of yours is open. Write “reminders off” or “reminders on”.',
  card: {
    toCollect: (n: number, locale: string) =>
      `${countText(n, { one: 'claim', other: 'claims' }, locale)} to collect POE for`,
    toUpload: (n: number, locale: string) =>
      `${countText(n, { one: 'claim', other: 'claims' }, locale)} to upload in Partner Center`,
    alsoToUpload: (n: number, locale: string) => `${numberText(n, locale)} to upload in Partner Center`,
    askedBy: (name: string) => `${name} asked me to remind you.`,
    struck: { 'to collect': 'To collect', 'to upload': 'Filed here', done: 'Done' } satisfies Record<
      ShownClaim['state'],
      string
    >,
    snoozed: (day: string) => `Quiet until ${day}.`,
    off: 'Reminders are off.',
    allDone: 'All done, thank you',
    allDoneHint: 'Nothing of yours is left to collect or to upload. I stay quiet as long as it is so.',
    howOff: 'Updating is recommended. To end these reminders, write “reminders off” at any time.',
    howOn: 'To get them again, write “reminders on” at any time.',
  },
};

export const reminderProblems: ProblemTexts<ReminderProblems> = {
  'reminder.not-found': () => 'I cannot find this reminder. Write “what needs POE” for your claims.',
  'reminder.unknown-owner': () => 'I do not know this person yet. I can remind them as soon as they open the bot once.',
  'reminder.leads-only': () => 'That is for leads. Write “what needs POE” for your own claims.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reminderCardWords = {
  nudge: {
    refresh: 'Refresh',
    cporReminder: 'CPOR reminder',
    openOf: 'Open {customer}, {about}',
    openHint: 'Open this claim',
    showAll: 'Show all',
    showAllHint: 'Show all of your open claims',
    tomorrow: 'Tomorrow',
    tomorrowHint: 'Remind me again tomorrow',
    nextWeek: 'Next week',
    nextWeekHint: 'Remind me again next week',
    remindersOff: 'Reminders off',
    remindersOn: 'Reminders on',
  },
} satisfies CardWordsByTemplate;
