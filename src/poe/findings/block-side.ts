/** Whose the block around a place to sign is, by the lines above and beneath it. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import { captioned, isOfAllColumns, isProse, STATEMENT, statedBy } from './captions.ts';
import type { LabelledView } from './labelled-view.ts';
import { isMention, type Labelled, tellsSigner } from './labels.ts';
import { isSalutation } from './salutation.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { OTHER_COMPANY, OWN_WORDS } from './tuning.ts';
import type { Row, ViewCell } from './view.ts';

/** Labels of the signer’s own company. */
const ORGANISATION = /^(?:company|organi[sz]ation|unternehmen|societe|entreprise|empresa)/;
/** Rows from who signs, where a label tells that, down to the signature. */
const SIGNER_REACH = 2;
const MOST_TITLE_ROWS = 4;
const MOST_ROWS_UP = 14;
const MOST_ROWS_DOWN = 5;
type LabelsOf = LabelledView['labelsOf'];
const OF_ANOTHER = anyOf([...OWN_WORDS, ...OTHER_COMPANY]);
const ON_BEHALF =
  /^\W*(?:for and on |on )behalf of\s|^\W*(?:im namen|im auftrag|au nom|en nombre) (?:von|der|des|de|du)\s/u;
/** Short lines in a block that are no labels: an address, a heading. */
const MOST_STRANGE = 3;
/** On any scale: what stands in boxes of its own, as on slides, begins that near. */
const NEARLY = 50;
/** Of two headings that are read as one. */
const MOST_JOINED_WORDS = 6;

/**
 * Whose the block around a place to sign is: by its company beneath, else by the heading above it in its own column, else by the lines
 * beneath that say who signs.
 */
export function sideOfBlock(cell: ViewCell, labelled: LabelledView): Side | undefined {
  return (
    beneath(cell, labelled) ??
    captioned(cell, labelled) ??
    above(cell, labelled) ??
    titled(cell, labelled) ??
    inOrder(cell, labelled)
  );
}

/** Under heads that reach over several columns each: the first place of a row is the first one's, and so on. */
function inOrder(cell: ViewCell, { values, isPlace, sideOf }: LabelledView): Side | undefined {
  const heads = values.cells.headsOver(cell.row);
  const places = cell.row.cells.filter(isPlace);
  const [head] = heads.slice(places.indexOf(cell));
  return head === undefined || places.length !== heads.length || !places.includes(cell) ? undefined : sideOf(head);
}

/** “Client: Jane Doe, 4 May 2020”, beneath a signature. */
function ofNamed(text: string, parties: LabelledView['parties']): Side | undefined {
  const [side] = /^[^:]{1,40}(?=:\s)/.exec(text) ?? [];
  // “Copy to: Jane Doe, Trey Research” names no signer.
  if (side === undefined) return parties.byName(text);
  return parties.isSideAlone(side) && isPersonName(text.slice(side.length + 1)) ? parties.byWord(side) : undefined;
}

/** The signer's title and company beneath: “Head of IT, Trey Research”, or the company alone where no other place follows. */
export function titled(cell: ViewCell, labelled: LabelledView): Side | undefined {
  const { view, parties, labelsOf, isPlace } = labelled;
  for (let down = 1; down <= MOST_TITLE_ROWS; down++) {
    for (const other of view.inColumn(view.near(cell.row, down), cell)) {
      // What a colon ends begins something else.
      if (isPlace(other) || isProse(other.text) || (labelsOf(other).length === 0 && /[:：]$/.test(other.text)))
        return undefined;
      const isTitle = labelsOf(other).length === 0 && !isOfAllColumns(other, cell, view);
      const side = isTitle ? ofNamed(other.text, parties) : undefined;
      if (side === undefined) continue;
      const after = Array.from({ length: MOST_ROWS_DOWN }, (_, more) => view.near(other.row, more + 1));
      const isHeading = !other.text.includes(',') && after.some((row) => view.inColumn(row, cell).some(isPlace));
      return isHeading ? undefined : side;
    }
    const row = view.near(cell.row, down);
    // The heading of the next block.
    if (row?.cells.length === 1 && parties.isSideAlone(row.cells[0]?.text ?? '')) return undefined;
    const told = toldBeside(row, labelled);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** “Position: | Head of IT, Trey Research” further right, where the row names nobody else. */
function toldBeside(row: Row | undefined, labelled: LabelledView): Side | undefined {
  const { parties, labelsOf } = labelled;
  const told = (row?.cells ?? []).flatMap((label) =>
    labelsOf(label)
      .filter(({ kind }) => kind === 'other' || kind === 'company' || kind === 'name')
      .map(({ value }) => parties.byName(value || valueBeside(label, labelsOf))),
  );
  const sides = new Set(told.filter((side) => side !== undefined));
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** “Signed: Jane Doe”, and in the next line “for and on behalf of Trey Research”, where that begins no other block. */
function onBehalf(cell: ViewCell, labelled: LabelledView): Side | undefined {
  const { view, parties, labelsOf, isPlace } = labelled;
  const signed = labelsOf(cell).find(({ kind }) => kind === 'sign');
  if ((signed?.value ?? '') === '') return undefined;
  const [next] = view.inColumn(view.near(cell.row, 1), cell);
  if (next === undefined || isPlace(next) || !ON_BEHALF.test(fold(next.text).trim())) return undefined;
  const after = Array.from({ length: MOST_ROWS_DOWN }, (_, more) => view.near(next.row, more + 1));
  return after.some((row) => view.inColumn(row, cell).some(isPlace)) ? undefined : parties.byName(next.text);
}

function beneath(cell: ViewCell, labelled: LabelledView): Side | undefined {
  const { view, parties, labelsOf } = labelled;
  const behalf = onBehalf(cell, labelled);
  if (behalf !== undefined) return behalf;
  for (let down = 0; down <= MOST_ROWS_DOWN; down++) {
    for (const other of view.inColumn(view.near(cell.row, down), { from: cell.from, to: cell.to + 1 })) {
      const labels = labelsOf(other);
      if (
        down > 0 &&
        (labels.some(({ kind }) => kind === 'sign') ||
          (labels.length === 0 && parties.byWord(other.text) !== undefined))
      )
        return undefined;
      // “For the customer: …” begins the next block.
      if (down > 0 && labels.some(({ kind, label }) => kind === 'company' && !ORGANISATION.test(fold(label))))
        return undefined;
      const telling = labels.filter(({ kind }) => kind !== 'sign' && kind !== 'date');
      const values = telling.map(({ value }) => value || valueBeside(other, labelsOf));
      const [party] = values.map((value) => parties.byName(value)).filter((found) => found !== undefined);
      if (party !== undefined) return party;
      const [named] = labels.filter(({ kind }) => kind === 'name').map(({ label }) => parties.of(label));
      if (named !== undefined) return named;
    }
  }
  return undefined;
}

/**
 * Upwards through the block: labels and short lines, and the sentence that is signed. A heading says whose it is; a line such as
 * “Customer: …” does so where the other side's does not stand beside it, as in the head of a document.
 */
function above(cell: ViewCell, labelled: LabelledView): Side | undefined {
  const { parties } = labelled;
  let named: Side | undefined;
  let strange = 0;
  let rest = '';
  for (let up = 0; up <= MOST_ROWS_UP; up++) {
    for (const { text, labels, beside } of linesAbove(cell, up, labelled)) {
      // Over the salutation of a letter stand those whom it is for.
      if (isSalutation(text)) return named;
      // A name may go on in the line below.
      const party = parties.of(text) ?? (rest === '' ? undefined : parties.of(`${text} ${rest}`));
      rest = labels.length === 0 && !isProse(text) ? text : '';
      // “Accepted by Trey Research” is a heading as long as nothing stands behind it, and “Accepted for the client by: Jane Doe” is one.
      const isPassed = isMention(text) || (tellsSigner(text) && up <= SIGNER_REACH);
      if (up > 0 && labels.some(({ kind }) => kind === 'sign') && isPassed && party !== undefined)
        return named ?? party;
      // “Signature Customer | Jane Doe” over “Signature Northwind | John Smith”: one place for each.
      if (up > 0 && beside !== '' && isOfAnother(cell.text, text)) return named;
      if (up > 0 && labels.some(({ kind }) => kind === 'sign') && !isPassed)
        return named ?? (labels.every(({ value = '' }) => value === '' || parties.byName(value)) ? party : undefined);
      // “Executed on behalf of the customer this 3rd day of June 2020 by:”
      const isOfCompany = labels.some(({ kind, value }) => kind === 'company' && (value ?? '') === '');
      if (isOfCompany && isProse(text) && party !== undefined) return named ?? party;
      if (isProse(text)) {
        if (!STATEMENT.test(fold(text))) return named;
        const stating = statedBy(text, parties);
        if (stating !== undefined) return named ?? stating;
        // What the partner has done may be told by the partner, to the one at the head of its letter.
        if (parties.of(text) === 'partner' && !OF_ANOTHER.test(fold(text))) return named;
      } else if (party === undefined) {
        if (labels.length === 0 && ++strange > MOST_STRANGE) return named;
      } else if (/[:：]\s*\S/.test(text) && up > 0) {
        if (named !== undefined && named !== party) return undefined;
        named = party;
      } else return named ?? party;
    }
  }
  return named;
}

/** Two labels that begin alike and end differently. */
function isOfAnother(label: string, other: string): boolean {
  const [first, ...rest] = fold(label).split(/\s+/);
  const [otherFirst, ...otherRest] = fold(other).split(/\s+/);
  return first === otherFirst && rest.length > 0 && otherRest.length > 0 && rest.join() !== otherRest.join();
}

/** “Supplier Customer”, set so near that they are read as one, over two columns: the words over this one. */
function partOf(text: string, cell: ViewCell, { parties }: LabelledView): string | undefined {
  const words = text.split(/\s+/);
  if (cell.row.cells.length !== 2 || words.length > MOST_JOINED_WORDS || parties.of(text) !== undefined)
    return undefined;
  for (let at = 1; at < words.length; at++) {
    const parts = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const [left, right] = parts.map((part) => parties.of(part));
    if (left !== undefined && right !== undefined && left !== right) return parts[cell.row.cells.indexOf(cell)];
  }
  return undefined;
}

/** The cells above a place that may tell whose it is. In its own row these are to its left: “Customer | Signature: …”. */
function linesAbove(
  cell: ViewCell,
  up: number,
  labelled: LabelledView,
): { readonly text: string; readonly labels: readonly Labelled[]; readonly beside: string }[] {
  const { view, parties, labelsOf } = labelled;
  const row = view.near(cell.row, -up);
  const { cells = [] } = row ?? {};
  const texts = cells.filter(({ text }) => text !== '');
  const [only, another] = texts;
  // A heading over both columns stands alone, and begins no further right.
  const heads =
    only !== undefined &&
    another === undefined &&
    only.from <= cell.from + NEARLY &&
    (labelsOf(only).length === 0 ||
      (labelsOf(only).every(({ kind, value }) => (kind === 'sign' || kind === 'company') && (value ?? '') === '') &&
        parties.of(only.text) !== undefined));
  const column = heads ? texts : view.inColumn(row, cell);
  const own = up === 0 ? cells.slice(0, cells.indexOf(cell)).toReversed() : column;
  const part = up > 0 && heads ? partOf(only.text, cell, labelled) : undefined;
  if (part !== undefined) return [{ text: part, labels: [], beside: '' }];
  return own
    .filter((other) => up > 0 || labelsOf(other).length === 0)
    .map((other) => {
      const labels = labelsOf(other);
      const value = labels.some(({ kind }) => kind === 'company') ? valueBeside(other, labelsOf) : '';
      const text = value === '' ? other.text : `${other.text}: ${value}`;
      return { text, labels, beside: valueBeside(other, labelsOf) };
    });
}

/** “Company | Trey Research”, each in a cell of its own. */
function valueBeside(label: ViewCell, labelsOf: LabelsOf): string {
  const next = label.row.cells[label.row.cells.indexOf(label) + 1];
  return next !== undefined && labelsOf(next).length === 0 ? next.text : '';
}
