import assert from 'node:assert/strict';
import { pino } from 'pino';
import { BATCH_SIZE } from '../../../src/claims/export-file/read-export.ts';
import { ImportRunner } from '../../../src/claims/import/runner.ts';
import { People } from '../../../src/people/people.ts';
import type { Messenger, Reply } from '../../../src/turn.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';
import { type Importing, importing, inThisProcess, lead, manyRows, TENANT } from './importing.ts';

/** After any put. */
const LATER = new Date('9999-01-01T00:00:00Z');

describe('a running import', () => {
  inThisProcess();

  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let one: Importing;
    let said: string[];
    let failing: Error | undefined;

    beforeEach(async () => {
      [said, failing] = [[], undefined];
      engine = await open();
      one = importing(engine);
      const people = new People(engine.store);
      await engine.store.setUp();
      await people.recordSighting({ tenantId: TENANT, userId: 'isaiah', name: 'Isaiah Langer', reference: '{}' });
    });
    afterEach(() => engine?.dispose());

    /** Time passes by `step` ms each time somebody looks. */
    function runner(step: number): ImportRunner {
      let now = 0;
      const line = ({ text, card }: Reply) => text ?? String((card?.data as { title?: string } | undefined)?.title);
      const messenger: Messenger = {
        async send(_person, reply) {
          said.push(`send ${line(reply)}`);
          if (failing) throw failing;
          return 'id';
        },
        async update(_person, id, reply) {
          said.push(`${id}: ${line(reply)}`);
          if (failing) throw failing;
        },
      };
      const monotonic = () => {
        now += step;
        return now;
      };
      const parts = { imports: one.imports, people: new People(engine.store), messenger, monotonic };
      return new ImportRunner({ ...parts, log: pino({ level: 'silent' }) });
    }

    async function started(n: number) {
      const { _id } = await one.imports.receive(lead(), await one.received(manyRows(n)));
      return (await one.imports.start(lead(), _id, { cardId: 'card-1' })).job;
    }

    const DONE = ['card-1: Imported export.csv', 'send The import of export.csv is done: 1,000 new, 0 changed.'];

    it('shows its progress on its card while it is slow, then its end there and in words', async () => {
      await runner(2_000).run(await started(1_000), { turnWaits: false });
      const batches = 1_000 / BATCH_SIZE;
      assert.deepEqual(said, [...Array(batches).fill('card-1: Importing export.csv'), ...DONE]);
    });

    it('changes its card no more often than can be read', async () => {
      await runner(1).run(await started(1_000), { turnWaits: false });
      assert.deepEqual(said, DONE);
    });

    it('leaves the showing to the turn that waits for it', async () => {
      await runner(2_000).run(await started(1_000), { turnWaits: true });
      assert.deepEqual(said, []);
    });

    it('goes on when nothing can be shown', async () => {
      failing = new Error('the chat is gone');
      const done = await runner(2_000).run(await started(1_000), { turnWaits: false });
      assert.equal(done?.state, 'done');
      assert.equal(await one.claims.count(TENANT, {}), 1_000);
    });

    it('tells in words why it failed', async () => {
      const job = await started(1_000);
      await engine.vault.removePutBefore(TENANT, job.sha256, LATER);
      await runner(1).run(job, { turnWaits: false });
      assert.deepEqual(said.at(-1), 'send I no longer have this file. Please drop it again.');
    });

    it('tells nobody in the chat of what was started on the page, nor of its undo, also where it was interrupted', async () => {
      const { _id } = await one.imports.receive(lead(), await one.received(manyRows(1_000)));
      const first = runner(2_000);
      const running = first.run((await one.imports.start(lead(), _id, { onPage: true })).job, { turnWaits: false });
      await first.stop();
      assert.equal(await running, undefined);
      await runner(2_000).resumeInterrupted();
      assert.equal((await one.imports.look(lead(), _id)).state, 'done');
      const { job } = await one.imports.undo(lead(), _id, { onPage: true });
      await runner(2_000).run(job, { turnWaits: false });
      assert.equal((await one.imports.look(lead(), _id)).state, 'undone');
      assert.deepEqual(said, []);
    });

    it('tells in the chat of an undo that was begun there, of what was imported on the page', async () => {
      const { _id } = await one.imports.receive(lead(), await one.received(manyRows(3)));
      await runner(1).run((await one.imports.start(lead(), _id, { onPage: true })).job, { turnWaits: false });
      await runner(1).run((await one.imports.undo(lead(), _id, { cardId: 'card-2' })).job, { turnWaits: false });
      assert.equal(said[0], 'card-2: Undone: export.csv');
      assert.match(said[1] ?? '', /^send The import of export\.csv is undone: 3 claims gone/);
    });

    it('stops with the bot, tells nobody, and is resumed by the next one', async () => {
      const first = runner(1);
      const running = first.run(await started(1_000), { turnWaits: false });
      await first.stop();
      assert.equal(await running, undefined);
      assert.deepEqual(said, []);
      await first.resumeInterrupted();
      assert.deepEqual(said, []);
      await runner(1).resumeInterrupted();
      assert.deepEqual(said, DONE);
    });
  });
});
