/** Pages as pictures, as a copier or a telephone leaves them: slightly turned, with noise, as JPEG. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import { SeededRandom } from '../../../../scripts/sample/random.ts';
import type { Draft, Mark } from '../model.ts';
import { drawInk } from './ink.ts';
import { type Font, type Style, type Surface, setPages } from './pages.ts';

export interface ScanStyle extends Style {
  dpi: number;
  /** Degrees, clockwise; 180 is upside down. */
  turn: number;
  /** Spread of the noise in grey levels; 0 for a clean copy. */
  noise: number;
  /** Of the JPEG between the copier and the file; 100 for none. */
  quality: number;
  book: boolean;
  /** Darker to the right, as a photograph taken by a window. */
  shadow: boolean;
  seed: number;
}

export async function renderScan(draft: Draft, style: ScanStyle, as: string): Promise<Uint8Array> {
  const surface = new Sheets(style.dpi / 72, style.book);
  setPages(draft, surface, style);
  // Copiers put JPEG into a pdf.
  const quality = as === 'pdf' ? Math.min(style.quality, 92) : style.quality;
  const pages = await Promise.all(surface.sheets.map((sheet, at) => copied(sheet, { ...style, quality }, at)));
  if (as === 'pdf') return bound(pages, style.dpi);
  const [first] = pages;
  if (first === undefined) throw new RangeError('a scan has a page');
  if (as === 'png') return sharp(first).png({ compressionLevel: 6 }).withMetadata({ density: style.dpi }).toBuffer();
  if (as === 'jpg')
    return sharp(first).jpeg({ quality: style.quality }).withMetadata({ density: style.dpi }).toBuffer();
  return (pages.length === 1 ? sharp(first) : sharp(pages, { join: { animated: true } }))
    .tiff({ compression: 'lzw', xres: style.dpi / 25.4, yres: style.dpi / 25.4 })
    .toBuffer();
}

async function copied(sheet: Canvas, style: ScanStyle, at: number): Promise<Buffer> {
  const { width, height } = sheet;
  const random = new SeededRandom(style.seed + at);
  const grey = await sharp(sheet.data(), { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .rotate(style.turn + (style.turn % 180 === 0 ? 0 : at * 0.3), { background: '#fbfbf8' })
    .resize(width, height, { fit: 'cover' })
    .greyscale()
    .blur(style.noise > 0 ? 0.5 : 0.3)
    .raw()
    .toBuffer();
  if (style.noise > 0) {
    // A strip of noise that does not divide the width, laid over the page again and again.
    const strip = Int8Array.from({ length: 65_537 }, () => random.below(style.noise * 2 + 1) - style.noise - 4);
    for (let pixel = 0; pixel < grey.length; pixel += 1)
      grey[pixel] = Math.max(0, Math.min(255, (grey[pixel] ?? 255) + (strip[pixel % strip.length] ?? 0)));
  }
  if (style.shadow)
    for (let pixel = 0; pixel < grey.length; pixel += 1)
      grey[pixel] = (grey[pixel] ?? 255) * (1 - (0.22 * (pixel % width)) / width);
  const picture = sharp(grey, { raw: { width, height, channels: 1 } });
  return style.quality < 100 ? picture.jpeg({ quality: style.quality }).toBuffer() : picture.png().toBuffer();
}

async function bound(pages: Buffer[], dpi: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setProducer('Office Copier 4.2');
  for (const page of pages) {
    const image = await pdf.embedJpg(page);
    const size = [(image.width * 72) / dpi, (image.height * 72) / dpi] as const;
    pdf.addPage([...size]).drawImage(image, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return pdf.save();
}

class Sheets implements Surface {
  readonly fields = false;
  readonly sheets: Canvas[] = [];
  readonly scale: number;
  readonly book: boolean;
  #context: SKRSContext2D = createCanvas(1, 1).getContext('2d');

  constructor(scale: number, book: boolean) {
    this.scale = scale;
    this.book = book;
  }

  page(): void {
    const canvas = createCanvas(Math.round(595 * this.scale), Math.round(842 * this.scale));
    this.#context = canvas.getContext('2d');
    this.#context.fillStyle = '#fff';
    this.#context.fillRect(0, 0, canvas.width, canvas.height);
    this.sheets.push(canvas);
  }

  #font({ size, bold, hand }: Font): void {
    const family = hand === true ? 'Hand' : `${this.book ? 'Book' : 'Sheet'}${bold === true ? 'Bold' : ''}`;
    this.#context.font = `${size * this.scale}px ${family}`;
  }

  width(text: string, font: Font): number {
    this.#font(font);
    return this.#context.measureText(text).width / this.scale;
  }

  text(text: string, x: number, y: number, font: Font): void {
    this.#font(font);
    this.#context.fillStyle = font.hand === true ? '#1b2a6b' : '#111';
    this.#context.fillText(text, x * this.scale, y * this.scale);
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.#context.strokeStyle = '#222';
    this.#context.lineWidth = this.scale * 0.7;
    this.#context.beginPath();
    this.#context.moveTo(x1 * this.scale, y1 * this.scale);
    this.#context.lineTo(x2 * this.scale, y2 * this.scale);
    this.#context.stroke();
  }

  ink(name: string, x: number, y: number, width: number, height: number): void {
    const by = (points: number) => points * this.scale;
    drawInk(this.#context, name, { x: by(x), y: by(y), width: by(width), height: by(height) });
  }

  check(_label: string, ticked: boolean, x: number, y: number): void {
    const side = 9;
    this.line(x, y, x + side, y);
    this.line(x, y - side, x + side, y - side);
    this.line(x, y, x, y - side);
    this.line(x + side, y, x + side, y - side);
    if (ticked) this.text('X', x + 1.2, y - 1, { size: 9.5, bold: true });
  }

  field(_name: string, value: string, x: number, y: number): void {
    this.text(value, x, y + 13, { size: 10 });
  }

  note(text: string, x: number, y: number): void {
    this.text(text, x, y + 12, { size: 13, hand: true });
  }

  signature(_mark: Mark & { is: 'field' }, x: number, y: number, width: number): void {
    this.line(x, y + 20, x + width, y + 20);
  }
}
