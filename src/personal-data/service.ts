/** What is kept of a person, and its end. One may ask for oneself alone. */

import { forEachTenant } from '../outbox/tenant-source.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Doc, DocStore } from '../storage/port.ts';
import type { Records } from '../storage/records.ts';
import type { Stamps } from '../storage/stamps.ts';
import type { Clock } from '../time/clock.ts';
import { erasePerson, forgottenPerson, standIn } from './erasure.ts';
import type { Erasures } from './erasures.ts';

/** Documents of a collection that are about a person. */
export interface Kept {
  readonly collection: string;
  readonly count: number;
  /** They stay when the person is forgotten, without them. */
  readonly stays: boolean;
}

export interface PersonalDataOptions {
  readonly store: DocStore;
  readonly people: People;
  /** Everything that anybody keeps. */
  readonly records: readonly Records[];
  readonly stamps: Stamps;
  readonly erasures: Erasures;
  readonly realTime: Clock;
  readonly newId: () => string;
  readonly instance: string;
  readonly log: Parameters<typeof forEachTenant>[1]['log'];
  readonly stopping: AbortSignal;
  /** What stands in the place of a name. */
  readonly standInName: string;
}

export class PersonalDataService {
  readonly #options: PersonalDataOptions;

  constructor(options: PersonalDataOptions) {
    this.#options = options;
  }

  /** In the order of the features. */
  async keptOf(person: Person): Promise<readonly Kept[]> {
    const { store, people, records } = this.#options;
    const { tenantId, userId } = person;
    const who = { userId, ownerKeys: await people.ownerKeys(person) };
    const counted = records.map(async ({ collection, of, stays = false }): Promise<Kept> => {
      const count = of === undefined ? 0 : await store.collection<Doc>(collection).countDocuments(tenantId, of(who));
      return { collection: collection.name, count, stays };
    });
    return (await Promise.all(counted)).filter(({ count }) => count > 0);
  }

  /** Has somebody forgotten, within minutes. Asked for again meanwhile it is one wish. */
  async forget(person: Person): Promise<void> {
    const { erasures, people, realTime, newId, standInName } = this.#options;
    const { tenantId, userId } = person;
    const forgotten = await forgottenPerson(people, tenantId, userId);
    await erasures.ask(tenantId, forgotten, standIn(newId(), standInName), realTime());
  }

  /** Works off what was asked for. */
  async run(): Promise<void> {
    const { erasures, log, stopping, realTime, instance, store, records, stamps } = this.#options;
    const options = { store, records, signal: stopping };
    const failure = 'somebody who asked for it could not be forgotten';
    await forEachTenant(await erasures.tenants(), { log, failure }, async (tenantId) => {
      for (;;) {
        const pending = stopping.aborted ? undefined : await erasures.lease(tenantId, instance, realTime());
        if (pending === undefined) return;
        await Array.fromAsync(erasePerson(options, tenantId, pending.person, pending.standIn));
        // Cut off by a stop, it is done again.
        if (stopping.aborted) return;
        for (const kind of ['claims', 'tickets'] as const) await stamps.move(tenantId, kind);
        await erasures.done(pending);
      }
    });
  }
}
