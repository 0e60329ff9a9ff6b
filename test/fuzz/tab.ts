/**
 * Requests of all kinds of people, with good and bad tokens, good and bad addresses, bodies and files: nothing fails on the server's side, and nobody
 * sees a claim that is not theirs to see.
 */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { ClaimBody, ClaimsActionBody, ClaimsBody } from '../../src/tab/claims/api.ts';
import type { ImportedBody } from '../../src/tab/imports/api.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { exportOf, MANY_TURNS } from '../e2e/world.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { tasksHere } from '../support/tasks-here.ts';
import type { TabTokenOptions } from '../tab/key-server.ts';
import { openTab, type TabServer } from '../tab/tab-server.ts';
import { answered, type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';
import { mutate } from './mutations.ts';
import { type Asked, type BAD_TOKENS, FOR_LEADS_PATHS, type TabCase, tabCases } from './tab-cases.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';
const MEMBERS = 30;
const LEAD = 'Isaiah Langer';
const REFUSALS = new Set([304, 400, 401, 403, 404, 413, 429]);
const FOR_ALL = /^(?:tickets|version)\b/;
const EXPORT = exportOf([{ claim: 'NEW-1' }]);

/** What somebody may see of a claim. */
interface Known {
  readonly tenantId: string;
  readonly owner: string;
}

/** @param uri of MongoDB; undefined: the embedded engine */
export async function fuzzTab(uri: string | undefined, options: FuzzOptions): Promise<FuzzOutcome> {
  using _reading = tasksHere();
  const tab = await openTab('teams', uri, {
    env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}`, TURNS_PER_MINUTE: MANY_TURNS },
  });
  try {
    const people = await peopleOf(tab);
    const claims = await claimsOf(tab);
    const headers = await tab.as(await tab.person(LEAD));
    const dropped = await tab.upload('imports?name=export.csv', EXPORT, headers);
    const { import: job = '' } = (await dropped.json()) as ImportedBody;
    const requests = new Requests(tab, people, claims);
    return await runCases(options, tabCases(people.length, [...claims.keys()], job), (one) => requests.try(one));
  } finally {
    await tab.dispose();
  }
}

/** Members, a lead, and somebody of another tenant with the name and address of a member. */
async function peopleOf(tab: TabServer): Promise<Person[]> {
  const own = Array.from({ length: MEMBERS }, (_, i) => tab.person(`Member ${i}`));
  const people = await Promise.all([...own, tab.person(LEAD)]);
  const { people: known } = tab.core;
  const foreign = await known.recordSighting({ tenantId: FOREIGN, userId: 'foreign', name: 'Member 3' });
  const entry = { name: 'Member 3', upn: addressOf('Member 3') };
  return [...people, await known.recordRosterEntry(foreign, entry, new Date())];
}

/** @returns who may see which, by the ids of their records */
async function claimsOf(tab: TabServer): Promise<Map<string, Known>> {
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
  return claims;
}

class Requests {
  readonly #tab: TabServer;
  readonly #people: readonly Person[];
  readonly #claims: Map<string, Known>;
  /** Each press for several claims has a new one. */
  #key = 0;

  constructor(tab: TabServer, people: readonly Person[], claims: Map<string, Known>) {
    this.#tab = tab;
    this.#people = people;
    this.#claims = claims;
  }

  /** @throws AssertionError with what is wrong with the answer */
  async try({ person: number, badToken, asked }: TabCase): Promise<string> {
    const person = this.#people[number] as Person;
    const { tenantId, userId } = person;
    const wrong = badToken === null ? {} : badTokens(tenantId === TENANT ? FOREIGN : TENANT)[badToken];
    const token = await this.#tab.keys.token({ tenantId, userId, ...wrong });
    const response = await this.#send(asked, { authorization: `Bearer ${token}` });
    this.#tab.logged.length = 0;
    const { status } = response;
    if (status !== 200) {
      await response.arrayBuffer();
      // What is only looked at takes nothing.
      assert.ok(REFUSALS.has(status) || ('post' in asked && status === 405), String(status));
      return answered(status);
    }
    assert.equal(badToken, null);
    if ('claims' in asked) this.#took(person, asked.action, (await response.json()) as ClaimsActionBody);
    else this.#shown(person, asked, await response.bytes());
    return answered(status);
  }

  #send(asked: Asked, headers: Readonly<Record<string, string>>): Promise<Response> {
    const tab = this.#tab;
    if ('get' in asked) return tab.get(asked.get, headers);
    if ('post' in asked) return tab.post(asked.post, asked.body, headers);
    if ('upload' in asked) {
      const bytes = Buffer.from(mutate(EXPORT, asked.spoiled));
      return tab.upload(`imports?name=${encodeURIComponent(asked.upload)}`, bytes, headers);
    }
    const { claims, action } = asked;
    const idempotencyKey = `a key that is new: ${this.#key++}`;
    return tab.post('claims/actions', { idempotencyKey, claims, ...action }, headers);
  }

  #shown(person: Person, asked: Asked, bytes: Uint8Array): void {
    const path = 'get' in asked ? asked.get : 'post' in asked ? asked.post : 'imports';
    if (path.startsWith('imports')) assert.equal(person.name, LEAD);
    if (FOR_LEADS_PATHS.some((one) => path.startsWith(`${one}?`))) {
      assert.ok(person.name === LEAD || FOR_ALL.test(path), path);
      return;
    }
    const body = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<ClaimsBody & ClaimBody>;
    const ids = path.startsWith('claims/') ? [body.id ?? ''] : (body.rows ?? []).map(({ id }) => id);
    for (const id of ids) assert.ok(this.#maySee(person, id), id);
  }

  /** What was done was theirs to do. */
  #took(person: Person, action: object, body: ClaimsActionBody): void {
    for (const { id, why } of 'outcomes' in body ? body.outcomes : []) {
      if (why !== undefined) continue;
      assert.ok(this.#maySee(person, id), id);
      const known = this.#claims.get(id) as Known;
      if ('to' in action) this.#claims.set(id, { ...known, owner: `upn:${String(action.to)}` });
      else if (!('workload' in action)) this.#claims.set(id, { ...known, owner: `upn:${person.upn}` });
    }
  }

  #maySee(person: Person, id: string): boolean {
    const claim = this.#claims.get(id);
    if (claim?.tenantId !== person.tenantId) return false;
    return person.name === LEAD || claim.owner === '' || claim.owner === `upn:${person.upn}`;
  }
}

/** @param other than their own tenant */
function badTokens(other: string): Readonly<Record<(typeof BAD_TOKENS)[number], Partial<TabTokenOptions>>> {
  return {
    forged: { forged: true },
    unsigned: { alg: 'none' },
    'by a secret': { alg: 'HS256' },
    over: { expiresIn: -600 },
    'by another tenant’s key': { keyOf: other },
    'of another tenant': { claims: { tid: other } },
    'for nothing': { claims: { scp: '' } },
    'for another app': { claims: { aud: 'another' } },
    'of somebody odd': { claims: { oid: { $gt: '' } } },
  };
}
