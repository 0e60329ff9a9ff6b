/** Finds what stands for a label with nothing behind it in its own cell: beside it, beneath it, or above it. Pure. */
import { fits, isBracketed, isBrokenName, isCaptioned, isDay, isLine, nearestOf } from './cells.ts';
import type { LabelledCells } from './labelled-cells.ts';
import { isMention } from './labels.ts';
import { signedBy } from './signer.ts';
import type { Slot } from './slot.ts';
import { signersBeneath } from './table-signers.ts';
import type { Row, ViewCell } from './view.ts';

type Direction = Slot['direction'];

/** Rows in which captions of one column stand. */
const CAPTIONS_REACH = 3;
/** Rows of labels, one over the other. */
const MOST_STACKED = 8;

export class Values {
  readonly cells: LabelledCells;

  constructor(cells: LabelledCells) {
    this.cells = cells;
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
        return [slot(this.#beneath(cell))];
      case 'table':
        return signersBeneath(cell, this.cells);
    }
  }

  #directionOf(cell: ViewCell): Direction {
    if (this.#isCaptionAtTheRight(cell)) return 'left';
    const next = cell.row.cells[cell.row.cells.indexOf(cell) + 1];
    const group = this.cells.aloneIn(cell.row);
    // “Signed by | Signed on | Quality”: words that are no day go on with the heads of a table.
    const isHead =
      group.length > 1 && this.cells.kindOf(cell) === 'date' && next !== undefined && signedBy(next.text) === 'words';
    // “Signature | Supplier”: the heading of the next column.
    if (next !== undefined && this.cells.isValue(next) && !isHead && !this.cells.headsNext(cell, next)) return 'right';
    const stack = this.#stackOf(cell);
    const score = (direction: 'above' | 'below') => stack.reduce((sum, label) => sum + this.#fit(label, direction), 0);
    const [above, below] = [/:\s*$/.test(cell.text) ? 0 : score('above'), score('below')];
    if (above > 0 && above >= below) return 'above';
    if (group.length > 1) return below > 0 ? 'table' : 'right';
    return this.#isTold(stack) ? 'table' : 'below';
  }

  /** The printed name has a place of its own beneath its label, so that one beneath another label is no printed name. */
  #isTold(stack: readonly ViewCell[]): boolean {
    return stack.some((label) => this.cells.kindOf(label) === 'name' && this.#fit(label, 'below') > 0);
  }

  /** The labels of a row, and of the rows over and under it that have values between them: all of them stand on the same side. */
  #stackOf(cell: ViewCell): readonly ViewCell[] {
    const rows = [cell.row];
    for (const step of [1, -1]) {
      for (let row: Row | undefined = cell.row; row !== undefined; ) {
        const last: Row = row;
        row = [2, 1, 3]
          .map((distance) => this.cells.view.near(last, step * distance))
          .find((other, order) => other !== undefined && this.#isStacked(other, cell, order === 2));
        if (row !== undefined) rows.push(row);
        if (rows.length > MOST_STACKED) break;
      }
    }
    return rows.flatMap((row) => this.cells.aloneIn(row));
  }

  /** @param isFar what is that far off may be the heads of another table, unless there are labels alone */
  #isStacked(row: Row, cell: ViewCell, isFar: boolean): boolean {
    const isLabels = row.cells.every((other) => this.cells.isAlone(other));
    return (isLabels || !isFar) && this.cells.view.inColumn(row, cell).some((other) => this.cells.isAlone(other));
  }

  /** “Jane Doe (Signature)”: the first cell of the row is a value, and the last a caption. */
  #isCaptionAtTheRight(cell: ViewCell): boolean {
    // What a colon ends has its value behind it.
    if (/[:：]\s*$/.test(cell.text)) return false;
    if (isCaptioned(cell, this.#leftOf(cell), this.cells.kindOf(cell)) && this.#endsInCaptions(cell.row)) return true;
    // Where nothing was written, the captions above and beneath tell.
    return (
      cell.row.cells.length === 1 &&
      isBracketed(cell.text) &&
      [1, -1, 2, -2, CAPTIONS_REACH, -CAPTIONS_REACH].some((distance) => {
        const row = this.cells.view.near(cell.row, distance);
        const [other] = this.cells.view.inColumn(row, cell);
        return (
          other !== undefined && this.cells.isAlone(other) && isBracketed(other.text) && this.#leftOf(other).length > 0
        );
      })
    );
  }

  #endsInCaptions({ cells }: Row): boolean {
    const [first] = cells;
    const last = cells.at(-1);
    return first !== undefined && last !== undefined && this.cells.isValue(first) && this.cells.isAlone(last);
  }

  #leftOf(cell: ViewCell): readonly ViewCell[] {
    const previous = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
    return previous !== undefined && this.cells.isValue(previous) ? [previous] : [];
  }

  /** How well what is above a label, or beneath it, goes with it. A line that is ruled there tells as much as a value. */
  #fit(label: ViewCell, direction: 'above' | 'below'): number {
    const found =
      direction === 'above'
        ? [...this.cells.inColumn(this.cells.view.near(label.row, -1), label), ...this.#above(label)]
        : this.#next(label);
    return found.some((other) => isLine(other) || this.#goesWith(label, other)) ? 1 : 0;
  }

  /** What stands beneath a label, or beneath the second line of other heads of its row. */
  #next(label: ViewCell): readonly ViewCell[] {
    const down = this.cells.isOfHeads(this.cells.view.near(label.row, 1), label.row) ? 2 : 1;
    return this.cells.inColumn(this.cells.view.near(label.row, down), label);
  }

  /** Whether a cell may stand for a label: no label is in front of it, and no company is a signature. */
  #goesWith(label: ViewCell, cell: ViewCell): boolean {
    const kind = this.cells.kindOf(label);
    const isCompany = kind === 'sign' && cell.mark === undefined && this.cells.sideOf(cell) !== undefined;
    return this.#isFree(cell) && !isCompany && fits(kind, cell);
  }

  /** The value beneath; the day may stand between “Lu et approuvé” and the name. */
  #beneath(label: ViewCell): readonly ViewCell[] {
    const [first = [], second = []] = [1, 2].map((down) =>
      this.cells.inColumn(this.cells.view.near(label.row, down), label).filter((other) => this.cells.isValue(other)),
    );
    return isDay(first) && isMention(label.text) ? second : first;
  }

  #isFree(cell: ViewCell): boolean {
    const previous = cell.row.cells[cell.row.cells.indexOf(cell) - 1];
    return this.cells.isValue(cell) && (previous === undefined || !this.cells.isAlone(previous));
  }

  #above(label: ViewCell): readonly ViewCell[] {
    const row = this.cells.view.near(label.row, -1);
    const [line] = this.cells.inColumn(row, label).filter(isLine);
    const reach =
      line === undefined ? label : { from: Math.min(line.from, label.from), to: Math.max(line.to, label.to) };
    // Columns are set unevenly: a row may hold nothing of this one.
    const start = line === undefined ? 1 : 2;
    const rows = [0, 1, 2].map((more) =>
      this.cells.view.inColumn(this.cells.view.near(label.row, -start - more), reach),
    );
    const at = rows.findIndex((others, index) => others.length > 0 && index < 2);
    const found = (rows[at] ?? []).filter((other) => !isLine(other) && this.#goesWith(label, other));
    if (found.length > 0) return found;
    const [lower, upper] = [rows[at]?.[0], rows[at + 1]?.[0]];
    if (this.cells.kindOf(label) === 'sign' && upper !== undefined && lower !== undefined && isBrokenName(upper, lower))
      return [upper, lower];
    return line === undefined ? [] : [line];
  }

  #toTheRight(cell: ViewCell): Slot[] {
    const behind = cell.row.cells.slice(cell.row.cells.indexOf(cell) + 1);
    const end = behind.findIndex((other) => !this.cells.isValue(other));
    const own = end === -1 ? behind : behind.slice(0, end);
    const values = this.cells.kindOf(cell) === 'sign' && isDay(own) ? [...this.#goingOn(cell, own), ...own] : own;
    const heads = this.cells.headsOver(cell.row);
    if (heads.length === 0) return [{ cells: values, direction: 'right', rows: [], side: undefined }];
    const all = heads.flatMap((head): Slot[] => {
      const own = values.filter((value) => nearestOf(value, heads) === head);
      return own.length === 0 ? [] : [{ cells: own, direction: 'right', rows: [], side: this.cells.sideOf(head) }];
    });
    return all.length > 0 ? all : [{ cells: values, direction: 'right', rows: [], side: undefined }];
  }

  /** “Date and signature | 4 May 2020”, and beneath the day who has signed: the row beneath begins in the value's column. */
  #goingOn(label: ViewCell, values: readonly ViewCell[]): readonly ViewCell[] {
    const cells = this.cells.view.near(label.row, 1)?.cells ?? [];
    const goesOn = cells.every((other) => other.from >= label.to && this.cells.isValue(other));
    return goesOn && values.some((value) => this.cells.view.inColumn(cells[0]?.row, value).length > 0) ? cells : [];
  }
}
