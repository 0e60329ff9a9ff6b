/** The cells of a document as labels and values, by their rows and columns. Pure. */
import { fits, nearestOf } from './cells.ts';
import type { LabelKind, Labelled } from './labels.ts';
import type { Side } from './side.ts';
import { signedBy } from './signer.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

/** Rows from a value up to the row that names the parties of the columns. */
const HEADS_REACH = 8;

export class LabelledCells {
  readonly view: DocumentView;
  readonly labelsOf: (cell: ViewCell) => readonly Labelled[];
  readonly sideOf: (cell: ViewCell) => Side | undefined;

  constructor(
    view: DocumentView,
    labelsOf: (cell: ViewCell) => readonly Labelled[],
    sideOf: (cell: ViewCell) => Side | undefined,
  ) {
    this.view = view;
    this.labelsOf = labelsOf;
    this.sideOf = sideOf;
  }

  /** A label, or one of several, with nothing behind it. */
  isAlone(cell: ViewCell): boolean {
    const labels = this.labelsOf(cell);
    return labels.length === 1 && !this.isValue(cell) && (labels[0]?.value ?? '') === '';
  }

  /** No label, and also words about a place such as “/s/ Jane Doe” and “signature on file”. */
  isValue(cell: ViewCell): boolean {
    const labels = this.labelsOf(cell);
    if (labels.length === 0 || cell.mark !== undefined || labels.every(({ label }) => label === '')) return true;
    return labels.every(({ value }) => value === undefined) && signedBy(cell.text) === 'elsewhere';
  }

  headsNext(cell: ViewCell, next: ViewCell): boolean {
    const isLast = next === cell.row.cells.at(-1);
    return isLast && this.kindOf(cell) === 'sign' && this.sideOf(next) !== undefined && !fits('sign', next);
  }

  aloneIn(row: Row): readonly ViewCell[] {
    return row.cells.filter((other) => this.isAlone(other));
  }

  kindOf(cell: ViewCell): LabelKind {
    return this.labelsOf(cell)[0]?.kind ?? 'other';
  }

  /** “Deci- | Signature” and beneath it “sion”: the second line of heads holds little, and nobody and no day. */
  isOfHeads(row: Row | undefined, heads: Row): boolean {
    return (
      row !== undefined &&
      row.cells.length > 0 &&
      row.cells.length < heads.cells.length / 2 &&
      row.cells.every(
        (cell) => this.isValue(cell) && !fits('sign', cell) && !fits('date', cell) && this.sideOf(cell) === undefined,
      ) &&
      this.aloneIn(heads).every((label) => this.inColumn(row, label).length === 0)
    );
  }

  /** The cells above that name both parties, each over a column. */
  headsOver(row: Row): readonly ViewCell[] {
    for (let up = 1; up <= HEADS_REACH; up++) {
      const all = this.view.near(row, -up)?.cells ?? [];
      const cells = all.filter((cell) => this.sideOf(cell) !== undefined);
      const sides = new Set(cells.map((cell) => this.sideOf(cell)));
      if (sides.size === 2) return cells;
      // “Supplier | Trust” over “Signature | … | …”: a head over each value, whoever the other one is.
      const [first, ...values] = row.cells;
      const isBeside = all.length > 1 && first !== undefined && all.every(({ from }) => from >= first.to);
      const isOverEach = isBeside && values.length > 0 && values.every((value) => nearestOf(value, all) !== undefined);
      if (sides.size === 1 && isOverEach && all.every((cell) => this.isValue(cell))) return all;
    }
    return [];
  }

  hasValue(cell: ViewCell): boolean {
    const labels = this.labelsOf(cell);
    return labels.length > 0 && labels.every(({ kind, value }) => kind !== 'sign' && (value ?? '') !== '');
  }

  /** Cells are seldom exactly beneath their head: what is nearer to another head is that one's. */
  inColumn(row: Row | undefined, head: ViewCell): ViewCell[] {
    const [first] = head.row.cells;
    // What stands alone beneath “Date: 4 May 2020 | Signature:” is for the one that has nothing yet, wherever it begins.
    const isOnly = row?.cells.length === 1 && head.row.cells.every((other) => other === head || this.hasValue(other));
    if (isOnly && this.isAlone(head)) return row.cells;
    return (row?.cells ?? []).filter(
      (cell) => (first === undefined || cell.to > first.from) && nearestOf(cell, head.row.cells) === head,
    );
  }
}
