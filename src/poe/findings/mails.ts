/** Whether the customer confirms by a message of their own. Pure. */
import { type DateFound, datesIn } from '../../documents/dates.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import type { FindingState } from './finding.ts';
import type { Parties } from './party.ts';
import { isPersonName } from './signer.ts';
import { ACCEPTANCES, ACCEPTED_WORK, CONFIRMATIONS, RECEIPTS } from './tuning.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

export interface MessageSigned {
  readonly state: FindingState;
  readonly words: string;
  readonly page: number;
  /** The day it was sent. */
  readonly dates: readonly DateFound[];
}

const FROM = /^(?:from|von|de|expediteur|absender)\s*:.*@/;
/** Where another's message begins that this one quotes, whether or not it tells an address. */
const QUOTES =
  /^(?:>|-{2,}\s*\p{L}.*-{2,}$|(?:from|von|de|expediteur|absender)\s*:|(?:on|am|le|el)\s.{6,80}\s(?:wrote|schrieb|a ecrit|escribio)\b.*:$)/u;
/** A name alone, as programs show those whom they know. */
const FROM_NAME = /^(?:from|von|de|expediteur|absender)\s*:\s*[^@]*$/;
const TO = /^(?:to|an|a|para)\s*:/;
const SENT = /^(?:sent|date|gesendet|datum|envoye|enviado|fecha)\s*:/;
const CONFIRMS = anyOf(CONFIRMATIONS);
const ACCEPTS = anyOf(ACCEPTANCES);
const WORK = anyOf(ACCEPTED_WORK);
const RECEIPT = anyOf(RECEIPTS);
/** “Erteilen wir, die …, die Abnahme”. */
const GRANTS =
  /(?<!\p{L})(?:erteil|erklar)en?\s(?:wir|ich)(?:,[^,.;]{1,80},|\sfur\s(?:\S+\s){0,7}\S+)?\s(?:hiermit\s)?die\sabnahme(?!\p{L})/u;
const HEAD_ROWS = 6;
const MOST_ROWS = 200;
const CLOSING_ROWS = 5;

/**
 * The messages that the customer has sent. One that confirms the work in so many words, and ends with a person's name, is signed; any
 * other, such as thanks, leaves it open.
 */
export function messageSigned(view: DocumentView, parties: Parties): MessageSigned[] {
  return view.rows
    .filter((row) => senderOf(view, row, parties) !== undefined)
    .map((row) => {
      const rows = messageRows(view, row);
      const sent = rows.slice(0, HEAD_ROWS).find((each) => SENT.test(fold(rowText(each))));
      const confirming = rows.findIndex((each, index) => confirms(rowText(each), rowText(rows[index + 1] ?? each)));
      const named = rows.slice(confirming + 1).some((each) => isPersonName(rowText(each)));
      const signed = confirming !== -1 && named && senderOf(view, row, parties) === 'customer';
      return {
        state: signed ? 'ok' : 'unclear',
        words: rowText(signed ? (rows[confirming] as Row) : row),
        page: row.page,
        dates: sent === undefined ? [] : datesIn(rowText(sent), row.scan),
      };
    });
}

/** Whether a row begins a message of the customer, or of somebody without an address who writes to the partner; undefined for others. */
function senderOf(view: DocumentView, row: Row, parties: Parties): 'customer' | 'somebody' | undefined {
  const text = fold(rowText(row)).trim();
  if (FROM.test(text)) return isOfCustomer(view, row, parties) ? 'customer' : undefined;
  if (!FROM_NAME.test(text) || parties.of(rowText(row)) === 'partner') return undefined;
  const head = Array.from({ length: HEAD_ROWS }, (_, down) => view.near(row, down + 1)).filter(
    (each) => each !== undefined,
  );
  const isToPartner = head.some((each) => TO.test(fold(rowText(each))) && parties.of(rowText(each)) === 'partner');
  return isToPartner && isPersonName(rowText(row).replace(/^[^:]*:/, '')) ? 'somebody' : undefined;
}

/** Whether a row stands in a message that the customer has sent. */
export function isFromCustomer(view: DocumentView, row: Row, parties: Parties): boolean {
  for (let up = 0; up < MOST_ROWS; up++) {
    const above = view.near(row, -up);
    if (above === undefined) return false;
    if (FROM.test(fold(rowText(above)).trim())) return isOfCustomer(view, above, parties);
    if (isQuote(above)) return false;
  }
  return false;
}

/** By the address, or where that tells nothing by the company beneath the name at its end. */
function isOfCustomer(view: DocumentView, row: Row, parties: Parties): boolean {
  const sender = parties.of(rowText(row));
  const close = messageRows(view, row).slice(HEAD_ROWS).slice(-CLOSING_ROWS);
  return (
    sender === 'customer' ||
    (sender === undefined &&
      close.some((each) => rowText(each).length < 60 && parties.of(rowText(each)) === 'customer'))
  );
}

/** @param next the row beneath, in which the sentence may go on */
function confirms(text: string, next: string): boolean {
  const [plain = '', both = ''] = [text, `${text} ${next}`].map((each) => fold(each).replace(/['`´]/g, '’'));
  if (/\?\s*$/.test(plain)) return false;
  return (
    (CONFIRMS.test(plain) && !RECEIPT.test(plain)) || ((ACCEPTS.test(plain) || GRANTS.test(both)) && WORK.test(both))
  );
}

function isQuote(row: Row): boolean {
  return QUOTES.test(fold(rowText(row)).trim());
}

/** From its head to the head of the next, or to what it quotes. */
function messageRows(view: DocumentView, first: Row): Row[] {
  const rows = [first];
  for (let down = 1; down < MOST_ROWS; down++) {
    const row = view.near(first, down);
    if (row === undefined || isQuote(row)) break;
    rows.push(row);
  }
  return rows;
}
