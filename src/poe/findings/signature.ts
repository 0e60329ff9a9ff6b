/** Whether the customer has signed, and when. Pure. A false “ok” is the worst error here: what is in doubt is unclear. */
import { type DateFound, datesIn, isRecent } from './dates.ts';
import { type ESignature, envelopeRow, eSignatures } from './esign.ts';
import { bestOf, type ClaimToCheck, type Finding, type FindingState, finding, MISSING } from './finding.ts';
import { anyOf, fold } from './fold.ts';
import { messageSigned } from './mails.ts';
import { Parties } from './party.ts';
import { Places, type SigningPlace } from './places.ts';
import { REGARDS } from './tuning.ts';
import { type DocumentView, type Row, rowText, type ViewCell } from './view.ts';

export function signatureAndDate(
  view: DocumentView,
  claim: ClaimToCheck,
): { readonly signature: Finding; readonly date: Finding } {
  const parties = new Parties(claim);
  const places = new Places(view, parties);
  const all = places.all();
  const own = all.filter(({ party }) => party !== 'partner');
  const electronic = eSignatures(view, parties).filter(({ party }) => party !== 'partner');
  const signed: Signed[] = [
    ...own.map((place) => ofPlace(place, view, places, claim.today)),
    ...electronic.map((each) => ofElectronic(each, view, places, claim.today)),
    ...messageSigned(view, parties).map(({ state, words, page, dates }) => ({
      signature: finding(state, words, page),
      date: dateFinding(dates, claim.today, page, false),
    })),
  ];
  const signature = bestOf(signed.map((each) => each.signature));
  return {
    signature: signature.state === 'missing' ? (elsewhere(view, parties, all) ?? signature) : signature,
    date: dateOf(signed, signature),
  };
}

interface Signed {
  readonly signature: Finding;
  readonly date: Finding;
}

/** The date beside the signature that counts; beside another only where none is signed. */
function dateOf(signed: readonly Signed[], { state }: Finding): Finding {
  return bestOf(signed.filter(({ signature }) => signature.state === state).map(({ date }) => date));
}

function ofPlace(place: SigningPlace, view: DocumentView, places: Places, today: string): Signed {
  const dates = datesBeside(place, view, places);
  const { content, party, cell } = place;
  const state = stateOf(place, dates.length > 0 || hasNameBeside(place, view, places));
  return {
    signature: finding(party === undefined && state === 'ok' ? 'unclear' : state, place.words, cell.row.page),
    date: dateFinding(
      content.kind === 'signed' && content.day !== undefined
        ? [{ at: 0, words: content.day, days: [content.day] }]
        : dates,
      today,
      cell.row.page,
      party === undefined,
    ),
  };
}

/** Handwriting, or a picture of it, counts where a name or a date beside it says whose and when. */
function stateOf({ content }: SigningPlace, accompanied: boolean): FindingState {
  switch (content.kind) {
    case 'signed':
      return 'ok';
    case 'ink':
    case 'picture':
      return accompanied ? 'ok' : 'unclear';
    case 'unclear':
      return 'unclear';
    case 'empty':
      return 'missing';
  }
}

function ofElectronic(each: ESignature, view: DocumentView, places: Places, today: string): Signed {
  const { party, cell, row, words, days } = each;
  const own = days.map((day): DateFound => ({ at: 0, words, days: day }));
  const found = own.length > 0 ? own : datesBeside({ cell }, view, places);
  return {
    signature: finding(party === undefined ? 'unclear' : 'ok', words, row.page),
    date: dateFinding(found, today, row.page, party === undefined),
  };
}

/** @param doubtful it may be another's date */
function dateFinding(dates: readonly DateFound[], today: string, page: number, doubtful: boolean): Finding {
  const found = dates.map(({ words, days }): Finding => {
    const recent = days.filter((day) => isRecent(day, today)).length;
    const state = recent === 0 ? 'missing' : recent === days.length && !doubtful ? 'ok' : 'unclear';
    return finding(state, words, page);
  });
  // Several dates in one place: the nearest is the one.
  return found[0] ?? MISSING;
}

/** Rows of a block beneath, and above, its place to sign. */
const ROWS_DOWN = 7;
const ROWS_UP = 3;

/** The dates that belong to a place, the nearest first: in its cell, behind a label in its block, or standing alone there. */
function datesBeside({ cell }: Pick<SigningPlace, 'cell'>, view: DocumentView, places: Places): DateFound[] {
  const own = datesIn(signedText(cell, places), cell.row.scan);
  if (own.length > 0) return own;
  const block = blockOf(cell, view, places);
  const labelled = block.flatMap((other) => labelledDates(other, view, places));
  if (labelled.length > 0) return labelled.filter((each) => each !== undefined);
  return block.filter((other) => isNote(other.text)).flatMap((other) => datesIn(other.text, other.row.scan));
}

function signedText(cell: ViewCell, places: Places): string {
  const labels = places.labelsOf(cell);
  const parts = labels.filter(({ kind }) => kind === 'sign' || kind === 'date').map(({ value }) => value ?? '');
  return parts.join(' ');
}

/** Behind each label for a date: its date, or undefined where the place for it is empty. */
function labelledDates(cell: ViewCell, view: DocumentView, places: Places): (DateFound | undefined)[] {
  return places
    .labelsOf(cell)
    .filter(({ kind }) => kind === 'date')
    .map(({ value }) => {
      const inside = value === undefined ? [] : datesIn(value, cell.row.scan);
      if (inside.length > 0 || (value !== undefined && value.replace(/[\s_.]/g, '') !== '')) return inside[0];
      return datesIn(besideDateLabel(cell, value === undefined, view, places), cell.row.scan)[0];
    });
}

function besideDateLabel(cell: ViewCell, isBare: boolean, view: DocumentView, places: Places): string {
  const next = cell.row.cells[cell.row.cells.indexOf(cell) + 1];
  if (next !== undefined && places.labelsOf(next).length === 0 && datesIn(next.text, cell.row.scan).length > 0)
    return next.text;
  const around = isBare ? [1, -1, -2] : [1];
  return around
    .flatMap((distance) => view.inColumn(view.near(cell.row, distance), cell))
    .filter((other) => places.labelsOf(other).length === 0)
    .map(({ text }) => text)
    .join(' ; ');
}

/** The cells of a place's block: its row, and what is near it in its column up to another place to sign. */
function blockOf(cell: ViewCell, view: DocumentView, places: Places): ViewCell[] {
  const isPlace = (other: ViewCell): boolean =>
    other !== cell && places.labelsOf(other).some(({ kind }) => kind === 'sign');
  const after = cell.row.cells.slice(cell.row.cells.indexOf(cell) + 1);
  const end = after.findIndex(isPlace);
  const found = end === -1 ? after : after.slice(0, end);
  const own = { from: cell.from, to: Math.max(cell.to, ...found.map(({ to }) => to)) };
  for (const [step, most] of [
    [1, ROWS_DOWN],
    [-1, ROWS_UP],
  ] as const) {
    for (let distance = 1; distance <= most; distance++) {
      const row = view.near(cell.row, step * distance);
      const cells = columnCells(view, row, own);
      if (row === undefined || cells.some(isPlace) || cells.some(endsBlock)) break;
      // Above, a heading is the end; beneath, the other side's is.
      const sides = cells.map((other) => places.sideOf(other)).filter((side) => side !== undefined);
      if (sides.some((side) => step === -1 || side === 'partner')) break;
      found.push(...cells);
    }
  }
  return found;
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

/** Prose: the block ends there. */
function endsBlock({ text }: ViewCell): boolean {
  return text.split(/\s+/).length > 12;
}

/** Hardly more than the date: “Berlin, 12.06.2020”. */
function isNote(text: string): boolean {
  return text.split(/\s+/).length <= 6;
}

function hasNameBeside({ cell }: SigningPlace, view: DocumentView, places: Places): boolean {
  return blockOf(cell, view, places).some((other) => {
    const names = places.labelsOf(other).filter(({ kind }) => kind === 'name');
    const next = other.row.cells[other.row.cells.indexOf(other) + 1];
    return names.some(({ value }) => /\p{L}{2}/u.test(value || (next?.text ?? '')));
  });
}

const REGARD = anyOf(REGARDS);
const ROWS_OF_A_CLOSE = 4;

/** What is no signature and still more than nothing: thanks at a letter's end, or an envelope of a signing service. */
function elsewhere(view: DocumentView, parties: Parties, all: readonly SigningPlace[]): Finding | undefined {
  const envelope = envelopeRow(view);
  if (envelope !== undefined && all.every(({ content }) => content.kind === 'empty'))
    return finding('unclear', rowText(envelope), envelope.page);
  for (const row of view.rows) {
    if (
      !REGARD.test(fold(rowText(row))) ||
      (rowText(row).split(/\s+/).length > MOST_REGARD_WORDS && !QUOTED.test(rowText(row)))
    )
      continue;
    const close = Array.from({ length: ROWS_OF_A_CLOSE }, (_, down) => view.near(row, down)).filter(
      (each) => each !== undefined,
    );
    if (QUOTED.test(rowText(row))) return finding('unclear', rowText(row), row.page);
    if (close.some((each) => parties.of(rowText(each)) === 'customer')) {
      return finding('unclear', close.map(rowText).join(' '), row.page);
    }
  }
  return undefined;
}

const MOST_REGARD_WORDS = 8;
/** Thanks that somebody is quoted with. */
const QUOTED = /["“”„«»]/;
