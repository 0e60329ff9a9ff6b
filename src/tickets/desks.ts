/** The tenant's desk: the Teams channel where its tickets are worked on. One document for each tenant. */
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const DESKS: CollectionSpec = { name: 'ticket_desks' };

export interface Desk {
  readonly channelId: string;
  /** Kept conversation reference of the channel, as JSON. */
  readonly reference: string;
  /** Names the channel's team to the roster. Desks that were named before it was kept lack it, until something comes from there. */
  readonly teamId?: string;
  /** For people: what the channel is called, where it is known. */
  readonly name: string;
  /** The lead who named it, by directory object id. */
  readonly by: string;
  /** Real time, ISO: when it was named. */
  readonly at: string;
  /** While open tickets move here from another channel: the highest ticket number that has been dealt with. */
  readonly moved?: number;
}

type DeskDoc = Desk & Doc;

export class Desks {
  readonly #collection: Collection<DeskDoc>;

  constructor(store: DocStore) {
    this.#collection = store.collection<DeskDoc>(DESKS);
  }

  of(tenantId: string): Promise<Desk | undefined> {
    return this.#collection.findOne(tenantId, { _id: tenantId });
  }

  /** The tenants that have a desk. */
  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** Names the desk, in place of any before. All open tickets then move there. */
  async name(tenantId: string, desk: Omit<Desk, 'moved'>): Promise<void> {
    const update = { $set: { ...desk, moved: 0 } };
    await this.#collection.bulkUpsert(tenantId, [{ filter: { _id: tenantId }, update }]);
  }

  /** Keeps the team of a desk that lacks it. Nothing if the desk has been named again since (`at`). */
  async keepTeam(tenantId: string, { at }: Desk, teamId: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: tenantId, at, teamId: { $exists: false } }, { $set: { teamId } });
  }

  /** Keeps how far the move has come; undefined: it is done. Nothing if the desk has been named again since (`at`). */
  async keepMoved(tenantId: string, { at }: Desk, moved: number | undefined): Promise<void> {
    const update = moved === undefined ? { $unset: { moved: true } as const } : { $set: { moved } };
    await this.#collection.updateOne(tenantId, { _id: tenantId, at }, update);
  }
}
