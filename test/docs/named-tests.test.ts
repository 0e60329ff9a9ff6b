import assert from 'node:assert/strict';
import { NAMED, namedTests, readDocument } from './named-tests.ts';

/** Where what is said rests on tests, with what heads its tables. */
const DOCUMENTS: readonly [path: string, least: number, heads: RegExp][] = [
  ['docs/security.md', 40, /^\| (?:Way|What may get)/],
  ['README.md', 30, /^\| What +\|/],
];

for (const [path, least, heads] of DOCUMENTS)
  describe(`what ${path} says`, () => {
    const document = readDocument(path);

    it('rests on tests that are there', () => {
      const { count, missing } = namedTests(document);
      assert.deepEqual(missing, []);
      assert.ok(count >= least, `only ${count} tests were found`);
    });

    it('rests on one in each row', () => {
      const from = document.search(new RegExp(heads.source, 'm'));
      const rows = document
        .slice(from, path === 'README.md' ? document.indexOf('\n\n', from) : undefined)
        .split('\n')
        .filter((line) => line.startsWith('| ') && !line.startsWith('| --') && !heads.test(line));
      assert.ok(rows.length > 15, String(rows.length));
      assert.deepEqual(
        rows.filter((row) => row.match(NAMED) === null),
        [],
      );
    });
  });
