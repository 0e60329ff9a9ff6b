/** Story 8 as it is seen: a reminder that comes by itself, what its buttons do, what a lead sees, and the notice shared. */
import assert from 'node:assert/strict';
import type { PlaygroundChat } from './chat.ts';
import { type Local, startLocal } from './local.ts';

describe('a person who is reminded', function () {
  this.timeout(120_000);

  let local: Local;
  let chat: PlaygroundChat;

  before(async () => {
    // Somebody else leads: no digest comes beside the reminder.
    local = await startLocal({ NUDGE_TICK_SECONDS: '1', LEADS: 'isaiahl@contoso.example' });
    chat = local.chat;
  });
  after(() => local?.stop());

  it('gets one card while something is open', async () => {
    chat.looksAtCardsWith('CPOR reminder');
    await chat.say('hello');
    await chat.sees(/To end these reminders/);
    const card = await chat.lastCard();
    assert.match(card.text, /\d+ claims to collect POE for/);
    assert.match(card.text, /14 days left/);
    assert.deepEqual(card.buttons, ['Show all', 'Tomorrow', 'Next week', 'Reminders off']);
    await local.picture('18-reminder');
  });

  it('puts it off', async () => {
    await chat.press('Tomorrow');
    await chat.sees(/Quiet until Wednesday, June 17/);
    await local.picture('19-reminder-put-off');
  });

  it('turns reminders off, and on again', async () => {
    await chat.press('Reminders off');
    await chat.sees('Reminders are off.');
    await local.picture('20-reminders-off');
    await chat.press('Reminders on');
    await chat.sees(/To end these reminders/);
  });

  it('sees all claims in a message of their own', async () => {
    await chat.press('Show all');
    await chat.sees(/1–8 of/);
    await local.picture('21-reminder-show-all');
  });
});

describe('a lead', function () {
  this.timeout(120_000);

  let local: Local;
  let chat: PlaygroundChat;

  before(async () => {
    local = await startLocal({ NUDGE_TICK_SECONDS: '1' });
    chat = local.chat;
  });
  after(() => local?.stop());

  it('gets a digest of what nobody owns and whom the bot cannot reach', async () => {
    await chat.say('hello');
    await chat.sees('Where a lead can help');
    await local.picture('22-digest');
    // Their own reminder, which comes at the same time.
    await chat.sees(/To end these reminders/);
  });

  it('sees where the campaign stands, and reminds somebody', async () => {
    await chat.say('report');
    await chat.sees('Where the campaign stands');
    await chat.sees(/5 owners of open claims/);
    await local.picture('23-report');
    await chat.press('Remind');
    await chat.sees(/Alex Wilber was reminded today already/);
    await local.picture('24-report-reminded');
  });

  it('shares the notice with a line of their own, and reads it', async () => {
    await chat.press('Share the notice');
    await chat.sees('Who gets it?');
    await chat.choose('Your own line', 'Please have a look before Friday.');
    await local.picture('25-announce');
    await chat.press('See whom it reaches');
    await chat.sees(/1 person gets it/);
    await local.picture('26-announce-check');
    await chat.press('Send to 1 person');
    await chat.sees(/Alex Wilber writes/);
    await local.picture('27-announcement');
    await chat.press('I have read it');
    await chat.sees('You have read it. Thank you.');
    await local.picture('28-announcement-read');
  });
});
