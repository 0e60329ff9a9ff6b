/** A bot that is killed in the middle of the undo of an import, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Child, runNode } from '../support/child.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import { startTeams, type Teams } from '../support/teams.ts';
import { importRows, pdf } from './world.ts';

const CLAIMS = 4_000;

describe('a bot killed in the middle of the undo of an import', () => {
  let teams: Teams;
  let place: Place;
  let bot: Child | undefined;

  before(async () => {
    teams = await startTeams();
    place = await newPlace(undefined);
  });
  after(async () => {
    bot?.process.kill('SIGKILL');
    await bot?.ended;
    await teams?.stop();
    if (place) await removePlace(place);
  });

  async function startBot(): Promise<Child> {
    const env = { DATA_DIR: place.dataDir, PORT: '0', FILE_HOSTS: teams.host, NOW: '2020-06-16T16:00:00Z' };
    bot = runNode(['src/main.ts'], env);
    await bot.says(/"msg":"listening/);
    const port = /"port":(\d+)/.exec(bot.stdout)?.[1];
    teams.connectTo(`http://127.0.0.1:${port}/api/messages`);
    return bot;
  }

  /** How many claims the undo's record says were looked at; read beside the running bot. */
  function scanned(store: Database.Database): number {
    const rows = store.prepare("SELECT json_extract(doc, '$.undo.scanned') AS scanned FROM import_jobs").all();
    return Math.max(0, ...rows.map((row) => (row as { scanned: number | null }).scanned ?? 0));
  }

  it('finishes it after the next start: each claim counted once, what was worked on kept and named, and the lead told', async function () {
    this.timeout(240_000);
    const first = await startBot();
    const lead = teams.person({ name: 'Isaiah Langer' });
    await lead.chat.install();
    // A quarter of them were there before, by another name.
    const rows = (n: number, customer: string) =>
      Array.from({ length: n }, (_, i) => ({ claim: `CLM-${i}`, customer: `${customer} ${i}` }));
    await importRows(lead, rows(CLAIMS / 4, 'Before'), 'before.csv');
    await importRows(lead, rows(CLAIMS, 'After'), 'export.csv');
    const draft = await lead.chat.drops([{ name: 'CLM-3999.pdf', bytes: pdf('kept') }]);
    await lead.chat.presses(draft.card, 'File POE');

    const store = new Database(`${place.dataDir}/store.sqlite`, { readonly: true });
    const list = await lead.chat.says('imports');
    assert.match(list.text, /export\.csv[\s\S]*3,000 new, 1,000 changed, 0 same/);
    const pressed = lead.chat.presses(list.card, 'Undo this import', {}, { index: 0 }).catch((error: unknown) => error);
    while (scanned(store) === 0) await sleep(5);
    first.process.kill('SIGKILL');
    assert.equal((await first.ended).signal, 'SIGKILL');
    await pressed;
    const survived = scanned(store);
    store.close();
    assert.ok(survived > 0 && survived < CLAIMS, `${survived} were looked at`);

    const mark = lead.chat.conversation.mark;
    await startBot();
    const told = await lead.chat.next(/is undone/, { since: mark, timeoutMs: 120_000 });
    assert.match(told.text, /The import of export\.csv is undone: 2,999 claims gone, 1,000 as before, 1 left/);
    const card = lead.chat.conversation.sent.slice(mark).findLast(({ kind }) => kind === 'update');
    assert.match(card?.text ?? '', /Undone: export\.csv[\s\S]*Gone\s+2,999[\s\S]*CLM-3999: POE was filed/);
    assert.match((await lead.chat.says('what needs POE')).text, /1,000 claims to collect/);
    assert.match((await lead.chat.says('claim CLM-7')).text, /Before 7/);
    assert.match((await lead.chat.says('claim CLM-3999')).text, /After 3999[\s\S]*CLM-3999\.pdf, filed by/);
    assert.match((await lead.chat.says('claim CLM-3998')).text, /cannot find a claim/);
    bot?.process.kill('SIGTERM');
    assert.equal((await bot?.ended)?.code, 0);
  });
});
