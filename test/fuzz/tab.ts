/**
 * Requests of all kinds of people, with good and bad tokens, good and bad addresses, bodies and bytes: nothing fails on the server's side, and nobody
 * sees a claim that is not theirs to see.
 */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { ClaimBody, ClaimsActionBody, ClaimsBody } from '../../src/tab/claims/api.ts';
import type { ImportedBody } from '../../src/tab/imports/api.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { exportOf } from '../e2e/world.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { tasksHere } from '../support/tasks-here.ts';
import type { TabTokenOptions } from '../tab/key-server.ts';
import { openTab, type TabServer } from '../tab/tab-server.ts';
import { type Chance, chanceOf } from './chance.ts';
import { answered, type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const MEMBERS = 30;
const LEAD = 'Isaiah Langer';
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
  state: ['to collect', 'to upload', 'done', 'outside', 'removed', 'lost', ...WORDS],
  sort: ['urgency', 'customer', 'claim', 'owner', 'constructor', ...WORDS],
  order: ['up', 'down', ...WORDS],
  from: ['0', '1', '40', '1e3', '-1', '99999999999', 'NaN', '0x10', ...WORDS],
  count: ['1', '200', '201', '0', '1.5', ...WORDS],
  nonsense: WORDS,
};
/** What nobody but a lead gets anything of, but for tickets: nobody has one here. */
const FOR_LEADS_PATHS = ['campaign', 'campaign/days', 'owners/named', 'questions', 'tickets', 'version'].concat(
  ['campaign/owners', 'campaign/programs', 'campaign/workloads', 'campaign/days', 'questions', 'tickets'].flatMap(
    (path) => [`${path}.csv`, `${path}.xlsx`],
  ),
);
const FOR_ALL = /^(?:tickets|version)\b/;
const LEADS_QUERY: typeof QUERY = {
  campaign: ['cpor-2020@2020-06-30', 'cpor-2020@2020-09-30', 'gone', ...WORDS],
  who: ['all', 'not started', 'not reached', 'toString', ...WORDS],
  list: ['open', 'decided', ...WORDS],
  page: ['0', '1', '99999', '100001', '-1', '1.5', ...WORDS],
  of: ['mine', 'all', 'campaign', ...WORDS],
  state: ['unfinished', 'open', 'resolved', ...WORDS],
  text: WORDS,
};
const BAD_BODIES = [[], 'x', { choices: [] }, { choices: { column0: 5 } }, { choices: null }, { sure: true }] as const;
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

/** @param uri of MongoDB; undefined: the embedded engine */
export async function fuzzTab(uri: string | undefined, options: FuzzOptions): Promise<FuzzOutcome> {
  using _reading = tasksHere();
  const tab = await openTab('teams', uri, { env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}` } });
  try {
    const requests = await Requests.create(tab, chanceOf(options.seed));
    return await runCases(options, () => requests.one());
  } finally {
    await tab.dispose();
  }
}

class Requests {
  readonly #tab: TabServer;
  readonly #chance: Chance;
  readonly #people: readonly Person[];
  /** By their records. */
  readonly #claims: Map<string, Known>;
  /** An import of the lead's. */
  readonly #job: string;

  private constructor(
    tab: TabServer,
    chance: Chance,
    people: readonly Person[],
    claims: Map<string, Known>,
    job: string,
  ) {
    this.#tab = tab;
    this.#chance = chance;
    this.#people = people;
    this.#claims = claims;
    this.#job = job;
  }

  static async create(tab: TabServer, chance: Chance): Promise<Requests> {
    const own = Array.from({ length: MEMBERS }, (_, i) => tab.person(`Member ${i}`));
    const people = await Promise.all([...own, tab.person(LEAD)]);
    const { people: known } = tab.core;
    const foreign = await known.recordSighting({ tenantId: FOREIGN, userId: 'foreign', name: 'Member 3' });
    const entry = { name: 'Member 3', upn: addressOf('Member 3') };
    people.push(await known.recordRosterEntry(foreign, entry, new Date()));
    const claims = new Map<string, Known>();
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
    const headers = await tab.as(await tab.person(LEAD));
    const dropped = await tab.upload('imports?name=export.csv', exportOf([{ claim: 'NEW-1' }]), headers);
    const job = ((await dropped.json()) as ImportedBody).import ?? '';
    return new Requests(tab, chance, people, claims, job);
  }

  /** @returns the status @throws AssertionError with what is wrong with the answer */
  async one(): Promise<string> {
    const { next, one } = this.#chance;
    const tab = this.#tab;
    const person = one(this.#people);
    const isBad = next() < 0.2;
    const { tenantId, userId } = person;
    const wrong = isBad && one(badTokens(tenantId === TENANT ? FOREIGN : TENANT));
    const token = await tab.keys.token({ tenantId, userId, ...wrong });
    const headers = { authorization: `Bearer ${token}` };
    if (next() < 0.25) return answered(await this.#pressed(person, isBad, headers));
    const path = this.#path();
    const isSent = path.startsWith('imports/') && next() < 0.5;
    const response = isSent ? await tab.post(path, this.#bodyFor(path), headers) : await tab.get(path, headers);
    const said = `${person.name}${isBad ? ', badly' : ''}: ${path}`;
    if (response.status !== 200) {
      await response.arrayBuffer();
      // What is only looked at takes nothing.
      const isRefusal = REFUSALS.has(response.status) || (isSent && response.status === 405);
      assert.ok(isRefusal, `${response.status} for ${said}`);
      return answered(response.status);
    }
    assert.ok(!isBad, said);
    const bytes = await response.bytes();
    if (path.startsWith('imports')) assert.equal(person.name, LEAD, said);
    if (FOR_LEADS_PATHS.some((one) => path.startsWith(`${one}?`))) {
      assert.ok(person.name === LEAD || FOR_ALL.test(path), said);
      return answered(200);
    }
    const body = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<ClaimsBody & ClaimBody>;
    const ids = path.startsWith('claims/') ? [body.id ?? ''] : (body.rows ?? []).map(({ id }) => id);
    for (const id of ids) assert.ok(this.#maySee(person, id), `${id} for ${said}`);
    return answered(200);
  }

  #maySee(person: Person, id: string): boolean {
    const claim = this.#claims.get(id);
    if (claim?.tenantId !== person.tenantId) return false;
    return person.name === LEAD || claim.owner === '' || claim.owner === `upn:${person.upn}`;
  }

  /** One press for several claims: what was done was theirs to do. @returns the status */
  async #pressed(person: Person, isBad: boolean, headers: Readonly<Record<string, string>>): Promise<number> {
    const { next, below, one } = this.#chance;
    const claims = this.#claims;
    const ids = Array.from({ length: below(4) }, () => one([...claims.keys(), ...WORDS]));
    const action = one<object>([
      { kind: 'take' },
      { kind: 'assign', to: one([addressOf('Member 3'), addressOf('Member 7'), ...WORDS]) },
      {
        kind: one(['confirm', 'unconfirm', 'not-engaged', 'engaged', 'steal', ...WORDS]),
        workload: one(['teams', ...WORDS]),
      },
      { kind: 'bring-back' },
      { kind: one(WORDS) },
    ]);
    const extra = next() < 0.1 ? { [one(['__proto__', 'owner', 'tenantId', ...WORDS])]: one(WORDS) } : {};
    const body = { idempotencyKey: `a key that is new: ${next()}`, claims: ids, ...action, ...extra };
    const response = await this.#tab.post('claims/actions', body, headers);
    const said = `${person.name}${isBad ? ', badly' : ''}: ${JSON.stringify(body)}`;
    if (response.status !== 200) {
      await response.arrayBuffer();
      assert.ok(REFUSALS.has(response.status), `${response.status} for ${said}`);
      return response.status;
    }
    assert.ok(!isBad, said);
    const answer = (await response.json()) as ClaimsActionBody;
    const outcomes = 'outcomes' in answer ? answer.outcomes : [];
    for (const { id, why } of outcomes) {
      if (why !== undefined) continue;
      assert.ok(this.#maySee(person, id), `${id} for ${said}`);
      const known = claims.get(id) as Known;
      if ('to' in action) claims.set(id, { ...known, owner: `upn:${String(action.to)}` });
      else if (!('workload' in action)) claims.set(id, { ...known, owner: `upn:${person.upn}` });
    }
    return response.status;
  }

  /** Of what can be sent, only another preview is in order here. */
  #bodyFor(path: string): unknown {
    const { one } = this.#chance;
    const choices = { [one(['column0', 'column9', ...WORDS])]: one(['claimId', ...WORDS]), encoding: one(WORDS) };
    if (path.endsWith('/preview')) return one<unknown>([{ choices }, { choices, more: 1 }, ...BAD_BODIES]);
    return one(BAD_BODIES);
  }

  #path(): string {
    const { next, one } = this.#chance;
    const kind = next();
    if (kind < 0.1) return one(['me', 'version', 'filters', 'people', 'imports', 'nothing', '']);
    if (kind < 0.25) return `${one(FOR_LEADS_PATHS)}?${this.#query(LEADS_QUERY)}`;
    if (kind < 0.3)
      return `imports/${encodeURIComponent(one([this.#job, ...WORDS]))}${one(['', '/preview', '/start', '/cancel', '/undo', '/as-poe', '/x'])}`;
    if (kind < 0.5) return `claims/${encodeURIComponent(one([...this.#claims.keys(), ...WORDS]))}`;
    return `claims?${this.#query(QUERY)}`;
  }

  #query(all: typeof QUERY): URLSearchParams {
    const { next, one } = this.#chance;
    const chosen = Object.entries(all).filter(() => next() < 0.25);
    return new URLSearchParams(chosen.map(([name, values]) => [name, one(values)] as [string, string]));
  }
}
