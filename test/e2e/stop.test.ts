/** A bot that is told to stop while something hangs, and what the next one finds. */
import { strict as assert } from 'node:assert';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '../support/teams.ts';
import { manualDeadline } from './deadline.ts';
import { engineUris, importRows, openWorld, pdf, type World } from './world.ts';

const DAY_MS = 86_400_000;

describe('a bot that stops', () => {
  for (const [title, uri] of engineUris()) {
    describe(title, () => {
      const deadline = manualDeadline();
      let world: World;
      let lead: Person;

      beforeEach(async () => {
        const overrides = { delay: deadline.delay, drainWithinMs: 500 };
        world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', { overrides });
        lead = world.teams.person({ name: 'Isaiah Langer' });
        await importRows(lead, [{ claim: 'CLM-1' }]);
      });
      afterEach(() => world?.dispose());

      const temp = () => join(world.place.dataDir, 'tmp');

      /** A dropped file whose turn outlives its answer, since these requests of it hang. */
      async function hanging(method: string, url: RegExp) {
        const { mark } = lead.chat.conversation;
        const held = world.teams.inject({ hold: true }, { method, url });
        const dropped = lead.chat.drops([{ name: 'CLM-1 hanging.pdf', bytes: pdf('hanging') }]);
        await held.reached;
        return { mark, held, dropped };
      }

      it('is not held up by a download: the person is told, and nothing is filed', async () => {
        const { mark, held, dropped } = await hanging('GET', /^\/files\//);
        deadline.expire();
        await dropped;
        await world.app.stop();
        const { text } = await lead.chat.next('CLM-1 hanging.pdf', { since: mark });
        assert.match(text, /could not be fetched just now/);
        assert.deepEqual(await readdir(temp()), []);
        held.release();
        await world.restart();
        assert.match((await lead.chat.says('claim CLM-1')).text, /No POE here/);
        assert.equal(lead.chat.conversation.sent.slice(mark).filter(({ text }) => /File POE/.test(text)).length, 0);
        // And can be dropped again.
        const form = await lead.chat.drops([{ name: 'CLM-1 hanging.pdf', bytes: pdf('hanging') }]);
        assert.match((await lead.chat.presses(form.card, 'File POE')).text, /hanging\.pdf, filed by/);
      });

      it('is not held up by a service that does not answer what was sent to it', async () => {
        const { held, dropped } = await hanging('POST', /\/activities/);
        deadline.expire();
        // The word that it takes longer goes through; the form does not.
        await dropped;
        await world.app.stop();
        held.release();
        await world.restart();
        assert.match((await lead.chat.says('claim CLM-1')).text, /No POE here/);
      });

      it('leaves nothing on the way behind once it starts again', async () => {
        await mkdir(temp(), { recursive: true });
        const [old, young] = [join(temp(), 'old.download'), join(temp(), 'young.download')];
        for (const path of [old, young]) await writeFile(path, 'half a file');
        await utimes(old, new Date(Date.now() - DAY_MS), new Date(Date.now() - DAY_MS));
        await world.restart();
        // Another instance may still be at work on the young one, where there may be others.
        assert.deepEqual(await readdir(temp()), uri === undefined ? [] : ['young.download']);
      });
    });
  }
});
