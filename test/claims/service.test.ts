import assert from 'node:assert/strict';
import type { ClaimService } from '../../src/claims/service.ts';
import { ForbiddenError, NotFoundError, UserError } from '../../src/errors.ts';
import { nameKey } from '../../src/people/owner-key.ts';
import type { Person } from '../../src/people/person.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';
import { claimRecord } from './fixtures.ts';

const AT = new Date('2020-06-16T08:00:00Z');
const [MINE, FREE, OTHERS] = ['id-clm-1', 'id-clm-2', 'id-clm-3'];

describe('a caller that is not the chat', () => {
  eachUri((uri) => {
    let features: OpenFeatures;
    let service: ClaimService;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;

    beforeEach(async () => {
      features = await openFeatures(uri);
      service = features.claims.service;
      adele = await features.person('Adele Vance');
      megan = await features.person('Megan Bowen');
      isaiah = await features.person('Isaiah Langer');
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      await features.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...ownedBy('Adele Vance') }),
        claimRecord({ claimId: 'CLM-2' }),
        claimRecord({ claimId: 'CLM-3', ...ownedBy('Megan Bowen') }),
      ]);
    });
    afterEach(() => features?.dispose());

    const listed = async (person: Person, owner: 'mine' | 'none' | 'all') =>
      (await service.openClaims(person, { owner, page: 0, pageSize: 10 })).rows.map(({ _id }) => _id).sort();
    /** What the promise fails with: its class, and what there is to say. */
    async function refused(promise: Promise<unknown>): Promise<readonly [unknown, unknown]> {
      const error = await promise.then(
        () => assert.fail('it was done'),
        (reason: unknown) => reason,
      );
      assert.ok(error instanceof UserError);
      return [error.constructor, error.problem];
    }
    const gone = [NotFoundError, { code: 'claim.gone', data: undefined }];

    it('lists and opens the claims of a member, and those of nobody', async () => {
      assert.deepEqual(await listed(adele, 'mine'), [MINE]);
      assert.deepEqual(await listed(adele, 'none'), [FREE]);
      assert.deepEqual(await listed(adele, 'all'), [MINE, FREE]);
      assert.equal((await service.open(adele, MINE)).claimId, 'CLM-1');
      assert.equal((await service.openByClaimId(adele, ' clm-2 '))._id, FREE);
      assert.deepEqual(await refused(service.open(adele, OTHERS)), gone);
      assert.deepEqual(await refused(service.openByClaimId(adele, ' clm-3 ')), [
        NotFoundError,
        { code: 'claim.not-found', data: { claimId: 'clm-3' } },
      ]);
    });

    it('lists and opens all of the tenant for a lead', async () => {
      assert.deepEqual(await listed(isaiah, 'all'), [MINE, FREE, OTHERS]);
      assert.equal((await service.open(isaiah, OTHERS)).claimId, 'CLM-3');
    });

    it('acts for somebody who is not known here yet: on the claims of their address, and on no others', async () => {
      const { rosterAt: _, ...unrecorded } = { ...adele, _id: `${TENANT}/elsewhere`, userId: 'elsewhere' };
      assert.deepEqual(await listed(unrecorded, 'all'), [MINE]);
      assert.equal((await service.mark(unrecorded, MINE, 'teams', 'confirm', 'k', AT)).kind, 'changed');
      assert.deepEqual(await refused(service.take(unrecorded, FREE, 'k', AT)), gone);
      assert.deepEqual(await listed({ ...adele, tenantId: 'elsewhere' }, 'all'), []);
    });

    it('marks a workload once for each key, and a claim without an owner only when it is taken', async () => {
      const mark = (id: string, key: string) => service.mark(adele, id, 'teams', 'confirm', key, AT);
      const outcomes = await Promise.all([mark(MINE, 'a'), mark(MINE, 'a')]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['changed', 'repeated']);
      assert.equal((await mark(MINE, 'b')).kind, 'unchanged');
      assert.deepEqual((await service.open(adele, MINE)).workloads[0]?.confirmed, {
        at: AT.toISOString(),
        by: 'Adele Vance',
      });
      assert.deepEqual(await refused(mark(FREE, 'c')), [
        ForbiddenError,
        { code: 'claim.without-owner', data: undefined },
      ]);
      assert.equal((await service.take(adele, FREE, 'd', AT)).kind, 'changed');
      assert.equal((await mark(FREE, 'e')).kind, 'changed');
      assert.deepEqual(await refused(mark(OTHERS, 'f')), gone);
    });

    it('takes a claim for one of two who want it', async () => {
      const takes = await Promise.allSettled([service.take(adele, FREE, 'a', AT), service.take(megan, FREE, 'm', AT)]);
      assert.deepEqual(takes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const lost = takes[0].status === 'fulfilled' ? megan : adele;
      assert.deepEqual(await refused(service.open(lost, FREE)), gone);
    });

    it('assigns for leads, to an address or to the one who has a name', async () => {
      const assign = (to: string, person = isaiah) => service.assign(person, 'CLM-2', to, `assign ${to}`, AT);
      const owner = async () => (await service.open(isaiah, FREE)).owner;
      assert.deepEqual(await refused(assign('Megan Bowen', adele)), [
        ForbiddenError,
        { code: 'claim.leads-assign', data: undefined },
      ]);
      const byName = await assign('Megan Bowen');
      assert.deepEqual(byName.kind === 'proposed' && byName.people.map(({ userId }) => userId), [megan.userId]);
      assert.equal((await owner())?.label, undefined);
      const { confirmedNames } = features.core.people;
      await confirmedNames.confirm(TENANT, nameKey('Megan Bowen'), megan.userId, { by: 'isaiah', at: AT, key: 'k' });
      assert.equal((await assign('Megan Bowen')).kind, 'changed');
      assert.deepEqual(await owner(), { key: `upn:${megan.upn}`, label: 'Megan Bowen' });
      await assign('somebody@fabrikam.example');
      assert.deepEqual(await owner(), { key: 'upn:somebody@fabrikam.example', label: 'somebody@fabrikam.example' });
      assert.deepEqual(await refused(assign('Nestor Wilke')), [
        UserError,
        { code: 'claim.person-not-found', data: { name: 'Nestor Wilke' } },
      ]);
      const { people } = features.core;
      const other = await people.recordSighting({ tenantId: TENANT, userId: 'other', name: 'Adele Vance' });
      await people.recordRosterEntry(other, { name: 'Adele Vance', upn: 'adele2@contoso.example' }, AT);
      const several = await assign('Adele Vance');
      assert.equal(several.kind === 'proposed' && several.people.length, 2);
    });

    it('does not hold up others between the words that it searches for', async () => {
      const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'iota', 'theta'];
      let turns = 0;
      let isOver = false;
      const count = (): void => {
        turns += 1;
        if (!isOver) setImmediate(count);
      };
      setImmediate(count);
      const found = await service.searchVisible(isaiah, words, 50).finally(() => {
        isOver = true;
      });
      assert.deepEqual(found, []);
      assert.ok(turns >= words.length, String(turns));
    });

    it('hears whose claims changed: of the owner before and of the one after', async () => {
      const heard: (readonly string[])[] = [];
      features.claims.changes.subscribe(async (_tenantId, ownerKeys) => void heard.push(ownerKeys));
      await service.take(adele, FREE, 'a', AT);
      await service.assign(isaiah, 'CLM-2', megan.upn ?? '', 'b', AT);
      await service.assign(isaiah, 'CLM-2', megan.upn ?? '', 'b', AT);
      assert.deepEqual(heard, [[`upn:${adele.upn}`], [`upn:${adele.upn}`, `upn:${megan.upn}`]]);
    });
  });
});
