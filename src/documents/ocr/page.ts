/** A scanned page, made ready to be read: upright, straight, on white paper, and taken apart into print, ruled lines and handwriting. Pure. */
import { around, type Rect, type Rulings } from '../tables.ts';
import { type TickBox, tickBoxes } from './boxes.ts';
import { dottedLines } from './dots.ts';
import { whitened } from './paper.ts';
import type { Picture } from './picture.ts';
import { letterHeight, postureOf } from './posture.ts';
import { rulingsOf } from './rulings.ts';
import { type Ink, inkOf, type Shape, shapesOf } from './shapes.ts';
import { quartered, turned, upended } from './straighten.ts';

export interface ScannedPage {
  /** What is left when ruled lines, handwriting and dirt are taken away. */
  readonly print: Picture;
  /** All but ruled lines and dirt. */
  readonly ink: Ink;
  readonly rulings: Rulings;
  /** Lines of dots, to write on. */
  readonly dotted: readonly Rect[];
  /** Strokes of a pen that are no letters. */
  readonly strokes: readonly Rect[];
  /** To tick. */
  readonly boxes: readonly TickBox[];
  /** Height of a small letter, in pixels. */
  readonly letter: number;
  /** Pixels of the picture in one of the page. */
  readonly scale: number;
}

/** Of small letters, in pixels, where a page has none. */
const USUAL_LETTER = 16;
/** Smaller ones are made larger: below, accents and thin strokes are lost. */
const LEAST_LETTER = 12;
const MOST_ENLARGED = 2;
/** On even paper, of white: thin lines that are seen lighter than letters. */
const RULED = 0.85 * 255;
/** In heights of a small letter: neither way larger than this is dirt, and no dot. */
const DIRT = 0.15;
/** In heights of a small letter: a dot over one, or behind it, is nearer. */
const AWAY = 0.6;
/** In heights of a small letter: what hangs together so far, and is mostly paper, is a stroke of a pen. */
const STROKE_WIDTH = 3.5;
const STROKE_HEIGHT = 0.8;
const STROKE_INK = 0.3;

export function scannedPage(picture: Picture): ScannedPage {
  const white = whitened(picture);
  const shapes = shapesOf(inkOf(white));
  const small = letterHeight(shapes) ?? USUAL_LETTER;
  const { onItsSide, onItsHead, lean } = postureOf(shapes, small);
  const enlarged = small < LEAST_LETTER ? Math.min(LEAST_LETTER / small, MOST_ENLARGED) : 1;
  const standing = onItsSide ? quartered(white) : white;
  const straight = lean === 0 && enlarged === 1 ? standing : turned(standing, -lean, enlarged);
  return takenApart(onItsHead ? upended(straight) : straight, small * enlarged, 1 / enlarged);
}

/** The page on its head, where it was taken for upright. */
export function otherWayUp({ print, ink, rulings, dotted, strokes, boxes, ...page }: ScannedPage): ScannedPage {
  const { width, height } = ink;
  const turn = ({ x0, y0, x1, y1 }: Rect): Rect => ({
    x0: width - x1,
    y0: height - y1,
    x1: width - x0,
    y1: height - y0,
  });
  return {
    ...page,
    print: upended(print),
    ink: { width, height, is: ink.is.toReversed() },
    rulings: { level: rulings.level.map(turn), upright: rulings.upright.map(turn) },
    dotted: dotted.map(turn),
    strokes: strokes.map(turn),
    boxes: boxes.map((box) => ({ ...box, ...turn(box) })),
  };
}

function takenApart(page: Picture, letter: number, scale: number): ScannedPage {
  const { width, height } = page;
  const print: Picture = { width, height, grey: page.grey.slice() };
  const rulings = rulingsOf(inkOf(page, RULED), letter);
  const ink = inkOf(page);
  for (const { x0, y0, x1, y1 } of [...rulings.level, ...rulings.upright]) {
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
      const [from, to] = [y * width + Math.max(0, x0 - 1), y * width + Math.min(width, x1 + 1)];
      print.grey.fill(WHITE, from, to);
      ink.is.fill(0, from, to);
    }
  }
  const shapes = shapesOf(ink);
  const boxes = tickBoxes(shapes, letter);
  const dots = dottedLines(shapes, letter);
  const dirt = [
    ...shapes.filter((shape) => isDirt(shape, ink, letter)),
    ...dots.flat(),
    ...boxes.flatMap(({ shapes: own }) => own),
  ];
  const strokes = shapes.filter((shape) => isStroke(shape, letter));
  for (const shape of [...dirt, ...strokes]) wipe(print, shape);
  for (const { runs } of dirt)
    for (let at = 0; at < runs.length; at += 3)
      ink.is.fill(
        0,
        (runs[at] as number) * width + (runs[at + 1] as number),
        (runs[at] as number) * width + (runs[at + 2] as number),
      );
  return { print, ink, rulings, dotted: dots.map(around), strokes, boxes, letter, scale };
}

const WHITE = 255;

/** A dot that is far from any letter. */
function isDirt({ x0, x1, y0, y1, ink: own }: Shape, { is, width, height }: Ink, letter: number): boolean {
  if (Math.max(x1 - x0, y1 - y0) > letter * DIRT) return false;
  const reach = Math.round(letter * AWAY);
  let around = -own;
  for (let y = Math.max(0, y0 - reach); y < Math.min(height, y1 + reach); y++)
    for (let x = Math.max(0, x0 - reach); x < Math.min(width, x1 + reach); x++) around += is[y * width + x] as number;
  return around < letter / 2;
}

function isStroke({ x0, y0, x1, y1, ink }: Shape, letter: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width >= letter * STROKE_WIDTH && height >= letter * STROKE_HEIGHT && ink <= width * height * STROKE_INK;
}

/** With the grey pixels around it. */
function wipe({ width, height, grey }: Picture, { runs }: Shape): void {
  for (let at = 0; at < runs.length; at += 3) {
    const [line, from, to] = [runs[at] as number, runs[at + 1] as number, runs[at + 2] as number];
    for (let y = Math.max(0, line - 1); y <= Math.min(height - 1, line + 1); y++)
      grey.fill(WHITE, y * width + Math.max(0, from - 1), y * width + Math.min(width, to + 1));
  }
}
