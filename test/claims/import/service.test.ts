import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Workload } from '../../../src/claims/claim.ts';
import { BATCH_SIZE } from '../../../src/claims/export-file/read-export.ts';
import { type ImportJob, ImportJobs, isReading } from '../../../src/claims/import/jobs.ts';
import { ForbiddenError, NotFoundError, UserError } from '../../../src/errors.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';
import { withProblem } from '../../support/problems.ts';
import { poe } from '../fixtures.ts';
import { type Importing, importing, inThisProcess, lead, manyRows, NEVER, TENANT } from './importing.ts';

/** After any put. */
const LATER = new Date('9999-01-01T00:00:00Z');

describe('an import', () => {
  inThisProcess();

  eachEngine((engineName, openEngine) => {
    let engine: OpenEngine;
    let one: Importing;
    let later: number;
    // From now on: MongoDB removes what has expired by a clock of its own.
    const base = Date.now();
    const realTime = () => new Date(base + later);

    beforeEach(async () => {
      later = 0;
      engine = await openEngine(realTime);
      one = importing(engine, realTime);
      await engine.store.setUp();
    });
    afterEach(async () => {
      sinon.restore();
      await engine?.dispose();
    });

    const ignoreProgress = () => undefined;

    async function started(rows: Parameters<Importing['received']>[0]): Promise<ImportJob> {
      const { _id } = await one.imports.receive(lead(), await one.received(rows));
      const { job, started: mine } = await one.imports.start(lead(), _id, { cardId: 'card-1' });
      assert.equal(mine, true);
      return job;
    }

    /** Runs a job and stops it after so many batches. */
    async function stoppedAfter(job: ImportJob, batches: number, by = one): Promise<ImportJob | undefined> {
      const stop = new AbortController();
      let seen = 0;
      return by.imports.run(job, stop.signal, () => {
        seen += 1;
        if (seen === batches) stop.abort();
      });
    }

    it('is stopped between two batches and goes on where it stood; each claim counts once', async () => {
      const job = await started(manyRows(1_200));
      assert.equal(await stoppedAfter(job, 2), undefined);
      assert.equal(await one.claims.count(TENANT, {}), 2 * BATCH_SIZE);
      const again = await one.imports.takeOver();
      assert.equal(again?.claimsDone, 2 * BATCH_SIZE);
      const done = await one.imports.run(again ?? job, NEVER, ignoreProgress);
      assert.equal(done?.state, 'done');
      assert.deepEqual(done?.counts, { new: 1_200, changed: 0, same: 0 });
      assert.equal(await one.claims.count(TENANT, {}), 1_200);
    });

    it('counts a batch once that was written while its record was not', async () => {
      const job = await started(manyRows(600));
      await stoppedAfter(job, 1);
      const again = await one.imports.takeOver();
      assert.ok(again);
      // As if the process had died before the first batch was noted.
      const done = await one.imports.run({ ...again, claimsDone: 0, counts: job.counts }, NEVER, ignoreProgress);
      assert.deepEqual(done?.counts, { new: 600, changed: 0, same: 0 });
      const changed = await one.imports.run(await started(manyRows(600, 'Renamed')), NEVER, ignoreProgress);
      assert.deepEqual(changed?.counts, { new: 0, changed: 600, same: 0 });
    });

    it('is nobody’s to take over while it runs, and nobody’s once it is done', async () => {
      const job = await started(manyRows(600));
      const taken: (ImportJob | undefined)[] = [await one.imports.takeOver()];
      const attempts: Promise<unknown>[] = [];
      await one.imports.run(job, NEVER, () => {
        // A step that takes longer than the lease, this instance’s own timer among those who ask.
        later += 40_000;
        attempts.push(one.imports.takeOver().then((found) => taken.push(found)));
      });
      await Promise.all(attempts);
      taken.push(await one.imports.takeOver());
      assert.deepEqual(
        taken,
        taken.map(() => undefined),
      );
    });

    it('fails with the reason when the file is gone, and the same in its preview', async () => {
      const file = await one.received(manyRows(3));
      const { _id } = await one.imports.receive(lead(), file);
      const { job } = await one.imports.start(lead(), _id);
      await engine.vault.removePutBefore(TENANT, file.sha256, LATER);
      const failed = await one.imports.run(job, NEVER, ignoreProgress);
      assert.equal(failed?.state, 'failed');
      assert.equal(failed?.failure?.code, 'import.file-gone');
      assert.deepEqual((await one.imports.job(lead(), _id)).failure, { code: 'import.file-gone' });
      await assert.rejects(one.imports.receive(lead(), file), withProblem('import.file-gone'));
      assert.equal(await one.claims.count(TENANT, {}), 0);
    });

    it('starts once, of many presses at once', async () => {
      const { _id } = await one.imports.receive(lead(), await one.received(manyRows(3)));
      const presses = await Promise.all(
        Array.from({ length: 6 }, () => one.imports.start(lead(), _id, { cardId: 'card' })),
      );
      assert.equal(presses.filter((press) => press.started).length, 1);
      assert.ok(presses.every(({ job }) => job.state === 'importing'));
    });

    it('is for its own lead only', async () => {
      const { _id } = await one.imports.receive(lead(), await one.received(manyRows(3)));
      for (const act of [
        () => one.imports.job(lead('lynne'), _id),
        () => one.imports.start(lead('lynne'), _id),
        () => one.imports.cancel(lead('lynne'), _id),
        () => one.imports.map(lead('lynne'), _id, []),
        () => one.imports.start({ ...lead(), tenantId: 't2' }, _id),
      ])
        await assert.rejects(act, NotFoundError);
      await assert.rejects(one.imports.start(lead('adele'), _id), ForbiddenError);
      assert.equal((await one.imports.job(lead(), _id)).state, 'preview');
    });

    it('changes nothing when nothing is new, when it was cancelled, or when it is over', async () => {
      const done = await one.imports.run(await started(manyRows(3)), NEVER, ignoreProgress);
      const same = await one.imports.receive(lead(), await one.received(manyRows(3)));
      assert.deepEqual(same.preview?.counts, { new: 0, changed: 0, same: 3 });
      await assert.rejects(one.imports.start(lead(), same._id), withProblem('import.nothing-new'));
      assert.equal((await one.imports.cancel(lead(), same._id)).state, 'cancelled');
      assert.equal((await one.imports.start(lead(), same._id)).started, false);
      assert.equal((await one.imports.cancel(lead(), done?._id ?? '')).state, 'done');
      assert.equal((await one.imports.map(lead(), done?._id ?? '', [])).state, 'done');
    });

    it('keeps one open job for the same file of the same lead, dropped at once, and one for each lead', async () => {
      const file = await one.received(manyRows(3));
      const jobs = await Promise.all(Array.from({ length: 4 }, () => one.imports.receive(lead(), file)));
      assert.equal(new Set(jobs.map(({ _id }) => _id)).size, 1);
      assert.notEqual((await one.imports.receive(lead('lynne'), file))._id, jobs[0]?._id);
    });

    it('reads a file once that is dropped several times at once', async () => {
      const { vault } = engine;
      const kept = sinon.spy(ImportJobs.prototype, 'open');
      const open = vault.open.bind(vault);
      // Whoever is the first reads on when all four have their job.
      const opened = sinon.stub(vault, 'open').callsFake(async (...file) => {
        await Promise.all(kept.returnValues);
        return open(...file);
      });
      const file = await one.received(manyRows(3));
      const jobs = await Promise.all(Array.from({ length: 4 }, () => one.imports.receive(lead(), file)));
      assert.equal(opened.callCount, 1);
      assert.deepEqual(
        jobs.map(({ preview }) => preview?.counts.new),
        [3, 3, 3, 3],
      );
      // A later drop is read anew: what it would change may be something else by then.
      await one.imports.receive(lead(), file);
      assert.equal(opened.callCount, 2);
    });

    it('is read anew where a file is dropped again that could not be read before', async () => {
      const file = await one.received(manyRows(3));
      const looked = async (id: string): Promise<ImportJob> => {
        for (;;) {
          const job = await one.imports.look(lead(), id);
          if (!isReading(job)) return job;
        }
      };
      const stub = sinon.stub(engine.vault, 'open').rejects(new UserError('sheet.too-slow'));
      const { _id } = await one.imports.open(lead(), file);
      assert.equal((await looked(_id)).failure?.code, 'sheet.too-slow');
      stub.restore();
      const again = await one.imports.open(lead(), file);
      assert.deepEqual([again._id, isReading(again)], [_id, true]);
      const { preview, failure } = await looked(_id);
      assert.deepEqual([preview?.counts.new, failure], [3, undefined]);
    });

    it('waits for a decision, the newest first', async () => {
      const ids: string[] = [];
      for (const n of [1, 2, 3]) {
        later += 1_000;
        ids.unshift((await one.imports.receive(lead(), await one.received(manyRows(n))))._id);
      }
      assert.deepEqual(
        (await one.imports.undecided(lead())).map(({ _id }) => _id),
        ids,
      );
    });

    describe('that is read as somebody chose', () => {
      const noIds = [{ header: 'Claim ID', field: 'ignore' as const }];
      const noOwners = [{ header: 'Owner UPN', field: 'ignore' as const }];
      /** The column of the owners, taken for another. */
      const asStates = { column6: 'status' };
      let id: string;

      beforeEach(async () => {
        ({ _id: id } = await one.imports.receive(lead(), await one.received(manyRows(3))));
      });
      const now = async () => {
        const { mapping, preview } = await one.imports.job(lead(), id);
        return [mapping, preview?.counts.new];
      };
      /** The next reading waits until it is let go on. */
      function held(): { readonly begun: Promise<void>; goOn(): void } {
        const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
        const open = engine.vault.open.bind(engine.vault);
        const stub = sinon.stub(engine.vault, 'open').callsFake(async (...file) => {
          stub.restore();
          begun.resolve();
          await gate.promise;
          return open(...file);
        });
        return { begun: begun.promise, goOn: gate.resolve };
      }

      it('keeps what was chosen together with what that would change', async () => {
        const reading = held();
        const mapped = one.imports.map(lead(), id, noIds);
        await reading.begun;
        // As a kill at this moment would leave it.
        assert.deepEqual(await now(), [[], 3]);
        reading.goOn();
        assert.equal((await mapped).preview?.counts.new, 0);
        assert.deepEqual(await now(), [noIds, 0]);
      });

      it('is as it was where it cannot be read so, and does not start from what nobody has seen', async () => {
        const stub = sinon.stub(engine.vault, 'open').rejects(new NotFoundError('import.gone'));
        await assert.rejects(one.imports.choose(lead(), id, asStates), withProblem('import.file-gone'));
        stub.restore();
        assert.deepEqual(await now(), [[], 3]);
        const { started: isStarted, isPreviewedAgain, job } = await one.imports.confirm(lead(), id, asStates, {});
        assert.deepEqual([isStarted, isPreviewedAgain, job.state], [false, true, 'preview']);
      });

      it('stays as it was chosen last, where what was chosen before takes longer', async () => {
        const reading = held();
        const older = one.imports.map(lead(), id, noIds);
        await reading.begun;
        await importing(engine, realTime).imports.map(lead(), id, noOwners);
        reading.goOn();
        assert.deepEqual((await older).mapping, noOwners);
        assert.deepEqual(await now(), [noOwners, 3]);
      });

      it('is previewed again where something else is chosen at the moment of its start', async () => {
        const start = ImportJobs.prototype.start;
        const stub = sinon.stub(ImportJobs.prototype, 'start').callsFake(async function (this: ImportJobs, ...job) {
          stub.restore();
          await importing(engine, realTime).imports.map(lead(), id, noOwners);
          return start.apply(this, job);
        });
        const shown = { column6: 'ownerUpn' };
        await one.imports.choose(lead(), id, shown);
        const { started: isStarted, isPreviewedAgain, job } = await one.imports.confirm(lead(), id, shown, {});
        assert.deepEqual([isStarted, isPreviewedAgain, job.state], [false, true, 'preview']);
        assert.equal((await one.imports.confirm(lead(), id, shown, {})).started, true);
      });
    });

    describe('of claims that came without workloads', () => {
      const AT = '2020-06-16T08:00:00.000Z';
      const bare = ['A', 'B', 'C'].map((claim) => ({ claim, program: 'OSA Sell', workload: '' }));
      const keysOf = async (claim: string) =>
        (await one.claims.byClaimId(TENANT, claim))?.workloads.map(({ key }) => key);
      const change = async (claim: string, more: Partial<Workload>) => {
        const { _id = '' } = (await one.claims.byClaimId(TENANT, claim)) ?? {};
        await one.claims.change(TENANT, _id, 'once', ({ workloads }) => ({
          workloads: workloads.map((workload) => ({ ...workload, ...more })),
        }));
      };

      it('gives way to their workloads once they come, and stays where something was done', async () => {
        await one.imports.run(await started(bare), NEVER, ignoreProgress);
        assert.deepEqual(await keysOf('A'), ['osa-sell']);
        await change('B', { poe: [poe('b')] });
        await change('C', { confirmed: { at: AT, by: 'Adele Vance' } });
        const later = bare.map((row) => ({ ...row, workload: 'Power BI' }));
        const { _id, preview } = await one.imports.receive(lead(), await one.received(later));
        assert.deepEqual(preview?.counts, { new: 0, changed: 3, same: 0 });
        await one.imports.run((await one.imports.start(lead(), _id)).job, NEVER, ignoreProgress);
        assert.deepEqual(await Promise.all(['A', 'B', 'C'].map(keysOf)), [
          ['power-bi'],
          ['osa-sell', 'power-bi'],
          ['osa-sell', 'power-bi'],
        ]);
        const again = await one.imports.receive(lead(), await one.received(later));
        assert.deepEqual(again.preview?.counts, { new: 0, changed: 0, same: 3 });
      });
    });

    if (engineName === 'mongodb') {
      it('of an instance that died is taken over by another when its lease ends, not before, and by one only', async () => {
        const [two, three] = [importing(engine, realTime), importing(engine, realTime)];
        const job = await started(manyRows(600));
        later = 30_000;
        assert.equal(await two.imports.takeOver(), undefined);
        later = 30_001;
        const taken = (await Promise.all([two.imports.takeOver(), three.imports.takeOver()])).filter(Boolean);
        assert.equal(taken.length, 1);
        // The first one was only slow: it notices, writes no progress and tells nobody.
        assert.equal(await one.imports.run(job, NEVER, ignoreProgress), undefined);
        for (const other of [two, three]) {
          const done = await other.imports.run(taken[0] ?? job, NEVER, ignoreProgress);
          if (done) assert.deepEqual(done.counts, { new: 600, changed: 0, same: 0 });
        }
        assert.equal((await one.imports.job(lead(), job._id)).state, 'done');
        assert.equal(await one.claims.count(TENANT, {}), 600);
      });
    }
  });
});
