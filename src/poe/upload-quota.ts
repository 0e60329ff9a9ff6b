/** How much one person may upload in a day: what is stored here costs somebody something, and a guest may drop files, too. */
import { createHash } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import type { Clock } from '../time/clock.ts';
import { localDay } from '../time/local-day.ts';
import { DAY_MS } from '../time/units.ts';

export const UPLOAD_DAYS: CollectionSpec = { name: 'upload_days', expiresField: 'expireAt' };

/** `_id` is a hash of the person and the day: the limit of a day outlives whoever has their data deleted. */
interface UploadDay extends Doc {
  readonly bytes: number;
  readonly expireAt: string;
}

const KEPT_DAYS = 2;

export interface UploadQuotaOptions {
  readonly store: DocStore;
  /** Bytes a person and day. */
  readonly most: number;
  /** The days are those of the organisation. */
  readonly timeZone: string;
  readonly realTime: Clock;
}

export class UploadQuota {
  readonly #options: UploadQuotaOptions;
  readonly #collection: Collection<UploadDay>;

  constructor(options: UploadQuotaOptions) {
    this.#options = options;
    this.#collection = options.store.collection<UploadDay>(UPLOAD_DAYS);
  }

  /** @throws UserError where nothing is left for today: nothing needs to be fetched then */
  async assertLeft(person: Person): Promise<void> {
    const { most } = this.#options;
    const day = await this.#collection.findOne(person.tenantId, { _id: this.#dayOf(person) });
    if (day !== undefined && day.bytes >= most) throw this.#exceeded();
  }

  /** Counts a file in, before it is stored. @throws UserError where it is too much for today. Returns what takes it back. */
  async count({ tenantId, userId }: Person, bytes: number): Promise<() => Promise<void>> {
    const { most, realTime } = this.#options;
    const _id = this.#dayOf({ tenantId, userId });
    const expireAt = new Date(realTime().getTime() + KEPT_DAYS * DAY_MS).toISOString();
    await insertIfAbsent(this.#collection, tenantId, { _id, bytes: 0, expireAt });
    const counted = await this.#collection.updateOne(
      tenantId,
      { _id, bytes: { $lte: most - bytes } },
      { $inc: { bytes } },
    );
    if (counted === 0) throw this.#exceeded();
    return async () => void (await this.#collection.updateOne(tenantId, { _id }, { $inc: { bytes: -bytes } }));
  }

  #dayOf({ tenantId, userId }: Pick<Person, 'tenantId' | 'userId'>): string {
    const { realTime, timeZone } = this.#options;
    const day = JSON.stringify([tenantId, userId, localDay(realTime(), timeZone)]);
    return createHash('sha256').update(day).digest('hex');
  }

  #exceeded(): UserError {
    return new UserError('file.day-is-full', { maxBytes: this.#options.most });
  }
}
