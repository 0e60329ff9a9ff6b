/** Finds the places to sign in a document: whose each is, and what stands there. Pure. */
import { isSaidByCustomer } from './acceptance.ts';
import { datesIn } from './dates.ts';
import { anyOf, fold } from './fold.ts';
import { type Labelled, labelsIn } from './labels.ts';
import { isBeneathClose, isLetterOfCustomer } from './letters.ts';
import { isFromCustomer } from './mails.ts';
import type { Parties, Side } from './party.ts';
import { regionOf } from './region.ts';
import { type SignedBy, signedBy } from './signer.ts';
import type { PlaceContent, SigningPlace } from './signing-place.ts';
import { isAcceptedByOne, isDoer, lastNameOf } from './sole-signer.ts';
import { RECEIVER_WORDS } from './tuning.ts';
import { printedBeneath, unlabelled, widened } from './unlabelled.ts';
import { isLine, type Slot, Values } from './values.ts';
import type { DocumentView, Row, ViewCell } from './view.ts';

interface LabelledCell {
  readonly cell: ViewCell;
  readonly labels: readonly Labelled[];
}

/** Rows from a printed name up to its side’s heading, those of the other column among them. */
const SCRAWL_REACH = 7;
/** Rows from a heading to its place to sign. */
const HEADING_REACH = 8;
const MOST_HEADING_WORDS = 12;
/** Rows from a name to its day, a title between them. */
const DATED_REACH = 3;
/** Rows between the one who signs and the signature. */
const SIGNATORY_REACH = 3;

export class Places {
  readonly values: Values;
  readonly #view: DocumentView;
  readonly #parties: Parties;
  readonly #labels = new Map<ViewCell, readonly Labelled[]>();

  constructor(view: DocumentView, parties: Parties) {
    this.#view = view;
    this.#parties = parties;
    for (const row of view.rows)
      for (const cell of row.cells) this.#labels.set(cell, cell.text === '' ? [] : labelsIn(cell.text));
    this.values = new Values(
      view,
      (cell) => this.labelsOf(cell),
      (cell) => this.sideOf(cell),
    );
  }

  /** The rows that belong to a place as the only one there. */
  regionOf(place: Pick<SigningPlace, 'cell' | 'slot'>): Row[] {
    return regionOf(place, this.#view, {
      isPlace: (cell) => this.labelsOf(cell).some(({ kind }) => kind === 'sign'),
      isOfPartner: (cell) => this.#parties.of(cell.text) === 'partner',
    });
  }

  labelsOf(cell: ViewCell): readonly Labelled[] {
    return this.#labels.get(cell) ?? [];
  }

  all(): SigningPlace[] {
    const labelled = this.#view.rows.flatMap((row) => row.cells.map((cell) => ({ cell, labels: this.labelsOf(cell) })));
    const places = labelled.flatMap((each) =>
      each.labels
        .filter((label) => label.kind === 'sign' && !this.#isCompanyLabel(label) && !this.#isHeading(each.cell, label))
        .flatMap((label) => this.#placesOf(each, label)),
    );
    const signing = places.filter((place) => !this.#isSignatory(place, places));
    const taken = new Set(places.flatMap(({ slot }) => slot?.cells ?? []));
    return this.#bySaying([...signing, ...this.#withoutLabel(taken), ...this.#scrawled()]);
  }

  /** “Signatory: Jane Doe”, over the signature: the printed name. */
  #isSignatory({ cell }: SigningPlace, places: readonly SigningPlace[]): boolean {
    if (!SIGNATORY.test(fold(cell.text))) return false;
    return places.some(
      (other) =>
        !SIGNATORY.test(fold(other.cell.text)) &&
        Math.abs(other.cell.row.index - cell.row.index) <= SIGNATORY_REACH &&
        other.cell.row !== cell.row &&
        this.#view.inColumn(other.cell.row, cell).includes(other.cell),
    );
  }

  /** Where a document has one place to sign and nothing tells whose it is, what is signed there does. */
  #bySaying(places: readonly SigningPlace[]): SigningPlace[] {
    if (isAcceptedByOne(places, this.#view, this.#parties, (cell) => this.labelsOf(cell)))
      return places.map((place) => ({ ...place, party: place.party ?? 'customer' }));
    const [only] = places;
    const isOne = only !== undefined && places.every(({ cell }) => cell === only.cell) && only.party === undefined;
    if (!isOne || !isSaidByCustomer(this.#view, only.cell.row, this.#parties)) return [...places];
    return places.map((place) => ({ ...place, party: 'customer' }));
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
    const side = this.#parties.of(label);
    if ((value !== undefined && value !== '') || side === undefined) return false;
    const reach = SAYS_FOR_WHOM.test(fold(label)) ? HEADING_REACH : 0;
    const beneath = Array.from({ length: reach }, (_, down) => this.#view.near(cell.row, down + 1));
    const isPlace = (other: ViewCell): boolean =>
      this.labelsOf(other).some(
        (each) => each.kind === 'sign' && (this.#parties.of(each.label) ?? side) === side && each.label !== label,
      );
    return beneath.some((row) => (row?.cells ?? []).some((other) => other.to > cell.from && isPlace(other)));
  }

  #placesOf({ cell, labels }: LabelledCell, label: Labelled): SigningPlace[] {
    const { value } = label;
    if (value !== undefined && value !== '') {
      const inside = this.#wrapped(cell, value) ?? judged(value, cell.row.scan);
      // An empty line in the cell ends the search: names beneath it are printed ones.
      const isRuled = /_{2,}|\.{4,}|…{2,}|-{4,}|\[|\{|</.test(value);
      return [this.#place(cell, label, inside.kind !== 'empty' || isRuled ? this.#orMark(cell, inside) : inside)];
    }
    if (labels.at(-1) !== label) return [this.#place(cell, label, this.#orMark(cell, EMPTY))];
    // “Signature on file” is what stands in a place, and tells of one.
    if (signedBy(cell.text) === 'elsewhere') return [this.#place(cell, label, { kind: 'unclear', by: cell.text })];
    return this.values.slotsOf(cell).map((slot) => this.#place(cell, label, this.#contentOf(cell, label, slot), slot));
  }

  /** “Jane Doe, head of”, and behind the label beneath it “information systems”: the value begins in the line above. */
  #wrapped(cell: ViewCell, value: string): PlaceContent | undefined {
    if (!/^\p{Ll}/u.test(value) || signedBy(value, cell.row.scan) === 'name') return undefined;
    const above = this.#view
      .inColumn(this.#view.near(cell.row, -1), cell)
      .filter((other) => this.labelsOf(other).length === 0);
    const start = above.find(({ text }) => /\p{L},?\s/u.test(text) && signedBy(text) === 'name');
    return start === undefined ? undefined : { kind: 'signed', by: `${start.text} ${value}` };
  }

  #place(cell: ViewCell, label: Labelled, found: PlaceContent, slot?: Slot): SigningPlace {
    const content = this.#ofPerson(found, slot);
    const told = this.#partyOf(cell, label, content, slot);
    // Under “Customer: …” at the head of a document also the one signs who did the work.
    const isDoubtful = 'by' in content && this.#parties.of(label.label) === undefined && slot?.side === undefined;
    const party =
      isDoubtful && told === 'customer' && isDoer(lastNameOf(content.by), this.#view, this.#parties) ? undefined : told;
    const words =
      content.kind === 'signed' && !cell.text.includes(content.by) ? `${cell.text} ${content.by}` : cell.text;
    return { cell, party, content: this.#ofAnother(content, party) ? EMPTY : content, words, slot };
  }

  /** A company's name alone is nobody's signature. */
  #ofPerson(content: PlaceContent, slot: Slot | undefined): PlaceContent {
    if (content.kind !== 'signed' || slot?.cells.some(({ mark }) => mark !== undefined) === true) return content;
    const [name = ''] = content.by.split(/[,(|]/);
    return this.#parties.of(name) === undefined ? content : { kind: 'unclear', by: content.by };
  }

  /** The partner's own name in the customer's place. */
  #ofAnother(content: PlaceContent, party: Side | undefined): boolean {
    return 'by' in content && party === 'customer' && this.#parties.of(content.by) === 'partner';
  }

  #contentOf(cell: ViewCell, { label }: Labelled, slot: Slot): PlaceContent {
    const found = slot.cells.map((other) => this.#inSlot(other)).filter((content) => content !== undefined);
    const said = found.find(({ kind }) => kind === 'signed') ?? found.find(({ kind }) => kind !== 'empty');
    switch (slot.direction) {
      case 'right':
        return found[0]?.kind === 'empty' ? this.#orMark(cell, EMPTY) : (said ?? this.#orMark(cell, EMPTY, true));
      case 'below':
        // Words beneath, also a few of a scan, are of what follows.
        return said?.kind === 'signed' || slot.cells.some(({ mark }) => mark !== undefined)
          ? this.#orPrinted(said ?? EMPTY, label, slot)
          : this.#orMark(cell, EMPTY, true);
      case 'above':
        return said ?? (found.length > 0 ? EMPTY : this.#orMark(cell, EMPTY));
      default:
        return said ?? EMPTY;
    }
  }

  #inSlot(cell: ViewCell): PlaceContent | undefined {
    const marked = ofMark(cell);
    if (marked !== undefined) return marked;
    if (this.#parties.of(cell.text) !== undefined && signedBy(cell.text) !== 'name') return undefined;
    return judged(cell.text, cell.row.scan);
  }

  /**
   * “Signature:” and beneath it a name: signed, or printed under a line that no text shows. Signed is it where the printed one follows, where
   * `/s/` or the label says so, and in a message, which has no lines.
   */
  #orPrinted(said: PlaceContent, label: string, { cells: [name] }: Slot): PlaceContent {
    if (said.kind !== 'signed' || name === undefined || name.mark !== undefined || /\/s\//i.test(said.by)) return said;
    const isSigned =
      fold(label).includes(fold(name.text)) ||
      printedBeneath(name, this.#view, (other) => this.labelsOf(other)) !== undefined ||
      isFromCustomer(this.#view, name.row, this.#parties) ||
      this.#isDated(name);
    return isSigned ? said : { kind: 'unclear', by: said.by };
  }

  /** A day without a label beneath a name was set there with it; forms have a label for theirs. */
  #isDated(name: ViewCell): boolean {
    for (let down = 1; down <= DATED_REACH; down++) {
      const cells = this.#view.inColumn(this.#view.near(name.row, down), name);
      // A name over a line is a printed one where the line is to be signed.
      if (cells.some(isLine)) return false;
      if (cells.some((other) => this.labelsOf(other).length === 0 && isDateAlone(other.text))) return true;
    }
    return false;
  }

  /** A name over the printed one, and a picture or handwriting over it: signatures whose places nothing names. */
  #withoutLabel(taken: ReadonlySet<ViewCell>): SigningPlace[] {
    return unlabelled(this.#view, this)
      .filter(({ cell }) => !taken.has(cell))
      .map(({ cell, printed, doubtful }) => {
        const party =
          this.#parties.of(printed.text) ??
          this.#parties.titled(this.#view, printed, (other) => this.labelsOf(other)) ??
          this.#ofLetterOrBlock(cell) ??
          this.#parties.ofSigner(this.#view, printed.text);
        const slot: Slot = { cells: [cell], direction: 'above', rows: [], side: party };
        const content = ofMark(cell) ?? { kind: doubtful ? ('unclear' as const) : ('signed' as const), by: cell.text };
        return { cell, party, content, words: `${cell.text} ${printed.text}`, slot };
      });
  }

  /** Above the close of a letter stand the one who writes, and the one whom it is for. */
  #ofLetterOrBlock(cell: ViewCell): Side | undefined {
    if (isLetterOfCustomer(this.#view, cell.row, this.#parties)) return 'customer';
    const side = this.#parties.inBlock(this.#view, cell, (other) => this.labelsOf(other));
    return side === 'customer' && isBeneathClose(this.#view, cell.row) ? undefined : side;
  }

  /** Whose a cell says that a block is, by a heading or a name; undefined where it says nothing. */
  sideOf(cell: ViewCell): Side | undefined {
    const isPart = this.labelsOf(cell).some(({ kind }) => kind !== 'company' && kind !== 'sign');
    return isPart || cell.text.split(/\s+/).length > MOST_HEADING_WORDS ? undefined : this.#parties.of(cell.text);
  }

  /** Where the words say nothing: a picture, handwriting or a signed field in or around the place. */
  #orMark(cell: ViewCell, content: PlaceContent, searchBelow = false): PlaceContent {
    if (content.kind !== 'empty') return content;
    const isOpen = this.#view.inColumn(this.#view.near(cell.row, 1), widened(cell)).length === 0;
    for (const distance of [0, -1, ...(searchBelow ? [1] : []), -2, ...(searchBelow && isOpen ? [2] : [])]) {
      const row = this.#view.near(cell.row, distance);
      const marked = this.#view
        .inColumn(row, widened(cell))
        .filter((other) => !this.#isOfNextColumn(other, cell))
        .map((other) => ofMark(other))
        .find((found) => found !== undefined && found.kind !== 'empty');
      if (marked !== undefined) return marked;
    }
    return content;
  }

  /** “Name (Trey Research)” beside the place to sign. */
  #besideOf(cell: ViewCell, slot: Slot | undefined): Side | undefined {
    const labels = this.regionOf({ cell, slot }).flatMap(({ cells }) => cells.flatMap((other) => this.labelsOf(other)));
    const sides = labels.filter(({ kind }) => kind === 'name').map(({ label }) => this.#parties.of(label));
    return sides.find((side) => side !== undefined);
  }

  /** Something stands between them, which has the mark. */
  #isOfNextColumn(mark: ViewCell, cell: ViewCell): boolean {
    return mark.row !== cell.row && mark.row.cells.some((other) => other.from >= cell.to && other.to <= mark.from);
  }

  #partyOf(cell: ViewCell, { label }: Labelled, content: PlaceContent, slot: Slot | undefined): Side | undefined {
    const said = content.kind === 'signed' ? this.#parties.of(content.by) : undefined;
    return (
      this.#parties.of(label === '' ? cell.text : label) ??
      slot?.side ??
      said ??
      this.#parties.inBlock(this.#view, cell, (other) => this.labelsOf(other)) ??
      this.#besideOf(cell, slot) ??
      ('by' in content ? this.#parties.ofSigner(this.#view, content.by) : undefined) ??
      (isFromCustomer(this.#view, cell.row, this.#parties) || RECEIVES.test(fold(label)) ? 'customer' : undefined)
    );
  }
}

const SIGNATORY = /^(?:\p{L}+\s)?(?:signatory|unterzeichner|signataire|firmante)(?!\p{L})/u;
const RECEIVES = anyOf(RECEIVER_WORDS);
const EMPTY: PlaceContent = { kind: 'empty' };
/** “Signed by …”, “for …”: as opposed to “signature of …”. */
const SAYS_FOR_WHOM = /(?<!\p{L})(?:by|for|behalf|durch|von|fur|namen|par|pour|nom|por|nombre)(?!\p{L})/u;
function isDateAlone(text: string): boolean {
  const [date] = datesIn(text);
  return date !== undefined && text.trim().length - date.words.length <= 1;
}

function judged(text: string, scan: boolean): PlaceContent {
  const found: SignedBy = signedBy(text, scan);
  // “________ Jane Doe”: a line to sign on, and the printed name.
  if (found === 'name' && /^\s*_{4,}\s+\p{L}/u.test(text)) return { kind: 'unclear', by: text.trim() };
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
