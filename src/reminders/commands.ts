/** What people type about reminders, and ask for in free words. */
import type { Command, Intent } from '../feature.ts';
import type { ReminderHandlers } from './handlers.ts';
import { reminderTexts } from './texts.ts';

export function reminderCommands(reminders: ReminderHandlers): readonly Command[] {
  return [
    {
      name: 'reminders',
      pattern:
        /^(?:please )?(?:turn |switch |set )?(?:my |the |all )?(?:reminders?|nudges?|notifications?)(?: to)? (?<to>on|off)(?: again)?[.!?]*$/i,
      handle: (turn, match) => reminders.set(turn, { reminders: onOrOff(match) }),
    },
    {
      name: 'turn-reminders',
      pattern:
        /^(?:please )?(?:turn|switch) (?<to>on|off) (?:my |the |all )?(?:reminders?|nudges?|notifications?)[.!?]*$/i,
      handle: (turn, match) => reminders.set(turn, { reminders: onOrOff(match) }),
    },
    {
      name: 'stop-reminders',
      pattern:
        /^(?:please )?(?:stop|no more) (?:sending me |sending |the |my |all )?(?:reminders?|nudges?|nudging me|reminding me)[.!?]*$/i,
      handle: (turn) => reminders.set(turn, { reminders: 'off' }),
    },
    {
      name: 'snooze',
      pattern:
        /^(?:please )?(?:(?:remind|nudge|ask) me (?:again )?(?<when>later|tomorrow|next week|on monday)|snooze(?: (?:it|this|that|the reminders?|until))?(?: (?:until )?(?<until>tomorrow|next week|monday))?)[.!?]*$/i,
      handle: (turn, match) =>
        reminders.snoozeInWords(
          turn,
          /week|monday/i.test(match.groups?.when ?? match.groups?.until ?? '') ? 'next week' : 'tomorrow',
        ),
    },
  ];
}

function onOrOff(match: RegExpExecArray): 'on' | 'off' {
  return match.groups?.to?.toLowerCase() === 'on' ? 'on' : 'off';
}

/** Before a word for reminding: "so that I don't forget, remind me" wants them. */
const NEGATED =
  /(?:\b(?:not|never|no|none|stop|quit|end|without|cannot|dont|wont|cant)|n['’]t)(?: (?!forget|miss)[\p{L}'’]+){0,3}? (?:remind|nudg|ping|pok|nag|notif|messag|send|writ|bother)/iu;
/** “Turn them off”, not “I turned them off by mistake”. */
const OFF = /\b(?:turn|switch|shut|put)\b[^.!?]{0,40}\boff\b(?! by)/i;
/** “… again like before”: they had turned them off, and want them back. */
const AGAIN = /\b(?:again|back on|resume|restart|like before|as before)\b/i;
/** Whoever wants no more of them says so by one of these, and not “full stop” as one who dictates. */
const STOPS =
  /\b(?:(?<!full )stop|quit|end|off|mute|silen|enough|cancel|disabl|unsubscrib|paus|leave me|leave off|rid of|without|drop|kill|halt|ceas|spare|refrain|opt out|cut|less|fewer|quiet)|\b(?:not|never|no|dont)\b|n['’]t\b/iu;

export function reminderIntents(reminders: ReminderHandlers): Readonly<Record<string, Intent>> {
  return {
    // The opposite of what somebody wants is worse than a question back.
    'reminders-off': async (turn) =>
      !STOPS.test(turn.text) || (AGAIN.test(turn.text) && !NEGATED.test(turn.text))
        ? { text: reminderTexts(turn.locale).onOrOff }
        : reminders.set(turn, { reminders: 'off' }),
    'reminders-on': async (turn) =>
      NEGATED.test(turn.text) || OFF.test(turn.text)
        ? { text: reminderTexts(turn.locale).onOrOff }
        : reminders.set(turn, { reminders: 'on' }),
  };
}
