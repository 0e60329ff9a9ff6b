/** Who owns what: the owner keys of people, and the people of owner keys; many in one query. */
import type { Collection, Filter } from '../storage/port.ts';
import { addressKey, addressOf, displayedKey, isNameKey, nameKey, nameOf } from './owner-key.ts';
import type { Person } from './person.ts';

/** As stored: with the key of the display name. */
export type PersonDoc = Person & { readonly nameKey: string };

/** The tenant's own people, by the roster: guests choose their display names themselves. */
const BY_NAME = { guest: false, rosterAt: { $exists: true } } as const;

/** The tenant's own people who carry this display name. */
export function findPeopleByName(people: Collection<PersonDoc>, tenantId: string, name: string): Promise<PersonDoc[]> {
  return people.find(tenantId, { nameKey: nameKey(name), ...BY_NAME });
}

/**
 * The keys under which a claim may name these people as its owner, by `userId`. A display name counts only where the roster says that
 * the person is no guest, and where nobody else known here carries it: names are not unique, and a wrong match would show customer data.
 * At most 1,000 people a call.
 */
export async function ownerKeysOf(
  people: Collection<PersonDoc>,
  tenantId: string,
  persons: readonly Person[],
): Promise<Map<string, string[]>> {
  const named = persons.filter(({ rosterAt, guest, name }) => rosterAt !== undefined && !guest && name.trim() !== '');
  const names = [...new Set(named.map(({ name }) => nameKey(name)))];
  const bearers =
    names.length === 0
      ? []
      : await people.find(tenantId, { nameKey: { $in: names }, ...BY_NAME }, { limit: MOST_BEARERS });
  const called = Map.groupBy(
    bearers.flatMap(({ name }) => keysOfName(name)),
    (key) => key,
  );
  const unique = new Set(named);
  return new Map(
    persons.map((person) => {
      const keys = [person.upn, person.email].flatMap((address) => (address ? [addressKey(address)] : []));
      const own = unique.has(person) ? keysOfName(person.name).filter((key) => called.get(key)?.length === 1) : [];
      return [person.userId, [...new Set([...keys, ...own])]];
    }),
  );
}

/** Of as many people as one look-up is about, and their namesakes. */
const MOST_BEARERS = 10_000;

/** As people are called, and as the directory displays it, where that is more. */
function keysOfName(name: string): string[] {
  return [...new Set([nameKey(name), displayedKey(name)])];
}

/** The people known here, by owner key. A key that nobody carries is not in it. At most 1,000 keys a call. */
export async function findPeopleByOwnerKeys(
  people: Collection<PersonDoc>,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, Person[]>> {
  const addresses = keys.flatMap((key) => addressOf(key) ?? []);
  const names = keys.filter((key) => isNameKey(key));
  const either: Filter[] = [
    ...(addresses.length > 0 ? [{ upn: { $in: addresses } }, { email: { $in: addresses } }] : []),
    ...(names.length > 0 ? [{ nameKey: { $in: names.map((key) => nameKey(nameOf(key))) }, ...BY_NAME }] : []),
  ];
  if (either.length === 0) return new Map();
  const found = await people.find(tenantId, { $or: either });
  const keysOf = await ownerKeysOf(people, tenantId, found);
  const wanted = new Set(keys);
  const pairs = found.flatMap((person) =>
    (keysOf.get(person.userId) ?? []).filter((key) => wanted.has(key)).map((key) => ({ key, person })),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, several]) => [key, several.map(({ person }) => person)]),
  );
}

/** Names of people known here, by those owner keys that are addresses: an export may name its owners by UPN only. */
export async function namesByOwnerKey(
  people: Collection<PersonDoc>,
  tenantId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const addresses = keys.flatMap((key) => addressOf(key) ?? []);
  if (addresses.length === 0) return new Map();
  const byAddress = { $or: [{ upn: { $in: addresses } }, { email: { $in: addresses } }] };
  const found = (await people.find(tenantId, byAddress)).filter(({ name }) => name !== '');
  return new Map(
    found.flatMap(({ upn, email, name }) => [upn, email].flatMap((a) => (a ? [[addressKey(a), name]] : []))),
  );
}
