/** Claims that a lead takes out of the campaign, and brings back. Nothing of their record is lost meanwhile: POE and marks stay, and tickets. */
import { ForbiddenError, NotFoundError } from '../errors.ts';
import { pageWithin } from '../paging.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Filter } from '../storage/port.ts';
import type { ClaimChanges } from './changes.ts';
import { type Claim, type ClaimPatch, RANK } from './claim.ts';
import { withEvent } from './events.ts';
import { assertReasonFits } from './reasons.ts';
import type { ChangeOutcome, ClaimRepository } from './repository.ts';

const REMOVED: Filter = { rank: RANK.removed };

export interface RemovedClaims {
  /** By customer. */
  readonly rows: readonly Claim[];
  readonly page: number;
  readonly total: number;
}

export interface ClaimRemovalsOptions {
  readonly claims: ClaimRepository;
  readonly rights: Rights;
  readonly changes: ClaimChanges;
}

export class ClaimRemovals {
  readonly #options: ClaimRemovalsOptions;

  constructor(options: ClaimRemovalsOptions) {
    this.#options = options;
  }

  /**
   * Takes a claim out of all lists, counts, reminders and searches. An import of it changes nothing until it is brought back.
   * @param key one-time key of the card that was pressed
   * @param at campaign clock
   * @throws ForbiddenError; UserError where the reason is too long
   */
  async remove(person: Person, id: string, reason: string, key: string, at: Date): Promise<ChangeOutcome> {
    this.#assertLead(person);
    assertReasonFits(reason);
    const by = { userId: person.userId, name: person.name };
    return this.#write(person.tenantId, id, `${key}/remove`, (claim) => {
      if (claim.removed !== undefined) return undefined;
      const history = withEvent(claim, 'remove', person, at, reason);
      return { removed: { at: at.toISOString(), by, reason }, history };
    });
  }

  /** It counts and is listed again, as it was. @param at campaign clock @throws ForbiddenError */
  async bringBack(person: Person, id: string, key: string, at: Date): Promise<ChangeOutcome> {
    this.#assertLead(person);
    return this.#write(
      person.tenantId,
      id,
      `${key}/bring-back`,
      (claim) => claim.removed && { removed: undefined, history: withEvent(claim, 'bring-back', person, at) },
    );
  }

  /** A claim that is not removed, to ask why it is to be. @throws ForbiddenError, NotFoundError */
  async removable(person: Person, id: string): Promise<Claim> {
    this.#assertLead(person);
    const claim = await this.#options.claims.byId(person.tenantId, id);
    if (claim === undefined || claim.removed !== undefined) throw new NotFoundError('claim.gone');
    return claim;
  }

  /** As `removable`, by its claim ID. */
  async removableByClaimId(person: Person, claimId: string): Promise<Claim> {
    this.#assertLead(person);
    const claim = await this.#options.claims.byClaimId(person.tenantId, claimId);
    if (claim === undefined || claim.removed !== undefined) throw new NotFoundError('claim.not-found', { claimId });
    return claim;
  }

  /** A removed claim by its record (`_id`), for a lead; undefined for everybody else. */
  async byId(person: Person, id: string): Promise<Claim | undefined> {
    if (!this.#options.rights.isLead(person)) return undefined;
    return removedOnly(await this.#options.claims.byId(person.tenantId, id));
  }

  /** As `byId`, by its claim ID. */
  async byClaimId(person: Person, claimId: string): Promise<Claim | undefined> {
    if (!this.#options.rights.isLead(person)) return undefined;
    return removedOnly(await this.#options.claims.byClaimId(person.tenantId, claimId));
  }

  /** A page past the end shows the last one. @throws ForbiddenError */
  async list(person: Person, page: number, pageSize: number): Promise<RemovedClaims> {
    this.#assertLead(person);
    const { claims } = this.#options;
    const total = await claims.count(person.tenantId, REMOVED);
    const shown = pageWithin(page, total, pageSize);
    const rows = total === 0 ? [] : await claims.list(person.tenantId, REMOVED, shown * pageSize, pageSize);
    return { rows, page: shown, total };
  }

  async #write(
    tenantId: string,
    id: string,
    key: string,
    decide: (claim: Claim) => ClaimPatch | undefined,
  ): Promise<ChangeOutcome> {
    const outcome = await this.#options.claims.change(tenantId, id, key, (claim) => {
      const patch = decide(claim);
      return patch && { ...patch, worked: true };
    });
    if (outcome.kind === 'changed') {
      const { owner } = outcome.claim;
      await this.#options.changes.publish(tenantId, owner === undefined ? [] : [owner.key]);
    }
    return outcome;
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('claim.leads-remove');
  }
}

function removedOnly(claim: Claim | undefined): Claim | undefined {
  return claim?.removed === undefined ? undefined : claim;
}
