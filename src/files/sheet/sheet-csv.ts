/** Rows out of delimited text. */
import { CsvError, type Parser, parse } from 'csv-parse';
import { UserError } from '../../errors.ts';
import { cleanCell, MAX_COLUMNS, type RowSource, type SheetRow } from './sheet.ts';
import { type RawRecord, rowsOfRecord, usualWidth } from './stray-quotes.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Characters. A quotation mark that is never closed would make one row of the rest; a row longer than this is an error. */
const ROW_LENGTH = 1_000_000;
const CHUNK = 65_536;

/**
 * One source of rows per delimiter; the right one is that in which a header is found. Excel's own first line `sep=;` leaves only one.
 * Values that start with `=`, `+`, `-` or `@` are texts like any other: nothing here evaluates them.
 */
export function csvSheets(text: string): RowSource[] {
  // Line breaks of one kind make the line numbers right, also within quotes.
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = /^"?sep=(.)"?[ \t]*(?=\n|$)/i.exec(lines);
  if (separator?.[1] !== undefined) return [csvSheet(lines.slice(separator[0].length), separator[1])];
  return DELIMITERS.map((delimiter) => csvSheet(lines, delimiter));
}

function csvSheet(text: string, delimiter: string): RowSource {
  return { rows: (limit) => csvRows(text, delimiter, limit ?? Number.POSITIVE_INFINITY) };
}

interface ParsedRecord extends RawRecord {
  readonly line: number;
}

/** As many records as tell how many cells the records of a text have. */
const TELLING = 100;

async function* csvRows(text: string, delimiter: string, limit: number): AsyncGenerator<SheetRow> {
  let width = 0;
  let count = 0;
  for await (const records of atLeast(TELLING, parsedRecords(text, delimiter))) {
    width ||= usualWidth(records, delimiter);
    for (const record of records) {
      for (const row of sheetRows(record, delimiter, width)) {
        yield row;
        if (++count >= limit) return;
      }
    }
  }
}

/** The lists as they come, but the first ones joined until they have so many items; also where an error ends them. */
async function* atLeast<T>(items: number, lists: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
  let first: readonly T[] | undefined = [];
  try {
    for await (const list of lists) {
      if (first === undefined) yield list;
      else {
        first = [...first, ...list];
        if (first.length < items) continue;
        const joined: readonly T[] = first;
        first = undefined;
        yield joined;
      }
    }
  } catch (error) {
    if (first !== undefined) yield first;
    throw error;
  }
  if (first !== undefined) yield first;
}

function sheetRows(record: ParsedRecord, delimiter: string, width: number): SheetRow[] {
  return rowsOfRecord(record, delimiter, width).map(({ offset, cells, stray }) => ({
    line: record.line + offset,
    cells: cells.slice(0, MAX_COLUMNS).map(shownText),
    ...(stray ? { misread: 'quotes' as const } : width > 0 && cells.length > width && { misread: 'cells' as const }),
  }));
}

/** The records of each piece of a text; the first piece that has any gives all that are in it. */
async function* parsedRecords(text: string, delimiter: string): AsyncGenerator<readonly ParsedRecord[]> {
  // The parser counts the lines read so far, so a row starts on the line after the one where the row before it ended.
  let line = 1;
  let records: ParsedRecord[] = [];
  let failure: Error | undefined;
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    // A mark behind blanks opens a cell, too.
    ltrim: true,
    raw: true,
    max_record_size: ROW_LENGTH,
    // Rows are gathered here and not from the parser's own stream, which drops those before an error.
    on_record: (parsed: unknown, { lines }) => {
      const { raw, record } = parsed as { raw: string; record: string[] };
      records.push({ line, raw: raw.replace(/\n$/, ''), cells: record });
      line = lines + 1;
      return null;
    },
  }).on('error', (error) => {
    failure = error;
  });
  try {
    for (const chunk of [...chunks(text), undefined]) {
      await feed(parser, chunk);
      if (records.length > 0) yield records;
      records = [];
      if (failure !== undefined) throw readError(failure, line);
    }
  } finally {
    parser.destroy();
  }
}

/** `="0012345"` shows 0012345 in Excel. */
function shownText(cell: string): string {
  const formula = cell.startsWith('="') ? /^="((?:[^"]|"")*)"$/.exec(cell.trim())?.[1] : undefined;
  return cleanCell(formula?.replaceAll('""', '"') ?? cell);
}

/** Gives the parser a piece, or the end, and waits until it has parsed that. */
function feed(parser: Parser, chunk: string | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (chunk === undefined) parser.end(() => resolve());
    else parser.write(chunk, () => resolve());
  });
}

function readError(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  return new UserError('sheet.open-quote', { line }, { cause: error });
}

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    // A character of two halves stays in one chunk.
    const high = (text.charCodeAt(at + CHUNK - 1) & 0xfc00) === 0xd800;
    const end = at + CHUNK + (high ? 1 : 0);
    yield text.slice(at, end);
    at = end;
  }
}
