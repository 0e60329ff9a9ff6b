/** The documents of a claim, and the withdrawal of one, as cards. Pure. */

import { type Access, mayWithdraw } from '../../claims/access.ts';
import { checkText, customerOf, subtitleOf } from '../../claims/card-parts.ts';
import type { Claim, ClaimEvent, PoeRecord, Workload } from '../../claims/claim.ts';
import { REASON_LIMIT } from '../../claims/reasons.ts';
import { instantText } from '../../format/day.ts';
import { commaText } from '../../format/list.ts';
import { pageLabel } from '../../format/page-label.ts';
import { itemsThatFit, jsonBytes, shorten } from '../../format/shorten.ts';
import { hasNextPage, pageOf } from '../../paging.ts';
import type { Person } from '../../people/person.ts';
import type { Card, Reader } from '../../turn.ts';
import { sizeText } from '../cards.ts';
import { type DocumentRow, documentsOf } from './documents.ts';
import { documentCardWords, documentTexts } from './texts.ts';
import type { DocumentsView, WithdrawPoeView } from './views.ts';

const PAGE_SIZE = 4;
const EVENTS_SHOWN = 5;
/** Most bytes of JSON: a card has to stay below 28 KB. */
const SPACE = {
  title: 200,
  name: 200,
  part: 60,
  workloads: 300,
  remark: 1_000,
  list: 200,
  choices: 8_000,
  what: 300,
} as const;

export interface DocumentsCardOptions {
  readonly page: number;
  /** The list that the claim was opened from, packed. */
  readonly list?: string | undefined;
  readonly remark?: string | undefined;
}

export function documentsCard(
  claim: Claim,
  access: Access,
  person: Person,
  reader: Reader,
  { page: wanted, list = '', remark = '' }: DocumentsCardOptions,
): Card {
  const { locale } = reader;
  const all = documentsOf(claim);
  const { page, rows } = pageOf(all, wanted, PAGE_SIZE);
  const events = (claim.history ?? []).toReversed().slice(0, EVENTS_SHOWN);
  const view: DocumentsView = {
    claim: claim._id,
    list: jsonBytes(list) <= SPACE.list ? list : '',
    customer: shorten(customerOf(claim), SPACE.title),
    subtitle: subtitleOf(claim, locale),
    remark: shorten(remark, SPACE.remark),
    title: documentTexts(locale).title(all.length, locale),
    rows: rows.map((row) => ({
      draft: row.draft,
      sha256: row.sha256,
      name: shorten(row.fileName, SPACE.name),
      ...stateOf(row, locale),
      isWithdrawn: row.withdrawn !== undefined,
      workloads: documentTexts(locale).forWorkloads(namesOf(row.workloads, locale)),
      filed: filedText(row, reader),
      notes: [checkText(row.check, locale), withdrawnText(row, reader)].filter((note) => note !== ''),
      canWithdraw: claim.removed === undefined && row.withdrawn === undefined && mayWithdraw(access, person, row),
    })),
    pageLabel: pageLabel({ page, pageSize: PAGE_SIZE, shown: rows.length, total: all.length }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, all.length, PAGE_SIZE),
    events: page === 0 ? events.map((event) => eventText(event, reader)) : [],
  };
  return { template: 'documents', words: documentCardWords(locale).documents, data: view };
}

/** @param idempotencyKey one-time key of this drawing of the card */
export function withdrawCard(
  claim: Claim,
  row: DocumentRow,
  reader: Reader,
  idempotencyKey: string,
  { selected, problem = '' }: { readonly selected?: readonly string[]; readonly problem?: string } = {},
): Card {
  const choices = row.workloads.map(({ key, name }) => ({ title: shorten(name, SPACE.part), value: key }));
  const workloads = itemsThatFit(choices, SPACE.choices);
  const chosen = workloads.filter(({ value }) => selected?.includes(value) ?? true);
  const view: WithdrawPoeView = {
    claim: claim._id,
    draft: row.draft,
    sha256: row.sha256,
    once: idempotencyKey,
    name: shorten(row.fileName, SPACE.name),
    filed: filedText(row, reader),
    problem,
    workloads,
    selectedWorkloads: chosen.map(({ value }) => value).join(','),
  };
  return { template: 'withdraw-poe', words: documentCardWords(reader.locale)['withdraw-poe'], data: view };
}

/** "Exchange Online, Teams" */
export function namesOf(workloads: readonly Workload[], locale: string): string {
  return shorten(
    commaText(
      workloads.map(({ name }) => name),
      locale,
    ),
    SPACE.workloads,
  );
}

function stateOf(
  { withdrawn, workloads, latestFor }: DocumentRow,
  locale: string,
): Pick<DocumentsView['rows'][number], 'state' | 'color'> {
  const { states } = documentTexts(locale);
  if (withdrawn !== undefined) return { state: states.withdrawn, color: 'warning' };
  if (latestFor.length === 0) return { state: states.older, color: 'default' };
  const isForAll = latestFor.length === workloads.length;
  return {
    state: isForAll ? states.latest : documentTexts(locale).latestFor(namesOf(latestFor, locale)),
    color: 'good',
  };
}

function filedText({ filedBy, filedAt, size }: PoeRecord, { locale, timeZone }: Reader): string {
  const who = shorten(filedBy.name, SPACE.part);
  return documentTexts(locale).filed(who, instantText(filedAt, locale, timeZone), sizeText(size, locale));
}

function withdrawnText({ withdrawn }: PoeRecord, { locale, timeZone }: Reader): string {
  if (withdrawn === undefined) return '';
  const { by, at, reason } = withdrawn;
  const day = instantText(at, locale, timeZone);
  return documentTexts(locale).withdrawn(shorten(by.name, SPACE.part), day, shorten(reason, REASON_LIMIT.bytes));
}

function eventText({ kind, at, by, what = '' }: ClaimEvent, { locale, timeZone }: Reader): string {
  const said = documentTexts(locale).events[kind](shorten(by.name, SPACE.part), shorten(what, SPACE.what));
  return documentTexts(locale).event(instantText(at, locale, timeZone), said);
}
