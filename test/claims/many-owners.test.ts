/** Counting the claims of all owners, where there are many: others get their turns in between. */
import assert from 'node:assert/strict';
import { setImmediate as nextTick } from 'node:timers/promises';
import { NamedOwners } from '../../src/claims/named-owners.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ownerKey } from '../../src/people/owner-key.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { cpuMs } from '../support/cpu-ms.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { TENANT } from '../support/teams.ts';
import { claimRecord, workload } from './fixtures.ts';

/** How often others get a turn while `work` goes on. */
async function turnsDuring<T>(work: () => Promise<T>): Promise<[result: T, turns: number]> {
  let [turns, isOver] = [0, false];
  const others = (async () => {
    while (!isOver) {
      await nextTick();
      turns += 1;
    }
  })();
  try {
    return [await work(), turns];
  } finally {
    isOver = true;
    await others;
  }
}

describe('the claims of many owners', function () {
  this.timeout(60_000);
  eachEngine((_engine, open) => {
    const MANY = 10_000;
    let engine: OpenEngine;
    let claims: ClaimRepository;
    let people: People;

    before(async () => {
      engine = await open();
      claims = new ClaimRepository(engine.store);
      people = new People(engine.store);
      await engine.store.setUp();
      // One owner has many; each other has one by address and one by name.
      const keys = Array.from({ length: MANY }, (_, n) =>
        n < 3_000 ? 'big@contoso.example' : n % 2 ? `person${n}@contoso.example` : `Person Number ${n}`,
      );
      const records = keys.map((label, n) =>
        claimRecord({ claimId: `CLM-${n}`, ...(n % 10 > 0 && { owner: { key: ownerKey(label), label } }) }, [
          workload('A'),
        ]),
      );
      for (let at = 0; at < MANY; at += 500) await claims.addNew(TENANT, records.slice(at, at + 500));
    });
    after(() => engine?.dispose());

    it('are all counted, once, in two goes that keep nobody waiting', async () => {
      const [counts, turns] = await turnsDuring(() => claims.countOpenByOwner(TENANT, {}));
      assert.equal(counts.get(ownerKey('big@contoso.example'))?.toCollect, 2_700);
      const inAll = [...counts.values()].reduce((sum, { toCollect }) => sum + toCollect, 0);
      assert.deepEqual([inAll, counts.size], [MANY * 0.9, 6_301]);
      assert.ok(turns >= 2, `${turns} turns`);
      for (const filter of [{}, { notice: 'cpor-2020' }]) {
        let counting: Promise<unknown> | undefined;
        // The first go, which is one statement for the embedded store.
        const took = cpuMs(() => {
          counting = claims.countOpenByOwner(TENANT, filter);
        });
        await counting;
        assert.ok(took < 30, `${took} ms`);
      }
    });

    it('are counted of the named ones alone', async () => {
      const counts = await claims.countOpenByOwner(TENANT, {}, [ownerKey('big@contoso.example'), 'nobody']);
      assert.deepEqual([...counts.values()], [{ toCollect: 2_700, toUpload: 0 }]);
      assert.equal((await claims.countOpenByOwner(TENANT, {}, [])).size, 0);
    });

    it('are listed by name with turns of others in between', async () => {
      const rights = { isLead: () => true } as unknown as ConstructorParameters<typeof NamedOwners>[0]['rights'];
      const changes = {} as ConstructorParameters<typeof NamedOwners>[0]['changes'];
      const named = new NamedOwners({ claims, people, rights, changes, realTime: () => new Date() });
      const lead = { tenantId: TENANT, userId: 'lead' } as Person;
      const [found, turns] = await turnsDuring(() => named.unconfirmed(lead));
      assert.equal(found.length, 2_800);
      assert.ok(turns >= 8, `${turns} turns`);
    });
  });
});
