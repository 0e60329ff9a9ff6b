/** One claim as a card. Pure. */

import { linkTo } from '../cards/tab-link.ts';
import { instantText } from '../format/day.ts';
import { pageLabel } from '../format/page-label.ts';
import { jsonBytes, shorten } from '../format/shorten.ts';
import { hasNextPage, pageOf } from '../paging.ts';
import type { Card, Reader } from '../turn.ts';
import { unpackList } from '../verbs/claims.ts';
import { type Access, claimRights, type OwnerNames } from './access.ts';
import { checkText, customerOf, ownerText, SPACE, subtitleOf } from './card-parts.ts';
import type { Claim, Workload } from './claim.ts';
import { claimRemark } from './remark.ts';
import { removalText } from './removal-cards.ts';
import { countingPoe, workloadState } from './rules.ts';
import { claimCardWords, claimTexts } from './texts.ts';
import type { ClaimView } from './views.ts';

const WORKLOAD_PAGE_SIZE = 5;
/** A claim of no more workloads than these shows all its buttons at once. */
const WORKLOADS_KEPT_OPEN = 2;
/** The page of Partner Center where claims are updated (docs/domain.md, "Exports"). No parameter of it opens one claim. */
export const PARTNER_CENTER = 'https://partner.microsoft.com/dashboard/incentives/claims/associations';

export interface ClaimCardOptions {
  readonly names?: OwnerNames;
  /** One-time key of this drawing of the card. */
  readonly idempotencyKey: string;
  /** The list that it was opened from, packed. */
  readonly list?: string | undefined;
  readonly workloadPage?: number | undefined;
  /** What has just happened, for instance that a card was out of date. It stands in place of the claim's own remark. */
  readonly remark?: string | undefined;
}

export function claimCard(claim: Claim, access: Access, reader: Reader, options: ClaimCardOptions): Card {
  const { locale } = reader;
  const { names = new Map() } = options;
  const packed = jsonBytes(options.list ?? '') <= SPACE.list ? (options.list ?? '') : '';
  const list = unpackList(packed);
  const removed = claim.removed !== undefined;
  const may = claimRights(access, claim);
  const total = claim.workloads.length;
  const { page, rows: shown } = pageOf(claim.workloads, options.workloadPage ?? 0, WORKLOAD_PAGE_SIZE);
  const label = pageLabel({ page, pageSize: WORKLOAD_PAGE_SIZE, shown: shown.length, total }, locale);
  const view: ClaimView = {
    claim: claim._id,
    once: options.idempotencyKey,
    customer: shorten(customerOf(claim), SPACE.title),
    subtitle: subtitleOf(claim, locale),
    facts: claimFacts(claim, access, names, locale),
    remark: shorten(
      options.remark || remarkText(claim, access, names, reader),
      // A removed claim has few buttons, and all of its reason.
      removed ? SPACE.removal : SPACE.remark,
    ),
    workloads: shown.map((workload) => workloadView(workload, may.change, total <= WORKLOADS_KEPT_OPEN, reader)),
    hasRecord: (claim.history?.length ?? 0) > 0 || claim.workloads.some(({ poe }) => poe.length > 0),
    workloadPageLabel: label && claimTexts(locale).workloadPage(label),
    workloadPage: page,
    hasPreviousWorkloads: page > 0,
    hasNextWorkloads: hasNextPage(page, total, WORKLOAD_PAGE_SIZE),
    canUpload: may.change,
    canTake: may.take,
    partnerCenterUrl: PARTNER_CENTER,
    list: packed,
    filter: {
      program: list?.program ?? '',
      workload: list?.workload ?? '',
      owner: list?.owner ?? 'all',
      text: list?.text ?? '',
    },
    page: list?.page ?? 0,
    hasList: list !== undefined,
    canRemove: may.remove,
    canBringBack: may.bringBack,
  };
  return {
    template: 'claim',
    words: claimCardWords(locale).claim,
    data: view,
    inTab: linkTo(`claim/${claim._id}`, locale),
  };
}

function claimFacts(
  claim: Claim,
  access: Access,
  names: OwnerNames,
  locale: string,
): { title: string; value: string }[] {
  const { facts } = claimTexts(locale);
  return [
    { title: facts.owner, value: ownerText(claim, access, names, locale) },
    { title: facts.domain, value: claim.customerDomain ?? '' },
    { title: facts.directory, value: claim.customerTenantId ?? '' },
    { title: facts.mpnId, value: claim.mpnId ?? '' },
    { title: facts.name, value: claim.name },
  ]
    .filter(({ value }) => value !== '')
    .map(({ title, value }) => ({ title, value: shorten(value, SPACE.title) }));
}

function remarkText(claim: Claim, access: Access, names: OwnerNames, reader: Reader): string {
  const remark = claimRemark(claim, access, names);
  if (remark === 'removed') return removalText(claim, reader);
  return remark === undefined ? '' : claimTexts(reader.locale)[remark];
}

type WorkloadView = ClaimView['workloads'][number];

const COLORS = { 'to collect': 'attention', 'to upload': 'accent', done: 'good', 'not engaged': 'default' } as const;

function workloadView(workload: Workload, mine: boolean, short: boolean, reader: Reader): WorkloadView {
  const state = workloadState(workload);
  const name = shorten(workload.name, SPACE.text);
  return {
    key: workload.key,
    name: workload.subscriptionId
      ? claimTexts(reader.locale).subscription(name, shorten(workload.subscriptionId, SPACE.part))
      : name,
    state: claimTexts(reader.locale).states[state],
    color: COLORS[state],
    ...poeView(workload, reader),
    canConfirm: mine && (state === 'to collect' || state === 'to upload'),
    confirmTitle: claimTexts(reader.locale).confirmTitle[state === 'to upload' ? 'to upload' : 'to collect'],
    canUnconfirm: mine && state === 'done',
    canDisengage: mine && (state === 'to collect' || state === 'to upload'),
    canEngage: mine && state === 'not engaged',
    open: short || state === 'to upload',
  };
}

/** The document that was filed last: the notice counts the most recent one. The others are on a card of their own. */
function poeView(workload: Workload, { locale, timeZone }: Reader): Pick<WorkloadView, 'documents' | 'notes'> {
  const latest = countingPoe(workload).slice(-1);
  const others = workload.poe.length - latest.length;
  const more = [
    ...(latest.length === 0 ? [claimTexts(locale).noPoe] : []),
    ...(others > 0 ? [claimTexts(locale).otherDocuments(others, locale)] : []),
  ].join(' · ');
  return {
    documents: latest.map(({ sha256, fileName, filedBy, filedAt }) => ({
      sha256,
      name: shorten(fileName, SPACE.named),
      line: claimTexts(locale).poe(
        shorten(fileName, SPACE.text),
        shorten(filedBy.name, SPACE.part),
        instantText(filedAt, locale, timeZone),
      ),
    })),
    notes: [...latest.map(({ check }) => checkText(check, locale)), more].filter((note) => note !== ''),
  };
}
