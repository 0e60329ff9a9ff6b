/** A second notice beside the first: a row in `notices.ts` and a folder in `knowledge/`, and nothing else. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CPOR_2020, type Notice } from '../../src/campaign/notices.ts';
import { type AdaptiveCard, button, input } from '../support/cards.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Person } from '../support/teams.ts';
import { citationsOf, titles } from './answers.ts';
import { eachEngine } from './simulation.ts';
import { importRows, openWorld, type World } from './world.ts';

const LEADS = 'isaiahl@contoso.example';
/** A week before the deadline of the second notice, two weeks before that of the first. */
const NOW = Date.parse('2020-06-16T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const SEATS: Notice = {
  name: 'seats-2020',
  label: 'Seats 2020',
  subject: 'Seat Counts',
  nameMark: 'Seats Migrated',
  deadline: '2020-06-23',
  effective: '2020-06-24',
};
const TOPIC = `# How seats are counted

Section: Counting

## Answer

Seats are counted on {deadline}.

## Answer after

Seats were counted on {deadline}.

## Facts

- seats

## Phrases

- how are seats counted
`;
const IN_SHORT = `# Seats can now be counted

## What changes

Seats are counted on {deadline}.

## What changes: after

Seats were counted on {deadline}.
`;

const seats = (claim: string, owner: string) => ({
  claim,
  owner,
  customer: 'Fabrikam',
  name: 'Fabrikam Seats Migrated',
});
const reminders = ({ chat }: Person): Sent[] =>
  chat.conversation.sent.filter(({ kind, text }) => kind === 'message' && text.startsWith('CPOR reminder'));
const cardOf = (sent: Sent | undefined): AdaptiveCard => {
  assert.ok(sent?.cards[0]);
  return sent.cards[0];
};

eachEngine('two notices', (engine) => {
  let world: World;
  let knowledge: string;
  let lead: Person;
  let adele: Person;
  const clock = { ms: NOW };
  /** A round, and time enough for one chat to take all that is due in it. */
  const tell = async (): Promise<void> => {
    await world.app.tick('rounds');
    for (let polls = 0; polls < 5; polls++) {
      world.app.outbox.wake();
      await world.app.outbox.idle();
      clock.ms += 2_000;
    }
  };

  before(async () => {
    knowledge = mkdtempSync(join(tmpdir(), 'knowledge-'));
    cpSync(join(import.meta.dirname, '../../knowledge'), knowledge, { recursive: true });
    mkdirSync(join(knowledge, SEATS.name, 'topics'), { recursive: true });
    writeFileSync(join(knowledge, SEATS.name, 'topics', '01-seats_counted.md'), TOPIC);
    writeFileSync(join(knowledge, SEATS.name, 'notice.md'), IN_SHORT);
    const realTime = () => new Date(clock.ms);
    const env = {
      NOW: new Date(NOW).toISOString(),
      NUDGE_DAYS: '14,7,0',
      NUDGE_TICK_SECONDS: '3600',
      LEADS,
      TIME_ZONE: 'UTC',
    };
    world = await openWorld(engine, { env, overrides: { realTime }, teams: { now: realTime } });
    lead = world.teams.person({ name: 'Isaiah Langer', upn: LEADS, timeZone: 'UTC' });
    adele = world.teams.person({ name: 'Adele Vance', upn: 'adelev@contoso.example', timeZone: 'UTC' });
    for (const { chat } of [lead, adele]) {
      await chat.install();
      await chat.says('help');
    }
    await importRows(lead, [
      { claim: 'CLM-1', owner: adele.upn },
      seats('SEAT-1', adele.upn),
      seats('SEAT-2', adele.upn),
    ]);
    // One notice so far: the others are claims that nothing is recommended for.
    assert.match((await adele.chat.says('what needs poe')).text, /^1 claim/m);
    await world.restart({}, { notices: [CPOR_2020, SEATS], overrides: { realTime, knowledgeDir: knowledge } });
  });
  after(async () => {
    await world?.dispose();
    rmSync(knowledge, { recursive: true, force: true });
  });

  it('counts the claims of the new one that were imported before, and says both deadlines', async () => {
    const { text } = await adele.chat.says('what needs poe');
    assert.match(text, /^3 claims/m);
    assert.match(
      text,
      /^CPOR and POE 2020: 14 days left, until June 30, 2020 · Seats 2020: 7 days left, until June 23, 2020$/m,
    );
  });

  it('reminds of each on its own days, with its own claims, on cards that stay its own', async () => {
    await tell();
    const cards = reminders(adele);
    assert.equal(cards.length, 2);
    const [cpor, seat] = ['CPOR and POE 2020: 14 days', 'Seats 2020: 7 days'].map((deadline) =>
      cards.find(({ text }) => text.includes(deadline)),
    );
    assert.match(cpor?.text ?? '', /^1 claim to collect POE for$/m);
    assert.match(seat?.text ?? '', /^2 claims to collect POE for$/m);
    const refreshed = await adele.chat.presses(cardOf(seat), 'Tomorrow');
    assert.match(refreshed.text, /^Seats 2020: 7 days left/m);
    assert.match(refreshed.text, /^2 claims to collect/m);
    assert.match(refreshed.text, /^Quiet until/m);
    await tell();
    assert.equal(reminders(adele).length, 2, 'each is sent once');
  });

  it('reports on the one whose deadline comes next, with the other a press away, and reminds in the one shown', async () => {
    const report = await lead.chat.says('report');
    assert.match(report.text, /^Seats 2020: 7 days left/m);
    assert.match(report.text, /^2\nto collect/m);
    const other = await lead.chat.presses(report.card, 'CPOR and POE 2020');
    assert.match(other.text, /^CPOR and POE 2020: 14 days left/m);
    assert.match(other.text, /^1\nto collect/m);
    assert.ok(titles(other).includes('Seats 2020'));
    const reminded = await lead.chat.presses(other.card, 'Remind');
    assert.match(reminded.text, /^CPOR and POE 2020: 14 days left/m);
  });

  it('answers from both, each cited as its own and told by its own date', async () => {
    const topics = await adele.chat.says('topics');
    assert.match(topics.text, /^Seats 2020: Counting$/m);
    assert.match(topics.text, /^CPOR and POE 2020: Summary$/m);
    const answer = await adele.chat.says('How seats are counted');
    assert.match(answer.text, /^Seats are counted on June 23, 2020\./m);
    assert.match(JSON.stringify(citationsOf(answer)), /Microsoft’s notice on Seat Counts: Counting/);
    assert.match(
      JSON.stringify(citationsOf(await adele.chat.says('What does CPOR mean?'))),
      /Microsoft’s notice on Claims Partner of Record and Proof of Execution/,
    );
  });

  it('shares the one that the lead chooses', async () => {
    const form = await lead.chat.says('announce');
    assert.deepEqual(
      input(form.card, 'campaign').choices?.map(({ title }) => title),
      ['CPOR and POE 2020: POE can now be uploaded in Partner Center', 'Seats 2020: Seats can now be counted'],
    );
    assert.equal(input(form.card, 'campaign').value, 'seats-2020@2020-06-23');
    const check = await lead.chat.presses(form.card, 'See whom it reaches', {
      campaign: 'seats-2020@2020-06-23',
      audience: 'everyone',
    });
    assert.match(JSON.stringify(check.card), /"Seats are counted on June 23, 2020\."/);
    await lead.chat.presses(check.card, 'Send to 2 people');
    await tell();
    const shared = adele.chat.conversation.sent.find(({ text }) => text.includes('Seats can now be counted'));
    assert.match(shared?.text ?? '', /^Seats 2020: 7 days left/m);
    assert.ok(button(cardOf(shared), 'I have read it'));
  });

  it('keeps a card to its own campaign when the deadline was moved since, and to none when its notice is gone', async () => {
    const seats = await lead.chat.says('report');
    const cpor = await lead.chat.presses(seats.card, 'CPOR and POE 2020');
    const form = await lead.chat.says('announce');
    const entered = { campaign: 'cpor-2020@2020-06-30', audience: 'everyone' };
    const check = await lead.chat.presses(form.card, 'See whom it reaches', entered);
    const now = { NOW: new Date(clock.ms).toISOString() };
    const realTime = () => new Date(clock.ms);
    // Seats come next all the same.
    await world.restart({
      ...now,
      CAMPAIGN_DEADLINE: 'cpor-2020=2020-07-15',
      CAMPAIGN_EFFECTIVE: 'cpor-2020=2020-07-16',
    });
    const reminded = await lead.chat.presses(cpor.card, 'report.remind-all');
    assert.match(reminded.text, /^CPOR and POE 2020: 29 days left, until July 15, 2020/m);
    await lead.chat.presses(check.card, 'announce.send');
    await tell();
    const shared = adele.chat.conversation.sent.filter(({ text }) => text.includes('POE can now be uploaded'));
    assert.equal(shared.length, 1);
    assert.match(shared[0]?.text ?? '', /^CPOR and POE 2020: 29 days left/m);
    await world.restart(now, { notices: [SEATS], overrides: { realTime, knowledgeDir: knowledge } });
    const before = reminders(adele).length;
    assert.match((await lead.chat.presses(cpor.card, 'report.remind-all')).text, /^7 days left, until June 23, 2020/m);
    assert.match((await lead.chat.presses(check.card, 'announce.send')).text, /I cannot find this announcement/);
    await tell();
    assert.equal(reminders(adele).length, before);
    await world.restart(now, { notices: [CPOR_2020, SEATS], overrides: { realTime, knowledgeDir: knowledge } });
  });

  it('tells what is past of the one as past, and the other as still to come', async () => {
    clock.ms = NOW + 9 * DAY;
    const answer = await adele.chat.says('How seats are counted');
    assert.match(answer.text, /^Seats were counted on June 23, 2020\./m);
    const { text } = await adele.chat.says('what needs poe');
    assert.match(text, /CPOR and POE 2020: 5 days left, until June 30, 2020 · Seats 2020: June 23, 2020 has passed/);
    assert.match((await lead.chat.says('report')).text, /^CPOR and POE 2020: 5 days left/m);
  });
});
