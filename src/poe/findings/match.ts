/** Which claims a document is for, by what is in it. Pure. */
import { blocksOf } from './blocks.ts';
import type { ClaimToCheck } from './finding.ts';
import { companyFinding } from './parties.ts';
import { tenantOrDomain } from './tenant.ts';
import type { DocumentView } from './view.ts';
import { workloadFindings } from './workloads.ts';

export type ClaimToMatch = Pick<ClaimToCheck, 'customer' | 'domain' | 'tenantId' | 'workloads'>;

export interface ClaimMatch {
  readonly customer: boolean;
  readonly tenantOrDomain: boolean;
  /** Those of the claim's that it names as products. */
  readonly workloads: readonly string[];
}

export function matchesOf(view: DocumentView, claims: readonly ClaimToMatch[]): ClaimMatch[] {
  const { passages } = view;
  const blocks = blocksOf(view);
  const customers = remembered((customer: string) => companyFinding([customer], passages).state === 'ok');
  // All of the workloads at once, as reviewers would read them.
  const named = new Set(
    workloadFindings([...new Set(claims.flatMap(({ workloads }) => workloads))], blocks).flatMap(
      ({ workload, finding }) => (finding.state === 'ok' ? [workload] : []),
    ),
  );
  return claims.map((claim) => ({
    customer: claim.customer !== '' && customers(claim.customer),
    tenantOrDomain: tenantOrDomain(claim, passages).state === 'ok',
    workloads: claim.workloads.filter((workload) => named.has(workload)),
  }));
}

/** Claims of one customer are many. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
