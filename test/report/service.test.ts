import assert from 'node:assert/strict';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { ForbiddenError } from '../../src/errors.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';

describe('the report, for a caller that is not the chat', () => {
  eachUri((uri) => {
    let features: OpenFeatures;

    beforeEach(async () => {
      features = await openFeatures(uri);
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      await features.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }),
        claimRecord({ claimId: 'CLM-2' }),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen') }),
      ]);
    });
    afterEach(() => features?.dispose());

    it('says to a lead where the campaign stands, owner by owner', async () => {
      const isaiah = await features.person('Isaiah Langer');
      await features.person('Adele Vance');
      const { claims, owners, ownersInAll, page, reachable } = await features.report.service.report(
        isaiah,
        CAMPAIGNS[0],
        0,
      );
      assert.deepEqual(claims, { toCollect: 3, toUpload: 0, lacking: 0, nothingLeft: 0, unowned: 1 });
      assert.deepEqual(owners.map(({ name, toCollect }) => [name, toCollect]).sort(), [
        ['Adele Vance', 1],
        ['Megan Bowen', 1],
      ]);
      assert.deepEqual({ ownersInAll, page, reachable }, { ownersInAll: 2, page: 0, reachable: 0 });
    });

    it('is refused to everybody else, by a code', async () => {
      const adele = await features.person('Adele Vance');
      await assert.rejects(features.report.service.report(adele, CAMPAIGNS[0], 0), (error: unknown) => {
        assert.ok(error instanceof ForbiddenError);
        assert.equal(error.problem.code, 'report.leads-only');
        return true;
      });
    });
  });
});
