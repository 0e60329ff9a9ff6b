import assert from 'node:assert/strict';
import { RANK } from '../../src/claims/claim.ts';
import { Facets } from '../../src/claims/facets.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { confirm, disengage } from '../../src/claims/rules.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { claimRecord, MARK, workload } from './fixtures.ts';

describe('the claims in the store', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let claims: ClaimRepository;
    let facets: Facets;

    beforeEach(async () => {
      engine = await open();
      claims = new ClaimRepository(engine.store);
      facets = new Facets(engine.store);
      await engine.store.setUp();
      await claims.addNew('t1', [claimRecord({}, [workload('Teams'), workload('Exchange')])]);
    });
    afterEach(() => engine?.dispose());

    const ID = 'id-clm-1001';
    const mark = (key: string, name: string) =>
      claims.change('t1', ID, key, ({ workloads }) => {
        const changed = disengage(name, MARK)(workloads);
        return changed && { workloads: changed };
      });

    it('are found by any spelling of their ID, in their own tenant', async () => {
      assert.equal((await claims.byClaimId('t1', ' clm-1001 '))?._id, ID);
      assert.equal(await claims.byClaimId('t2', 'CLM-1001'), undefined);
      assert.equal(await claims.byId('t2', ID), undefined);
    });

    it('are added once: what is there stays', async () => {
      await claims.addNew('t1', [{ ...claimRecord({ customerName: 'Somebody else' }), _id: 'other' }]);
      const kept = await claims.byClaimId('t1', 'CLM-1001');
      assert.deepEqual([kept?._id, kept?.customerName], [ID, 'Contoso Retail']);
    });

    it('change once for each one-time key, also at once, and keep every change', async () => {
      const outcomes = await Promise.all([
        mark('a', 'teams'),
        mark('a', 'teams'),
        mark('a', 'teams'),
        mark('b', 'exchange'),
      ]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['changed', 'changed', 'repeated', 'repeated']);
      const after = await claims.byId('t1', ID);
      assert.deepEqual([after?.version, after?.rank, after?.openWorkloads], [3, RANK.nothingLeft, []]);
    });

    it('derive what lists go by in the same write', async () => {
      await claims.change('t1', ID, 'k', ({ workloads }) => {
        const changed = confirm('teams', MARK)(workloads);
        return changed && { workloads: changed, status: 'Rejected' };
      });
      const after = await claims.byId('t1', ID);
      assert.deepEqual([after?.rank, after?.toCollect], [RANK.doesNotCount, 1]);
    });

    it('say when a change comes to nothing, and when there is nothing to change', async () => {
      assert.equal((await mark('a', 'no-such')).kind, 'unchanged');
      assert.equal((await claims.change('t1', 'no-such', 'k', () => ({}))).kind, 'gone');
      assert.equal((await claims.change('t2', ID, 'k', () => ({ status: 'x' }))).kind, 'gone');
    });

    it('forget the oldest one-time keys, never the newest', async () => {
      for (let i = 0; i < 205; i++) await claims.change('t1', ID, `k${i}`, () => ({ status: `s${i}` }));
      const kept = (await claims.byId('t1', ID))?.appliedKeys ?? [];
      assert.deepEqual([kept.length, kept[0], kept.at(-1)], [200, 'k5', 'k204']);
    });

    it('name what several imports bring at once, none of it lost', async () => {
      const names = Array.from({ length: 8 }, (_, i) => `Program ${i}`);
      await Promise.all(names.map((name) => facets.add('t1', [name], new Map([[name, name]]))));
      const { programs, workloads } = await facets.of('t1');
      assert.deepEqual(programs, names);
      assert.equal(workloads.length, names.length);
    });

    it('name their programs and workloads for filters, each once, at most sixty', async () => {
      await facets.add('t1', ['OSA Sell', 'OSA Sell'], new Map([['teams', 'Teams']]));
      await facets.add(
        't1',
        ['OSU Microsoft 365'],
        new Map([
          ['exchange', 'Exchange'],
          ['teams', 'TEAMS'],
        ]),
      );
      const { programs, workloads } = await facets.of('t1');
      assert.deepEqual(programs, ['OSA Sell', 'OSU Microsoft 365']);
      assert.deepEqual(
        workloads.map(({ key }) => key),
        ['exchange', 'teams'],
      );
      await facets.add(
        't1',
        Array.from({ length: 500 }, (_, i) => `Program ${i}`),
        new Map(),
      );
      assert.equal((await facets.of('t1')).programs.length, 60);
      assert.deepEqual(await facets.of('t2'), { programs: [], workloads: [] });
    });
  });
});
