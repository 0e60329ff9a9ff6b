/** Who may see and change which claim (docs/design.md, "Who may do what"). Pure, but for the look-up of the person's own keys. */
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Filter } from '../storage/port.ts';
import type { Claim, PoeRecord } from './claim.ts';

export interface Access {
  readonly lead: boolean;
  /** Sees and takes what has no owner: leads and the tenant's own people, by the roster; not its guests. */
  readonly seesUnowned: boolean;
  /** Owner keys under which records are theirs. */
  readonly keys: readonly string[];
}

/** What owners are called, by key, where it is known better than the export says. */
export type OwnerNames = ReadonlyMap<string, string>;

export async function accessOf(person: Person, people: People, rights: Rights): Promise<Access> {
  const lead = rights.isLead(person);
  return {
    lead,
    seesUnowned: lead || (person.rosterAt !== undefined && !person.guest),
    keys: await people.ownerKeys(person),
  };
}

export function owns(access: Access, claim: Claim): boolean {
  return claim.owner !== undefined && access.keys.includes(claim.owner.key);
}

/** Leads see all of the tenant, members their own and those without an owner. What was removed is nobody's to work with (`ClaimRemovals`). */
export function maySeeClaim(access: Access, claim: Claim): boolean {
  if (claim.removed !== undefined) return false;
  return access.lead || owns(access, claim) || (claim.owner === undefined && access.seesUnowned);
}

/**
 * @param claimId as the person wrote it; none where they pressed a button
 * @throws NotFoundError for a claim that is not there and for another's alike, so that IDs cannot be probed
 */
export function visibleClaim(access: Access, claim: Claim | undefined, claimId?: string): Claim {
  if (claim !== undefined && maySeeClaim(access, claim)) return claim;
  throw claimId === undefined ? new NotFoundError('claim.gone') : new NotFoundError('claim.not-found', { claimId });
}

/** A member acts on their own; one without an owner is taken first. @throws ForbiddenError */
export function assertMayChange(access: Access, claim: Claim): void {
  if (!access.lead && !owns(access, claim)) throw new ForbiddenError('claim.without-owner');
}

/** What somebody may do with a claim that they look at. The services check it once more. */
export interface ClaimRights {
  /** Mark its workloads, and file for them. */
  readonly change: boolean;
  readonly take: boolean;
  readonly assign: boolean;
  readonly remove: boolean;
  readonly bringBack: boolean;
}

export function claimRights(access: Access, claim: Claim): ClaimRights {
  const removed = claim.removed !== undefined;
  return {
    change: !removed && (access.lead || owns(access, claim)),
    take: claim.owner === undefined && access.keys.length > 0 && maySeeClaim(access, claim),
    assign: access.lead && !removed,
    remove: access.lead && !removed,
    bringBack: access.lead && removed,
  };
}

/** A document is withdrawn by whoever filed it, and by leads. */
export function mayWithdraw(access: Access, { userId }: Pick<Person, 'userId'>, { filedBy }: PoeRecord): boolean {
  return access.lead || filedBy.userId === userId;
}

/** Whose claims a list shows when nobody says. */
export function defaultOwner({ lead }: Pick<Access, 'lead'>): 'mine' | 'all' {
  return lead ? 'all' : 'mine';
}

/** The part of a list that somebody may see, as a filter. */
export function ownerFilter(access: Access, owner: 'mine' | 'none' | 'all'): Filter {
  const mine: Filter = { 'owner.key': { $in: access.keys } };
  const unowned: Filter = { 'owner.key': access.seesUnowned ? { $exists: false } : { $in: [] } };
  if (owner === 'mine') return mine;
  if (owner === 'none') return unowned;
  return access.lead ? {} : { $or: [mine, unowned] };
}
