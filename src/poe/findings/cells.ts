/** What a cell may stand for: a day, a name, a line to write on, a caption in brackets. Pure. */
import { datesIn } from '../../documents/dates.ts';
import { endsSentence } from '../../documents/fold.ts';
import type { LabelKind } from './labels.ts';
import { isPersonName, signedBy } from './signer.ts';
import type { ViewCell } from './view.ts';

export const MOST_VALUE_WORDS = 12;
/** “Head of IT, Fabrikam Intl.” */
const MOST_WORDS_WITH_A_STOP = 4;
/** On any scale: what is further from a head stands in another column. */
const NEAR_HEAD = 60;
const LINE = /^[\s_.…–—-]*(?:_{2,}|\.{4,}|…{2,}|-{4,}|–{3,}|—{2,})[\s_.…–—-]*$/u;

/** The head over a cell: the nearest one. */
export function nearestOf(cell: ViewCell, heads: readonly ViewCell[]): ViewCell | undefined {
  const near = heads
    .map((head) => ({ head, gap: Math.max(cell.from, head.from) - Math.min(cell.to, head.to) }))
    .filter(({ gap }) => gap <= NEAR_HEAD);
  return near.sort((a, b) => a.gap - b.gap)[0]?.head;
}

/** “Jane” over “Doe”, in a narrow column. */
export function isBrokenName(upper: ViewCell, lower: ViewCell): boolean {
  return (
    [upper, lower].every(({ text, mark }) => mark === undefined && /^\p{Lu}[\p{L}'’-]+$/u.test(text)) &&
    signedBy(`${upper.text} ${lower.text}`, upper.row.scan) === 'name'
  );
}

export function isLine({ text, mark }: ViewCell): boolean {
  return mark === undefined && LINE.test(text);
}

/** A day, and nobody's name. */
export function isDay(cells: readonly ViewCell[]): boolean {
  return cells.length > 0 && cells.every((cell) => fits('date', cell) && !fits('sign', cell));
}

/** Whether a cell may stand for a label of this kind. */
export function fits(kind: LabelKind, cell: ViewCell): boolean {
  const { text, mark, row } = cell;
  if (text.split(/\s+/).length > MOST_VALUE_WORDS) return false;
  switch (kind) {
    case 'sign':
      return mark !== undefined || signedBy(text, row.scan) === 'name';
    case 'date':
      return datesIn(text, row.scan).length > 0;
    case 'name':
      return isPersonName(text);
    case 'company':
    case 'other':
      return !endsSentence(text) || text.split(/\s+/).length <= MOST_WORDS_WITH_A_STOP;
  }
}

export function isCaptioned(caption: ViewCell, left: readonly ViewCell[], kind: LabelKind): boolean {
  return left.some((other) => isBracketed(caption.text) || isLine(other) || (kind !== 'other' && fits(kind, other)));
}

export function isBracketed(text: string): boolean {
  return /^\s*[([].*[)\]]\s*$/.test(text);
}
