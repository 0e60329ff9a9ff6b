/** What a person sees of a document before they file it, in the real Agents Playground. Leaves pictures in gallery/. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pdfOf } from '../files/documents.ts';
import type { PlaygroundChat } from './chat.ts';
import { type Local, startLocal } from './local.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('documents that are handed in', function () {
  this.timeout(120_000);

  let local: Local;
  let chat: PlaygroundChat;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
    local = await startLocal({ NUDGE_DAYS: 'off' });
    chat = local.chat;
  });

  after(async () => {
    await local?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const handIn = (...paths: string[]) =>
    run(process.execPath, [join(ROOT, 'scripts/send-file.ts'), ...paths], { env: local.env });

  async function made(name: string, lines: readonly string[]): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, pdfOf(lines));
    return path;
  }

  it('are read: what stands, what lacks and what to do about it, and filed all the same', async () => {
    await handIn(join(ROOT, 'sample/poe-CLM-1010.pdf'));
    await chat.sees(/I am not sure that the customer has signed\./);
    await local.picture('40-advice');
    await chat.choose('Why it is filed all the same', 'the signed copy follows');
    await chat.press('File POE');
    await chat.sees(/Filed all the same: “the signed copy follows”/);
    await local.picture('41-filed-all-the-same');
    await chat.say('what needs POE for Trey Research');
    await chat.sees(/POE filed, signature unclear/);
    await local.picture('42-list');
  });

  it('come for several claims, and those that are beyond doubt are filed by one press', async () => {
    const signed = (customer: string, product: string) => [
      `Statement of Work between Contoso Consulting and ${customer}`,
      `Contoso Consulting migrated 300 mailboxes of the customer to ${product}.`,
      'Signature of the customer: /s/ Nestor Wilke',
      'Date: May 4, 2020',
    ];
    await handIn(
      await made('first.pdf', signed('Adventure Works Cycles', 'Exchange Online')),
      await made('second.pdf', signed('Lucerne Publishing', 'Exchange Online')),
      await made('minutes.pdf', ['Minutes of a meeting']),
    );
    await chat.sees('3 files for several claims');
    await local.picture('43-several');
    const { buttons } = await chat.lastCard();
    assert.ok(buttons.some((title) => title === 'Open'));
  });
});
