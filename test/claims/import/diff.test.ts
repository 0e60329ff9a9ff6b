import assert from 'node:assert/strict';
import { NOTICES } from '../../../src/campaign/notices.ts';
import type { Claim, Workload } from '../../../src/claims/claim.ts';
import { RANK } from '../../../src/claims/claim.ts';
import type { ImportedClaim } from '../../../src/claims/export-file/group.ts';
import { changesOf, importOutcomeOf, newClaim } from '../../../src/claims/import/diff.ts';
import { claimRecord, FIELDS, imported, MARK, poe, workload } from '../fixtures.ts';

const RULES = { hasStatus: true, notices: NOTICES };

const ADELE = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };

describe('what an export would change', () => {
  it('is nothing where it says the same', () => {
    assert.equal(changesOf(claimRecord(), imported()), undefined);
    assert.equal(
      changesOf(claimRecord({ owner: ADELE }), imported({ owner: { ...ADELE, label: 'Vance, Adele' } })),
      undefined,
    );
  });

  it('is nothing where only the case of the claim ID differs; the first spelling stays', () => {
    assert.equal(changesOf(claimRecord({ claimId: 'CLM-1001a' }), imported({ claimId: 'clm-1001A ' })), undefined);
    const changes = changesOf(claimRecord(), imported({ claimId: 'clm-1001', customerName: 'Contoso Group' }));
    assert.deepEqual(changes, { customerName: 'Contoso Group' });
  });

  it('is each field that says something else, and no other', () => {
    assert.deepEqual(changesOf(claimRecord(), imported({ status: 'Rejected', mpnId: '7' })), {
      status: 'Rejected',
      mpnId: '7',
    });
    const alex = { key: 'name:alex wilber', label: 'Alex Wilber' };
    assert.deepEqual(changesOf(claimRecord({ owner: ADELE }), imported({ owner: alex })), { owner: alex });
    assert.deepEqual(changesOf(claimRecord(), imported({ owner: ADELE })), { owner: ADELE });
  });

  it('is nothing for what the export leaves empty', () => {
    const known = claimRecord({ owner: ADELE, customerDomain: 'contoso.example', mpnId: '7' });
    assert.equal(changesOf(known, imported({ name: '', customerName: '', program: '', status: '' })), undefined);
  });

  it('adds workloads and takes none away, POE and marks kept', () => {
    const kept = [workload('Teams', { poe: [poe('a')], confirmed: MARK }), workload('Exchange', { notEngaged: MARK })];
    const changes = changesOf(claimRecord({}, kept), imported({}, ['SharePoint']));
    assert.deepEqual(changes, { workloads: [...kept, workload('SharePoint')] });
  });

  it('renames a workload that is spelled anew, POE and marks kept', () => {
    const known = claimRecord({}, [workload('teams', { poe: [poe('a')], confirmed: MARK })]);
    const [renamed] = changesOf(known, imported({}, ['TEAMS']))?.workloads ?? [];
    assert.deepEqual(renamed, { ...known.workloads[0], name: 'TEAMS' });
  });

  it('leaves marks alone when other fields change', () => {
    const changes = changesOf(
      claimRecord({}, [workload('Teams', { poe: [poe('a')] })]),
      imported({ status: 'Rejected' }),
    );
    assert.deepEqual(Object.keys(changes ?? {}), ['status']);
  });
});

describe('the placeholder of a claim that came without workloads', () => {
  const whole = (more: Partial<Workload> = {}) => workload('Modern Work', { placeholder: true, ...more });
  const none: ImportedClaim = {
    ...imported(),
    workloads: [{ key: 'modern-work', name: 'Modern Work', placeholder: true }],
  };
  const namesAfter = (placeholder: Workload, names: readonly string[]) =>
    changesOf(claimRecord({}, [placeholder]), imported({}, names))?.workloads?.map(({ name }) => name);

  it('is marked as one from the start, and stays while none come', () => {
    const made = newClaim('id-1', 't1', 'job-1', none, RULES);
    assert.deepEqual(made.workloads, [whole()]);
    assert.equal(changesOf(made, none), undefined);
  });

  it('goes once there are workloads and nobody did anything with it', () => {
    assert.deepEqual(namesAfter(whole(), ['Exchange', 'Teams']), ['Exchange', 'Teams']);
  });

  it('stays with what was filed or marked on it', () => {
    for (const touched of [{ poe: [poe('a')] }, { confirmed: MARK }, { notEngaged: MARK }]) {
      assert.deepEqual(namesAfter(whole(touched), ['Exchange']), ['Modern Work', 'Exchange']);
      const [kept] = changesOf(claimRecord({}, [whole(touched)]), imported({}, ['Exchange']))?.workloads ?? [];
      assert.deepEqual(kept, whole(touched));
    }
  });

  it('makes place for a workload of its name, which is none', () => {
    const [real, ...more] = changesOf(claimRecord({}, [whole()]), imported({}, ['Modern Work']))?.workloads ?? [];
    assert.deepEqual([real, more], [workload('Modern Work'), []]);
  });

  it('does not come to a claim that has workloads', () => {
    assert.equal(changesOf(claimRecord({}, [workload('Exchange')]), none), undefined);
  });
});

describe('subscriptions of one workload', () => {
  const sales = (subscriptionId: string, key?: string) => ({ name: 'Sales', subscriptionId, ...(key && { key }) });
  const known = claimRecord({}, [
    workload('Sales', { subscriptionId: 'S-A', poe: [poe('a')] }),
    { ...workload('Sales', { subscriptionId: 'S-B' }), key: 'sales-s-b' },
  ]);

  it('are the same in another order of rows: the POE of one never moves to the other', () => {
    assert.equal(changesOf(known, imported({}, [sales('S-B'), sales('s-a', 'sales-s-a')])), undefined);
  });

  it('are told apart when a new one comes first', () => {
    const workloads = changesOf(known, imported({}, [sales('S-C'), sales('S-A', 'sales-s-a')]))?.workloads;
    assert.deepEqual(
      workloads?.map(({ key, subscriptionId, poe: filed }) => [key, subscriptionId, filed.length]),
      [
        ['sales', 'S-A', 1],
        ['sales-s-b', 'S-B', 0],
        ['sales-s-c', 'S-C', 0],
      ],
    );
  });

  it('are filled in where none was known, and kept where the export has no such column', () => {
    const [filled] = changesOf(claimRecord({}, [workload('Sales')]), imported({}, [sales('S-A')]))?.workloads ?? [];
    assert.equal(filled?.subscriptionId, 'S-A');
    assert.equal(changesOf(known, imported({}, ['Sales'])), undefined);
  });
});

describe('an outcome', () => {
  const job = 'job-1';

  it('is new, changed or same by what is known', () => {
    assert.equal(importOutcomeOf(undefined, imported(), job), 'new');
    assert.equal(importOutcomeOf(claimRecord(), imported({ status: 'Rejected' }), job), 'changed');
    assert.equal(importOutcomeOf(claimRecord(), imported(), job), 'same');
  });

  it('counts a claim once when an interrupted import meets its own work', () => {
    const done = (outcome: 'new' | 'changed', by: string): Claim => ({
      ...claimRecord(),
      lastImport: { job: by, outcome },
    });
    assert.equal(importOutcomeOf(done('new', job), imported(), job), 'new');
    assert.equal(importOutcomeOf(done('changed', job), imported(), job), 'changed');
    assert.equal(importOutcomeOf(done('new', 'another'), imported(), job), 'same');
  });

  it('of a new one is a record with everything derived', () => {
    const made = newClaim('id-1', 't1', job, imported({ claimId: ' Clm-É1 ' }, ['Teams', 'Exchange']), RULES);
    assert.deepEqual(
      [made._id, made.tenantId, made.claimKey, made.rank, made.toCollect, made.version],
      ['id-1', 't1', 'clm-é1', RANK.toCollect, 2, 1],
    );
    assert.deepEqual(made.lastImport, { job, outcome: 'new' });
    assert.equal(made.name, FIELDS.name);
  });
});
