/** Whom an announcement is for. Computed anew at each use, because claims and people change. */
import { claimKeysOf, customerKey } from '../claims/normalise.ts';
import { MOST_NAMED, type Owners } from '../claims/owners.ts';
import type { ClaimRepository } from '../claims/repository.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { hasBot, reachOf } from '../people/reach.ts';
import type { Filter } from '../storage/port.ts';
import type { Audience, AudienceCounts } from './announcement.ts';

const PAGE_SIZE = 200;

export interface AudiencesOptions {
  readonly people: People;
  readonly claims: ClaimRepository;
  readonly owners: Owners;
}

export class Audiences {
  readonly #options: AudiencesOptions;

  constructor(options: AudiencesOptions) {
    this.#options = options;
  }

  /** Its people who are known here, a page at a time, by `userId`. Everyone: whoever has or had the bot. */
  async *pages(tenantId: string, audience: Audience, after = ''): AsyncGenerator<readonly Person[]> {
    const { people } = this.#options;
    const keys = await this.#ownerKeys(tenantId, audience);
    for (let last = after; ; ) {
      const page = await people.listPage(tenantId, last, PAGE_SIZE);
      if (page.length > 0) yield keys === undefined ? page.filter(hasBot) : await this.#among(tenantId, page, keys);
      if (page.length < PAGE_SIZE) return;
      last = page.at(-1)?.userId ?? '';
    }
  }

  /** Its owners who are nobody's here, as the export calls them. None where it is everyone. */
  async unknownOwners(tenantId: string, audience: Audience): Promise<string[]> {
    const { people, owners } = this.#options;
    const keys = [...((await this.#ownerKeys(tenantId, audience)) ?? [])];
    const unknown: string[] = [];
    for (let at = 0; at < keys.length; at += PAGE_SIZE) {
      const some = keys.slice(at, at + PAGE_SIZE);
      const known = await people.findByOwnerKeys(tenantId, some);
      unknown.push(...some.filter((key) => !known.has(key)));
    }
    const named = await Promise.all(unknown.slice(0, MOST_NAMED).map((key) => owners.labelOf(tenantId, key)));
    return [...named, ...unknown.slice(MOST_NAMED)];
  }

  /** Whom it would reach now. */
  async counts(tenantId: string, audience: Audience): Promise<AudienceCounts> {
    let [people, remindersOff] = [0, 0];
    const unreached: { name: string; reach: 'never installed' | 'blocked' }[] = [];
    for await (const page of this.pages(tenantId, audience))
      for (const person of page) {
        const reach = reachOf(person);
        if (reach !== 'reachable') unreached.push({ name: person.name, reach });
        else if (person.remindersOff) remindersOff++;
        else people++;
      }
    const unknown = await this.unknownOwners(tenantId, audience);
    unreached.push(...unknown.map((name) => ({ name, reach: 'never installed' as const })));
    return { people, remindersOff, unreached: unreached.slice(0, MOST_NAMED), unreachedInAll: unreached.length };
  }

  /**
   * The audience as the claims have it: a customer by their name, also where one of their claim IDs was given.
   * Undefined where there is no claim of it.
   */
  async resolve(tenantId: string, audience: Audience): Promise<Audience | undefined> {
    const { kind } = audience;
    if (kind === 'everyone') return audience;
    const { claims } = this.#options;
    const [first] = await claims.find(tenantId, claimsOf(audience), 1);
    if (first === undefined || kind === 'program') return first && audience;
    return customerKey(first.customerName) === '' ? audience : { kind, name: first.customerName };
  }

  /** Whether somebody who cannot be reached has or had the bot. */
  async hadBot(tenantId: string, userId: string): Promise<boolean> {
    const person = await this.#options.people.get(tenantId, userId);
    return person !== undefined && hasBot(person);
  }

  /** Undefined where the audience does not go by owners. */
  async #ownerKeys(tenantId: string, audience: Audience): Promise<ReadonlySet<string> | undefined> {
    if (audience.kind === 'everyone') return undefined;
    return this.#options.claims.ownerKeys(tenantId, claimsOf(audience));
  }

  async #among(tenantId: string, page: readonly Person[], keys: ReadonlySet<string>): Promise<Person[]> {
    const own = await this.#options.people.ownerKeysOf(tenantId, page);
    return page.filter(({ userId }) => own.get(userId)?.some((key) => keys.has(key)));
  }
}

/** A customer by their name, or by the ID of a claim. A claim without a customer's name stands for itself. */
function claimsOf({ kind, name = '' }: Audience): Filter {
  if (kind === 'program') return { program: name };
  const customer = customerKey(name);
  return { $or: [...(customer === '' ? [] : [{ customerKey: customer }]), { claimKey: { $in: claimKeysOf(name) } }] };
}
