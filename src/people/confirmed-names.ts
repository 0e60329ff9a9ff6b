/**
 * Whom an owner's name means. An export may name an owner by name alone, and names are not unique: somebody of that name is proposed,
 * and a lead confirms once who it is. One document for each name.
 */
import { changeOnce, type KeyedDoc } from '../storage/change-once.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, DocStore } from '../storage/port.ts';

export const OWNER_NAMES: CollectionSpec = {
  name: 'owner_names',
  indexes: [
    { fields: ['nameKey'], unique: true },
    { fields: ['userId'], values: 100_000 },
  ],
};

interface OwnerName extends KeyedDoc {
  readonly nameKey: string;
  /** The person; absent where the confirmation was taken back. */
  readonly userId?: string;
  /** The lead who said so last, by object id. */
  readonly by?: string;
  /** Real time, ISO. */
  readonly at?: string;
}

/** Who says so, when, under which one-time key. */
export interface Confirmation {
  readonly by: string;
  readonly at: Date;
  readonly key: string;
}

export class ConfirmedNames {
  readonly #collection: Collection<OwnerName>;

  constructor(store: DocStore) {
    this.#collection = store.collection<OwnerName>(OWNER_NAMES);
  }

  /** The confirmed names of these people, as keys, by `userId`. At most 1,000 people. */
  async namesOf(tenantId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = userIds.length === 0 ? [] : await this.#collection.find(tenantId, { userId: { $in: userIds } });
    const byPerson = Map.groupBy(found, ({ userId = '' }) => userId);
    return new Map([...byPerson].map(([userId, names]) => [userId, names.map(({ nameKey }) => nameKey)]));
  }

  /** The `userId` of the person whom each of these names means, where it is confirmed. At most 1,000 names. */
  async bearersOf(tenantId: string, nameKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = nameKeys.length === 0 ? [] : await this.#collection.find(tenantId, { nameKey: { $in: nameKeys } });
    return new Map(found.flatMap(({ nameKey, userId }) => (userId === undefined ? [] : [[nameKey, userId] as const])));
  }

  /** Confirms that a name means a person. Returns false where it means somebody else already. */
  async confirm(tenantId: string, nameKey: string, userId: string, { by, at, key }: Confirmation): Promise<boolean> {
    const _id = `${tenantId}/${nameKey}`;
    await insertIfAbsent(this.#collection, tenantId, { _id, nameKey, appliedKeys: [], version: 0 });
    const outcome = await changeOnce(this.#collection, tenantId, { _id }, key, (known) =>
      known.userId === undefined
        ? { update: { $set: { userId, by, at: at.toISOString() }, $inc: { version: 1 } } }
        : undefined,
    );
    return outcome.kind !== 'gone' && (outcome.kind === 'repeated' || outcome.doc.userId === userId);
  }

  /** Takes the confirmation of a person back. */
  async withdraw(tenantId: string, nameKey: string, userId: string, { by, at, key }: Confirmation): Promise<void> {
    const _id = `${tenantId}/${nameKey}`;
    await changeOnce(this.#collection, tenantId, { _id }, key, (known) =>
      known.userId === userId
        ? { update: { $set: { by, at: at.toISOString() }, $unset: { userId: true }, $inc: { version: 1 } } }
        : undefined,
    );
  }
}
