import assert from 'node:assert/strict';
import { type RosterEntry, rosterFacts } from '../../src/people/roster.ts';

const facts = (entry: Omit<RosterEntry, 'name'>) => {
  const { name: _, ...rest } = rosterFacts('t1', { name: 'Patti', ...entry });
  return rest;
};

describe('what the roster says', () => {
  it('of the tenant’s own people counts as it stands, lower case', () => {
    const own = { upn: 'pattif@contoso.example', email: 'patti@contoso.example', guest: false };
    assert.deepEqual(facts({ upn: ' PattiF@Contoso.example', email: 'Patti@contoso.example ', tenantId: 'T1' }), own);
  });

  it('of a guest counts as far as the tenant made the UPN of it', () => {
    const upn = 'patti.f_fabrikam.example#ext#@contoso.example';
    assert.deepEqual(facts({ upn: upn.toUpperCase(), email: 'Patti.F@fabrikam.example' }), {
      upn,
      email: 'patti.f@fabrikam.example',
      guest: true,
    });
    for (const email of ['adelev@contoso.example', 'patti@fabrikam.example', 'f@fabrikam.example', 'patti.f@fabrikam'])
      assert.deepEqual(facts({ upn, email }), { upn, guest: true }, email);
  });

  it('of somebody of another directory gives them no address', () => {
    for (const upn of ['adelev@contoso.example', 'adelev_contoso.example#EXT#@fabrikam.example'])
      assert.deepEqual(facts({ upn, email: 'adelev@contoso.example', tenantId: 't2' }), { guest: true });
  });

  it('without a UPN does not prove that they are the tenant’s own', () => {
    assert.deepEqual(facts({ email: 'adelev@contoso.example' }), { guest: true });
    assert.deepEqual(facts({ upn: ' ', email: '' }), { guest: true });
  });
});
