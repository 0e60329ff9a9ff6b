/**
 * What is stored of a claim beside the export's fields and people's work is derived from them and from the notices. Where the notices have
 * changed since (a new one, another mark), or what is derived, the stored claims are derived anew, once, at the start that brings the change. It may be
 * cut off at any line: the next start does it again, and a claim that is right already is left as it is.
 */
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import type { Claim } from './claim.ts';
import type { ClaimRepository } from './repository.ts';

export const DERIVATIONS: CollectionSpec = { name: 'association_derivations' };

/** One for each tenant, `_id` is the tenant's. */
interface Derivation extends Doc {
  /** The notices that its claims were derived for. */
  readonly notices: string;
}

/** Another one where this version derives more of a claim, or otherwise, than the one before. */
const FORM = 'workloads can be searched for, open ones too, and counted';
const PAGE_SIZE = 500;
/** Writes under way at once. */
const AT_ONCE = 50;

export class Derivations {
  readonly #derivations: Collection<Derivation>;
  readonly #claims: ClaimRepository;

  constructor(store: DocStore, claims: ClaimRepository) {
    this.#derivations = store.collection<Derivation>(DERIVATIONS);
    this.#claims = claims;
  }

  /** Of all tenants, before anybody asks for claims. */
  async bringUpToDate(): Promise<void> {
    const notices = [FORM, ...this.#claims.notices.map(({ name, nameMark }) => `${name}=${nameMark}`)].join('\n');
    for (const tenantId of await this.#claims.tenants()) {
      const done = await this.#derivations.findOne(tenantId, { _id: tenantId });
      if (done?.notices === notices) continue;
      await this.#tenant(tenantId);
      await this.#derivations.findOneAndUpdate(tenantId, { _id: tenantId }, { $set: { notices } }, { upsert: true });
    }
  }

  async #tenant(tenantId: string): Promise<void> {
    for (let last = ''; ; ) {
      const page: Claim[] = await this.#claims.find(tenantId, { _id: { $gt: last } }, PAGE_SIZE, { _id: 1 });
      for (let at = 0; at < page.length; at += AT_ONCE)
        await Promise.all(page.slice(at, at + AT_ONCE).map((claim) => this.#claims.deriveAnew(tenantId, claim)));
      if (page.length < PAGE_SIZE) return;
      last = page.at(-1)?._id ?? '';
    }
  }
}
