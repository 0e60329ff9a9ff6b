/**
 * What comes of an answer that Teams does not take at once: the work is done once, and the person gets the answer, or hears of it (decision 18).
 */
import { strict as assert } from 'node:assert';
import type { Fault } from '../support/teams/faults.ts';
import { manualDeadline } from './deadline.ts';
import { eachWorld, engineUris, exportOf, importRows, openWorld, pdf } from './world.ts';

const UNSURE = 'My answer may not have reached you. If you do not see it, please try again.';
const FAULT_OF_OURS = /^Something went wrong on my side[\s\S]*reference [0-9a-f-]{8}/;

describe('an answer that Teams does not take at once', () => {
  const deadline = manualDeadline();
  let waits: number[] = [];
  eachWorld(
    (world) => {
      before(() => importRows(world().teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1' }]));
      beforeEach(() => {
        waits = [];
      });
      let number = 0;

      /** Drops a file, whose answer meets the fault; Teams delivers the message twice. */
      async function droppedWith(fault: Fault, times = 1) {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
        number += 1;
        const name = `CLM-1 refused ${number}.pdf`;
        const files = [{ name, bytes: pdf(name) }];
        const [posts, downloads] = [teams.count({ method: 'POST' }), teams.count({ url: /^\/files\// })];
        const planned = teams.inject(fault, { method: 'POST', times });
        const answer = await adele.chat.drops(files, undefined, { activityId: `refused-${number}`, times: 2 });
        planned.release();
        return {
          statuses: answer.deliveries.map(({ status }) => status),
          said: answer.sent.map(({ text }) => (text.includes(name) ? 'answer' : text)),
          posts: teams.count({ method: 'POST' }) - posts,
          downloads: teams.count({ url: /^\/files\// }) - downloads,
        };
      }

      for (const status of [412, 429])
        it(`is sent again after a ${status}, since it surely did not arrive`, async () => {
          const came = await droppedWith({ status }, 2);
          assert.deepEqual(came, { statuses: [200, 200], said: ['answer'], posts: 3, downloads: 1 });
          assert.equal(waits.length, 2);
        });

      it('waits as long as Teams says', async () => {
        const { said } = await droppedWith({ status: 429, headers: { 'retry-after': '7' } });
        assert.deepEqual([said, waits], [['answer'], [7_000]]);
      });

      it('waits for no hour: the message is answered when it is delivered again', async () => {
        const came = await droppedWith({ status: 429, headers: { 'retry-after': '3600' } });
        assert.deepEqual(came, { statuses: [503, 200], said: ['answer'], posts: 2, downloads: 2 });
        assert.deepEqual(waits, []);
      });

      it('is given when the message is delivered again, where Teams took no token just then', async () => {
        const came = await droppedWith({ status: 401 });
        assert.deepEqual(came, { statuses: [503, 200], said: ['answer'], posts: 2, downloads: 2 });
      });

      for (const status of [400, 413, 422])
        it(`is told of in words after a ${status}, which no repeat would mend`, async () => {
          const came = await droppedWith({ status });
          assert.deepEqual([came.statuses, came.posts, came.downloads], [[200, 200], 2, 1]);
          assert.equal(came.said.length, 1);
          assert.match(came.said[0] ?? '', FAULT_OF_OURS);
        });

      it('ends quietly where nothing at all is taken', async () => {
        const came = await droppedWith({ status: 400 }, 10);
        assert.deepEqual(came, { statuses: [200, 200], said: [], posts: 2, downloads: 1 });
      });

      for (const [status, where] of [
        [403, 'the bot is blocked'],
        [404, 'the conversation is gone'],
      ] as const)
        it(`ends quietly where ${where} (${status})`, async () => {
          const came = await droppedWith({ status }, 10);
          assert.deepEqual(came, { statuses: [200, 200], said: [], posts: 1, downloads: 1 });
        });

      for (const fault of [...[408, 500, 502, 503, 504].map((status) => ({ status })), { reset: true }] as const)
        it(`is sent once more after ${JSON.stringify(fault)}`, async () => {
          const came = await droppedWith(fault);
          assert.deepEqual(came, { statuses: [200, 200], said: ['answer'], posts: 2, downloads: 1 });
          assert.equal(waits.length, 1);
        });

      it('may be seen twice, where it had arrived, and files once all the same', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        world().teams.inject({ lost: true }, { method: 'POST' });
        const { cards } = await adele.chat.drops([{ name: 'CLM-1 twice.pdf', bytes: pdf('twice') }]);
        assert.equal(cards.length, 2);
        for (const card of cards) await adele.chat.presses(card, 'File POE');
        const claim = await adele.chat.says('CLM-1');
        assert.equal(claim.text.split('CLM-1 twice.pdf, filed by').length, 2);
      });

      it('is not sent a third time: words tell of it, as soon as they get through', async () => {
        for (const times of [2, 3, 6]) {
          const came = await droppedWith({ status: 502 }, times);
          assert.deepEqual(came, { statuses: [200, 200], said: [UNSURE], posts: times + 1, downloads: 1 });
        }
      });

      it('is given up where nothing gets through for a minute', async () => {
        const came = await droppedWith({ status: 503 }, 100);
        assert.deepEqual([came.statuses, came.said, came.downloads], [[200, 200], [], 1]);
        const waited = waits.reduce((sum, ms) => sum + ms, 0);
        assert.ok(waited > 25_000 && waited < 65_000, `${waited} ms`);
      });

      it('is sent until it is through where its message will not be delivered again', async () => {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
        const { mark } = adele.chat.conversation;
        const download = teams.inject({ hold: true }, { method: 'GET', url: /^\/files\// });
        const dropped = adele.chat.drops([{ name: 'CLM-1 late.pdf', bytes: pdf('late') }]);
        await download.reached;
        deadline.expire();
        assert.equal((await dropped).status, 200);
        teams.inject({ status: 401 }, { method: 'POST', times: 3 });
        download.release();
        await adele.chat.next('CLM-1 late.pdf', { since: mark });
        assert.equal(waits.length, 3);
      });

      it('comes before what is said after it', async () => {
        const { teams } = world();
        const lead = teams.person({ name: 'Isaiah Langer' });
        teams.inject({ status: 502 }, { method: 'POST' });
        const { sent } = await lead.chat.drops([
          { name: 'order.pdf', bytes: pdf('order') },
          { name: 'order.csv', bytes: exportOf([{ claim: 'CLM-9' }]) },
        ]);
        assert.deepEqual(
          sent.map(({ text }) => ['order.csv', 'order.pdf'].filter((name) => text.includes(name))),
          [['order.csv'], ['order.pdf']],
        );
      });

      it('of a press is told of in its response where Teams refuses it', async () => {
        const adele = world().teams.person({ name: 'Adele Vance' });
        const topics = await adele.chat.says('topics');
        world().teams.inject({ status: 400 }, { method: 'POST' });
        const answer = await adele.chat.presses(topics.card, 'What CPOR means');
        assert.equal(answer.status, 200);
        assert.match(answer.text, FAULT_OF_OURS);
      });
    },
    { overrides: { delay: deadline.delay, pause: async (ms) => waits.push(ms) } },
  );
});

describe('an answer that Teams refuses while the bot is told to stop', () => {
  for (const [title, uri] of engineUris())
    it(`holds nobody up, and may be given by the next bot, ${title}`, async () => {
      const deadline = manualDeadline();
      const overrides = { delay: deadline.delay, drainWithinMs: 200 };
      const world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', { overrides });
      try {
        const adele = world.teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
        const refused = world.teams.inject({ status: 429, headers: { 'retry-after': '50' } }, { method: 'POST' });
        const asked = adele.chat.says('help', { activityId: 'stopped' });
        await refused.reached;
        const lastWord = deadline.begun();
        deadline.expire();
        await lastWord;
        deadline.expire();
        assert.equal((await asked).status, 200);
        await world.app.stop();
        await world.restart();
        const again = await adele.chat.says('help', { activityId: 'stopped' });
        assert.deepEqual([again.status, again.replies.length], [200, 1]);
      } finally {
        await world.dispose();
      }
    });
});
