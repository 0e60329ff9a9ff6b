/** A document with its labels: what each cell is one for, whose side it tells, and what stands for it. Pure. */
import { datesIn } from '../../documents/dates.ts';
import { fold } from '../../documents/fold.ts';
import { LabelledCells } from './labelled-cells.ts';
import { isApproval, type Labelled, labelsIn } from './labels.ts';
import { NamedPeople } from './named-people.ts';
import type { Parties } from './party.ts';
import { regionOf } from './region.ts';
import type { Side } from './side.ts';
import { CONFORMED_MARK, isNameAlone, signedBy } from './signer.ts';
import type { SigningPlace } from './signing-place.ts';
import { Values } from './values.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

const MOST_HEADING_WORDS = 12;
/** Columns of a table of who did what, and its rows down from their heads. */
const LEAST_COLUMNS = 3;
const STATES_REACH = 20;
const STATE = /^\W*(?:status|state|action|event|estado|statut|aktion|ereignis|accion)\W*$/u;
const PLACE_AND_DAY = /^\W*(?:ort|lieu|place|lugar)\W+(?:datum|date|fecha)(?!\p{L})/u;
const FOR = /^(?:for|fur|pour|por)(?!\p{L})/u;
const RULED = /^_{2,}/;
const CONFORMED = new RegExp(`^(?:${CONFORMED_MARK}|gez\\.)\\s*\\p{L}`, 'iu');

function isNameAndDay(text: string): boolean {
  return datesIn(text).length === 1 && signedBy(text) === 'name';
}

export class LabelledView {
  readonly view: DocumentView;
  readonly parties: Parties;
  readonly people: NamedPeople;
  readonly values: Values;
  readonly #labels = new Map<ViewCell, readonly Labelled[]>();

  constructor(view: DocumentView, parties: Parties) {
    this.view = view;
    this.parties = parties;
    this.people = new NamedPeople(view, parties);
    for (const row of view.rows)
      for (const cell of row.cells) this.#labels.set(cell, cell.text === '' ? [] : labelsIn(cell.text));
    const isGerman = [...this.#labels.values()].flat().some(({ label }) => /unterschrift/i.test(label));
    for (const cell of view.rows.flatMap(({ cells }) => cells)) {
      if (isGerman) this.#readFirma(cell);
      this.#readApproval(cell);
      this.#readPlaceAndDay(cell);
      this.#readState(cell);
      this.#readRuled(cell);
    }
    this.values = new Values(new LabelledCells(view, this.labelsOf, this.sideOf));
  }

  /** “Approved for the customer | Jane Doe | Date: 4 May 2020”; beside a cell of several lines the name stands a little lower. */
  #readApproval(cell: ViewCell): void {
    if (this.labelsOf(cell).length > 0 || !isApproval(cell.text) || this.parties.of(cell.text) === undefined) return;
    const next = cell.row.cells[cell.row.cells.indexOf(cell) + 1];
    if (next === undefined) return;
    const lower = this.view.near(cell.row, 1)?.cells ?? [];
    const between = lower.filter(({ from, to }) => from >= cell.to && to <= next.from);
    const name = [next, ...between].find((other) => this.labelsOf(other).length === 0 && isNameAlone(other.text));
    if (name !== undefined) this.#labels.set(cell, [{ kind: 'sign', label: cell.text, value: name.text }]);
  }

  /** “Signed”, in the column of how far each has come: no place to sign. */
  #readState(cell: ViewCell): void {
    const [only, another] = this.labelsOf(cell);
    if (only?.kind !== 'sign' || another !== undefined || (only.value ?? '') !== '') return;
    if (cell.row.cells.length < LEAST_COLUMNS) return;
    for (let up = 1; up <= STATES_REACH; up++) {
      const row = this.view.near(cell.row, -up);
      if (row === undefined || row.cells.length < LEAST_COLUMNS) return;
      if (this.view.inColumn(row, cell).some(({ text }) => STATE.test(fold(text)))) {
        this.#labels.set(cell, []);
        return;
      }
    }
  }

  /** “Place, date, customer” beneath handwriting of a scan: who is to set place and date there is to sign, where no other place says so. */
  #readPlaceAndDay(cell: ViewCell): void {
    const [only, another] = this.labelsOf(cell);
    if (!cell.row.scan || only?.kind !== 'date' || another !== undefined || (only.value ?? '') !== '') return;
    if (!PLACE_AND_DAY.test(fold(cell.text)) || this.parties.of(cell.text) === undefined) return;
    const around = [-2, -1, 0, 1, 2].flatMap((distance) => this.view.near(cell.row, distance)?.cells ?? []);
    const isSigned = around.some((other) => labelsIn(other.text).some(({ kind }) => kind === 'sign'));
    if (!isSigned) this.#labels.set(cell, [{ ...only, kind: 'sign' }]);
  }

  /** “Firma” is a company in German, and a signature in Spanish. */
  #readFirma(cell: ViewCell): void {
    const read = (each: Labelled): Labelled =>
      /^firma$/i.test(each.label.trim()) ? { ...each, kind: 'company' } : each;
    this.#labels.set(cell, this.labelsOf(cell).map(read));
  }

  /**
   * “For the supplier: ____Jane Doe____”, also with the line in a cell of its own, “For the client: /s/ Jane Doe”, “For the client: Jane Doe,
   * 4 May 2020” and “For the client: signature on file”: a place to sign.
   */
  #readRuled(cell: ViewCell): void {
    const [only, another] = this.labelsOf(cell);
    if (only?.kind !== 'company' || another !== undefined || !FOR.test(fold(only.label))) return;
    // “Prepared for Trey Research: Jane Doe, 4 May 2020”
    if (!cell.text.trimStart().startsWith(only.label)) return;
    const next = cell.row.cells[cell.row.cells.indexOf(cell) + 1];
    const value = only.value || (next?.text ?? '');
    if (
      RULED.test(value) ||
      CONFORMED.test(value) ||
      signedBy(value) === 'elsewhere' ||
      (isNameAndDay(value) && !this.view.isOfHead(cell.row))
    )
      this.#labels.set(cell, [{ ...only, kind: 'sign' }]);
  }

  readonly labelsOf = (cell: ViewCell): readonly Labelled[] => this.#labels.get(cell) ?? [];

  /** Whose a cell says that a block is, by a heading or a name; undefined where it says nothing. */
  readonly sideOf = (cell: ViewCell): Side | undefined => {
    const isPart = this.labelsOf(cell).some(({ kind }) => kind !== 'company' && kind !== 'sign');
    return isPart || cell.text.split(/\s+/).length > MOST_HEADING_WORDS ? undefined : this.parties.of(cell.text);
  };

  readonly isPlace = (cell: ViewCell): boolean => this.labelsOf(cell).some(({ kind }) => kind === 'sign');

  /** The rows that belong to a place as the only one there; none under the heads of both sides, where columns tell. */
  regionOf(place: Pick<SigningPlace, 'cell' | 'slot'>): Row[] {
    if (this.values.cells.headsOver(place.cell.row).length > 0) return [];
    return regionOf(place, this.view, {
      isPlace: this.isPlace,
      isPart: (cell) => this.labelsOf(cell).some(({ kind, value }) => kind !== 'sign' && (value ?? '') !== ''),
      isOfPartner: (cell) => this.parties.of(cell.text) === 'partner',
    });
  }
}
