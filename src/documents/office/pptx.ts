/** Reads a presentation (ECMA-376 part 1, 19 and 21): its slides in their order, hidden ones left out, notes behind each. */
import type { Attributes, XmlHandler } from '../../files/xml.ts';
import type { DocumentPage, Line, ReadDocument } from '../document.ts';
import { layOut, type Piece, tidy } from '../layout.ts';
import { columnOf, rowLines, textLines } from '../text-lines.ts';
import { isOn, OfficePackage } from './package.ts';

/** English metric units in a point. */
const EMU = 12_700;
const LINE_HEIGHT = 14;

export async function readPptx(bytes: Buffer): Promise<ReadDocument> {
  const office = await OfficePackage.open(bytes);
  const main = await office.main('ppt/presentation.xml');
  const links = await office.links(main);
  const order: string[] = [];
  await office.read(main, {
    open: (name, attributes) => {
      const part = name === 'sldId' ? links.get(relationId(attributes))?.part : undefined;
      if (part !== undefined && office.has(part)) order.push(part);
    },
  });
  const pages: DocumentPage[] = [];
  for (const part of order) {
    const lines = await slideLines(office, part);
    if (lines !== undefined) pages.push({ number: pages.length + 1, origin: 'text', lines });
  }
  return { pages, gaps: [] };
}

/** `r:id`, beside the slide's own `id`. */
function relationId(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** Undefined for a hidden slide. */
async function slideLines(office: OfficePackage, part: string): Promise<Line[] | undefined> {
  const slide = new SlideReader();
  await office.read(part, slide);
  if (slide.hidden) return undefined;
  const lines = slide.lines();
  for (const { kind, part: linked } of (await office.links(part)).values()) {
    if (!/^(?:notesSlide|diagramData)$/.test(kind) || !office.has(linked)) continue;
    const more = new SlideReader();
    await office.read(linked, more);
    lines.push(...more.lines());
  }
  return lines;
}

interface Shape {
  readonly paragraphs: string[];
  readonly rows: Line[];
  picture: boolean;
  place?: { x: number; y: number; width: number; height: number };
}

class SlideReader implements XmlHandler {
  hidden = false;
  readonly #shapes: Shape[] = [{ paragraphs: [], rows: [], picture: false }];
  #cells: string[][] | undefined;
  #paragraph = '';
  #inText = false;
  #offset = { x: 0, y: 0 };

  get #shape(): Shape {
    return this.#shapes.at(-1) as Shape;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'sld') this.hidden = !isOn({ val: attributes.show });
    else if (/^(?:sp|graphicFrame|pic|cxnSp)$/.test(name)) this.#newShape(name === 'pic');
    else if (name === 'off') this.#offset = { x: Number(attributes.x) || 0, y: Number(attributes.y) || 0 };
    else if (name === 'ext' && attributes.cx !== undefined) this.#place(Number(attributes.cx), Number(attributes.cy));
    else if (name === 'tr') this.#cells = [];
    else if (name === 'tc') this.#cells?.push([]);
    else if (name === 'p') this.#paragraph = '';
    else if (name === 't') this.#inText = true;
    else if (name === 'br') this.#paragraph += '\n';
    else if (name === 'tab') this.#paragraph += '\t';
  }

  text(text: string): void {
    if (this.#inText) this.#paragraph += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'p' || name === 'pt') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
  }

  /** By height where all shapes say where they stand, else as they come. */
  lines(): Line[] {
    const shown = this.#shapes.filter(
      ({ paragraphs, rows, picture }) => paragraphs.length + rows.length > 0 || picture,
    );
    const plain = shown.filter(({ rows }) => rows.length === 0);
    const tables = shown.flatMap(({ rows }) => rows);
    if (plain.some(({ place }) => place === undefined))
      return [...plain.flatMap(({ paragraphs }) => paragraphs.flatMap(textLines)), ...tables];
    return [...layOut(plain.flatMap((shape) => piecesOf(shape, mostLines(shape, plain)))), ...tables];
  }

  #newShape(picture: boolean): void {
    this.#shapes.push({ paragraphs: [], rows: [], picture });
  }

  #place(width: number, height: number): void {
    if (this.#shape.place === undefined && this.#shapes.length > 1)
      this.#shape.place = { ...this.#offset, width: width || 0, height: height || 0 };
  }

  #endParagraph(): void {
    const text = this.#paragraph;
    this.#paragraph = '';
    if (tidy(text) === '') return;
    const cell = this.#cells?.at(-1);
    if (cell) cell.push(text);
    else this.#shape.paragraphs.push(text);
  }

  #endRow(): void {
    const cells = this.#cells ?? [];
    this.#cells = undefined;
    this.#shape.rows.push(
      ...rowLines(cells.map((texts, index) => ({ lines: texts.flatMap(textLines), ...columnOf(index, cells.length) }))),
    );
  }
}

/** Of the shapes that begin as high as this one: their lines stand side by side, however many each has. */
function mostLines({ place }: Shape, all: readonly Shape[]): number {
  return Math.max(...all.filter((other) => other.place?.y === place?.y).map((other) => linesOf(other).length), 1);
}

function linesOf({ paragraphs }: Shape): string[] {
  return paragraphs.flatMap((text) => text.split('\n'));
}

function piecesOf(shape: Shape, most: number): Piece[] {
  const { picture, place = { x: 0, y: 0, width: 0, height: 0 } } = shape;
  const from = place.x / EMU;
  const to = (place.x + place.width) / EMU;
  const top = place.y / EMU;
  const height = place.height / EMU;
  const picturePiece: Piece[] = picture
    ? [{ text: '', from, to, y: top + height / 2, height: LINE_HEIGHT, mark: { kind: 'picture' } }]
    : [];
  const lines = linesOf(shape);
  const each = Math.max(LINE_HEIGHT, height / most);
  return [
    ...picturePiece,
    ...lines.map((text, index) => ({ text, from, to, y: top + each * (index + 0.5), height: LINE_HEIGHT })),
  ];
}
