/** The cells that belong to a place to sign: beside, beneath or above it. Pure. */
import { nearestOf } from './cells.ts';
import type { LabelledView } from './labelled-view.ts';
import { isPlaceAndDay } from './place-and-day.ts';
import { isPersonName } from './signer.ts';
import type { SigningPlace } from './signing-place.ts';
import { nameBeneath } from './unlabelled.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

/** Rows of a block beneath, and above, its place to sign. */
const ROWS_DOWN = 7;
const ROWS_UP = 3;

export type PlaceOfDate = Pick<SigningPlace, 'cell' | 'slot'> & Partial<Pick<SigningPlace, 'content'>>;

/** The cells of a place's block: its row, and what is near it in its column up to another place to sign. */
export function blockOf({ cell, slot, content }: PlaceOfDate, labelled: LabelledView): ViewCell[] {
  const { view } = labelled;
  const isPlace = (other: ViewCell): boolean =>
    other !== cell &&
    slot?.cells.includes(other) !== true &&
    labelled.labelsOf(other).some(({ kind }) => kind === 'sign');
  const found = besidePlace(cell, labelled, isPlace);
  const heads = labelled.values.cells.headsOver(cell.row);
  const others = [...cell.row.cells.filter(isPlace), ...heads.filter((head) => head !== nearestOf(cell, heads))];
  // Beneath an empty place the next one's heading may stand.
  const values = (slot?.cells ?? []).filter(
    (other) => other.mark !== undefined || labelled.sideOf(other) === undefined,
  );
  const own = {
    from: Math.min(cell.from, ...values.map(({ from }) => from)),
    to: Math.max(cell.to, ...[...found, ...values].map(({ to }) => to)),
  };
  // Place and day may stand beside what is written over the label.
  const signed = values[0]?.row;
  if (signed !== undefined && signed !== cell.row)
    found.push(...columnCells(view, signed, own).filter((other) => !values.includes(other) && !isPlace(other)));
  const start = values[0]?.row.index ?? cell.row.index;
  for (const [step, most] of [
    [1, ROWS_DOWN],
    [-1, ROWS_UP],
  ] as const) {
    const from = step === 1 ? Math.max(cell.row.index, start) : Math.min(cell.row.index, start);
    for (let distance = 1; distance <= most; distance++) {
      const row = view.near(view.rows[from] as Row, step * distance);
      const cells = [...columnCells(view, row, own), ...forAll(row, own, others)];
      if (row === undefined || cells.some(isPlace) || cells.some(endsBlock)) break;
      // Above, a heading is the end; beneath, the other side's is, also one over all columns.
      const heads = row.cells.length === 1 ? row.cells : cells;
      const sides = heads.map((other) => labelled.sideOf(other)).filter((side) => side !== undefined);
      if (step === -1 && sides.length > 0 && content?.kind !== 'empty')
        found.push(...[row, view.near(row, -1)].flatMap(cellsOf).filter(isPlaceAndDay));
      if (sides.some((side) => step === -1 || side === 'partner')) break;
      found.push(...cells);
    }
  }
  return found;
}

/** The other cells of a place's row, up to the next place: to its right, or where rows begin with the date, to its left. */
function besidePlace(cell: ViewCell, labelled: LabelledView, isPlace: (other: ViewCell) => boolean): ViewCell[] {
  if (labelled.labelsOf(cell).length === 0 && cell.mark?.kind !== 'ink') return [];
  const { cells } = cell.row;
  const isDate = (other: ViewCell | undefined): boolean =>
    other !== undefined && labelled.labelsOf(other).some(({ kind }) => kind === 'date');
  const upToPlace = (others: readonly ViewCell[]): ViewCell[] => {
    const end = others.findIndex(isPlace);
    return end === -1 ? [...others] : others.slice(0, end);
  };
  const left = upToPlace(cells.slice(0, cells.indexOf(cell)).toReversed());
  const right = upToPlace(cells.slice(cells.indexOf(cell) + 1));
  return left.some(isDate) && (isDate(cells[0]) || !right.some(isDate)) ? left : right;
}

/** Within the place's column; what begins left of it or reaches beyond is another's where both stand there. */
function columnCells(
  view: DocumentView,
  row: Row | undefined,
  own: { readonly from: number; readonly to: number },
): ViewCell[] {
  const touching = view.inColumn(row, own);
  const inside = touching.filter(({ from }) => from >= own.from - 1 && from < own.to);
  return touching.length > 1 && inside.length > 0 ? inside : touching;
}

/** One place and day for both sides; beneath or above another's place to sign, or beneath its head, it is that one's. */
function forAll(
  row: Row | undefined,
  own: { readonly from: number; readonly to: number },
  others: readonly ViewCell[],
): ViewCell[] {
  const [only, another] = row?.cells ?? [];
  const isApart = only !== undefined && another === undefined && (only.to < own.from || only.from > own.to);
  if (!isApart || others.some((other) => only.from < other.to && other.from < only.to)) return [];
  // “John Smith, 4 May 2020” is of the one who signs in the next column.
  return isPlaceAndDay(only) && !isPersonName(only.text) ? [only] : [];
}

function cellsOf(row: Row | undefined): readonly ViewCell[] {
  return row?.cells ?? [];
}

/** Prose: the block ends there. */
export function endsBlock({ text }: ViewCell): boolean {
  return text.split(/\s+/).length > 12;
}

export function hasNameBeside(place: SigningPlace, labelled: LabelledView): boolean {
  return (
    (place.slot?.cells ?? []).some(
      (cell) => cell.mark !== undefined && nameBeneath(cell, labelled.view) !== undefined,
    ) ||
    isWrittenOverName(place, labelled) ||
    [...blockOf(place, labelled), ...labelled.regionOf(place).flatMap((row) => row.cells)].some((other) => {
      if (!labelled.labelsOf(other).some(({ kind }) => kind === 'name')) return false;
      const values = labelled.labelsOf(other).map(({ value }) => value ?? '');
      // An empty line behind the label ends the search.
      if (values.some((value) => value !== '')) return values.some((value) => /\p{L}{2}/u.test(value));
      return labelled.values
        .slotsOf(other)
        .flatMap(({ cells }) => cells)
        .some(({ text, mark }) => mark?.kind === 'ink' || /\p{L}{2}/u.test(text));
    })
  );
}

/** “Jane ~~~ Doe, Head of IT”: handwriting across the printed name, which parts it. */
function isWrittenOverName({ cell }: SigningPlace, { values, labelsOf }: LabelledView): boolean {
  if (cell.mark === undefined) return false;
  const heads = values.cells.headsOver(cell.row);
  const headOf = (other: ViewCell): ViewCell | undefined => heads.findLast(({ from }) => from <= other.to);
  const words = cell.row.cells.filter(
    (other) => other.mark === undefined && labelsOf(other).length === 0 && headOf(other) === headOf(cell),
  );
  return isPersonName(words.map(({ text }) => text).join(' '));
}
