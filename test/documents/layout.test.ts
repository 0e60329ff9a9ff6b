import assert from 'node:assert/strict';
import { layOut, type Piece, tidy } from '../../src/documents/layout.ts';

const word = (text: string, from: number, y: number, height = 10): Piece => ({
  text,
  from,
  to: from + text.length * height * 0.5,
  y,
  height,
});
const picture = (from: number, y: number, height: number): Piece => ({
  text: '',
  from,
  to: from + 90,
  y,
  height,
  mark: { kind: 'picture' },
});
const rows = (...pieces: readonly Piece[]): string[] =>
  layOut(pieces).map((line) => line.map(({ text, mark }) => text || `{${mark?.kind}}`).join(' | '));

describe('lines of a page, by position', () => {
  it('holds what stands at one height, columns apart', () =>
    assert.deepEqual(rows(word('Name', 0, 100), word('Date', 200, 102), word('Next', 0, 114)), [
      'Name | Date',
      'Next',
    ]));
  it('keeps what was filled in at the end of a line apart from its label, and joins it within a sentence', () => {
    const filled = (text: string, from: number): Piece => ({ ...word(text, from, 100), filled: true });
    assert.deepEqual(rows(word('Signature', 0, 100), filled('Jane Doe', 46)), ['Signature | Jane Doe']);
    assert.deepEqual(rows(word('I,', 0, 100), filled('Jane Doe', 12), word('agree', 56, 100)), ['I, Jane Doe agree']);
  });
  it('puts a name in large letters in the line of its label', () =>
    assert.deepEqual(rows(word('Signature', 0, 100), word('Jane Doe', 200, 94, 21), word('Date', 0, 120)), [
      'Signature | Jane Doe',
      'Date',
    ]));
  it('puts a picture in the line on which it stands, and never two lines into one', () =>
    assert.deepEqual(
      rows(word('For the customer', 0, 80), word('Signature:', 0, 100), picture(80, 92, 34), word('Date:', 0, 114)),
      ['For the customer', 'Signature: | {picture}', 'Date:'],
    ));
  it('leaves a picture between two lines alone', () =>
    assert.deepEqual(rows(word('Signature', 0, 100), picture(0, 120, 20), word('Jane Doe', 0, 140)), [
      'Signature',
      '{picture}',
      'Jane Doe',
    ]));
});

describe('words as they are read', () => {
  for (const [text, expected] of [
    ['O U T  O F  S C O P E', 'OUT OF SCOPE'],
    ['S C O P E', 'SCOPE'],
    ['Plan A or B', 'Plan A or B'],
    ['A B C', 'A B C'],
  ] as const) {
    it(`“${text}” is “${expected}”`, () => assert.equal(tidy(text), expected));
  }
});
