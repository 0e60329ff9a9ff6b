/** Finds what is drawn on a page of a PDF: pictures, and strokes that may be handwriting. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Piece } from '../layout.ts';
import { type Box, Rules, straightLines } from './rules.ts';

export interface DrawnOnPage {
  /** Pictures that are not most of a page, and curves, as marks where they stand. */
  readonly pieces: readonly Piece[];
  /** Which share of the page pictures cover, up to 1. */
  readonly covered: number;
  /** How many shapes are drawn. */
  readonly paths: number;
  readonly rules: Rules;
}

type Matrix = readonly [number, number, number, number, number, number];
type Place = (x: number, y: number) => readonly [number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** Points: smaller than this is a bullet or a rule. */
const SMALLEST = 12;
/** A page of so many is a drawing; looking at each would take long. */
const MAX_BOXES = 2_000;
/** Curves in one shape from which on it may be handwriting: a rounded box has four. */
const FEWEST_CURVES = 5;
const CURVE = 2;

export async function drawnOnPage(page: PDFPageProxy, place: Place, area: number): Promise<DrawnOnPage> {
  const { pictures, strokes, paths, rules } = await boxesOf(page, place);
  const sizes = pictures.map((box) => (box.to - box.from) * (box.bottom - box.top));
  const covered = Math.min(1, sizes.reduce((sum, size) => sum + size, 0) / area);
  const small = pictures.filter((_, index) => (sizes[index] ?? 0) < area / 4);
  const pieces = [
    ...small.filter(isLarge).map((box): Piece => ({ ...asPiece(box), mark: { kind: 'picture' } })),
    ...strokes.filter(isLarge).map((box): Piece => ({ ...asPiece(box), mark: { kind: 'ink' } })),
  ];
  return { pieces, covered, paths, rules };
}

function isLarge({ from, to, top, bottom }: Box): boolean {
  return to - from >= SMALLEST * 2 && bottom - top >= SMALLEST / 2;
}

function asPiece({ from, to, top, bottom }: Box): Omit<Piece, 'mark'> {
  return { text: '', from, to, y: (top + bottom) / 2, height: bottom - top };
}

async function boxesOf(
  page: PDFPageProxy,
  place: Place,
): Promise<{ pictures: Box[]; strokes: Box[]; paths: number; rules: Rules }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Box[] = [];
  const strokes: Box[] = [];
  const rules = new Rules();
  let paths = 0;
  let matrix = IDENTITY;
  const stack: Matrix[] = [];
  for (const [index, fn] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    if (fn === OPS.save) stack.push(matrix);
    else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    else if (fn === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (fn === OPS.paintFormXObjectBegin) {
      stack.push(matrix);
      if (Array.isArray(args?.[0])) matrix = multiply(matrix, args[0] as unknown as Matrix);
    } else if (IMAGES.has(fn)) pictures.push(boxOf(matrix, [0, 0, 1, 1], place));
    else if (fn === OPS.constructPath) {
      paths++;
      const drawn = handDrawn(args);
      if (drawn !== undefined) strokes.push(boxOf(matrix, drawn, place));
      else if (args?.[0] !== OPS.endPath) for (const line of straightLines(args)) rules.add(boxOf(matrix, line, place));
    }
    if (pictures.length + strokes.length > MAX_BOXES) break;
  }
  return { pictures, strokes, paths, rules };
}

const IMAGES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]);

/** The corners of a shape of many curves; undefined for any other. */
function handDrawn(args: unknown[] | null): readonly number[] | undefined {
  const [, [data] = [], corners] = (args ?? []) as [number, [ArrayLike<number> | null]?, ArrayLike<number>?];
  if (data === null || data === undefined || corners === undefined || typeof data.length !== 'number') return undefined;
  let curves = 0;
  for (let at = 0; at < data.length; ) {
    const operator = data[at] ?? 0;
    if (operator === CURVE) curves++;
    // moveTo, lineTo, curveTo, quadraticCurveTo, closePath: each with its coordinates.
    at += 1 + ([2, 2, 6, 4, 0][operator] ?? 0);
  }
  return curves >= FEWEST_CURVES ? Array.from(corners) : undefined;
}

function boxOf(matrix: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], place: Place): Box {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) =>
    place(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]),
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { from: Math.min(...xs), to: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
