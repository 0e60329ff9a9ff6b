/** What the cells of an .xlsx sheet hold, as texts. ECMA-376 part 1, 18.3.1.4 (c), 18.4 (shared strings), 18.8.30 (number formats). */

import { DAY_MS } from '../../time/units.ts';
import { readXml } from '../xml.ts';
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

/** For each cell style whether it shows a date. */
export async function readDateStyles(pieces: AsyncIterable<string>): Promise<boolean[]> {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readXml(pieces, {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId);
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt') custom.set(id, formatCode ?? '');
      else if (name === 'xf' && inCellStyles) styles.push(isDateFormat(id, custom.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  // Colours, conditions and literal texts hold letters too.
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** The text of a cell by its type `t`, its style `s` and the value stored: formulas are never calculated, their last results are read. */
export function cellText(type: string, style: number, value: string, context: CellContext): string {
  if (type === 's') return value === '' ? '' : (context.strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return cleanCell(unescapeXstring(value));
  const number = Number(value);
  if (value === '' || Number.isNaN(number)) return cleanCell(value);
  return (context.dateStyles[style] && dateText(number, context.date1904)) || cellNumberText(number);
}

/** Excel keeps 15 digits. */
const EXACT = 1e15;

/** All digits of a number (an ID stored as one); where digits were lost, in the form that shows it. */
function cellNumberText(value: number): string {
  return Math.abs(value) >= EXACT ? value.toExponential().toUpperCase() : String(value);
}

function dateText(days: number, date1904: boolean): string {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.round(days * DAY_MS));
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return Number.isInteger(days) ? day : `${day} ${time.slice(0, 5)}`;
}

/** `_x000D_` stands for the character of that code (ECMA-376 part 1, 22.9.2.19). */
function unescapeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
