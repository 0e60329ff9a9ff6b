/** Who has signed, by the report that a service for electronic signatures adds: a block of rows, or a row of a table, for each. Pure. */
import { type DateFound, datesIn } from '../../documents/dates.ts';
import { fold } from '../../documents/fold.ts';
import type { LabelledView } from './labelled-view.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { type Row, rowText, type ViewCell } from './view.ts';

const REPORT =
  /certificate of completion|(?:final |interim )?audit report|signature (?:certificate|report|log|protocol)|signing (?:certificate|report|log)|audit (?:trail|log)|e-?signature (?:certificate|report)|signatur(?:protokoll|zertifikat|nachweis|bericht)|unterschriftenprotokoll|pruf(?:protokoll|pfad)|certificat de (?:signature|realisation|completude)|(?:dossier|fichier) de preuves?|rapport (?:d['’]audit|de signature)|journal (?:d['’]audit|de signature)|certificado de (?:firma|finalizacion)|informe de (?:auditoria|firma)|registro de (?:auditoria|firma)/u;
const INTERIM = /interim audit report|status:?\s*(?:sent|delivered|voided|declined|waiting|created)/;
const SIGNED =
  '(?:e-?signed|signed|signature date|completed signing|unterzeichnet|unterschrieben|signiert|signe|firmado|firmo)';
const SIGNED_AT = new RegExp(`(?:^|[\\s\\t])${SIGNED}(?:\\s(?:on|at|am|le|el))?\\s*:?\\s`, 'u');
/** The head of a column. */
const SIGNED_HEAD = new RegExp(
  `^(?:date\\s|datum\\s|fecha\\s)?${SIGNED}(?:\\s(?:on|at|am|le|el))?(?:\\s\\(.*\\))?$|^signature date$|^date de signature$|^fecha de (?:la )?firma$`,
  'u',
);
const MOST_PERSON_WORDS = 8;
const MOST_HEAD_WORDS = 16;
/** What the service tells of itself. */
const ROWS_OVER_HEAD = 3;

export interface ESignature {
  readonly party: Side | undefined;
  readonly cell: ViewCell;
  readonly row: Row;
  readonly words: string;
  readonly days: readonly (readonly string[])[];
}

export interface Reported {
  readonly signatures: readonly ESignature[];
  /** Whether a row is of the report, where nothing else is signed. */
  has(row: Row): boolean;
}

export function reportedSignatures(labelled: LabelledView): Reported {
  const heads = labelled.view.rows.filter(isHead);
  const isOf = ({ page, index }: Row): boolean =>
    heads.some((head) => page === head.page + 1 || (page === head.page && index >= head.index - ROWS_OVER_HEAD));
  const rows = labelled.view.rows.filter(isOf);
  const all = blocksOf(rows, labelled).flatMap((block) => signatureOf(block, labelled));
  // As long as not all have signed, nothing stands for the customer.
  const isOpen = rows.some((row) => INTERIM.test(fold(rowText(row))));
  return { signatures: isOpen ? all.filter(({ party }) => party === 'partner') : all, has: isOf };
}

function isHead(row: Row): boolean {
  const text = rowText(row);
  return text.split(/\s+/).length <= MOST_HEAD_WORDS && REPORT.test(fold(text));
}

interface Block {
  readonly rows: Row[];
  readonly who: Set<string>;
}

/** From the row that names a person, or an address, to the next one's. */
function blocksOf(rows: readonly Row[], labelled: LabelledView): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const who = peopleIn(row, labelled);
    const last = blocks.at(-1);
    const isSame =
      last !== undefined && (who.length === 0 || who.some((each) => last.who.has(each)) || isAddressOfLast(who, last));
    if (last !== undefined && isSame && row.page - (last.rows[0] as Row).page <= 1) {
      last.rows.push(row);
      for (const each of who) last.who.add(each);
    } else if (who.length > 0) blocks.push({ rows: [row], who: new Set(who) });
  }
  return blocks;
}

/** The first address beneath a name is that person's. */
function isAddressOfLast(who: readonly string[], { who: known }: Block): boolean {
  return who.every((each) => each.includes('@')) && ![...known].some((each) => each.includes('@'));
}

/** “Signer 1: Jane Doe” */
const NAMED =
  /^(?:\p{L}+\s)?(?:name|signer|signatory|signee|recipient|participant|user|unterzeichner(?:in)?|empfänger|teilnehmer|signataire|destinataire|nom|firmante|destinatario|nombre)\s*\d*\s*:\s+/iu;

/** Names and addresses, folded. */
function peopleIn({ cells }: Row, { parties }: LabelledView): string[] {
  return cells.flatMap(({ text }) => {
    const addresses = text.match(/[^\s<>()"“”]+@[^\s<>()"“”]+/gu) ?? [];
    const bare = text
      .replace(/^.*?(?:signed|unterzeichnet|signe|signé|firmado)\s(?:by|von|durch|par|por)\s*:?\s*/iu, '')
      .replace(NAMED, '');
    const [name = ''] = bare.split(/[,(<|]|\s[–—-]\s|\s(?=\S+@)/);
    const isPerson =
      name.split(/\s+/).length <= MOST_PERSON_WORDS &&
      isPersonName(name) &&
      !parties.isCompany(name) &&
      !/:\s/.test(name);
    return [...addresses.map((each) => fold(each)), ...(isPerson ? [fold(name).trim()] : [])];
  });
}

function signatureOf({ rows, who }: Block, labelled: LabelledView): ESignature[] {
  const party = sideOf(rows, who, labelled);
  const signed = rows.map((row) => ({ row, dates: signedIn(row, labelled) })).find(({ dates }) => dates.length > 0);
  const [first] = rows;
  if (party === undefined || signed === undefined || first?.cells[0] === undefined) return [];
  const words = rows
    .slice(0, rows.indexOf(signed.row) + 1)
    .map(rowText)
    .join(' ');
  return [
    {
      party,
      cell: first.cells[0] as ViewCell,
      row: first,
      words,
      days: signed.dates.slice(0, 1).map(({ days }) => days),
    },
  ];
}

/** The one that the block names, by company or address; else by what the document says of its people. */
function sideOf(rows: readonly Row[], who: ReadonlySet<string>, { parties, people }: LabelledView): Side | undefined {
  const named = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ text }) => parties.byName(text) ?? [])));
  if (named.size > 0) return named.size === 1 ? [...named][0] : undefined;
  const told = new Set([...who].flatMap((name) => people.sideOf(name) ?? []));
  return told.size === 1 ? [...told][0] : undefined;
}

/** Behind “signed”, since times of sending and viewing stand in front; or in the column of that head. */
function signedIn(row: Row, { view }: LabelledView): DateFound[] {
  const text = rowText(row);
  const plain = ` ${fold(text)}`;
  const at = SIGNED_AT.exec(plain)?.index;
  const behind = at === undefined ? [] : datesIn(text.slice(Math.max(0, at)), row.scan);
  if (behind.length > 0) return behind;
  return row.cells.flatMap((cell) => (isUnderSigned(cell, view.rows) ? datesIn(cell.text, row.scan) : []));
}

const MOST_TABLE_ROWS = 12;

function isUnderSigned(cell: ViewCell, rows: readonly Row[]): boolean {
  for (let up = 1; up <= MOST_TABLE_ROWS; up++) {
    const above = rows[cell.row.index - up];
    if (above === undefined) return false;
    const head = above.cells.find((other) => other.from < cell.to && cell.from < other.to);
    if (head !== undefined && SIGNED_HEAD.test(fold(head.text).trim())) return true;
  }
  return false;
}
