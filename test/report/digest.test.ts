import assert from 'node:assert/strict';
import { MOST_NAMED, type Owner } from '../../src/claims/owners.ts';
import { isEmptyDigest, isStalled, leadsDigest } from '../../src/report/digest.ts';

const UNOWNED = { toCollect: 4, toUpload: 0 };
const open = (toCollect: number, toUpload = 0) => ({ toCollect, toUpload });
const owner = (facts: Partial<Owner>): Owner => ({
  id: 'adele',
  name: 'Adele Vance',
  reach: 'reachable',
  open: open(2),
  keys: ['upn:adele'],
  ...facts,
});

describe('the leads’ digest', () => {
  it('names who cannot be reached, why, and with how many open claims', () => {
    const owners = [
      owner({ id: 'patti', name: 'Patti Fernandez', reach: 'never installed', open: open(0, 9) }),
      owner({}),
      owner({ id: 'alex', name: 'Alex Wilber', reach: 'blocked', open: open(1, 1) }),
    ];
    assert.deepEqual(leadsDigest('before-7', UNOWNED, owners, new Set()), {
      milestone: 'before-7',
      unowned: UNOWNED,
      unreached: [
        { id: 'patti', name: 'Patti Fernandez', reach: 'never installed', open: 9 },
        { id: 'alex', name: 'Alex Wilber', reach: 'blocked', open: 2 },
      ],
      unreachedInAll: 2,
      stalled: [],
      stalledInAll: 0,
    });
  });

  it('names the owners who let milestones pass, where they can be reached', () => {
    const owners = [owner({}), owner({ id: 'alex', name: 'Alex Wilber', reach: 'blocked' })];
    const { stalled, stalledInAll } = leadsDigest('before-7', UNOWNED, owners, new Set(['adele', 'alex']));
    assert.deepEqual(stalled, [{ id: 'adele', name: 'Adele Vance', open: 2 }]);
    assert.equal(stalledInAll, 1);
  });

  it('names no more than a card has room for, and counts all', () => {
    const owners = Array.from({ length: 200 }, (_, i) => owner({ id: `${i}`, reach: 'blocked', open: open(200 - i) }));
    const { unreached, unreachedInAll } = leadsDigest('before-7', UNOWNED, owners, new Set());
    assert.equal(unreachedInAll, 200);
    assert.deepEqual(
      unreached.map(({ open }) => open),
      Array.from({ length: MOST_NAMED }, (_, i) => 200 - i),
    );
  });

  it('is empty where every open claim has an owner who can be reached and goes on', () => {
    assert.equal(isEmptyDigest(leadsDigest('before-7', open(0), [owner({})], new Set())), true);
    assert.equal(isEmptyDigest(leadsDigest('before-7', open(0, 1), [], new Set())), false);
  });
});

describe('an owner lets two milestones pass', () => {
  const at = (day: string, toCollect: number) => ({ day, open: open(toCollect) });

  it('when as much is open as at the first of them', () => {
    assert.equal(isStalled([at('2020-06-16', 3), at('2020-05-31', 3)], open(3), '2020-06-23'), true);
  });

  it('not when something was done since', () => {
    assert.equal(isStalled([at('2020-05-31', 3), at('2020-06-16', 3)], open(2), '2020-06-23'), false);
    assert.equal(isStalled([at('2020-05-31', 3), at('2020-06-16', 2)], open(2), '2020-06-23'), false);
  });

  it('not on the very day of the second, which is still theirs', () => {
    assert.equal(isStalled([at('2020-05-31', 3), at('2020-06-16', 3)], open(3), '2020-06-16'), false);
  });

  it('not with nothing open, whatever was open then', () => {
    assert.equal(isStalled([at('2020-05-31', 0), at('2020-06-16', 0)], open(0), '2020-06-23'), false);
  });
});
