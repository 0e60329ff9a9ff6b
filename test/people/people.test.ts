import assert from 'node:assert/strict';
import { ownerOf } from '../../src/claims/normalise.ts';
import { nameKey } from '../../src/people/owner-key.ts';
import { People, type Sighting } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/people/roles.ts';
import type { RosterEntry } from '../../src/people/roster.ts';
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

    const HOUR = 3_600_000;
    const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
    const read = async (userId: string, entry: RosterEntry, at = NOW) =>
      people.recordRosterEntry(await people.recordSighting({ tenantId: 't1', userId, name: entry.name }), entry, at);
    const keysOf = async (userId: string) => people.ownerKeys((await people.get('t1', userId)) as Person);
    const confirm = (name: string, userId: string, key = 'k') =>
      people.confirmedNames.confirm('t1', nameKey(name), userId, { by: 'lead', at: NOW, key });

    it('own what carries their UPN or e-mail, in any spelling', async () => {
      const entry = {
        name: ' Adele\u00a0 VANCE',
        upn: ' AdeleV@Contoso.example ',
        email: 'adele.vance@contoso.example',
      };
      const keys = await people.ownerKeys(await read('adele', entry));
      for (const named of ['adelev@contoso.example', 'Adele.Vance@Contoso.example'])
        assert.ok(keys.includes(ownerOf(named, '')?.key ?? ''), named);
      assert.equal(keys.length, 2);
    });

    it('own nothing by a name alone, and all under it once it is confirmed, until that is taken back', async () => {
      await read('megan', { name: 'Megan Bowen', upn: 'meganb@contoso.example' });
      assert.deepEqual(await keysOf('megan'), ['upn:meganb@contoso.example']);
      assert.equal(await confirm('MEGAN  bowen', 'megan'), true);
      assert.deepEqual(await keysOf('megan'), ['upn:meganb@contoso.example', 'name:megan bowen']);
      const owners = await people.findByOwnerKeys('t1', ['name:megan bowen']);
      assert.deepEqual(
        owners.get('name:megan bowen')?.map(({ userId }) => userId),
        ['megan'],
      );
      assert.equal(await confirm('Megan Bowen', 'other', 'k2'), false);
      await people.confirmedNames.withdraw('t1', 'name:megan bowen', 'megan', { by: 'lead', at: NOW, key: 'w' });
      assert.equal(await confirm('Megan Bowen', 'megan'), true, 'the first press delivered again');
      assert.deepEqual(await keysOf('megan'), ['upn:meganb@contoso.example']);
    });

    it('are proposed by name where the roster says that they are no guests', async () => {
      const patti = await read('patti', { name: 'Patti Fernandez', upn: 'pattif@contoso.example' });
      await read('guest', { name: 'Patti Fernandez', upn: 'patti_fabrikam.example#EXT#@contoso.example' });
      await read('no-upn', { name: 'Patti Fernandez' });
      await people.recordSighting({ ...adele, userId: 'stranger', name: 'Patti Fernandez' });
      assert.deepEqual(await people.findByName('t1', [nameKey('Patti Fernandez')]), [patti]);
    });

    for (const [how, email] of [
      ['alone', undefined],
      ['and the same e-mail address', 'sales@contoso.example'],
      ['and an e-mail address', 'office@contoso.example'],
    ] as const)
      it(`of which one gets a UPN ${how} take it from whoever had it, who does not get it back by a stale roster`, async () => {
        const upn = 'sales@contoso.example';
        const entry = { upn, ...(email && { email }) };
        const [nobody, owner] = [[], [...new Set([upn, ...(email ? [email] : [])])].map((address) => `upn:${address}`)];
        await read('old', { name: 'Old One', ...entry });
        const after = await read('new', { name: 'New One', ...entry }, later(1));
        assert.deepEqual([await keysOf('old'), await keysOf('new')], [nobody, owner]);
        const before = (await people.get('t1', 'old')) as Person;
        assert.deepEqual([people.rosterIsOld(before, later(1)), people.rosterIsOld(after, later(1))], [true, false]);
        await read('old', { name: 'Old One', upn }, later(2));
        assert.deepEqual([await keysOf('old'), (await keysOf('new'))[0]], [nobody, owner[0]]);
        await read('new', { name: 'New One', upn: 'new@contoso.example' }, later(3));
        await read('old', { name: 'Old One', upn }, later(4));
        assert.deepEqual([await keysOf('old'), await keysOf('new')], [[`upn:${upn}`], ['upn:new@contoso.example']]);
      });

    it('that come with one UPN at the same time are not both its owner', async () => {
      const upn = 'sales@contoso.example';
      await Promise.all(['one', 'two', 'three'].map((id) => read(id, { name: id, upn })));
      const bearers = await Promise.all(['one', 'two', 'three'].map(keysOf));
      assert.equal(bearers.flat().length, 1);
    });

    it('lose an address that the roster does not have any more', async () => {
      await read('adele', { name: 'Adele Vance', upn: 'adelev@contoso.example', email: 'av@contoso.example' });
      await read('adele', { name: 'Adele Vance' }, later(24));
      assert.deepEqual(await keysOf('adele'), []);
    });

    it('keep their UPN from whoever has it as an e-mail address, in either order', async () => {
      const upn = 'adelev@contoso.example';
      const other = { name: 'Other', upn: 'other@contoso.example', email: upn };
      await read('other', other);
      await read('adele', { name: 'Adele Vance', upn });
      assert.deepEqual([await keysOf('adele'), await keysOf('other')], [[`upn:${upn}`], ['upn:other@contoso.example']]);
      await read('other', other, later(24));
      assert.deepEqual(await keysOf('other'), ['upn:other@contoso.example']);
    });

    it('of which one is a guest give an e-mail address to the one who is not', async () => {
      const email = 'shared@contoso.example';
      await read('adele', { name: 'Adele Vance', upn: 'adelev@contoso.example', email });
      await read('guest', { name: 'Guest', upn: 'shared_contoso.example#EXT#@contoso.example', email }, later(1));
      assert.ok((await keysOf('adele')).includes(`upn:${email}`));
      assert.ok(!(await keysOf('guest')).includes(`upn:${email}`));
    });

    it('own nothing before the roster told who they are', async () => {
      assert.deepEqual(await people.ownerKeys(await people.recordSighting({ ...adele, name: 'Megan Bowen' })), []);
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
