/** Who is who: one record for each person of a tenant, kept from what the channel and the roster say. */
import type { Language } from '../language/language.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Update } from '../storage/port.ts';
import { unlessAway } from '../storage/unless-away.ts';
import { DAY_MS } from '../time/units.ts';
import { type Reading, takeAddresses } from './addresses.ts';
import { ConfirmedNames } from './confirmed-names.ts';
import { nameKey } from './owner-key.ts';
import {
  findPeopleByName,
  findPeopleByOwnerKeys,
  findPeopleCalled,
  namesByOwnerKey,
  ownerKeysOf,
  type PersonDoc,
} from './owner-lookup.ts';
import type { Person } from './person.ts';
import { type RosterEntry, rosterFacts } from './roster.ts';

/** In a large tenant: each has an account, an address and a name of their own, nearly. */
const MANY_PEOPLE = 100_000;

export const PEOPLE: CollectionSpec = {
  name: 'people',
  indexes: [
    { fields: ['userId'], unique: true },
    { fields: ['accountId'], values: MANY_PEOPLE },
    { fields: ['upn'], values: MANY_PEOPLE },
    { fields: ['email'], values: MANY_PEOPLE },
    { fields: ['nameKey'], values: MANY_PEOPLE },
  ],
};

/** What an activity says of the person who sent it. */
export interface Sighting {
  readonly tenantId: string;
  readonly userId: string;
  /** The channel's own id, where the directory's came with it. */
  readonly accountId?: string;
  readonly name: string;
  readonly locale?: string;
  readonly timeZone?: string;
  /** Only from a personal conversation. */
  readonly reference?: string;
  /** For a reference that may be of another chat: whether it is of theirs, by the one that is kept. */
  readonly isOwnChat?: (kept: string | undefined) => boolean;
}

const MOST_REACHED = 500;
const ROSTER_AGE_MS = DAY_MS;

export class People {
  /** Whom the names of owners mean. */
  readonly confirmedNames: ConfirmedNames;
  readonly #people: Collection<PersonDoc>;

  constructor(store: DocStore) {
    this.confirmedNames = new ConfirmedNames(store);
    this.#people = store.collection<PersonDoc>(PEOPLE);
  }

  get(tenantId: string, userId: string): Promise<Person | undefined> {
    return this.#people.findOne(tenantId, { userId });
  }

  /** Whose account of the channel that is; undefined where nobody's is known, or it is not told apart. */
  async byAccount(tenantId: string, accountId: string): Promise<Person | undefined> {
    const [person, another] = await this.#people.find(tenantId, { accountId }, { limit: 2 });
    return another === undefined ? person : undefined;
  }

  /**
   * Keeps what an activity says. A message from a personal chat makes the person reachable again.
   * @param read the record as it was just read, null where there is none; read here where it is not given
   */
  async recordSighting(sighting: Sighting, read?: Person | null): Promise<Person> {
    const { tenantId, userId, accountId, name, locale, timeZone, isOwnChat } = sighting;
    const known = read === undefined ? await this.get(tenantId, userId) : (read ?? undefined);
    const reference = isOwnChat?.(known?.reference) === false ? undefined : sighting.reference;
    const changed = {
      // The roster's name is better than the activity's, which is kept only until the roster is read.
      ...(known?.rosterAt === undefined && known?.name !== name && { name, nameKey: nameKey(name) }),
      ...(accountId !== undefined && known?.accountId !== accountId && { accountId }),
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

  /** Whether the roster is to be read again for this person. */
  rosterIsOld(person: Person, realTime: Date): boolean {
    return person.rosterAt === undefined || realTime.getTime() - Date.parse(person.rosterAt) >= ROSTER_AGE_MS;
  }

  /** @param askedAt real time at which the roster was asked: of two readings the later one is right */
  async recordRosterEntry(person: Person, entry: RosterEntry, askedAt: Date): Promise<Person> {
    const { tenantId, userId, _id, lostUpn } = person;
    const facts = rosterFacts(tenantId, entry);
    const rosterAt = askedAt.toISOString();
    const freshSince = new Date(askedAt.getTime() - ROSTER_AGE_MS).toISOString();
    const reading: Reading = { ...facts, tenantId, userId, rosterAt, ...(lostUpn !== undefined && { lostUpn }) };
    const theirs = await takeAddresses(this.#people, reading, freshSince);
    const set = { name: facts.name, nameKey: nameKey(facts.name), rosterAt, guest: facts.guest };
    const keep = (addresses: typeof theirs): Promise<Person | undefined> =>
      this.#people.findOneAndUpdate(tenantId, { _id }, addressUpdate(set, facts, addresses));
    const kept = (await keep(theirs)) ?? person;
    const still = await takeAddresses(this.#people, { ...reading, ...theirs }, freshSince);
    const isSame = still.upn === theirs.upn && still.email === theirs.email;
    return isSame ? kept : ((await keep(still)) ?? kept);
  }

  /** Whether they are to be welcomed now: true for one caller only, once. */
  async recordWelcome({ tenantId, userId }: Person): Promise<boolean> {
    const notYet = { userId, welcomed: { $exists: false } };
    return (await this.#people.updateOne(tenantId, notYet, { $set: { welcomed: true } })) === 1;
  }

  /** After an uninstall or a block: nothing is sent to them from now on; their data stays. */
  async markUnreachable(tenantId: string, userId: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { reachable: false } });
  }

  /** Those whom the bot may write to, among these object ids and UPNs (lower case); undefined: among all. At most 500. */
  findReachable(tenantId: string, among: readonly string[] | undefined): Promise<Person[]> {
    const named = among && namedBy(among);
    return this.#people.find(
      tenantId,
      { ...named, reachable: true, reference: { $exists: true } },
      { sort: { userId: 1 }, limit: MOST_REACHED },
    );
  }

  /** Those of these object ids and UPNs (lower case) that somebody known here is. */
  async knownAmong(tenantId: string, entries: readonly string[]): Promise<string[]> {
    const known = await this.#people.find(tenantId, namedBy(entries), { limit: MOST_REACHED });
    const names = new Set(
      known.flatMap(({ userId, upn }) => [userId.toLowerCase(), ...(upn === undefined ? [] : [upn])]),
    );
    return entries.filter((entry) => names.has(entry));
  }

  /** @param claim its `_id`: it is proposed for the person's next file */
  async recordOpenedClaim(person: Person, claim: string): Promise<void> {
    if (person.lastClaim === claim) return;
    // Only a proposal hangs on it: where nothing can be written, the claim is shown all the same.
    await unlessAway(this.#people.updateOne(person.tenantId, { _id: person._id }, { $set: { lastClaim: claim } }));
  }

  /** A page of everybody known here, by `userId`. @param after the last `userId` of the page before; empty for the first page */
  listPage(tenantId: string, after: string, limit: number): Promise<Person[]> {
    return this.#people.find(tenantId, { userId: { $gt: after } }, { sort: { userId: 1 }, limit });
  }

  /** Reminders off, or on again. */
  async setReminders(tenantId: string, userId: string, reminders: 'on' | 'off'): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { remindersOff: reminders === 'off' } });
  }

  /** What they are spoken to in. @param language undefined: that of their client */
  async setLanguage(tenantId: string, userId: string, language: Language | undefined): Promise<void> {
    const change = language === undefined ? { $unset: { language: true as const } } : { $set: { language } };
    await this.#people.updateOne(tenantId, { userId }, change);
  }

  /** No reminders before this day (`YYYY-MM-DD`, in their own calendar). */
  async snooze(tenantId: string, userId: string, until: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId }, { $set: { snoozedUntil: until } });
  }

  /** Their personal chat is another one now. It changes nothing where a newer reference has been kept meanwhile. */
  async replaceReference(tenantId: string, userId: string, from: string, reference: string): Promise<void> {
    await this.#people.updateOne(tenantId, { userId, reference: from }, { $set: { reference } });
  }

  /** The tenant's own people, by the roster, who carry one of these display names (keys); guests are not among them. At most 1,000. */
  findByName(tenantId: string, nameKeys: readonly string[]): Promise<Person[]> {
    return findPeopleByName(this.#people, tenantId, nameKeys);
  }

  /** As `findByName`, for names as people write them, of which the last words may be missing. */
  findCalled(tenantId: string, names: readonly string[]): Promise<Person[]> {
    return findPeopleCalled(this.#people, tenantId, names);
  }

  /** What people known here are called, by owner key: an export may name its owners by UPN only. */
  namesByOwnerKey(tenantId: string, ownerKeys: readonly string[]): Promise<Map<string, string>> {
    return namesByOwnerKey(this.#people, this.confirmedNames, tenantId, ownerKeys);
  }

  /** The people known here, by owner key. A key that nobody carries is not in it. At most 1,000 keys. */
  findByOwnerKeys(tenantId: string, ownerKeys: readonly string[]): Promise<Map<string, Person[]>> {
    return findPeopleByOwnerKeys(this.#people, this.confirmedNames, tenantId, ownerKeys);
  }

  /** The keys under which a claim may name this person as its owner (`ownerKeysOf`). */
  async ownerKeys(person: Person): Promise<string[]> {
    return (await this.ownerKeysOf(person.tenantId, [person])).get(person.userId) ?? [];
  }

  /** The same of many, by `userId`. At most 1,000 people. */
  ownerKeysOf(tenantId: string, people: readonly Person[]): Promise<Map<string, string[]>> {
    return ownerKeysOf(this.confirmedNames, tenantId, people);
  }

  /** The tenants of the people known here. */
  tenants(): Promise<string[]> {
    return this.#people.tenants();
  }
}

/** @param entries object ids and UPNs, lower case */
function namedBy(entries: readonly string[]): Filter {
  return { $or: [{ userId: { $in: entries } }, { upn: { $in: entries } }] };
}

/** Somebody of whom nothing is known but what an activity says: without a roster's word they own nothing, and are shown nothing of anybody. */
export function strangerOf({ tenantId, userId, name, locale, timeZone, reference }: Sighting): Person {
  return {
    ...newPerson(tenantId, userId, name),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
    ...(reference !== undefined && { reference, reachable: true }),
  };
}

/** What the roster does not tell any more, or tells of somebody else, goes. */
function addressUpdate(set: object, told: Pick<Person, 'upn'>, { upn, email }: Pick<Person, 'upn' | 'email'>): Update {
  const lostUpn = upn === undefined ? told.upn : undefined;
  const fields = { upn, email, lostUpn };
  const gone = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [[name, true] as const] : []));
  return {
    $set: { ...set, ...(upn && { upn }), ...(email && { email }), ...(lostUpn && { lostUpn }) },
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone) }),
  };
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
