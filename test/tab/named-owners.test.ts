/** Owners named by name alone, over HTTP: a lead sees who may be meant, says so once, and takes it back. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { VersionBody } from '../../src/tab/api.ts';
import type { ClaimsBody } from '../../src/tab/claims/api.ts';
import type { NamedOwnersBody, NameMeaningBody, NameMeaningParams } from '../../src/tab/owners/api.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const NAME = 'name:adele vance';
const PATH = 'owners/named';

describe('the owners named by name alone, on the page', () =>
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, { env: { LEADS: 'isaiah.langer@contoso.example' } });
      [adele, isaiah] = [await tab.person('Adele Vance'), await tab.person('Isaiah Langer')];
      const named = (label: string) => ({ owner: { key: `name:${label.toLowerCase()}`, label } });
      await tab.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', ...named('Adele Vance') }),
        claimRecord({ claimId: 'CLM-2', ...named('Nobody Here') }),
        claimRecord({ claimId: 'CLM-3', ...named('Nobody Here') }),
        claimRecord({ claimId: 'CLM-4', owner: { key: `upn:${addressOf('Adele Vance')}`, label: 'Adele Vance' } }),
      ]);
    });
    afterEach(() => tab?.dispose());

    const params = (more: Partial<NameMeaningParams> = {}): NameMeaningParams => ({
      ...{ idempotencyKey: 'key-of-a-press', kind: 'confirm', name: NAME, person: adele.userId },
      ...more,
    });
    const say = async (sent: unknown, person = isaiah): Promise<Response> => tab.post(PATH, sent, await tab.as(person));
    async function said(more: Partial<NameMeaningParams> = {}): Promise<NameMeaningBody> {
      const response = await say(params(more));
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as NameMeaningBody;
    }
    async function refused(asked: Promise<Response>): Promise<[number, string]> {
      const response = await asked;
      return [response.status, (await problemIn(response)).code];
    }
    const read = async <T>(path: string, person = isaiah): Promise<T> =>
      (await (await tab.get(path, await tab.as(person))).json()) as T;
    const list = () => read<NamedOwnersBody>(PATH);
    const hers = async (): Promise<string[]> =>
      (await read<ClaimsBody>('claims?owner=mine&sort=claim', adele)).rows.map(({ claimId }) => claimId);

    it('are listed, those first of whom somebody is known, with who may be meant', async () => {
      assert.deepEqual(await list(), {
        total: 2,
        names: [
          {
            ...{ key: NAME, name: 'Adele Vance', open: 1 },
            people: [{ id: adele.userId, name: 'Adele Vance', upn: addressOf('Adele Vance') }],
          },
          { key: 'name:nobody here', name: 'Nobody Here', open: 2, people: [] },
        ],
      });
    });

    it('are somebody’s claims from then on, and no more when it is taken back, each done once', async () => {
      assert.deepEqual(await hers(), ['CLM-4']);
      for (const _ of [1, 2])
        assert.deepEqual((await said()).person, {
          ...{ id: adele.userId, name: 'Adele Vance', upn: addressOf('Adele Vance') },
        });
      assert.deepEqual(await hers(), ['CLM-1', 'CLM-4']);
      assert.deepEqual(
        (await list()).names.map(({ name }) => name),
        ['Nobody Here'],
      );
      const undo = { kind: 'withdraw', idempotencyKey: 'key-of-the-undo' } as const;
      assert.deepEqual(await said(undo), {});
      assert.equal((await list()).total, 2);
      // Sent again, the first press is the one that was undone; and the undo does not undo what is said anew.
      await said();
      assert.deepEqual(await hers(), ['CLM-4']);
      await said({ idempotencyKey: 'key-of-another-press' });
      await said(undo);
      assert.deepEqual(await hers(), ['CLM-1', 'CLM-4']);
    });

    it('are told to other pages', async () => {
      const version = async () => (await read<VersionBody>('version')).version;
      const before = await version();
      await said();
      assert.notEqual(await version(), before);
    });

    it('are for leads to decide on, of people of that name, and once', async () => {
      assert.deepEqual(await refused(tab.get(PATH, await tab.as(adele))), [403, 'claim.leads-confirm']);
      assert.deepEqual(await refused(say(params(), adele)), [403, 'claim.leads-confirm']);
      assert.deepEqual(await refused(say(params({ kind: 'withdraw' }), adele)), [403, 'claim.leads-confirm']);
      assert.deepEqual(await refused(say(params({ person: isaiah.userId }))), [400, 'claim.name-of-nobody']);
      const { people } = tab.core;
      const seen = await people.recordSighting({ tenantId: TENANT, userId: 'other', name: 'Adele Vance' });
      const entry = { name: 'Adele Vance', upn: 'adele.other@contoso.example' };
      const other = await people.recordRosterEntry(seen, entry, new Date());
      await said();
      assert.deepEqual(await refused(say(params({ person: other.userId, idempotencyKey: 'key-of-another' }))), [
        ...[400, 'claim.name-of-another'],
      ]);
    });

    it('are left as they are where what is sent cannot be read', async () => {
      for (const more of [
        { kind: 'forget' },
        { name: { $gt: '' } },
        { name: '' },
        { person: 1 },
        { idempotencyKey: 'short' },
        { more: true },
      ])
        assert.deepEqual(await refused(say({ ...params(), ...more })), [400, 'tab.bad-request']);
      assert.deepEqual(await said({ kind: 'withdraw', name: 'name:never heard of' }), {});
      assert.equal((await list()).total, 2);
    });
  }));
