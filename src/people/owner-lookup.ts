/** Who owns what: the owner keys of people, and the people of owner keys; many in one query. */
import type { Collection, Filter } from '../storage/port.ts';
import type { ConfirmedNames } from './confirmed-names.ts';
import { addressKey, addressOf, isNameKey, nameKey, nameOf } from './owner-key.ts';
import type { Person } from './person.ts';

/** More people of one first name are no help to whoever is to choose. */
const MOST_CALLED = 6;

/** As stored: with the key of the display name. */
export type PersonDoc = Person & { readonly nameKey: string };

/** The tenant's own people who carry one of these display names, by the roster: guests choose theirs themselves. At most 1,000 keys. */
export function findPeopleByName(
  people: Collection<PersonDoc>,
  tenantId: string,
  nameKeys: readonly string[],
): Promise<PersonDoc[]> {
  // A key may be of a name as it is displayed: with the company, or the last name first.
  const called = nameKeys.map((key) => nameKey(nameOf(key)));
  return people.find(tenantId, { nameKey: { $in: called }, guest: false, rosterAt: { $exists: true } });
}

/** As `findPeopleByName`, for the first words of a name: "Adele" is Adele Vance. At most `MOST_CALLED` a name. */
export async function findPeopleCalled(
  people: Collection<PersonDoc>,
  tenantId: string,
  names: readonly string[],
): Promise<PersonDoc[]> {
  const found = new Map<string, PersonDoc>();
  for (const key of new Set(names.map(nameKey))) {
    const begun = { $gte: `${key} `, $lt: `${key} \u{10FFFF}` };
    const called: Filter = { $or: [{ nameKey: key }, { nameKey: begun }], guest: false, rosterAt: { $exists: true } };
    for (const one of await people.find(tenantId, called, { limit: MOST_CALLED })) found.set(one._id, one);
  }
  return [...found.values()];
}

/**
 * The keys under which a claim may name these people as its owner, by `userId`: their addresses, and the names that a lead confirmed.
 * A display name proves nothing: the one whom an export means may never have written here. At most 1,000 people a call.
 */
export async function ownerKeysOf(
  names: ConfirmedNames,
  tenantId: string,
  persons: readonly Person[],
): Promise<Map<string, string[]>> {
  const confirmed = await names.namesOf(
    tenantId,
    persons.map(({ userId }) => userId),
  );
  return new Map(persons.map((person) => [person.userId, keysOf(person, confirmed.get(person.userId))]));
}

function keysOf({ upn, email }: Person, names: readonly string[] = []): string[] {
  const addresses = [upn, email].flatMap((address) => (address ? [addressKey(address)] : []));
  return [...new Set([...addresses, ...names])];
}

/** The people known here, by owner key. A key that nobody carries is not in it. At most 1,000 keys a call. */
export async function findPeopleByOwnerKeys(
  people: Collection<PersonDoc>,
  names: ConfirmedNames,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, Person[]>> {
  const addresses = keys.flatMap((key) => addressOf(key) ?? []);
  const confirmed = await names.bearersOf(tenantId, keys.filter(isNameKey));
  const either: Filter[] = [
    ...(addresses.length > 0 ? [{ upn: { $in: addresses } }, { email: { $in: addresses } }] : []),
    ...(confirmed.size > 0 ? [{ userId: { $in: [...new Set(confirmed.values())] } }] : []),
  ];
  if (either.length === 0) return new Map();
  const found = await people.find(tenantId, { $or: either });
  const namesBy = Map.groupBy(confirmed.keys(), (name) => confirmed.get(name) ?? '');
  const wanted = new Set(keys);
  const pairs = found.flatMap((person) =>
    keysOf(person, namesBy.get(person.userId))
      .filter((key) => wanted.has(key))
      .map((key) => ({ key, person })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, several]) => [key, several.map(({ person }) => person)]),
  );
}

/** What people known here are called, by those owner keys that are theirs: an export may name its owners by UPN only. */
export async function namesByOwnerKey(
  people: Collection<PersonDoc>,
  names: ConfirmedNames,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const found = await findPeopleByOwnerKeys(people, names, tenantId, keys);
  return new Map([...found].flatMap(([key, [first]]) => (first?.name ? [[key, first.name] as const] : [])));
}
