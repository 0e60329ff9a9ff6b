/** An upload as a card: which claim and workloads is it for? Pure. */
import type { Choice } from '../cards/choice.ts';
import type { Claim } from '../claims/claim.ts';
import { pickWorkloads } from '../claims/rules.ts';
import { listText } from '../format/list.ts';
import { itemsThatFit, shorten } from '../format/shorten.ts';
import type { Card } from '../turn.ts';
import { adviceOf, type Examination, proposedWorkloads } from './advice.ts';
import { lacksTexts, standsText } from './advice-card-parts.ts';
import type { Draft, DraftFile } from './drafts.ts';
import { poeCardWords, poeTexts } from './texts.ts';
import type { FilePoeView } from './views.ts';

/** A longer list of choices is no help; the person can write the ID instead. */
const MOST_CLAIMS = 20;
/** Most bytes of JSON: a card has to stay below 28 KB. */
const SPACE = { text: 100, part: 60, problem: 1_000, workloads: 4_800 } as const;

export interface FileCardState {
  /** The claim whose workloads are shown. */
  readonly claim?: Claim | undefined;
  readonly candidates: readonly Claim[];
  /** Keys. */
  readonly selectedWorkloads?: readonly string[];
  readonly claimText?: string;
  readonly why?: string | undefined;
  readonly problem?: string;
  /** What the files show for the claim. */
  readonly examined?: Examination | undefined;
  /** Claims that the file names besides. */
  readonly others?: readonly Claim[];
  readonly locale: string;
}

export function fileCard(draft: Draft, state: FileCardState): Card {
  const { claim, examined, locale } = state;
  const first = state.candidates.slice(0, MOST_CLAIMS);
  const choices = claim && !first.some(({ _id }) => _id === claim._id) ? [claim, ...first.slice(0, -1)] : first;
  const selected = state.selectedWorkloads ?? proposedWorkloads(claim, examined);
  const workloads = workloadChoices(claim, selected);
  const reason =
    claim !== undefined && draft.proposal?.claim === claim._id ? poeTexts(locale).reasons[draft.proposal.reason] : '';
  const view: FilePoeView = {
    draft: draft._id,
    title: draft.files.length === 1 ? (draft.files[0]?.name ?? '') : poeTexts(locale).files(draft.files.length, locale),
    files: draft.files.map((file, index) => {
      const pages = examined?.checks[index]?.facts.pages;
      return fileLine(file, pages, draft.files.length > 1, locale);
    }),
    problem: shorten(state.problem ?? '', SPACE.problem),
    reason,
    ...adviceView(claim, selected, examined, locale),
    others: othersText(state.others ?? [], locale),
    why: state.why ?? '',
    claims: choices.map((one) => claimChoice(one, locale)),
    claim: claim?._id ?? '',
    claimText: state.claimText ?? '',
    workloads,
    selectedWorkloads: selected.filter((key) => workloads.some(({ value }) => value === key)).join(','),
    submitTitle: claim === undefined ? poeTexts(locale).submitNext : poeTexts(locale).submitFile,
  };
  return { template: 'file-poe', words: poeCardWords(locale)['file-poe'], data: view };
}

/** Kinds whose pages are those that a person sees. */
const PAGED = new Set<DraftFile['kind']>(['pdf', 'tiff']);

/** @param named false for a single file, whose name is the title of the card */
function fileLine({ name, kind, size }: DraftFile, pages: number | undefined, named: boolean, locale: string): string {
  const parts = [named ? name : '', poeTexts(locale).kinds[kind], sizeText(size, locale)];
  return poeTexts(locale).fileLine(
    pages !== undefined && PAGED.has(kind) ? [...parts, poeTexts(locale).pages(pages, locale)] : parts,
  );
}

export function othersText(others: readonly Claim[], locale: string): string {
  const names = others.map(({ customerName, claimId }) =>
    shorten(poeTexts(locale).claimOf(customerName, claimId), SPACE.text),
  );
  return names.length === 0 ? '' : poeTexts(locale).others(listText(names, locale));
}

/** All of the claim's where the card has room for them, else the selected ones first. */
function workloadChoices(claim: Claim | undefined, selected: readonly string[]): Choice[] {
  const all = (claim?.workloads ?? []).map(({ key, name }) => ({ title: shorten(name, SPACE.text), value: key }));
  const fit = itemsThatFit(all, SPACE.workloads);
  if (fit.length === all.length) return fit;
  const isSelected = ({ value }: Choice): boolean => selected.includes(value);
  return itemsThatFit([...all.filter(isSelected), ...all.filter((choice) => !isSelected(choice))], SPACE.workloads);
}

/** @param selected keys of workloads */
export function adviceView(
  claim: Claim | undefined,
  selected: readonly string[],
  examined: Examination | undefined,
  locale: string,
): Pick<FilePoeView, 'stands' | 'lacks' | 'unread' | 'askWhy'> {
  if (claim === undefined || examined === undefined) return { stands: '', lacks: [], unread: '', askWhy: false };
  const names = pickWorkloads(claim, selected).map(({ name }) => name);
  const { stands, lacks, unread } = adviceOf(examined, names);
  const customer = shorten(claim.customerName, SPACE.text);
  return {
    stands: standsText(stands, lacks.length === 0 && unread === undefined, locale),
    lacks: lacksTexts(lacks, customer, locale),
    unread: unread === undefined ? '' : poeTexts(locale).unread[unread],
    askWhy: lacks.length > 0,
  };
}

function claimChoice({ _id, claimId, customerName, program }: Claim, locale: string): Choice {
  const { text, part } = SPACE;
  return {
    title: poeTexts(locale).claimChoice(shorten(claimId, text), shorten(customerName, text), shorten(program, part)),
    value: _id,
  };
}

export function sizeText(bytes: number, locale: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** "a.pdf" or "3 files" */
export function filesText(files: readonly DraftFile[], locale: string): string {
  return files.length === 1 && files[0] ? files[0].name : poeTexts(locale).files(files.length, locale);
}
