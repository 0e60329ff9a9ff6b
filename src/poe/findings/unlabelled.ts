/** Finds signatures that no label tells: a name over the printed one, and a picture or handwriting over it. Pure. */
import type { Labelled } from './labels.ts';
import type { Side } from './party.ts';
import { isNameAlone, isSameSigner, signedBy } from './signer.ts';
import { isLine } from './values.ts';
import type { DocumentView, ViewCell } from './view.ts';

export interface Unlabelled {
  /** What was written or drawn. */
  readonly cell: ViewCell;
  readonly printed: ViewCell;
}

interface Told {
  labelsOf(cell: ViewCell): readonly Labelled[];
  sideOf(cell: ViewCell): Side | undefined;
}

/** Rows from a signature to the printed name, a ruled line among them. */
const PRINTED_REACH = 3;
/** Rows from a name up to the heading that says whose block it is. */
const HEADING_REACH = 2;
/** Of a page: pictures above are of its letterhead. */
const LETTERHEAD = 0.4;
/** On any scale: as wide as what people write by hand. */
const LEAST_REACH = 150;

export function unlabelled(view: DocumentView, told: Told): Unlabelled[] {
  return view.rows
    .filter(({ scan }) => !scan)
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => {
      const printed = cell.mark === undefined ? underName(cell, view, told) : underMark(cell, view, told);
      return printed === undefined ? [] : [{ cell, printed }];
    });
}

/** The printed name beneath a name in the place of a signature. */
export function printedBeneath(name: ViewCell, view: DocumentView, labelsOf: Told['labelsOf']): ViewCell | undefined {
  const isPrinted = (other: ViewCell): boolean => {
    const labels = labelsOf(other);
    const names = labels.filter(({ kind }) => kind === 'name').map(({ value }) => value ?? '');
    return (labels.length === 0 ? [other.text] : names).some((text) => isSameSigner(name.text, text));
  };
  return nextBeneath(name, name, view)?.find(isPrinted);
}

function underName(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  if (told.labelsOf(cell).length > 0 || !isNameAlone(cell.text)) return undefined;
  const printed = printedBeneath(cell, view, (other) => told.labelsOf(other));
  // Columns of tables hold one name many times.
  return printed !== undefined && (printed.text !== cell.text || isUnderHeading(cell, view, told))
    ? printed
    : undefined;
}

function isUnderHeading(cell: ViewCell, view: DocumentView, told: Told): boolean {
  const above = Array.from({ length: HEADING_REACH }, (_, up) => view.inColumn(view.near(cell.row, -up - 1), cell));
  return above.flat().some((other) => told.sideOf(other) !== undefined);
}

function underMark(cell: ViewCell, view: DocumentView, told: Told): ViewCell | undefined {
  const { mark, row } = cell;
  if ((mark?.kind !== 'ink' && mark?.kind !== 'picture') || view.depthOf(row) < LETTERHEAD) return undefined;
  const around = [0, -1, -2, 1].flatMap((distance) => view.inColumn(view.near(row, distance), widened(cell)));
  if (around.some((other) => told.labelsOf(other).some(({ kind }) => kind === 'sign'))) return undefined;
  return nextBeneath(cell, widened(cell), view)?.find((other) => {
    const name = told.labelsOf(other).find(({ kind }) => kind === 'name')?.value ?? other.text;
    return signedBy(name) === 'name';
  });
}

/** What stands next beneath, ruled lines aside. */
function nextBeneath(
  cell: ViewCell,
  extent: { readonly from: number; readonly to: number },
  view: DocumentView,
): readonly ViewCell[] | undefined {
  for (let down = 1; down <= PRINTED_REACH; down++) {
    const cells = view.inColumn(view.near(cell.row, down), extent).filter((other) => !isLine(other));
    if (cells.length > 0) return cells;
  }
  return undefined;
}

/** A label with the space beside it in which people write by hand. */
export function widened({ from, to, mark }: ViewCell): { readonly from: number; readonly to: number } {
  const width = Math.max(to - from, LEAST_REACH);
  return { from, to: mark === undefined ? to + width : Math.max(to, from + width) };
}
