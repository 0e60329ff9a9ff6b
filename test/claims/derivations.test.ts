import assert from 'node:assert/strict';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { type Claim, RANK } from '../../src/claims/claim.ts';
import { DERIVATIONS, Derivations } from '../../src/claims/derivations.ts';
import { CLAIMS, ClaimRepository } from '../../src/claims/repository.ts';
import type { Doc } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { claimRecord, MARK, workload } from './fixtures.ts';

const OTHER = { name: 'other', nameMark: 'Other Migrated' };
const other = (claimId: string, more = {}) =>
  claimRecord({ claimId, name: 'Contoso Other Migrated' }, [workload('Teams', more)]);

describe('what is derived of stored claims', () =>
  eachEngine((_, open) => {
    let engine: OpenEngine;
    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine?.dispose());

    /** As a start with these notices does it. */
    async function start(notices: readonly (typeof OTHER)[]): Promise<ClaimRepository> {
      const claims = new ClaimRepository(engine.store, notices);
      const derivations = new Derivations(engine.store, claims);
      await engine.store.setUp();
      await derivations.bringUpToDate();
      return claims;
    }
    const stored = async (claims: ClaimRepository) =>
      (await claims.find('t1', {}, 1_000, { _id: 1 })).map(({ notice, rank }) => [notice, rank]);

    it('follows the notices: a new one takes its claims, and one that is gone leaves them', async () => {
      const first = await start([CPOR_2020]);
      await first.addNew('t1', [claimRecord({ claimId: 'A' }), other('B'), other('C', { confirmed: MARK })]);
      const none = ['', RANK.doesNotCount];
      assert.deepEqual(await stored(first), [['cpor-2020', RANK.toCollect], none, none]);
      const both = await start([CPOR_2020, OTHER]);
      assert.deepEqual(await stored(both), [
        ['cpor-2020', RANK.toCollect],
        ['other', RANK.toCollect],
        ['other', RANK.nothingLeft],
      ]);
      assert.deepEqual(await stored(await start([OTHER])), [
        none,
        ['other', RANK.toCollect],
        ['other', RANK.nothingLeft],
      ]);
    });

    it('is made up for claims of a store that did not know of notices, page after page', async () => {
      const claims = await start([CPOR_2020]);
      const many = Array.from({ length: 1_001 }, (_, i) => claimRecord({ claimId: `CLM-${i}` }));
      for (let at = 0; at < many.length; at += 500) await claims.addNew('t1', many.slice(at, at + 500));
      const collection = engine.store.collection<Claim>(CLAIMS);
      for (const { _id } of many.slice(0, 3)) await collection.updateOne('t1', { _id }, { $unset: { notice: true } });
      assert.equal(await claims.count('t1', { notice: 'cpor-2020' }), 998);
      assert.equal(await (await start([CPOR_2020])).count('t1', { notice: 'cpor-2020' }), 1_001);
    });

    it('is brought up to this version, where an older one derived less of them', async () => {
      const claims = await start([CPOR_2020]);
      await claims.addNew('t1', [claimRecord({ claimId: 'A' })]);
      const { searchKey, workloadMarks } = claimRecord({ claimId: 'A' });
      const collection = engine.store.collection<Claim>(CLAIMS);
      await collection.updateOne(
        't1',
        { claimKey: 'a' },
        {
          $set: { searchKey: 'contoso retail' },
          $unset: { workloadMarks: true },
        },
      );
      const derivations = engine.store.collection<Doc & { notices: string }>(DERIVATIONS);
      const { _id, notices } = { _id: 't1', notices: 'cpor-2020=FRP Migrated FRP' };
      await derivations.findOneAndUpdate('t1', { _id }, { $set: { notices } }, { upsert: true });
      const after = await (await start([CPOR_2020])).byClaimId('t1', 'A');
      assert.deepEqual([after?.searchKey, after?.workloadMarks], [searchKey, workloadMarks]);
    });
  }));
