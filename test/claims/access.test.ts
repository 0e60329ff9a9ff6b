import assert from 'node:assert/strict';
import { assertMayChange, maySeeClaim, ownerFilter, owns, visibleClaim } from '../../src/claims/access.ts';
import { ForbiddenError, NotFoundError } from '../../src/errors.ts';
import { claimRecord } from './fixtures.ts';

const owned = (key: string) => claimRecord({ owner: { key, label: key } });
const MINE = owned('upn:adelev@contoso.example');
const OTHERS = owned('upn:meganb@contoso.example');
const FREE = claimRecord();
const member = { lead: false, seesUnowned: true, keys: ['upn:adelev@contoso.example', 'name:adele vance'] };
const nobody = { lead: false, seesUnowned: true, keys: [] };
const lead = { lead: true, seesUnowned: true, keys: [] };

describe('access to a claim', () => {
  it('is to one’s own and the free ones for members, to all for leads', () => {
    const seen = (access: typeof member) => [MINE, OTHERS, FREE].map((one) => maySeeClaim(access, one));
    assert.deepEqual(seen(member), [true, false, true]);
    assert.deepEqual(seen(nobody as typeof member), [false, false, true]);
    assert.deepEqual(seen(lead as typeof member), [true, true, true]);
  });

  it('owns by a whole key only', () => {
    for (const key of [
      '',
      'upn:',
      'name:adele',
      'adelev@contoso.example',
      'upn:adelev@contoso.example ',
      'name:adelev@contoso.example',
    ])
      assert.equal(owns(member, owned(key)), false, key);
    assert.equal(owns(member, owned('name:adele vance')), true);
    assert.equal(owns(lead, OTHERS), false);
  });

  it('tells one that is another’s and one that is not there in the same words', () => {
    const problem = (claimId: string | undefined, one = undefined as typeof OTHERS | undefined) => {
      try {
        visibleClaim(member, one, claimId);
      } catch (error) {
        assert.ok(error instanceof NotFoundError);
        return error.problem;
      }
      return assert.fail('visible');
    };
    for (const one of [OTHERS, undefined]) {
      assert.deepEqual(problem('CLM-1', one), { code: 'claim.not-found', data: { claimId: 'CLM-1' } });
      assert.deepEqual(problem(undefined, one), { code: 'claim.gone', data: undefined });
    }
    assert.equal(visibleClaim(member, MINE), MINE);
  });

  it('to change is for owners and leads; a free one is taken first', () => {
    assertMayChange(member, MINE);
    assertMayChange(lead, FREE);
    assert.throws(() => assertMayChange(member, FREE), ForbiddenError);
    assert.throws(() => assertMayChange(member, FREE), { problem: { code: 'claim.without-owner', data: undefined } });
    assert.throws(() => assertMayChange(member, OTHERS), ForbiddenError);
  });

  it('is not to the free ones for those who are not known to be the tenant’s own', () => {
    const guest = { ...member, seesUnowned: false };
    assert.deepEqual(
      [MINE, OTHERS, FREE].map((one) => maySeeClaim(guest, one)),
      [true, false, false],
    );
    assert.deepEqual(ownerFilter(guest, 'none'), { 'owner.key': { $in: [] } });
    assert.deepEqual(ownerFilter(guest, 'all'), {
      $or: [{ 'owner.key': { $in: member.keys } }, { 'owner.key': { $in: [] } }],
    });
  });

  it('narrows every list of a member, whatever they ask for', () => {
    assert.deepEqual(ownerFilter(nobody, 'mine'), { 'owner.key': { $in: [] } });
    assert.deepEqual(ownerFilter(lead, 'all'), {});
    assert.deepEqual(ownerFilter(member, 'all'), {
      $or: [{ 'owner.key': { $in: member.keys } }, { 'owner.key': { $exists: false } }],
    });
  });
});
