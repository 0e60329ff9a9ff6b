/** The marks of services for electronic signatures, and who signed by them. Pure. */

import { datesIn } from '../../documents/dates.ts';
import { fold } from '../../documents/fold.ts';
import { sideOfBlock } from './block-side.ts';
import { isOfAllColumns } from './captions.ts';
import { type ESignature, reportedSignatures } from './esign-reports.ts';
import type { LabelledView } from './labelled-view.ts';
import { byWord } from './side-words.ts';
import { isPersonName } from './signer.ts';
import { type DocumentView, type Row, rowText, type ViewCell } from './view.ts';

/** Above or before a signer's name: DocuSign, Adobe Sign and the like, in four languages. */
const SIGNED_BY =
  /(?:docusigned by|(?:document )?e-?signed by|(?:electronically|digitally) (?:signed|accepted|approved|confirmed) by|(?:signed|accepted|approved) (?:electronically|digitally) by|(?:elektronisch|digital) (?:signiert|unterschrieben|unterzeichnet|bestatigt|genehmigt|freigegeben|abgenommen) (?:von|durch)|(?:signe|accepte|approuve|valide) (?:electroniquement|numeriquement) par|(?:firmado|aceptado|aprobado) (?:electronicamente|digitalmente) por)\s*:?\s*|^(?:signed electronically|electronically signed|(?:elektronisch|digital) (?:signiert|unterschrieben|unterzeichnet)|signe electroniquement|firmado electronicamente) (?:with|via|using|mit|uber|avec|con|mediante) [\p{L}\d .-]{3,30}(?:\([\p{L}\d ]{2,12}\))?$/u;
/** What DocuSign puts beneath a signature that was given, which itself is a picture. */
const MARK_ID = /(?<![\da-f])[\dA-F]{12,}(?:\.{2,3}|…)/;
const ENVELOPE = /docusign envelope id\s*:?\s*[\da-f-]{32,}/i;
/** Rows from a heading to a mark. */
const BLOCK_ROWS = 6;
/** Rows beneath a mark that are of it. */
const MARK_ROWS = 3;

export interface ESignatures {
  readonly found: readonly ESignature[];
  /** Whether a report tells of a row who has signed there, so that nothing else does. */
  tells(row: Row): boolean;
}

export function eSignatures(labelled: LabelledView): ESignatures {
  const { signatures, has } = reportedSignatures(labelled);
  const tells = (row: Row): boolean => signatures.length > 0 && has(row);
  const named = namedSignatures(labelled).filter(({ party, row }) => party !== undefined || !tells(row));
  return { found: [...named, ...signatures], tells };
}

/** Sent to be signed by a service; whether somebody has, this alone does not say. */
export function envelopeRow(view: DocumentView): Row | undefined {
  return view.rows.find((row) => ENVELOPE.test(rowText(row)));
}

function namedSignatures(labelled: LabelledView): ESignature[] {
  const { view, parties } = labelled;
  return view.rows.flatMap((row) =>
    row.cells.flatMap((cell): ESignature[] => {
      const found = SIGNED_BY.exec(fold(cell.text));
      if (found === null) return [];
      const block = [cell.text, ...linesBeneath(cell, labelled)];
      const said = [cell.text.slice(found.index + found[0].length), ...block.slice(1)];
      // A name may go on in the line beneath.
      const name = [...said, said.slice(0, 2).join(' ')].find(holdsPerson);
      if (name === undefined && !block.some((text) => MARK_ID.test(text))) return [];
      const words = block.join(' ');
      const told = block.map((text) => parties.of(text)).find((side) => side !== undefined) ?? parties.of(words);
      const party = told ?? (words.includes('@') ? undefined : sideOfBlock(cell, labelled));
      return [{ party, cell, row, words, days: datesIn(words, row.scan).map(({ days }) => days) }];
    }),
  );
}

/** What belongs to a mark: the lines beneath it, up to another address, another mark, a place to sign, or the heading of one. */
function linesBeneath(cell: ViewCell, labelled: LabelledView): string[] {
  const { view } = labelled;
  const begins = (other: ViewCell): boolean => labelled.isPlace(other) || SIGNED_BY.test(fold(other.text));
  const lines: string[] = [];
  for (let down = 1; down <= MARK_ROWS; down++) {
    const cells = view.inColumn(view.near(cell.row, down), cell);
    const isOfAnother = (other: ViewCell): boolean =>
      begins(other) ||
      (other.text.includes('@') && [cell.text, ...lines].some((text) => text.includes('@'))) ||
      (labelled.sideOf(other) !== undefined && !holdsPerson(other.text) && isHeadingOf(other, labelled, begins));
    if (cells.some((other) => isOfAnother(other) || isOfAllColumns(other, cell, view))) break;
    lines.push(...cells.map(({ text }) => text));
  }
  return lines;
}

/** Whether something to sign follows beneath. */
function isHeadingOf(cell: ViewCell, { view }: LabelledView, begins: (other: ViewCell) => boolean): boolean {
  return Array.from({ length: BLOCK_ROWS }, (_, down) => view.near(cell.row, down + 1)).some((row) =>
    view.inColumn(row, cell).some(begins),
  );
}

/** Also behind the side: “Customer Trey Research: Jane Doe”. */
function holdsPerson(text: string): boolean {
  const [, behind = ''] = /^[^:]{2,80}:\s(.+)$/.exec(text) ?? [];
  return [text, ...(byWord(text) === undefined ? [] : [behind])].some((part) =>
    isPersonName(part.replace(/\(.*$/, ''), false),
  );
}
