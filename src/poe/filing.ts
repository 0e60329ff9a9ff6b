/** What somebody asks to have filed, and what comes of it. Pure. */
import type { Claim } from '../claims/claim.ts';
import { countingPoe, pickWorkloads } from '../claims/rules.ts';
import type { Draft } from './drafts.ts';

/** As the person entered it. */
export interface FilingRequest {
  readonly draft: string;
  /** The claim that they chose. */
  readonly claim?: string | undefined;
  /** An ID or a customer that they wrote instead. */
  readonly claimText?: string | undefined;
  /** Keys; others than the claim's are left out. */
  readonly workloads: readonly string[];
  /** The claim whose workloads they chose among. */
  readonly shown?: string | undefined;
  /** Why they file it although something lacks. */
  readonly why?: string | undefined;
}

export type FilingOutcome =
  | FilingResult
  | {
      readonly kind: 'choose claim';
      readonly draft: Draft;
      readonly why: 'several' | 'unknown' | 'none named';
      /** Where there are several: those. */
      readonly found?: readonly Claim[];
    }
  | {
      readonly kind: 'choose workloads';
      readonly draft: Draft;
      readonly claim: Claim;
      readonly why: 'of another claim' | 'none chosen';
      /** Keys. */
      readonly chosen: readonly string[];
    };

export interface FilingResult {
  /** `repeated`: the same request again. `already there`: every chosen workload had these bytes before. */
  readonly kind: 'filed' | 'repeated' | 'already there';
  readonly draft: Draft;
  /** As it stands now. */
  readonly claim: Claim;
  /** Keys. */
  readonly workloads: readonly string[];
  /** Documents that the workloads had before. */
  readonly already: readonly AlreadyFiled[];
}

/** A document that a workload has from another upload. */
export interface AlreadyFiled {
  readonly fileName: string;
  /** Its name. */
  readonly workload: string;
  /** ISO, by the campaign clock. */
  readonly filedAt: string;
}

/** Which files of a draft these workloads have from other uploads. @param claim as it was before the filing */
export function alreadyFiled(draft: Draft, claim: Claim, workloads: readonly string[]): AlreadyFiled[] {
  return pickWorkloads(claim, workloads).flatMap(({ name, poe }) =>
    draft.files.flatMap((file) => {
      const there = countingPoe({ poe }).find(
        ({ sha256, draft: filedFrom }) => sha256 === file.sha256 && filedFrom !== draft._id,
      );
      return there ? [{ fileName: file.name, workload: name, filedAt: there.filedAt }] : [];
    }),
  );
}
