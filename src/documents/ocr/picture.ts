/** A page as a picture in shades of grey. */
import { UserError } from '../../errors.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel, row by row; 0 is black. */
  readonly grey: Uint8Array;
}

/** Pages, or frames, of one file; the time is enough for some twenty of them. */
const MAX_PAGES = 200;
/** Above, a picture takes more memory than reading may. */
const MAX_PIXELS = 50_000_000;
/** Pixels: what letters need, at 200 to 220 dots an inch; phones take more. */
const MOST_HIGH = 2_600;

/** How many pictures a file holds. @throws UserError for what is damaged or too large */
export async function picturePages(bytes: Buffer): Promise<number> {
  const { default: sharp } = await import('sharp');
  try {
    const { pages = 1, width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
    if (width * height > MAX_PIXELS) throw new UserError('file.zip-bomb');
    if (pages > MAX_PAGES) throw new UserError('file.too-many-pages', { maxPages: MAX_PAGES });
    return pages;
  } catch (cause) {
    throw refusal(cause);
  }
}

/** @param page from 0. @throws UserError for what is damaged or too large */
export async function openPicture(bytes: Buffer, page: number): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  try {
    const { data, info } = await sharp(bytes, { page, limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: MOST_HIGH, height: MOST_HIGH, fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, grey: firstChannel(data, info.channels) };
  } catch (cause) {
    throw refusal(cause);
  }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  return data.filter((_, index) => index % channels === 0);
}

function refusal(cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const tooLarge = cause instanceof Error && /pixel limit/i.test(cause.message);
  return new UserError(tooLarge ? 'file.zip-bomb' : 'file.damaged', undefined, { cause });
}

/** A file that tesseract reads, made faster than any compressed one (portable grey map). */
export function asPgm({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

/** Whether something is on it at all. */
export function isBlankPicture({ grey }: Picture): boolean {
  let least = 255;
  let most = 0;
  for (const value of grey) {
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least > 40) return false;
  }
  return true;
}
