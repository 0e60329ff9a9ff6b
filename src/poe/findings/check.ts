/** Checks what was read of a document against what a POE is for. Pure. */
import type { ReadDocument } from '../../documents/document.ts';
import { activitiesFinding } from './activities.ts';
import { blocksOf } from './blocks.ts';
import type { ClaimToCheck, Finding, Findings } from './finding.ts';
import { companyFinding } from './parties.ts';
import { signatureAndDate } from './signature.ts';
import { tenantOrDomain } from './tenant.ts';
import { DocumentView } from './view.ts';
import { workloadFindings } from './workloads.ts';

export function checkDocument(document: ReadDocument, claim: ClaimToCheck): Findings {
  const view = new DocumentView(document);
  const blocks = blocksOf(view);
  const { signature, date } = signatureAndDate(view, claim);
  const incomplete = document.gaps.length > 0;
  // What stands in a part that was not read may be there all the same.
  const doubted = (found: Finding): Finding =>
    incomplete && found.state === 'missing' ? { ...found, state: 'unclear' } : found;
  return {
    partner: doubted(companyFinding(claim.partners, view.passages)),
    customer: doubted(companyFinding([claim.customer], view.passages)),
    tenantOrDomain: doubted(tenantOrDomain(claim, view.passages)),
    workloads: workloadFindings(claim.workloads, blocks).map(({ workload, finding }) => ({
      workload,
      finding: doubted(finding),
    })),
    signature: doubted(signature),
    date: doubted(date),
    activities: doubted(activitiesFinding(blocks, [...claim.partners, claim.customer])),
  };
}
