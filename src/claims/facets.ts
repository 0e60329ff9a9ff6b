/** What a list can be filtered by: the programs and workloads that a tenant's exports named. One small document a tenant. */
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const FACETS: CollectionSpec = { name: 'association_facets' };

interface FacetsDoc extends Doc {
  readonly programs?: readonly string[];
  readonly workloads?: readonly { readonly key: string; readonly name: string }[];
}

/** A choice of more than these helps nobody, and a hostile export could name a hundred thousand. */
const MOST = 60;

export class Facets {
  readonly #collection: Collection<FacetsDoc>;

  constructor(store: DocStore) {
    this.#collection = store.collection<FacetsDoc>(FACETS);
  }

  async of(
    tenantId: string,
  ): Promise<{ programs: readonly string[]; workloads: readonly { key: string; name: string }[] }> {
    const doc = await this.#collection.findOne(tenantId, { _id: tenantId });
    return { programs: doc?.programs ?? [], workloads: doc?.workloads ?? [] };
  }

  /** Adds what an import brought; repeated calls add nothing twice. */
  async add(tenantId: string, programs: Iterable<string>, workloads: ReadonlyMap<string, string>): Promise<void> {
    const known = await this.of(tenantId);
    const merged = {
      programs: [...new Set([...known.programs, ...programs])]
        .filter((program) => program !== '')
        .sort()
        .slice(0, MOST),
      workloads: [...new Map([...[...workloads], ...known.workloads.map(({ key, name }) => [key, name] as const)])]
        .map(([key, name]) => ({ key, name }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, MOST),
    };
    if (merged.programs.length === known.programs.length && merged.workloads.length === known.workloads.length) return;
    await this.#collection.findOneAndUpdate(tenantId, { _id: tenantId }, { $set: merged }, { upsert: true });
  }
}
