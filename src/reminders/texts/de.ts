/** What the bot says in reminders and about them, in German. Updating is recommended, never required. */
import { countText, numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const reminderTexts: typeof en.reminderTexts = {
  remindersOff: 'Erinnerungen sind ausgeschaltet. Schreiben Sie „Erinnerungen an“, um sie wieder zu bekommen.',
  remindersOn:
    'Erinnerungen sind eingeschaltet. Solange etwas offen ist, bekommen Sie höchstens einmal am Tag eine Karte, in Ihrer Arbeitszeit.',
  onOrOff:
    'Schreiben Sie „Erinnerungen aus“, um meine Erinnerungen zu beenden, oder „Erinnerungen an“, um sie wieder zu bekommen.',
  quiet: (day) => `Ruhe bis ${day}. Dann erinnere ich Sie noch einmal, falls bei Ihnen noch etwas offen ist.`,
  help: 'Solange bei Ihnen etwas offen ist, erinnere ich Sie an einigen Tagen vor dem Stichtag. Schreiben Sie „Erinnerungen aus“ oder „Erinnerungen an“.',
  card: {
    toCollect: (n, locale) => `POE fehlt noch für ${countText(n, { one: 'Claim', other: 'Claims' }, locale)}`,
    toUpload: (n, locale) =>
      `${countText(n, { one: 'Claim', other: 'Claims' }, locale)} noch in Partner Center hochzuladen`,
    alsoToUpload: (n, locale) => `${numberText(n, locale)} noch in Partner Center hochzuladen`,
    askedBy: (name) => `${name} hat mich gebeten, Sie zu erinnern.`,
    struck: { 'to collect': 'POE fehlt', 'to upload': 'Hier abgelegt', done: 'Erledigt' },
    snoozed: (day) => `Ruhe bis ${day}.`,
    off: 'Erinnerungen sind ausgeschaltet.',
    allDone: 'Alles erledigt, vielen Dank',
    allDoneHint: 'Bei Ihnen ist nichts mehr einzuholen oder hochzuladen. Solange das so ist, melde ich mich nicht.',
    howOff:
      'Die Aktualisierung wird empfohlen. Um diese Erinnerungen zu beenden, schreiben Sie jederzeit „Erinnerungen aus“.',
    howOn: 'Um sie wieder zu bekommen, schreiben Sie jederzeit „Erinnerungen an“.',
  },
};

export const reminderProblems: typeof en.reminderProblems = {
  'reminder.not-found': () => 'Diese Erinnerung finde ich nicht. Schreiben Sie „Claims ohne POE“ für Ihre Claims.',
  'reminder.unknown-owner': () =>
    'Diese Person kenne ich noch nicht. Ich kann sie erinnern, sobald sie den Bot einmal öffnet.',
  'reminder.leads-only': () => 'Das ist nur für Leads. Schreiben Sie „Claims ohne POE“ für Ihre eigenen Claims.',
};

export const reminderCardWords: typeof en.reminderCardWords = {
  nudge: {
    refresh: 'Aktualisieren',
    cporReminder: 'CPOR-Erinnerung',
    openOf: '{customer} öffnen, {about}',
    openHint: 'Diesen Claim öffnen',
    showAll: 'Alle zeigen',
    showAllHint: 'Alle Ihre offenen Claims zeigen',
    tomorrow: 'Morgen',
    tomorrowHint: 'Morgen noch einmal erinnern',
    nextWeek: 'Nächste Woche',
    nextWeekHint: 'Nächste Woche noch einmal erinnern',
    remindersOff: 'Erinnerungen aus',
    remindersOn: 'Erinnerungen an',
  },
};
