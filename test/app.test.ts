/** The list of features as a whole: what holds for all of them, whoever adds the next. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFeatures } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { type Core, openCore } from '../src/core.ts';
import type { Feature } from '../src/feature.ts';
import type { CollectionSpec, DocStore } from '../src/storage/port.ts';
import type { Records } from '../src/storage/records.ts';
import { createTeams, type Teams } from '../src/teams/teams.ts';
import { BOT_COLLECTIONS } from './support/databases.ts';
import { newPlace, type Place, removePlace } from './support/engines.ts';

const CARDS = join(import.meta.dirname, '../adaptive-cards');

describe('the features', () => {
  let place: Place;
  let core: Core;
  let teams: Teams;
  let features: readonly Feature[];
  /** Collections that somebody asked the store for. */
  let opened: Set<string>;

  before(async () => {
    place = await newPlace(undefined);
    opened = new Set();
    const { store, ...rest } = await openCore(parseConfig({ DATA_DIR: place.dataDir }));
    core = { ...rest, store: watched(store, opened) };
    teams = createTeams(core, CARDS);
    ({ features } = createFeatures(core, teams));
    teams.serve({} as never);
  });
  after(async () => {
    await core?.store.close();
    await removePlace(place);
  });

  const records = (): Records[] => [...core.records, ...teams.records, ...features.flatMap((one) => one.records ?? [])];

  it('each say which collections they keep, and no collection is nobody’s or two’s', () => {
    const named = records().map(({ collection }) => collection.name);
    assert.deepEqual(named.toSorted(), [...new Set(named)].toSorted());
    assert.deepEqual(
      [...opened].filter((name) => !named.includes(name)),
      [],
    );
    // Else tests on MongoDB make them anew each time.
    assert.deepEqual(
      named.filter((name) => !BOT_COLLECTIONS.has(name)),
      [],
    );
  });

  it('have the operator’s guide say of each collection how long its documents are kept', () => {
    const guide = readFileSync(join(import.meta.dirname, '../docs/operators-guide.md'), 'utf8');
    const section = guide.split(/^## /m).find((part) => part.includes('What is kept, and for how long')) ?? '';
    for (const { collection } of records()) {
      const row = section.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${collection.name}\``));
      assert.ok(row, collection.name);
      assert.match(row, collection.expiresField === undefined ? /as long as/ : /\b\d+ days?\b/, collection.name);
    }
  });

  it('find somebody’s own documents by filters that the store understands', async () => {
    await core.store.setUp();
    for (const { collection, of } of records()) {
      if (of === undefined) continue;
      const found = core.store.collection(collection);
      assert.deepEqual(
        await found.find('t1', of({ userId: 'adele', ownerKeys: ['upn:adele@contoso.com'] })),
        [],
        collection.name,
      );
    }
  });

  it('have names of their own, and so have their timers', () => {
    for (const names of [
      features.map(({ name }) => name),
      features.flatMap(({ timers = [] }) => timers.map(({ name }) => name)),
    ])
      assert.deepEqual(names, [...new Set(names)]);
  });
});

/** The store, and the names of the collections that it is asked for. */
function watched(store: DocStore, names: Set<string>): DocStore {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (property === 'collection')
        return (spec: CollectionSpec) => {
          names.add(spec.name);
          return target.collection(spec);
        };
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
