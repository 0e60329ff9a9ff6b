/** Whoever looks whether claims have changed learns of all that changes them, also of claims that nobody owns. */
import assert from 'node:assert/strict';
import { ClaimRemovals } from '../../src/claims/removals.ts';
import type { Person } from '../../src/people/person.ts';
import { Stamps } from '../../src/storage/stamps.ts';
import { eachEngine, eachUri, type OpenEngine } from '../support/engines.ts';
import { type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';
import { claimRecord } from './fixtures.ts';
import { TENANT as IMPORTING, importing, inThisProcess, lead, NEVER } from './import/importing.ts';

const AT = new Date('2020-06-16T08:00:00Z');

describe('a change of claims', () => {
  eachUri((uri) => {
    let features: OpenFeatures;
    let isaiah: Person;
    beforeEach(async () => {
      features = await openFeatures(uri);
      isaiah = await features.person('Isaiah Langer');
      await features.claims.repository.addNew(TENANT, [claimRecord({ claimId: 'CLM-1' })]);
    });
    afterEach(() => features?.dispose());

    it('is told where a claim without an owner is removed, and where it is brought back', async () => {
      const { core, claims } = features;
      const removals = new ClaimRemovals({ claims: claims.repository, rights: core.rights, changes: claims.changes });
      const seen = [await core.stamps.read(TENANT)];
      await removals.remove(isaiah, 'id-clm-1', 'sold', 'a', AT);
      seen.push(await core.stamps.read(TENANT));
      await removals.bringBack(isaiah, 'id-clm-1', 'b', AT);
      seen.push(await core.stamps.read(TENANT));
      assert.equal(new Set(seen).size, 3);
    });

    it('stands where it cannot be told, and nobody fails by that', async () => {
      const { core, claims } = features;
      core.stamps.move = () => Promise.reject(new Error('away'));
      const outcome = await claims.service.take(isaiah, 'id-clm-1', 'k', AT);
      assert.equal(outcome.kind, 'changed');
    });
  });
});

describe('an import', () => {
  inThisProcess();
  eachEngine((_, open) => {
    let engine: OpenEngine;
    beforeEach(async () => {
      engine = await open();
    });
    afterEach(() => engine?.dispose());

    it('is told, and so is its undo, also of claims that nobody owns', async () => {
      const { imports, received } = importing(engine);
      const stamps = new Stamps(engine.store);
      await engine.store.setUp();
      const job = await imports.receive(lead(), await received([{ claim: 'CLM-1' }]));
      const seen = [await stamps.read(IMPORTING)];
      const { job: started } = await imports.start(lead(), job._id);
      await imports.run(started, NEVER, () => undefined);
      seen.push(await stamps.read(IMPORTING));
      const { job: undoing } = await imports.undo(lead(), job._id);
      await imports.run(undoing, NEVER, () => undefined);
      seen.push(await stamps.read(IMPORTING));
      assert.equal(new Set(seen).size, 3);
    });
  });
});
