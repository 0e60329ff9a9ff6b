/** The ways in which a part of a page is drawn to be looked at: handwriting is read in one of them that is not in another. Pure. */
import type { Rect } from '../tables.ts';
import type { Picture } from './picture.ts';
import type { Crop } from './unread-parts.ts';

/** How a part is drawn for one look at it. */
export interface Look {
  readonly scale: number;
  /** In heights: how far it is pushed, against the way that handwriting leans. */
  readonly slant: number;
  /** Strokes of a fine pen are made thicker. */
  readonly bold: boolean;
  /** Of dates without words: it takes nothing for a letter. */
  readonly onlyFigures?: boolean;
}

export const LOOKS: readonly Look[] = [
  { scale: 1, slant: 0, bold: false },
  { scale: 0.7, slant: 0, bold: true },
  { scale: 0.7, slant: 0, bold: false },
  { scale: 1, slant: 0, bold: true },
  { scale: 0.7, slant: 0.2, bold: false },
  { scale: 1, slant: 0.2, bold: false },
  { scale: 0.5, slant: 0, bold: false },
  { scale: 1, slant: 0, bold: false, onlyFigures: true },
  { scale: 0.7, slant: 0, bold: true, onlyFigures: true },
  { scale: 0.7, slant: 0.2, bold: false, onlyFigures: true },
];
/** So many looks tell whether there are figures enough for a date. */
export const FIRST_LOOKS = 2;
/** A part as one look has it, dark on white. */
export function drawn({ ink: { width, height, is } }: Crop, { scale, slant, bold }: Look): Picture {
  const shift = slant * height;
  const [wide, high] = [Math.ceil((width + shift) * scale), Math.ceil(height * scale)];
  const grey = new Uint8Array(wide * high).fill(255);
  const at = (x: number, y: number): number =>
    x >= 0 && y >= 0 && x < width && y < height ? (is[y * width + x] as number) : 0;
  const side = Math.max(1, Math.round(1 / scale));
  for (let y = 0; y < high; y++) {
    const top = Math.floor(y / scale);
    const lean = slant * (height - top);
    for (let x = 0; x < wide; x++) {
      const start = Math.floor(x / scale - shift + lean);
      let dark = 0;
      for (let dy = 0; dy < side + 1; dy++) for (let dx = 0; dx < side + 1; dx++) dark += at(start + dx, top + dy);
      const share = Math.min(1, (dark / ((side + 1) * (side + 1))) * (bold ? 2.5 : 1.2));
      grey[y * wide + x] = 255 - Math.round(share * 255);
    }
  }
  return { width: wide, height: high, grey };
}

/** A box of a look's picture, on the page: its slant aside, which moves words by less than one. */
export function onPage({ x0, y0 }: Crop, { scale }: Look, box: Rect): Rect {
  return {
    x0: x0 + box.x0 / scale,
    y0: y0 + box.y0 / scale,
    x1: x0 + box.x1 / scale,
    y1: y0 + box.y1 / scale,
  };
}
