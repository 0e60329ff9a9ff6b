/** XML as it streams in. Entities that a document defines for itself are not expanded: the parser knows the five of XML only. */
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names come without their prefix: writers choose it freely. The parent tells an extension's element from the one of the same name. */
export interface XmlHandler {
  /** `parent`: the name of the element around it; empty for the first. */
  open?(name: string, attributes: Attributes, parent: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds a handler, and comes back after each piece, so that what it gathered can be handed on. @throws Error on malformed XML */
export async function* xmlPieces(pieces: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const around: string[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    handler.open?.(local, attributes, around.at(-1) ?? '');
    around.push(local);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    around.pop();
    handler.close?.(localName(name));
  });
  let any = false;
  for await (const piece of pieces) {
    any = true;
    parser.write(piece);
    yield;
  }
  if (any) parser.close();
}

/** Reads a whole part. */
export async function readXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  for await (const _ of xmlPieces(pieces, handler));
}

/** The text of XML: by its byte order mark or its first bytes, else by the encoding that it declares, else UTF-8 (XML 1.0, appendix F). */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield rest;
}

const DECLARED = /^\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

function decoderFor(chunk: Uint8Array): TextDecoder {
  const start = Buffer.from(chunk.subarray(0, 200)).toString('latin1');
  if (/^(?:\xff\xfe|<\0)/.test(start)) return new TextDecoder('utf-16le');
  if (/^(?:\xfe\xff|\0<)/.test(start)) return new TextDecoder('utf-16be');
  const declared = DECLARED.exec(start)?.[1] ?? 'utf-8';
  // What is declared in single bytes cannot be UTF-16.
  if (/^utf-?16/i.test(declared)) return new TextDecoder();
  try {
    return new TextDecoder(declared);
  } catch {
    return new TextDecoder();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
