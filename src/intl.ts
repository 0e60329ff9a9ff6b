/** Formatters of `Intl`, kept: to make one takes as long as to use it a hundred times, and each card needs several. */

const formats = new Map<string, Intl.DateTimeFormat>();
/** Locales and time zones are what clients say, so that there is no end to them. */
const MOST = 500;

/** @throws RangeError for a locale or a time zone that is none */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const kept = formats.get(key);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat(locale, options);
  if (formats.size >= MOST) formats.clear();
  formats.set(key, format);
  return format;
}
