/**
 * A list as .xlsx: one sheet whose first row stays in sight and filters. Texts stand in their cells and are never formulas (ECMA-376, 18.3.1.4, `inlineStr`);
 * rows and cells say their places, without which some readers refuse them.
 */
import { Zip, ZipDeflate } from 'fflate';
import { DAY_MS } from '../../time/units.ts';
import type { ListCell, ListColumn, ListRows } from './list-file.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** By their places in the sheet's styles. */
const [BOLD, DAY] = [1, 2];
/** Excel counts days from here. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const LETTERS = 26;
/** A cell holds no more (18.3.1.4). */
const MOST_CHARACTERS = 32_767;

/** @param name of the sheet */
export async function xlsxFile({ columns, rows }: ListRows, name: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, text] of Object.entries(partsBeside(name))) addPart(zip, path).push(bytesOf(text), true);
  const sheet = addPart(zip, 'xl/worksheets/sheet1.xml');
  sheet.push(bytesOf(sheetHead(columns)));
  let row = 1;
  sheet.push(
    bytesOf(
      rowOf(
        columns.map(({ title }) => title),
        row,
        BOLD,
      ),
    ),
  );
  for await (const some of rows) {
    const text = some.map((cells) => {
      row += 1;
      return rowOf(cells, row);
    });
    sheet.push(bytesOf(text.join('')));
  }
  const last = `${columnName(columns.length - 1)}${row}`;
  sheet.push(bytesOf(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`), true);
  zip.end();
  return Buffer.concat(chunks);
}

function addPart(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 6 });
  zip.add(part);
  return part;
}

function partsBeside(name: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

function sheetHead(columns: readonly ListColumn[]): string {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const view =
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

function rowOf(cells: readonly ListCell[], row: number, style = 0): string {
  return `<row r="${row}">${cells.map((cell, i) => cellOf(cell, `${columnName(i)}${row}`, style)).join('')}</row>`;
}

function cellOf(cell: ListCell, place: string, style: number): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell !== 'string')
    return `<c r="${place}" s="${DAY}"><v>${(Date.parse(cell.day) - FIRST_DAY) / DAY_MS}</v></c>`;
  if (cell === '') return '';
  const text = escaped(cell.slice(0, MOST_CHARACTERS));
  return `<c r="${place}" t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** 0 → A, 26 → AA */
function columnName(index: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? last : columnName(Math.floor(index / LETTERS) - 1) + last;
}

/** XML takes no control characters, and no halves of pairs. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
