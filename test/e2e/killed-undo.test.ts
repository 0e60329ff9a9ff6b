/** A bot that is killed in the middle of the undo of an import, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { killableBot } from './killable-bot.ts';
import { importRows, pdf } from './world.ts';

const CLAIMS = 4_000;

describe('a bot killed in the middle of the undo of an import', () => {
  const bot = killableBot();

  it('finishes it after the next start: each claim counted once, what was worked on kept and named, and the lead told', async function () {
    this.timeout(240_000);
    await bot.start();
    const lead = bot.teams.person({ name: 'Isaiah Langer' });
    await lead.chat.install();
    // A quarter of them were there before, by another name.
    const rows = (n: number, customer: string) =>
      Array.from({ length: n }, (_, i) => ({ claim: `CLM-${i}`, customer: `${customer} ${i}` }));
    await importRows(lead, rows(CLAIMS / 4, 'Before'), 'before.csv');
    await importRows(lead, rows(CLAIMS, 'After'), 'export.csv');
    const draft = await lead.chat.drops([{ name: 'CLM-3999.pdf', bytes: pdf('kept') }]);
    await lead.chat.presses(draft.card, 'File POE');

    const list = await lead.chat.says('imports');
    assert.match(list.text, /export\.csv[\s\S]*3,000 new, 1,000 changed, 0 same/);
    const undo = lead.chat.presses(list.card, 'Undo this import', {}, { index: 0 });
    const survived = await bot.killWithin('undo.scanned', undo);
    assert.ok(survived > 0 && survived < CLAIMS, `${survived} were looked at`);

    const mark = lead.chat.conversation.mark;
    await bot.start();
    const told = await lead.chat.next(/is undone/, { since: mark, timeoutMs: 120_000 });
    assert.match(told.text, /The import of export\.csv is undone: 2,999 claims gone, 1,000 as before, 1 left/);
    const card = lead.chat.conversation.sent.slice(mark).findLast(({ kind }) => kind === 'update');
    assert.match(card?.text ?? '', /Undone: export\.csv[\s\S]*Gone\s+2,999[\s\S]*CLM-3999: POE was filed/);
    assert.match((await lead.chat.says('what needs POE')).text, /1,000 claims to collect/);
    assert.match((await lead.chat.says('claim CLM-7')).text, /Before 7/);
    assert.match((await lead.chat.says('claim CLM-3999')).text, /After 3999[\s\S]*CLM-3999\.pdf, filed by/);
    assert.match((await lead.chat.says('claim CLM-3998')).text, /cannot find a claim/);
    await bot.stop();
  });
});
