/** What is to be said of a whole claim before its workloads. Pure. */
import { isNameKey } from '../people/owner-key.ts';
import type { Access, OwnerNames } from './access.ts';
import { type Claim, RANK } from './claim.ts';
import { isDisengagedClaim } from './rules.ts';

export type ClaimRemark =
  | 'removed'
  /** Nobody owns it, and whoever looks is no lead. */
  | 'notYours'
  /** Its owner is named by name alone, and nobody said yet who that is. */
  | 'namedOnly'
  | 'notCounting'
  | 'nobodyEngaged'
  | 'allDone'
  | 'lastStep';

/** Undefined: there is nothing to say. */
export function claimRemark(claim: Claim, access: Access, names: OwnerNames): ClaimRemark | undefined {
  if (claim.removed !== undefined) return 'removed';
  if (claim.owner === undefined && !access.lead) return 'notYours';
  if (claim.owner !== undefined && access.lead && isNamedOnly(claim.owner.key, names)) return 'namedOnly';
  if (claim.rank === RANK.doesNotCount) return 'notCounting';
  if (isDisengagedClaim(claim)) return 'nobodyEngaged';
  if (claim.rank === RANK.nothingLeft) return 'allDone';
  return claim.toUpload > 0 ? 'lastStep' : undefined;
}

function isNamedOnly(ownerKey: string, names: OwnerNames): boolean {
  return isNameKey(ownerKey) && !names.has(ownerKey);
}
