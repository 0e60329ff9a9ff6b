import assert from 'node:assert/strict';
import { ownerOf } from '../../src/claims/normalise.ts';
import { People, type Sighting } from '../../src/people/people.ts';
import { createRights } from '../../src/people/roles.ts';
import type { DocStore } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const NOW = new Date('2026-01-05T08:00:00Z');
const adele: Sighting = {
  tenantId: 't1',
  userId: 'adele',
  name: 'Adele Vance',
  reference: '{"conversation":{"id":"a:1"}}',
};

/** The store with its writes counted. */
function counting(store: DocStore): { store: DocStore; writes: () => number } {
  let writes = 0;
  const counted = new Set(['insertOne', 'updateOne', 'findOneAndUpdate', 'bulkUpsert', 'deleteOne']);
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (counted.has(String(name))) writes += 1;
          const result = value.apply(object, args);
          return name === 'collection' ? watch(result) : result;
        };
      },
    });
  return { store: watch(store), writes: () => writes };
}

describe('people', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let people: People;
    let writes: () => number;

    beforeEach(async () => {
      engine = await open();
      const counted = counting(engine.store);
      people = new People(counted.store);
      writes = counted.writes;
      await engine.store.setUp();
    });
    afterEach(() => engine?.dispose());

    it('are found by their account of the channel, where it is told apart', async () => {
      await people.recordSighting({ ...adele, accountId: '29:adele' });
      assert.equal((await people.byAccount('t1', '29:adele'))?.userId, 'adele');
      assert.equal(await people.byAccount('t2', '29:adele'), undefined);
      assert.equal(await people.byAccount('t1', '29:other'), undefined);
      await people.recordSighting({ ...adele, userId: 'another', accountId: '29:adele' });
      assert.equal(await people.byAccount('t1', '29:adele'), undefined);
    });

    it('are welcomed once, however many ask at the same time', async () => {
      const person = await people.recordSighting(adele);
      const asked = await Promise.all(Array.from({ length: 5 }, () => people.recordWelcome(person)));
      assert.deepEqual(asked.filter(Boolean), [true]);
      assert.equal(await people.recordWelcome(person), false);
    });

    it('keep no reference of a chat that is not theirs', async () => {
      const foreign = { ...adele, reference: '{"conversation":{"id":"19:x"}}', isOwnChat: () => false };
      assert.equal((await people.recordSighting(foreign)).reference, undefined);
      await people.recordSighting(adele);
      const kept = await people.recordSighting(foreign);
      assert.equal(kept.reference, adele.reference);
      assert.equal((await people.recordSighting({ ...foreign, isOwnChat: () => true })).reference, foreign.reference);
    });

    it('are written when first seen and when something changed, and at no other time', async () => {
      await people.recordSighting(adele);
      assert.equal(writes(), 1);
      const same = await people.recordSighting({ ...adele });
      const { reference: _, ...elsewhere } = adele;
      await people.recordSighting(elsewhere);
      assert.equal(writes(), 1);
      assert.equal(same.name, 'Adele Vance');
      await people.recordSighting({ ...adele, locale: 'de-DE', timeZone: 'Europe/Berlin' });
      await people.recordSighting({ ...adele, locale: 'de-DE', timeZone: 'Europe/Berlin' });
      assert.equal(writes(), 2);
      await people.recordOpenedClaim(await people.recordSighting(adele), 'claim-1');
      await people.recordOpenedClaim(await people.recordSighting(adele), 'claim-1');
      assert.equal(writes(), 3);
    });

    it('are one record when several of their first messages come at once', async () => {
      const seen = await Promise.all(Array.from({ length: 8 }, () => people.recordSighting(adele)));
      assert.equal(new Set(seen.map(({ _id }) => _id)).size, 1);
      assert.equal((await people.get('t1', 'adele'))?.reachable, true);
    });

    it('are others in another tenant', async () => {
      await people.recordSighting(adele);
      assert.equal(await people.get('t2', 'adele'), undefined);
    });

    it('cannot be reached after an uninstall, nor from a group, and again once they write', async () => {
      const { reference: _, ...elsewhere } = adele;
      assert.equal((await people.recordSighting(elsewhere)).reachable, false);
      assert.equal((await people.recordSighting(adele)).reachable, true);
      await people.markUnreachable('t1', 'adele');
      assert.equal((await people.recordSighting(elsewhere)).reachable, false);
      assert.equal((await people.get('t1', 'adele'))?.name, 'Adele Vance');
      assert.equal((await people.recordSighting(adele)).reachable, true);
    });

    it('keep the roster’s name over the one that activities bring', async () => {
      const person = await people.recordRosterEntry(await people.recordSighting(adele), { name: 'Vance, Adele' }, NOW);
      assert.equal((await people.recordSighting({ ...adele, name: 'Somebody Else' })).name, 'Vance, Adele');
      assert.equal(people.rosterIsOld(person, new Date(NOW.getTime() + 86_399_999)), false);
      assert.equal(people.rosterIsOld(person, new Date(NOW.getTime() + 86_400_000)), true);
    });

    /** Somebody whom the roster knows. */
    const known = async (userId: string, name: string, upn?: string) =>
      people.recordRosterEntry(
        await people.recordSighting({ tenantId: 't1', userId, name }),
        { name, ...(upn && { upn }) },
        NOW,
      );

    it('own what carries their UPN, e-mail or name, in any spelling', async () => {
      const person = await people.recordRosterEntry(
        await people.recordSighting(adele),
        { name: ' Adele\u00a0 VANCE', upn: ' AdeleV@Contoso.example ', email: 'adele.vance@contoso.example' },
        NOW,
      );
      const keys = await people.ownerKeys(person);
      for (const named of ['adelev@contoso.example', 'Adele.Vance@Contoso.example', 'Adele  Vance'])
        assert.ok(keys.includes(ownerOf(named, '')?.key ?? ''), named);
      assert.equal(keys.length, 3);
    });

    it('own nothing by a name that somebody else here carries too', async () => {
      const one = await known('megan1', 'Megan Bowen', 'meganb@contoso.example');
      assert.ok((await people.ownerKeys(one)).includes(ownerOf('Megan Bowen', '')?.key ?? ''));
      const two = await known('megan2', 'MEGAN  bowen', 'megan.bowen@contoso.example');
      assert.deepEqual(await people.ownerKeys(one), ['upn:meganb@contoso.example']);
      assert.deepEqual(await people.ownerKeys(two), ['upn:megan.bowen@contoso.example']);
    });

    it('lose nothing to a guest, or to somebody not in the roster, who takes their name', async () => {
      const patti = await known('patti', 'Patti Fernandez', 'pattif@contoso.example');
      await known('guest', 'Patti Fernandez', 'patti_fabrikam.example#EXT#@contoso.example');
      await known('no-upn', 'Patti Fernandez');
      await people.recordSighting({ ...adele, userId: 'stranger', name: 'Patti Fernandez' });
      assert.ok((await people.ownerKeys(patti)).includes(ownerOf('Patti Fernandez', '')?.key ?? ''));
      assert.deepEqual(await people.findByName('t1', 'Patti Fernandez'), [patti]);
    });

    it('own nothing by name as guests', async () => {
      const guest = await known('guest', 'Megan Bowen', 'meganb_fabrikam.example#EXT#@contoso.example');
      assert.ok((await people.ownerKeys(guest)).every((key) => key.startsWith('upn:')));
    });

    it('own nothing by name before the roster told who they are: they may be guests', async () => {
      assert.deepEqual(await people.ownerKeys(await people.recordSighting({ ...adele, name: 'Megan Bowen' })), []);
    });

    it('own nothing by an empty name', async () => {
      assert.deepEqual(await people.ownerKeys(await known('nobody', ' \u00a0')), []);
    });
  });

  it('are leads by object id or UPN, in any case, and everybody is where nobody is named', () => {
    const person = { _id: 't1/A', tenantId: 't1', userId: 'A-B', name: 'x', guest: false, reachable: true };
    const rights = createRights(['a-b', 'adelev@contoso.example']);
    assert.equal(rights.isLead(person), true);
    assert.equal(rights.isLead({ ...person, userId: 'c', upn: 'adelev@contoso.example' }), true);
    assert.equal(rights.isLead({ ...person, userId: 'c', email: 'adelev@contoso.example' }), false);
    assert.equal(rights.isLead({ ...person, userId: 'c', name: 'a-b' }), false);
    assert.equal(createRights([]).isLead(person), false);
    assert.equal(createRights(undefined).isLead(person), true);
  });
});
