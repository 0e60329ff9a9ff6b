import assert from 'node:assert/strict';
import { pageWithin } from '../src/paging.ts';

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
});
