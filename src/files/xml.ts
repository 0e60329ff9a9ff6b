/** XML as it streams in. Entities that a document defines for itself are not expanded: the parser knows the five of XML only. */
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Names come without their prefix: writers choose it freely, and no part read here mixes vocabularies. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Feeds a handler, and comes back after each piece, so that what it gathered can be handed on. @throws Error on malformed XML */
export async function* xmlPieces(pieces: AsyncIterable<string>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => handler.open?.(localName(name), attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(localName(name)));
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

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
