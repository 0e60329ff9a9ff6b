/** A bot that is killed in the middle of an import, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { killableBot } from './killable-bot.ts';
import { exportOf } from './world.ts';

/** Enough to be killed in the middle of: some 40 batches. */
const CLAIMS = 4_000;

describe('a bot killed in the middle of an import', () => {
  const bot = killableBot();

  it('finishes it after the next start: all counted as new, none doubled, and the lead is told', async function () {
    this.timeout(120_000);
    await bot.start();
    const lead = bot.teams.person({ name: 'Isaiah Langer' });
    await lead.chat.install();
    const rows = Array.from({ length: CLAIMS }, (_, i) => ({ claim: `CLM-${i}`, customer: `Customer ${i}` }));
    const preview = await lead.chat.drops([{ name: 'export.csv', bytes: exportOf(rows) }]);
    assert.match(preview.text, /New\s+4,000/);

    const survived = await bot.killWithin('claimsDone', lead.chat.presses(preview.card, 'Import'));
    assert.ok(survived > 0 && survived < CLAIMS, `${survived} were done`);

    const mark = lead.chat.conversation.mark;
    await bot.start();
    const told = await lead.chat.next(/is done/, { since: mark, timeoutMs: 60_000 });
    assert.match(told.text, /The import of export\.csv is done: 4,000 new, 0 changed/);
    const card = lead.chat.conversation.sent.slice(mark).findLast(({ kind }) => kind === 'update');
    assert.match(card?.text ?? '', /Imported export\.csv[\s\S]*New\s+4,000[\s\S]*Changed\s+0[\s\S]*Same\s+0/);
    assert.match((await lead.chat.says('what needs POE')).text, /4,000 claims to collect/);
    const again = await lead.chat.drops([{ name: 'export.csv', bytes: exportOf(rows) }]);
    assert.match(again.text, /New\s+0[\s\S]*Changed\s+0[\s\S]*Same\s+4,000[\s\S]*Not in this file[^\n]*\s+0/);
    await bot.stop();
  });
});
