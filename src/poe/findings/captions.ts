/** Whose a place to sign is by the side that stands beneath it as a caption, as opposed to the heading of the next one. Pure. */

import { datesIn } from '../../documents/dates.ts';
import { anyOf, endsSentence, fold } from '../../documents/fold.ts';
import { isLine } from './cells.ts';
import type { LabelledView } from './labelled-view.ts';
import { labelsIn } from './labels.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { STATEMENTS } from './tuning.ts';
import type { DocumentView, ViewCell } from './view.ts';

/** Rows from a place to its caption. */
const CAPTION_REACH = 4;
/** Rows of a part to sign. */
const MOST_ROWS = 14;
const MOST_LINE_WORDS = 12;
/** With a colon behind them, which begins what follows: “On 4 May Trey Research wrote:”. */
const MOST_CAPTION_WORDS = 3;
/** Words of a heading that stands alone, a company's long name among them. */
const MOST_HEADING_WORDS = 12;

/**
 * The side beneath a place, where in its column each place stands over a side and none beneath one: “gez. Jane Doe”, a line, “Auftraggeber”.
 * Where sides stand over places these are headings, and the one beneath a place is the next one's.
 */
export function captioned(cell: ViewCell, labelled: LabelledView): Side | undefined {
  const beneathIt = column(cell, 1, labelled);
  const next = beneathIt.find(({ side }) => side !== undefined);
  const last = beneathIt.at(-1);
  if (next?.side === undefined || next.rows > CAPTION_REACH || last?.side === undefined) return undefined;
  if (beneathIt.some((other) => labelled.isPlace(other.cell) && other.rows < next.rows)) return undefined;
  if (!isLast(last.cell, labelled)) return undefined;
  const above = column(cell, -1, labelled);
  const isOne = ![...above, ...beneathIt].some((other) => labelled.isPlace(other.cell));
  const head = above.at(-1);
  // The sentence over the places of both sides is no heading of the first.
  const isHeaded = head?.side !== undefined && (isOne || !isProse(head.cell.text));
  return isHeaded ? undefined : next.side;
}

interface OfColumn {
  readonly cell: ViewCell;
  readonly rows: number;
  /** Of a place to sign none. */
  readonly side: Side | undefined;
}

/** The places to sign in a column from one place on, and what tells a side there, as far as the part to sign goes; the nearest first. */
function column(cell: ViewCell, step: 1 | -1, { view, parties, labelsOf, isPlace }: LabelledView): OfColumn[] {
  const found: OfColumn[] = [];
  for (let rows = 1; rows <= MOST_ROWS; rows++) {
    for (const other of view.inColumn(view.near(cell.row, step * rows), cell)) {
      if (isProse(other.text)) {
        // “Customer acceptance”, and beneath it “The customer confirms …”.
        const stated = step === -1 ? statedBy(other.text, parties) : undefined;
        const heads = view.inColumn(view.near(other.row, -1), cell).map(({ text }) => headingOf(text, parties));
        return stated !== undefined && heads.includes(stated) ? [...found, { cell: other, rows, side: stated }] : found;
      }
      const isCaption = labelsOf(other).length === 0 && !isOfAllColumns(other, cell, view);
      const below = isCaption ? sideAlone(other.text, parties) : undefined;
      const side = step === -1 ? headingOf(other.text, parties) : below;
      // A line to sign on is a place, with or without words.
      const isAnother = isPlace(other) || (isLine(other) && rows > 1);
      if (side !== undefined || isAnother) found.push({ cell: other, rows, side });
    }
  }
  return found;
}

/** “Confirmation of the supplier”; a line such as “Supplier: Trey Research” heads no block. */
function headingOf(text: string, parties: LabelledView['parties']): Side | undefined {
  return text.split(/\s+/).length > MOST_HEADING_WORDS || /[:：]\s*\S/.test(text) ? undefined : parties.of(text);
}

/** Alone in its row beneath columns, or at the foot of the page with more than a name: it tells of none of them. */
export function isOfAllColumns(beneath: ViewCell, cell: ViewCell, view: DocumentView): boolean {
  const { row } = cell;
  if (beneath.row.cells.length > 1) return false;
  return (
    row.cells.some((other) => other !== cell && isOfOther(other)) ||
    (view.near(beneath.row, 1) === undefined && FOOT.test(beneath.text))
  );
}

/** What may be another's: no day, and nothing drawn by hand. */
function isOfOther({ text, mark, row }: ViewCell): boolean {
  if (mark !== undefined) return mark.kind !== 'ink';
  const labels = labelsIn(text);
  return datesIn(text, row.scan).length === 0 && (labels.length === 0 || labels.some(({ kind }) => kind !== 'date'));
}

/** “Trey Research – page 1”. */
const FOOT = /\S\s[–—·|-]\s\S/u;

/** Whether no block follows in the column. */
function isLast(cell: ViewCell, { view, labelsOf }: LabelledView): boolean {
  return [1, 2, 3].every((down) =>
    view
      .inColumn(view.near(cell.row, down), cell)
      .every((other) => labelsOf(other).length === 0 && other.mark === undefined && !isPersonName(other.text)),
  );
}

/** Whose side a text names that says hardly more: “(The customer)”, “Head of IT, Trey Research”. */
function sideAlone(text: string, parties: LabelledView['parties']): Side | undefined {
  // “Copy to: Jane Doe, Trey Research”
  if (/^[^:]{1,40}:\s/.test(text) || (/:$/.test(text) && text.split(/\s+/).length > MOST_CAPTION_WORDS))
    return undefined;
  return parties.byName(text) ?? (parties.isSideAlone(text) ? parties.byWord(text) : undefined);
}

/** What is confirmed by a signature, as opposed to what else documents tell. */
export const STATEMENT = anyOf(STATEMENTS);

/** Who confirms something: “Trey Research confirms that …”. Who is spoken of is not the one who signs. */
export function statedBy(text: string, parties: LabelledView['parties']): Side | undefined {
  const plain = fold(text);
  const at = STATEMENT.exec(plain)?.index ?? 0;
  // “Confirmation by the customer: …”
  const heading = /^[^:]{1,40}(?=:\s)/.exec(text)?.[0];
  return (
    parties.of(plain.slice(0, at)) ?? (heading === undefined || heading.length < at ? undefined : parties.of(heading))
  );
}

/** A sentence, as opposed to what stands in a block: labels, names, headings, a question over them. */
export function isProse(text: string): boolean {
  return (
    text.split(/\s+/).length > MOST_LINE_WORDS ||
    (endsSentence(text) && !text.endsWith('?') && text.split(/\s+/).length > 4)
  );
}
