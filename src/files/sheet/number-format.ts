/** How Excel shows what a cell holds. ECMA-376 part 1, 18.8.30 (number formats), 18.17.4 (dates). The formats themselves are numfmt's. */
import { format as formatted, getFormatFromId, isDateFormat } from 'numfmt';
import { DAY_MS } from '../../time/units.ts';
import type { CellAlteration } from './sheet.ts';

export interface NumberFormat {
  readonly code: string;
  readonly date: boolean;
  /** Says how to show a text, too. */
  readonly text: boolean;
}

export interface ShownValue {
  readonly text: string;
  readonly altered?: CellAlteration;
}

const GENERAL: NumberFormat = { code: 'General', date: false, text: false };
/** Numbers of built-in formats whose look is the reader's own country's: they are shown as ISO 8601 has it. */
const LOCAL_DATES = new Set([14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const LOCAL_TIMES = new Map([
  [22, 'yyyy-mm-dd hh:mm'],
  [32, 'hh:mm'],
  [33, 'hh:mm:ss'],
  [34, 'hh:mm'],
  [35, 'hh:mm:ss'],
]);
const ISO_DATE = 'yyyy-mm-dd';

/** @param code of a format of the workbook's own; without one the number is that of a built-in format */
export function numberFormat(id: number, code?: string): NumberFormat {
  const known = code ?? (LOCAL_DATES.has(id) ? ISO_DATE : (LOCAL_TIMES.get(id) ?? builtIn(id)));
  // The system's own long date and time.
  const plain = /^\[\$-F800\]/i.test(known) ? ISO_DATE : /^\[\$-F400\]/i.test(known) ? 'hh:mm:ss' : known;
  if (plain === '' || /^general$/i.test(plain)) return GENERAL;
  return { code: plain, date: isDate(plain), text: plain !== '@' && (plain.includes('@') || plain.includes(';')) };
}

function builtIn(id: number): string {
  return id >= 0 && id < 50 ? getFormatFromId(id) : GENERAL.code;
}

function isDate(code: string): boolean {
  try {
    return isDateFormat(code);
  } catch {
    return false;
  }
}

/** Excel keeps 15 digits. */
const EXACT = 1e15;
/** From the beginning of 1900 to that of 1904, as Excel counts. */
const DAYS_TO_1904 = 1462;

/** A number as it is shown. Without a format of its own with all of its digits: it may be an ID. */
export function shownNumber(value: number, format: NumberFormat = GENERAL, date1904 = false): ShownValue {
  if (format.date) {
    // Hours that add up are counted from nothing.
    const days = date1904 && !/\[(?:h+|m+|s+)\]/i.test(format.code) ? value + DAYS_TO_1904 : value;
    return { text: byFormat(format, days) ?? String(value), altered: 'date' };
  }
  const altered = Math.abs(value) >= EXACT ? { altered: 'rounded' as const } : undefined;
  if (format.code === GENERAL.code) return { text: digits(value), ...altered };
  return { text: asId(byFormat(format, value), value) ?? digits(value), ...altered };
}

/** A text as it is shown: a format may add something to it, or hide it. */
export function shownText(text: string, format: NumberFormat = GENERAL): string {
  return format.text && text !== '' ? (byFormat(format, text) ?? text) : text;
}

const FIRST_OF_MARCH_1900 = 61;

/** A date or a time of ISO 8601 as Excel counts days: from the end of 1899, with a February of 29 days in 1900. Undefined for anything else. */
export function serialOf(iso: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)?T?(\d\d:\d\d(?::\d\d)?)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(iso);
  const [, day = '1899-12-31', time = '00:00', fraction = '0', zone = 'Z'] = parts ?? [];
  if (parts === null || (parts[1] === undefined && parts[2] === undefined)) return undefined;
  const days = (Date.parse(`${day}T${time}${zone}`) + Number(fraction) * 1_000 - Date.UTC(1899, 11, 30)) / DAY_MS;
  if (Number.isNaN(days)) return undefined;
  return days < FIRST_OF_MARCH_1900 ? days - 1 : days;
}

/** Undefined for a format that is none. */
function byFormat({ code }: NumberFormat, value: number | string): string | undefined {
  try {
    return formatted(code, value);
  } catch {
    return undefined;
  }
}

function digits(value: number): string {
  return (Math.abs(value) >= EXACT ? value.toExponential() : String(Number(value.toPrecision(15)))).toUpperCase();
}

/** Groups of thousands and decimals that are none are how amounts look. What is read here are no amounts: 1,234,567.00 is 1234567. */
function asId(text: string | undefined, value: number): string | undefined {
  if (text === undefined || !/^\s*-?\d[\d,]*(?:\.0+)?\s*$/.test(text) || !/[,.]/.test(text)) return text;
  return Number(text.replaceAll(',', '')) === value ? digits(value) : text;
}
