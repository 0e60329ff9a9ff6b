/** The undo of an import, interrupted and at once with other work. */
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { MOST_IMPORTS } from '../../../src/claims/import/history.ts';
import { type ImportJob, ImportJobs } from '../../../src/claims/import/jobs.ts';
import { undoneClaims } from '../../../src/claims/import/undo-record.ts';
import type { Row } from '../../e2e/world.ts';
import { eachEngine, type OpenEngine } from '../../support/engines.ts';
import { withProblem } from '../../support/problems.ts';
import { type Importing, importing, inThisProcess, lead, manyRows, NEVER, TENANT } from './importing.ts';

/** More than one page of claims. */
const MANY = 1_200;

describe('the undo of an import', () => {
  inThisProcess();
  eachEngine((engineName, open) => {
    let engine: OpenEngine;
    let one: Importing;
    let later: number;
    const base = Date.now();
    const realTime = () => new Date(base + later);

    beforeEach(async () => {
      later = 0;
      engine = await open(realTime);
      one = importing(engine, realTime);
      await engine.store.setUp();
    });
    afterEach(async () => {
      sinon.restore();
      await engine?.dispose();
    });

    const ignoreProgress = () => undefined;

    async function started(rows: readonly Row[], by = one): Promise<{ job: ImportJob; started: boolean }> {
      later += 1;
      const { _id } = await by.imports.receive(lead(), await by.received(rows));
      return by.imports.start(lead(), _id, { cardId: 'card' });
    }
    async function imported(rows: readonly Row[]): Promise<ImportJob> {
      const { job } = await started(rows);
      return (await one.imports.run(job, NEVER, ignoreProgress)) ?? assert.fail('not imported');
    }
    /** What came of it: gone, as before, something stays. */
    function outcome(job: ImportJob | undefined): [string, number, number, number] {
      const undo = job?.undo ?? assert.fail('not undone');
      return [String(job?.state), undoneClaims(undo), undo.restored, undo.kept];
    }
    async function undone(id: string, by = one): Promise<ImportJob | undefined> {
      const { job } = await by.imports.undo(lead(), id, { cardId: 'card' });
      return by.imports.run(job, NEVER, ignoreProgress);
    }
    /** Runs it and stops it after so many pages. */
    async function stoppedAfter(job: ImportJob, pages: number, by = one): Promise<ImportJob | undefined> {
      const stop = new AbortController();
      let seen = 0;
      return by.imports.run(job, stop.signal, ({ undo }) => {
        seen += undo?.cursor === '' ? 0 : 1;
        if (seen === pages) stop.abort();
      });
    }
    const work = (claim: string) =>
      one.claims
        .byClaimId(TENANT, claim)
        .then((found) => one.claims.change(TENANT, found?._id ?? '', 'k', () => ({ worked: true })));

    it('is stopped between two pages and goes on where it stood; each claim counts once', async () => {
      await imported(manyRows(300, 'Before'));
      const { _id } = await imported(manyRows(MANY, 'After'));
      await work('CLM-700');
      const { job } = await one.imports.undo(lead(), _id, { cardId: 'card' });
      assert.equal(await stoppedAfter(job, 1), undefined);
      const again = await one.imports.takeOver();
      assert.equal(again?.undo?.scanned, 500);
      const done = await one.imports.run(again ?? job, NEVER, ignoreProgress);
      assert.deepEqual(outcome(done), ['undone', MANY - 300 - 1, 300, 1]);
      assert.deepEqual(done?.undo?.stays, [{ claimId: 'CLM-700', why: 'worked' }]);
      assert.equal(await one.claims.countAll(TENANT), 301);
      assert.equal((await one.claims.byClaimId(TENANT, 'CLM-7'))?.customerName, 'Before 7');
    });

    it('counts a page once that was carried out while its record was not written', async () => {
      await imported(manyRows(300, 'Before'));
      const { _id } = await imported(manyRows(MANY, 'After'));
      await work('CLM-700');
      const { job } = await one.imports.undo(lead(), _id, { cardId: 'card' });
      await stoppedAfter(job, 2);
      const again = (await one.imports.takeOver()) ?? assert.fail();
      // As if the process had died before anything but its beginning was noted.
      const { total = 0, brought = 0 } = again.undo ?? {};
      const undo = { ...(job.undo ?? assert.fail()), total, brought };
      const done = await one.imports.run({ ...again, undo }, NEVER, ignoreProgress);
      assert.deepEqual(outcome(done), ['undone', MANY - 300 - 1, 300, 1]);
    });

    it('goes on where it stood after a failure in its middle, and counts what it did before', async () => {
      const rows = manyRows(MANY);
      const { _id } = await imported(rows);
      await work('CLM-700');
      const another = [{ claim: 'OTHER', customer: 'Other' }];
      const second = await imported(another);
      const { job } = await one.imports.undo(lead(), _id, { cardId: 'card' });
      await stoppedAfter(job, 1);
      await engine.vault.removePutBefore(TENANT, second.sha256, new Date('2100-01-01'));
      const failed = await one.imports.run((await one.imports.takeOver()) ?? assert.fail(), NEVER, ignoreProgress);
      assert.deepEqual([failed?.state, failed?.undoFailure], ['done', { code: 'import.file-gone' }]);
      await one.received(another);
      assert.deepEqual(outcome(await undone(_id)), ['undone', MANY - 1, 0, 1]);
    });

    it('tells whose claims have changed, and leaves only filters that find something', async () => {
      const row = { customer: 'Contoso', owner: 'a@contoso.example', program: 'OSA Sell', workload: 'Power BI' };
      await imported([{ ...row, claim: 'OLD' }]);
      const { _id } = await imported([
        { ...row, claim: 'OLD', owner: 'b@contoso.example' },
        { ...row, claim: 'NEW', owner: 'c@contoso.example', program: 'Misread', workload: 'Misread' },
      ]);
      assert.deepEqual((await one.facets.of(TENANT)).programs, ['Misread', 'OSA Sell']);
      one.told.length = 0;
      await undone(_id);
      assert.deepEqual([...new Set(one.told)].sort(), [
        'upn:a@contoso.example',
        'upn:b@contoso.example',
        'upn:c@contoso.example',
      ]);
      assert.deepEqual(await one.facets.of(TENANT), {
        programs: ['OSA Sell'],
        workloads: [{ key: 'power-bi', name: 'Power BI' }],
      });
    });

    it('does not begin while an import or another undo is under way, and changes nothing then', async () => {
      const [first, second] = [await imported(manyRows(3)), await imported(manyRows(4))];
      const { job: running } = await started(manyRows(5));
      await assert.rejects(one.imports.undo(lead(), first._id, { cardId: 'card' }), withProblem('import.busy'));
      await one.imports.run(running, NEVER, ignoreProgress);
      const { job: undoing } = await one.imports.undo(lead(), first._id, { cardId: 'card' });
      await assert.rejects(one.imports.undo(lead(), second._id, { cardId: 'card' }), withProblem('import.busy'));
      assert.deepEqual(outcome(await one.imports.run(undoing, NEVER, ignoreProgress)).slice(0, 2), ['undone', 0]);
      assert.equal((await one.imports.recentJob(lead(), second._id)).state, 'done');
      assert.equal(await one.claims.countAll(TENANT), 5);
    });

    it('is not looked at while an import is under way, as it would not begin then', async () => {
      const { _id } = await imported(manyRows(3));
      await started(manyRows(3, 'Another'));
      await assert.rejects(one.imports.previewUndo(lead(), _id), withProblem('import.busy'));
    });

    it('is looked at once for all who ask at the same time, and anew after that', async () => {
      const { _id } = await imported(manyRows(3));
      // All four go on at the same moment.
      const four = Promise.withResolvers<void>();
      const isBusy = ImportJobs.prototype.isBusyBeside;
      let asked = 0;
      sinon.stub(ImportJobs.prototype, 'isBusyBeside').callsFake(async function (this: ImportJobs, job) {
        const busy = await isBusy.call(this, job);
        asked += 1;
        if (asked === 4) four.resolve();
        await four.promise;
        return busy;
      });
      const page = sinon.spy(one.claims, 'page');
      const looks = await Promise.all(Array.from({ length: 4 }, () => one.imports.previewUndo(lead('lynne'), _id)));
      assert.deepEqual(
        looks.map(({ removed }) => removed),
        [3, 3, 3, 3],
      );
      const once = page.callCount;
      await work('CLM-1');
      assert.equal((await one.imports.previewUndo(lead(), _id)).kept, 1);
      assert.equal(page.callCount, 2 * once);
    });

    it('lets an import that is started beside it wait for its end', async () => {
      const { _id } = await imported(manyRows(MANY));
      const { job } = await one.imports.undo(lead(), _id, { cardId: 'card' });
      const waiting = await started(manyRows(3, 'Other'));
      assert.deepEqual([waiting.started, waiting.job.state], [false, 'importing']);
      assert.equal(await one.imports.takeOver(), undefined);
      await one.imports.run(job, NEVER, ignoreProgress);
      const begun = (await one.imports.takeOver()) ?? assert.fail('not begun');
      assert.equal(begun._id, waiting.job._id);
      assert.deepEqual((await one.imports.run(begun, NEVER, ignoreProgress))?.counts, { new: 3, changed: 0, same: 0 });
    });

    it('starts once, of many presses at once', async () => {
      const { _id } = await imported(manyRows(3));
      const presses = await Promise.all(
        Array.from({ length: 6 }, () => one.imports.undo(lead(), _id, { cardId: 'card' })),
      );
      assert.equal(presses.filter((press) => press.started).length, 1);
      assert.equal((await one.imports.undo(lead('lynne'), _id, { cardId: 'card' })).job.state, 'undoing');
    });

    it('is for the last imports only', async () => {
      const first = await imported(manyRows(1));
      const jobs = new ImportJobs(engine.store);
      for (let i = 1; i <= MOST_IMPORTS; i++) {
        assert.equal((await one.imports.recentJob(lead(), first._id)).state, 'done');
        const startedAt = new Date(base + later + i).toISOString();
        await jobs.open({ ...first, _id: `job-${i}`, openKey: `${i}`, startedAt });
      }
      await assert.rejects(
        one.imports.undo(lead(), first._id, { cardId: 'card' }),
        withProblem('import.undo-too-late'),
      );
      await assert.rejects(
        one.imports.undo(lead(), 'no-such', { cardId: 'card' }),
        withProblem('import.undo-too-late'),
      );
      await assert.rejects(
        one.imports.undo({ ...lead(), tenantId: 't2' }, first._id, { cardId: 'card' }),
        withProblem('import.undo-too-late'),
      );
    });

    it('changes nothing, and says why, where a later file that it has to read is gone', async () => {
      const { _id } = await imported(manyRows(3));
      const second = await imported(manyRows(4));
      await engine.vault.removePutBefore(TENANT, second.sha256, new Date('9999-01-01T00:00:00Z'));
      const stopped = await undone(_id);
      assert.deepEqual([stopped?.state, stopped?.undoFailure], ['done', { code: 'import.file-gone' }]);
      assert.equal(await one.claims.countAll(TENANT), 4);
    });

    it('spares a claim that somebody changes while it goes', async () => {
      const { _id } = await imported(manyRows(3));
      one.uses.add({
        kind: 'ticket',
        // Between the decision and the write.
        async among() {
          await work('CLM-1');
          return [];
        },
      });
      assert.deepEqual(outcome(await undone(_id)), ['undone', 2, 0, 1]);
      assert.ok(await one.claims.byClaimId(TENANT, 'CLM-1'));
    });

    if (engineName === 'mongodb') {
      it('of an instance that died is taken over by another when its lease ends, and comes to the same', async () => {
        const [two, three] = [importing(engine, realTime), importing(engine, realTime)];
        const { _id } = await imported(manyRows(MANY));
        await work('CLM-700');
        const { job } = await one.imports.undo(lead(), _id, { cardId: 'card' });
        assert.equal(await two.imports.takeOver(), undefined);
        later += 30_001;
        const taken = (await Promise.all([two.imports.takeOver(), three.imports.takeOver()])).filter(Boolean);
        assert.equal(taken.length, 1);
        // The first one was only slow: it writes no progress and tells nobody.
        const results = await Promise.all(
          [one, two, three].map((by) => by.imports.run(by === one ? job : (taken[0] ?? job), NEVER, ignoreProgress)),
        );
        assert.equal(results[0], undefined);
        const done = results.filter((result) => result !== undefined);
        assert.equal(done.length, 1);
        for (const result of done) assert.deepEqual(outcome(result), ['undone', MANY - 1, 0, 1]);
        assert.equal((await new ImportJobs(engine.store).get(TENANT, _id))?.state, 'undone');
      });
    }
  });
});
