/**
 * Thousands of requests of all kinds of people, with good and bad tokens, good and bad addresses: nothing fails on the server's side, and nobody sees
 * a claim that is not theirs to see. `TAB_FUZZ=10000 npx mocha test/tab/api.fuzz.test.ts` tries more of them.
 */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { ClaimBody, ClaimsBody } from '../../src/tab/api.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { seeded } from '../support/random.ts';
import type { TabTokenOptions } from './key-server.ts';
import { openTab, type TabServer } from './tab-server.ts';

const REQUESTS = Number(process.env.TAB_FUZZ ?? 400);
const FOREIGN = '55555555-5555-4555-8555-555555555555';
const MEMBERS = 30;
const REFUSALS = new Set([304, 400, 401, 403, 404, 429]);

/** What somebody may see of a claim. */
interface Known {
  readonly tenantId: string;
  readonly owner: string;
}

const WORDS = [
  '',
  'CLM',
  'customer 1',
  'é',
  '%',
  "'",
  '"',
  '\\',
  '$ne',
  '{"$gt":""}',
  '\u0000',
  '💥',
  'x'.repeat(501),
  '../..',
  '__proto__',
];
const QUERY: Readonly<Record<string, readonly string[]>> = {
  owner: ['mine', 'none', 'all', `owner:upn:${addressOf('Member 3')}`, 'owner:', 'owner:name:x', 'everybody', ...WORDS],
  text: WORDS,
  program: ['OSU Microsoft 365', ...WORDS],
  workload: ['teams', ...WORDS],
  state: ['to collect', 'to upload', 'done', 'outside', 'lost', ...WORDS],
  sort: ['urgency', 'customer', 'claim', 'owner', 'constructor', ...WORDS],
  order: ['up', 'down', ...WORDS],
  from: ['0', '1', '40', '1e3', '-1', '99999999999', 'NaN', '0x10', ...WORDS],
  count: ['1', '200', '201', '0', '1.5', ...WORDS],
  nonsense: WORDS,
};
/** @param other than their own tenant */
const badTokens = (other: string): readonly Partial<TabTokenOptions>[] => [
  { forged: true },
  { alg: 'none' },
  { alg: 'HS256' },
  { expiresIn: -600 },
  { keyOf: other },
  { claims: { tid: other } },
  { claims: { scp: '' } },
  { claims: { aud: 'another' } },
  { claims: { oid: { $gt: '' } } },
];

describe('requests of all kinds', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let people: Person[];
    let claims: Map<string, Known>;

    before(async () => {
      tab = await openTab('teams', uri, { env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}` } });
      const own = Array.from({ length: MEMBERS }, (_, i) => tab.person(`Member ${i}`));
      people = await Promise.all([...own, tab.person('Isaiah Langer')]);
      const { people: known } = tab.core;
      const foreign = await known.recordSighting({ tenantId: FOREIGN, userId: 'foreign', name: 'Member 3' });
      const entry = { name: 'Member 3', upn: addressOf('Member 3') };
      people.push(await known.recordRosterEntry(foreign, entry, new Date()));
      claims = new Map();
      for (const tenantId of [TENANT, FOREIGN]) {
        const some = Array.from({ length: 90 }, (_, i) => {
          const label = `Member ${i % MEMBERS}`;
          const owner = i % 3 === 0 ? {} : { owner: { key: `upn:${addressOf(label)}`, label } };
          const record = claimRecord({ claimId: `CLM-${i}`, customerName: `Customer ${i}`, ...owner });
          return { ...record, _id: `${tenantId.slice(0, 4)}-${i}` };
        });
        await tab.claims.repository.addNew(tenantId, some);
        for (const { _id, owner } of some) claims.set(_id, { tenantId, owner: owner?.key ?? '' });
      }
    });
    after(() => tab?.dispose());

    function maySee(person: Person, id: string): boolean {
      const claim = claims.get(id);
      if (claim?.tenantId !== person.tenantId) return false;
      return person.name === 'Isaiah Langer' || claim.owner === '' || claim.owner === `upn:${person.upn}`;
    }

    it(`are answered within the rights of whoever asks, ${REQUESTS} of them`, async function () {
      this.timeout(30_000 + 20 * REQUESTS);
      const random = seeded(uri === undefined ? 1 : 2);
      const one = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
      const counts = new Map<number, number>();
      for (let i = 0; i < REQUESTS; i++) {
        const person = one(people);
        const isBad = random() < 0.2;
        const { tenantId, userId } = person;
        const wrong = isBad && one(badTokens(tenantId === TENANT ? FOREIGN : TENANT));
        const token = await tab.keys.token({ tenantId, userId, ...wrong });
        const path = pathFrom(random, one);
        const response = await tab.get(path, { authorization: `Bearer ${token}` });
        counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
        const said = `${person.name}${isBad ? ', badly' : ''}: ${path}`;
        if (response.status !== 200) {
          assert.ok(REFUSALS.has(response.status), `${response.status} for ${said}`);
          continue;
        }
        assert.ok(!isBad, said);
        const body = (await response.json()) as Partial<ClaimsBody & ClaimBody>;
        const ids = path.startsWith('claims/') ? [body.id ?? ''] : (body.rows ?? []).map(({ id }) => id);
        for (const id of ids) assert.ok(maySee(person, id), `${id} for ${said}`);
      }
      // Otherwise nothing was tried.
      assert.ok((counts.get(200) ?? 0) > REQUESTS / 10, JSON.stringify([...counts]));
    });

    function pathFrom(random: () => number, one: <T>(some: readonly T[]) => T): string {
      const kind = random();
      if (kind < 0.1) return one(['me', 'version', 'filters', 'people', 'nothing', '']);
      if (kind < 0.4) return `claims/${encodeURIComponent(one([...claims.keys(), ...WORDS]))}`;
      const chosen = Object.entries(QUERY).filter(() => random() < 0.25);
      return `claims?${new URLSearchParams(chosen.map(([name, values]) => [name, one(values)] as [string, string]))}`;
    }
  });
});
