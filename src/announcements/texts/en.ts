/** What the bot says in announcements and about them. Updating is recommended, never required. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText, numberText } from '../../format/count.ts';
import { shorten } from '../../format/shorten.ts';
import type { Reach } from '../../people/reach.ts';
import type { AnnouncementProblems } from '../../problems/announcements.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { Audience } from '../announcement.ts';

/** Bytes of JSON. */
const NAME = 100;

const audiences: Readonly<Record<Audience['kind'], (name: string) => string>> = {
  everyone: () => 'Everyone who has the bot',
  program: (name) => `Owners of claims in ${name}`,
  customer: (name) => `Owners of claims for ${name}`,
};

export const announcementTexts = {
  another: 'Another one of yours went out from this form. To send this one as well, press the button.',
  form: {
    audiences: {
      everyone: 'Everyone who has the bot',
      program: 'Owners of claims in a program',
      customer: 'Owners of claims for a customer',
    } satisfies Record<Audience['kind'], string>,
    audience: ({ kind, name = '' }: Audience) => audiences[kind](name),
    people: (n: number, locale: string) =>
      n === 0 ? 'Nobody would get it' : countText(n, { one: 'person gets it', other: 'people get it' }, locale),
    nobody: 'Choose somebody else, or ask them to open the bot first.',
    yourLine: 'Your line, above the notice in short:',
    noLine: 'No line of your own: just the notice in short.',
    off: (n: number, locale: string) =>
      countText(
        n,
        {
          one: 'person turned messages off and is left out.',
          other: 'people turned messages off and are left out.',
        },
        locale,
      ),
    hours: 'It goes out in their working hours.',
    send: (n: number, locale: string) => `Send to ${countText(n, { one: 'person', other: 'people' }, locale)}`,
  },
  card: {
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
  } satisfies Record<Exclude<Reach, 'reachable'>, (names: string) => string>,
  unreachedMore: (n: number, locale: string) => `${numberText(n, locale)} more cannot be reached`,
};

export const announcementProblems: ProblemTexts<AnnouncementProblems> = {
  'announcement.not-found': () => 'I cannot find this announcement. Write “topics” to read what the notice says.',
  'announcement.leads-only': () => 'That is for leads. Write “what needs POE” for your own claims.',
  'announcement.no-audience': () => 'Choose who gets it first.',
  'announcement.no-program': () => 'Choose a program first.',
  'announcement.no-customer': () => 'Enter the customer’s name, or one of their claim IDs.',
  'announcement.customer-too-long': () =>
    'That is too long for a customer’s name. Please enter it as the export has it, or one of their claim IDs.',
  'announcement.unknown-program': () => 'I know no claim in this program. Choose another one.',
  'announcement.unknown-customer': ({ customer }) =>
    `I know no claim of ${shorten(customer, NAME)}. Check the name, or use a claim ID.`,
  'announcement.line-too-long': () => 'Your line is too long. Please keep it to 500 characters.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const announcementCardWords = {
  'announce-check': {
    shareTheNotice: 'Share the notice',
    theNoticeInShort: 'The notice in short',
    noticeHint: 'Show or hide what they get below your line',
    change: 'Change',
  },
  'announce-form': {
    shareTheNotice: 'Share the notice',
    intro:
      'People get the notice in short, under a line of yours if you write one. You see whom it reaches before it is sent.',
    whichNotice: 'Which notice?',
    whoGetsIt: 'Who gets it?',
    program: 'For a program: which one?',
    chooseOne: 'Choose one',
    customer: 'For a customer: which one?',
    customerHint: 'Name, or a claim ID of theirs',
    yourOwnLine: 'Your own line',
    lineHint: 'May stay empty',
    seeWhomItReaches: 'See whom it reaches',
  },
  'announcement-progress': {
    refresh: 'Refresh',
    whoGotTheNotice: 'Who got the notice',
  },
  announcement: {
    refresh: 'Refresh',
    noticeFromMicrosoft: 'Notice from Microsoft',
    iHaveReadIt: 'I have read it',
    whatNeedsPoe: 'What needs POE',
    seeTheTopics: 'See the topics',
  },
} satisfies CardWordsByTemplate;
