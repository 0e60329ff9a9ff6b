/** How a campaign stood, day by day: what is kept of each day, by whom it is seen. */
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { servedTenants } from '../../src/delivery/feature.ts';
import { ForbiddenError } from '../../src/errors.ts';
import type { Person } from '../../src/people/person.ts';
import { CAMPAIGN_DAYS, type CampaignDay, CampaignDays } from '../../src/report/days.ts';
import { claimRecord, MARK } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';

describe('a campaign over time', () =>
  eachUri((uri) => {
    let features: OpenFeatures;
    let isaiah: Person;
    /** The campaign clock starts at NOW and goes by this. */
    let aheadMs: number;

    beforeEach(async () => {
      aheadMs = 0;
      const begin = Date.now();
      features = await openFeatures(
        uri,
        { NOW: '2020-06-16T20:00:00Z', TIME_ZONE: 'America/Los_Angeles' },
        { realTime: () => new Date(begin + aheadMs) },
      );
      isaiah = await features.person('Isaiah Langer');
    });
    afterEach(() => features?.dispose());

    const hoursLater = (hours: number): void => {
      aheadMs += hours * 3_600_000;
    };
    const add = (...ids: string[]) =>
      features.claims.repository.addNew(
        TENANT,
        ids.map((claimId) => claimRecord({ claimId })),
      );
    const done = (id: string) =>
      features.claims.service.mark(isaiah, `id-${id}`, 'teams', 'confirm', `done-${id}`, new Date(MARK.at));
    async function tick(): Promise<void> {
      for (const timer of features.report.timers ?? []) await timer.run();
    }
    const seen = async (): Promise<[string, number, number, number][]> =>
      (await features.report.service.overTime(isaiah, CAMPAIGNS[0])).map(({ day, toCollect, toUpload, done: all }) => [
        day,
        toCollect,
        toUpload,
        all,
      ]);

    it('has today as it stands, before anything was kept', async () => {
      assert.deepEqual(await seen(), []);
      await add('a', 'b');
      assert.deepEqual(await seen(), [['2020-06-16', 2, 0, 0]]);
    });

    it('keeps of each day how it stood last, in the days of the operator’s time zone', async () => {
      await add('a', 'b', 'c');
      await tick();
      await done('a');
      hoursLater(10);
      // Eleven in the evening over there, and the next day by UTC.
      await tick();
      hoursLater(2);
      await done('b');
      await tick();
      hoursLater(48);
      assert.deepEqual(await seen(), [
        ['2020-06-16', 2, 0, 1],
        ['2020-06-17', 1, 0, 2],
        ['2020-06-19', 1, 0, 2],
      ]);
    });

    it('has one record for a day, however many instances keep it at once', async () => {
      await add('a');
      await Promise.all([tick(), tick(), tick()]);
      const records = features.core.store.collection<CampaignDay & { _id: string }>(CAMPAIGN_DAYS);
      assert.equal(await records.countDocuments(TENANT, {}), 1);
    });

    it('keeps the day of every other tenant where that of one cannot be kept', async () => {
      const { repository } = features.claims;
      for (const tenantId of ['another', 'the-third'])
        await repository.addNew(tenantId, [{ ...claimRecord({ claimId: 'x' }), _id: `${tenantId}/x`, tenantId }]);
      await add('a');
      const [failing, ...others] = await servedTenants(features.core, features.claims);
      const counting = sinon.stub(repository, 'countByRank').callThrough();
      counting.withArgs(failing ?? '', sinon.match.any).rejects(new Error('too slow'));
      await tick();
      const records = features.core.store.collection<CampaignDay & { _id: string }>(CAMPAIGN_DAYS);
      assert.deepEqual([...(await records.tenants())].sort(), [...others].sort());
      assert.equal(others.length, 2);
    });

    it('keeps nothing where nothing counts, and says so once it was something', async () => {
      await add('a');
      await features.claims.repository.addNew('other', [
        { ...claimRecord({ claimId: 'x', status: 'Rejected' }), _id: 'x', tenantId: 'other' },
      ]);
      await tick();
      const records = features.core.store.collection<CampaignDay & { _id: string }>(CAMPAIGN_DAYS);
      assert.deepEqual(await records.tenants(), [TENANT]);
      await features.claims.removals.remove(isaiah, 'id-a', 'Twice in the export', 'k', new Date(MARK.at));
      hoursLater(24);
      await tick();
      hoursLater(24);
      assert.deepEqual((await seen()).at(-1), ['2020-06-18', 0, 0, 0]);
      assert.equal((await seen()).length, 3);
    });

    it('shows a day that was kept under another deadline, and nothing of another notice', async () => {
      const { core, claims } = features;
      await add('a');
      await tick();
      hoursLater(24);
      const [campaign] = CAMPAIGNS;
      const other = { ...campaign, label: 'Other', notice: { ...campaign.notice, name: 'other' } };
      const options = { ...core, claims: claims.repository, timeZone: 'UTC' };
      const days = new CampaignDays({ ...options, campaigns: [campaign] });
      assert.equal((await days.of(TENANT, { ...campaign, id: 'cpor-2020@2020-09-30' })).length, 2);
      assert.deepEqual(await days.of(TENANT, other), []);
    });

    it('is for leads', async () => {
      const adele = await features.person('Adele Vance');
      await assert.rejects(features.report.service.overTime(adele, CAMPAIGNS[0]), ForbiddenError);
    });
  }));
