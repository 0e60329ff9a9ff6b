/** All that people did with a claim, its documents among it, the newest first. Pure. */
import type { Claim, ClaimEvent } from '../../claims/claim.ts';
import { documentsOf } from './documents.ts';

export interface Deed {
  /** `file`, `withdraw`: a document. */
  readonly kind: ClaimEvent['kind'] | 'file' | 'withdraw';
  /** ISO, by the campaign clock. */
  readonly at: string;
  readonly by: { readonly userId: string; readonly name: string };
  /** As `ClaimEvent` says; of a document its file's name. */
  readonly what?: string;
  /** Why a document was withdrawn. */
  readonly reason?: string;
}

/** @param most the newest of them */
export function timelineOf(claim: Pick<Claim, 'workloads' | 'history'>, most: number): Deed[] {
  const documents = documentsOf(claim);
  // One that was withdrawn from some of its workloads is there twice, and was filed once.
  const filed = new Map(documents.map((one) => [JSON.stringify([one.draft, one.sha256]), one]));
  const deeds = [
    ...Array.from(
      filed.values(),
      ({ filedAt: at, filedBy: by, fileName: what }): Deed => ({ kind: 'file', at, by, what }),
    ),
    ...documents.flatMap(({ withdrawn, fileName: what }): Deed[] =>
      withdrawn === undefined
        ? []
        : [{ kind: 'withdraw', at: withdrawn.at, by: withdrawn.by, what, reason: withdrawn.reason }],
    ),
    ...(claim.history ?? []),
  ];
  return deeds.sort((a, b) => b.at.localeCompare(a.at)).slice(0, most);
}
