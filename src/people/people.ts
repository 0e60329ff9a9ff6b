/** Who is who: one record per (tenant, person), kept from what the channel and the roster say. */
import type { Collection, CollectionSpec, DocStore } from '../storage/port.ts';
import { nameKey } from './owner-key.ts';
import { namesOf, ownerKeysOf, type PersonDoc, peopleNamed, peopleOf } from './owner-lookup.ts';
import type { Person } from './person.ts';

export const PEOPLE: CollectionSpec = {
  name: 'people',
  indexes: [{ fields: ['userId'], unique: true }, { fields: ['upn'] }, { fields: ['email'] }, { fields: ['nameKey'] }],
};

/** What is known of a person at the start of a turn, from the activity itself. */
export interface Sighting {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Only from a personal conversation. */
  readonly reference?: string;
}

/** What the roster says of a person. */
export interface RosterEntry {
  readonly name: string;
  readonly upn?: string;
  readonly email?: string;
}

/** A guest's UPN in the tenant is made from their own address and holds this mark (Microsoft Entra B2B). */
const GUEST_MARK = '#ext#';
const MOST_REACHED = 500;
const ROSTER_AGE_MS = 24 * 3_600_000;

export class People {
  readonly #people: Collection<PersonDoc>;

  constructor(store: DocStore) {
    this.#people = store.collection<PersonDoc>(PEOPLE);
  }

  get(tenantId: string, userId: string): Promise<Person | undefined> {
    return this.#people.findOne(tenantId, { userId });
  }

  /** Keeps what the activity says; a message from a personal chat makes the person reachable again. */
  async seen(sighting: Sighting): Promise<Person> {
    const { tenantId, userId, name, locale, timeZone, reference } = sighting;
    const known = await this.get(tenantId, userId);
    const changed = {
      // The roster's name is better than the activity's; the activity's is all there is before the roster was asked.
      ...(known?.rosterAt === undefined && known?.name !== name && { name, nameKey: nameKey(name) }),
      ...(locale !== undefined && known?.locale !== locale && { locale }),
      ...(timeZone !== undefined && known?.timeZone !== timeZone && { timeZone }),
      ...(reference !== undefined && known?.reference !== reference && { reference }),
      ...(reference !== undefined && known?.reachable !== true && { reachable: true }),
    };
    // Most turns change nothing, and a write costs a disk flush.
    if (known !== undefined && Object.keys(changed).length === 0) return known;
    const { _id, ...insert } = newPerson(tenantId, userId, name);
    for (const key of Object.keys(changed)) delete (insert as Record<string, unknown>)[key];
    const person = await this.#people.findOneAndUpdate(
      tenantId,
      { _id },
      { $set: { ...changed, userId }, $setOnInsert: omit(insert, 'userId') },
      { upsert: true },
    );
    return person ?? { ...newPerson(tenantId, userId, name), ...changed };
  }

  rosterIsOld(person: Person, realTime: Date): boolean {
    return person.rosterAt === undefined || realTime.getTime() - Date.parse(person.rosterAt) >= ROSTER_AGE_MS;
  }

  async keepRoster(person: Person, entry: RosterEntry, realTime: Date): Promise<Person> {
    const upn = entry.upn?.trim().toLowerCase();
    const email = entry.email?.trim().toLowerCase();
    const set = {
      name: entry.name,
      nameKey: nameKey(entry.name),
      rosterAt: realTime.toISOString(),
      // Whose roster entry has none proves nothing either.
      guest: upn === undefined || upn === '' || upn.includes(GUEST_MARK),
      ...(upn && { upn }),
      ...(email && { email }),
    };
    return (await this.#people.findOneAndUpdate(person.tenantId, { _id: person._id }, { $set: set })) ?? person;
  }

  /** Uninstalled or blocked: nothing is sent to them from now on; their data stays. */
  async unreachable(tenantId: string, userId: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { reachable: false } });
  }

  /** Those whom the bot may write to, among these object ids and UPNs (lower case); undefined: among all. */
  reachable(tenantId: string, among: readonly string[] | undefined): Promise<Person[]> {
    const named = among && { $or: [{ userId: { $in: among } }, { upn: { $in: among } }] };
    return this.#people.find(
      tenantId,
      { ...named, reachable: true, reference: { $exists: true } },
      { sort: { userId: 1 }, limit: MOST_REACHED },
    );
  }

  async openedClaim(person: Person, claim: string): Promise<void> {
    if (person.lastClaim === claim) return;
    await this.#people.updateOne(person.tenantId, { _id: person._id }, { $set: { lastClaim: claim } });
  }

  /** A page of everybody known here, by `userId`; `after`: the last one of the page before, empty for the first. */
  page(tenantId: string, after: string, limit: number): Promise<Person[]> {
    return this.#people.find(tenantId, { userId: { $gt: after } }, { sort: { userId: 1 }, limit });
  }

  /** Reminders off, or on again. */
  async setReminders(tenantId: string, userId: string, reminders: 'on' | 'off'): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { remindersOff: reminders === 'off' } });
  }

  /** No reminders before this day (`YYYY-MM-DD`, in their own calendar). */
  async snooze(tenantId: string, userId: string, until: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { snoozedUntil: until } });
  }

  /** Their personal chat is another one now. Not where a newer one has been kept since. */
  async moved(tenantId: string, userId: string, from: string, reference: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId, reference: from }, { $set: { reference } });
  }

  /** The tenant's own people, by the roster, who carry this display name; a guest's name is whatever they call themselves. */
  named(tenantId: string, name: string): Promise<Person[]> {
    return peopleNamed(this.#people, tenantId, name);
  }

  /** Names of people known here, by those owner keys that are addresses: an export may name its owners by UPN only. */
  namesOf(tenantId: string, ownerKeys: readonly string[]): Promise<Map<string, string>> {
    return namesOf(this.#people, tenantId, ownerKeys);
  }

  /** The people known here, by owner key (`peopleOf`). At most 1,000 keys. */
  ofKeys(tenantId: string, ownerKeys: readonly string[]): Promise<Map<string, Person[]>> {
    return peopleOf(this.#people, tenantId, ownerKeys);
  }

  /** The keys under which an association may name this person as its owner (`ownerKeysOf`). */
  async ownerKeys(person: Person): Promise<string[]> {
    return (await this.ownerKeysOf(person.tenantId, [person])).get(person.userId) ?? [];
  }

  /** The same of many, by `userId`. At most 1,000 people. */
  ownerKeysOf(tenantId: string, people: readonly Person[]): Promise<Map<string, string[]>> {
    return ownerKeysOf(this.#people, tenantId, people);
  }

  /** The tenants that somebody is known of. */
  tenants(): Promise<string[]> {
    return this.#people.tenants();
  }
}

function newPerson(tenantId: string, userId: string, name: string): PersonDoc {
  return {
    _id: `${tenantId}/${userId}`,
    tenantId,
    userId,
    name,
    nameKey: nameKey(name),
    guest: false,
    reachable: false,
  };
}

function omit<T extends object>(value: T, key: keyof T): Omit<T, typeof key> {
  const { [key]: _, ...rest } = value;
  return rest;
}
