/** What the cells of an .xlsx sheet show, as texts. ECMA-376 part 1, 18.3.1.4 (c), 18.4 (shared strings), 18.8.10 (cellXfs). */

import { readXml } from '../xml.ts';
import { type NumberFormat, numberFormat, type ShownValue, serialOf, shownNumber, shownText } from './number-format.ts';
import { cleanCell } from './sheet.ts';

/** The shared strings, ready to show: the `t` parts of each, without the readings that stand beside Japanese names. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inReading = false;
  await readXml(pieces, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.push(cleanCell(unescapeXstring(text)));
    },
  });
  return strings;
}

/** For each cell style how it shows what it holds. */
export async function readFormats(pieces: AsyncIterable<string>): Promise<NumberFormat[]> {
  const custom = new Map<number, string>();
  const ids: number[] = [];
  await readXml(pieces, {
    open: (name, { numFmtId, formatCode }, parent) => {
      // Elements of these names stand elsewhere, too, and mean something else there.
      if (name === 'numFmt' && parent === 'numFmts') custom.set(Number(numFmtId), formatCode ?? '');
      else if (name === 'xf' && parent === 'cellXfs') ids.push(Number(numFmtId ?? 0));
    },
  });
  const formats = new Map([...new Set(ids)].map((id) => [id, numberFormat(id, custom.get(id))]));
  return ids.map((id) => formats.get(id) ?? numberFormat(0));
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

export interface RawCell {
  /** `t` */
  readonly type: string;
  /** `s` */
  readonly style: number;
  /** `v`: formulas are never calculated, their last results are read. */
  readonly value: string;
  /** The texts of `is`. */
  readonly inline: string;
}

/** What a cell shows. */
export function shownCell({ type, style, value, inline }: RawCell, context: CellContext): ShownValue {
  const format = context.formats[style];
  switch (type) {
    case 's':
      return { text: shownText(value === '' ? '' : (context.strings[Number(value)] ?? ''), format) };
    case 'inlineStr':
      return { text: shownText(cleanCell(unescapeXstring(inline === '' ? value : inline)), format) };
    case 'b':
      return { text: value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'd':
      return shownDate(value, format);
    case '':
    case 'n': {
      const number = Number(value);
      if (value.trim() === '' || Number.isNaN(number)) return { text: cleanCell(value) };
      const shown = shownNumber(number, format, context.date1904);
      return { ...shown, text: cleanCell(shown.text) };
    }
    case 'e':
      return { text: cleanCell(value) };
    default:
      return { text: shownText(cleanCell(unescapeXstring(value)), format) };
  }
}

function shownDate(value: string, format: NumberFormat | undefined): ShownValue {
  const serial = serialOf(value.trim());
  if (serial === undefined || !format?.date) return { text: cleanCell(value), altered: 'date' };
  return { text: cleanCell(shownNumber(serial, format).text), altered: 'date' };
}

/** `_x000D_` stands for the character of that code (ECMA-376 part 1, 22.9.2.19). */
function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
