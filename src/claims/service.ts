/** The use cases on associations, with their rights. Knows neither Teams nor HTTP. */
import { ForbiddenError, UserError } from '../errors.ts';
import { pageWithin } from '../paging.ts';
import { addressKey, nameKey } from '../people/owner-key.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Filter } from '../storage/port.ts';
import {
  type Access,
  accessOf,
  assertMayChange,
  maySeeClaim,
  type OwnerNames,
  ownerFilter,
  visible,
} from './access.ts';
import type { ClaimChanges } from './changes.ts';
import { type Claim, type ClaimOwner, type PoeRecord, RANK } from './claim.ts';
import type { Facets } from './facets.ts';
import { claimKey, searchText } from './normalise.ts';
import type { ChangeOutcome, ClaimRepository } from './repository.ts';
import { confirm, disengage, engage, unconfirm, type WorkloadChange } from './rules.ts';
import { claimsLike } from './search.ts';
import { claimTexts } from './texts.ts';

/** What a list is asked for; empty strings and undefined: not filtered. */
export interface OpenClaimsQuery {
  readonly program?: string | undefined;
  /** A workload's key. */
  readonly workload?: string | undefined;
  readonly owner: 'mine' | 'none' | 'all';
  readonly text?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export interface OpenClaims {
  readonly rows: readonly Claim[];
  readonly page: number;
  /** Claims with something to collect. */
  readonly toCollect: number;
  /** Claims with a file here that is not confirmed yet. */
  readonly toUpload: number;
  /** Claims in the list. */
  readonly total: number;
  /** Open claims without an owner; counted where nothing in the list is the person's. */
  readonly unowned: number;
  /** Whether the tenant has any association at all. */
  readonly anyImported: boolean;
  readonly access: Access;
  readonly names: OwnerNames;
}

const CUSTOMERS_LOOKED_AT = 20;

export type WorkloadAction = 'not-engaged' | 'engaged' | 'confirm' | 'unconfirm';

/** How a name is found within a customer's: at the beginning of a word, or as whole words. */
export type NameMatch = 'begins' | 'whole words';

export interface ClaimServiceOptions {
  readonly claims: ClaimRepository;
  readonly facets: Facets;
  readonly people: People;
  readonly rights: Rights;
  readonly changes: ClaimChanges;
}

export class ClaimService {
  readonly #claims: ClaimRepository;
  readonly #people: People;
  readonly #rights: Rights;
  readonly #changes: ClaimChanges;
  readonly facets: Facets;

  constructor({ claims, facets, people, rights, changes }: ClaimServiceOptions) {
    this.#claims = claims;
    this.facets = facets;
    this.#people = people;
    this.#rights = rights;
    this.#changes = changes;
  }

  access(person: Person): Promise<Access> {
    return accessOf(person, this.#people, this.#rights);
  }

  /** What the owners of these are called. */
  ownerNames(person: Person, claims: readonly Claim[]): Promise<OwnerNames> {
    return this.#people.namesOf(person.tenantId, [
      ...new Set(claims.flatMap(({ owner }) => (owner ? [owner.key] : []))),
    ]);
  }

  /** What the owner of one is called; empty where it has none. */
  async ownerName(person: Person, claim: Claim): Promise<string> {
    const { owner } = claim;
    if (owner === undefined) return '';
    return (await this.ownerNames(person, [claim])).get(owner.key) ?? owner.label;
  }

  /** The open claims within the person's rights, the most urgent first. A page past the end shows the last one. */
  async openClaims(person: Person, query: OpenClaimsQuery): Promise<OpenClaims> {
    const access = await this.access(person);
    const { tenantId } = person;
    const text = searchText([query.text ?? '']);
    const filter: Filter = {
      rank: { $lte: RANK.toUpload },
      ...ownerFilter(access, query.owner),
      ...(query.program && { program: query.program }),
      ...(query.workload && { openWorkloads: query.workload }),
      ...(text !== '' && { contains: text }),
    };
    const [toCollect, uploadOnly, both] = await Promise.all([
      this.#claims.count(tenantId, { ...filter, rank: RANK.toCollect }),
      this.#claims.count(tenantId, { ...filter, rank: RANK.toUpload }),
      this.#claims.count(tenantId, { ...filter, rank: RANK.toCollect, toUpload: { $gt: 0 } }),
    ]);
    const total = toCollect + uploadOnly;
    const page = pageWithin(query.page, total, query.pageSize);
    const rows = total === 0 ? [] : await this.#claims.list(tenantId, filter, page * query.pageSize, query.pageSize);
    const names = await this.ownerNames(person, rows);
    const unowned =
      total === 0 && query.owner === 'mine'
        ? await this.#claims.count(tenantId, { rank: { $lte: RANK.toUpload }, ...ownerFilter(access, 'none') })
        : 0;
    const anyImported = total > 0 || (await this.#claims.count(tenantId, {})) > 0;
    return { rows, page, toCollect, toUpload: uploadOnly + both, total, anyImported, unowned, access, names };
  }

  /** Whether there is any association that the person may see. */
  async seesAny(person: Person): Promise<boolean> {
    return (await this.#claims.count(person.tenantId, ownerFilter(await this.access(person), 'all'))) > 0;
  }

  /** @throws NotFoundError when it is not there or not theirs to see */
  async open(person: Person, id: string): Promise<Claim> {
    const claim = await this.#claims.byId(person.tenantId, id);
    return this.#opened(person, visible(await this.access(person), claim));
  }

  /** @throws NotFoundError as `open` */
  async openByClaimId(person: Person, claimId: string): Promise<Claim> {
    const claim = await this.#claims.byClaimId(person.tenantId, claimId);
    return this.#opened(person, visible(await this.access(person), claim, claimId.trim()));
  }

  /** For matching what a person wrote: the one with this claim ID, if they may see it. */
  async findVisible(person: Person, claimIds: readonly string[]): Promise<Claim[]> {
    const access = await this.access(person);
    const found = await this.#claims.byClaimKeys(person.tenantId, claimIds.map(claimKey));
    return found.filter((claim) => maySeeClaim(access, claim));
  }

  /** Whether an association holds POE from this draft; asks nobody's rights, tells nothing else. */
  async hasPoeFrom(tenantId: string, id: string, draft: string): Promise<boolean> {
    const claim = await this.#claims.byId(tenantId, id);
    return claim?.workloads.some(({ poe }) => poe.some((record) => record.draft === draft)) ?? false;
  }

  /** Those of these records that the person may see. */
  async visibleIds(person: Person, ids: readonly string[]): Promise<Claim[]> {
    const access = await this.access(person);
    const found = await Promise.all(ids.map((id) => this.#claims.byId(person.tenantId, id)));
    return found.filter((claim) => claim !== undefined && maySeeClaim(access, claim)) as Claim[];
  }

  /** Associations within the person's rights whose searchable text holds one of the words, the most urgent first. */
  async searchVisible(person: Person, words: readonly string[], limit: number): Promise<Claim[]> {
    const access = await this.access(person);
    const found = new Map<string, Claim>();
    for (const word of words) {
      const filter = { ...ownerFilter(access, 'all'), contains: searchText([word]) };
      for (const claim of await this.#claims.list(person.tenantId, filter, 0, limit)) found.set(claim._id, claim);
    }
    return [...found.values()];
  }

  /**
   * Claims within the person's rights of customers called so. Any part of a name is found; a customer is called by whole words or
   * their beginnings: "rate" is not Corporate Ltd.
   */
  async ofCustomer(person: Person, name: string, how: NameMatch): Promise<Claim[]> {
    const found = await this.searchVisible(person, [name], CUSTOMERS_LOOKED_AT);
    const wanted = ` ${searchText([name])}${how === 'whole words' ? ' ' : ''}`;
    return found.filter((one) => ` ${searchText([one.customerName])} `.includes(wanted));
  }

  /** Whether the person may see a claim of a customer whose name begins so, or one with this ID. */
  async knowsCustomer(person: Person, name: string): Promise<boolean> {
    const [claim] = await this.findVisible(person, [name]);
    return claim !== undefined || (await this.ofCustomer(person, name, 'begins')).length > 0;
  }

  /** Associations within the person's rights that a text names: by their ID first, then by its or the customer's beginning, then by any part. */
  async like(person: Person, text: string, limit: number): Promise<Claim[]> {
    return claimsLike(this.#claims, person.tenantId, await this.access(person), text, limit);
  }

  /** The person's own open ones, the most urgent first; of a lead, too, only their own. */
  async openOnes(person: Person, limit: number): Promise<Claim[]> {
    const filter: Filter = { rank: { $lte: RANK.toUpload }, ...ownerFilter(await this.access(person), 'mine') };
    return this.#claims.list(person.tenantId, filter, 0, limit);
  }

  async #opened(person: Person, claim: Claim): Promise<Claim> {
    await this.#people.openedClaim(person, claim._id);
    return claim;
  }

  /** Marks one workload. `key` is the card's one-time key. @throws NotFoundError, ForbiddenError */
  async mark(
    person: Person,
    id: string,
    workload: string,
    action: WorkloadAction,
    key: string,
    at: Date,
  ): Promise<ChangeOutcome> {
    const mark = { at: at.toISOString(), by: person.name };
    const changes: Record<WorkloadAction, WorkloadChange> = {
      'not-engaged': disengage(workload, mark),
      engaged: engage(workload),
      confirm: confirm(workload, mark),
      unconfirm: unconfirm(workload),
    };
    return this.#change(person, id, `${key}/${action}/${workload}`, (claim) => {
      const workloads = changes[action](claim.workloads);
      return workloads && { workloads };
    });
  }

  /** Takes an association without an owner. @throws NotFoundError when somebody else was faster */
  async take(person: Person, id: string, key: string): Promise<ChangeOutcome> {
    const access = await this.access(person);
    const owner: ClaimOwner = { key: access.keys[0] ?? '', label: person.name };
    return this.#write(person.tenantId, id, `${key}/take`, (claim) => {
      visible(access, claim);
      return claim.owner === undefined && owner.key !== '' ? { owner } : undefined;
    });
  }

  /** A lead gives an association to somebody, by address or by the name of somebody known here. @throws UserError */
  async assign(person: Person, claimId: string, to: string, key: string): Promise<ChangeOutcome> {
    const access = await this.access(person);
    if (!access.lead) throw new ForbiddenError(claimTexts.leadsAssign);
    const claim = visible(access, await this.#claims.byClaimId(person.tenantId, claimId), claimId);
    const owner = await this.#ownerNamed(person.tenantId, to);
    return this.#write(person.tenantId, claim._id, key, (current) =>
      current.owner?.key === owner.key ? undefined : { owner },
    );
  }

  async #ownerNamed(tenantId: string, to: string): Promise<ClaimOwner> {
    const known = to.includes('@') ? [] : await this.#people.named(tenantId, to);
    const [first, ...others] = known;
    if (to.includes('@')) return { key: addressKey(to), label: to };
    if (first === undefined) throw new UserError(claimTexts.unknownPerson(to));
    if (others.length > 0) throw new UserError(claimTexts.severalPeople);
    return { key: first.upn ? addressKey(first.upn) : nameKey(first.name), label: first.name };
  }

  /**
   * Files documents for workloads, all in one write under the draft's id as the one-time key. Newer POE is added, older kept, and the
   * workload is to upload again. Bytes that a workload has already are not added twice.
   * @throws NotFoundError, ForbiddenError
   */
  async filePoe(
    person: Person,
    id: string,
    workloads: readonly string[],
    files: readonly PoeRecord[],
    draft: string,
  ): Promise<ChangeOutcome> {
    return this.#change(person, id, `poe/${draft}`, (claim) => {
      const filed = claim.workloads.map((workload) => {
        if (!workloads.includes(workload.key)) return workload;
        const fresh = files.filter((file) => !workload.poe.some((poe) => poe.sha256 === file.sha256));
        if (fresh.length === 0) return workload;
        // What was confirmed was the file before this one; and whoever files is engaged.
        const { confirmed, notEngaged, ...rest } = workload;
        return { ...rest, poe: [...workload.poe, ...fresh] };
      });
      return filed.some((workload, i) => workload !== claim.workloads[i]) ? { workloads: filed } : undefined;
    });
  }

  async #change(
    person: Person,
    id: string,
    key: string,
    decide: (claim: Claim) => Partial<Claim> | undefined,
  ): Promise<ChangeOutcome> {
    const access = await this.access(person);
    visible(access, await this.#claims.byId(person.tenantId, id));
    return this.#write(person.tenantId, id, key, (claim) => {
      // Rights are those of the record that is about to change, not of one read before.
      assertMayChange(access, visible(access, claim));
      return decide(claim);
    });
  }

  /** The change, and word of it to whoever shows these claims. */
  async #write(
    tenantId: string,
    id: string,
    key: string,
    decide: (claim: Claim) => Partial<Claim> | undefined,
  ): Promise<ChangeOutcome> {
    const owners = new Set<string>();
    const outcome = await this.#claims.change(tenantId, id, key, (claim) => {
      owners.clear();
      if (claim.owner !== undefined) owners.add(claim.owner.key);
      return decide(claim);
    });
    if (outcome.kind !== 'changed') return outcome;
    const { owner } = outcome.claim;
    if (owner !== undefined) owners.add(owner.key);
    await this.#changes.raise(tenantId, [...owners]);
    return outcome;
  }
}
