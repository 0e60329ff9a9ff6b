/** Reads records of delimited text again whose quotation marks do not stand where they should. Pure. */

export interface RawRecord {
  /** As it stands in the file, without its line break. */
  readonly raw: string;
  /** As the parser took it. */
  readonly cells: readonly string[];
}

export interface RereadRow {
  /** Lines below the first of the record. */
  readonly offset: number;
  readonly cells: readonly string[];
  /** Where a cell ends is anybody's guess. */
  readonly stray: boolean;
}

/** How many cells the records of a text have, by its first ones; 0 where each has but one. */
export function usualWidth(records: readonly RawRecord[], delimiter: string): number {
  const widths = records
    .map(({ cells }) => (isWholeLine(cells, delimiter) ? lenientCells(cells[0] ?? '', delimiter) : cells).length)
    .filter((width) => width > 1);
  const counts = Map.groupBy(widths, (width) => width);
  // Among equals the first, which is the header's.
  const most = [...counts.values()].toSorted((a, b) => b.length - a.length)[0]?.[0] ?? 0;
  // Where blank cells at the end are left off, only the header has all.
  return Math.max(most, widths.find((width) => width > 2) ?? 0);
}

/** The rows that a record holds: one, unless a stray mark has swallowed the lines behind it. @param width `usualWidth` */
export function rowsOfRecord(record: RawRecord, delimiter: string, width: number): readonly RereadRow[] {
  const { cells } = record;
  // Where nothing is quoted, nothing is doubtful.
  if (!record.raw.includes('"') || !isDoubtful(cells, delimiter, width)) return [{ offset: 0, cells, stray: false }];
  if (isWholeLine(cells, delimiter) && !record.raw.includes('\n')) {
    const line = lenientCells(cells[0] ?? '', delimiter);
    // A remark with a comma in it stays what it is.
    return [{ offset: 0, cells: line.length === width ? line : cells, stray: false }];
  }
  return reread(record, delimiter, width);
}

function isDoubtful(cells: readonly string[], delimiter: string, width: number): boolean {
  if (cells.length === 1 && width <= 1) return false;
  return (
    (cells.length !== width && cells.some((cell) => /["\n]/.test(cell))) ||
    cells.some((cell) => cell.startsWith('"') || (cell.includes('\n') && cell.includes(delimiter))) ||
    cells.some((cell) => holdsBorder(cell, delimiter)) ||
    isWholeLine(cells, delimiter)
  );
}

type LineOfRecord = Omit<RereadRow, 'stray'>;

function reread({ raw, cells }: RawRecord, delimiter: string, width: number): readonly RereadRow[] {
  const isSound = (read: readonly string[]): boolean =>
    read.length <= width && !read.some((cell) => opensOnly(cell) || holdsBorder(cell, delimiter) || holdsRecord(cell));
  // As many delimiters as lie between the same column of two rows.
  const holdsRecord = (cell: string): boolean => cell.includes('\n') && cell.split(delimiter).length >= width;
  const isTorn = ({ cells: line }: LineOfRecord): boolean => line.length !== width;
  const told = (row: LineOfRecord, index: number, all: readonly LineOfRecord[]): RereadRow => {
    // What a line lacks may stand in the next one.
    const torn = [all[index - 1], row].some((one) => one !== undefined && isTorn(one));
    return {
      ...row,
      stray:
        torn || hasLooseMark(lines[row.offset] ?? '', delimiter) || !isSound(row.cells) || row.cells.some(isUneven),
    };
  };
  const lines = raw.split('\n');
  const apart = lines
    .map((line, offset) => ({ offset, cells: lenientCells(line, delimiter) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  // Lines that are whole records by themselves were swallowed by a mark that was only text.
  const whole = apart.filter((row) => row.cells.length === width).length;
  if (lines.length > 1 && (whole > 1 || whole === apart.length)) return apart.map(told);
  const once = lenientCells(raw, delimiter);
  const read = [once, cells].find((one) => one.length === width && isSound(one));
  if (read !== undefined && !hasLooseMark(raw, delimiter)) return [{ offset: 0, cells: read, stray: false }];
  // Blank cells at its end were left off, and both ways of reading it agree.
  const agree = once.join('\n') === cells.map((cell) => cell.trim()).join('\n');
  if (agree && isSound(cells) && !cells.some((cell) => cell.startsWith('"') || isUneven(cell)))
    return [{ offset: 0, cells, stray: false }];
  return apart.map(told);
}

/** A mark right beside a delimiter was the border of a cell; in a cell of several lines also one beside blanks and a delimiter. */
function holdsBorder(cell: string, delimiter: string): boolean {
  const text = cell.includes('\n') ? cell.replaceAll(' ', '') : cell;
  return text.includes(`${delimiter}"`) || text.includes(`"${delimiter}`);
}

/** A line that was put into quotation marks as a whole, as a program does that takes all of it for one cell. */
function isWholeLine(cells: readonly string[], delimiter: string): boolean {
  return (cells[0] ?? '').includes(delimiter) && cells.slice(1).every((cell) => cell.trim() === '');
}

/** It begins with a mark that nothing closes. One within or at the end of a cell may stand for inches. */
function opensOnly(cell: string): boolean {
  return cell.startsWith('"') && (isUneven(cell) || isUneven(cell.split('\n', 1)[0] ?? ''));
}

function isUneven(cell: string): boolean {
  return cell.split('"').length % 2 === 0;
}

/** The cells of a line where a mark counts only beside a delimiter (or blanks and a delimiter); everywhere else it is text. */
function lenientCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const [cell, end] = quotedCell(line, at, delimiter) ?? plainCell(line, at, delimiter);
    cells.push(cell);
    at = end + 1;
  }
  return cells;
}

/** A cell begins with a mark, and none closes it: it may go on in the next line. */
function hasLooseMark(line: string, delimiter: string): boolean {
  for (let at = 0; at <= line.length; ) {
    const quoted = quotedCell(line, at, delimiter);
    const [cell, end] = quoted ?? plainCell(line, at, delimiter);
    if (quoted === undefined && cell.startsWith('"')) return true;
    at = end + 1;
  }
  return false;
}

/** A cell and the place of the delimiter behind it. */
type CellAt = readonly [string, number];

function plainCell(line: string, at: number, delimiter: string): CellAt {
  const found = line.indexOf(delimiter, at);
  const end = found < 0 ? line.length : found;
  return [line.slice(at, end).trim(), end];
}

/** `="…"` is how some programs keep Excel from making a number of a text. */
function quotedCell(line: string, at: number, delimiter: string): CellAt | undefined {
  let from = skipBlanks(line, at, delimiter);
  if (line[from] === '=') from++;
  if (line[from] !== '"') return undefined;
  for (let mark = line.indexOf('"', from + 1); mark >= 0; mark = line.indexOf('"', mark + 1)) {
    if (line[mark + 1] === '"') {
      mark++;
      continue;
    }
    const end = skipBlanks(line, mark + 1, delimiter);
    if (end === line.length || line.startsWith(delimiter, end))
      return [line.slice(from + 1, mark).replaceAll('""', '"'), end];
  }
  return undefined;
}

function skipBlanks(line: string, at: number, delimiter: string): number {
  let next = at;
  while ((line[next] === ' ' || line[next] === '\t') && line[next] !== delimiter) next++;
  return next;
}
