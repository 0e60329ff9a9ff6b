/** The owners of open claims: people known here, and owners whom an export names and who are not known here. */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Campaign } from '../campaign/campaign.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { type Reach, reachOf } from '../people/reach.ts';
import { RANK, type Rank } from './claim.ts';
import { inCampaign } from './open-claims.ts';
import type { ClaimRepository, OpenCounts } from './repository.ts';

/** An owner of open claims. */
export interface Owner {
  /** The person's `userId`, or the owner key of somebody who is not known here. */
  readonly id: string;
  /** As known here, else the owner key; `labelOf` gives the export's words for it. */
  readonly name: string;
  readonly person?: Person;
  readonly reach: Reach;
  readonly open: OpenCounts;
  /** Under which the claims are theirs. */
  readonly keys: readonly string[];
}

/** A card has no room for more names (28 KB), and nobody reads more. */
export const MOST_NAMED = 50;
const AT_ONCE = 500;
const NOTHING: OpenCounts = { toCollect: 0, toUpload: 0 };

export class Owners {
  readonly #claims: ClaimRepository;
  readonly #people: People;

  constructor(claims: ClaimRepository, people: People) {
    this.#claims = claims;
    this.#people = people;
  }

  /** The counts of a campaign's open claims of each of these people, in their order. At most 300 people. */
  async openOf(tenantId: string, campaign: Campaign, people: readonly Person[]): Promise<OpenCounts[]> {
    const keys = await this.#people.ownerKeysOf(tenantId, people);
    const open = await this.#claims.countOpenByOwner(tenantId, inCampaign(campaign), [
      ...new Set([...keys.values()].flat()),
    ]);
    return people.map(({ userId }) => sum((keys.get(userId) ?? []).map((key) => open.get(key) ?? NOTHING)));
  }

  /** All owners of a campaign's open claims, those with the most first. It reads all of them: use it for a report, not for each send. */
  async all(tenantId: string, campaign: Campaign): Promise<Owner[]> {
    const byKey = await this.#claims.countOpenByOwner(tenantId, inCampaign(campaign));
    const keys = [...byKey.keys()];
    const known = new Map<string, { person: Person; open: OpenCounts[]; keys: string[] }>();
    const unknown: Owner[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const some = keys.slice(at, at + AT_ONCE);
      const people = await this.#people.findByOwnerKeys(tenantId, some);
      for (const key of some) {
        const open = byKey.get(key) ?? NOTHING;
        const owners = people.get(key) ?? [];
        if (owners.length === 0) unknown.push({ id: key, name: key, reach: 'never installed', open, keys: [key] });
        for (const person of owners) {
          const entry = known.get(person.userId) ?? { person, open: [], keys: [] };
          entry.open.push(open);
          entry.keys.push(key);
          known.set(person.userId, entry);
        }
      }
      await nextTick();
    }
    const people = [...known.values()].map(
      ({ person, open, keys: own }): Owner => ({
        id: person.userId,
        name: person.name,
        person,
        reach: reachOf(person),
        open: sum(open),
        keys: own,
      }),
    );
    return [...people, ...unknown].sort(mostOpenFirst);
  }

  /** What the export calls an owner who is not known here. */
  async labelOf(tenantId: string, key: string): Promise<string> {
    const [claim] = await this.#claims.find(tenantId, { 'owner.key': key }, 1);
    return claim?.owner?.label ?? key;
  }

  /** Open claims of a campaign that nobody owns. */
  async unowned(tenantId: string, campaign: Campaign): Promise<OpenCounts> {
    const count = (rank: Rank): Promise<number> =>
      this.#claims.count(tenantId, { ...inCampaign(campaign), rank, 'owner.key': { $exists: false } });
    const [toCollect, toUpload] = await Promise.all([count(RANK.toCollect), count(RANK.toUpload)]);
    return { toCollect, toUpload };
  }
}

export function openCountOf({ toCollect, toUpload }: OpenCounts): number {
  return toCollect + toUpload;
}

function sum(several: readonly OpenCounts[]): OpenCounts {
  return several.reduce(
    (a, b) => ({ toCollect: a.toCollect + b.toCollect, toUpload: a.toUpload + b.toUpload }),
    NOTHING,
  );
}

function mostOpenFirst(a: Owner, b: Owner): number {
  return openCountOf(b.open) - openCountOf(a.open) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
