import assert from 'node:assert/strict';
import { layOut, type Piece } from '../../src/documents/layout.ts';
import { type Rect, type Rulings, tableCells } from '../../src/documents/tables.ts';

const level = (y: number, x0: number, x1: number): Rect => ({ x0, x1, y0: y, y1: y + 1 });
const upright = (x: number, y0: number, y1: number): Rect => ({ x0: x, x1: x + 1, y0, y1 });
const GRID: Rulings = {
  level: [level(100, 0, 300), level(140, 0, 300), level(200, 0, 300)],
  upright: [upright(0, 100, 200), upright(100, 100, 200), upright(300, 100, 200)],
};
const cellsOf = (rulings: Rulings): string[] =>
  tableCells(rulings).map(
    ({ row, x0, x1, y0, y1 }) => `${row}: ${[x0, x1, y0, y1].map((place) => Math.round(place / 10) * 10).join(' ')}`,
  );

describe('the cells of a table', () => {
  it('stand between its ruled lines', () =>
    assert.deepEqual(cellsOf(GRID), [
      '0: 0 100 100 140',
      '0: 100 300 100 140',
      '1: 0 100 140 200',
      '1: 100 300 140 200',
    ]));
  it('reach over rows and columns where no line parts them', () =>
    assert.deepEqual(
      cellsOf({
        level: [level(100, 0, 300), level(140, 100, 300), level(200, 0, 300)],
        upright: [upright(0, 100, 200), upright(100, 100, 200), upright(200, 140, 200), upright(300, 100, 200)],
      }),
      ['0: 0 100 100 200', '0: 100 300 100 140', '1: 100 200 140 200', '1: 200 300 140 200'],
    ));
  it('need no lines at its sides', () =>
    assert.equal(cellsOf({ ...GRID, upright: [upright(100, 100, 200)] }).length, 4));
  it('are none in a frame, and none between lines alone', () => {
    assert.deepEqual(cellsOf({ level: [level(0, 0, 300), level(200, 0, 300)], upright: [upright(0, 0, 200)] }), []);
    assert.deepEqual(cellsOf({ ...GRID, upright: [] }), []);
  });
});

describe('lines of a page with a table', () => {
  const piece = (text: string, from: number, y: number): Piece => ({
    text,
    from,
    to: from + text.length * 6,
    y,
    height: 10,
  });
  const linesOf = (...pieces: readonly Piece[]): string[] =>
    layOut(pieces, { cells: tableCells(GRID) }).map((line) => line.map(({ text }) => text).join(' | '));

  it('are parted by its cells, however near they stand', () =>
    assert.deepEqual(linesOf(piece('Customer number', 2, 120), piece('4711', 104, 121), piece('above', 2, 80)), [
      'above',
      'Customer number | 4711',
    ]));
  it('have a cell of one line beside the first line of its row', () =>
    assert.deepEqual(
      linesOf(
        piece('For Trey', 2, 155),
        piece('Research', 2, 170),
        piece('Jane Doe', 110, 185),
        piece('below', 2, 220),
      ),
      ['For Trey | Jane Doe', 'Research', 'below'],
    ));
  it('have as many lines of cells side by side, however high they hang', () =>
    assert.deepEqual(
      linesOf(
        piece('Signature', 2, 150),
        piece('J. Doe', 2, 180),
        piece('Name', 110, 152),
        piece('Jane Doe', 110, 168),
      ),
      ['Signature | Name', 'J. Doe | Jane Doe'],
    ));
});
