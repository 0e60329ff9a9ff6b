/** Records into card views. Pure: no clock, no environment. */
import type { Campaign, CampaignFacts } from '../campaign/campaign.ts';
import { deadlineText, instantText } from '../campaign/texts.ts';
import { addressOf } from '../people/owner-key.ts';
import { fitting, jsonBytes, shorten } from '../shorten.ts';
import type { Card } from '../turn.ts';
import { packList, unpackList } from '../verbs.ts';
import { type Access, defaultOwner, maySee, type OwnerNames, owns } from './access.ts';
import type { Association, Workload } from './association.ts';
import { nobodyEngaged, RANK, workloadState } from './rules.ts';
import type { OpenClaims } from './service.ts';
import { texts } from './texts.ts';
import type { Choice, ClaimView, FilterView, NeedsPoeView } from './views.ts';

/** How somebody reads: for numbers and dates. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

export const LIST_PAGE_SIZE = 8;
const WORKLOAD_PAGE_SIZE = 6;
/** A claim of so few workloads shows all its buttons at once. */
const WORKLOADS_KEPT_OPEN = 2;
const WORKLOADS_NAMED = 2;
/** Bytes of JSON that things may take: an export may name them at any length, and a card has to stay below 28 KB. */
const SPACE = { title: 200, text: 100, part: 60, remark: 1_200, choices: 2_500, choice: 200, list: 200 } as const;
/** As long as a filter's value may come back (`verbs.ts`). */
const FILTER_LENGTH = 100;
/** The page where customer associations are updated (DOMAIN, "Exports"). No parameter opens a claim by itself. */
const PARTNER_CENTER = 'https://partner.microsoft.com/dashboard/incentives/claims/associations';

export interface ListChoices {
  readonly programs: readonly string[];
  readonly workloads: readonly { readonly key: string; readonly name: string }[];
}

export function needsPoeCard(
  claims: OpenClaims,
  filter: FilterView,
  choices: ListChoices,
  campaign: Campaign,
  facts: CampaignFacts,
  reader: Reader,
): Card {
  const { locale } = reader;
  const pages = Math.ceil(claims.total / LIST_PAGE_SIZE);
  const first = claims.page * LIST_PAGE_SIZE;
  const number = (n: number): string => n.toLocaleString(locale);
  const view: NeedsPoeView = {
    title: texts.title(claims.toCollect, locale),
    deadline: deadlineText(campaign, facts, locale),
    toUpload: claims.toUpload === 0 ? '' : texts.toUpload(claims.toUpload, locale),
    empty: claims.total > 0 ? '' : emptyText(claims, filter, locale),
    filter,
    list: packedList(filter, claims.page),
    filterSummary: shorten(filterSummary(filter, choices, claims.access), SPACE.title),
    programs: filterChoices(
      choices.programs.map((program) => ({ title: program, value: program })),
      filter.program,
    ),
    workloads: filterChoices(
      choices.workloads.map(({ key, name }) => ({ title: name, value: key })),
      filter.workload,
    ),
    owners: ownerChoices(claims.access),
    rows: claims.rows.map((association) => ({
      claim: association._id,
      customer: shorten(association.customerName, SPACE.text),
      claimId: shorten(association.claimId, SPACE.text),
      program: shorten(association.program, SPACE.part),
      workloads: openWorkloadNames(association, locale),
      owner: shorten(ownerText(association, claims.access, claims.names), SPACE.part),
      state: texts.states[association.rank === RANK.toCollect ? 'to collect' : 'to upload'],
      toCollect: association.rank === RANK.toCollect,
    })),
    pageLabel: pages > 1 ? `${number(first + 1)}–${number(first + claims.rows.length)} of ${number(claims.total)}` : '',
    page: claims.page,
    hasPrevious: claims.page > 0,
    hasNext: claims.page < pages - 1,
  };
  return { template: 'needs-poe', data: view };
}

function emptyText(claims: OpenClaims, filter: FilterView, locale: string): string {
  if (!claims.anyImported) return texts.nothingImported;
  if (filter.program || filter.workload || filter.text || filter.owner === 'none') return texts.nothingMatches;
  if (filter.owner === 'all') return texts.nothingOpen;
  const addresses = claims.access.keys.flatMap((key) => addressOf(key) ?? []);
  return texts.nothingMine(addresses.join(', '), claims.unowned, locale);
}

function withAny(choices: readonly Choice[]): Choice[] {
  return [{ title: texts.any, value: '' }, ...choices];
}

/** As many as there is room for, the chosen one among them. The text filter finds what is left out. */
function filterChoices(choices: readonly Choice[], chosen: string): Choice[] {
  const usable = choices
    .filter(({ value }) => value.length <= FILTER_LENGTH && jsonBytes(value) <= SPACE.choice)
    .map(({ title, value }) => ({ title: shorten(title, SPACE.text), value }));
  const fit = fitting(usable, SPACE.choices);
  if (chosen === '' || fit.some(({ value }) => value === chosen)) return withAny(fit);
  return withAny([{ title: shorten(chosen, SPACE.text), value: chosen }, ...fit]);
}

/** It travels with every button of a claim: a filter too long for that is left behind. */
function packedList(filter: FilterView, page: number): string {
  const packed = packList({ ...filter, page });
  return jsonBytes(packed) <= SPACE.list ? packed : packList({ owner: filter.owner, page: 0 });
}

function ownerChoices(access: Access): Choice[] {
  return [
    { title: texts.ownerChoices.mine, value: 'mine' },
    { title: texts.ownerChoices.none, value: 'none' },
    { title: access.lead ? texts.ownerChoices.lead : texts.ownerChoices.all, value: 'all' },
  ];
}

function filterSummary(filter: FilterView, choices: ListChoices, access: Access): string {
  const workload = choices.workloads.find(({ key }) => key === filter.workload)?.name ?? filter.workload;
  const owner = filter.owner === defaultOwner(access) ? '' : texts.ownerChoices[filter.owner];
  return [owner, filter.program, workload, filter.text && `“${filter.text}”`].filter((part) => part !== '').join(', ');
}

function openWorkloadNames(association: Association, locale: string): string {
  const names = association.openWorkloads.map((key) =>
    shorten(association.workloads.find((w) => w.key === key)?.name ?? key, SPACE.part),
  );
  const rest = names.length - WORKLOADS_NAMED;
  return names.slice(0, WORKLOADS_NAMED).join(', ') + (rest > 0 ? ` ${texts.andMore(rest, locale)}` : '');
}

function ownerText(association: Association, access: Access, names: OwnerNames): string {
  if (association.owner === undefined) return texts.noOwner;
  return owns(access, association) ? texts.you : (names.get(association.owner.key) ?? association.owner.label);
}

export interface ClaimCardOptions {
  readonly names?: OwnerNames;
  /** One-time key of this drawing. */
  readonly once: string;
  /** The list that it was opened from, packed. */
  readonly list?: string | undefined;
  readonly workloadPage?: number | undefined;
  /** Stands above everything else, for instance that a card was out of date. */
  readonly remark?: string | undefined;
}

export function claimCard(association: Association, access: Access, reader: Reader, options: ClaimCardOptions): Card {
  const { locale } = reader;
  const packed = jsonBytes(options.list ?? '') <= SPACE.list ? (options.list ?? '') : '';
  const list = unpackList(packed);
  const mine = access.lead || owns(access, association);
  const total = association.workloads.length;
  const page = Math.max(0, Math.min(options.workloadPage ?? 0, Math.ceil(total / WORKLOAD_PAGE_SIZE) - 1));
  const first = page * WORKLOAD_PAGE_SIZE;
  const shown = association.workloads.slice(first, first + WORKLOAD_PAGE_SIZE);
  const view: ClaimView = {
    claim: association._id,
    once: options.once,
    customer: shorten(association.customerName, SPACE.title),
    subtitle: [`Claim ${association.claimId}`, association.program, association.status]
      .filter((part) => part !== '')
      .map((part) => shorten(part, SPACE.text + 'Claim '.length))
      .join(' · '),
    facts: claimFacts(association, access, options.names ?? new Map()),
    // What has just happened says more than what stands there anyway.
    remark: shorten(options.remark || claimRemark(association, access), SPACE.remark),
    workloads: shown.map((workload) => workloadView(workload, mine, total <= WORKLOADS_KEPT_OPEN, reader)),
    workloadPageLabel:
      total > WORKLOAD_PAGE_SIZE
        ? `Workloads ${first + 1}–${first + shown.length} of ${total.toLocaleString(locale)}`
        : '',
    workloadPage: page,
    hasPreviousWorkloads: page > 0,
    hasNextWorkloads: first + shown.length < total,
    canUpload: mine,
    canTake: association.owner === undefined && access.keys.length > 0 && maySee(access, association),
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
  };
  return { template: 'claim', data: view };
}

function claimFacts(association: Association, access: Access, names: OwnerNames): { title: string; value: string }[] {
  const { facts } = texts;
  return [
    { title: facts.owner, value: ownerText(association, access, names) },
    { title: facts.domain, value: association.customerDomain ?? '' },
    { title: facts.directory, value: association.customerTenantId ?? '' },
    { title: facts.mpnId, value: association.mpnId ?? '' },
    { title: facts.name, value: association.name },
  ]
    .filter(({ value }) => value !== '')
    .map(({ title, value }) => ({ title, value: shorten(value, SPACE.title) }));
}

function claimRemark(association: Association, access: Access): string {
  if (association.owner === undefined && !access.lead) return texts.notYours;
  if (association.rank === RANK.doesNotCount) return texts.notCounting;
  if (nobodyEngaged(association)) return texts.nobodyEngaged;
  if (association.rank === RANK.nothingLeft) return texts.allDone;
  return association.toUpload > 0 ? texts.lastStep : '';
}

const COLORS = { 'to collect': 'attention', 'to upload': 'accent', done: 'good', 'not engaged': 'default' } as const;

function workloadView(
  workload: Workload,
  mine: boolean,
  short: boolean,
  reader: Reader,
): ClaimView['workloads'][number] {
  const state = workloadState(workload);
  const name = shorten(workload.name, SPACE.text);
  return {
    key: workload.key,
    name: workload.subscriptionId ? `${name} (${shorten(workload.subscriptionId, SPACE.part)})` : name,
    state: texts.states[state],
    color: COLORS[state],
    poe: poeLines(workload, reader),
    canConfirm: mine && (state === 'to collect' || state === 'to upload'),
    confirmTitle: texts.confirmTitle[state === 'to upload' ? 'to upload' : 'to collect'],
    canUnconfirm: mine && state === 'done',
    canDisengage: mine && (state === 'to collect' || state === 'to upload'),
    canEngage: mine && state === 'not engaged',
    open: short || state === 'to upload',
  };
}

/** The newest two in full; the notice makes the most recent one count. */
function poeLines({ poe }: Workload, { locale, timeZone }: Reader): string[] {
  if (poe.length === 0) return [texts.noPoe];
  const newest = poe.slice(-2).reverse();
  const older = poe.length - newest.length;
  const lines = newest.map((record) =>
    texts.poe(
      shorten(record.fileName, 2 * SPACE.text),
      shorten(record.filedBy.name, SPACE.part),
      instantText(record.filedAt, locale, timeZone),
    ),
  );
  return older > 0 ? [...lines, texts.olderPoe(older, locale)] : lines;
}
