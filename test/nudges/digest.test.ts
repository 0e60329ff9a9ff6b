import assert from 'node:assert/strict';
import { type LeadsDigest, MOST_NAMED, withSlice } from '../../src/nudges/digest.ts';
import type { Plan, Recipient } from '../../src/nudges/plan.ts';
import { NOTHING_OPEN, recipient } from './recipients.ts';

const UNOWNED = { toCollect: 4, toUpload: 0, mostUrgent: ['a-7'] };
const EMPTY: LeadsDigest = { unowned: UNOWNED, unreached: [], unreachedInAll: 0 };
const UNREACHABLE: Plan = { kind: 'never', why: 'unreachable' };
const planned = (facts: Partial<Recipient>, plan: Plan = UNREACHABLE) => ({
  recipient: recipient(facts),
  plan,
  skip: [],
});
const open = (toCollect: number, toUpload = 0) => ({ ...NOTHING_OPEN, toCollect, toUpload });

describe('the leads’ digest', () => {
  it('names who cannot be reached, why, and with how many open claims, the most first', () => {
    const slices = [
      [planned({ id: 'alex', name: 'Alex Wilber', reach: 'blocked', open: open(1, 1) })],
      [
        planned({ id: 'megan', name: 'Megan Bowen', reach: 'never installed', open: open(2) }),
        planned({ id: 'patti', name: 'Patti Fernandez', reach: 'never installed', open: open(0, 9) }),
      ],
    ];
    assert.deepEqual(slices.reduce(withSlice, EMPTY), {
      unowned: UNOWNED,
      unreached: [
        { id: 'patti', name: 'Patti Fernandez', reach: 'never installed', open: 9 },
        { id: 'alex', name: 'Alex Wilber', reach: 'blocked', open: 2 },
        { id: 'megan', name: 'Megan Bowen', reach: 'never installed', open: 2 },
      ],
      unreachedInAll: 3,
    });
  });

  it('leaves out who is due, who waits, and who wants no reminders', () => {
    const milestone = { key: 'before-7', day: '2020-06-23' };
    const slice = [
      planned({}, { kind: 'due', milestone }),
      planned({}, { kind: 'later', milestone, at: new Date(0), why: 'outside hours' }),
      planned({ remindersOff: true }, { kind: 'never', why: 'off' }),
      planned({ reach: 'blocked', open: NOTHING_OPEN }, { kind: 'never', why: 'nothing open' }),
    ];
    assert.deepEqual(withSlice(EMPTY, slice), EMPTY);
  });

  it('names no more than a card has room for, and counts all', () => {
    const slices = Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: 20 }, (_, j) =>
        planned({ id: `${i}-${j}`, name: `Owner ${i}-${j}`, reach: 'blocked', open: open(1 + i * 20 + j) }),
      ),
    );
    const { unreached, unreachedInAll } = slices.reduce(withSlice, EMPTY);
    assert.equal(unreachedInAll, 200);
    assert.deepEqual(
      unreached.map(({ open }) => open),
      Array.from({ length: MOST_NAMED }, (_, i) => 200 - i),
    );
  });
});
