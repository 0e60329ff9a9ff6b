import { strToU8, zipSync } from 'fflate';

/**
 * A tiny .xlsx writer for tests: it writes what we name and nothing else, so that each edge case is under the test's
 * control. Shapes after ECMA-376 part 1 (SpreadsheetML).
 */

export type Cell =
  | string
  | number
  | boolean
  | null
  | Date
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly formula: string; readonly value?: string | number | boolean; readonly error?: string }
  | { readonly error: string }
  /** A number, or a text, under a number format: its code, or the number of a built-in one. */
  | { readonly value: number | string; readonly format: string | number }
  /** Just this, with these attributes beside `r`. */
  | { readonly attributes: string; readonly xml: string };

export interface Sheet {
  readonly name?: string;
  /** Row n stands on line n + 1; `undefined` leaves the row out of the file altogether. */
  readonly rows: readonly (readonly Cell[] | undefined)[];
  readonly hidden?: boolean;
  /** Lines that Excel does not show. */
  readonly hiddenLines?: readonly number[];
  /** Ranges such as `A1:E1`. */
  readonly merges?: readonly string[];
}

export interface XlsxOptions {
  readonly strings?: 'shared' | 'inline';
  /** Leave `r="A1"` off rows and cells, as some writers do. */
  readonly withoutReferences?: boolean;
  /** Deflate level, 0 stores. */
  readonly level?: 0 | 1 | 6 | 9;
  /** Namespace prefix of every element of a sheet, as some writers do. */
  readonly prefix?: string;
  /** Days counted from 1904. */
  readonly date1904?: boolean;
  /** Parts added or replaced. */
  readonly parts?: Readonly<Record<string, Uint8Array>>;
  /** Puts a part elsewhere in the ZIP, by its usual name; what refers to it stays as it is. */
  readonly move?: (name: string) => string;
  /** Where the workbook is, and what refers to it from there. */
  readonly workbook?: string;
  /** How parts are written. */
  readonly encode?: (xml: string) => Uint8Array;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DATE_STYLE = 1;

export function buildXlsx(sheets: readonly Sheet[], options: XlsxOptions = {}): Uint8Array {
  const { encode = strToU8, workbook: main = 'xl/workbook.xml', move = (name) => name } = options;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const strings = new SharedStrings();
  const formats = new Formats();
  const parts: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, index) => {
    parts[`${folder}worksheets/sheet${index + 1}.xml`] = encode(sheetXml(sheet, strings, formats, options));
  });
  parts['[Content_Types].xml'] = encode(contentTypes(sheets.length, main));
  parts['_rels/.rels'] = encode(relations([{ id: 'rId1', type: 'officeDocument', target: main }]));
  parts[main] = encode(workbook(sheets, options));
  parts[`${folder}_rels/${main.slice(folder.length)}.rels`] = encode(
    relations([
      ...sheets.map((_, index) => ({
        id: `rId${index + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
      { id: 'rIdStrings', type: 'sharedStrings', target: 'sharedStrings.xml' },
    ]),
  );
  parts[`${folder}styles.xml`] = encode(`${HEAD}<styleSheet xmlns="${MAIN}">${formats.xml()}</styleSheet>`);
  parts[`${folder}sharedStrings.xml`] = encode(strings.xml());
  const moved = Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [move(name), bytes]));
  return zipSync({ ...moved, ...options.parts }, { level: options.level ?? 6 });
}

/** The number formats of cells; style 0 is General, style 1 the built-in date. */
class Formats {
  readonly #formats: (string | number)[] = [0, 14];

  styleOf(format: string | number): number {
    const known = this.#formats.indexOf(format);
    return known < 0 ? this.#formats.push(format) - 1 : known;
  }

  xml(): string {
    const own = this.#formats.map((format, i) =>
      typeof format === 'string' ? `<numFmt numFmtId="${170 + i}" formatCode="${escapeXml(format)}"/>` : '',
    );
    const styles = this.#formats.map(
      (format, i) => `<xf numFmtId="${typeof format === 'string' ? 170 + i : format}" xfId="0" applyNumberFormat="1"/>`,
    );
    return (
      `<numFmts>${own.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
      // Formats of conditions have the same numbers and mean other cells.
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="14" formatCode="0"/></dxf></dxfs>`
    );
  }
}

/** `A`, `B`, … `Z`, `AA` for 0, 1, … 25, 26. */
export function columnLetters(index: number): string {
  return (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

class SharedStrings {
  readonly #indexes = new Map<string, number>();

  indexOf(item: string): number {
    const index = this.#indexes.get(item) ?? this.#indexes.size;
    this.#indexes.set(item, index);
    return index;
  }

  xml(): string {
    return `${HEAD}<sst xmlns="${MAIN}">${[...this.#indexes.keys()].map((item) => `<si>${item}</si>`).join('')}</sst>`;
  }
}

function sheetXml(sheet: Sheet, strings: SharedStrings, formats: Formats, options: XlsxOptions): string {
  const prefix = options.prefix === undefined ? '' : `${options.prefix}:`;
  const tag = (name: string, attributes: string, content: string) =>
    `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
  const rows = sheet.rows.map((cells, index) => {
    if (cells === undefined) return '';
    const content = cells.map((cell, column) => {
      const at = options.withoutReferences ? '' : ` r="${columnLetters(column)}${index + 1}"`;
      const { attributes, inner } = cellXml(cell, strings, formats, options, tag);
      return inner === '' && !options.withoutReferences ? '' : tag('c', at + attributes, inner);
    });
    const hidden = sheet.hiddenLines?.includes(index + 1) ? ' hidden="1"' : '';
    return tag('row', (options.withoutReferences ? '' : ` r="${index + 1}"`) + hidden, content.join(''));
  });
  const merges = sheet.merges?.map((range) => `<${prefix}mergeCell ref="${range}"/>`).join('') ?? '';
  const xmlns = options.prefix === undefined ? 'xmlns' : `xmlns:${options.prefix}`;
  return (
    HEAD +
    tag(
      'worksheet',
      ` ${xmlns}="${MAIN}"`,
      tag('sheetData', '', rows.join('')) + (merges === '' ? '' : tag('mergeCells', '', merges)),
    )
  );
}

type Tag = (name: string, attributes: string, content: string) => string;

function cellXml(
  cell: Cell,
  strings: SharedStrings,
  formats: Formats,
  options: XlsxOptions,
  tag: Tag,
): { attributes: string; inner: string } {
  if (cell === null) return { attributes: '', inner: '' };
  if (typeof cell === 'string') {
    if (options.strings === 'inline') return cellXml({ inline: cell }, strings, formats, options, tag);
    return { attributes: ' t="s"', inner: tag('v', '', String(strings.indexOf(text(cell)))) };
  }
  if (typeof cell === 'number') return { attributes: '', inner: tag('v', '', String(cell)) };
  if (typeof cell === 'boolean') return { attributes: ' t="b"', inner: tag('v', '', cell ? '1' : '0') };
  if (cell instanceof Date) {
    const epoch = options.date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return {
      attributes: ` s="${DATE_STYLE}"`,
      inner: tag('v', '', String((cell.getTime() - epoch) / 86_400_000)),
    };
  }
  if ('inline' in cell) {
    return {
      attributes: ' t="inlineStr"',
      inner: tag('is', '', tag('t', ' xml:space="preserve"', escapeXml(cell.inline))),
    };
  }
  if ('rich' in cell) {
    const runs = cell.rich.map((run) => `<r><rPr><b/></rPr>${text(run)}</r>`).join('');
    // Readings of Japanese names stand beside the text and are no part of it.
    const phonetic = '<rPh sb="0" eb="1"><t>reading</t></rPh>';
    return { attributes: ' t="s"', inner: tag('v', '', String(strings.indexOf(runs + phonetic))) };
  }
  if ('formula' in cell) {
    const f = tag('f', '', escapeXml(cell.formula));
    if (cell.error !== undefined) return { attributes: ' t="e"', inner: f + tag('v', '', cell.error) };
    if (cell.value === undefined) return { attributes: '', inner: f };
    const type = typeof cell.value === 'string' ? ' t="str"' : typeof cell.value === 'boolean' ? ' t="b"' : '';
    const value = typeof cell.value === 'boolean' ? Number(cell.value) : cell.value;
    return { attributes: type, inner: f + tag('v', '', escapeXml(String(value))) };
  }
  if ('format' in cell) {
    const { attributes, inner } = cellXml(cell.value, strings, formats, options, tag);
    return { attributes: `${attributes} s="${formats.styleOf(cell.format)}"`, inner };
  }
  if ('xml' in cell) return { attributes: ` ${cell.attributes}`, inner: cell.xml };
  return { attributes: ' t="e"', inner: tag('v', '', cell.error) };
}

function text(value: string): string {
  return `<t xml:space="preserve">${escapeXml(value)}</t>`;
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function workbook(sheets: readonly Sheet[], options: XlsxOptions): string {
  const list = sheets.map(
    (sheet, index) =>
      `<sheet name="${escapeXml(sheet.name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const properties = options.date1904 ? '<workbookPr date1904="1"/>' : '';
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${properties}<sheets>${list.join('')}</sheets></workbook>`;
}

function relations(list: readonly { id: string; type: string; target: string }[]): string {
  const items = list.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheets: number, main: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}.sheet.main+xml"/>` +
    `${overrides.join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`
  );
}
