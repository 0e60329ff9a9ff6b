/** The long table of claims: filters, orders and windows, alike on both engines. */
import assert from 'node:assert/strict';
import { CLAIM_SORTS, type ClaimTableQuery } from '../../src/claims/claim-table.ts';
import type { Person } from '../../src/people/person.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';
import { claimRecord, MARK, poe, workload } from './fixtures.ts';

const WHOLE: ClaimTableQuery = { of: 'all', sort: 'urgency', descending: false, from: 0, count: 50 };

describe('the table of claims', () => {
  eachUri((uri) => {
    let features: OpenFeatures;
    let isaiah: Person;

    before(async () => {
      features = await openFeatures(uri);
      isaiah = await features.person('Isaiah Langer');
      const owner = { key: `upn:${addressOf('Megan Bowen')}`, label: 'Megan Bowen' };
      const removed = claimRecord({ claimId: 'CLM-6', customerName: 'Woodgrove' });
      await features.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', customerName: 'Fabrikam', owner }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2', customerName: 'Contoso' }, [workload('Teams', { poe: [poe('a')] })]),
        claimRecord({ claimId: 'CLM-3', customerName: 'Adatum', owner }, [workload('Teams', { confirmed: MARK })]),
        claimRecord({ claimId: 'CLM-4', customerName: 'Contoso', status: 'Pending', program: 'OSA Sell' }),
        claimRecord({ claimId: 'CLM-5', customerName: 'adatum' }, [workload('Intune')]),
        { ...removed, rank: 4 },
      ]);
    });
    after(() => features?.dispose());

    async function shown(query: Partial<ClaimTableQuery>): Promise<readonly [number, string]> {
      const { rows, total } = await features.claims.service.table(isaiah, { ...WHOLE, ...query });
      return [total, rows.map(({ claimId }) => claimId.slice(-1)).join('')];
    }

    it('begins with the most urgent, and leaves out what was removed', async () => {
      assert.deepEqual(await shown({}), [5, '51234']);
    });

    it('can be sorted by what its head says, both ways', async () => {
      assert.deepEqual(await shown({ sort: 'customer' }), [5, '35241']);
      assert.deepEqual(await shown({ sort: 'claim' }), [5, '12345']);
      for (const sort of CLAIM_SORTS) {
        const [, up] = await shown({ sort });
        assert.deepEqual(await shown({ sort, descending: true }), [5, [...up].reverse().join('')]);
      }
    });

    it('is filtered by state, program, workload, owner and text, and by several of them', async () => {
      assert.deepEqual(await shown({ state: 'to collect' }), [2, '51']);
      assert.deepEqual(await shown({ state: 'to upload' }), [1, '2']);
      assert.deepEqual(await shown({ state: 'done' }), [1, '3']);
      assert.deepEqual(await shown({ state: 'outside' }), [1, '4']);
      assert.deepEqual(await shown({ program: 'OSA Sell' }), [1, '4']);
      assert.deepEqual(await shown({ workload: 'intune' }), [2, '51']);
      assert.deepEqual(await shown({ of: { key: `upn:${addressOf('Megan Bowen')}` } }), [2, '13']);
      assert.deepEqual(await shown({ of: 'none' }), [3, '524']);
      assert.deepEqual(await shown({ text: 'ADÁTUM' }), [2, '53']);
      assert.deepEqual(await shown({ text: 'clm-4' }), [1, '4']);
      assert.deepEqual(await shown({ text: 'contoso', state: 'outside', workload: 'teams', of: 'none' }), [1, '4']);
      assert.deepEqual(await shown({ text: 'adatum', state: 'to upload' }), [0, '']);
      assert.deepEqual(await shown({ workload: 'teams', text: 'adatum' }), [1, '3']);
      assert.deepEqual(await shown({ workload: 'inT' }), [0, '']);
      // Names of workloads are not searched for.
      assert.deepEqual(await shown({ text: 'intune' }), [0, '']);
    });

    it('is given window by window', async () => {
      for (const sort of CLAIM_SORTS)
        for (const descending of [false, true]) {
          const [, whole] = await shown({ sort, descending });
          for (let from = 0; from < 6; from++)
            assert.deepEqual(await shown({ sort, descending, from, count: 2 }), [5, whole.slice(from, from + 2)]);
        }
      assert.deepEqual(await shown({ from: 1, count: 2 }), [5, '12']);
      assert.deepEqual(await shown({ from: 4, count: 2, workload: 'teams' }), [4, '']);
      assert.deepEqual(await shown({ from: 50 }), [5, '']);
    });
  });
});

describe('the table of a member with more claims than are merged', () => {
  eachUri((uri) => {
    const MANY = 1_100;
    let features: OpenFeatures;

    before(async () => {
      features = await openFeatures(uri);
      const owner = { key: `upn:${addressOf('Adele Vance')}`, label: 'Adele Vance' };
      const claims = ['Teams', 'SharePoint Online'].flatMap((name) =>
        Array.from({ length: MANY }, (_, i) =>
          claimRecord({ claimId: `${name.slice(0, 2)}-${String(i).padStart(4, '0')}`, customerName: `C ${i}`, owner }, [
            workload(name),
          ]),
        ),
      );
      for (let at = 0; at < claims.length; at += 1_000)
        await features.claims.repository.addNew(TENANT, claims.slice(at, at + 1_000));
    });
    after(() => features?.dispose());

    it('keeps to the workload in each of its windows', async () => {
      const adele = await features.person('Adele Vance');
      for (const from of [0, 500, 990, 1_050]) {
        const query = { ...WHOLE, workload: 'sharepoint-online', from, count: 20 };
        const { rows, total } = await features.claims.service.table(adele, query);
        assert.deepEqual([total, rows.length], [MANY, 20], String(from));
        assert.ok(
          rows.every(({ claimId }) => claimId.startsWith('Sh-')),
          String(from),
        );
      }
    });
  });
});
