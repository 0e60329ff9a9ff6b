/** Texts of others as they are kept and shown. Pure. */
import { visibleText } from './plain-signs.ts';

const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/**
 * Without marks that show nothing (those that turn the direction of writing make a name or an ID read as another one: "exe.fdp" shows
 * as "pdf.exe") and without control characters. Right-to-left scripts are read without the marks; line breaks stay.
 */
export function cleanText(text: string): string {
  return visibleText(text).replace(CONTROL, '');
}

/** The same of every text within a value of JSON; its names stay. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleanTexts(inner)]));
}
