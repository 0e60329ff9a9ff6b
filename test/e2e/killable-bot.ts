/** A bot as a real process, to be killed in the middle of something and started again on its data. */
import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Child, runNode } from '../support/child.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import { startTeams, type Teams } from '../support/teams.ts';
import { NOW } from './world.ts';

export interface KillableBot {
  readonly teams: Teams;
  start(): Promise<void>;
  /**
   * Kills it once a number within a row of `import_jobs` is above 0, read beside the running bot.
   * @param path in the job, `claimsDone`
   * @param pressed what began it, ended by the kill
   * @returns how far it was
   */
  killWithin(path: string, pressed: Promise<unknown>): Promise<number>;
  /** By SIGKILL, at once. */
  kill(): Promise<void>;
  /** By SIGTERM, as an operator stops it. */
  stop(): Promise<void>;
}

/** Of the `describe` around it. */
export function killableBot(): KillableBot {
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

  return {
    get teams() {
      return teams;
    },
    async start() {
      bot = runNode(['src/main.ts'], { DATA_DIR: place.dataDir, PORT: '0', FILE_HOSTS: teams.host, NOW });
      await bot.says(/"msg":"listening/);
      const port = /"port":(\d+)/.exec(bot.stdout)?.[1];
      teams.connectTo(`http://127.0.0.1:${port}/api/messages`);
    },
    async killWithin(path, pressed) {
      const ended = pressed.catch(() => undefined);
      const store = new Database(`${place.dataDir}/store.sqlite`, { readonly: true });
      const query = store.prepare('SELECT max(json_extract(doc, ?)) AS done FROM import_jobs');
      const done = (): number => (query.get(`$.${path}`) as { done: number | null }).done ?? 0;
      while (done() === 0) await sleep(5);
      await this.kill();
      await ended;
      const survived = done();
      store.close();
      return survived;
    },
    async kill() {
      bot?.process.kill('SIGKILL');
      assert.equal((await bot?.ended)?.signal, 'SIGKILL');
    },
    async stop() {
      bot?.process.kill('SIGTERM');
      assert.equal((await bot?.ended)?.code, 0);
    },
  };
}
