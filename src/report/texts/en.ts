/** What leads read about the campaign: the report, the digest, and reminders that they ask for. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import type { Reason } from '../../delivery/nudge.ts';
import { countText, numberText, plural } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { ReportProblems } from '../../problems/report.ts';
import type { UnreachedOwner } from '../digest.ts';

/** Bytes of JSON. */
const NAME = 100;

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

const reach: Readonly<Record<UnreachedOwner['reach'], string>> = {
  'never installed': 'has not installed the bot',
  blocked: 'removed or blocked the bot',
  'by name alone': 'is named by name alone: write “owners”',
};

export const reportTexts = {
  help: 'Write “report” to see where everybody stands and to remind them, and “announce” to share the notice.',
  button: 'See the report',
  digest: {
    unowned: (n: number, locale: string) =>
      `${countText(n, { one: 'open claim has', other: 'open claims have' }, locale)} no owner`,
    unownedHint: (open: string) =>
      `${open}. Without an owner, no reminder goes out. To give a claim to somebody, write “assign”, its ID, “to” and their name.`,
    unreached: (n: number, locale: string) =>
      `${countText(n, { one: 'owner', other: 'owners' }, locale)} I cannot reach`,
    unreachedHint:
      'Their reminders start as soon as they open the bot or write to it. A Teams administrator can install it for them.',
    unreachedDetail: (open: number, why: UnreachedOwner['reach'], locale: string) =>
      `${countText(open, { one: 'open claim', other: 'open claims' }, locale)}, ${reach[why]}`,
    stalled: (n: number, locale: string) =>
      `${countText(n, { one: 'owner', other: 'owners' }, locale)} who may be glad of a hand`,
    stalledHint: 'Two reminders went out, and as much is open as before.',
    stalledDetail: (open: number, locale: string) =>
      countText(open, { one: 'open claim', other: 'open claims' }, locale),
    moreNames: (n: number, locale: string) => countText(n, { one: 'more name', other: 'more names' }, locale),
    notNamed: (n: number, locale: string) => `and ${numberText(n, locale)} more, not named here`,
    empty: 'Every open claim has an owner, and I can reach them all.',
  },
  card: {
    claims: {
      toCollect: 'to collect POE for',
      toUpload: 'to upload in Partner Center',
      lacking: 'with POE that may not stand',
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
      n === 0
        ? 'No open claim has an owner'
        : countText(n, { one: 'owner of open claims', other: 'owners of open claims' }, locale),
    nothingOpen: 'Nothing open',
    lastSent: (day: string) => `Last reminder on ${day}`,
    neverSent: 'Not reminded yet',
    notes: {
      'never installed': 'Has not installed the bot',
      blocked: 'Removed or blocked the bot',
      'by name alone': 'Named by name alone: write “owners”',
      off: 'Turned reminders off',
    },
    snoozed: (day: string) => `Asked for quiet until ${day}`,
    remindAll: (n: number, locale: string) =>
      plural(n, { one: 'Remind 1 owner', other: `Remind all ${numberText(n, locale)}` }, locale),
  },
  remindedNow: (name: string) => `${short(name)} gets a reminder now.`,
  remindedLater: (name: string, when: string) =>
    `${short(name)} gets a reminder when their working hours begin: ${when} by your clock.`,
  snoozed: (name: string, day: string) => `${short(name)} asked for quiet until ${day}, so I wait until then.`,
  notReminded: (name: string, why: Reason) =>
    (whyNot[why] ?? ((who: string) => `${who} was reminded today already.`))(short(name)),
  remindingAll:
    'I remind everybody with open claims whom I can reach, each in their working hours and once a day at most.',
  remindingAllBefore: 'You asked for this before, so I do not start again. Below you see how far it is.',
  /** What is open: "5 to collect, 2 to upload". */
  toCollect: (n: number, locale: string) => `${numberText(n, locale)} to collect`,
  toUpload: (n: number, locale: string) => `${numberText(n, locale)} to upload`,
  age: {
    moments: 'less than a minute',
    minutes: (n: number, locale: string) => countText(n, { one: 'minute', other: 'minutes' }, locale),
    hours: (n: number, locale: string) => countText(n, { one: 'hour', other: 'hours' }, locale),
    days: (n: number, locale: string) => countText(n, { one: 'day', other: 'days' }, locale),
  },
  reasons,
  /** Why a message was refused, as the end of "not delivered: …". */
  refusals: {
    gone: 'the chat is not there any more',
    status: (status: string) => `Teams refused it (${status})`,
    expired: 'Teams did not take it for 24 hours',
    other: 'other reasons',
  },
};

export const reportProblems: ProblemTexts<ReportProblems> = {
  'report.leads-only': () => 'That is for leads. Write “what needs POE” for your own claims.',
};

function short(name: string): string {
  return shorten(name, NAME);
}

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const reportCardWords = {
  digest: {
    forLeads: 'For leads',
    heading: 'Where a lead can help',
    moreNamesHint: 'Show or hide more names',
    openTheReport: 'Open the report',
    claimsWithoutAnOwner: 'Claims without an owner',
    howOff: 'To get no more cards like this, write “reminders off” at any time.',
  },
  report: {
    report: 'Report',
    heading: 'Where the campaign stands',
    claims: 'Claims',
    remindersSoFar: 'Reminders so far',
    remind: 'Remind',
    remindOf: 'Remind {name}',
    shareTheNotice: 'Share the notice',
    previous: 'Previous',
    next: 'Next',
  },
} satisfies CardWordsByTemplate;
