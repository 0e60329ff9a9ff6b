/** A lead's imports in the real Agents Playground: a look before it, an undo after it, a claim removed and brought back. Leaves pictures in gallery/. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PlaygroundChat } from './chat.ts';
import { type Local, startLocal } from './local.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('a lead’s imports', function () {
  this.timeout(120_000);

  let local: Local;
  let chat: PlaygroundChat;

  before(async () => {
    local = await startLocal({ NUDGE_DAYS: 'off' });
    chat = local.chat;
  });

  after(() => local?.stop());

  it('are looked at before anything is written, and undone from their card', async () => {
    const script = join(ROOT, 'scripts/send-file.ts');
    await run(process.execPath, [script, join(ROOT, 'sample/export-for-import.csv')], { env: local.env });
    await chat.sees('Import preview');
    await chat.press('Import');
    await chat.sees(/Imported export-for-import\.csv/);
    await local.picture('30-imported');
    await chat.press('Undo this import');
    await chat.sees(/Undone: /);
    await local.picture('31-undone');
    await chat.say('imports');
    await chat.sees(/^\d+ imports?$/);
    assert.match((await chat.lastCard()).text, /export-for-import\.csv.*Undone/);
    await local.picture('32-imports');
  });

  it('bring claims that are removed with a reason, and brought back', async () => {
    await chat.say('claim CLM-1010');
    await chat.sees('Trey Research');
    await chat.press('Remove');
    await chat.sees('Why is it to be removed?');
    await chat.choose('Why is it to be removed?', 'twice in the export');
    await local.picture('33-remove');
    await chat.press('Remove claim');
    await chat.sees(/Removed by Alex Wilber on .*: twice in the export/);
    await local.picture('34-removed');
    await chat.say('removed');
    await chat.sees('1 claim has been removed');
    await local.picture('35-removed-claims');
    await chat.say('claim CLM-1010');
    await chat.press('Bring back');
    await chat.sees('This claim is back: it is listed and counted again.');
    await local.picture('36-brought-back');
  });
});
