/** Whether the customer has signed, and when. Pure. A false “ok” is the worst error here: what is in doubt is unclear. */
import { type DateFound, datesIn } from '../../documents/dates.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import { envelopeRow, eSignatures } from './esign.ts';
import type { ESignature } from './esign-reports.ts';
import { bestOf, type ClaimToCheck, type Finding, type FindingState, finding, MISSING } from './finding.ts';
import { LabelledView } from './labelled-view.ts';
import { letterDates } from './letters.ts';
import { messageSigned } from './mails.ts';
import { Parties } from './party.ts';
import { placesIn } from './places.ts';
import { isRecent } from './recent.ts';
import { underHeading } from './scrawls.ts';
import { signedBy } from './signer.ts';
import { hasNameBeside } from './signing-block.ts';
import { datesBeside, tellsDay } from './signing-dates.ts';
import type { SigningPlace } from './signing-place.ts';
import { REGARDS } from './tuning.ts';
import { type DocumentView, rowText, type ViewCell } from './view.ts';

export function signatureAndDate(
  view: DocumentView,
  claim: ClaimToCheck,
): { readonly signature: Finding; readonly date: Finding } {
  const parties = new Parties(claim, view);
  const labelled = new LabelledView(view, parties);
  const all = placesIn(labelled);
  const { found, tells } = eSignatures(labelled);
  const placed = all.filter(({ party, cell }) => party === 'customer' || (party === undefined && !tells(cell.row)));
  const isEmpty = placed.every(({ content }) => content.kind === 'empty');
  const own = isEmpty ? [...placed, ...underHeading(labelled)] : placed;
  const electronic = found.filter(({ party }) => party !== 'partner');
  const signed: Signed[] = [
    ...own.map((place) => ofPlace(place, isWrittenTwice(place, own, labelled), labelled, claim.today)),
    ...electronic.map((each) => ofElectronic(each, labelled, claim.today)),
    ...messageSigned(view, parties).map(({ state, words, page, dates }) => ({
      signature: finding(state, words, page),
      date: dateFinding(dates, claim.today, page, false),
    })),
  ];
  const signature = bestOf(signed.map((each) => each.signature));
  return {
    signature:
      signature.state === 'missing' ? (elsewhere(view, parties, all) ?? scribble(view, all) ?? signature) : signature,
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

/** Rows between two labels of one block. */
const BLOCK_ROWS = 5;

/** “Agreed, the customer: ~~~” and beneath it “Signed: ~~~”: the signature, and who signs, each in the place of its own label. */
function isWrittenTwice(place: SigningPlace, own: readonly SigningPlace[], { isPlace }: LabelledView): boolean {
  const inkOf = ({ slot }: SigningPlace): readonly ViewCell[] =>
    (slot?.cells ?? []).filter(({ mark }) => mark?.kind === 'ink');
  const isWritten = (each: SigningPlace): boolean =>
    each.content.kind === 'ink' && isPlace(each.cell) && inkOf(each).length > 0;
  return own.some((other) => {
    const down = Math.abs(other.cell.row.index - place.cell.row.index);
    const isOfBlock = other.party === place.party && down > 0 && down <= BLOCK_ROWS;
    return isOfBlock && [place, other].every(isWritten) && !inkOf(other).some((cell) => inkOf(place).includes(cell));
  });
}

function ofPlace(place: SigningPlace, isTold: boolean, labelled: LabelledView, today: string): Signed {
  const { content, party, cell } = place;
  // “Signature on file” in a table has no day of its own but in its row.
  const isElsewhere =
    place.slot?.direction === 'below' && content.kind === 'unclear' && signedBy(content.by) === 'elsewhere';
  const rows = (place.slot?.cells ?? []).map((each) => each.row);
  const beside = isElsewhere
    ? rows.flatMap(({ cells, scan }) => cells.flatMap(({ text }) => datesIn(text, scan)))
    : datesBeside(place, labelled);
  // An empty place of nobody known says nothing of the customer's.
  const dates =
    (party === undefined && content.kind === 'empty' ? [] : beside) ??
    (place.party === 'customer' && content.kind !== 'empty'
      ? letterDates(labelled.view, place.cell.row, labelled.parties)
      : []);
  const state = stateOf(place, isTold || (beside ?? []).some(tellsDay) || hasNameBeside(place, labelled));
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

function ofElectronic(each: ESignature, labelled: LabelledView, today: string): Signed {
  const { party, cell, row, words, days } = each;
  const own = days.map((day): DateFound => ({ at: 0, words, days: day }));
  const found = own.length > 0 ? own : (datesBeside({ cell }, labelled) ?? []);
  return {
    signature: finding(party === undefined ? 'unclear' : 'ok', words, row.page),
    date: dateFinding(found, today, row.page, party === undefined),
  };
}

/** @param doubtful it may be another's date */
function dateFinding(dates: readonly DateFound[], today: string, page: number, doubtful: boolean): Finding {
  const found = dates.map(({ words, days }): Finding => {
    const recent = days.filter((day) => isRecent(day, today)).length;
    if (days.length === 0) return finding('unclear', words, page);
    const state = recent === 0 ? 'missing' : recent === days.length && !doubtful ? 'ok' : 'unclear';
    return finding(state, words, page);
  });
  // Several dates in one place: the nearest is the one.
  return found[0] ?? MISSING;
}

const REGARD = anyOf(REGARDS);
const ROWS_OF_A_CLOSE = 4;

/** Handwriting in a scan that has no place to sign: whose it is, and what, nothing tells. */
function scribble(view: DocumentView, all: readonly SigningPlace[]): Finding | undefined {
  const row = view.rows.findLast(
    (each) => each.scan && !view.isOfHead(each) && each.cells.some(({ mark }) => mark?.kind === 'ink'),
  );
  return row === undefined || all.length > 0 ? undefined : finding('unclear', rowText(row), row.page);
}

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
    const isForm = all.some(({ cell, content }) => content.kind === 'empty' && close.includes(cell.row));
    if (!isForm && close.some((each) => parties.of(rowText(each)) === 'customer')) {
      return finding('unclear', close.map(rowText).join(' '), row.page);
    }
  }
  return undefined;
}

const MOST_REGARD_WORDS = 8;
/** Thanks that somebody is quoted with, also as messages quote. */
const QUOTED = /["“”„«»]|^\s*>/;
