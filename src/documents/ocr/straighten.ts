/** Turns a page, and brings it to another size. Pure. */
import type { Picture } from './picture.ts';

const WHITE = 255;

/**
 * Around its middle; the corners of a page that leans are cut off.
 * @param degrees clockwise
 * @param scale of the new page to the old one
 */
export function turned(picture: Picture, degrees: number, scale = 1): Picture {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const grey = new Uint8Array(width * height);
  const radians = (degrees * Math.PI) / 180;
  const [across, down] = [Math.cos(radians) / scale, Math.sin(radians) / scale];
  for (let y = 0; y < height; y++) {
    const fromMiddle = y + 0.5 - height / 2;
    let oldX = picture.width / 2 - 0.5 + fromMiddle * down + (0.5 - width / 2) * across;
    let oldY = picture.height / 2 - 0.5 + fromMiddle * across - (0.5 - width / 2) * down;
    for (let x = 0; x < width; x++) {
      grey[y * width + x] = greyAt(picture, oldX, oldY);
      oldX += across;
      oldY -= down;
    }
  }
  return { width, height, grey };
}

/** Between its four neighbours. */
function greyAt({ width, height, grey }: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return WHITE;
  const at = top * width + left;
  const [dx, dy] = [x - left, y - top];
  const above = (grey[at] as number) * (1 - dx) + (grey[at + 1] as number) * dx;
  const beneath = (grey[at + width] as number) * (1 - dx) + (grey[at + width + 1] as number) * dx;
  return above * (1 - dy) + beneath * dy;
}

/** On its head. */
export function upended({ width, height, grey }: Picture): Picture {
  return { width, height, grey: grey.toReversed() };
}

/** By a quarter, clockwise. */
export function quartered({ width, height, grey }: Picture): Picture {
  const turned = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = grey[y * width + x] as number;
  return { width: height, height: width, grey: turned };
}
