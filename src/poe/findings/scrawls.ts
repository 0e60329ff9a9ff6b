/** Finds handwriting of scans that covers the label of its place to sign. Pure. */
import { isProse } from './captions.ts';
import type { LabelledView } from './labelled-view.ts';
import type { SigningPlace } from './signing-place.ts';
import type { ViewCell } from './view.ts';

/** Rows from a printed name up to its side’s heading, those of the other column among them. */
const SCRAWL_REACH = 7;

/**
 * Where a block has a side and a name, and between them no label to sign, what is drawn there is the signature; words there leave it open.
 */
export function scrawled(labelled: LabelledView): SigningPlace[] {
  return labelled.view.rows
    .filter(({ scan }) => scan)
    .flatMap((row) => row.cells)
    .filter((cell) => labelled.labelsOf(cell).some(({ kind }) => kind === 'name'))
    .flatMap((cell) => scrawlAbove(cell, labelled) ?? []);
}

function scrawlAbove(name: ViewCell, { view, parties, labelsOf }: LabelledView): SigningPlace | undefined {
  const found: ViewCell[] = [];
  // Handwriting stands above the printed name, or above its label.
  const value = name.row.cells[name.row.cells.indexOf(name) + 1];
  const isOpen = labelsOf(name).every((label) => (label.value ?? '') === '');
  const isOwn = isOpen && value !== undefined && labelsOf(value).length === 0;
  const reach = { from: name.from, to: isOwn ? value.to : name.to + (name.to - name.from) };
  for (let up = 1; up <= SCRAWL_REACH; up++) {
    const cells = view.inColumn(view.near(name.row, -up), reach);
    if (cells.some((cell) => labelsOf(cell).some(({ kind }) => kind === 'sign' || kind === 'name'))) return undefined;
    const side = cells.map((cell) => parties.of(cell.text)).find((each) => each !== undefined);
    // A name of a company goes on over several lines.
    if (side === undefined) found.push(...cells.filter(({ text }) => !parties.isCompany(text) && !isProse(text)));
    else {
      const drawn = found.find(({ mark }) => mark?.kind === 'ink');
      const cell = drawn ?? found[0];
      if (cell === undefined) return undefined;
      const content = drawn ? { kind: 'ink' as const } : { kind: 'unclear' as const, by: cell.text };
      return { cell, party: side, words: cell.text, content };
    }
  }
  return undefined;
}

/** Rows from a side's heading down to what is written by hand. */
const HEADING_REACH = 9;
const MOST_HEADING_WORDS = 6;

/** Where nothing else tells of the customer's signature: what is written by hand in the column under the customer's heading. */
export function underHeading(labelled: LabelledView): SigningPlace[] {
  const { view, parties, labelsOf, sideOf } = labelled;
  return view.rows
    .filter((row) => row.scan && !view.isOfHead(row))
    .flatMap((row) => row.cells)
    .filter((cell) => parties.isSideAlone(cell.text) && sideOf(cell) === 'customer' && isHeading(cell))
    .flatMap((heading) => {
      const reach = columnOf(heading);
      // A form to fill in has labels, and places of its own.
      const rows = Array.from({ length: HEADING_REACH }, (_, down) => view.near(heading.row, down + 1)?.cells ?? []);
      if (rows.flat().some((other) => labelsOf(other).some(({ kind }) => kind === 'sign' || kind === 'name')))
        return [];
      for (let down = 1; down <= HEADING_REACH; down++) {
        const row = view.near(heading.row, down);
        const cells = (row?.cells ?? []).filter(({ from, to }) => from < reach.to && to > reach.from);
        if (cells.some((other) => isProse(other.text) || sideOf(other) !== undefined)) return [];
        const cell = cells.find(({ mark }) => mark?.kind === 'ink');
        if (cell === undefined || labelsOf(cell).length > 0) continue;
        const slot = { cells: [cell], direction: 'below' as const, rows: [], side: 'customer' as const };
        return [{ cell, party: 'customer' as const, words: heading.text, content: { kind: 'ink' as const }, slot }];
      }
      return [];
    });
}

function isHeading({ text }: ViewCell): boolean {
  return text.split(/\s+/).length <= MOST_HEADING_WORDS && !/[:：]\s*\S/.test(text);
}

/** From its heading to the next one beside it; the last reaches to the edge. */
function columnOf(heading: ViewCell): { readonly from: number; readonly to: number } {
  const { cells } = heading.row;
  const next = cells[cells.indexOf(heading) + 1];
  return { from: heading.from - 1, to: next?.from ?? Number.POSITIVE_INFINITY };
}
