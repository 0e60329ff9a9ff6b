/** Whose claims one may look at: those with the most open ones, called as people know them. */
import type { People } from '../people/people.ts';
import { OPEN_CLAIMS } from './open-claims.ts';
import { Owners } from './owners.ts';
import type { ClaimRepository } from './repository.ts';

/** An owner as a filter knows them. */
export interface OwnerChoice {
  readonly key: string;
  readonly name: string;
}

/** Nobody chooses among more. */
const MOST = 100;

/** By name. */
export async function ownersToChoose(
  claims: ClaimRepository,
  people: People,
  tenantId: string,
): Promise<OwnerChoice[]> {
  const keys = [...(await claims.countBy(tenantId, OPEN_CLAIMS, 'owner.key'))]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([key]) => key);
  const names = await people.namesByOwnerKey(tenantId, keys);
  const owners = new Owners(claims, people);
  const choices = await Promise.all(
    keys.map(async (key) => ({ key, name: names.get(key) ?? (await owners.labelOf(tenantId, key)) })),
  );
  return choices.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
