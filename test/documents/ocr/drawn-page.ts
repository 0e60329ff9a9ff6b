/** A page drawn from scratch and then spoilt as scanners and telephones do, as a PNG. */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('@fontsource/arimo/files/arimo-latin-400-normal.woff2'), 'Drawn');

/** A4 at 170 dots an inch. */
const [WIDTH, HEIGHT] = [1405, 1988];

export interface Pen {
  text(words: string, x: number, y: number): void;
  line(x0: number, y0: number, x1: number, y1: number): void;
  /** To tick; `y` is where the words beside it stand. */
  box(x: number, y: number, ticked: boolean): void;
  /** Waves of a hand, from `x` on, that stand on `y`. */
  scrawl(x: number, y: number): void;
}

export interface Spoilt {
  /** Degrees, clockwise. */
  readonly turned?: number;
  /** The fold of a book at the left, and dirt. */
  readonly dark?: boolean;
}

export function drawnPage(draw: (pen: Pen) => void, { turned = 0, dark = false }: Spoilt = {}): Promise<Buffer> {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f4f2';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  draw(penOn(context));
  if (dark) darken(context);
  return sharp(canvas.toBuffer('image/png')).rotate(turned, { background: '#f4f4f2' }).jpeg({ quality: 80 }).toBuffer();
}

function penOn(context: SKRSContext2D): Pen {
  context.fillStyle = '#111';
  context.strokeStyle = '#111';
  context.font = '25px Drawn';
  context.lineWidth = 2;
  const stroke = (points: readonly (readonly [number, number])[]): void => {
    context.beginPath();
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.stroke();
  };
  return {
    text: (words, x, y) => context.fillText(words, x, y),
    line: (x0, y0, x1, y1) =>
      stroke([
        [x0, y0],
        [x1, y1],
      ]),
    box: (x, y, ticked) => {
      context.strokeRect(x, y - 21, 22, 22);
      if (ticked) context.fillText('x', x + 5, y - 3);
    },
    scrawl: (x, y) =>
      stroke(
        Array.from(
          { length: 90 },
          (_, at) => [x + at * 2.4, y - 18 - 16 * Math.sin(at / 3) * Math.cos(at / 11)] as const,
        ),
      ),
  };
}

/** Repeats itself exactly: a shadow, and a speck each so many pixels. */
function darken(context: SKRSContext2D): void {
  const shadow = context.createLinearGradient(0, 0, WIDTH, 0);
  shadow.addColorStop(0, 'rgba(0, 0, 0, 0.6)');
  shadow.addColorStop(0.25, 'rgba(0, 0, 0, 0.15)');
  shadow.addColorStop(1, 'rgba(0, 0, 0, 0)');
  context.fillStyle = shadow;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#222';
  for (let at = 0; at < WIDTH * HEIGHT; at += 1847) context.fillRect(at % WIDTH, Math.floor(at / WIDTH), 1, 1);
}
