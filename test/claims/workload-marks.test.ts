import assert from 'node:assert/strict';
import { workloadMark } from '../../src/claims/normalise.ts';
import { countsByMark, workloadMarksOf } from '../../src/claims/workload-marks.ts';
import { claimRecord, MARK, workload } from './fixtures.ts';

describe('the workloads of a claim as one text', () => {
  it('is the same in whichever order an export has them, and another one once one of them is done', () => {
    const marks = (...names: string[]) =>
      claimRecord(
        {},
        names.map((name) => workload(name)),
      ).workloadMarks;
    assert.equal(marks('Teams', 'Intune'), marks('Intune', 'Teams'));
    assert.notEqual(claimRecord({}, [workload('Teams', { confirmed: MARK })]).workloadMarks, marks('Teams'));
  });

  it('is counted with each of the workloads, those that are open apart', () => {
    const counts = countsByMark(
      new Map([
        [workloadMarksOf(['teams', 'intune'], ['exchange']), 3],
        [workloadMarksOf([], ['teams', 'exchange']), 4],
        [workloadMarksOf([], []), 5],
        ['', 6],
      ]),
    );
    const of = (key: string) => counts.get(workloadMark(key));
    assert.deepEqual(
      [of('teams'), of('intune'), of('exchange'), counts.size],
      [{ open: 3, others: 4 }, { open: 3, others: 0 }, { open: 0, others: 7 }, 3],
    );
  });
});
