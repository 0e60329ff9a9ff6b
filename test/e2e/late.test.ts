/** Turns that take longer than Teams waits: answered in time, finished afterwards, reported in the chat. */
import { strict as assert } from 'node:assert';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { button } from '../support/cards.ts';
import type { Delivery } from '../support/teams/chat.ts';
import { manualDeadline } from './deadline.ts';
import { eachWorld, importRows, openWorld, pdf } from './world.ts';

const LONGER = /takes a little longer/;

describe('a turn that takes longer than Teams waits', () => {
  const deadline = manualDeadline();
  eachWorld(
    (world) => {
      before(() =>
        importRows(world().teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1' }, { claim: 'CLM-2' }]),
      );

      /** A dropped file whose download hangs until it is released. */
      async function slowDrop(name: string, delivery?: Delivery) {
        const adele = world().teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
        const mark = adele.chat.conversation.mark;
        const download = world().teams.inject({ hold: true }, { method: 'GET', url: /^\/files\// });
        const dropped = adele.chat.drops([{ name, bytes: pdf(name) }], undefined, delivery);
        await download.reached;
        return { adele, download, dropped, mark };
      }

      it('is answered, told of, and its reply comes by itself', async () => {
        const { adele, download, dropped, mark } = await slowDrop('CLM-1 late.pdf');
        deadline.expire();
        const inTime = await dropped;
        assert.equal(inTime.status, 200);
        assert.match(inTime.text, LONGER);
        download.release();
        const { cards } = await adele.chat.next('CLM-1 late.pdf', { since: mark });
        const filed = await adele.chat.presses(cards[0] ?? assert.fail('no card'), 'File POE');
        assert.match(filed.text, /CLM-1 late\.pdf, filed by Adele Vance/);
      });

      it('still replies when the word that it takes longer was lost', async () => {
        const { adele, download, dropped, mark } = await slowDrop('CLM-1 lost.pdf');
        const lost = world().teams.inject({ status: 502 }, { method: 'POST' });
        deadline.expire();
        assert.equal((await dropped).status, 200);
        assert.equal(lost.hits, 1);
        download.release();
        await adele.chat.next('CLM-1 lost.pdf', { since: mark });
      });

      it('reports a failure of ours, with its reference, and goes on', async () => {
        const { adele, download, dropped, mark } = await slowDrop('CLM-1 failed.pdf');
        deadline.expire();
        await dropped;
        await rm(join(world().place.dataDir, 'tmp'), { recursive: true });
        download.release();
        const { text } = await adele.chat.next(/went wrong/, { since: mark });
        assert.match(text, /reference [0-9a-f-]{8}/);
        assert.match((await adele.chat.says('help')).text, /What I can do/);
      });

      it('is not worked on twice when it is delivered again meanwhile', async () => {
        const { adele, download, dropped, mark } = await slowDrop('CLM-2 twice.pdf');
        deadline.expire();
        await dropped;
        const { activity } = adele.chat.conversation.sent[mark] ?? assert.fail('nothing sent');
        const again = await adele.chat.says('CLM-2', { activityId: String(activity.replyToId) });
        assert.equal(again.replies.length, 0);
        download.release();
        await adele.chat.next('CLM-2 twice.pdf', { since: mark });
      });

      it('is answered in time, worked on once and told of in order, where the connector is slower than that', async () => {
        const { teams } = world();
        const downloads = () => teams.count({ url: /^\/files\// });
        const before = downloads();
        const { adele, download, dropped, mark } = await slowDrop('CLM-1 slow.pdf', { activityId: 'slow-1' });
        const { conversation } = adele.chat;
        const slow = teams.inject({ hold: true }, { method: 'POST' });
        deadline.expire();
        // The word that it takes longer is under way, and stays so.
        await slow.reached;
        deadline.expire();
        assert.equal((await dropped).status, 200);
        assert.equal(conversation.mark, mark);
        const again = await adele.chat.says('CLM-1 slow.pdf', { activityId: 'slow-1' });
        assert.deepEqual([again.status, again.replies.length], [200, 0]);
        download.release();
        // Time enough for the answer: it waits for the word before it.
        for (let i = 0; i < 3; i++) await world().teams.person({ name: 'Isaiah Langer' }).chat.says('help');
        assert.equal(conversation.mark, mark);
        slow.release();
        await adele.chat.next('CLM-1 slow.pdf', { since: mark });
        const told = conversation.sent.slice(mark).map(({ text }) => (LONGER.test(text) ? 'longer' : 'answer'));
        assert.deepEqual(told, ['longer', 'answer']);
        assert.equal(downloads() - before, 1);
      });

      it('promises nothing where the answer itself is what takes long to be sent', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        const mark = adele.chat.conversation.mark;
        const slow = world().teams.inject({ hold: true }, { method: 'POST' });
        const asked = adele.chat.says('help');
        await slow.reached;
        const lastWord = deadline.begun();
        deadline.expire();
        await lastWord;
        deadline.expire();
        assert.equal((await asked).status, 200);
        slow.release();
        await adele.chat.next('What I can do', { since: mark });
        assert.equal(adele.chat.conversation.sent.slice(mark).filter(({ text }) => LONGER.test(text)).length, 0);
      });

      it('after a press says so in the response, and shows its card in the chat', async () => {
        const megan = world().teams.person({ name: 'Megan Bowen' });
        // Nothing in a press waits but the roster, which is asked of a person not seen before.
        const roster = world().teams.inject({ hold: true }, { method: 'GET', url: /\/members\// });
        const value = { action: { type: 'Action.Execute', verb: 'needs-poe', data: {} }, trigger: 'manual' };
        const pressed = megan.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        await roster.reached;
        deadline.expire();
        const inTime = await pressed;
        assert.equal(inTime.status, 200);
        assert.match(inTime.text, LONGER);
        assert.equal(inTime.replies.length, 0);
        roster.release();
        const { cards } = await megan.chat.next('What needs POE', { since: 0 });
        assert.equal(button(cards[0] ?? assert.fail('no card'), 'Apply').verb, 'needs-poe');
      });

      it('after a press that comes twice meanwhile shows its card once', async () => {
        const diego = world().teams.person({ name: 'Diego Siciliani' });
        const roster = world().teams.inject({ hold: true }, { method: 'GET', url: /\/members\//, times: 2 });
        const value = { action: { type: 'Action.Execute', verb: 'needs-poe', data: {} }, trigger: 'manual' };
        const press = { type: 'invoke', name: 'adaptiveCard/action', value };
        const pressed = diego.chat.sends(press, { times: 2, atOnce: true });
        await roster.reached;
        while (roster.hits < 2) await nextTick();
        deadline.expire();
        assert.deepEqual(
          (await pressed).deliveries.map(({ status }) => status),
          [200, 200],
        );
        roster.release();
        await diego.chat.next('What needs POE', { since: 0 });
        await diego.chat.says('help');
        assert.equal(diego.chat.conversation.sent.filter(({ text }) => text.includes('CLM-2')).length, 1);
      });
    },
    { overrides: { delay: deadline.delay } },
  );

  it('is finished before the bot stops', async () => {
    const deadline = manualDeadline();
    const world = await openWorld('sqlite', { overrides: { delay: deadline.delay } });
    try {
      const adele = world.teams.person({ name: 'Adele Vance' });
      await importRows(adele, [{ claim: 'CLM-1' }]);
      const download = world.teams.inject({ hold: true }, { method: 'GET', url: /^\/files\// });
      const dropped = adele.chat.drops([{ name: 'CLM-1.pdf', bytes: pdf('x') }]);
      await download.reached;
      deadline.expire();
      await dropped;
      const order: string[] = [];
      const stopped = world.app.stop().then(() => order.push('stopped'));
      const replied = adele.chat.next('CLM-1.pdf').then(() => order.push('replied'));
      download.release();
      await Promise.all([stopped, replied]);
      assert.deepEqual(order, ['replied', 'stopped']);
    } finally {
      await world.dispose();
    }
  });
});
