/** Reads a PDF: words and marks of each page, by position. Runs in a process of its own. */
import { fileURLToPath } from 'node:url';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UserError } from '../../errors.ts';
import type { DocumentPage, ReadDocument } from '../document.ts';
import { layOut, type Piece } from '../layout.ts';
import type { PictureReader } from '../ocr/picture-reader.ts';
import { type DrawnOnPage, drawnOnPage } from './drawn.ts';
import { fieldPieces, type SignedFields, signedFields } from './fields.ts';
import { renderPage } from './render.ts';

const MAX_PAGES = 200;
/** Letters: a page that is one picture and has fewer is a scan. A stamp of a signing service is text on top of it. */
const SCAN_LETTERS = 100;

const PACKAGE = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
const folder = (name: string): string => fileURLToPath(new URL(`${name}/`, PACKAGE));

/** @throws UserError when it is damaged, protected, or has too many pages */
export async function readPdf(bytes: Uint8Array, pictures: PictureReader): Promise<ReadDocument> {
  const document = await openPdf(bytes);
  if (document.numPages > MAX_PAGES) throw new UserError('file.too-many-pages', { maxPages: MAX_PAGES });
  if (document.numPages === 0) throw new UserError('file.empty');
  const signed = await signedFields(document);
  const pages: DocumentPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, signed, pictures));
    page.cleanup();
  }
  return { pages, gaps: [...pictures.gaps, ...((await isDynamicForm(document, pages)) ? (['form'] as const) : [])] };
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: bytes,
      verbosity: 0,
      useSystemFonts: false,
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
    }).promise;
  } catch (cause) {
    throw new UserError(cause instanceof PasswordException ? 'file.protected' : 'file.damaged', undefined, { cause });
  }
}

async function readPage(page: PDFPageProxy, signed: SignedFields, pictures: PictureReader): Promise<DocumentPage> {
  const viewport = page.getViewport({ scale: 1 });
  const place = (x: number, y: number): readonly [number, number] => {
    const [px, py] = viewport.convertToViewportPoint(x, y);
    return [px as number, py as number];
  };
  const words = await textPieces(page, place);
  const drawn = await drawnOnPage(page, place, viewport.width * viewport.height);
  const fields = fieldPieces(await page.getAnnotations(), signed, place);
  const letters = words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  if (!isScan(letters, drawn)) {
    const digital = [...words, ...fields, ...drawn.pieces];
    const lines = layOut([...digital, ...drawn.rules.emptyLines(digital, viewport.width)], {
      isParted: (left, right, y) => drawn.rules.part(left, right, y),
    });
    return { number: page.pageNumber, origin: 'text', lines };
  }
  const read = await pictures.read(() => renderPage(page), { width: viewport.width });
  return { number: page.pageNumber, origin: 'scan', lines: layOut([...read.pieces, ...words, ...fields], read) };
}

/** A picture over most of a page, or a page on which much is drawn and nothing written (letters as outlines). */
function isScan(letters: number, { covered, paths }: DrawnOnPage): boolean {
  return letters < SCAN_LETTERS && (covered > 0.4 || (letters === 0 && paths > 40));
}

type Place = (x: number, y: number) => readonly [number, number];

async function textPieces(page: PDFPageProxy, place: Place): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    const height = item.height || Math.hypot(a, b) || 10;
    const length = Math.hypot(a, b) || 1;
    const [from, top] = place(x, y);
    const [to] = place(x + (a / length) * item.width, y + (b / length) * item.width);
    return [{ text: item.str, from: Math.min(from, to), to: Math.max(from, to), y: top - height * 0.35, height }];
  });
}

/** Such a form holds one page, which asks for another program, and draws its own when opened there. */
async function isDynamicForm(document: PDFDocumentProxy, pages: readonly DocumentPage[]): Promise<boolean> {
  const text = pages
    .flatMap(({ lines }) => lines.flat())
    .map(({ text }) => text)
    .join(' ');
  return document.isPureXfa || /^please wait\.{3}.*(?:adobe reader|pdf viewer)/i.test(text);
}
