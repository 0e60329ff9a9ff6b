/** Paragraphs and cells of a document, with the heading that they stand under. Pure. */
import { anyOf, fold } from '../../documents/fold.ts';
import { LEFT_OUT } from './left-out.ts';
import { mentionsIn } from './mentions.ts';
import { PRODUCTS } from './products.ts';
import { EXCLUDED_HEADINGS, NO_ANSWERS, YES_ANSWERS } from './tuning.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

export interface Block {
  readonly text: string;
  readonly page: number;
  readonly scan: boolean;
  /** The other cells of its row. */
  readonly beside: readonly string[];
  /** It stands in a list or a column of what was left out. */
  readonly leftOut: boolean;
}

/** Characters from which on a line may go on in the next one. */
const FULL_LINE = 55;
const BULLET = /^\s*(?:\+(?=\s)|[-–—•·*▪●○◦‣☐☒☑✓✔✗✘]|\[.?\]|\(.?\)|\d{1,2}[.)]|[a-z]\))\s*/u;
const HEADING = anyOf(EXCLUDED_HEADINGS);
/** On any scale: what begins that much further left stands outside. */
const HANGING = 2;
const MOST_HEADING_WORDS = 8;
/** Headings whose letters were drawn apart have lost the blanks between their words. */
const IN_ONE = new Set(EXCLUDED_HEADINGS.map((words) => fold(words).replace(/[^\p{L}]/gu, '')));

export function blocksOf(view: DocumentView): Block[] {
  const blocks: Block[] = [];
  const heads = answerHeads(view);
  let under = false;
  /** Right beneath a heading a sentence is of it, too. */
  let begins = false;
  for (let index = 0; index < view.rows.length; index++) {
    const row = view.rows[index] as Row;
    if (row.cells.length !== 1) {
      under = false;
      const rest = wrappedRows(view, row);
      blocks.push(...row.cells.map((cell) => cellBlock(view, row, cell, { rest, heads })));
      index += rest.length;
      continue;
    }
    let text = row.cells[0]?.text ?? '';
    while (goesOn(view, row, index, text)) {
      index++;
      text += `\n${view.rows[index]?.cells[0]?.text ?? ''}`;
    }
    if (isHeading(text)) [under, begins] = [isLeftOutHeading(text), true];
    else if (under && !begins && !BULLET.test(text) && /[.!?]$/.test(text.trim())) under = false;
    else begins = false;
    blocks.push({ text: row.scan ? boxesIn(text) : text, page: row.page, scan: row.scan, beside: [], leftOut: under });
  }
  return blocks;
}

/** Whether the next row is the rest of this line. */
function goesOn(view: DocumentView, first: Row, index: number, text: string): boolean {
  const row = view.rows[index] as Row;
  const next = view.near(row, 1);
  const last = text.slice(text.lastIndexOf('\n') + 1);
  if (next?.cells.length !== 1 || next.scan !== row.scan || BULLET.test(next.cells[0]?.text ?? '')) return false;
  if (/[.:;!?]$/.test(last.trim())) return false;
  // An item goes on further right than it begins; and what begins with “Out of scope” is another one.
  const [from = 0, nextFrom = 0] = [first, next].map(({ cells }) => cells[0]?.from);
  if (BULLET.test(text) && nextFrom < from - HANGING) return false;
  if (/^\p{Lu}/u.test(next.cells[0]?.text ?? '') && LEFT_OUT.test(plainWords(next.cells[0]?.text ?? ''))) return false;
  return (
    last.length >= FULL_LINE ||
    /[,(/&]$|\s(?:of|the|and|or|to|for|in|von|der|die|und|de|du|la|le|et|el|y|en)$/i.test(last)
  );
}

const MOST_WRAPPED = 12;
/** On any scale: cells of one column begin that near. */
const SAME_COLUMN = 3;

/**
 * The rows beneath in which cells of this row go on: none begins in its first column, and each where another column does, or the first goes on
 * as well, with the rest of a product's name.
 */
function wrappedRows(view: DocumentView, row: Row): Row[] {
  const found: Row[] = [];
  const [, ...columns] = row.cells;
  for (let down = 1; down <= MOST_WRAPPED; down++) {
    const next = view.near(row, down);
    const goesOn = next?.cells.every(
      ({ text, from }) => !BULLET.test(text) && columns.some((column) => Math.abs(column.from - from) <= SAME_COLUMN),
    );
    const [first, rest] = [row.cells[0], next?.cells[0]];
    const isName =
      first !== undefined &&
      rest !== undefined &&
      Math.abs(first.from - rest.from) <= SAME_COLUMN &&
      isParted(first.text, rest.text);
    if (next === undefined || (goesOn !== true && !isName)) break;
    found.push(next);
  }
  return found;
}

/** “Microsoft Defender for” and beneath it “Endpoint”. */
function isParted(text: string, next: string): boolean {
  return mentionsIn(`${text} ${next}`, PRODUCTS).some(({ at, end }) => at < text.length && end > text.length + 1);
}

function cellBlock(
  view: DocumentView,
  row: Row,
  cell: ViewCell,
  { rest, heads }: { readonly rest: readonly Row[]; readonly heads: ReadonlyMap<Row, readonly ViewCell[]> },
): Block {
  const beside = row.cells
    .filter((other) => other !== cell)
    .flatMap((other) => [other.text, ...answerOver(other, heads.get(row))]);
  const wrapped = rest.flatMap(({ cells }) => cells.filter(({ from }) => Math.abs(cell.from - from) <= SAME_COLUMN));
  const whole = [cell, ...wrapped].map(({ text }) => text).join('\n');
  const text = row.scan ? boxesIn(whole) : whole;
  return { text, page: row.page, scan: row.scan, beside, leftOut: isUnderLeftOut(view, row, cell) };
}

const CROSS = /^\W*[xX×✗✘✓✔☒☑]\W*$/u;
const ROWS_TO_ANSWERS = 30;

/** For each row, the “Yes | No” at the head of its columns. */
function answerHeads(view: DocumentView): ReadonlyMap<Row, readonly ViewCell[]> {
  const heads = new Map<Row, readonly ViewCell[]>();
  let last: { readonly row: Row; readonly answers: readonly ViewCell[] } | undefined;
  for (const row of view.rows) {
    const answers = row.cells.filter(({ text }) => isAnswer(text));
    if (answers.length > 1) last = { row, answers };
    else if (last?.row.page === row.page && row.index - last.row.index <= ROWS_TO_ANSWERS) heads.set(row, last.answers);
  }
  return heads;
}

/** What a cross beneath one of them answers. */
function answerOver(cell: ViewCell, heads: readonly ViewCell[] = []): string[] {
  return CROSS.test(cell.text)
    ? heads.filter(({ from, to }) => from < cell.to && cell.from < to).map(({ text }) => text)
    : [];
}

function isAnswer(text: string): boolean {
  const plain = fold(text.trim()).replace(/[.:]$/, '');
  return plain.length > 1 && (NO_ANSWERS.has(plain) || YES_ANSWERS.has(plain));
}

/** Boxes as scans give them: “[J” is an empty one, “[x” a ticked one. */
function boxesIn(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])[[({]\s?[xX×%]\s?[\])}|J]?(?=\s)/gu, '[x]')
    .replace(/(?<![\p{L}\p{N}])[[({]\s?[JIl|1!]?\s?[\])}|J]?(?=\s\p{L})/gu, '[ ]');
}

const MOST_ROWS_UP = 15;

function isUnderLeftOut(view: DocumentView, row: Row, cell: ViewCell): boolean {
  for (let up = 1; up <= MOST_ROWS_UP; up++) {
    const above = view.near(row, -up);
    if (above === undefined || above.cells.length < 2) return false;
    const heads = view.inColumn(above, cell);
    if (heads.length === 1 && isLeftOutHeading(heads[0]?.text ?? '')) return true;
  }
  return false;
}

function isHeading(text: string): boolean {
  const count = text.trim().split(/\s+/).length;
  return (
    !BULLET.test(text.replace(/^\s*\d[\d.]*\s+/, '')) &&
    count <= MOST_HEADING_WORDS &&
    (/:$/.test(text.trim()) || !/[.,;!?]$/.test(text.trim())) &&
    looksLikeTitle(text)
  );
}

/** A line of its own that names a section, not an item of a list. */
function looksLikeTitle(text: string): boolean {
  return (
    /:$/.test(text.trim()) ||
    isLeftOutHeading(text) ||
    /^\s*(?:\d[\d.]*\s+)?(?:in scope|scope|activities|signatures?|deliverables|acceptance|customer|leistungen|umfang|tatigkeiten|unterschrift|perimetre|activites|alcance|actividades)/.test(
      fold(text),
    )
  );
}

function plainWords(text: string): string {
  return fold(text).replace(/[’']/g, '’');
}

function isLeftOutHeading(text: string): boolean {
  const plain = plainWords(text);
  if (text.trim().split(/\s+/).length > MOST_HEADING_WORDS) return false;
  return HEADING.test(plain) || IN_ONE.has(plain.replace(/[^\p{L}]/gu, ''));
}
