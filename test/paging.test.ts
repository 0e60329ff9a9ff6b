import assert from 'node:assert/strict';
import { hasNextPage, pageOf, pageWithin } from '../src/paging.ts';

describe('the page of a list', () => {
  const pages = (total: number, ...asked: number[]) => asked.map((page) => pageWithin(page, total, 8));

  it('is the one asked for', () => {
    assert.deepEqual(pages(17, 0, 1, 2), [0, 1, 2]);
  });

  it('is the last one where the one asked for lies past the end', () => {
    assert.deepEqual(pages(17, 3, 99), [2, 2]);
    assert.deepEqual(pages(16, 2), [1]);
  });

  it('is the first one where there is nothing to show, or where a page before it was asked for', () => {
    assert.deepEqual(pages(0, 0, 5), [0, 0]);
    assert.deepEqual(pages(17, -1), [0]);
  });

  it('has its part of the list, the last one what is left', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    assert.deepEqual(pageOf(all, 0, 2), { page: 0, rows: ['a', 'b'] });
    assert.deepEqual(pageOf(all, 9, 2), { page: 2, rows: ['e'] });
    assert.deepEqual(pageOf([], 1, 2), { page: 0, rows: [] });
  });

  it('has a next one where something comes after it', () => {
    assert.deepEqual(
      [0, 1, 2].map((page) => hasNextPage(page, 16, 8)),
      [true, false, false],
    );
    assert.equal(hasNextPage(1, 17, 8), true);
    assert.equal(hasNextPage(0, 0, 8), false);
  });
});
