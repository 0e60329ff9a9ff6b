/** What a list can be filtered by: the programs and workloads that a tenant's exports named. One small document a tenant. */
import { changeAsRead } from '../storage/change-once.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const FACETS: CollectionSpec = { name: 'association_facets' };

interface FacetsOfTenant {
  readonly programs: readonly string[];
  readonly workloads: readonly { readonly key: string; readonly name: string }[];
}

interface FacetsDoc extends Doc, Partial<FacetsOfTenant> {
  /** How often names were added; documents from before this was counted lack it. */
  readonly version?: number;
}

/** A longer list of choices helps nobody, and a hostile export could name a hundred thousand. */
const MOST = 60;

export class Facets {
  readonly #collection: Collection<FacetsDoc>;

  constructor(store: DocStore) {
    this.#collection = store.collection<FacetsDoc>(FACETS);
  }

  async of(tenantId: string): Promise<FacetsOfTenant> {
    const doc = await this.#collection.findOne(tenantId, { _id: tenantId });
    return { programs: doc?.programs ?? [], workloads: doc?.workloads ?? [] };
  }

  /** Adds what an import brought. Repeated calls add nothing twice, and two calls at once lose nothing. */
  async add(tenantId: string, programs: Iterable<string>, workloads: ReadonlyMap<string, string>): Promise<void> {
    const brought = { programs: [...programs], workloads: Array.from(workloads, ([key, name]) => ({ key, name })) };
    const add = () =>
      changeAsRead(this.#collection, tenantId, { _id: tenantId }, (known) => {
        const merged = merge(known, brought);
        if (merged === undefined) return undefined;
        const asRead = { version: known.version ?? { $exists: false } };
        return { update: { $set: { ...merged }, $inc: { version: 1 } }, asRead };
      });
    if ((await add()).kind !== 'gone') return;
    await insertIfAbsent(this.#collection, tenantId, { _id: tenantId });
    await add();
  }

  /** Puts what is there now in place of what was added. Nothing adds names meanwhile: no import runs beside the undo of one. */
  async replace(tenantId: string, programs: Iterable<string>, workloads: ReadonlyMap<string, string>): Promise<void> {
    const there = merge(
      {},
      { programs: [...programs], workloads: Array.from(workloads, ([key, name]) => ({ key, name })) },
    );
    const facets = there ?? { programs: [], workloads: [] };
    await this.#collection.updateOne(tenantId, { _id: tenantId }, { $set: { ...facets }, $inc: { version: 1 } });
  }
}

/** The known ones and the new ones together, sorted; undefined where nothing is new. A workload keeps its first name. */
function merge(known: Partial<FacetsOfTenant>, brought: FacetsOfTenant): FacetsOfTenant | undefined {
  const { programs = [], workloads = [] } = known;
  const names = new Map([...brought.workloads, ...workloads].map(({ key, name }) => [key, name]));
  const merged = {
    programs: [...new Set([...programs, ...brought.programs])]
      .filter((program) => program !== '')
      .sort()
      .slice(0, MOST),
    workloads: Array.from(names, ([key, name]) => ({ key, name }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, MOST),
  };
  const isMore = merged.programs.length > programs.length || merged.workloads.length > workloads.length;
  return isMore ? merged : undefined;
}
