/** What the cards of the nudges say, drawn and read as a person reads them. Their shape, size and buttons: `test/cards`. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { AnnouncementProgress, AudienceCounts } from '../../src/announcements/announcement.ts';
import {
  announceCheckCard,
  announceFormCard,
  announcementCard,
  announcementProgressCard,
} from '../../src/announcements/cards.ts';
import { readNotices } from '../../src/announcements/notice.ts';
import { type Campaign, campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { REASONS } from '../../src/delivery/nudge.ts';
import type { Progress } from '../../src/delivery/progress.ts';
import { reminderCard } from '../../src/reminders/card.ts';
import type { ReminderContent, ShownClaim } from '../../src/reminders/content.ts';
import type { Digest } from '../../src/report/digest.ts';
import { digestCard } from '../../src/report/digest-card.ts';
import { reportCard } from '../../src/report/report-card.ts';
import type { CampaignReport, ReportOwner } from '../../src/report/service.ts';
import { reasonText } from '../../src/report/texts.ts';
import type { Card } from '../../src/turn.ts';
import { type AdaptiveCard, button, buttons, input, press, texts } from '../support/cards.ts';
import { rendererOf } from '../support/renderer.ts';

const render = rendererOf(join(import.meta.dirname, '../../adaptive-cards'));
const CAMPAIGN = campaignOf(CPOR_2020);
const noticesOf = (campaign: Campaign) => readNotices(join(import.meta.dirname, '../../knowledge'), [campaign]);
const NOTICES = noticesOf(CAMPAIGN);
const on = (day: string, locale = 'en-US') => ({ locale, timeZone: 'UTC', now: new Date(`${day}T09:00:00Z`) });
const VIEWER = on('2020-06-16');

/** A drawn card and all that it says, a line for each text. */
function drawn(card: Card) {
  const json = render(card) as AdaptiveCard;
  return { json, said: texts(json).join('\n'), titles: buttons(json).map(({ title }) => title) };
}

/** Names the card in the data of its buttons. */
const KEY = { campaign: CAMPAIGN.id, milestone: 'before-14' };

const CLAIM: ShownClaim = {
  claim: 'a1',
  claimId: 'CLM-1001',
  customer: 'Contoso',
  program: 'OSA Sell',
  workloads: ['Exchange Online', 'Teams', 'Intune', 'SharePoint Online'],
  state: 'to collect',
  lacks: [],
  struck: false,
};
const REMINDER: ReminderContent = {
  campaign: CAMPAIGN,
  milestone: 'before-14',
  toCollect: 12,
  toUpload: 3,
  shown: [CLAIM],
  remindersOff: false,
};
const reminder = (facts: Partial<ReminderContent> = {}, viewer = VIEWER) =>
  drawn(reminderCard({ ...REMINDER, ...facts }, viewer));

describe('the card of a reminder', () => {
  it('tells apart what is to collect and what is to upload, and says how many days are left', () => {
    const { said } = reminder();
    assert.match(said, /^12 claims to collect POE for$/m);
    assert.match(said, /^3 to upload in Partner Center$/m);
    assert.match(said, /^14 days left, until June 30, 2020$/m);
  });

  it('leaves out what is none', () => {
    assert.match(reminder({ toCollect: 1, toUpload: 0 }).said, /^1 claim to collect POE for$/m);
    assert.doesNotMatch(reminder({ toUpload: 0 }).said, /upload in Partner Center/);
    const { said } = reminder({ toCollect: 0, toUpload: 1 });
    assert.match(said, /^1 claim to upload in Partner Center$/m);
    assert.doesNotMatch(said, /POE for/);
  });

  it('says on the day and after it what holds then', () => {
    assert.match(reminder({}, on('2020-06-30')).said, /Today, June 30, 2020, is the day/);
    assert.match(reminder({}, on('2020-07-07')).said, /June 30, 2020 has passed\. .* still strongly recommended/);
  });

  it('counts and dates in the language of the reader', () => {
    assert.match(reminder({ toCollect: 1_200 }, on('2020-06-16', 'de-DE')).said, /1\.200 Claims[\s\S]*30\.\sJuni 2020/);
  });

  it('names five claims at most, each with its program, workloads and state, and opens it', () => {
    const shown = Array.from({ length: 7 }, (_, i) => ({ ...CLAIM, claim: `a${i}` }));
    const { json, said } = reminder({ shown });
    const rows = buttons(json).filter(({ verb }) => verb === 'nudge.claim');
    assert.deepEqual(
      rows.map(({ data }) => data),
      ['a0', 'a1', 'a2', 'a3', 'a4'].map((claim) => ({ ...KEY, claim })),
    );
    assert.match(said, /Contoso\nCLM-1001 · OSA Sell\nTo collect\n · Exchange Online, Teams and 2 more/);
  });

  it('says what the POE of a claim that is to upload does not show', () => {
    const lacks = [
      { what: 'signature', state: 'unclear' },
      { what: 'date', state: 'missing' },
    ] as const;
    const filed = { ...CLAIM, state: 'to upload', lacks } as const;
    assert.match(reminder({ shown: [filed] }).said, /\nPOE filed, signature unclear and 1 more\n/);
    assert.match(reminder({ shown: [{ ...filed, state: 'to collect' }] }).said, /\nTo collect\n/);
  });

  it('calls a claim without a customer by its ID', () => {
    assert.match(reminder({ shown: [{ ...CLAIM, customer: '' }] }).said, /^CLM-1001\nCLM-1001 · OSA Sell$/m);
  });

  it('strikes what was filed or done since, and says so in words', () => {
    const filed = { ...CLAIM, customer: 'Fabrikam', state: 'to upload', struck: true } as const;
    const done = { ...CLAIM, customer: 'Northwind', state: 'done', workloads: [], struck: true } as const;
    const { json, said } = reminder({ shown: [filed, done, CLAIM] });
    assert.match(said, /^Fabrikam\n.*\nFiled here\n[\s\S]*^Northwind\n.*\nDone\n[\s\S]*^Contoso\n.*\nTo collect\n/m);
    const struck = [...JSON.stringify(json).matchAll(/"text":"(\w+)"[^}]*"strikethrough":(\w+)/g)];
    assert.deepEqual(
      struck.map(([, text, is]) => [text, is]),
      [
        ['Fabrikam', 'true'],
        ['Northwind', 'true'],
        ['Contoso', 'false'],
      ],
    );
  });

  it('offers the list first, quiet for a while, and no reminders at all', () => {
    const { json, titles, said } = reminder();
    assert.deepEqual(titles.slice(1), ['Show all', 'Tomorrow', 'Next week', 'Reminders off']);
    assert.equal(button(json, 'Show all').style, 'positive');
    assert.deepEqual(press(json, 'Next week').data, { ...KEY, until: 'next week' });
    assert.deepEqual(press(json, 'Reminders off').data, { reminders: 'off', ...KEY });
    assert.match(said, /write “reminders off” at any time/);
  });

  it('says until when it is quiet', () => {
    assert.match(reminder({ snoozedUntil: '2020-06-17' }).said, /^Quiet until Wednesday, June 17\.$/m);
  });

  it('offers reminders again where they are off, and no quiet', () => {
    const { titles, said } = reminder({ remindersOff: true, snoozedUntil: '2020-06-17' });
    assert.deepEqual(titles.slice(1), ['Show all', 'Reminders on']);
    assert.match(said, /Reminders are off\.[\s\S]*write “reminders on” at any time/);
    assert.doesNotMatch(said, /Quiet|reminders off/);
  });

  it('says who asked for it', () => {
    assert.match(reminder({ askedBy: 'Megan Bowen' }).said, /^Megan Bowen asked me to remind you\.$/m);
    assert.match(reminder({ askedBy: '' }).said, /^Somebody asked me to remind you\.$/m);
  });

  it('is friendly and leaves nothing to press but the claims once all is done', () => {
    const done = { ...CLAIM, state: 'done', workloads: [], struck: true } as const;
    const { json, said } = reminder({
      toCollect: 0,
      toUpload: 0,
      shown: [done],
      snoozedUntil: '2020-06-17',
      askedBy: 'Megan Bowen',
    });
    assert.match(said, /^All done, thank you$/m);
    assert.deepEqual(
      buttons(json).map(({ verb }) => verb),
      ['nudge.claim'],
    );
    assert.doesNotMatch(said, /days left|Quiet|Megan|reminders off/);
  });

  it('asks for itself anew when somebody looks at it, and old clients for nothing', () => {
    const { json } = reminder();
    assert.deepEqual(json.refresh, {
      action: { type: 'Action.Execute', title: 'Refresh', verb: 'nudge.refresh', data: KEY },
    });
  });
});

const person = (i: number) => ({ id: `p${i}`, name: `Person ${i}`, open: 60 - i });
const unreached = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ ...person(i), reach: i % 2 === 0 ? 'blocked' : 'never installed' }) as const);
const DIGEST: Digest = {
  milestone: 'digest-before-14',
  unowned: { toCollect: 0, toUpload: 0 },
  unreached: [],
  unreachedInAll: 0,
  stalled: [],
  stalledInAll: 0,
};
const digest = (facts: Partial<Digest>) => drawn(digestCard({ ...DIGEST, ...facts }, CAMPAIGN, VIEWER));
/** All names on a card, also those that unfold. */
const named = ({ json }: { json: object }) =>
  [...JSON.stringify(json).matchAll(/"text":"(Person \d+)"/g)].map(([, n]) => n);

describe('the card of the leads’ digest', () => {
  it('counts the claims of nobody and opens the list of them', () => {
    const { json, said } = digest({ unowned: { toCollect: 1, toUpload: 2 } });
    assert.match(said, /^3 open claims have no owner\n1 to collect, 2 to upload\./m);
    assert.deepEqual(press(json, 'Claims without an owner').data, { page: 0, owner: 'none' });
    assert.equal(button(json, 'Open the report').style, 'positive');
    assert.match(
      digest({ unowned: { toCollect: 1, toUpload: 0 } }).said,
      /^1 open claim has no owner\n1 to collect\./m,
    );
  });

  it('names who cannot be reached, with the reason and how much is open', () => {
    const { said, titles } = digest({ unreached: unreached(2), unreachedInAll: 2 });
    assert.match(said, /^2 owners I cannot reach$/m);
    assert.match(said, /^Person 0\n · 60 open claims, removed or blocked the bot$/m);
    assert.match(said, /^Person 1\n · 59 open claims, has not installed the bot$/m);
    assert.deepEqual(titles, ['Open the report']);
  });

  it('names without blame who had two reminders and still has as much open', () => {
    const { said } = digest({ stalled: [{ ...person(59), open: 1 }], stalledInAll: 1 });
    assert.match(said, /^1 owner who may be glad of a hand\n.*\nPerson 59\n · 1 open claim$/m);
    assert.doesNotMatch(said, /late|ignor|fail|still not/i);
  });

  it('shows five names of a section and unfolds the others', () => {
    const card = digest({ unreached: unreached(12), unreachedInAll: 12 });
    assert.equal(named(card).length, 12);
    assert.equal(card.said.match(/^Person/gm)?.length, 5);
    assert.ok(card.titles.includes('7 more names'));
    assert.doesNotMatch(card.said, /not named here/);
  });

  it('names fifty in all, shared between those who are not reached and those who wait, and counts the others', () => {
    const stalled = Array.from({ length: 50 }, (_, i) => person(i));
    const only = digest({ unreached: unreached(50), unreachedInAll: 62 });
    assert.equal(named(only).length, 50);
    assert.match(only.said, /^and 12 more, not named here$/m);
    const both = digest({ unreached: unreached(50), unreachedInAll: 50, stalled, stalledInAll: 50 });
    assert.equal(named(both).length, 50);
    assert.equal(both.said.match(/^and 25 more, not named here$/gm)?.length, 2);
    const few = digest({
      unreached: unreached(50),
      unreachedInAll: 50,
      stalled: stalled.slice(0, 10),
      stalledInAll: 10,
    });
    assert.equal(named(few).length, 50);
    assert.match(few.said, /^and 10 more, not named here$/m);
  });

  it('says so where there is nothing to help with', () => {
    assert.match(digest({}).said, /Every open claim has an owner/);
  });
});

const PROGRESS: Progress = { due: 0, sent: 0, unknown: 0, failed: {}, skipped: {}, perSecond: 0 };
const OWNER: ReportOwner = {
  id: 'adele',
  name: 'Adele Vance',
  toCollect: 5,
  toUpload: 2,
  reach: 'reachable',
  remindersOff: false,
  lastSentAt: '2020-06-16T08:00:00.000Z',
};
const REPORT: CampaignReport = {
  claims: { toCollect: 1_240, toUpload: 86, lacking: 0, nothingLeft: 2_671, unowned: 9 },
  progress: PROGRESS,
  owners: [OWNER],
  ownersInAll: 1,
  page: 0,
  pageSize: 6,
  reachable: 1,
};
const report = (facts: Partial<CampaignReport> = {}, remark?: string, viewer = VIEWER) =>
  drawn(reportCard({ ...REPORT, ...facts }, { campaign: CAMPAIGN, others: [] }, viewer, 'k1', remark));

describe('the card of the report', () => {
  it('says where the claims stand', () => {
    const { said } = report();
    assert.match(said, /^14 days left, until June 30, 2020$/m);
    assert.match(
      said,
      /^1,240\nto collect POE for\n86\nto upload in Partner Center\n2,671\nwith nothing left to do\n9\nof the open ones without an owner$/m,
    );
  });

  it('puts a remark above everything else', () => {
    assert.match(report({}, 'I remind 24 people.').said, /^I remind 24 people\.\n/);
    assert.match(report().said, /^Report\n/);
  });

  it('says of the reminders what there is to say, in plain words, and nothing of what is none', () => {
    assert.match(report().said, /Reminders so far\n0\nsent\n1 owner of open claims\n/);
    const progress: Progress = {
      due: 412,
      sent: 1_204,
      unknown: 3,
      failed: { 'status 400': 2, gone: 1, 'status 418': 0 },
      skipped: { off: 9, unreachable: 14 },
      oldestDueMs: 190_000,
      perSecond: 24.6,
    };
    assert.match(
      report({ progress }).said,
      new RegExp(
        [
          '^1,204\nsent',
          '412\nwaiting to be sent, the oldest for 3 minutes',
          '25\na second are going out',
          '3\ncould not be confirmed: they may have arrived, so they are not sent again',
          '2\nnot delivered: Teams refused it \\(status 400\\)',
          '1\nnot delivered: the chat is not there any more',
          '14\nnot sent: the bot is not installed, or was removed or blocked',
          '9\nnot sent: reminders are off',
          '1 owner of',
        ].join('\n'),
        'm',
      ),
    );
  });

  it('says how fast they go out only while some wait, and by the minute where it is slow', () => {
    const rate = (due: number, perSecond: number) => report({ progress: { ...PROGRESS, due, perSecond } }).said;
    assert.doesNotMatch(rate(0, 24), /going out/);
    assert.doesNotMatch(rate(5, 0), /going out/);
    assert.match(rate(5, 0.1), /^6\na minute are going out$/m);
  });

  it('says for how long the oldest has waited, in one unit', () => {
    const since = (oldestDueMs: number) => report({ progress: { ...PROGRESS, due: 1, oldestDueMs } }).said;
    assert.match(since(59_999), /the oldest for less than a minute$/m);
    assert.match(since(60_000), /the oldest for 1 minute$/m);
    assert.match(since(3 * 3_600_000), /the oldest for 3 hours$/m);
    assert.match(since(48 * 3_600_000), /the oldest for 2 days$/m);
  });

  it('has plain words for every reason of the planner, and for those it does not know', () => {
    for (const reason of REASONS) assert.notEqual(reasonText(reason, 'en-US'), 'other reasons', reason);
    assert.equal(reasonText('constructor', 'en-US'), 'other reasons');
    const failed = { 'tried for 24 hours, last: status 429': 1, 'tried for 24 hours, last: status 412': 2, odd: 4 };
    const { said } = report({ progress: { ...PROGRESS, failed } });
    assert.match(said, /^4\nnot delivered: other reasons\n3\nnot delivered: Teams did not take it for 24 hours$/m);
  });

  it('gives eight reasons a line of their own and the rarer ones one together', () => {
    const failed = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`status ${400 + i}`, 20 - i]));
    const { said } = report({ progress: { ...PROGRESS, failed } });
    assert.equal(said.match(/status 4/g)?.length, 8);
    assert.match(said, /^33\nnot delivered: other reasons$/m);
  });

  it('lists owners with what is open and their last reminder, and a button with a key of its own', () => {
    const { json, said } = report({ owners: [OWNER, { ...OWNER, id: 'alex', toUpload: 0 }], ownersInAll: 2, page: 0 });
    assert.match(said, /^Adele Vance\n5 to collect, 2 to upload\nLast reminder on June 16, 2020\nRemind$/m);
    const [first, second] = [0, 1].map((index) => press(json, 'Remind', {}, { index }).data as { once: string });
    assert.deepEqual(first, { campaign: CAMPAIGN.id, owner: 'adele', page: 0, once: first?.once });
    assert.notEqual(first?.once, second?.once);
    assert.notEqual(first?.once, (press(json, 'Remind 1 owner').data as { once: string }).once);
  });

  const withoutButton: Record<string, [Partial<ReportOwner>, RegExp]> = {
    'has not installed the bot': [{ reach: 'never installed' }, /Has not installed the bot/],
    'blocked it': [{ reach: 'blocked' }, /Removed or blocked the bot/],
    'turned reminders off': [{ remindersOff: true }, /Turned reminders off/],
    'has nothing open': [{ toCollect: 0, toUpload: 0 }, /Nothing open/],
  };
  for (const [who, [facts, note]] of Object.entries(withoutButton))
    it(`says why there is no button for somebody who ${who}`, () => {
      const { said, titles } = report({ owners: [{ ...OWNER, ...facts }], reachable: 0 });
      assert.match(said, note);
      assert.deepEqual(titles, ['Share the notice']);
    });

  it('says who asked for quiet, as long as it lasts, and who had no reminder', () => {
    const owners = [{ ...OWNER, snoozedUntil: '2020-06-23' }];
    assert.match(report({ owners }).said, /Asked for quiet until Tuesday, June 23/);
    assert.ok(report({ owners }).titles.includes('Remind'));
    assert.doesNotMatch(report({ owners }, '', on('2020-06-23')).said, /quiet/);
    const { lastSentAt: _, ...fresh } = OWNER;
    assert.match(report({ owners: [fresh] }).said, /Not reminded yet/);
  });

  it('pages, and keeps the page with the buttons', () => {
    const { json, said, titles } = report({ owners: Array(6).fill(OWNER), ownersInAll: 27, page: 2, reachable: 24 });
    assert.match(said, /^13–18 of 27$/m);
    assert.deepEqual(titles.slice(6), ['Remind all 24', 'Share the notice', 'Previous', 'Next']);
    assert.deepEqual(
      [press(json, 'Previous').data, press(json, 'Next').data],
      [1, 3].map((to) => ({ campaign: CAMPAIGN.id, page: to })),
    );
    assert.equal((press(json, 'Remind', {}, { index: 0 }).data as { page: number }).page, 2);
    const last = report({ ownersInAll: 25, page: 4 });
    assert.match(last.said, /^25–25 of 25$/m);
    assert.ok(!last.titles.includes('Next'));
    assert.doesNotMatch(report().said, / of 1$/m);
  });

  it('stands without owners', () => {
    assert.match(report({ owners: [], ownersInAll: 0, reachable: 0 }).said, /No open claim has an owner/);
  });
});

const DRAFT = {
  idempotencyKey: 'k9',
  campaign: CAMPAIGN.id,
  audience: 'everyone',
  program: '',
  customer: '',
  line: '',
};
const PROGRAMS = ['OSA Sell', 'OSU Microsoft 365'];

describe('the form of an announcement', () => {
  it('asks who gets it and for a line, and shows whom it reaches before anything is sent', () => {
    const { json, titles } = drawn(announceFormCard(DRAFT, NOTICES, PROGRAMS, 'en-US'));
    assert.deepEqual(titles, ['See whom it reaches']);
    const entered = { audience: 'program', program: 'OSA Sell', line: 'Ask me.' };
    assert.deepEqual(press(json, 'See whom it reaches', entered).data, { once: 'k9', ...entered });
    assert.equal(press(json, 'See whom it reaches').action.verb, 'announce.check');
  });

  it('comes back as it was entered, with the problem', () => {
    const entered = { ...DRAFT, audience: 'customer', customer: 'Contoso', line: 'Ask me.' };
    const { json, said } = drawn(announceFormCard(entered, NOTICES, PROGRAMS, 'en-US', 'I know no claim of Contoso.'));
    assert.match(said, /^I know no claim of Contoso\.$/m);
    const { audience, customer, line } = entered;
    assert.deepEqual(press(json, 'See whom it reaches').data, { once: 'k9', audience, customer, line });
  });

  it('starts at everyone where no such audience is offered, and offers no programs where there are none', () => {
    const { json } = drawn(announceFormCard({ ...DRAFT, audience: 'program' }, NOTICES, [], 'en-US'));
    assert.equal(input(json, 'audience').value, 'everyone');
    assert.deepEqual(
      input(json, 'audience').choices?.map(({ value }) => value),
      ['everyone', 'customer'],
    );
    assert.throws(() => input(json, 'program'));
  });

  it('keeps a chosen program that is not offered any more', () => {
    const { json } = drawn(
      announceFormCard({ ...DRAFT, audience: 'program', program: 'Old' }, NOTICES, PROGRAMS, 'en-US'),
    );
    assert.deepEqual(
      input(json, 'program').choices?.map(({ value }) => value),
      ['Old', ...PROGRAMS],
    );
  });
});

const COUNTS: AudienceCounts = { people: 24, remindersOff: 0, unreached: [], unreachedInAll: 0 };

describe('the check of an announcement', () => {
  const check = (counts: Partial<AudienceCounts>, line = '') =>
    drawn(
      announceCheckCard(
        { ...DRAFT, audience: 'program', program: 'OSA Sell', line },
        { kind: 'program', name: 'OSA Sell' },
        { ...COUNTS, ...counts },
        NOTICES[0],
        VIEWER,
      ),
    );

  it('says whom it reaches and what it says, and sends exactly that', () => {
    const { json, said } = check({}, 'Ask me.\nAny day.');
    assert.match(said, /^24 people get it\nOwners of claims in OSA Sell$/m);
    assert.match(said, /^“Ask me\.\nAny day\.”$/m);
    const sent = press(json, 'Send to 24 people');
    assert.equal(sent.action.verb, 'announce.send');
    assert.equal(button(json, 'Send to 24 people').style, 'positive');
    const whom = { audience: 'program', program: 'OSA Sell', customer: '' };
    const entered = { once: 'k9', campaign: CAMPAIGN.id, ...whom, line: 'Ask me.\nAny day.' };
    assert.deepEqual(sent.data, entered);
    assert.deepEqual(press(json, 'Change').data, entered);
  });

  it('says who is left out and who is not reached', () => {
    const reach = ['blocked', 'never installed', 'blocked'] as const;
    const missed = reach.map((one, i) => ({ name: `Person ${i}`, reach: one }));
    const { said } = check({ remindersOff: 1, unreached: missed, unreachedInAll: 5 });
    assert.match(said, /^1 person turned messages off and is left out\.$/m);
    assert.match(said, /^Without the bot: Person 1\nRemoved or blocked the bot: Person 0, Person 2\n2 more cannot be/m);
  });

  it('sends nothing to nobody', () => {
    const { said, titles } = check({ people: 0 });
    assert.match(said, /^Nobody would get it$/m);
    assert.deepEqual(titles, ['The notice in short', 'Change']);
    assert.ok(check({ people: 1 }).titles.includes('Send to 1 person'));
  });

  it('calls the audience by its name', () => {
    const whom = (kind: 'everyone' | 'customer', name?: string) =>
      drawn(announceCheckCard(DRAFT, { kind, ...(name && { name }) }, COUNTS, NOTICES[0], VIEWER)).said;
    assert.match(whom('everyone'), /^Everyone who has the bot$/m);
    assert.match(whom('customer', 'Contoso'), /^Owners of claims for Contoso$/m);
  });
});

describe('an announcement', () => {
  const announcement = (more: { line?: string; read?: boolean } = {}, viewer = VIEWER, notice = NOTICES[0]) =>
    drawn(announcementCard({ order: 'o1', line: '', by: 'Megan Bowen', read: false, ...more }, notice, viewer));

  it('quotes the lead by name, or says who shares it', () => {
    assert.match(announcement({ line: ' Ask me. ' }).said, /^Megan Bowen writes:\n“Ask me\.”$/m);
    assert.match(announcement({ line: ' \n ' }).said, /^Megan Bowen shares this with you\.\nWho it is for$/m);
  });

  it('keeps a text of many lines to twelve', () => {
    const { said } = announcement({ line: Array.from({ length: 40 }, (_, i) => `line${i}`).join('\r\n\r\n') });
    assert.match(said, /^line10\nline11 line12 .* line39”$/m);
  });

  it('is true to the notice: who it is for, what changes from when on, what is recommended, what to do', () => {
    const { said } = announcement();
    assert.match(said, /Online Services Usage \(OSU\) Microsoft 365, OSU Business Applications or .*\(OSA Sell\)/);
    assert.match(said, /can now be uploaded to migrated and approved customer associations in Partner Center/);
    assert.match(said, /^Starting July 1, 2020, if several partners .* most recent POE/m);
    assert.match(said, /^FastTrack partners should update .* lacking POE by June 30, 2020/m);
    assert.match(said, /^No\. Updating is strongly recommended/m);
    for (const step of [
      'dashboard',
      'approved claims',
      'FRP Migrated FRP',
      'upload POE',
      'contact support with the claim',
    ])
      assert.match(said, new RegExp(step));
  });

  it('takes the dates from the campaign, and tells what is past as past', () => {
    const later = noticesOf(campaignOf(CPOR_2020, { deadline: '2021-03-31', effective: '2021-04-02' }));
    assert.match(announcement({}, VIEWER, later[0]).said, /Starting April 2, 2021,[\s\S]*by March 31, 2021/);
    const { said } = announcement({}, on('2020-07-07'));
    assert.match(said, /^FastTrack partners were asked to update/m);
    assert.match(said, /June 30, 2020 has passed/);
  });

  it('can be read, and says so then; it asks for itself anew only before', () => {
    const unread = announcement();
    assert.equal(button(unread.json, 'I have read it').style, 'positive');
    assert.deepEqual(press(unread.json, 'I have read it').data, { order: 'o1' });
    assert.deepEqual((unread.json.refresh as { action: { data: object } }).action.data, { order: 'o1' });
    const read = announcement({ read: true });
    assert.match(read.said, /^You have read it\. Thank you\.$/m);
    assert.deepEqual(read.titles, ['What needs POE', 'See the topics']);
    assert.equal(read.json.refresh, undefined);
  });

  it('says how to end such messages', () => {
    for (const read of [true, false]) assert.match(announcement({ read }).said, /write “reminders off” at any time/);
  });
});

describe('what came of an announcement', () => {
  const FACTS: AnnouncementProgress = {
    order: 'o1',
    line: 'Ask me.',
    audience: { kind: 'everyone' },
    by: 'Megan Bowen',
    at: '2020-06-16T09:31:00.000Z',
    waiting: 6,
    sent: 18,
    read: 7,
    unknown: 1,
    failed: 2,
    off: 3,
    unreached: [{ name: 'Alex Wilber', reach: 'blocked' }],
    unreachedInAll: 1,
  };

  it('is told in numbers and names', () => {
    const { said } = drawn(announcementProgressCard(FACTS, VIEWER));
    assert.match(said, /^Everyone who has the bot\nShared by Megan Bowen, Jun 16, 2020, 9:31\sAM\n“Ask me\.”\n/m);
    assert.match(
      said,
      /^18\ngot it\n7\nof them pressed .*\n6\nstill to be sent\n1\nmay have got it.*\n2\ncould not .*\n3\nturned messages off\nRemoved or blocked the bot: Alex Wilber$/m,
    );
  });

  it('leaves out what is none, but for who got it and who read it', () => {
    const none = { waiting: 0, sent: 0, read: 0, unknown: 0, failed: 0, off: 0, unreached: [], unreachedInAll: 0 };
    const { said } = drawn(announcementProgressCard({ ...FACTS, ...none, line: '' }, VIEWER));
    assert.match(said, /AM\n0\ngot it\n0\nof them pressed “I have read it”\nRefresh$/);
  });

  it('can be refreshed, and does so by itself', () => {
    const { json } = drawn(announcementProgressCard(FACTS, VIEWER));
    const { action } = json.refresh as { action: { verb: string; data: object } };
    assert.deepEqual([action.verb, action.data], ['announcement', press(json, 'Refresh').data]);
    assert.deepEqual(action.data, { order: 'o1' });
  });
});
