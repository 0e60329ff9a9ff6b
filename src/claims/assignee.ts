/** To whom a lead gives a claim: an address is somebody's, a name is a proposal until a lead has confirmed whom it means. */
import { UserError } from '../errors.ts';
import { addressKey, isNameKey, nameKey } from '../people/owner-key.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { ClaimOwner } from './claim.ts';
import { ownerOf } from './normalise.ts';

export type Assignee = { readonly owner: ClaimOwner } | { readonly proposed: readonly Person[] };

/** @throws UserError where nobody of that name is known here */
export async function assigneeOf(people: People, tenantId: string, addressOrName: string): Promise<Assignee> {
  const written = ownerOf(addressOrName, '');
  if (written !== undefined && !isNameKey(written.key)) return { owner: written };
  const key = nameKey(written?.label ?? addressOrName);
  const [confirmed] = (await people.findByOwnerKeys(tenantId, [key])).get(key) ?? [];
  if (confirmed?.upn !== undefined) return { owner: { key: addressKey(confirmed.upn), label: confirmed.name } };
  const proposed = (await people.findByName(tenantId, [key])).filter(({ upn }) => upn !== undefined);
  if (proposed.length === 0) throw new UserError('claim.person-not-found', { name: addressOrName });
  return { proposed };
}
