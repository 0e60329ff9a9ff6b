/** What the bot says in reminders, in what leads see of them, and in announcements. Updating is recommended, never required. */
import { countText } from '../format/count.ts';
import type { Unreached } from '../report/digest.ts';
import type { Audience, ShownClaim } from './card-facts.ts';
import type { Reason } from './plan.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Why somebody got nothing, as the end of "not sent: …". */
const reasons: Readonly<Record<Reason, string>> = {
  'nothing open': 'nothing was left to do',
  unreachable: 'the bot is not installed, or was removed or blocked',
  'no lead': 'it is for leads',
  off: 'reminders are off',
  snoozed: 'a later day was asked for',
  'outside hours': 'it was outside of working hours',
  'not yet': 'the day is still to come',
  'already sent': 'it was there already',
  'being sent': 'it was being sent already',
  unknown: 'it may have arrived before',
  failed: 'it could not be delivered',
  superseded: 'a newer one took its place',
  over: 'the last day for it had passed',
};

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'Everyone who has the bot',
  program: (name) => `Owners of claims in ${name}`,
  customer: (name) => `Owners of claims for ${name}`,
};

const reach: Readonly<Record<Unreached['reach'], string>> = {
  'never installed': 'has not installed the bot',
  blocked: 'removed or blocked the bot',
};

export const texts = {
  reminder: {
    toCollect: (n: number, locale: string) => `${countText(n, 'claim', 'claims', locale)} to collect POE for`,
    toUpload: (n: number, locale: string) => `${countText(n, 'claim', 'claims', locale)} to upload in Partner Center`,
    alsoToUpload: (n: number, locale: string) => `${n.toLocaleString(locale)} to upload in Partner Center`,
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
  digest: {
    unowned: (n: number, locale: string) => `${countText(n, 'open claim has', 'open claims have', locale)} no owner`,
    unownedHint: (toCollect: number, toUpload: number, locale: string) =>
      `${openText(toCollect, toUpload, locale)}. Without an owner, no reminder goes out. To give a claim to somebody, write “assign”, its ID, “to” and their name.`,
    unreached: (n: number, locale: string) => `${countText(n, 'owner', 'owners', locale)} I cannot reach`,
    unreachedHint:
      'Their reminders start as soon as they open the bot or write to it. A Teams administrator can install it for them.',
    unreachedDetail: (open: number, why: Unreached['reach'], locale: string) =>
      `${countText(open, 'open claim', 'open claims', locale)}, ${reach[why]}`,
    waiting: (n: number, locale: string) => `${countText(n, 'owner', 'owners', locale)} who may be glad of a hand`,
    waitingHint: 'Two reminders went out, and as much is open as before.',
    waitingDetail: (open: number, locale: string) => countText(open, 'open claim', 'open claims', locale),
    moreNames: (n: number, locale: string) => countText(n, 'more name', 'more names', locale),
    notNamed: (n: number, locale: string) => `and ${n.toLocaleString(locale)} more, not named here`,
    empty: 'Every open claim has an owner, and I can reach them all.',
  },
  report: {
    claims: {
      toCollect: 'to collect POE for',
      toUpload: 'to upload in Partner Center',
      nothingLeft: 'with nothing left to do',
      unowned: 'of the open ones without an owner',
    },
    sent: 'sent',
    waiting: 'waiting to be sent',
    waitingSince: (age: string) => `waiting to be sent, the oldest for ${age}`,
    perSecond: 'a second are going out',
    perMinute: 'a minute are going out',
    unknown: 'could not be confirmed: they may have arrived, so they are not sent again',
    failed: (why: string) => `not delivered: ${why}`,
    skipped: (why: string) => `not sent: ${why}`,
    owners: (n: number, locale: string) =>
      n === 0 ? 'No open claim has an owner' : countText(n, 'owner of open claims', 'owners of open claims', locale),
    nothingOpen: 'Nothing open',
    lastSent: (day: string) => `Last reminder on ${day}`,
    neverSent: 'Not reminded yet',
    notes: {
      'never installed': 'Has not installed the bot',
      blocked: 'Removed or blocked the bot',
      off: 'Turned reminders off',
    },
    snoozed: (day: string) => `Asked for quiet until ${day}`,
    remindAll: (n: number, locale: string) => (n === 1 ? 'Remind 1 owner' : `Remind all ${n.toLocaleString(locale)}`),
  },
  announce: {
    audiences: {
      everyone: 'Everyone who has the bot',
      program: 'Owners of claims in a program',
      customer: 'Owners of claims for a customer',
    } satisfies Record<Audience['kind'], string>,
    audience: ({ kind, name = '' }: Audience) => audiences[kind](name),
    people: (n: number, locale: string) =>
      n === 0 ? 'Nobody would get it' : countText(n, 'person gets it', 'people get it', locale),
    nobody: 'Choose somebody else, or ask them to open the bot first.',
    yourLine: 'Your line, above the notice in short:',
    noLine: 'No line of your own: just the notice in short.',
    off: (n: number, locale: string) =>
      n === 1
        ? '1 person turned messages off and is left out.'
        : `${n.toLocaleString(locale)} people turned messages off and are left out.`,
    hours: 'It goes out in their working hours.',
    send: (n: number, locale: string) => `Send to ${countText(n, 'person', 'people', locale)}`,
  },
  announcement: {
    writes: (name: string) => `${name} writes:`,
    shares: (name: string) => `${name} shares this with you.`,
    read: 'You have read it. Thank you.',
    howOff: 'To get no more messages like this, write “reminders off” at any time.',
  },
  progress: {
    sharedBy: (name: string, when: string) => `Shared by ${name}, ${when}`,
    sent: 'got it',
    read: 'of them pressed “I have read it”',
    waiting: 'still to be sent',
    unknown: 'may have got it: no answer came, so it is not sent again',
    failed: 'could not be delivered',
    off: 'turned messages off',
  },
  unreached: {
    'never installed': (names: string) => `Without the bot: ${names}`,
    blocked: (names: string) => `Removed or blocked the bot: ${names}`,
  } satisfies Record<Unreached['reach'], (names: string) => string>,
  unreachedMore: (n: number, locale: string) =>
    n === 1 ? '1 more cannot be reached' : `${n.toLocaleString(locale)} more cannot be reached`,
  andMore: (n: number, locale: string) => `and ${n.toLocaleString(locale)} more`,
  otherReasons: 'other reasons',
  somebody: 'Somebody',
} as const;

/** "5 to collect, 2 to upload", without what is none; empty where nothing is open. */
export function openText(toCollect: number, toUpload: number, locale: string): string {
  const parts = [
    ...(toCollect > 0 ? [`${toCollect.toLocaleString(locale)} to collect`] : []),
    ...(toUpload > 0 ? [`${toUpload.toLocaleString(locale)} to upload`] : []),
  ];
  return parts.join(', ');
}

/** A day that is near (`YYYY-MM-DD`): "Wednesday, June 17". */
export function weekdayText(day: string, locale: string): string {
  const form = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}

/** "3 minutes"; the largest unit only. @param ms how long */
export function ageText(ms: number, locale: string): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  if (ms < HOUR_MS) return countText(Math.floor(ms / MINUTE_MS), 'minute', 'minutes', locale);
  if (ms < DAY_MS) return countText(Math.floor(ms / HOUR_MS), 'hour', 'hours', locale);
  return countText(Math.floor(ms / DAY_MS), 'day', 'days', locale);
}

/** A reason of the ledger in plain words: one of the planner's, or why a message was refused. */
export function reasonText(reason: string): string {
  if (Object.hasOwn(reasons, reason)) return reasons[reason as Reason];
  if (reason === 'gone') return 'the chat is not there any more';
  if (/^status \d{3}$/.test(reason)) return `Teams refused it (${reason})`;
  return reason.startsWith('tried for 24 hours') ? 'Teams did not take it for 24 hours' : texts.otherReasons;
}
