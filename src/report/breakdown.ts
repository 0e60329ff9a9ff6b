/** The claims of a campaign by what they are about. */
import type { Campaign } from '../campaign/campaign.ts';
import { RANK } from '../claims/claim.ts';
import type { Facets } from '../claims/facets.ts';
import { workloadMark } from '../claims/normalise.ts';
import { inCampaign } from '../claims/open-claims.ts';
import type { ClaimRepository } from '../claims/repository.ts';
import { countsByMark, type WorkloadCounts } from '../claims/workload-marks.ts';
import type { StandingCounts } from './days.ts';

export type ProgramCounts = StandingCounts & { readonly name: string };
/** Claims that have this workload: those where something is left to do with it, and the others. */
export type WorkloadStanding = WorkloadCounts & { readonly name: string };

export class Breakdown {
  readonly #claims: ClaimRepository;
  readonly #facets: Facets;

  constructor(claims: ClaimRepository, facets: Facets) {
    this.#claims = claims;
    this.#facets = facets;
  }

  /** By name. */
  async programs(tenantId: string, campaign: Campaign): Promise<ProgramCounts[]> {
    const within = inCampaign(campaign);
    const [toCollect, toUpload, done] = await Promise.all(
      [RANK.toCollect, RANK.toUpload, RANK.nothingLeft].map((rank) =>
        this.#claims.countBy(tenantId, { ...within, rank }, 'program'),
      ),
    );
    const names = new Set([toCollect, toUpload, done].flatMap((counts) => [...(counts?.keys() ?? [])]));
    return [...names].sort().map((name) => ({
      name,
      toCollect: toCollect?.get(name) ?? 0,
      toUpload: toUpload?.get(name) ?? 0,
      done: done?.get(name) ?? 0,
    }));
  }

  /** In the order in which lists are filtered by them. */
  async workloads(tenantId: string, campaign: Campaign): Promise<WorkloadStanding[]> {
    const within = { ...inCampaign(campaign), rank: { $lte: RANK.nothingLeft } };
    const [{ workloads }, marks] = await Promise.all([
      this.#facets.of(tenantId),
      this.#claims.countBy(tenantId, within, 'workloadMarks'),
    ]);
    const counts = countsByMark(marks);
    return workloads.flatMap(({ key, name }) => {
      const found = counts.get(workloadMark(key));
      return found === undefined ? [] : [{ name, ...found }];
    });
  }
}
