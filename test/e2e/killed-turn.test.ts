/** A bot that is killed in the middle of a turn, as a real process with a real signal: Teams delivers the message again. */
import { strict as assert } from 'node:assert';
import { pino } from 'pino';
import { type App, start } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type Child, runNode } from '../support/child.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { startTeams, type Teams } from '../support/teams.ts';
import { engineUris, importRows, NOW, pdf } from './world.ts';

describe('a bot killed in the middle of a turn', () => {
  // The bot that goes on is this process, and what reads its documents, too.
  let reading: Disposable;
  before(() => {
    reading = tasksHere('check-document');
  });
  after(() => reading[Symbol.dispose]());

  for (const [engine, uri] of engineUris()) {
    describe(engine, () => {
      let teams: Teams;
      let place: Place;
      let killed: Child | undefined;
      let next: App | undefined;
      /** Milliseconds that the next bot's real time is ahead. */
      let later = 0;

      beforeEach(async () => {
        later = 0;
        teams = await startTeams();
        place = await newPlace(uri);
      });
      afterEach(async () => {
        killed?.process.kill('SIGKILL');
        await killed?.ended;
        await next?.stop();
        next = undefined;
        await teams?.stop();
        if (place) await removePlace(place);
      });

      const env = () => ({
        ...{ DATA_DIR: place.dataDir, MONGODB_URI: place.mongodbUri, PORT: '0', FILE_HOSTS: teams.host, NOW },
      });
      const connectTo = (port: number | string) => teams.connectTo(`http://127.0.0.1:${port}/api/messages`);
      const drop = (activityId: string) =>
        teams
          .person({ name: 'Isaiah Langer' })
          .chat.drops([{ name: 'signed.pdf', bytes: pdf('signed') }], undefined, { activityId });

      /** Kills a bot while it fetches the file of this message, and starts the next one. */
      async function killedInTurn(activityId: string): Promise<void> {
        killed = runNode(['src/main.ts'], env());
        await killed.says(/"msg":"listening/);
        connectTo(/"port":(\d+)/.exec(killed.stdout)?.[1] ?? '');
        await importRows(teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1' }]);
        const download = teams.inject({ hold: true }, { method: 'GET', url: /^\/files\// });
        const dropped = drop(activityId).catch((error: unknown) => error);
        await download.reached;
        killed.process.kill('SIGKILL');
        assert.equal((await killed.ended).signal, 'SIGKILL');
        assert.ok((await dropped) instanceof Error, 'it was not answered');
        download.release();
        next = await start(parseConfig(env()), pino({ level: 'silent' }), {
          realTime: () => new Date(Date.now() + later),
        });
        connectTo(next.port);
      }

      it('works on the message when Teams delivers it again after 15 s, and once only', async function () {
        this.timeout(60_000);
        await killedInTurn('1594000000000');
        later = 15_000;
        const again = await drop('1594000000000');
        assert.match(again.text, /signed\.pdf/);
        // On a busy machine it says that it is reading first.
        const answers = again.replies.filter(({ text = '' }) => !text.startsWith('I am reading'));
        assert.equal(answers.length, 1);
        assert.equal((await drop('1594000000000')).replies.length, 0);
      });

      it('leaves a copy alone that comes while the first might still be at work', async function () {
        this.timeout(60_000);
        await killedInTurn('1594000000000');
        assert.equal((await drop('1594000000000')).replies.length, 0);
      });
    });
  }
});
