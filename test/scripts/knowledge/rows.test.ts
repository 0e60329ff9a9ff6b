/** What training learns from. */
import assert from 'node:assert/strict';
import { trainingRows } from '../../../scripts/knowledge/rows.ts';
import { parseSheet } from '../../../src/format/sheets.ts';
import { parseWords } from '../../../src/knowledge/classifier/words.ts';
import { writingOf } from '../../../src/knowledge/classifier/writing.ts';

const words = parseWords(
  parseSheet(`# Words

## Circumstances before

- (my|our) boss asked

## Circumstances after

- it is urgent
`),
  writingOf('en'),
);

function sentences(kind: 'topic' | 'none' | 'command' | 'smalltalk'): string[] {
  return trainingRows([{ kind, name: 'x', phrases: ['what is new'] }], words).map((row) => row.words.join(' '));
}

describe('the rows to train on', () => {
  for (const kind of ['topic', 'none', 'command'] as const)
    it(`hold each phrase of a ${kind} amid what people tell around it, too`, () => {
      const told = sentences(kind).filter((one) => one.includes('boss'));
      assert.ok(told.length > 0);
      for (const one of told) assert.match(one, /^(?:my|our) boss asked what is new(?: it is urgent)?$/);
      assert.ok(told.some((one) => one.endsWith('urgent')));
    });

  it('leave small talk as it is', () => {
    assert.deepEqual(sentences('smalltalk'), ['what is new']);
  });

  it('are the phrases alone, where no circumstances are known', () => {
    const none = parseWords(parseSheet('# Words\n'), writingOf('en'));
    const rows = trainingRows([{ kind: 'none', name: 'x', phrases: ['what is new'] }], none);
    assert.deepEqual(
      rows.map((row) => row.words),
      [['what', 'is', 'new']],
    );
  });
});
