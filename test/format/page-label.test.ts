import assert from 'node:assert/strict';
import { pageLabel } from '../../src/format/page-label.ts';

describe('the label of a page', () => {
  const part = { page: 0, pageSize: 8, shown: 8, total: 42 };

  it('names the first and the last of the rows shown, and how many there are', () => {
    assert.equal(pageLabel(part, 'en-US'), '1–8 of 42');
    assert.equal(pageLabel({ ...part, page: 5, shown: 2 }, 'en-US'), '41–42 of 42');
  });

  it('names no rows that have gone in between', () => {
    assert.equal(pageLabel({ ...part, page: 1, shown: 5 }, 'en-US'), '9–13 of 42');
  });

  it('is empty where one page holds all', () => {
    assert.equal(pageLabel({ ...part, shown: 8, total: 8 }, 'en-US'), '');
    assert.equal(pageLabel({ ...part, shown: 0, total: 0 }, 'en-US'), '');
    assert.notEqual(pageLabel({ ...part, total: 9 }, 'en-US'), '');
  });

  it('writes numbers as the reader does', () => {
    const far = { page: 150, pageSize: 8, shown: 8, total: 12_345 };
    assert.equal(pageLabel(far, 'en-US'), '1,201–1,208 of 12,345');
    assert.equal(pageLabel(far, 'da-DK'), '1.201–1.208 of 12.345');
  });
});
