/** An upload as a card: which claim and workloads is it for? Pure. */
import type { Choice } from '../cards/choice.ts';
import type { Claim } from '../claims/claim.ts';
import { itemsThatFit, shorten } from '../format/shorten.ts';
import type { Card } from '../turn.ts';
import type { Draft, DraftFile } from './drafts.ts';
import { poeCardWords, poeTexts } from './texts.ts';
import type { FilePoeView } from './views.ts';

/** A longer list of choices is no help; the person can write the ID instead. */
const MOST_CLAIMS = 20;
/** Most bytes of JSON: a card has to stay below 28 KB. */
const SPACE = { text: 100, part: 60, problem: 1_000, workloads: 8_000 } as const;

export interface FileCardState {
  /** The claim whose workloads are shown. */
  readonly claim?: Claim | undefined;
  readonly candidates: readonly Claim[];
  /** Keys. */
  readonly selectedWorkloads?: readonly string[];
  readonly claimText?: string;
  readonly problem?: string;
  readonly locale: string;
}

export function fileCard(draft: Draft, state: FileCardState): Card {
  const { claim, locale } = state;
  const first = state.candidates.slice(0, MOST_CLAIMS);
  const choices = claim && !first.some(({ _id }) => _id === claim._id) ? [claim, ...first.slice(0, -1)] : first;
  const selected = state.selectedWorkloads ?? proposedWorkloads(claim);
  const workloads = workloadChoices(claim, selected);
  const reason =
    claim !== undefined && draft.proposal?.claim === claim._id ? poeTexts.reasons[draft.proposal.reason] : '';
  const view: FilePoeView = {
    draft: draft._id,
    title: draft.files.length === 1 ? (draft.files[0]?.name ?? '') : poeTexts.files(draft.files.length, locale),
    files: draft.files.map((file) => fileLine(file, draft.files.length > 1, locale)),
    problem: shorten(state.problem ?? '', SPACE.problem),
    reason,
    claims: choices.map(claimChoice),
    claim: claim?._id ?? '',
    claimText: state.claimText ?? '',
    workloads,
    selectedWorkloads: selected.filter((key) => workloads.some(({ value }) => value === key)).join(','),
    submitTitle: claim === undefined ? poeTexts.submitNext : poeTexts.submitFile,
  };
  return { template: 'file-poe', words: poeCardWords['file-poe'], data: view };
}

/** @param named false for a single file, whose name is the title of the card */
function fileLine({ name, kind, size }: DraftFile, named: boolean, locale: string): string {
  return poeTexts.fileLine(named ? name : '', poeTexts.kinds[kind], sizeText(size, locale));
}

/** All of the claim's where the card has room for them, else the selected ones first. */
function workloadChoices(claim: Claim | undefined, selected: readonly string[]): Choice[] {
  const all = (claim?.workloads ?? []).map(({ key, name }) => ({ title: shorten(name, SPACE.text), value: key }));
  const fit = itemsThatFit(all, SPACE.workloads);
  if (fit.length === all.length) return fit;
  const isSelected = ({ value }: Choice): boolean => selected.includes(value);
  return itemsThatFit([...all.filter(isSelected), ...all.filter((choice) => !isSelected(choice))], SPACE.workloads);
}

/** The keys of those still to collect; of a single workload, that one. */
export function proposedWorkloads(claim: Claim | undefined): string[] {
  if (claim === undefined) return [];
  const [only, ...others] = claim.workloads;
  if (only && others.length === 0) return [only.key];
  return claim.workloads
    .filter(({ poe, confirmed, notEngaged }) => poe.length === 0 && !confirmed && !notEngaged)
    .map(({ key }) => key);
}

function claimChoice({ _id, claimId, customerName, program }: Claim): Choice {
  const { text, part } = SPACE;
  return {
    title: poeTexts.claimChoice(shorten(claimId, text), shorten(customerName, text), shorten(program, part)),
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
  return files.length === 1 && files[0] ? files[0].name : poeTexts.files(files.length, locale);
}
