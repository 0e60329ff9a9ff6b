/** Owners whom an export names by name alone: who may be meant, and the lead's word for it. The use cases, with their rights. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { ForbiddenError, UserError } from '../errors.ts';
import { isNameKey, nameKey, nameOf } from '../people/owner-key.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Clock } from '../time/clock.ts';
import type { ClaimChanges } from './changes.ts';
import { openCountOf } from './owners.ts';
import type { ClaimRepository } from './repository.ts';

/** A name that owns open claims, and nobody said yet whose it is. */
export interface NamedOwner {
  readonly nameKey: string;
  /** The people of that name, as far as they are known here. */
  readonly people: readonly Person[];
  /** Open claims. */
  readonly open: number;
}

export interface NamedOwnersOptions {
  readonly claims: ClaimRepository;
  readonly people: People;
  readonly rights: Rights;
  readonly changes: ClaimChanges;
  readonly realTime: Clock;
}

/** Whether claims are under somebody's name, and nobody said yet whose it is. */
export async function hasNamesake(claims: ClaimRepository, people: People, person: Person): Promise<boolean> {
  const { tenantId, name, guest, rosterAt } = person;
  const key = nameKey(name);
  if (guest || rosterAt === undefined || (await people.confirmedNames.bearersOf(tenantId, [key])).has(key))
    return false;
  return (await claims.count(tenantId, { 'owner.key': key })) > 0;
}

/** As many keys as a look-up of people takes. */
const AT_ONCE = 500;

export class NamedOwners {
  readonly #options: NamedOwnersOptions;

  constructor(options: NamedOwnersOptions) {
    this.#options = options;
  }

  /** Those with the most open claims first, among them first those of whom somebody is known here. @throws ForbiddenError */
  async unconfirmed(lead: Person): Promise<NamedOwner[]> {
    this.#assertLead(lead);
    const { tenantId } = lead;
    const { claims, people } = this.#options;
    const open = await claims.countOpenByOwner(tenantId, {});
    const names = [...open.keys()].filter(isNameKey);
    const found: NamedOwner[] = [];
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = names.slice(at, at + AT_ONCE);
      const confirmed = await people.confirmedNames.bearersOf(tenantId, some);
      const bearers = Map.groupBy(await people.findByName(tenantId, some), ({ name }) => nameKey(name));
      for (const key of some) {
        if (confirmed.has(key)) continue;
        const counts = open.get(key);
        found.push({
          nameKey: key,
          people: bearers.get(nameKey(nameOf(key))) ?? [],
          open: counts === undefined ? 0 : openCountOf(counts),
        });
      }
      await nextTick();
    }
    return found.sort((a, b) => Math.sign(b.people.length) - Math.sign(a.people.length) || b.open - a.open);
  }

  /**
   * From now on claims under this name are that person's. The same press again changes nothing.
   * @throws ForbiddenError, UserError where the person is not known by that name, or where the name means somebody else
   */
  async confirm(lead: Person, name: string, userId: string, key: string): Promise<Person> {
    this.#assertLead(lead);
    const { people, realTime } = this.#options;
    const meant = (await people.findByName(lead.tenantId, [name])).find((one) => one.userId === userId);
    if (meant === undefined) throw new UserError('claim.name-of-nobody');
    const confirmation = { by: lead.userId, at: realTime(), key: `confirm/${userId}/${key}` };
    if (!(await people.confirmedNames.confirm(lead.tenantId, name, userId, confirmation)))
      throw new UserError('claim.name-of-another');
    await this.#options.changes.publish(lead.tenantId, [name]);
    return meant;
  }

  /** The name alone proposes again. @throws ForbiddenError */
  async withdraw(lead: Person, name: string, userId: string, key: string): Promise<void> {
    this.#assertLead(lead);
    const { people, realTime, changes } = this.#options;
    const confirmation = { by: lead.userId, at: realTime(), key: `withdraw/${key}` };
    await people.confirmedNames.withdraw(lead.tenantId, name, userId, confirmation);
    await changes.publish(lead.tenantId, [name]);
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('claim.leads-confirm');
  }
}
