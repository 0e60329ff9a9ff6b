/** A store that takes no writes, hangs or is cut off: people get a sentence, questions their answers, and nothing is done twice. */
import { strict as assert } from 'node:assert';
import { DatabaseProxy, lockedStore, type StoreOutage } from '../support/store-outage.ts';
import { manualDeadline } from './deadline.ts';
import { importRows, openWorld, pdf, type World } from './world.ts';

const SORRY = /I cannot get at my records just now[\s\S]*reference [0-9a-f-]{8}/;
const QUESTION = 'Am I required to update any associations?';
const ANSWER = /strongly recommended/;

const mongodb = process.env.TEST_MONGODB_URI || undefined;
const proxy = mongodb === undefined ? undefined : new DatabaseProxy(mongodb);
const deadline = manualDeadline();

/** How a store goes away, by engine. */
const outages: [how: string, engine: 'sqlite' | 'mongodb', (world: () => World) => StoreOutage][] = [
  ['SQLite that takes no writes', 'sqlite', (world) => lockedStore(() => world().place.dataDir)],
];
if (proxy !== undefined) {
  outages.push(['a MongoDB that hangs', 'mongodb', () => ({ begin: () => proxy.hang(), end: () => proxy.pass() })]);
  outages.push(['a MongoDB that is cut off', 'mongodb', () => ({ begin: () => proxy.cut(), end: () => proxy.pass() })]);
}

for (const [how, engine, outageOf] of outages) {
  describe(`with ${how}`, () => {
    let world: World;
    const outage = outageOf(() => world);
    const person = (name: string) => world.teams.person({ name });
    const ready = () => fetch(`http://127.0.0.1:${world.app.port}/readyz`);

    before(async () => {
      const uri = engine === 'mongodb' ? await proxy?.start() : undefined;
      world = await openWorld(engine, {
        mongodbUri: () => uri,
        overrides: { storeWithinMs: 1_000, delay: deadline.delay },
      });
      await importRows(person('Isaiah Langer'), [{ claim: 'CLM-1' }, { claim: 'CLM-2' }]);
      await person('Adele Vance').chat.says('help');
    });
    after(async () => {
      outage.end();
      await world?.dispose();
      if (engine === 'mongodb') await proxy?.stop();
    });
    afterEach(async () => {
      outage.end();
      await isBack();
    });

    /** The first that asks again finds out that it is back. */
    async function isBack(): Promise<void> {
      const until = performance.now() + 20_000;
      while ((await ready()).status !== 200) assert.ok(performance.now() < until, 'it is not ready again');
    }

    it('is not ready, and is again when that is over', async () => {
      await isBack();
      outage.begin();
      assert.equal((await ready()).status, 503);
      assert.equal((await fetch(`http://127.0.0.1:${world.app.port}/healthz`)).status, 200);
    });

    for (const name of ['Adele Vance', 'Nobody Yet'])
      it(`answers a question on the notice, asked by ${name}`, async () => {
        outage.begin();
        const answer = await person(name).chat.says(QUESTION);
        assert.equal(answer.status, 200);
        assert.equal(answer.replies.length, 1);
        assert.match(answer.text, ANSWER);
      });

    it('answers a question in a channel, and a topic that is pressed', async () => {
      const channel = world.teams.channel('General');
      await person('Adele Vance').in(channel).mentions('help');
      outage.begin();
      const asked = await person('Adele Vance').in(channel).mentions(QUESTION);
      assert.match(asked.text, ANSWER);
      const topics = await person('Adele Vance').chat.says('topics');
      assert.equal(topics.status, 200);
      assert.equal(topics.replies.length, 1);
      assert.doesNotMatch(topics.text, SORRY);
    });

    it('says for everything that it would have to write that it cannot, with a reference', async () => {
      const adele = person('Adele Vance');
      const { card } = await adele.chat.says('claim CLM-1');
      const form = await adele.chat.says('open a ticket');
      outage.begin();
      const file = await adele.chat.drops([{ name: 'CLM-1.pdf', bytes: pdf('away') }]);
      assert.deepEqual([file.status, file.replies.length], [200, 1]);
      assert.match(file.text, SORRY);
      const marked = await adele.chat.presses(card, 'No longer engaged');
      assert.equal(marked.status, 200);
      assert.match(marked.text, SORRY);
      const asked = { issue: 'other', claims: '', description: 'Does the customer sign it?' };
      assert.match((await adele.chat.presses(form.card, 'Submit ticket', asked)).text, SORRY);
      outage.end();
      await isBack();
      // What was pressed then can be pressed again, and is done once.
      assert.match((await adele.chat.presses(card, 'No longer engaged')).text, /Not engaged/);
      assert.match((await adele.chat.presses(form.card, 'Submit ticket', asked)).text, /T-1001/);
      assert.doesNotMatch((await adele.chat.says('my tickets')).text, /T-1002/);
    });
  });
}

if (proxy !== undefined)
  describe('with a MongoDB that hangs for longer than Teams waits', () => {
    let world: World;

    before(async () => {
      const uri = await proxy.start();
      world = await openWorld('mongodb', {
        mongodbUri: () => uri,
        overrides: { storeWithinMs: 60_000, delay: deadline.delay },
      });
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [{ claim: 'CLM-1' }, { claim: 'CLM-2' }]);
    });
    after(async () => {
      proxy.pass();
      await world?.dispose();
      await proxy.stop();
    });

    const ends: [how: string, end: () => void, told: RegExp][] = [
      ['is back', () => proxy.pass(), /Not engaged/],
      ['breaks', () => proxy.cut(), SORRY],
    ];
    for (const [index, [how, end, told]] of ends.entries())
      it(`tells what was promised to a press when the store ${how}`, async () => {
        const { chat } = world.teams.person({ name: 'Adele Vance' });
        const { card } = await chat.says(`claim CLM-${index + 1}`);
        const mark = chat.conversation.mark;
        proxy.hang();
        const begun = deadline.begun();
        const pressed = chat.presses(card, 'No longer engaged');
        await begun;
        deadline.expire();
        const inTime = await pressed;
        assert.equal(inTime.status, 200);
        assert.match(inTime.text, /takes a little longer/);
        end();
        const { text } = await chat.next(told, { since: mark, timeoutMs: 20_000 });
        assert.match(text, told);
        assert.equal(chat.conversation.mark, mark + 1);
      });
  });
