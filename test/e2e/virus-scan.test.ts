/** With a clamd: nothing is read or filed before it was scanned, whatever becomes of the scanner meanwhile. */
import { strict as assert } from 'node:assert';
import { unrefTimer } from '../../src/outbox/worker.ts';
import { type AdaptiveCard, input } from '../support/cards.ts';
import { type Clamd, startClamd } from '../support/clamd.ts';
import { engineUris, importRows, openWorld, pdf, type World } from './world.ts';

describe('a document where viruses are looked for', () => {
  for (const [title, uri] of engineUris()) {
    describe(title, () => {
      let clamd: Clamd;
      let world: World;
      let aheadMs = 0;

      before(async () => {
        clamd = await startClamd();
        world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', {
          env: { CLAMD: `${clamd.host}:${clamd.port}`, LEADS: 'isaiahl@contoso.example' },
          // Nobody sits out the pauses of timers.
          overrides: {
            realTime: () => new Date(Date.now() + aheadMs),
            setTimer: (act, ms) => unrefTimer(act, Math.min(ms, 50)),
          },
        });
        await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
          { claim: 'SCAN-1', customer: 'Fabrikam', owner: 'adelev@contoso.example' },
        ]);
      });
      beforeEach(async () => {
        clamd.answer = undefined;
      });
      after(async () => {
        await world?.dispose();
        await clamd?.stop();
      });

      const adele = () => world.teams.person({ name: 'Adele Vance' });

      it('is scanned before anything else, exports too', async () => {
        assert.ok(clamd.scanned.some((file) => file.includes('SCAN-1')));
        const form = await adele().chat.drops([{ name: 'SCAN-1.pdf', bytes: pdf('clean') }]);
        assert.ok(clamd.scanned.at(-1)?.includes('clean'));
        assert.match((await adele().chat.presses(form.card, 'File POE')).text, /SCAN-1\.pdf, filed by/);
      });

      it('in which something is found is refused, and named', async () => {
        const answer = await adele().chat.drops([{ name: 'SCAN-1 bad.pdf', bytes: pdf('VIRUS') }]);
        assert.match(answer.text, /SCAN-1 bad\.pdf: The virus scanner found something in this file \(Own\.Virus\)/);
        assert.doesNotMatch(answer.text, /File POE/);
      });

      it('waits while the scanner is away, through a restart, and is offered once it is back', async () => {
        await clamd.stop();
        const since = adele().chat.conversation.mark;
        const answer = await adele().chat.drops([
          { name: 'SCAN-1 later.pdf', bytes: pdf('later') },
          { name: 'SCAN-1 worse.pdf', bytes: pdf('VIRUS later') },
        ]);
        assert.match(answer.text, /SCAN-1 later\.pdf: The virus scanner cannot be reached just now/);
        assert.doesNotMatch(answer.text, /File POE/);
        // The same again waits once.
        await adele().chat.drops([{ name: 'SCAN-1 later.pdf', bytes: pdf('later') }]);
        await world.restart();
        await clamd.start();
        aheadMs += 60_000;
        const form = await adele().chat.next('SCAN-1 later.pdf has been scanned', { since, timeoutMs: 25_000 });
        const worse = await adele().chat.next('SCAN-1 worse.pdf: The virus scanner found', {
          since,
          timeoutMs: 25_000,
        });
        assert.ok(worse);
        const [card] = form.cards as AdaptiveCard[];
        assert.ok(card && input(card, 'claim'));
        assert.match((await adele().chat.presses(card, 'File POE')).text, /SCAN-1 later\.pdf, filed by/);
        const told = adele().chat.conversation.sent.filter(({ text }) => /later\.pdf has been scanned/.test(text));
        assert.equal(told.length, 1);
      });
    });
  }
});
