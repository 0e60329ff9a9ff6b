/** One press for several claims, over HTTP: each within its own rights, once under the key of the press, and said what became of it. */
import assert from 'node:assert/strict';
import sinon from 'sinon';
import { StoreAwayError } from '../../src/errors.ts';
import type { Person } from '../../src/people/person.ts';
import type { ClaimsActionBody, ClaimsBody, SharedClaimAction } from '../../src/tab/claims/api.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { openTab, peopleOf, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const [ADELES, FREE, MEGANS, FREE_TOO, FOREIGNERS] = ['id-clm-1', 'id-clm-2', 'id-clm-3', 'id-clm-4', 'id-clm-9'];
const TAKE = { kind: 'take' } as const;
const GONE = 'I cannot find this claim among yours. It may have got another owner since this card was drawn.';

describe('one press for several claims on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let guest: Person;
    let keys = 0;

    beforeEach(async () => {
      tab = await openTab('teams', uri, {
        env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, NOW: '2020-06-16T16:00:00Z' },
      });
      ({ adele, megan, isaiah, guest } = await peopleOf(tab));
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      const { repository } = tab.claims;
      await repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }, [workload('Teams'), workload('Intune')]),
        claimRecord({ claimId: 'CLM-2' }, [workload('Teams')]),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen') }, [workload('Teams')]),
        claimRecord({ claimId: 'CLM-4' }, [workload('Intune')]),
      ]);
      await repository.addNew(FOREIGN, [claimRecord({ claimId: 'CLM-9' })]);
    });
    afterEach(async () => {
      sinon.restore();
      await tab?.dispose();
    });

    const send = async (person: Person, body: object): Promise<Response> =>
      tab.post('claims/actions', body, await tab.as(person));
    async function press(
      person: Person,
      claims: readonly string[],
      action: SharedClaimAction,
      idempotencyKey = `key-of-press-${keys++}`,
    ): Promise<ClaimsActionBody> {
      const response = await send(person, { idempotencyKey, claims, ...action });
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as ClaimsActionBody;
    }
    /** Of each claim, why nothing was changed; empty: it was done. */
    async function outcomes(...pressed: Parameters<typeof press>): Promise<readonly (readonly [string, string])[]> {
      const body = await press(...pressed);
      assert.ok('outcomes' in body, JSON.stringify(body));
      return body.outcomes.map(({ id, why = '' }) => [id, why]);
    }
    async function refusal(person: Person, body: object): Promise<readonly [number, string]> {
      const response = await send(person, body);
      return [response.status, (await problemIn(response)).code];
    }
    const record = async (id: string, tenant = TENANT) => {
      const found = await tab.claims.repository.byId(tenant, id);
      assert.ok(found);
      return found;
    };
    const ownersOf = async (...ids: string[]) =>
      (await Promise.all(ids.map((id) => record(id)))).map((c) => c.owner?.label);
    const deedsOf = async (...ids: string[]) =>
      (await Promise.all(ids.map((id) => record(id)))).map(({ history = [] }) => history.map(({ kind }) => kind));

    it('takes those of nobody, and says of the others why they were left as they are', async () => {
      assert.deepEqual(await outcomes(adele, [FREE, ADELES, MEGANS, FOREIGNERS, 'nowhere', FREE_TOO], TAKE), [
        [FREE, ''],
        [ADELES, 'It has an owner already.'],
        [MEGANS, GONE],
        [FOREIGNERS, GONE],
        ['nowhere', GONE],
        [FREE_TOO, ''],
      ]);
      assert.deepEqual(await ownersOf(FREE, FREE_TOO, MEGANS), ['Adele Vance', 'Adele Vance', 'Megan Bowen']);
      assert.equal((await record(FOREIGNERS, FOREIGN)).version, 1);
    });

    it('shows a guest nothing of claims without an owner', async () => {
      assert.deepEqual(await outcomes(guest, [FREE], TAKE), [[FREE, GONE]]);
    });

    it('gives claims to an address, those that were there before aside', async () => {
      const assign = { kind: 'assign', to: addressOf('Megan Bowen') } as const;
      assert.deepEqual(await outcomes(isaiah, [ADELES, MEGANS, FREE, FOREIGNERS], assign), [
        [ADELES, ''],
        [MEGANS, 'It was with them already.'],
        [FREE, ''],
        [FOREIGNERS, GONE],
      ]);
      assert.deepEqual(await ownersOf(FREE_TOO), [undefined]);
      assert.deepEqual(await deedsOf(ADELES, MEGANS, FREE), [['assign'], [], ['assign']]);
    });

    it('proposes whom a name may mean before any of them is given away', async () => {
      assert.deepEqual(await press(isaiah, [ADELES, FREE], { kind: 'assign', to: 'Megan' }), {
        proposed: [{ name: 'Megan Bowen', upn: addressOf('Megan Bowen') }],
      });
      assert.deepEqual(await ownersOf(ADELES, FREE), ['Adele Vance', undefined]);
      const body = { idempotencyKey: 'key-of-press', claims: [FREE], kind: 'assign' };
      assert.deepEqual(await refusal(isaiah, { ...body, to: 'Nobody Known' }), [400, 'claim.person-not-found']);
      assert.deepEqual(await refusal(adele, { ...body, to: addressOf('Adele Vance') }), [403, 'claim.leads-assign']);
    });

    it('marks a workload of those that have it', async () => {
      const confirm = { kind: 'confirm', workload: 'teams' } as const;
      assert.deepEqual(await outcomes(isaiah, [ADELES, FREE_TOO, MEGANS], confirm), [
        [ADELES, ''],
        [FREE_TOO, 'It does not have this workload.'],
        [MEGANS, ''],
      ]);
      assert.deepEqual(await outcomes(adele, [ADELES, FREE], confirm), [
        [ADELES, 'It stood like that already.'],
        [FREE, 'Nobody owns this claim yet. Press “I’ll take it” on the claim first, then try again.'],
      ]);
      assert.deepEqual(await deedsOf(ADELES, MEGANS), [['confirm'], ['confirm']]);
    });

    it('removes claims with a reason, and brings them back, for leads', async () => {
      const remove = { kind: 'remove', reason: 'sold' } as const;
      const [[, why] = []] = await outcomes(adele, [ADELES], remove);
      assert.match(why ?? '', /^Only leads remove claims/);
      assert.deepEqual(await outcomes(isaiah, [ADELES, FREE], remove), [
        [ADELES, ''],
        [FREE, ''],
      ]);
      assert.deepEqual(await outcomes(isaiah, [ADELES], remove), [[ADELES, 'It was removed before.']]);
      assert.deepEqual(await outcomes(isaiah, [ADELES, MEGANS], { kind: 'bring-back' }), [
        [ADELES, ''],
        [MEGANS, 'It was not removed.'],
      ]);
    });

    it('lists those that were removed for leads, and for nobody else', async () => {
      await outcomes(isaiah, [ADELES, FREE], { kind: 'remove', reason: 'sold' });
      const listed = async (person: Person, query: string) => {
        const response = await tab.get(`claims?state=removed&owner=${query}`, await tab.as(person));
        return ((await response.json()) as ClaimsBody).rows.map(({ id, state }) => [id, state]);
      };
      const removed = [ADELES, FREE].map((id) => [id, 'removed']);
      assert.deepEqual((await listed(isaiah, 'all')).toSorted(), removed);
      for (const owner of ['all', 'mine', 'none', `owner:upn:${addressOf('Adele Vance')}`])
        assert.deepEqual(await listed(adele, owner), []);
    });

    it('does each claim once, however often it is sent', async () => {
      const assign = { kind: 'assign', to: addressOf('Megan Bowen') } as const;
      for (const _ of [1, 2])
        assert.deepEqual(await outcomes(isaiah, [ADELES, FREE, FREE], assign, 'the same key'), [
          [ADELES, ''],
          [FREE, ''],
        ]);
      assert.deepEqual(await deedsOf(ADELES, FREE), [['assign'], ['assign']]);
      await outcomes(megan, [FREE_TOO], TAKE, 'the same key');
      assert.deepEqual(await ownersOf(FREE_TOO), ['Megan Bowen'], 'a key is one person’s');
    });

    it('is finished when it is sent again, where it was cut off in the middle', async () => {
      const { repository } = tab.claims;
      const change = repository.change.bind(repository);
      const cut = sinon.stub(repository, 'change');
      cut.callsFake(change).onSecondCall().rejects(new StoreAwayError('away'));
      const body = { idempotencyKey: 'key-of-press', claims: [FREE, FREE_TOO], ...TAKE };
      assert.deepEqual(await refusal(adele, body), [503, 'tab.store-away']);
      assert.deepEqual(await ownersOf(FREE, FREE_TOO), ['Adele Vance', undefined]);
      assert.deepEqual(await outcomes(adele, [FREE, FREE_TOO], TAKE, 'key-of-press'), [
        [FREE, ''],
        [FREE_TOO, ''],
      ]);
      assert.deepEqual(await deedsOf(FREE, FREE_TOO), [['take'], ['take']]);
    });

    it('is for so many claims at the most, and says how many', async () => {
      const claims = (n: number) => Array.from({ length: n }, (_, i) => `id-${i}`);
      const response = await send(adele, { idempotencyKey: 'key-of-press', claims: claims(201), ...TAKE });
      assert.deepEqual(await problemIn(response), {
        title: 'Up to 200 claims at a time. Choose fewer, then press again. Nothing was changed.',
        status: 400,
        code: 'tab.too-many-claims',
      });
      assert.equal((await outcomes(adele, claims(200), TAKE)).length, 200);
    });

    it('refuses to read what has another form, and does nothing', async () => {
      const good = { idempotencyKey: 'long enough', claims: [FREE] };
      for (const body of [
        {},
        { ...good },
        { ...good, ...TAKE, more: 1 },
        { ...good, ...TAKE, claims: [] },
        { ...good, ...TAKE, claims: FREE },
        { ...good, ...TAKE, claims: [{ $gt: '' }] },
        { ...good, ...TAKE, claims: Array(5_001).fill('x') },
        { ...good, ...TAKE, idempotencyKey: 'short' },
        { ...good, kind: 'assign', to: '  ' },
        { ...good, kind: 'confirm', workload: ['teams'] },
        { ...good, kind: 'withdraw', draft: 'd', sha256: 's', workloads: ['teams'], reason: 'x' },
      ])
        assert.deepEqual(await refusal(isaiah, body), [400, 'tab.bad-request'], JSON.stringify(body).slice(0, 100));
      assert.deepEqual(await ownersOf(FREE), [undefined]);
      assert.equal((await tab.post('claims/actions', { ...good, ...TAKE })).status, 401);
      const headers = { ...(await tab.as(adele)), 'content-type': 'text/plain' };
      assert.equal((await tab.post('claims/actions', { ...good, ...TAKE }, headers)).status, 415);
    });
  });
});
