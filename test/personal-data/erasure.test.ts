import assert from 'node:assert/strict';
import { NOTICES } from '../../src/campaign/notices.ts';
import { forgetInClaims } from '../../src/claims/forget.ts';
import { CLAIMS, ClaimRepository } from '../../src/claims/repository.ts';
import { ConfirmedNames, OWNER_NAMES } from '../../src/people/confirmed-names.ts';
import { PEOPLE, People } from '../../src/people/people.ts';
import { erasePerson, forgottenPerson, standIn } from '../../src/personal-data/erasure.ts';
import { forgetIn } from '../../src/storage/forget.ts';
import type { Records } from '../../src/storage/records.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const RECORDS: readonly Records[] = [
  { collection: PEOPLE, of: ({ userId }) => ({ userId }) },
  { collection: OWNER_NAMES, of: ({ userId }) => ({ userId }), forget: forgetIn },
  { collection: CLAIMS, forget: forgetInClaims(NOTICES) },
];

describe('an erasure', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let people: People;
    let claims: ClaimRepository;

    beforeEach(async () => {
      engine = await open();
      people = new People(engine.store);
      const names = new ConfirmedNames(engine.store);
      claims = new ClaimRepository(engine.store);
      await engine.store.setUp();
      await people.recordSighting({ tenantId: 't1', userId: 'adele', name: 'Adele Vance' });
      await names.confirm('t1', 'name:adele vance', 'adele', { by: 'isaiah', at: new Date(), key: 'k' });
      const owner = { key: 'name:adele vance', label: 'Adele Vance' };
      await claims.addNew('t1', [claimRecord({ claimId: 'CLM-1', owner }), claimRecord({ claimId: 'CLM-2', owner })]);
    });
    afterEach(() => engine?.dispose());

    const owners = async () => (await claims.list('t1', {}, 0, 10)).flatMap(({ owner }) => owner ?? []);
    const erase = async (until = Number.POSITIVE_INFINITY): Promise<number> => {
      const person = await forgottenPerson(people, 't1', 'adele');
      let steps = 0;
      for await (const _ of erasePerson(
        { store: engine.store, records: RECORDS },
        't1',
        person,
        standIn('1', 'Gone'),
      )) {
        steps += 1;
        if (steps === until) break;
      }
      return steps;
    };

    it('goes on where it was cut off, whichever step it had reached, and finds nothing after that', async () => {
      for (const steps of [1, 1, 1]) await erase(steps);
      assert.deepEqual(await owners(), []);
      assert.equal(await people.get('t1', 'adele'), undefined);
      assert.equal(await erase(), 0);
    });

    it('knows what people are called until nothing is left that bears it', async () => {
      await erase(1);
      // The claims came first: a name that a lead confirmed is what they are found by.
      assert.deepEqual(await owners(), []);
      assert.deepEqual((await forgottenPerson(people, 't1', 'adele')).ownerKeys.includes('name:adele vance'), true);
    });
  });
});
