/** The marks of services for electronic signatures, and who signed by them. Pure. */
import { datesIn } from './dates.ts';
import { fold } from './fold.ts';
import type { Parties, Side } from './party.ts';
import { isPersonName } from './signer.ts';
import { type DocumentView, type Row, rowText, type ViewCell } from './view.ts';

export interface ESignature {
  readonly party: Side | undefined;
  readonly cell: ViewCell;
  readonly row: Row;
  readonly words: string;
  readonly days: readonly (readonly string[])[];
}

/** Above or before a signer's name: DocuSign, Adobe Sign and the like, in four languages. */
const SIGNED_BY =
  /(?:docusigned by|(?:document )?e-?signed by|(?:electronically|digitally) signed by|(?:elektronisch|digital) (?:signiert|unterschrieben|unterzeichnet) (?:von|durch)|signe (?:electroniquement|numeriquement) par|firmado (?:electronicamente|digitalmente) por)\s*:?\s*/;
/** What DocuSign puts beneath a signature that was given, which itself is a picture. */
const MARK_ID = /(?<![\da-f])[\dA-F]{12,}(?:\.{2,3}|…)/;
const ENVELOPE = /docusign envelope id\s*:?\s*[\da-f-]{32,}/i;
/** The report that such a service adds: who was asked, and who has signed. */
const REPORT = /certificate of completion|final audit report|signature certificate|audit trail/;
const INTERIM = /interim audit report|status:?\s*(?:sent|delivered|voided|declined|waiting|created)/;
const SIGNED_AT = /(?:^|[\s\t])(?:e-?signed|signed|signature date|unterzeichnet|signe|firmado)\s*:?\s/;
const BLOCK_ROWS = 6;

export function eSignatures(view: DocumentView, parties: Parties): ESignature[] {
  return [...namedSignatures(view, parties), ...reportedSignatures(view, parties)];
}

/** Sent to be signed by a service; whether somebody has, this alone does not say. */
export function envelopeRow(view: DocumentView): Row | undefined {
  return view.rows.find((row) => ENVELOPE.test(rowText(row)));
}

function namedSignatures(view: DocumentView, parties: Parties): ESignature[] {
  return view.rows.flatMap((row) =>
    row.cells.flatMap((cell): ESignature[] => {
      const found = SIGNED_BY.exec(fold(cell.text));
      if (found === null) return [];
      const block = [0, 1, 2, 3].flatMap((down) => view.inColumn(view.near(row, down), cell).map(({ text }) => text));
      const name = [cell.text.slice(found.index + found[0].length), ...block.slice(1)].find(holdsPerson);
      if (name === undefined && !block.some((text) => MARK_ID.test(text))) return [];
      const words = block.join(' ');
      const party = parties.of(words) ?? parties.inBlock(view, cell, () => []);
      return [{ party, cell, row, words, days: datesIn(words, row.scan).map(({ days }) => days) }];
    }),
  );
}

function holdsPerson(text: string): boolean {
  return isPersonName(text.replace(/\(.*$/, ''), false);
}

function reportedSignatures(view: DocumentView, parties: Parties): ESignature[] {
  const reports = new Set(view.rows.filter((row) => REPORT.test(fold(rowText(row)))).map(({ page }) => page));
  const rows = view.rows.filter(({ page }) => reports.has(page) || reports.has(page - 1));
  if (rows.some((row) => INTERIM.test(fold(rowText(row))))) return [];
  return rows.flatMap((row): ESignature[] => {
    const party = parties.of(rowText(row));
    if (party === undefined || !rowText(row).includes('@')) return [];
    const block = rowsOf(view, row, parties);
    const signed = block.find(
      (other) => SIGNED_AT.test(` ${fold(rowText(other))}`) && datesIn(rowText(other)).length > 0,
    );
    if (signed === undefined) return [];
    const words = block
      .slice(0, block.indexOf(signed) + 1)
      .map(rowText)
      .join(' ');
    const days = datesIn(signedPart(rowText(signed))).map((date) => date.days);
    return [{ party, cell: row.cells[0] as ViewCell, row, words, days: days.slice(0, 1) }];
  });
}

/** From “signed” on: times of sending and viewing stand in front. */
function signedPart(text: string): string {
  const at = fold(text).search(/(?:e-?signed|signed|signature date|unterzeichnet|signe|firmado)\s*:?\s/);
  return text.slice(Math.max(0, at));
}

/** A signer's row and those behind it, up to the next signer's. */
function rowsOf(view: DocumentView, row: Row, parties: Parties): Row[] {
  const block = [row];
  for (let down = 1; down <= BLOCK_ROWS; down++) {
    const next = view.near(row, down);
    if (next === undefined || (rowText(next).includes('@') && parties.of(rowText(next)) !== parties.of(rowText(row))))
      break;
    block.push(next);
  }
  return block;
}
