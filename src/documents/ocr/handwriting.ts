/**
 * Reads what is written by hand. A page is read for its print; what was not surely read there is looked at once more by itself, in several
 * sizes and slants. A date counts that more of these looks have than any other, two at least. Pure.
 */
import { datesIn } from '../dates.ts';
import { around, type Rect } from '../tables.ts';
import type { Look } from './looks.ts';

/** A line of handwriting that was made out, on the page. */
export interface WrittenLine {
  /** But for those of its date. */
  readonly words: readonly WrittenWord[];
  /** One that several looks agree on. */
  readonly date?: Written;
  readonly box: Rect;
}

export interface Written {
  readonly text: string;
  readonly box: Rect;
}

export interface WrittenWord extends Written {
  /** From 0 to 100. */
  readonly confidence: number;
}

/** A word with where it stands, as one look at a part of the page has it: on the page. */
export interface SeenWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: Rect;
  /** Words of one line have the same. */
  readonly line: number;
}

/** “4 juin 26” */
const FEWEST_FIGURES = 3;
/** Of looks at it: a date that only one has is none. */
const FEWEST_VOICES = 2;

/** What one look at a part made out. */
export interface Seen {
  readonly look: Look;
  readonly words: readonly SeenWord[];
}

/** Whether a date may be among these words. */
export function hasFigures({ words }: Seen): boolean {
  return words.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0) >= FEWEST_FIGURES;
}

/** Of all words of a line: less sure, and it is a scrawl. */
const LEGIBLE = 70;
const FEWEST_LETTERS = 3;

/**
 * The lines of a part, each as the look has it that makes it out best. Where several looks agree on a date, one of these counts: on its month,
 * and of its days the one that most of them have.
 */
export function writtenLines(looks: readonly Seen[]): WrittenLine[] {
  const lines = looks.flatMap(({ words, look }) =>
    [...Map.groupBy(words, ({ line }) => line).values()]
      .map(seenLine)
      .filter(({ date }) => date !== undefined || look.onlyFigures !== true),
  );
  return byPlace(lines).flatMap((same) => {
    const dated = agreeingOnDate(same);
    const best = bestOf(dated.length > 0 ? dated : same);
    if (best === undefined || (dated.length === 0 && !isLegible(best))) return [];
    const { words, date, box } = best;
    if (dated.length === 0 || date === undefined) return [{ words, box }];
    const others = words.filter((word) => !date.words.includes(word));
    return [{ words: others, date: { text: date.text, box: date.box }, box }];
  });
}

interface SeenLine {
  readonly words: readonly WrittenWord[];
  readonly text: string;
  readonly box: Rect;
  readonly confidence: number;
  readonly date?: Written & { readonly days: readonly string[]; readonly words: readonly WrittenWord[] };
}

function seenLine(all: readonly SeenWord[]): SeenLine {
  const words = all.map((word) => ({ ...word, text: withYear(word.text) }));
  const text = words.map((word) => word.text).join(' ');
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const sure = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  const line = { words, text, confidence: letters === 0 ? 0 : sure / letters, box: around(all.map(({ box }) => box)) };
  const [found] = datesIn(text, true);
  if (found === undefined) return line;
  const own = between(words, found.at, found.at + found.words.length);
  return { ...line, date: { text: found.words, days: found.days, words: own, box: around(own.map(({ box }) => box)) } };
}

/** The words that stand between two places of their line's text, in full or in part. */
function between(words: readonly WrittenWord[], from: number, to: number): WrittenWord[] {
  let start = 0;
  return words.filter(({ text }) => {
    const end = start + text.length;
    const isOf = start < to && end > from;
    start = end + 1;
    return isOf;
  });
}

/** A handwritten 2 is taken for 7, 9 or 1: no document is of 2076 or of 1026. */
function withYear(word: string): string {
  return word.replace(/(?<!\d)(?:20[79]|102)(?=\d(?!\d))/g, '202');
}

function isLegible({ text, confidence }: SeenLine): boolean {
  return confidence >= LEGIBLE && text.replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_LETTERS;
}

/** Years in which documents are signed: others are misread ones. */
const LIKELY = /^20[12]/;

function agreeingOnDate(lines: readonly SeenLine[]): SeenLine[] {
  const dated = lines.filter(({ date }) => date?.days.every((day) => LIKELY.test(day)));
  const month = mostOf(dated, ({ date }) => `${date?.days.map((day) => day.slice(0, 7))}`);
  const day = mostOf(month, ({ date }) => `${date?.days}`);
  return day.length < FEWEST_VOICES ? [] : day;
}

function bestOf(lines: readonly SeenLine[]): SeenLine | undefined {
  // A month in full tells more than one with slips.
  const plain = lines.filter(({ text }) => datesIn(text).length > 0);
  return (plain.length > 0 ? plain : lines).toSorted((a, b) => b.confidence - a.confidence)[0];
}

/** The largest group; none where another is as large. */
function mostOf(lines: readonly SeenLine[], key: (line: SeenLine) => string): SeenLine[] {
  const [first = [], second = []] = [...Map.groupBy(lines, key).values()].sort((a, b) => b.length - a.length);
  return first.length > second.length ? first : [];
}

/** The same line, as each look has it. */
function byPlace(lines: readonly SeenLine[]): SeenLine[][] {
  const places: SeenLine[][] = [];
  for (const line of lines) {
    const middle = (line.box.y0 + line.box.y1) / 2;
    const place = places.find(([first]) => first !== undefined && first.box.y0 <= middle && middle <= first.box.y1);
    if (place === undefined) places.push([line]);
    else place.push(line);
  }
  return places;
}
