import assert from 'node:assert/strict';
import type { PoeCheck, PoeRecord, Workload } from '../../../src/claims/claim.ts';
import { poeLacks } from '../../../src/claims/rules.ts';
import { documentsOf, documentWith } from '../../../src/poe/record/documents.ts';
import { MARK, poe, workload } from '../../claims/fixtures.ts';

const WITHDRAWN = { at: MARK.at, by: { userId: 'adele', name: 'Adele Vance' }, reason: 'wrong' };
const on = (day: number, record: PoeRecord): PoeRecord => ({ ...record, filedAt: `2020-06-0${day}T08:00:00.000Z` });
const lacking = (...lacks: PoeCheck['lacks']) => ({ check: { lacks, why: 'it follows' } });

describe('the documents of a claim', () => {
  const rowsOf = (...workloads: Workload[]) =>
    documentsOf({ workloads }).map(({ sha256, workloads: its, latestFor, withdrawn }) => [
      sha256,
      its.map(({ key }) => key).join(),
      withdrawn ? 'withdrawn' : latestFor.map(({ key }) => key).join(),
    ]);

  it('are a row for each of one filing, the newest first, and apart where they were withdrawn from some workloads', () => {
    const [a, b] = [on(1, poe('a')), on(2, poe('b'))];
    assert.deepEqual(rowsOf(workload('Teams', { poe: [a, b] }), workload('Yammer', { poe: [a] })), [
      ['b', 'teams', 'teams'],
      ['a', 'teams,yammer', 'yammer'],
    ]);
    const gone = { ...a, withdrawn: WITHDRAWN };
    assert.deepEqual(rowsOf(workload('Teams', { poe: [a] }), workload('Yammer', { poe: [gone] })), [
      ['a', 'teams', 'teams'],
      ['a', 'yammer', 'withdrawn'],
    ]);
    assert.deepEqual(rowsOf(workload('Teams')), []);
  });

  it('tell what they lack for any of their workloads, each once, at its worst', () => {
    const unsigned = { what: 'signature', state: 'unclear' } as const;
    const [row] = documentsOf({
      workloads: [
        workload('Teams', { poe: [{ ...poe('a'), ...lacking(unsigned) }] }),
        workload('Yammer', { poe: [{ ...poe('a'), ...lacking({ what: 'workload', state: 'missing' }, unsigned) }] }),
      ],
    });
    assert.deepEqual(row?.check, {
      lacks: [unsigned, { what: 'workload', state: 'missing' }],
      why: 'it follows',
    });
  });

  it('lack nothing any more for the claim once they are withdrawn', () => {
    const unsigned = { ...poe('b'), ...lacking({ what: 'signature', state: 'missing' }) };
    const lacks = (...records: PoeRecord[]) => poeLacks({ workloads: [workload('Teams', { poe: records })] });
    assert.equal(lacks(poe('a'), unsigned).length, 1);
    assert.deepEqual(lacks(poe('a'), { ...unsigned, withdrawn: WITHDRAWN }), []);
    assert.deepEqual(lacks({ ...unsigned, withdrawn: WITHDRAWN }), []);
  });

  it('are found by their bytes, as they were filed last, and those that count first', () => {
    const filed = (...records: PoeRecord[]) => documentWith({ workloads: [workload('Teams', { poe: records })] }, 'a');
    const [old, young] = [on(1, poe('a', 'old.pdf')), on(2, poe('a', 'young.pdf'))];
    assert.equal(filed(old, young)?.fileName, 'young.pdf');
    assert.equal(filed(old, { ...young, withdrawn: WITHDRAWN })?.fileName, 'old.pdf');
    assert.equal(filed({ ...old, withdrawn: WITHDRAWN })?.fileName, 'old.pdf');
    assert.equal(filed(poe('b')), undefined);
  });
});
