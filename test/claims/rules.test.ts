import assert from 'node:assert/strict';
import { CPOR_2020, NOTICES } from '../../src/campaign/notices.ts';
import { RANK, type Workload, type WorkloadState } from '../../src/claims/claim.ts';
import {
  addPoe,
  confirm,
  countingPoe,
  derive,
  disengage,
  engage,
  isDisengagedClaim,
  latestPoe,
  noticeOf,
  unconfirm,
  withdrawPoe,
  workloadState,
} from '../../src/claims/rules.ts';
import { claimRecord, FIELDS, MARK, poe, workload } from './fixtures.ts';

const FILED = { poe: [poe('a')] };
const WITHDRAWN = { at: MARK.at, by: { userId: 'adele', name: 'Adele Vance' }, reason: 'wrong' };
const TAKEN_OUT = { poe: [{ ...poe('a'), withdrawn: WITHDRAWN }] };
const STATES: Record<WorkloadState, Partial<Workload>[]> = {
  'to collect': [{}, TAKEN_OUT],
  'to upload': [FILED, { poe: [...TAKEN_OUT.poe, poe('b')] }],
  done: [{ confirmed: MARK }, { ...FILED, confirmed: MARK }],
  'not engaged': [
    { notEngaged: MARK },
    { ...FILED, notEngaged: MARK },
    { ...FILED, confirmed: MARK, notEngaged: MARK },
  ],
};
const ALL = Object.values(STATES).flat();

describe('a workload', () => {
  for (const [state, facts] of Object.entries(STATES)) {
    it(`is ${state} by its POE and its marks`, () => {
      for (const fact of facts) assert.equal(workloadState(workload('Teams', fact)), state);
    });
  }

  /** The state after a change of a workload with these facts; undefined where nothing changes. */
  const stateAfter = (change: ReturnType<typeof engage>, facts: Partial<Workload>) => {
    const changed = change([workload('Exchange'), workload('Teams', facts)]);
    assert.deepEqual(changed?.[0] ?? workload('Exchange'), workload('Exchange'));
    return changed?.[1] && workloadState(changed[1]);
  };

  it('can be left in any state but left already, and comes back to the state it had', () => {
    for (const facts of ALL) {
      assert.equal(stateAfter(disengage('teams', MARK), facts), facts.notEngaged ? undefined : 'not engaged');
      const left = disengage('teams', MARK)([workload('Teams', facts)]) ?? [workload('Teams', facts)];
      const { notEngaged: _, ...before } = workload('Teams', facts);
      assert.deepEqual(engage('teams')(left), [before]);
    }
    for (const facts of [{}, FILED, { confirmed: MARK }]) assert.equal(stateAfter(engage('teams'), facts), undefined);
  });

  it('is confirmed with or without a file, once, and not while nobody is engaged', () => {
    assert.equal(stateAfter(confirm('teams', MARK), {}), 'done');
    assert.equal(stateAfter(confirm('teams', MARK), FILED), 'done');
    assert.equal(stateAfter(confirm('teams', MARK), { confirmed: MARK }), undefined);
    assert.equal(stateAfter(confirm('teams', MARK), { notEngaged: MARK }), undefined);
  });

  it('goes back to where it was when the confirmation is undone', () => {
    assert.equal(stateAfter(unconfirm('teams'), { confirmed: MARK }), 'to collect');
    assert.equal(stateAfter(unconfirm('teams'), { ...FILED, confirmed: MARK }), 'to upload');
    assert.equal(stateAfter(unconfirm('teams'), {}), undefined);
  });

  it('counts the documents that were filed last together, and of those before only when these are withdrawn', () => {
    const [first, second, together] = [poe('a'), poe('b'), { ...poe('c'), draft: 'draft-b' }];
    const latest = (...records: ReturnType<typeof poe>[]) => latestPoe({ poe: records }).map(({ sha256 }) => sha256);
    assert.deepEqual(latest(), []);
    assert.deepEqual(latest(first, second, together), ['b', 'c']);
    const withdrawn = { withdrawn: WITHDRAWN };
    assert.deepEqual(latest(first, second, { ...together, ...withdrawn }), ['b']);
    assert.deepEqual(latest(first, { ...second, ...withdrawn }, { ...together, ...withdrawn }), ['a']);
    assert.deepEqual(countingPoe({ poe: [{ ...first, ...withdrawn }] }), []);
  });

  it('loses its confirmation with the document that was confirmed, and no other mark', () => {
    const both = [poe('a'), poe('b')];
    const without = (sha256: string, facts: Partial<Workload>, keys = ['teams']) => {
      const change = withdrawPoe(keys, { draft: `draft-${sha256}`, sha256 }, WITHDRAWN);
      return change([workload('Teams', { poe: both, ...facts })])?.[0];
    };
    assert.equal(without('b', { confirmed: MARK })?.confirmed, undefined);
    assert.deepEqual(without('a', { confirmed: MARK })?.confirmed, MARK);
    assert.deepEqual(without('b', { notEngaged: MARK })?.notEngaged, MARK);
    assert.deepEqual(without('b', {})?.poe, [both[0], { ...both[1], withdrawn: WITHDRAWN }]);
    for (const missed of [
      without('c', {}),
      without('b', {}, []),
      without('b', {}, ['exchange']),
      without('b', { poe: [] }),
    ])
      assert.equal(missed, undefined);
  });

  it('takes the same bytes again where they were withdrawn, and withdraws the ones that are meant', () => {
    const again = { ...poe('a'), draft: 'again' };
    assert.equal(addPoe(['teams'], [again])([workload('Teams', FILED)]), undefined);
    const [taken] = addPoe(['teams'], [again])([workload('Teams', TAKEN_OUT)]) ?? [];
    assert.deepEqual(taken?.poe, [...TAKEN_OUT.poe, again]);
    assert.equal(withdrawPoe(['teams'], poe('a'), WITHDRAWN)(taken ? [taken] : []), undefined);
    assert.equal(taken && workloadState(taken), 'to upload');
  });

  it('is left alone when the claim has no workload of that key', () => {
    for (const key of ['', 'nothing', 'Teams', '__proto__', 'constructor'])
      for (const change of [disengage(key, MARK), engage(key), confirm(key, MARK), unconfirm(key)])
        assert.equal(change([workload('Teams')]), undefined);
  });
});

describe('a claim', () => {
  it('counts when it is approved and migrated, in any spelling of the mark', () => {
    for (const name of [
      'Contoso FRP Migrated FRP',
      'frp migrated frp',
      'X_FRPMigratedFRP_2',
      'FRP\u00a0 MIGRATED\tFRP',
    ])
      assert.equal(noticeOf({ name, status: 'Approved' }, NOTICES)?.name, 'cpor-2020', name);
    for (const name of ['', 'Contoso', 'FRP Migrated', 'FRP-Migrated-FRP', 'Migrated FRP FRP'])
      assert.equal(noticeOf({ name, status: 'Approved' }, NOTICES), undefined, name);
  });

  it('does not count when its status is another one', () => {
    for (const status of ['approved', ' APPROVED '])
      assert.equal(noticeOf({ name: FIELDS.name, status }, NOTICES)?.name, 'cpor-2020', status);
    for (const status of ['', 'Not approved', 'Approved?', 'Pending', 'Rejected', 'Disapproved'])
      assert.equal(noticeOf({ name: FIELDS.name, status }, NOTICES), undefined, status);
  });

  it('counts for the notice whose mark is in its name, for the first of them where there are several', () => {
    const both = [CPOR_2020, { name: 'other', nameMark: 'DRP Migrated' }];
    const counted = (name: string) => derive({ ...FIELDS, name }, [workload('W')], both);
    assert.equal(counted('A (FRP Migrated FRP)').notice, 'cpor-2020');
    assert.deepEqual([counted('A (DRP Migrated)').notice, counted('A (DRP Migrated)').rank], ['other', RANK.toCollect]);
    assert.equal(counted('DRP Migrated, FRP Migrated FRP').notice, 'cpor-2020');
    assert.deepEqual([counted('A').notice, counted('A').rank], ['', RANK.doesNotCount]);
  });

  it('ranks by what is most urgent among its workloads', () => {
    const rank = (...facts: Partial<Workload>[]) =>
      derive(
        FIELDS,
        facts.map((fact, i) => workload(`W${i}`, fact)),
        NOTICES,
      ).rank;
    assert.equal(rank({ confirmed: MARK }, FILED, {}), RANK.toCollect);
    assert.equal(rank({ confirmed: MARK }, FILED, { notEngaged: MARK }), RANK.toUpload);
    assert.equal(rank({ confirmed: MARK }, TAKEN_OUT), RANK.toCollect);
    assert.equal(rank({ confirmed: MARK }, { notEngaged: MARK }), RANK.nothingLeft);
    assert.equal(rank(), RANK.nothingLeft);
    assert.equal(derive({ ...FIELDS, status: 'Rejected' }, [workload('W')], NOTICES).rank, RANK.doesNotCount);
  });

  it('names its open workloads, those to collect first, and counts both kinds', () => {
    const { openWorkloads, toCollect, toUpload } = derive(
      FIELDS,
      [
        workload('Up', FILED),
        workload('Gone', { notEngaged: MARK }),
        workload('Collect'),
        workload('Done', { confirmed: MARK }),
      ],
      NOTICES,
    );
    assert.deepEqual(
      { openWorkloads, toCollect, toUpload },
      { openWorkloads: ['collect', 'up'], toCollect: 1, toUpload: 1 },
    );
  });

  it('is found by customer, claim, domain and owner, accents and case aside, and by nothing across two of them', () => {
    const owner = { key: 'name:adele', label: 'Adèle Vance' };
    const { searchKey } = derive(
      { ...FIELDS, customerName: 'Müller  Söhne', customerDomain: 'M.example', owner },
      [],
      NOTICES,
    );
    for (const part of ['muller sohne', 'clm-1001', 'm.example', 'adele vance'])
      assert.ok(searchKey.includes(part), part);
    assert.ok(!searchKey.includes('sohne clm'));
  });

  it('is offered for disassociation when all of its workloads are left, and not when it has none', () => {
    const gone = workload('A', { notEngaged: MARK });
    assert.equal(isDisengagedClaim(claimRecord({}, [gone, workload('B', { notEngaged: MARK })])), true);
    assert.equal(isDisengagedClaim(claimRecord({}, [gone, workload('B')])), false);
    assert.equal(isDisengagedClaim(claimRecord({}, [])), false);
  });
});
