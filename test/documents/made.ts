/** Documents made from scratch, with the words and marks that a test names. */
import CFB from 'cfb';
import { MAIN_TYPES, office } from '../files/documents.ts';

export interface PdfPage {
  /** `x` and `y` in points, from the lower left corner. */
  readonly words?: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  /** Fields and annotations, as the inside of their dictionaries. */
  readonly annotations?: readonly string[];
  /** More of the page's content. */
  readonly drawn?: string;
}

/** A PDF with these pages; text is Windows-1252. */
export function pdf(...pages: readonly PdfPage[]): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add('');
  const tree = add('');
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const fields: number[] = [];
  const kids = pages.map(({ words = [], annotations = [], drawn = '' }) => {
    const text = words.map(
      (word) => `BT /F1 10 Tf ${word.x} ${word.y} Td (${word.text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`,
    );
    const content = text.join('') + drawn;
    const stream = add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    const notes = annotations.map((inside) => add(`<</Type/Annot/F 4${inside}>>`));
    fields.push(...notes.filter((id) => objects[id - 1]?.includes('/FT')));
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 ${font} 0 R>>>>/Contents ${stream} 0 R` +
        `/Annots[${notes.map((id) => `${id} 0 R`).join(' ')}]>>`,
    );
  });
  const list = (ids: readonly number[]): string => ids.map((id) => `${id} 0 R`).join(' ');
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R/AcroForm<</Fields[${list(fields)}]/DA(/F1 10 Tf)>>>>`;
  objects[tree - 1] = `<</Type/Pages/Kids[${list(kids)}]/Count ${kids.length}>>`;
  const parts = ['%PDF-1.7\n'];
  const offsets = objects.map((body, index) => {
    const at = parts.join('').length;
    parts.push(`${index + 1} 0 obj${body}endobj\n`);
    return String(at).padStart(10, '0');
  });
  const start = parts.join('').length;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`;
  return Buffer.from(
    `${parts.join('')}${table}trailer<</Size ${objects.length + 1}/Root ${catalog} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

/** Lines one below the other, each `[text, text at the right]` or one text. */
export function pdfLines(lines: readonly (string | readonly [string, string])[]): PdfPage {
  return {
    words: lines.flatMap((line, index) => {
      const y = 800 - index * 16;
      const [left, right] = typeof line === 'string' ? [line, undefined] : line;
      return [{ x: 72, y, text: left }, ...(right === undefined ? [] : [{ x: 330, y, text: right }])];
    }),
  };
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="w14" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:o="o"';

export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  return office('docx', {
    parts: { 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts },
  });
}

export function paragraph(...texts: readonly string[]): string {
  return `<w:p>${texts.map((text) => (text.startsWith('<') ? text : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`)).join('')}</w:p>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>`;
}

/** A part of a Word document beside its body, with the link that leads to it. */
export function docxPart(kind: 'header' | 'footer' | 'footnotes', body: string): Readonly<Record<string, string>> {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="${type}/${kind}" Target="part.xml"/></Relationships>`,
    'word/part.xml': `<w:${kind} ${W}>${body}</w:${kind}>`,
  };
}

/** Slides, each the inside of its shape tree; `hidden` ones are not shown. */
export function pptx(...slides: readonly { readonly shapes: string; readonly hidden?: boolean }[]): Buffer {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides
      .map((_, index) => `<p:sldId id="${256 + index}" r:id="r${index}"/>`)
      .join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${slides
      .map((_, index) => `<Relationship Id="r${index}" Type="${type}/slide" Target="slides/slide${index}.xml"/>`)
      .join('')}</Relationships>`,
  };
  slides.forEach(({ shapes, hidden }, index) => {
    parts[`ppt/slides/slide${index}.xml`] =
      `<p:sld xmlns:p="p" xmlns:a="a"${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
  });
  return office('pptx', { mainType: MAIN_TYPES.pptx, parts });
}

export function shape(...paragraphs: readonly string[]): string {
  return `<p:sp><p:txBody>${paragraphs.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp>`;
}

/** A shape so many points from the left edge, 300 wide and high. */
export function boxAt(left: number, inner: string): string {
  const [x, size] = [left, 300].map((points) => points * 12_700);
  const place = `<p:spPr><a:xfrm><a:off x="${x}" y="${size}"/><a:ext cx="${size}" cy="${size}"/></a:xfrm></p:spPr>`;
  return inner.replace('<p:sp>', `<p:sp>${place}`);
}

/** An Outlook message: properties by their id, and attachments. */
export function msg(
  texts: Readonly<Record<string, string>>,
  attachments: readonly { readonly name: string; readonly bytes: Buffer }[] = [],
): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/__nameid_version1.0/__substg1.0_00020102', Buffer.alloc(16));
  CFB.utils.cfb_add(file, '/__properties_version1.0', Buffer.alloc(32));
  for (const [id, text] of Object.entries(texts)) {
    CFB.utils.cfb_add(file, `/__substg1.0_${id}001F`, Buffer.from(text, 'utf16le'));
  }
  attachments.forEach(({ name, bytes }, index) => {
    const folder = `/__attach_version1.0_#0000000${index}`;
    CFB.utils.cfb_add(file, `${folder}/__substg1.0_3707001F`, Buffer.from(name, 'utf16le'));
    CFB.utils.cfb_add(file, `${folder}/__substg1.0_37010102`, bytes);
  });
  return CFB.write(file, { type: 'buffer' });
}
