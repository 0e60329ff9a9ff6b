/** Reads a document of any kind. It parses the bytes of others: it runs in a process of its own, never in the bot's. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { decodeText } from '../files/decode-text.ts';
import type { DocumentPage, Line, ReadDocument } from './document.ts';
import { fromSignature } from './foreign-bytes.ts';
import { refuseActiveDocument } from './inside/active-document.ts';
import { attachmentKind, type DocumentKind, documentKind } from './kind.ts';
import { layOut } from './layout.ts';
import { type MailMessage, messageLines } from './mail/message.ts';
import { openPicture, picturePages } from './ocr/picture.ts';
import { PictureReader, type ReadingClock } from './ocr/picture-reader.ts';
import { textPages } from './text-lines.ts';

/** Of all words together; what is behind them is no proof of anything. */
const MAX_CHARACTERS = 2_000_000;
const MAX_ATTACHMENTS = 20;

/**
 * @param name as its sender calls it
 * @throws UserError when it is refused, or nothing is in it
 */
export async function readDocument(path: string, name: string, clock: ReadingClock): Promise<ReadDocument> {
  const kind = await documentKind(path, name);
  // One for all that is in it: each starts four languages, and attachments may be many.
  const pictures = new PictureReader(clock);
  const read = await refusing(async () => {
    const bytes = await readFile(path);
    // Scripts of a page are no words of it. Whether it is kept, those decide who take it in.
    if (kind !== 'html') await refuseActiveDocument(bytes, kind);
    return readBytes(kind, bytes, pictures);
  }).finally(() => pictures.close());
  if (read.gaps.length === 0 && read.pages.every(({ lines }) => lines.length === 0)) throw new UserError('file.empty');
  return bounded(read);
}

/** Readers throw what they like on hostile bytes; only our own refusals are for people. */
async function refusing<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof UserError || (error instanceof Error && 'syscall' in error)) throw error;
    throw new UserError('file.damaged', undefined, { cause: error });
  }
}

/** Each reader is loaded when it is needed: all of them take half a second of the processor, more than most documents do. */
async function readBytes(kind: DocumentKind, bytes: Buffer, pictures: PictureReader): Promise<ReadDocument> {
  switch (kind) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/pdf.ts');
      return readPdf(new Uint8Array(bytes), pictures);
    }
    case 'docx': {
      const { readDocx } = await import('./office/docx.ts');
      return readDocx(fromSignature(bytes, 'zip'));
    }
    case 'xlsx': {
      const { readXlsx } = await import('./office/xlsx.ts');
      return readXlsx(fromSignature(bytes, 'zip'));
    }
    case 'pptx': {
      const { readPptx } = await import('./office/pptx.ts');
      return readPptx(fromSignature(bytes, 'zip'));
    }
    case 'msg': {
      const { readMsg } = await import('./mail/msg.ts');
      return readMessage(readMsg(fromSignature(bytes, 'compound')), pictures);
    }
    case 'eml': {
      const { readEml } = await import('./mail/eml.ts');
      return readMessage(readEml(bytes), pictures);
    }
    case 'png':
    case 'jpg':
    case 'tiff':
      return readPictures(bytes, pictures);
    case 'html': {
      const { htmlLines } = await import('./markup/html.ts');
      return onePage(htmlLines(await textOf(bytes)));
    }
    case 'rtf': {
      const { rtfLines } = await import('./markup/rtf.ts');
      return onePage(rtfLines(bytes.toString('latin1')));
    }
    case 'txt':
    case 'csv':
      return pagesOf(textPages(await textOf(bytes)));
    case 'doc':
      return { pages: [], gaps: ['kind'] };
  }
}

async function textOf(bytes: Buffer): Promise<string> {
  return (await decodeText(bytes))?.text ?? '';
}

function onePage(lines: readonly Line[]): ReadDocument {
  return pagesOf([lines]);
}

function pagesOf(pages: readonly (readonly Line[])[]): ReadDocument {
  return { pages: pages.map((lines, index) => ({ number: index + 1, origin: 'text', lines })), gaps: [] };
}

async function readPictures(bytes: Buffer, reader: PictureReader): Promise<ReadDocument> {
  const pages: DocumentPage[] = [];
  const count = await picturePages(bytes);
  for (let page = 0; page < count; page++) {
    const { pieces, cells } = await reader.read(() => openPicture(bytes, page));
    pages.push({ number: page + 1, origin: 'scan', lines: layOut(pieces, { cells }) });
  }
  return { pages, gaps: reader.gaps };
}

/** The message is the first page; each attachment goes on behind it. */
async function readMessage(message: MailMessage, pictures: PictureReader): Promise<ReadDocument> {
  const pages: DocumentPage[] = [{ number: 1, origin: 'text', lines: messageLines(message) }];
  const gaps = new Set<ReadDocument['gaps'][number]>();
  if (message.attachments.length > MAX_ATTACHMENTS) gaps.add('attachment');
  for (const { name, bytes } of message.attachments.slice(0, MAX_ATTACHMENTS)) {
    const read = bytes === undefined ? undefined : await readAttachment(bytes, name, pictures);
    if (read === undefined) {
      gaps.add('attachment');
      continue;
    }
    const before = pages.length;
    pages.push(...read.pages.map((page) => ({ ...page, number: before + page.number })));
    for (const gap of read.gaps) gaps.add(gap);
  }
  return { pages, gaps: [...gaps] };
}

/** Undefined for one that cannot be read. Messages within messages are not opened. */
async function readAttachment(bytes: Buffer, name: string, pictures: PictureReader): Promise<ReadDocument | undefined> {
  const kind = await attachmentKind(bytes, name);
  if (kind === undefined || kind === 'msg' || kind === 'eml' || kind === 'doc') return undefined;
  try {
    return await readBytes(kind, bytes, pictures);
  } catch (error) {
    // A bomb is one wherever it lies.
    if (error instanceof UserError && error.problem.code === 'file.zip-bomb') throw error;
    return undefined;
  }
}

function bounded({ pages, gaps }: ReadDocument): ReadDocument {
  let left = MAX_CHARACTERS;
  return {
    gaps,
    pages: pages.map((page) => ({
      ...page,
      lines: page.lines.filter((line) => {
        left -= line.reduce((sum, { text }) => sum + text.length, 0);
        return left > 0;
      }),
    })),
  };
}
