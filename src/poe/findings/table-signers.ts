/** Those who sign in the rows of a table, beneath the heads of its columns. Pure. */
import { isBrokenName, MOST_VALUE_WORDS, nearestOf } from './cells.ts';
import type { LabelledCells } from './labelled-cells.ts';
import { tellsSigner } from './labels.ts';
import type { Side } from './side.ts';
import type { Slot } from './slot.ts';
import type { Row, ViewCell } from './view.ts';

/** Rows beneath the heads of a table. */
const TABLE_REACH = 10;
/** Columns of a block to sign; tables of what was done have more. */
const MOST_BLOCK_COLUMNS = 3;

/** The rows beneath the heads of a table: of each who signs there the cells of this column. */
export function signersBeneath(head: ViewCell, cells: LabelledCells): Slot[] {
  const signers: { cells: ViewCell[]; rows: Row[]; side: Side | undefined }[] = [];
  // “Signature of the client | Signature of the supplier”, “Signature | Supplier”: one signs in each column.
  const isOfColumn =
    // “Signatory | Signature”: who signs, and where.
    head.row.cells.filter(
      (other) => cells.kindOf(other) === 'sign' && tellsSigner(other.text) === tellsSigner(head.text),
    ).length > 1 || head.row.cells.some((other) => other !== head && cells.headsNext(head, other));
  const first = cells.isOfHeads(cells.view.near(head.row, 1), head.row) ? 2 : 1;
  for (let down = first; down <= TABLE_REACH; down++) {
    const row = cells.view.near(head.row, down);
    if (row === undefined || endsTable(row, head, cells)) break;
    const own = cells.inColumn(row, head).filter((other) => cells.isValue(other));
    const telling = isOfColumn ? own : row.cells;
    const side = telling.map((other) => cells.sideOf(other)).find((found) => found !== undefined);
    const last = signers.at(-1);
    const isNext =
      last === undefined ||
      (!isOfColumn &&
        !goesOn(last.rows, row, head.row, cells) &&
        ((side !== undefined && last.side !== undefined && side !== last.side) ||
          (!(side !== undefined && side === last.side && row.cells.length < (last.rows[0]?.cells.length ?? 0)) &&
            own.length > 0 &&
            last.cells.length > 0 &&
            row.cells.length >= head.row.cells.length)));
    if (isNext) signers.push({ cells: own, rows: [row], side });
    else {
      last.rows.push(row);
      last.cells.push(...own);
      last.side ??= side;
    }
  }
  const none = { cells: [], rows: [], side: undefined };
  return (signers.length > 0 ? signers : [none]).map((signer) => ({
    ...signer,
    side: signer.side ?? (isOfColumn ? undefined : sideOfRows(signer.rows, head.row, cells)),
    direction: 'table',
  }));
}

/** Whether a row is the second line of the one above: of narrow columns, in which names are parted. */
function goesOn([upper, another]: readonly Row[], lower: Row, heads: Row, cells: LabelledCells): boolean {
  if (another !== undefined) return false;
  const people = heads.cells.filter((head) => /^(?:sign|name)$/.test(cells.kindOf(head)));
  return people.some((head) => {
    const [first, second] = [upper, lower].map((row) => cells.inColumn(row, head)[0]);
    return first !== undefined && second !== undefined && isBrokenName(first, second);
  });
}

/** By the name of a company that goes on over several lines of its column. */
function sideOfRows(rows: readonly Row[], heads: Row, cells: LabelledCells): Side | undefined {
  const columns = heads.cells.map((head) => rows.flatMap((row) => cells.inColumn(row, head)));
  return columns
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [cells.sideOf({ ...first, text: [first, ...rest].map(({ text }) => text).join(' ') })],
    )
    .find((side) => side !== undefined);
}

function endsTable(row: Row, head: ViewCell, labelled: LabelledCells): boolean {
  const { cells } = row;
  // “Name: Jane Doe | Signature | Date”: another column holds labels with their values.
  const isOfBlock = (cell: ViewCell): boolean =>
    head.row.cells.some((other) => labelled.hasValue(other) && nearestOf(cell, head.row.cells) === other) &&
    labelled.hasValue(cell);
  // “Approved by | Jane Doe | …”: the first column says what each does.
  const isRole = (cell: ViewCell): boolean =>
    cell === cells[0] && cells.length > 1 && tellsSigner(cell.text) && cell.to <= head.from;
  // A column may tell what was done, in whole sentences; rows that are narrower than the heads are none of the table.
  const isProse = cells.some(({ text }) => text.split(/\s+/).length > MOST_VALUE_WORDS);
  return (
    (isProse && (cells.length < MOST_BLOCK_COLUMNS || cells.length < head.row.cells.length)) ||
    cells.some(
      (cell) => !labelled.isValue(cell) && labelled.kindOf(cell) !== 'company' && !isOfBlock(cell) && !isRole(cell),
    )
  );
}
