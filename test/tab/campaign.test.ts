/** The campaign over HTTP: figures for leads alone, and what they do about it. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { OwnersWho } from '../../src/report/service.ts';
import type { VersionBody } from '../../src/tab/api.ts';
import type {
  CampaignBody,
  CampaignDaysBody,
  CampaignParams,
  RemindAllBody,
  RemindAllParams,
  RemindBody,
  RemindParams,
  ShareBody,
  ShareCheckBody,
  ShareParams,
} from '../../src/tab/campaign/api.ts';
import { claimRecord, poe, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const CAMPAIGN = 'cpor-2020@2020-06-30';
const AT = new Date('2020-06-16T08:00:00Z');
const REMIND_ALL: RemindAllParams = { idempotencyKey: 'key-of-remind-all', campaign: CAMPAIGN };

describe('the campaign on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: {
          ALLOWED_TENANTS: `${TENANT},${FOREIGN}`,
          NOW: '2020-06-16T16:00:00Z',
          LEADS: 'isaiah.langer@contoso.example',
        },
      });
      [adele, megan, isaiah] = [
        await tab.person('Adele Vance'),
        await tab.person('Megan Bowen'),
        await tab.person('Isaiah Langer'),
      ];
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      const dynamics = { program: 'OSA Dynamics 365' };
      await tab.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2', ...ownedBy('Adele Vance') }, [workload('Teams')]),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen'), ...dynamics }, [workload('Intune')]),
        claimRecord({ claimId: 'CLM-4', ...ownedBy('Patti Fernandez'), ...dynamics }, [workload('Intune')]),
        claimRecord({ claimId: 'CLM-5', ...dynamics }, [workload('Intune')]),
        claimRecord({ claimId: 'CLM-6', ...ownedBy('Adele Vance'), status: 'Rejected' }, [workload('Intune')]),
      ]);
      await tab.claims.repository.addNew(FOREIGN, [claimRecord({ claimId: 'CLM-9' })]);
      await tab.claims.facets.add(
        TENANT,
        ['OSU Microsoft 365', 'OSA Dynamics 365'],
        new Map([
          ['teams', 'Teams'],
          ['intune', 'Intune'],
        ]),
      );
      await tab.claims.service.filePoe(adele, 'id-clm-1', ['intune'], [poe('x')], 'draft-x');
      await tab.claims.service.mark(adele, 'id-clm-2', 'teams', 'confirm', 'k', AT);
    });
    afterEach(() => tab?.dispose());

    const post = async (person: Person, path: string, body: unknown): Promise<Response> =>
      tab.post(path, body, await tab.as(person));
    async function ok<T>(asked: Promise<Response> | Response): Promise<T> {
      const response = await asked;
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as T;
    }
    async function refused(asked: Promise<Response>): Promise<[number, string]> {
      const response = await asked;
      return [response.status, (await problemIn(response)).code];
    }
    const campaign = async (person: Person, query: CampaignParams = {}): Promise<CampaignBody> =>
      ok<CampaignBody>(await tab.get(`campaign?${new URLSearchParams({ ...query })}`, await tab.as(person)));

    it('says how many claims stand how, by program, workload and owner', async () => {
      const body = await campaign(isaiah);
      assert.deepEqual(
        [body.id, body.claims],
        [CAMPAIGN, { toCollect: 4, toUpload: 0, lacking: 0, nothingLeft: 1, unowned: 1 }],
      );
      assert.deepEqual(body.programs, [
        { name: 'OSA Dynamics 365', toCollect: 3, toUpload: 0, done: 0 },
        { name: 'OSU Microsoft 365', toCollect: 1, toUpload: 0, done: 1 },
      ]);
      assert.deepEqual(
        body.workloads.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        [
          { name: 'Intune', open: 4, others: 0 },
          { name: 'Teams', open: 1, others: 1 },
        ],
      );
      assert.deepEqual(
        body.owners.map(({ name, toCollect, toUpload, done, started, reach, canRemind }) => ({
          name,
          toCollect,
          toUpload,
          done,
          started,
          reach,
          canRemind,
        })),
        ['Adele Vance', 'Megan Bowen', 'Patti Fernandez'].map((name) => ({
          name,
          toCollect: 1,
          toUpload: 0,
          done: name === 'Adele Vance' ? 1 : 0,
          started: name === 'Adele Vance',
          reach: 'never installed',
          canRemind: false,
        })),
      );
      assert.deepEqual(body.ownersInAll, { all: 3, 'not started': 2, 'not reached': 3 });
      assert.deepEqual(body.reminders, { sent: 0, due: 0, unknown: 0, failed: 0, skipped: 0 });
    });

    it('names those who have not started, and those who cannot be reached', async () => {
      await tab.core.people.recordSighting({ ...megan, reference: '{}' });
      const names = async (who: OwnersWho): Promise<string[]> =>
        (await campaign(isaiah, { who })).owners.map(({ name }) => name);
      assert.deepEqual(await names('not started'), ['Megan Bowen', 'Patti Fernandez']);
      assert.deepEqual(await names('not reached'), ['Adele Vance', 'Patti Fernandez']);
    });

    it('counts the tickets of the tenant by state', async () => {
      const ticket = { topic: 'poe', issue: 'other', claims: [], description: 'x' } as const;
      await tab.tickets.service.open(adele, 'd', ticket);
      await tab.tickets.service.open(megan, 'e', ticket);
      await tab.tickets.service.act(megan, 1002, 'f', { kind: 'withdraw' });
      assert.deepEqual((await campaign(isaiah)).tickets, { open: 1, withdrawn: 1 });
    });

    it('is for leads', async () => {
      assert.deepEqual(await refused(tab.get('campaign', await tab.as(adele))), [403, 'report.leads-only']);
      const remind: RemindParams = { campaign: CAMPAIGN, owner: megan.userId };
      assert.deepEqual(await refused(post(adele, 'campaign/remind', remind)), [403, 'reminder.leads-only']);
      assert.deepEqual(await refused(post(adele, 'campaign/remind-all', REMIND_ALL)), [403, 'reminder.leads-only']);
    });

    it('shows a lead of another tenant nothing of this one', async () => {
      const foreigner = await tab.core.people.recordSighting({ tenantId: FOREIGN, userId: isaiah.userId, name: 'I' });
      const { claims, owners, tickets } = await campaign(foreigner);
      assert.deepEqual([claims.toCollect, claims.unowned, owners, tickets], [1, 1, [], {}]);
    });

    it('has nothing of a campaign that is gone, and reads no other words', async () => {
      const get = async (query: string) => tab.get(`campaign?${query}`, await tab.as(isaiah));
      assert.deepEqual(await refused(get('campaign=gone')), [404, 'tab.no-such-address']);
      assert.deepEqual(await refused(get('who=nobody')), [400, 'tab.bad-query']);
      for (const body of [{}, { campaign: CAMPAIGN }, { campaign: CAMPAIGN, owner: 7 }])
        assert.deepEqual(await refused(post(isaiah, 'campaign/remind', body)), [400, 'tab.bad-request']);
    });

    it('has somebody reminded, and says what came of it', async () => {
      await tab.core.people.recordSighting({ ...megan, reference: '{}' });
      const remind: RemindParams = { campaign: CAMPAIGN, owner: megan.userId };
      const { said } = await ok<RemindBody>(post(isaiah, 'campaign/remind', remind));
      assert.match(said, /^Megan Bowen gets a reminder/);
      const owner = 'somebody who is not known';
      assert.deepEqual(await refused(post(isaiah, 'campaign/remind', { ...remind, owner })), [
        404,
        'reminder.unknown-owner',
      ]);
    });

    it('tells pages of leads that a reminder is to go out, and those of everybody nothing', async () => {
      await tab.core.people.recordSighting({ ...megan, reference: '{}' });
      const stamp = async (query: string) =>
        (await ok<VersionBody>(await tab.get(`version${query}`, await tab.as(isaiah)))).version;
      const [shown, forAll] = [(await campaign(isaiah)).version, await stamp('')];
      assert.equal(await stamp('?of=campaign'), shown);
      await ok(post(isaiah, 'campaign/remind', { campaign: CAMPAIGN, owner: megan.userId } satisfies RemindParams));
      // It is told beside the answer.
      while ((await stamp('?of=campaign')) === shown);
      assert.equal((await campaign(isaiah)).reminders.due, 1);
      assert.equal(await stamp(''), forAll);
      assert.deepEqual(await refused(tab.get('version?of=me', await tab.as(isaiah))), [400, 'tab.bad-query']);
    });

    it('says how its claims stood day by day, for leads', async () => {
      const days = async (person: Person, query = '') => tab.get(`campaign/days${query}`, await tab.as(person));
      assert.deepEqual(await ok<CampaignDaysBody>(days(isaiah)), {
        days: [{ day: '2020-06-16', toCollect: 4, toUpload: 0, done: 1 }],
      });
      assert.deepEqual(await refused(days(adele)), [403, 'report.leads-only']);
      assert.deepEqual(await refused(days(isaiah, '?campaign=gone')), [404, 'tab.no-such-address']);
    });

    it('has all reminded once for a key, which is nobody else’s', async () => {
      const added = async (person: Person) =>
        (await ok<RemindAllBody>(post(person, 'campaign/remind-all', REMIND_ALL))).added;
      assert.deepEqual([await added(isaiah), await added(isaiah)], [true, false]);
    });

    describe('its notice', () => {
      const share: ShareParams = {
        idempotencyKey: 'key-of-the-notice',
        campaign: CAMPAIGN,
        audience: 'everyone',
        name: '',
        line: 'Please look at it.',
      };
      beforeEach(() => tab.core.people.recordSighting({ ...megan, reference: '{}' }));

      it('says first whom it would reach', async () => {
        const check = async (change: Partial<ShareParams>) =>
          ok<ShareCheckBody>(post(isaiah, 'campaign/notice/check', { ...share, ...change }));
        const everyone = await check({});
        assert.equal('people' in everyone && everyone.people, 1);
        const program = await check({ audience: 'program', name: 'OSU Microsoft 365' });
        assert.deepEqual('people' in program && [program.people, program.unreached], [
          0,
          [{ name: 'Adele Vance', reach: 'never installed' }],
        ]);
        for (const [change, sentence] of [
          [{ audience: 'program' }, /program/],
          [{ audience: 'customer', name: 'Nobody' }, /Nobody/],
          [{ line: 'x'.repeat(501) }, /500/],
        ] as const) {
          const answer = await check(change);
          assert.match('problem' in answer ? answer.problem : '', sentence);
        }
      });

      it('is sent once for a key', async () => {
        for (const _ of [1, 2]) {
          const answer = await ok<ShareBody>(post(isaiah, 'campaign/notice', share));
          assert.equal('waiting' in answer && answer.waiting + answer.sent, 1);
        }
        assert.deepEqual(await refused(post(isaiah, 'campaign/notice', { ...share, line: 'Another' })), [
          400,
          'tab.bad-request',
        ]);
        const other = { ...share, idempotencyKey: 'another-key', audience: 'program', name: 'OSU Microsoft 365' };
        assert.deepEqual(await ok<ShareBody>(post(isaiah, 'campaign/notice', other)), { nobody: true });
      });

      it('is shared by leads, of a campaign that there is', async () => {
        for (const path of ['campaign/notice', 'campaign/notice/check']) {
          assert.deepEqual(await refused(post(megan, path, share)), [403, 'announcement.leads-only']);
          const gone = { ...share, campaign: 'gone' };
          assert.deepEqual(await refused(post(isaiah, path, gone)), [404, 'tab.no-such-address']);
          assert.deepEqual(await refused(post(isaiah, path, { ...share, audience: 'all' })), [400, 'tab.bad-request']);
        }
      });
    });
  });
});
