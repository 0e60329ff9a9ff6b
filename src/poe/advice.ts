/** What the documents of an upload show for a claim, and what they lack. It is advice: filing is up to the person. Pure. */
import type { Claim, PoeAspect, PoeCheck, PoeLack, Workload } from '../claims/claim.ts';
import { workloadState } from '../claims/rules.ts';
import type { DocumentFacts } from './findings/check-task.ts';
import { bestOf, type ClaimToCheck, type Finding, type Findings, STATE_RANK } from './findings/finding.ts';
import type { ClaimToMatch } from './findings/match.ts';

/** What a document may name of a claim. */
export function claimToMatch({ customerName, customerDomain, customerTenantId, workloads }: Claim): ClaimToMatch {
  return {
    customer: customerName,
    domain: customerDomain,
    tenantId: customerTenantId,
    workloads: workloads.map(({ name }) => name),
  };
}

/** What is checked of a claim. @param today ISO day of the campaign */
export function claimToCheck(claim: Claim, partners: readonly string[], today: string): ClaimToCheck {
  return { ...claimToMatch(claim), partners, today };
}

/** What a document shows for a claim. */
export interface DocumentCheck {
  readonly facts: Pick<DocumentFacts, 'pages' | 'gaps'>;
  readonly findings: Findings;
}

/** What the files of an upload show for a claim: one check a file, undefined for one that could not be read. */
export interface Examination {
  readonly checks: readonly (DocumentCheck | undefined)[];
  readonly against: ClaimToCheck;
}

export interface Lack extends PoeLack, Pick<Finding, 'words' | 'page'> {
  /** The name of the workload that is not there. */
  readonly workload?: string;
}

/** Why something was not read: `slow` and `kind` leave nothing to go by, `partly` makes unclear what was not found. */
export type Unread = 'slow' | 'kind' | 'partly';

export interface Advice {
  readonly stands: readonly PoeAspect[];
  readonly lacks: readonly Lack[];
  readonly unread?: Unread;
}

/**
 * Of all files of an upload together, since a POE may be made up of several: what one of them shows, they show. Signature and date go
 * together: they are those of the file where they stand best.
 * @param workloads names of those that it is filed for
 */
export function adviceOf({ checks, against }: Examination, workloads: readonly string[]): Advice {
  const { customer, domain, tenantId, partners } = against;
  const read = checks.filter((check) => check !== undefined);
  const legible = read.filter(({ facts }) => !facts.gaps.includes('kind'));
  const unread = unreadOf(checks, legible);
  if (legible.length === 0) return { stands: [], lacks: [], ...(unread && { unread }) };
  const all = legible.map(({ findings }) => findings);
  const signed = bestSigned(all);
  const found: [PoeAspect, Finding | undefined][] = [
    ['partner', partners.length === 0 ? undefined : bestOf(all.map(({ partner }) => partner))],
    ['customer', customer === '' ? undefined : bestOf(all.map((each) => each.customer))],
    ['tenantOrDomain', domain || tenantId ? bestOf(all.map(({ tenantOrDomain }) => tenantOrDomain)) : undefined],
    ['signature', signed?.signature],
    ['date', signed?.date],
    ['activities', bestOf(all.map(({ activities }) => activities))],
  ];
  const named = workloads.map((workload) => ({ workload, found: bestOf(all.flatMap(workloadFinding(workload))) }));
  // What is missing may stand in the file that was not read.
  const lackOf = (one: Finding): Pick<Lack, 'state' | 'words' | 'page'>[] =>
    one.state === 'ok' ? [] : [{ ...one, state: legible.length < checks.length ? 'unclear' : one.state }];
  const lacking = named.flatMap(({ workload, found: one }) =>
    lackOf(one).map((lack) => ({ what: 'workload', workload, ...lack }) as const),
  );
  return {
    stands: [
      ...found.flatMap(([what, one]) => (one?.state === 'ok' ? [what] : [])),
      ...(named.length > 0 && lacking.length === 0 ? (['workload'] as const) : []),
    ],
    lacks: [
      ...found.flatMap(([what, one]) => (one === undefined ? [] : lackOf(one).map((lack) => ({ what, ...lack })))),
      ...lacking,
    ],
    ...(unread && { unread }),
  };
}

/**
 * What is kept of it with the POE of each workload, by their keys. Undefined where nothing could be read.
 * @param why in the person's words; kept where something lacks
 */
export function checksByWorkload(
  examined: Examination,
  workloads: readonly Pick<Workload, 'key' | 'name'>[],
  why: string,
): Readonly<Record<string, PoeCheck>> | undefined {
  const names = workloads.map(({ name }) => name);
  const { lacks, unread } = adviceOf(examined, names);
  if (unread === 'slow' || unread === 'kind') return undefined;
  return Object.fromEntries(
    workloads.map(({ key, name }): [string, PoeCheck] => {
      const own = lacks.filter(({ workload = name }) => workload === name).map(({ what, state }) => ({ what, state }));
      return [key, { lacks: own, ...(own.length > 0 && why !== '' && { why }) }];
    }),
  );
}

/** The keys of those still to collect, where the files name some of them only those; of a single workload, that one. */
export function proposedWorkloads(claim: Claim | undefined, examined?: Examination): string[] {
  if (claim === undefined) return [];
  const [only, ...others] = claim.workloads;
  if (only && others.length === 0) return [only.key];
  const left = claim.workloads.filter((workload) => workloadState(workload) === 'to collect');
  const shown = examined === undefined ? [] : shownWorkloads(examined, left);
  return (shown.length > 0 ? shown : left).map(({ key }) => key);
}

/** Those of these workloads that a file names as a product. */
function shownWorkloads<W extends Pick<Workload, 'name'>>({ checks }: Examination, workloads: readonly W[]): W[] {
  return workloads.filter(({ name }) =>
    checks.some((check) =>
      check?.findings.workloads.some(({ workload, finding }) => workload === name && finding.state === 'ok'),
    ),
  );
}

function workloadFinding(workload: string): (findings: Findings) => Finding[] {
  return ({ workloads }) => workloads.flatMap((each) => (each.workload === workload ? [each.finding] : []));
}

function unreadOf(
  checks: readonly (DocumentCheck | undefined)[],
  legible: readonly DocumentCheck[],
): Unread | undefined {
  if (legible.length === 0) return checks.includes(undefined) ? 'slow' : 'kind';
  return legible.length < checks.length || legible.some(({ facts }) => facts.gaps.length > 0) ? 'partly' : undefined;
}

/** The first of those whose signature is surest, and of these the one whose date is. */
function bestSigned(all: readonly Findings[]): Findings | undefined {
  const rank = ({ signature, date }: Findings): number =>
    STATE_RANK[signature.state] * (STATE_RANK.ok + 1) + STATE_RANK[date.state];
  return all.toSorted((a, b) => rank(b) - rank(a))[0];
}
