/** Finds the places to sign in a document: whose each is, and what stands there. Pure. */
import { type Labelled, labelsIn } from './labels.ts';
import type { Parties, Side } from './party.ts';
import { type SignedBy, signedBy } from './signer.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

export interface SigningPlace {
  readonly cell: ViewCell;
  readonly party: Side | undefined;
  /** What a person or a program has put there; undefined where nothing is. */
  readonly content: PlaceContent;
  /** The words to show. */
  readonly words: string;
}

export type PlaceContent =
  | { readonly kind: 'signed'; readonly by: string; readonly day?: string | undefined }
  | { readonly kind: 'unclear'; readonly by: string }
  | { readonly kind: 'ink' | 'picture' | 'empty' };

interface LabelledCell {
  readonly cell: ViewCell;
  readonly labels: readonly Labelled[];
}

/** Rows from a printed name up to its side’s heading, those of the other column among them. */
const SCRAWL_REACH = 7;
/** Rows from a heading to its place to sign. */
const HEADING_REACH = 4;
/** Rows from a caption to what stands above it. */
const CAPTION_REACH = 2;

export class Places {
  readonly #view: DocumentView;
  readonly #parties: Parties;
  readonly #labels = new Map<ViewCell, readonly Labelled[]>();

  constructor(view: DocumentView, parties: Parties) {
    this.#view = view;
    this.#parties = parties;
    for (const row of view.rows)
      for (const cell of row.cells) this.#labels.set(cell, cell.text === '' ? [] : labelsIn(cell.text));
  }

  labelsOf(cell: ViewCell): readonly Labelled[] {
    return this.#labels.get(cell) ?? [];
  }

  all(): SigningPlace[] {
    const labelled = this.#view.rows.flatMap((row) => row.cells.map((cell) => ({ cell, labels: this.labelsOf(cell) })));
    const places = labelled.flatMap((each) =>
      each.labels
        .filter((label) => label.kind === 'sign' && !this.#isCompanyLabel(label) && !this.#isHeading(each.cell, label))
        .map((label) => this.#placeOf(each, label)),
    );
    return [...places, ...this.#scrawled()];
  }

  /**
   * In a scan handwriting may cover the label of its place. Where a block has a side and a name, and between them no label to sign, what
   * is drawn there is the signature; words there leave it open.
   */
  #scrawled(): SigningPlace[] {
    return this.#view.rows
      .filter(({ scan }) => scan)
      .flatMap((row) => row.cells)
      .filter((cell) => this.labelsOf(cell).some(({ kind }) => kind === 'name'))
      .flatMap((cell) => this.#scrawlAbove(cell) ?? []);
  }

  #scrawlAbove(name: ViewCell): SigningPlace | undefined {
    const found: ViewCell[] = [];
    // Handwriting stands above the printed name, or above its label.
    const value = name.row.cells[name.row.cells.indexOf(name) + 1];
    const isOwn = value !== undefined && this.labelsOf(value).length === 0;
    const reach = { from: name.from, to: isOwn ? value.to : name.to + (name.to - name.from) };
    for (let up = 1; up <= SCRAWL_REACH; up++) {
      const cells = this.#view.inColumn(this.#view.near(name.row, -up), reach);
      if (cells.some((cell) => this.labelsOf(cell).some(({ kind }) => kind === 'sign' || kind === 'name')))
        return undefined;
      const side = cells.map((cell) => this.#parties.of(cell.text)).find((each) => each !== undefined);
      // A name of a company goes on over several lines.
      if (side === undefined) found.push(...cells.filter(({ text }) => !this.#parties.isCompany(text)));
      else {
        const drawn = found.find(({ mark }) => mark?.kind === 'ink');
        const cell = drawn ?? found[0];
        return (
          cell && {
            cell,
            party: side,
            words: cell.text,
            content: drawn ? { kind: 'ink' } : { kind: 'unclear', by: cell.text },
          }
        );
      }
    }
    return undefined;
  }

  /** “Firma” is a company in German, and a signature in Spanish. */
  #isCompanyLabel({ label, value }: Labelled): boolean {
    return /^firma$/i.test(label.trim()) && value !== undefined && value !== '' && this.#parties.isCompany(value);
  }

  /** “Accepted by Trey Research” over a place to sign, or over nothing. */
  #isHeading(cell: ViewCell, { label, value }: Labelled): boolean {
    if ((value !== undefined && value !== '') || this.#parties.of(label) === undefined) return false;
    const beneath = Array.from({ length: HEADING_REACH }, (_, down) => this.#view.near(cell.row, down + 1));
    const isPlace = (other: ViewCell): boolean => this.labelsOf(other).some(({ kind }) => kind === 'sign');
    return beneath.some((row) => this.#view.inColumn(row, cell).some(isPlace));
  }

  #placeOf({ cell, labels }: LabelledCell, label: Labelled): SigningPlace {
    const content = this.#contentOf(cell, labels, label);
    const party = this.#partyOf(cell, label, content);
    const words =
      content.kind === 'signed' && !cell.text.includes(content.by) ? `${cell.text} ${content.by}` : cell.text;
    return { cell, party, content: this.#ofAnother(content, party) ? { kind: 'empty' } : content, words };
  }

  /** The partner's own name in the customer's place. */
  #ofAnother(content: PlaceContent, party: Side | undefined): boolean {
    return 'by' in content && party === 'customer' && this.#parties.of(content.by) === 'partner';
  }

  #contentOf(cell: ViewCell, labels: readonly Labelled[], label: Labelled): PlaceContent {
    const { value } = label;
    if (value !== undefined && value !== '') {
      const inside = judged(value, cell.row.scan);
      // An empty line in the cell ends the search: names beneath it are printed ones.
      if (inside.kind !== 'empty' || /_{2,}|\.{4,}|…{2,}|-{4,}|\[|\{|</.test(value)) return this.#orMark(cell, inside);
      return inside;
    }
    const last = labels.at(-1) === label;
    const beside = last ? this.#rightOf(cell) : undefined;
    if (beside !== undefined) return beside;
    const captioned = value === undefined ? this.#aroundCaption(cell) : undefined;
    return captioned ?? this.#orMark(cell, { kind: 'empty' }, true);
  }

  /** What stands to the right, up to the next label or column head. */
  #rightOf(cell: ViewCell): PlaceContent | undefined {
    const cells = cell.row.cells;
    const next = cells[cells.indexOf(cell) + 1];
    if (next === undefined || this.#isNextPlace(next)) return undefined;
    const marked = ofMark(next);
    if (marked !== undefined) return marked;
    if (this.#parties.of(next.text) !== undefined && signedBy(next.text) !== 'name') return undefined;
    return judged(next.text, cell.row.scan);
  }

  /** Another label, and no words about this place such as “/s/ Jane Doe” and “signature on file”. */
  #isNextPlace(next: ViewCell): boolean {
    const labels = this.labelsOf(next);
    if (labels.length === 0 || next.mark !== undefined || labels.every(({ label }) => label === '')) return false;
    return labels.some(({ value }) => value !== undefined) || signedBy(next.text) !== 'elsewhere';
  }

  /** Whose a cell says that a block is, by a heading or a name; undefined where it says nothing. */
  sideOf(cell: ViewCell): Side | undefined {
    const isPart = this.labelsOf(cell).some(({ kind }) => kind !== 'company' && kind !== 'sign');
    return isPart ? undefined : this.#parties.of(cell.text);
  }

  /** A label without a colon is the head of a column, with values beneath, or a caption, with the line above it. */
  #aroundCaption(cell: ViewCell): PlaceContent | undefined {
    const heads = cell.row.cells.filter((other) => this.labelsOf(other).some(({ value }) => value === undefined));
    const below = this.#view.near(cell.row, 1);
    const isHead =
      heads.length > 1 && below !== undefined && heads.some((head) => this.#valuesIn(below, head).length > 0);
    if (isHead) return this.#firstOf(below, cell) ?? { kind: 'empty' };
    for (let up = 1; up <= CAPTION_REACH; up++) {
      const above = this.#view.near(cell.row, -up);
      if (above === undefined || this.#view.inColumn(above, cell).some((other) => this.labelsOf(other).length > 0))
        return undefined;
      const found = this.#firstOf(above, cell);
      // Prose above is no signature.
      if (found !== undefined && found.kind !== 'unclear')
        return found.kind === 'empty' && up < CAPTION_REACH
          ? (this.#firstOf(this.#view.near(above, -1), cell, true) ?? found)
          : found;
    }
    return undefined;
  }

  #valuesIn(row: Row | undefined, cell: ViewCell): ViewCell[] {
    return this.#view.inColumn(row, cell).filter((other) => this.labelsOf(other).length === 0);
  }

  #firstOf(row: Row | undefined, cell: ViewCell, namesOnly = false): PlaceContent | undefined {
    for (const other of this.#valuesIn(row, cell)) {
      const found =
        ofMark(other) ?? (this.#parties.of(other.text) === undefined ? judged(other.text, cell.row.scan) : undefined);
      if (found !== undefined && (!namesOnly || (found.kind !== 'unclear' && found.kind !== 'empty'))) return found;
    }
    return undefined;
  }

  /** Where the words say nothing: a picture, handwriting or a signed field in or around the place. */
  #orMark(cell: ViewCell, content: PlaceContent, searchBelow = false): PlaceContent {
    if (content.kind !== 'empty') return content;
    const width = Math.max(cell.to - cell.from, 150);
    const reach = { from: cell.from, to: cell.to + width };
    for (const distance of [0, -1, ...(searchBelow ? [1] : []), -2]) {
      const row = this.#view.near(cell.row, distance);
      const marked = this.#view
        .inColumn(row, reach)
        .map((other) => ofMark(other))
        .find((found) => found !== undefined && found.kind !== 'empty');
      if (marked !== undefined) return marked;
    }
    if (!searchBelow) return content;
    // “Signature:” and beneath it a name: signed, or printed under a line that no text shows.
    const under = this.#firstOf(this.#view.near(cell.row, 1), cell);
    if (under?.kind !== 'signed') return content;
    return /\/s\//i.test(under.by) ? under : { kind: 'unclear', by: under.by };
  }

  #partyOf(cell: ViewCell, { label }: Labelled, content: PlaceContent): Side | undefined {
    const said = content.kind === 'signed' ? this.#parties.of(content.by) : undefined;
    return this.#parties.of(label) ?? said ?? this.#parties.inBlock(this.#view, cell, (other) => this.labelsOf(other));
  }
}

function judged(text: string, scan: boolean): PlaceContent {
  const found: SignedBy = signedBy(text, scan);
  if (found === 'name') return { kind: 'signed', by: text.trim() };
  if (found === 'blank') return { kind: 'empty' };
  // What is read of handwriting is a few signs that make no sense.
  const isScrawl = scan && found === 'words' && text.trim().length <= MOST_SCRAWL;
  return isScrawl ? { kind: 'ink' } : { kind: 'unclear', by: text.trim() };
}

/** Signs. */
const MOST_SCRAWL = 16;

function ofMark({ mark, text }: ViewCell): PlaceContent | undefined {
  if (mark === undefined) return undefined;
  if (mark.kind === 'signed') return { kind: 'signed', by: mark.name ?? text, day: mark.day };
  return { kind: mark.kind === 'ink' || mark.kind === 'picture' ? mark.kind : 'empty' };
}
