/** Finds the cells of tables between ruled lines. Pure. */

/** `x1` and `y1` are behind it. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The smallest one around all of these. */
export function around(boxes: readonly Rect[]): Rect {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

export interface Rulings {
  /** From left to right. */
  readonly level: readonly Rect[];
  /** From top to bottom. */
  readonly upright: readonly Rect[];
}

export interface TableCell extends Rect {
  /** Which table it is of, and its row there, from 0: the first of several that it reaches over. */
  readonly table: number;
  readonly row: number;
}

/** Of the widest line: lines that end so near to another one touch it. */
const NEAR = 0.006;

/** Frames around one cell are none. */
export function tableCells(rulings: Rulings): TableCell[] {
  const near = NEAR * Math.max(0, ...rulings.level.map(({ x0, x1 }) => x1 - x0));
  return connected(rulings, near)
    .map((table) => cellsOf(table, near))
    .filter((cells) => cells.length > 1)
    .flatMap((cells, table) => cells.map((cell) => ({ ...cell, table })));
}

export function cellAt(cells: readonly TableCell[], x: number, y: number): TableCell | undefined {
  return cells.find((cell) => cell.x0 <= x && x < cell.x1 && cell.y0 <= y && y < cell.y1);
}

/** Pixels: cells are looked for in squares of this side. */
const SQUARE = 64;

/** Finds the cell at a place, for those who ask at very many: squared paper has thousands. */
export function cellFinder(cells: readonly TableCell[]): (x: number, y: number) => TableCell | undefined {
  const squares = new Map<string, TableCell[]>();
  for (const cell of cells)
    for (let x = Math.floor(cell.x0 / SQUARE); x <= Math.floor(cell.x1 / SQUARE); x++)
      for (let y = Math.floor(cell.y0 / SQUARE); y <= Math.floor(cell.y1 / SQUARE); y++) {
        const own = squares.get(`${x} ${y}`);
        if (own === undefined) squares.set(`${x} ${y}`, [cell]);
        else own.push(cell);
      }
  return (x, y) => cellAt(squares.get(`${Math.floor(x / SQUARE)} ${Math.floor(y / SQUARE)}`) ?? [], x, y);
}

/** Lines that touch each other, directly or by others. */
function connected({ level, upright }: Rulings, near: number): Rulings[] {
  const left = { level: new Set(level), upright: new Set(upright) };
  const found: Rulings[] = [];
  for (const start of level) {
    if (!left.level.delete(start)) continue;
    const table = { level: [start], upright: [] as Rect[] };
    for (let next: readonly Rect[] = [start]; next.length > 0; ) {
      const uprights = [...left.upright].filter((line) => next.some((other) => touch(other, line, near)));
      for (const line of uprights) left.upright.delete(line);
      table.upright.push(...uprights);
      next = [...left.level].filter((line) => uprights.some((other) => touch(line, other, near)));
      for (const line of next) left.level.delete(line);
      table.level.push(...next);
    }
    if (table.level.length > 1 && table.upright.length > 0) found.push(table);
  }
  return found;
}

function touch(one: Rect, other: Rect, near: number): boolean {
  return (
    one.x0 - near <= other.x1 && other.x0 <= one.x1 + near && one.y0 - near <= other.y1 && other.y0 <= one.y1 + near
  );
}

/** Of a grid of all lines, its fields where no line parts them make one cell. */
function cellsOf({ level, upright }: Rulings, near: number): Omit<TableCell, 'table'>[] {
  // A table may have no borders at its sides.
  const xs = places([...upright.map(middleX), ...level.flatMap(({ x0, x1 }) => [x0, x1])], near);
  const ys = places([...level.map(middleY), ...upright.flatMap(({ y0, y1 }) => [y0, y1])], near);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owners = Array.from({ length: columns * rows }, (_, at) => at);
  const ownerOf = (at: number): number => (owners[at] === at ? at : ownerOf(owners[at] as number));
  const join = (one: number, other: number): void => {
    owners[ownerOf(other)] = ownerOf(one);
  };
  for (let row = 0; row < rows; row++) {
    const y = middle(ys, row);
    for (let column = 0; column < columns; column++) {
      const x = middle(xs, column);
      const [at, right, bottom] = [row * columns + column, xs[column + 1] as number, ys[row + 1] as number];
      const partsColumns = upright.some(
        (line) => Math.abs(middleX(line) - right) <= near && line.y0 <= y && line.y1 >= y,
      );
      const partsRows = level.some((line) => Math.abs(middleY(line) - bottom) <= near && line.x0 <= x && line.x1 >= x);
      if (column + 1 < columns && !partsColumns) join(at, at + 1);
      if (row + 1 < rows && !partsRows) join(at, at + columns);
    }
  }
  const fields = Map.groupBy(owners.keys(), ownerOf);
  return [...fields.values()].map((members) => {
    const inRows = members.map((at) => Math.floor(at / columns));
    const inColumns = members.map((at) => at % columns);
    const [first, top] = [Math.min(...inColumns), Math.min(...inRows)];
    return {
      row: top,
      x0: xs[first] as number,
      x1: xs[Math.max(...inColumns) + 1] as number,
      y0: ys[top] as number,
      y1: ys[Math.max(...inRows) + 1] as number,
    };
  });
}

/** Different ones, in order. */
function places(all: readonly number[], near: number): number[] {
  const found: number[] = [];
  for (const place of all.toSorted((a, b) => a - b))
    if (found.length === 0 || place - (found.at(-1) as number) > 2 * near) found.push(place);
  return found;
}

function middleX({ x0, x1 }: Rect): number {
  return (x0 + x1) / 2;
}

function middleY({ y0, y1 }: Rect): number {
  return (y0 + y1) / 2;
}

function middle(all: readonly number[], index: number): number {
  return ((all[index] as number) + (all[index + 1] as number)) / 2;
}
