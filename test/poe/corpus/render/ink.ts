/** Handwriting: a name in a hand of its own, or strokes. The same name gives the same strokes. */

import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { SeededRandom } from '../../../../scripts/sample/random.ts';

const require = createRequire(import.meta.url);
const FONTS = [
  ['Sheet', require.resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2')],
  ['SheetBold', require.resolve('@fontsource/arimo/files/arimo-latin-700-normal.woff2')],
  ['Book', require.resolve('@fontsource/tinos/files/tinos-latin-400-normal.woff2')],
  ['BookBold', require.resolve('@fontsource/tinos/files/tinos-latin-700-normal.woff2')],
  ['Hand', require.resolve('@fontsource/caveat/files/caveat-latin-500-normal.woff2')],
] as const;

for (const [family, file] of FONTS) GlobalFonts.registerFromPath(file, family);

/** Strokes within a box of 1 × 1, as x, y, x, y … each. */
export function strokesOf(name: string): number[][] {
  const random = new SeededRandom(
    [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7),
  );
  const part = () => random.below(1000) / 1000;
  const stroke: number[] = [];
  const loops = 7 + random.below(5);
  for (let at = 0; at <= loops * 12; at += 1) {
    const angle = (at / 12) * Math.PI * 2;
    const high = 0.16 + 0.12 * Math.sin(at * 0.37 + loops);
    stroke.push(
      0.05 + (0.8 * at) / (loops * 12) + 0.05 * Math.cos(angle) + 0.01 * part(),
      0.55 + high * Math.sin(angle),
    );
  }
  const flourish = Array.from({ length: 20 }, (_, at) => [0.02 + at * 0.049, 0.88 - 0.1 * Math.sin(at / 5)]).flat();
  return [stroke, flourish];
}

export function drawInk(
  context: SKRSContext2D,
  name: string,
  box: { x: number; y: number; width: number; height: number },
): void {
  const { x, y, width, height } = box;
  context.strokeStyle = '#1b2a6b';
  context.lineWidth = Math.max(1.2, height / 22);
  context.lineCap = 'round';
  const [loops = [], flourish = []] = strokesOf(name);
  const lettered = name.length % 2 === 0;
  if (lettered) {
    // A name that can nearly be read, with a flourish beneath.
    context.fillStyle = '#1b2a6b';
    context.font = `${height * 0.95}px Hand`;
    const letters = name.replaceAll(/(\p{L}{3})\p{L}+/gu, '$1');
    context.save();
    context.translate(x + width * 0.05, y + height * 0.75);
    context.transform(1, -0.06, -0.25, 1, 0, 0);
    context.fillText(letters, 0, 0, width * 0.85);
    context.restore();
  }
  for (const stroke of lettered ? [flourish] : [loops, flourish]) {
    context.beginPath();
    for (let at = 0; at < stroke.length; at += 2) {
      const to = [x + (stroke[at] ?? 0) * width, y + (stroke[at + 1] ?? 0) * height] as const;
      if (at === 0) context.moveTo(...to);
      else context.lineTo(...to);
    }
    context.stroke();
  }
}

/** A picture of a signature, for files that hold pictures. */
export function inkPng(name: string): Buffer {
  const canvas = createCanvas(420, 110);
  drawInk(canvas.getContext('2d'), name, { x: 0, y: 0, width: 420, height: 110 });
  return canvas.toBuffer('image/png');
}
