import assert from 'node:assert/strict';
import { type Draft, Drafts, isSure } from '../../src/poe/drafts.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

describe('a draft', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let drafts: Drafts;
    let later: number;
    const base = Date.now();

    beforeEach(async () => {
      later = 0;
      engine = await open(() => new Date(base + later));
      drafts = new Drafts(engine.store);
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    const opened = (id: string, candidates: readonly string[] = []) =>
      drafts.open({
        _id: id,
        tenantId: 't1',
        userId: 'adele',
        files: [],
        candidates,
        state: 'open',
        openKey: 'same files',
        expireAt: new Date(base + later + 1_000).toISOString(),
      });
    const decision = (claim: string) => ({
      claim,
      workloads: ['teams'],
      at: '2020-06-16T08:00:00.000Z',
      decidedAt: '2026-01-01T00:00:00.000Z',
    });

    it('is one for the same files of the same person, also at once, with the newest proposal', async () => {
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((id) => opened(id)));
      assert.equal(new Set(all.map(({ _id }) => _id)).size, 1);
      assert.deepEqual((await opened('e', ['claim-1'])).candidates, ['claim-1']);
    });

    it('is beyond doubt by its newest proposal alone', async () => {
      const proposed = (more: Partial<Draft>) =>
        drafts.open({
          ...{ _id: 'a', tenantId: 't1', userId: 'adele', files: [], candidates: [], state: 'open', openKey: 'k' },
          expireAt: new Date(base + later + 1_000).toISOString(),
          proposal: { claim: 'c', reason: 'opened last' },
          ...more,
        });
      assert.equal(isSure(await proposed({ sure: true, others: ['d'] })), true);
      const again = await proposed({});
      assert.equal(isSure(again), false);
      assert.deepEqual(again.others, []);
    });

    it('is decided once; every other press finds that decision', async () => {
      const draft = await opened('a');
      const decided = await Promise.all(['x', 'y', 'z'].map((claim) => drafts.decide(draft, decision(claim))));
      assert.equal(new Set(decided.map((one) => one?.decision?.claim)).size, 1);
      await drafts.close(draft, 'filed');
      assert.equal((await drafts.decide(draft, decision('late')))?.state, 'filed');
      assert.notEqual((await drafts.get('t1', 'a'))?.decision?.claim, 'late');
    });

    it('can be chosen for anew when the decision came to nothing', async () => {
      const draft = await opened('a');
      const decided = await drafts.decide(draft, decision('x'));
      assert.ok(decided);
      await drafts.reopen(decided);
      assert.equal((await drafts.get('t1', 'a'))?.decision, undefined);
      assert.equal((await drafts.decide(draft, decision('y')))?.decision?.claim, 'y');
    });

    it('keeps a newer decision from somebody who gives up an older one', async () => {
      const draft = await opened('a');
      const older = await drafts.decide(draft, decision('x'));
      assert.ok(older);
      await drafts.reopen(older);
      await drafts.decide(draft, { ...decision('y'), decidedAt: '2026-01-01T00:01:00.000Z' });
      await drafts.reopen(older);
      assert.equal((await drafts.get('t1', 'a'))?.decision?.claim, 'y');
    });

    it('is not discarded once decided, nor filed once discarded', async () => {
      const draft = await opened('a');
      await drafts.decide(draft, decision('x'));
      await drafts.close(draft, 'discarded');
      assert.equal((await drafts.get('t1', 'a'))?.state, 'filing');
      const other = { ...draft, _id: 'gone' };
      assert.equal(await drafts.decide(other, decision('x')), undefined);
    });

    it('makes room for the same files once it was filed or discarded', async () => {
      const draft = await opened('a');
      await drafts.close(draft, 'discarded');
      assert.equal((await opened('b'))._id, 'b');
      assert.equal((await drafts.decide(draft, decision('x')))?.state, 'discarded');
    });

    it('is gone when its time is over, and the same files make a new one', async () => {
      const draft = await opened('a');
      later = 1_000;
      assert.equal(await drafts.get('t1', 'a'), undefined);
      assert.equal(await drafts.decide(draft, decision('x')), undefined);
      assert.equal((await opened('b'))._id, 'b');
    });

    it('is out of reach from another tenant', async () => {
      await opened('a');
      assert.equal(await drafts.get('t2', 'a'), undefined);
    });
  });
});
