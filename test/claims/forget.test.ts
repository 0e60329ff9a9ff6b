import assert from 'node:assert/strict';
import { NOTICES } from '../../src/campaign/notices.ts';
import { forgetInClaims } from '../../src/claims/forget.ts';
import { claimRecord, MARK, poe, workload } from './fixtures.ts';

const forget = forgetInClaims(NOTICES);
const ADELE = {
  userId: 'adele',
  name: 'Adele Vance',
  addresses: ['adelev@contoso.example'],
  ownerKeys: ['upn:adelev@contoso.example'],
};
const STAND_IN = { userId: 'erased-1', name: 'Deleted user' };

describe('a claim without a person', () => {
  it('has no owner where they were it, and is found by them no more', () => {
    const owner = { key: 'upn:adelev@contoso.example', label: 'adelev@contoso.example' };
    const update = forget(claimRecord({ owner }), ADELE, STAND_IN)?.update;
    assert.deepEqual(update?.$unset, { owner: true });
    assert.doesNotMatch(String(update?.$set?.searchKey), /adelev/);
  });

  it('keeps its documents and marks, under no name', () => {
    const claim = claimRecord({}, [workload('Teams', { poe: [poe('a')], confirmed: MARK })]);
    const text = JSON.stringify(forget(claim, ADELE, STAND_IN)?.update.$set);
    assert.match(text, /"fileName":"a\.pdf".*"filedBy":\{"userId":"erased-1","name":"Deleted user"\}/);
    assert.match(text, /"confirmed":\{"at":"[^"]+","by":"Deleted user"\}/);
    assert.doesNotMatch(text, /Adele/);
  });

  it('stays what it is, whatever they are called', () => {
    for (const name of ['Approved', 'Contoso Retail', 'OSU Microsoft 365', 'CLM-1001', 'Teams'])
      assert.equal(forget(claimRecord(), { ...ADELE, name }, STAND_IN), undefined, name);
  });

  it('is left alone where they are not in it, also where it would be derived otherwise today', () => {
    assert.equal(forget({ ...claimRecord(), searchKey: 'old' } as { _id: string }, ADELE, STAND_IN), undefined);
  });
});
