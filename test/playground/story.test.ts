/** Story 1, as a newcomer lives it: `npm start`, the Playground's page in a browser, and the main job in it. Leaves pictures in gallery/. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PlaygroundChat } from './chat.ts';
import { type Local, startLocal } from './local.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('a newcomer', function () {
  this.timeout(120_000);

  let local: Local;
  let chat: PlaygroundChat;

  const script = (name: string) => join(ROOT, 'scripts', name);
  const picture = (name: string) => local.picture(name);

  before(async () => {
    // Reminders come when they are due, which would be in the middle of this; they have a story of their own.
    local = await startLocal({ NUDGE_DAYS: 'off' });
    chat = local.chat;
  });

  after(() => local?.stop());

  it('is told three addresses and four things to try', () => {
    assert.equal(local.said.match(/http:\/\/127\.0\.0\.1:\d+/g)?.length, 3);
    for (const number of [1, 2, 3, 4]) assert.match(local.said, new RegExp(`^ +${number}\\. `, 'm'));
  });

  it('is welcomed with buttons that do something', async () => {
    const welcome = await chat.lastCard();
    assert.match(welcome.text, /Proof of Execution/);
    await picture('1-welcome');
    await chat.press('What needs POE');
    await chat.sees(/to collect POE for/);
    await picture('2-list-from-welcome');
  });

  it('sees what needs POE, filters and pages', async () => {
    await chat.say('what needs POE');
    await chat.sees(/1–8 of/);
    await picture('3-list');
    await chat.press('Next');
    await chat.sees(/9–16 of/);
    await (await chat.lastCard()).locator.getByRole('button', { name: 'Filter', exact: true }).click();
    await picture('4-list-second-page');
  });

  it('opens a claim and marks a workload', async () => {
    await chat.say('claim CLM-1010');
    await chat.sees(/Trey Research/);
    await picture('5-claim');
  });

  it('hands a document in and files it', async () => {
    await run(process.execPath, [script('send-file.ts'), join(ROOT, 'sample/poe-CLM-1010.pdf')], { env: local.env });
    await chat.sees(/poe-CLM-1010\.pdf/);
    await picture('6-file-poe');
    const form = await chat.lastCard();
    assert.match(form.text, /claim ID stands in the document/);
    assert.match(form.text, /It shows your company, the customer, /);
    await chat.press('File POE');
    await chat.sees(/filed by Alex Wilber on June 16, 2020/);
    await picture('7-filed');
  });

  it('takes the last step', async () => {
    await chat.press('Confirmed in Partner Center');
    await chat.sees('Undo confirmation');
    await picture('8-confirmed');
  });

  it('asks for the document back, which this chat cannot take, and withdraws it', async () => {
    await chat.say('claim CLM-1010');
    await chat.sees('Documents');
    await chat.press('Download poe-CLM-1010.pdf');
    await chat.sees(/other apps take no files from me/);
    await picture('documents-1-download');
    await chat.press('Documents');
    await chat.sees(/Filed by Alex Wilber/);
    await picture('documents-2-all');
    await chat.press('Withdraw');
    await chat.choose('Why is it to be withdrawn?', 'it is only a sample');
    await picture('documents-3-withdraw');
    await chat.press('Withdraw');
    await chat.sees(/is withdrawn from/);
    await picture('documents-4-withdrawn');
  });

  it('tries an import', async () => {
    await run(process.execPath, [script('send-file.ts'), join(ROOT, 'sample/export-for-import.csv')], {
      env: local.env,
    });
    await chat.sees('Import preview');
    await picture('9-import-preview');
    await chat.press('Import');
    await chat.sees(/Imported export-for-import\.csv/);
    await picture('10-imported');
  });

  it('asks a question, gets its answer with the source, and goes on from there', async () => {
    await chat.say('What does POE mean?');
    await chat.sees(/demonstrates your ongoing work with the customer/);
    await picture('11-answer');
    await chat.press('How to update, step by step');
    await chat.sees(/Filter on approved claims/);
    await picture('12-follow-up');
  });

  it('asks what the notice does not say, and opens a ticket with the question', async () => {
    await chat.say('How many pages may a POE have?');
    await chat.sees('The notice does not say this.');
    await chat.press('Open a ticket');
    await chat.sees('Claim IDs');
    await chat.choose('Issue', 'Question about POE');
    await picture('13-ticket-form');
    await chat.press('Submit ticket');
    await chat.sees(/T-1001 is open/);
    await picture('14-ticket');
    await chat.press('Hand over');
    await chat.sees('Our reference: T-1001');
    await picture('15-hand-over');
  });

  it('sees the topics', async () => {
    await chat.say('topics');
    await chat.sees('When several partners claim');
    await picture('16-topics');
  });

  it('is answered when they write something else', async () => {
    await chat.say('banana');
    await chat.sees('The notice does not say this.');
    await chat.say('help');
    await chat.sees('What I can do');
    await picture('17-help');
  });
});
