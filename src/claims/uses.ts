/** Who else keeps something of a claim: a ticket that names it, an upload that is proposed for it. Such a claim is not taken away by the undo of an import. */
import type { Claim, StayReason } from './claim.ts';

export interface ClaimUse {
  readonly kind: Extract<StayReason, 'ticket' | 'draft'>;
  /** The ids (`_id`) of those of these claims that it keeps something of. At most 1,000 claims. */
  among(tenantId: string, claims: readonly Claim[]): Promise<Iterable<string>>;
}

export class ClaimUses {
  readonly #uses: ClaimUse[] = [];

  add(use: ClaimUse): void {
    this.#uses.push(use);
  }

  /** Id (`_id`) → what keeps something of it; claims that nothing does are left out. */
  async of(tenantId: string, claims: readonly Claim[]): Promise<ReadonlyMap<string, ClaimUse['kind']>> {
    const kept = new Map<string, ClaimUse['kind']>();
    if (claims.length === 0) return kept;
    for (const { kind, among } of this.#uses)
      for (const id of await among(tenantId, claims)) if (!kept.has(id)) kept.set(id, kind);
    return kept;
  }
}
