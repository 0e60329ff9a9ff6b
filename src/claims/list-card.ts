/** The list of what needs POE, as a card. Pure. */

import { type Campaigns, currentCampaign } from '../campaign/campaign.ts';
import { deadlineLine } from '../campaign/texts.ts';
import type { Choice } from '../cards/choice.ts';
import { linkTo } from '../cards/tab-link.ts';
import { cardTexts } from '../cards/texts.ts';
import { commaText, sentencesText } from '../format/list.ts';
import { pageLabel } from '../format/page-label.ts';
import { itemsThatFit, jsonBytes, shorten } from '../format/shorten.ts';
import { hasNextPage } from '../paging.ts';
import { addressOf } from '../people/owner-key.ts';
import type { Card, Viewer } from '../turn.ts';
import { packList } from '../verbs/claims.ts';
import { type Access, defaultOwner } from './access.ts';
import { customerOf, openStateText, ownerText, SPACE } from './card-parts.ts';
import { type Claim, RANK } from './claim.ts';
import type { OpenClaims } from './open-claims.ts';
import { poeLacks } from './rules.ts';
import { claimCardWords, claimTexts } from './texts.ts';
import type { FilterView, NeedsPoeView } from './views.ts';

export const LIST_PAGE_SIZE = 8;
const WORKLOADS_NAMED = 2;
/** The longest value of a filter that comes back (`claimVerbs`). */
const FILTER_LENGTH = 100;

export interface ListChoices {
  readonly programs: readonly string[];
  readonly workloads: readonly { readonly key: string; readonly name: string }[];
}

export function needsPoeCard(
  claims: OpenClaims,
  filter: FilterView,
  choices: ListChoices,
  campaigns: Campaigns,
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { page, total } = claims;
  const view: NeedsPoeView = {
    title: claimTexts(locale).title(claims.toCollect, locale),
    deadline: deadlinesText(claims.rows, campaigns, viewer),
    toUpload: claims.toUpload === 0 ? '' : claimTexts(locale).toUpload(claims.toUpload, locale),
    empty: total > 0 ? '' : emptyText(claims, filter, locale),
    filter,
    list: packedList(filter, page),
    filterSummary: shorten(filterSummary(filter, choices, claims.access, locale), SPACE.title),
    programs: filterChoices(
      choices.programs.map((program) => ({ title: program, value: program })),
      filter.program,
      locale,
    ),
    workloads: filterChoices(
      choices.workloads.map(({ key, name }) => ({ title: name, value: key })),
      filter.workload,
      locale,
    ),
    owners: ownerChoices(claims.access, locale),
    rows: claims.rows.map((claim) => ({
      claim: claim._id,
      customer: shorten(customerOf(claim), SPACE.text),
      claimId: shorten(claim.claimId, SPACE.text),
      program: shorten(claim.program, SPACE.part),
      workloads: openWorkloadNames(claim, locale),
      owner: shorten(ownerText(claim, claims.access, claims.names, locale), SPACE.part),
      state: openStateText(claim.rank === RANK.toCollect ? 'to collect' : 'to upload', poeLacks(claim), locale),
      toCollect: claim.rank === RANK.toCollect,
    })),
    pageLabel: pageLabel({ page, pageSize: LIST_PAGE_SIZE, shown: claims.rows.length, total }, locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, LIST_PAGE_SIZE),
  };
  return { template: 'needs-poe', words: claimCardWords(locale)['needs-poe'], data: view, inTab: linkTo('', locale) };
}

/** Of the campaigns that the claims on this page are in; without claims, of the current one. */
function deadlinesText(rows: readonly Claim[], campaigns: Campaigns, viewer: Viewer): string {
  const shown = campaigns.filter((campaign) => rows.some(({ notice }) => notice === campaign.notice.name));
  const named = shown.length > 0 ? shown : [currentCampaign(campaigns, viewer.now, viewer.timeZone)];
  return named.map((campaign) => deadlineLine(campaign, viewer)).join(' · ');
}

function emptyText(claims: OpenClaims, filter: FilterView, locale: string): string {
  if (!claims.anyImported) return claimTexts(locale).nothingImported;
  if (filter.program || filter.workload || filter.text || filter.owner === 'none')
    return claimTexts(locale).nothingMatches;
  if (filter.owner === 'all') return claimTexts(locale).nothingOpen;
  const addresses = claims.access.keys.flatMap((key) => addressOf(key) ?? []);
  const nothing = claimTexts(locale).nothingMine(commaText(addresses, locale), claims.unowned, locale);
  return sentencesText([nothing, claims.namesake ? claimTexts(locale).namesake : ''], locale);
}

function withAny(choices: readonly Choice[], locale: string): Choice[] {
  return [{ title: claimTexts(locale).any, value: '' }, ...choices];
}

/** As many as the card has room for, the chosen one among them. The text filter finds the others. */
function filterChoices(choices: readonly Choice[], chosen: string, locale: string): Choice[] {
  const usable = choices
    .filter(({ value }) => value.length <= FILTER_LENGTH && jsonBytes(value) <= SPACE.choice)
    .map(({ title, value }) => ({ title: shorten(title, SPACE.text), value }));
  const fit = itemsThatFit(usable, SPACE.choices);
  if (chosen === '' || fit.some(({ value }) => value === chosen)) return withAny(fit, locale);
  return withAny([{ title: shorten(chosen, SPACE.text), value: chosen }, ...fit], locale);
}

/** It travels with every button of a claim; a filter that is too long for that is dropped. */
function packedList(filter: FilterView, page: number): string {
  const packed = packList({ ...filter, page });
  return jsonBytes(packed) <= SPACE.list ? packed : packList({ owner: filter.owner, page: 0 });
}

function ownerChoices(access: Access, locale: string): Choice[] {
  return [
    { title: claimTexts(locale).ownerChoices.mine, value: 'mine' },
    ...(access.seesUnowned ? [{ title: claimTexts(locale).ownerChoices.none, value: 'none' }] : []),
    { title: access.lead ? claimTexts(locale).ownerChoices.lead : claimTexts(locale).ownerChoices.all, value: 'all' },
  ];
}

function filterSummary(filter: FilterView, choices: ListChoices, access: Access, locale: string): string {
  const workload = choices.workloads.find(({ key }) => key === filter.workload)?.name ?? filter.workload;
  const owner = filter.owner === defaultOwner(access) ? '' : claimTexts(locale).ownerChoices[filter.owner];
  const parts = [owner, filter.program, workload, filter.text && claimTexts(locale).textFilter(filter.text)];
  return commaText(
    parts.filter((part) => part !== ''),
    locale,
  );
}

function openWorkloadNames(claim: Claim, locale: string): string {
  const names = claim.openWorkloads.map((key) =>
    shorten(claim.workloads.find((w) => w.key === key)?.name ?? key, SPACE.part),
  );
  const rest = names.length - WORKLOADS_NAMED;
  return (
    commaText(names.slice(0, WORKLOADS_NAMED), locale) + (rest > 0 ? ` ${cardTexts(locale).andMore(rest, locale)}` : '')
  );
}
