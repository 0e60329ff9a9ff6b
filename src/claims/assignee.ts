/** To whom a lead gives a claim: an address is somebody's, a name is a proposal until a lead has confirmed whom it means. */
import { UserError } from '../errors.ts';
import { plainSigns } from '../format/plain-signs.ts';
import { addressKey, isNameKey, nameKey } from '../people/owner-key.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { ClaimOwner } from './claim.ts';
import { addressesIn, ownerOf } from './normalise.ts';

export type Assignee = { readonly owner: ClaimOwner } | { readonly proposed: readonly Person[] };

/** @throws UserError where nobody of that name is known here */
export async function assigneeOf(people: People, tenantId: string, addressOrName: string): Promise<Assignee> {
  const written = ownerOf(addressOrName, '');
  if (written !== undefined && !isNameKey(written.key)) return { owner: written };
  const key = nameKey(written?.label ?? addressOrName);
  const [confirmed] = (await people.findByOwnerKeys(tenantId, [key])).get(key) ?? [];
  if (confirmed?.upn !== undefined) return { owner: { key: addressKey(confirmed.upn), label: confirmed.name } };
  const called = await people.findByName(tenantId, [key]);
  // Nobody is called so in full: who has a first name like that is proposed.
  const likely = called.length > 0 ? called : await people.findCalled(tenantId, [written?.label ?? addressOrName]);
  const proposed = likely.filter(({ upn }) => upn !== undefined);
  if (proposed.length === 0) throw new UserError('claim.person-not-found', { name: addressOrName });
  return { proposed };
}

/** Words of a message that are looked up as first names. */
const MOST_NAMES = 8;

/**
 * The people whom a message names: by address, else by the words of it that are no words of the bot's or begin with a capital. Of these,
 * whose whole name stands there come before those of whom only the first name does.
 */
export async function peopleNamedIn(
  people: People,
  tenantId: string,
  message: string,
  words: readonly string[],
): Promise<Person[]> {
  const byAddress = await people.findByOwnerKeys(tenantId, addressesIn(message).map(addressKey));
  if (byAddress.size > 0) return [...byAddress.values()].flat();
  const capitals = message.match(/(?<=\s)\p{Lu}\p{Ll}[\p{L}-]+/gu) ?? [];
  const names = [...new Set([...words, ...capitals].map((word) => plainSigns(word).replace(/'s$/u, '').toLowerCase()))];
  const called = (await people.findCalled(tenantId, names.slice(0, MOST_NAMES))).filter(({ upn }) => upn !== undefined);
  const whole = called.filter(({ name }) => plainSigns(message).toLowerCase().includes(plainSigns(name).toLowerCase()));
  return whole.length > 0 ? whole : called;
}
