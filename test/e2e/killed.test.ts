/** A bot that is killed in the middle of an import, as a real process with a real signal. */
import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Child, runNode } from '../support/child.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import { startTeams, type Teams } from '../support/teams.ts';
import { exportOf } from './world.ts';

/** Enough to be killed in the middle of: some 40 batches. */
const CLAIMS = 4_000;

describe('a bot killed in the middle of an import', () => {
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

  /** How many claims the job's record says are done; read beside the running bot. */
  function claimsDone(store: Database.Database): number {
    const row = store.prepare("SELECT json_extract(doc, '$.claimsDone') AS done FROM import_jobs").get();
    return (row as { done: number } | undefined)?.done ?? 0;
  }

  it('finishes it after the next start: all counted as new, none doubled, and the lead is told', async function () {
    this.timeout(120_000);
    const first = await startBot();
    const lead = teams.person({ name: 'Isaiah Langer' });
    await lead.chat.install();
    const rows = Array.from({ length: CLAIMS }, (_, i) => ({ claim: `CLM-${i}`, customer: `Customer ${i}` }));
    const preview = await lead.chat.drops([{ name: 'export.csv', bytes: exportOf(rows) }]);
    assert.match(preview.text, /New\s+4,000/);

    const pressed = lead.chat.presses(preview.card, 'Import').catch((error: unknown) => error);
    const store = new Database(`${place.dataDir}/store.sqlite`, { readonly: true });
    while (claimsDone(store) === 0) await sleep(5);
    first.process.kill('SIGKILL');
    assert.equal((await first.ended).signal, 'SIGKILL');
    await pressed;
    const survived = claimsDone(store);
    store.close();
    assert.ok(survived > 0 && survived < CLAIMS, `${survived} were done`);

    const mark = lead.chat.conversation.mark;
    await startBot();
    const told = await lead.chat.next(/is done/, { since: mark, timeoutMs: 60_000 });
    assert.match(told.text, /The import of export\.csv is done: 4,000 new, 0 changed/);
    const card = lead.chat.conversation.sent.slice(mark).findLast(({ kind }) => kind === 'update');
    assert.match(card?.text ?? '', /Imported export\.csv[\s\S]*New\s+4,000[\s\S]*Changed\s+0[\s\S]*Same\s+0/);
    assert.match((await lead.chat.says('what needs POE')).text, /4,000 claims to collect/);
    const again = await lead.chat.drops([{ name: 'export.csv', bytes: exportOf(rows) }]);
    assert.match(again.text, /New\s+0[\s\S]*Changed\s+0[\s\S]*Same\s+4,000[\s\S]*Not in this file[^\n]*\s+0/);
    bot?.process.kill('SIGTERM');
    assert.equal((await bot?.ended)?.code, 0);
  });
});
