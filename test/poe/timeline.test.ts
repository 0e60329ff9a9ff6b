import assert from 'node:assert/strict';
import { timelineOf } from '../../src/poe/record/timeline.ts';
import { claimRecord, poe, workload } from '../claims/fixtures.ts';

const BY = { userId: 'adele', name: 'Adele Vance' };

describe('what was done with a claim', () => {
  const withdrawn = { at: '2020-06-18T08:00:00.000Z', by: BY, reason: 'the wrong customer' };
  const claim = {
    ...claimRecord({}, [
      workload('Teams', { poe: [{ ...poe('a'), withdrawn }, poe('b')] }),
      workload('Intune', { poe: [poe('a')] }),
    ]),
    history: [{ kind: 'confirm', at: '2020-06-17T08:00:00.000Z', by: BY, what: 'Intune' }] as const,
  };

  it('is told from the newest on, each document filed once, however many workloads it was filed for', () => {
    assert.deepEqual(
      timelineOf(claim, 10).map(({ kind, what, reason = '' }) => [kind, what, reason]),
      [
        ['withdraw', 'a.pdf', 'the wrong customer'],
        ['confirm', 'Intune', ''],
        ['file', 'a.pdf', ''],
        ['file', 'b.pdf', ''],
      ],
    );
  });

  it('is told as far back as somebody wants to know', () => {
    assert.deepEqual(
      timelineOf(claim, 2).map(({ kind }) => kind),
      ['withdraw', 'confirm'],
    );
  });
});
