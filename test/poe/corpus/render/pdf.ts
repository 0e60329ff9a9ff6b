/** A draft as a pdf with real text, form fields, annotations and signature fields. */
import {
  PDFDocument,
  type PDFFont,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import type { Draft, Mark } from '../model.ts';
import { cmsSignature } from './cms.ts';
import { inkPng, strokesOf } from './ink.ts';
import { type Font, type Style, type Surface, setPages } from './pages.ts';

export interface PdfStyle extends Style {
  book: boolean;
}

const HEIGHT = 842;
const ROOM = 4096;
const GAP = /\/ByteRange \[ ?0 1111111111 1111111111 1111111111 ?\]/;

export async function renderPdf(draft: Draft, style: PdfStyle): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(draft.title);
  const fonts = style.book
    ? [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold]
    : [StandardFonts.Helvetica, StandardFonts.HelveticaBold];
  const [plain, bold] = await Promise.all(fonts.map((font) => pdf.embedFont(font)));
  if (plain === undefined || bold === undefined) throw new RangeError('two fonts');
  const surface = new Paper(pdf, plain, bold);
  setPages(draft, surface, style);
  await surface.finish();
  const bytes = await pdf.save({ useObjectStreams: surface.signer === undefined });
  return surface.signer === undefined ? bytes : signed(Buffer.from(bytes), surface.signer);
}

/** Fills the gap that was left for the signature, as a signing program does. */
function signed(bytes: Buffer, signer: string): Uint8Array {
  const text = bytes.toString('latin1');
  const start = text.indexOf(`<${'0'.repeat(64)}`);
  const end = text.indexOf('>', start) + 1;
  const range = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`;
  const filled = text.replace(GAP, (gap) => range.padEnd(gap.length));
  if (start === -1 || filled === text) throw new RangeError('no gap for a signature');
  const out = Buffer.from(filled, 'latin1');
  const cms = cmsSignature(signer, Buffer.concat([out.subarray(0, start), out.subarray(end)])).toString('hex');
  out.write(cms.padEnd(ROOM * 2, '0'), start + 1, 'latin1');
  return out;
}

class Paper implements Surface {
  readonly fields = true;
  readonly pdf: PDFDocument;
  readonly plain: PDFFont;
  readonly bold: PDFFont;
  signer: string | undefined;
  #page: PDFPage | undefined;
  #later: (() => Promise<void>)[] = [];
  #count = 0;

  constructor(pdf: PDFDocument, plain: PDFFont, bold: PDFFont) {
    this.pdf = pdf;
    this.plain = plain;
    this.bold = bold;
  }

  /** Pictures are embedded one after the other, once all is set. */
  async finish(): Promise<void> {
    for (const draw of this.#later) await draw();
  }

  get #sheet(): PDFPage {
    if (this.#page === undefined) throw new RangeError('no page yet');
    return this.#page;
  }

  page(): void {
    this.#page = this.pdf.addPage([595, HEIGHT]);
  }

  width(text: string, font: Font): number {
    return (font.bold === true ? this.bold : this.plain).widthOfTextAtSize(text, font.size);
  }

  text(text: string, x: number, y: number, font: Font): void {
    this.#sheet.drawText(text, {
      x,
      y: HEIGHT - y,
      size: font.size,
      font: font.bold === true ? this.bold : this.plain,
    });
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    this.#sheet.drawLine({ start: { x: x1, y: HEIGHT - y1 }, end: { x: x2, y: HEIGHT - y2 }, thickness: 0.6 });
  }

  ink(name: string, x: number, y: number, width: number, height: number, as: 'image' | 'annotation'): void {
    const page = this.#sheet;
    if (as === 'annotation') this.#inkAnnotation(name, x, y, width, height);
    else
      this.#later.push(async () => {
        page.drawImage(await this.pdf.embedPng(inkPng(name)), { x, y: HEIGHT - y - height, width, height });
      });
  }

  #inkAnnotation(name: string, x: number, y: number, width: number, height: number): void {
    const bottom = HEIGHT - y - height;
    const strokes = strokesOf(name).map((stroke) =>
      stroke.map((part, at) => (at % 2 === 0 ? x + part * width : bottom + (1 - part) * height)),
    );
    const look = strokes
      .map((stroke) =>
        stroke.reduce((all, part, at) => `${all}${part.toFixed(1)} ${at === 1 ? 'm ' : at % 2 === 1 ? 'l ' : ''}`, ''),
      )
      .join('S ');
    const box = [x, bottom, x + width, bottom + height];
    const { context } = this.pdf;
    const form = context.stream(`0.1 0.15 0.45 RG 1.2 w ${look} S`, { Type: 'XObject', Subtype: 'Form', BBox: box });
    this.#annotate({ Subtype: 'Ink', Rect: box, F: 4, InkList: strokes, AP: { N: context.register(form) } });
  }

  #annotate(entries: Record<string, unknown>): void {
    const dictionary = this.pdf.context.obj({ Type: 'Annot', ...entries } as never);
    this.#sheet.node.addAnnot(this.pdf.context.register(dictionary));
  }

  note(text: string, x: number, y: number, width: number): void {
    const bottom = HEIGHT - y - 14;
    const box = [x, bottom, x + width, bottom + 14];
    const { context } = this.pdf;
    const bytes = Buffer.from(text.replaceAll(/[()\\]/g, ' '), 'latin1').toString('hex');
    const form = context.stream(`BT /Helv 11 Tf ${x + 2} ${bottom + 3} Td <${bytes}> Tj ET`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: box,
      Resources: { Font: { Helv: this.plain.ref } },
    });
    const AP = { N: context.register(form) };
    this.#annotate({
      Subtype: 'FreeText',
      Rect: box,
      F: 4,
      Contents: PDFHexString.fromText(text),
      DA: PDFString.of('/Helv 11 Tf 0 g'),
      AP,
    });
  }

  check(label: string, ticked: boolean, x: number, y: number): void {
    this.#count += 1;
    const box = this.pdf.getForm().createCheckBox(`check${this.#count}.${label.replaceAll(/[^A-Za-z0-9]/g, '')}`);
    box.addToPage(this.#sheet, { x, y: HEIGHT - y - 1, width: 11, height: 11 });
    if (ticked) box.check();
  }

  field(name: string, value: string, x: number, y: number, width: number): void {
    const field = this.pdf.getForm().createTextField(name);
    field.setText(value);
    field.addToPage(this.#sheet, { x, y: HEIGHT - y - 17, width, height: 17, borderWidth: 0.5 });
    field.setFontSize(9);
  }

  signature(mark: Mark & { is: 'field' }, x: number, y: number, width: number): void {
    const { context } = this.pdf;
    const rect = [x, HEIGHT - y - 24, x + width, HEIGHT - y];
    const { signedBy } = mark;
    const field = context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: rect, F: 132, P: this.#sheet.ref });
    field.set(PDFName.of('T'), PDFString.of(`Signature${this.#count + 1}`));
    this.#count += 1;
    if (signedBy !== undefined) {
      this.signer = signedBy.name;
      const value = context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', SubFilter: 'adbe.pkcs7.detached' });
      value.set(PDFName.of('Name'), PDFHexString.fromText(signedBy.name));
      value.set(PDFName.of('M'), PDFString.of(`D:${signedBy.on.replaceAll('-', '')}102233+02'00'`));
      value.set(PDFName.of('ByteRange'), context.obj([0, 1111111111, 1111111111, 1111111111]));
      value.set(PDFName.of('Contents'), PDFHexString.of('0'.repeat(ROOM * 2)));
      field.set(PDFName.of('V'), context.register(value));
      this.text(`Digitally signed by ${signedBy.name}`, x + 2, y + 9, { size: 6.5 });
      this.text(`Date: ${signedBy.on.replaceAll('-', '.')} 10:22:33 +02'00'`, x + 2, y + 18, { size: 6.5 });
    } else this.line(x, y + 22, x + width, y + 22);
    const ref = context.register(field);
    this.#sheet.node.addAnnot(ref);
    const form = this.pdf.getForm().acroForm;
    form.addField(ref);
    form.dict.set(PDFName.of('SigFlags'), context.obj(signedBy === undefined ? 1 : 3));
  }
}
