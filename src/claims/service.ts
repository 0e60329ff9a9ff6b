/** The use cases on claims, with their rights. Knows neither Teams nor HTTP. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { ForbiddenError } from '../errors.ts';
import { possibleIdsIn } from '../format/subjects.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import {
  type Access,
  accessOf,
  assertMayChange,
  defaultOwner,
  maySeeClaim,
  mayWithdraw,
  type OwnerNames,
  ownerFilter,
  owns,
  visibleClaim,
} from './access.ts';
import { type Assignee, assigneeOf, peopleNamedIn } from './assignee.ts';
import type { ClaimChanges } from './changes.ts';
import type { Claim, ClaimEvent, ClaimOwner, ClaimPatch, PoeCheck, PoeRecord } from './claim.ts';
import { type ClaimTable, type ClaimTableQuery, claimTable } from './claim-table.ts';
import { withEvent } from './events.ts';
import type { Facets } from './facets.ts';
import { customersNamedIn, type NamedCustomers } from './named-customers.ts';
import { hasNamesake } from './named-owners.ts';
import { directoryIdSpellings, searchText } from './normalise.ts';
import { OPEN_CLAIMS, type OpenClaims, type OpenClaimsQuery, openClaimsPage } from './open-claims.ts';
import { type OwnerChoice, ownersToChoose } from './owner-choices.ts';
import { assertReasonFits } from './reasons.ts';
import type { ChangeOutcome, ClaimRepository } from './repository.ts';
import {
  addPoe,
  type FiledDocument,
  isFiledAs,
  pickWorkloads,
  type WorkloadAction,
  type WorkloadChange,
  withdrawPoe,
  workloadChange,
} from './rules.ts';
import { scopesOf } from './scopes.ts';
import { claimsLike } from './search.ts';
import { claimWritten, keysOfWritten } from './written-ids.ts';

const MOST_OF_A_CUSTOMER = 20;

/** How a name is found within a customer's: at the beginning of a word, or as whole words. */
export type NameMatch = 'begins' | 'whole words';

/** The people whom a lead may mean by a name: nothing was changed. */
export interface ProposedOwners {
  readonly kind: 'proposed';
  readonly claim: Claim;
  readonly people: readonly Person[];
}

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

  /** Whose claims a list shows where nobody says. */
  defaultOwner(person: Person): 'mine' | 'all' {
    return defaultOwner({ lead: this.#rights.isLead(person) });
  }

  /** What the owners of these are called. */
  ownerNames(person: Person, claims: readonly Claim[]): Promise<OwnerNames> {
    return this.#people.namesByOwnerKey(person.tenantId, [
      ...new Set(claims.flatMap(({ owner }) => (owner ? [owner.key] : []))),
    ]);
  }

  /** The same, but for the person's own, who is called "you" to them: most lists hold nobody else's. */
  namesOfOthers(person: Person, access: Access, claims: readonly Claim[]): Promise<OwnerNames> {
    return this.ownerNames(
      person,
      claims.filter((claim) => !owns(access, claim)),
    );
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
    const page = await openClaimsPage(this.#claims, person.tenantId, access, query);
    const namesake =
      page.total === 0 && query.owner === 'mine' && (await hasNamesake(this.#claims, this.#people, person));
    return { ...page, access, namesake, names: await this.namesOfOthers(person, access, page.rows) };
  }

  /** A window of all claims within the person's rights. */
  async table(person: Person, query: ClaimTableQuery): Promise<ClaimTable> {
    const access = await this.access(person);
    const table = await claimTable(this.#claims, person.tenantId, access, query);
    return { ...table, access, names: await this.ownerNames(person, table.rows) };
  }

  /** The owners with the most open claims, for a lead to choose from; for everybody else none. */
  async ownersToChoose(person: Person): Promise<OwnerChoice[]> {
    return this.#rights.isLead(person) ? ownersToChoose(this.#claims, this.#people, person.tenantId) : [];
  }

  /** The person's own open claims, the most urgent first. A lead gets their own as well, not everybody's. */
  async openOnes(person: Person, limit: number): Promise<Claim[]> {
    const filter = { ...OPEN_CLAIMS, ...ownerFilter(await this.access(person), 'mine') };
    return this.#claims.list(person.tenantId, filter, 0, limit);
  }

  /** Whether there is any claim that the person may see. */
  async seesAny(person: Person): Promise<boolean> {
    return (await this.#claims.count(person.tenantId, {}, scopesOf(await this.access(person), 'all'))) > 0;
  }

  /** @throws NotFoundError when it is not there or not theirs to see */
  async open(person: Person, id: string): Promise<Claim> {
    const claim = await this.#claims.byId(person.tenantId, id);
    return this.#opened(person, visibleClaim(await this.access(person), claim));
  }

  /** As `open`, but not as a claim to work on: also one that was removed, for leads. @throws NotFoundError as `open` */
  async read(person: Person, id: string): Promise<Claim> {
    const access = await this.access(person);
    const claim = await this.#claims.byId(person.tenantId, id);
    return claim?.removed !== undefined && access.lead ? claim : visibleClaim(access, claim);
  }

  /** @throws NotFoundError as `open` */
  async openByClaimId(person: Person, claimId: string): Promise<Claim> {
    const claim = await this.#claims.byClaimId(person.tenantId, claimId);
    return this.#opened(person, visibleClaim(await this.access(person), claim, claimId.trim()));
  }

  async #opened(person: Person, claim: Claim): Promise<Claim> {
    await this.#people.recordOpenedClaim(person, claim._id);
    return claim;
  }

  /** The claims with these claim IDs that the person may see, in their order. An ID that is written just so is meant before one that only looks so. */
  async findVisible(person: Person, claimIds: readonly string[]): Promise<Claim[]> {
    const access = await this.access(person);
    const found = await this.#claims.byClaimKeys(person.tenantId, keysOfWritten(claimIds));
    const visible = found.filter((claim) => maySeeClaim(access, claim));
    return [...new Set(claimIds.flatMap((claimId) => claimWritten(claimId, visible) ?? []))];
  }

  /** Those of these records (`_id`) that the person may see. */
  async findVisibleRecords(person: Person, ids: readonly string[]): Promise<Claim[]> {
    const access = await this.access(person);
    const found = await Promise.all(ids.map((id) => this.#claims.byId(person.tenantId, id)));
    return found.filter((claim) => claim !== undefined).filter((claim) => maySeeClaim(access, claim));
  }

  /** Claims within the person's rights whose searchable text holds one of the words, the most urgent first. */
  async searchVisible(person: Person, words: readonly string[], limit: number): Promise<Claim[]> {
    const access = await this.access(person);
    const found = new Map<string, Claim>();
    for (const word of words) {
      // The embedded store searches without a pause: others get their turns in between.
      await nextTick();
      const filter = { contains: searchText([word]) };
      const scopes = scopesOf(access, 'all');
      for (const claim of await this.#claims.list(person.tenantId, filter, 0, limit, scopes))
        found.set(claim._id, claim);
    }
    return [...found.values()];
  }

  /** Claims within the person's rights of customers with one of these directory (tenant) IDs, 32 hexadecimal digits each. */
  async ofDirectories(person: Person, directoryIds: readonly string[]): Promise<Claim[]> {
    if (directoryIds.length === 0) return [];
    const filter = {
      ...ownerFilter(await this.access(person), 'all'),
      customerTenantId: { $in: directoryIds.flatMap(directoryIdSpellings) },
    };
    return this.#claims.list(person.tenantId, filter, 0, MOST_OF_A_CUSTOMER);
  }

  /** Claims within the person's rights that a text names: by their ID first, then by the beginning of it or of the customer, then by any part. */
  async like(person: Person, text: string, limit: number): Promise<Claim[]> {
    return claimsLike(this.#claims, person.tenantId, await this.access(person), text, limit);
  }

  /**
   * Claims within the person's rights of customers called so. A search finds any part of a name, but a customer is called by whole
   * words or their beginnings: "rate" does not name Corporate Ltd.
   */
  async ofCustomer(person: Person, name: string, how: NameMatch): Promise<Claim[]> {
    const found = await this.searchVisible(person, [name], MOST_OF_A_CUSTOMER);
    const wanted = ` ${searchText([name])}${how === 'whole words' ? ' ' : ''}`;
    return found.filter((one) => ` ${searchText([one.customerName])} `.includes(wanted));
  }

  /** The customers within the person's rights whom a message names amid other words. @param words those of it that are no words of the bot's */
  async customersNamedIn(
    person: Person,
    message: string,
    words: readonly string[],
  ): Promise<NamedCustomers | undefined> {
    return customersNamedIn(message, words, (part) => this.searchVisible(person, [part], MOST_OF_A_CUSTOMER));
  }

  /** Whether the person may see a claim of a customer whose name begins so, or one with this ID. */
  async knowsCustomer(person: Person, name: string): Promise<boolean> {
    const [claim] = await this.findVisible(person, [name]);
    return claim !== undefined || (await this.ofCustomer(person, name, 'begins')).length > 0;
  }

  /** Whether a claim holds POE from this draft. Checks no rights, and says nothing else of the claim. */
  async hasPoeFrom(tenantId: string, id: string, draft: string): Promise<boolean> {
    const claim = await this.#claims.byId(tenantId, id);
    return claim?.workloads.some(({ poe }) => poe.some((record) => record.draft === draft)) ?? false;
  }

  /**
   * Marks one workload.
   * @param key one-time key of the card that was pressed
   * @param at campaign clock
   * @throws NotFoundError, ForbiddenError
   */
  async mark(
    person: Person,
    id: string,
    workload: string,
    action: WorkloadAction,
    key: string,
    at: Date,
  ): Promise<ChangeOutcome> {
    const change = workloadChange(action, workload, { at: at.toISOString(), by: person.name });
    return this.#changeWorkloads(person, id, `${key}/${action}/${workload}`, change, (claim) =>
      withEvent(claim, action, person, at, pickWorkloads(claim, [workload])[0]?.name),
    );
  }

  /**
   * Files documents for workloads (keys), all in one write under the draft's id as the one-time key.
   * @param checks by the keys of the workloads
   * @throws NotFoundError, ForbiddenError
   */
  async filePoe(
    person: Person,
    id: string,
    workloads: readonly string[],
    files: readonly PoeRecord[],
    draft: string,
    checks?: ReadonlyMap<string, PoeCheck>,
  ): Promise<ChangeOutcome> {
    return this.#changeWorkloads(person, id, `poe/${draft}`, addPoe(workloads, files, checks));
  }

  /**
   * Withdraws a document from workloads (keys): it stays in the record, and counts no more. For whoever filed it, and for leads.
   * @param key one-time key of the card that was pressed
   * @param at campaign clock
   * @throws NotFoundError, ForbiddenError; UserError where the reason is too long
   */
  async withdrawPoe(
    person: Person,
    id: string,
    document: FiledDocument,
    { workloads, reason }: { readonly workloads: readonly string[]; readonly reason: string },
    key: string,
    at: Date,
  ): Promise<ChangeOutcome> {
    assertReasonFits(reason);
    const access = await this.access(person);
    const by = { userId: person.userId, name: person.name };
    const change = withdrawPoe(workloads, document, { at: at.toISOString(), by, reason });
    return this.#write(person.tenantId, id, `${key}/withdraw`, (claim) => {
      const records = visibleClaim(access, claim).workloads.flatMap(({ poe }) => poe.filter(isFiledAs(document)));
      if (!records.every((record) => mayWithdraw(access, person, record)))
        throw new ForbiddenError('claim.poe-of-another');
      const changed = change(claim.workloads);
      return changed && { workloads: changed };
    });
  }

  /** Takes a claim without an owner. @param at campaign clock @throws NotFoundError when somebody else was faster */
  async take(person: Person, id: string, key: string, at: Date): Promise<ChangeOutcome> {
    const access = await this.access(person);
    const owner: ClaimOwner = { key: access.keys[0] ?? '', label: person.name };
    return this.#write(person.tenantId, id, `${key}/take`, (claim) => {
      visibleClaim(access, claim);
      if (claim.owner !== undefined || owner.key === '') return undefined;
      return { owner, history: withEvent(claim, 'take', person, at) };
    });
  }

  /** A lead gives a claim to somebody, by address or by a name; one that nobody confirmed gives it to nobody yet. @throws UserError */
  async assign(
    person: Person,
    claimId: string,
    to: string,
    key: string,
    at: Date,
  ): Promise<ChangeOutcome | ProposedOwners> {
    this.#assertMayAssign(person);
    const access = await this.access(person);
    const claim = visibleClaim(access, await this.#claims.byClaimId(person.tenantId, claimId), claimId);
    const assignee = await this.assignee(person, to);
    if ('proposed' in assignee) return { kind: 'proposed', claim, people: assignee.proposed };
    return this.give(person, claim._id, assignee.owner, key, at);
  }

  /** Whom a lead means by an address or a name, before anything is given to them. @throws ForbiddenError; UserError where nobody is called so */
  async assignee(person: Person, to: string): Promise<Assignee> {
    this.#assertMayAssign(person);
    return assigneeOf(this.#people, person.tenantId, to);
  }

  /** A lead gives a claim to somebody. @param at campaign clock @throws ForbiddenError, NotFoundError */
  async give(person: Person, id: string, owner: ClaimOwner, key: string, at: Date): Promise<ChangeOutcome> {
    this.#assertMayAssign(person);
    const access = await this.access(person);
    return this.#write(person.tenantId, id, `assign/${key}`, (claim) => {
      visibleClaim(access, claim);
      if (claim.owner?.key === owner.key) return undefined;
      return { owner, history: withEvent(claim, 'assign', person, at, owner.label) };
    });
  }

  #assertMayAssign(person: Person): void {
    if (!this.#rights.isLead(person)) throw new ForbiddenError('claim.leads-assign');
  }

  /** The claims that a lead's message names, and the people whom it names beside the lead. @param words those of it that are no words of the bot's */
  async namedForAssigning(
    person: Person,
    message: string,
    words: readonly string[],
  ): Promise<{ readonly claims: readonly Claim[]; readonly people: readonly Person[] }> {
    this.#assertMayAssign(person);
    const named = await this.findVisible(person, possibleIdsIn(message));
    const claims = named.length > 0 ? named : ((await this.customersNamedIn(person, message, words))?.claims ?? []);
    const people = await peopleNamedIn(this.#people, person.tenantId, message, words);
    return { claims, people: people.filter(({ userId }) => userId !== person.userId) };
  }

  /** @param history with this change, where the workloads do not keep who did what */
  async #changeWorkloads(
    person: Person,
    id: string,
    key: string,
    change: WorkloadChange,
    history?: (claim: Claim) => readonly ClaimEvent[],
  ): Promise<ChangeOutcome> {
    const access = await this.access(person);
    visibleClaim(access, await this.#claims.byId(person.tenantId, id));
    return this.#write(person.tenantId, id, key, (claim) => {
      // Rights are those of the record that is about to change, not of one read before.
      assertMayChange(access, visibleClaim(access, claim));
      const workloads = change(claim.workloads);
      return workloads && { workloads, ...(history && { history: history(claim) }) };
    });
  }

  /** Writes a change and publishes it. */
  async #write(
    tenantId: string,
    id: string,
    key: string,
    decide: (claim: Claim) => ClaimPatch | undefined,
  ): Promise<ChangeOutcome> {
    const owners = new Set<string>();
    const outcome = await this.#claims.change(tenantId, id, key, (claim) => {
      owners.clear();
      if (claim.owner !== undefined) owners.add(claim.owner.key);
      const patch = decide(claim);
      return patch && { ...patch, worked: true };
    });
    if (outcome.kind !== 'changed') return outcome;
    const { owner } = outcome.claim;
    if (owner !== undefined) owners.add(owner.key);
    await this.#changes.publish(tenantId, [...owners]);
    return outcome;
  }
}
