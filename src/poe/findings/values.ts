/** Finds what stands for a label with nothing behind it in its own cell: beside it, beneath it, or above it. Pure. */
import { datesIn } from './dates.ts';
import type { LabelKind, Labelled } from './labels.ts';
import type { Side } from './party.ts';
import { isPersonName, signedBy } from './signer.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

export interface Slot {
  /** What stands there, marks among it; none where it is empty. */
  readonly cells: readonly ViewCell[];
  /** Where it is from the label: `below` of one label alone may be something else. */
  readonly direction: 'right' | 'left' | 'above' | 'below' | 'table';
  /** Rows of the one who signs there, in a table of several. */
  readonly rows: readonly Row[];
  /** Whose it is, by the head of its column or by its row. */
  readonly side: Side | undefined;
}

type Direction = Slot['direction'];
type SideOf = (cell: ViewCell) => Side | undefined;

/** Rows beneath the heads of a table. */
const TABLE_REACH = 10;
/** Rows from a value up to the row that names the parties of the columns. */
const HEADS_REACH = 8;
/** Rows in which captions of one column stand. */
const CAPTIONS_REACH = 3;
/** Rows of labels, one over the other. */
const MOST_STACKED = 8;
const MOST_VALUE_WORDS = 12;
/** On any scale: what is further from a head stands in another column. */
const NEAR_HEAD = 60;
const LINE = /^[\s_.…–—-]*(?:_{2,}|\.{4,}|…{2,}|-{4,}|–{3,}|—{2,})[\s_.…–—-]*$/u;

export class Values {
  readonly #view: DocumentView;
  readonly #labelsOf: (cell: ViewCell) => readonly Labelled[];
  readonly #sideOf: SideOf;

  constructor(view: DocumentView, labelsOf: (cell: ViewCell) => readonly Labelled[], sideOf: SideOf) {
    this.#view = view;
    this.#labelsOf = labelsOf;
    this.#sideOf = sideOf;
  }

  /** One for each who signs there. */
  slotsOf(cell: ViewCell): readonly Slot[] {
    const direction = this.#directionOf(cell);
    const slot = (cells: readonly ViewCell[]): Slot => ({ cells, direction, rows: [], side: undefined });
    switch (direction) {
      case 'right':
        return this.#toTheRight(cell);
      case 'left':
        return [slot(this.#leftOf(cell).filter((other) => fits('other', other)))];
      case 'above':
        return [slot(this.#above(cell))];
      case 'below':
        return [slot(this.#inColumn(this.#view.near(cell.row, 1), cell).filter((other) => this.isValue(other)))];
      case 'table':
        return this.#signersBeneath(cell);
    }
  }

  /** A label, or one of several, with nothing behind it. */
  isAlone(cell: ViewCell): boolean {
    const labels = this.#labelsOf(cell);
    return labels.length === 1 && !this.isValue(cell) && (labels[0]?.value ?? '') === '';
  }

  /** No label, and also words about a place such as “/s/ Jane Doe” and “signature on file”. */
  isValue(cell: ViewCell): boolean {
    const labels = this.#labelsOf(cell);
    if (labels.length === 0 || cell.mark !== undefined || labels.every(({ label }) => label === '')) return true;
    return labels.every(({ value }) => value === undefined) && signedBy(cell.text) === 'elsewhere';
  }

  #directionOf(cell: ViewCell): Direction {
    if (this.#isCaptionAtTheRight(cell)) return 'left';
    const next = cell.row.cells[cell.row.cells.indexOf(cell) + 1];
    if (next !== undefined && this.isValue(next)) return 'right';
    const group = this.#aloneIn(cell.row);
    const stack = this.#stackOf(cell);
    const score = (direction: 'above' | 'below') => stack.reduce((sum, label) => sum + this.#fit(label, direction), 0);
    const [above, below] = [/:\s*$/.test(cell.text) ? 0 : score('above'), score('below')];
    if (above > 0 && above >= below) return 'above';
    if (group.length > 1) return below > 0 ? 'table' : 'right';
    return this.#isTold(stack) ? 'table' : 'below';
  }

  #aloneIn(row: Row): readonly ViewCell[] {
    return row.cells.filter((other) => this.isAlone(other));
  }

  /** The printed name has a place of its own beneath its label, so that one beneath another label is no printed name. */
  #isTold(stack: readonly ViewCell[]): boolean {
    return stack.some((label) => this.#kindOf(label) === 'name' && this.#fit(label, 'below') > 0);
  }

  /** The labels of a row, and of the rows over and under it that have values between them: all of them stand on the same side. */
  #stackOf(cell: ViewCell): readonly ViewCell[] {
    const rows = [cell.row];
    for (const step of [1, -1]) {
      for (let row: Row | undefined = cell.row; row !== undefined; ) {
        const last: Row = row;
        row = [2, 1, 3]
          .map((distance) => this.#view.near(last, step * distance))
          .find((other) => this.#view.inColumn(other, cell).some((label) => this.isAlone(label)));
        if (row !== undefined) rows.push(row);
        if (rows.length > MOST_STACKED) break;
      }
    }
    return rows.flatMap((row) => this.#aloneIn(row));
  }

  /** “Jane Doe (Signature)”: the first cell of the row is a value, and the last a caption. */
  #isCaptionAtTheRight(cell: ViewCell): boolean {
    if (isCaptioned(cell, this.#leftOf(cell), this.#kindOf(cell)) && this.#endsInCaptions(cell.row)) return true;
    // Where nothing was written, the captions above and beneath tell.
    return (
      cell.row.cells.length === 1 &&
      isBracketed(cell.text) &&
      [1, -1, 2, -2, CAPTIONS_REACH, -CAPTIONS_REACH].some((distance) => {
        const row = this.#view.near(cell.row, distance);
        const [other] = this.#view.inColumn(row, cell);
        return other !== undefined && this.isAlone(other) && isBracketed(other.text) && this.#leftOf(other).length > 0;
      })
    );
  }

  #endsInCaptions({ cells }: Row): boolean {
    const [first] = cells;
    const last = cells.at(-1);
    return first !== undefined && last !== undefined && this.isValue(first) && this.isAlone(last);
  }

  #leftOf(cell: ViewCell): readonly ViewCell[] {
    const previous = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
    return previous !== undefined && this.isValue(previous) ? [previous] : [];
  }

  #kindOf(cell: ViewCell): LabelKind {
    return this.#labelsOf(cell)[0]?.kind ?? 'other';
  }

  /** How well what is above a label, or beneath it, goes with it. A line that is ruled there tells as much as a value. */
  #fit(label: ViewCell, direction: 'above' | 'below'): number {
    const found =
      direction === 'above'
        ? [...this.#inColumn(this.#view.near(label.row, -1), label), ...this.#above(label)]
        : this.#inColumn(this.#view.near(label.row, 1), label);
    return found.some((other) => isLine(other) || this.#goesWith(label, other)) ? 1 : 0;
  }

  /** Whether a cell may stand for a label: no label is in front of it, and no company is a signature. */
  #goesWith(label: ViewCell, cell: ViewCell): boolean {
    const kind = this.#kindOf(label);
    const isCompany = kind === 'sign' && cell.mark === undefined && this.#sideOf(cell) !== undefined;
    return this.#isFree(cell) && !isCompany && fits(kind, cell);
  }

  #isFree(cell: ViewCell): boolean {
    const previous = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
    return this.isValue(cell) && (previous === undefined || !this.isAlone(previous));
  }

  #above(label: ViewCell): readonly ViewCell[] {
    const row = this.#view.near(label.row, -1);
    const [line] = this.#inColumn(row, label).filter(isLine);
    const reach =
      line === undefined ? label : { from: Math.min(line.from, label.from), to: Math.max(line.to, label.to) };
    // Columns are set unevenly: a row may hold nothing of this one.
    const rows = (line === undefined ? [1, 2] : [2, 3]).map((up) => this.#view.near(label.row, -up));
    const cells = rows.map((other) => this.#view.inColumn(other, reach)).find((others) => others.length > 0) ?? [];
    const found = cells.filter((other) => !isLine(other) && this.#goesWith(label, other));
    return found.length > 0 || line === undefined ? found : [line];
  }

  #toTheRight(cell: ViewCell): Slot[] {
    const behind = cell.row.cells.slice(cell.row.cells.indexOf(cell) + 1);
    const end = behind.findIndex((other) => !this.isValue(other));
    const values = end === -1 ? behind : behind.slice(0, end);
    const heads = this.#partiesOfColumns(cell.row);
    if (heads.length === 0) return [{ cells: values, direction: 'right', rows: [], side: undefined }];
    const all = heads.flatMap((head): Slot[] => {
      const own = values.filter((value) => nearestOf(value, heads) === head);
      return own.length === 0 ? [] : [{ cells: own, direction: 'right', rows: [], side: this.#sideOf(head) }];
    });
    return all.length > 0 ? all : [{ cells: values, direction: 'right', rows: [], side: undefined }];
  }

  /** The cells above that name both parties, each over a column. */
  #partiesOfColumns(row: Row): readonly ViewCell[] {
    for (let up = 1; up <= HEADS_REACH; up++) {
      const cells = (this.#view.near(row, -up)?.cells ?? []).filter((cell) => this.#sideOf(cell) !== undefined);
      const sides = new Set(cells.map((cell) => this.#sideOf(cell)));
      if (sides.size === 2) return cells;
    }
    return [];
  }

  /** The rows beneath the heads of a table: of each who signs there the cells of this column. */
  #signersBeneath(head: ViewCell): Slot[] {
    const signers: { cells: ViewCell[]; rows: Row[]; side: Side | undefined }[] = [];
    for (let down = 1; down <= TABLE_REACH; down++) {
      const row = this.#view.near(head.row, down);
      if (row === undefined || this.#endsTable(row, head)) break;
      const own = this.#inColumn(row, head).filter((other) => this.isValue(other));
      const side = row.cells.map((other) => this.#sideOf(other)).find((found) => found !== undefined);
      const last = signers.at(-1);
      const isNext =
        last === undefined ||
        (side !== undefined && last.side !== undefined && side !== last.side) ||
        (!(side !== undefined && side === last.side && row.cells.length < (last.rows[0]?.cells.length ?? 0)) &&
          own.length > 0 &&
          last.cells.length > 0 &&
          row.cells.length >= head.row.cells.length);
      if (isNext) signers.push({ cells: own, rows: [row], side });
      else {
        last.rows.push(row);
        last.cells.push(...own);
        last.side ??= side;
      }
    }
    const none = { cells: [], rows: [], side: undefined };
    return (signers.length > 0 ? signers : [none]).map((signer) => ({ ...signer, direction: 'table' }));
  }

  #endsTable({ cells }: Row, head: ViewCell): boolean {
    // “Name: Jane Doe | Signature | Date”: another column holds labels with their values.
    const isOfBlock = (cell: ViewCell): boolean =>
      head.row.cells.some((other) => this.#hasValue(other) && nearestOf(cell, head.row.cells) === other) &&
      this.#hasValue(cell);
    const isProse = cells.some(({ text }) => text.split(/\s+/).length > MOST_VALUE_WORDS);
    return isProse || cells.some((cell) => !this.isValue(cell) && this.#kindOf(cell) !== 'company' && !isOfBlock(cell));
  }

  #hasValue(cell: ViewCell): boolean {
    const labels = this.#labelsOf(cell);
    return labels.length > 0 && labels.every(({ kind, value }) => kind !== 'sign' && (value ?? '') !== '');
  }

  /** Cells are seldom exactly beneath their head: what is nearer to another head is that one's. */
  #inColumn(row: Row | undefined, head: ViewCell): ViewCell[] {
    const [first] = head.row.cells;
    return (row?.cells ?? []).filter(
      (cell) => (first === undefined || cell.to > first.from) && nearestOf(cell, head.row.cells) === head,
    );
  }
}

function nearestOf(cell: ViewCell, heads: readonly ViewCell[]): ViewCell | undefined {
  const near = heads
    .map((head) => ({ head, gap: Math.max(cell.from, head.from) - Math.min(cell.to, head.to) }))
    .filter(({ gap }) => gap <= NEAR_HEAD);
  return near.sort((a, b) => a.gap - b.gap)[0]?.head;
}

export function isLine({ text, mark }: ViewCell): boolean {
  return mark === undefined && LINE.test(text);
}

/** Whether a cell may stand for a label of this kind. */
function fits(kind: LabelKind, cell: ViewCell): boolean {
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
      return true;
  }
}

function isCaptioned(caption: ViewCell, left: readonly ViewCell[], kind: LabelKind): boolean {
  return left.some((other) => isBracketed(caption.text) || isLine(other) || (kind !== 'other' && fits(kind, other)));
}

function isBracketed(text: string): boolean {
  return /^\s*[([].*[)\]]\s*$/.test(text);
}
