/** What a turn may cost, counted and not timed: statements, writes, syncs of the disk, JSON, clients of the SDK, statements that read a whole table. */
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import Sqlite from 'better-sqlite3';
import sinon from 'sinon';
import { Database } from '../../src/storage/sqlite/database.ts';
import { SharedSync } from '../../src/storage/sqlite/shared-sync.ts';
import { sdkAuthentication } from '../../src/teams/authentication.ts';
import type { Person } from '../support/teams.ts';
import { importRows, openWorld, type World } from './world.ts';

/** What a turn may cost at most. */
interface Costs {
  readonly statements: number;
  /** Of several statements. */
  readonly transactions: number;
  readonly commits: number;
  readonly syncs: number;
}

/** What people do most. Two commits are the delivery's own: that it is worked on, and that it is done. */
const TURNS: [name: string, costs: Costs, turn: (person: Person) => Promise<unknown>][] = [
  // Who it is; the delivery is begun, found again and done.
  ['help', { statements: 4, transactions: 1, commits: 2, syncs: 1 }, ({ chat }) => chat.says('help')],
  // Besides: the names under which claims are theirs, two counts, the page, what can be chosen.
  ['a list', { statements: 10, transactions: 1, commits: 2, syncs: 1 }, ({ chat }) => chat.says('what needs POE')],
  ['a claim', { statements: 8, transactions: 1, commits: 2, syncs: 1 }, ({ chat }) => chat.says('claim CLM-1')],
  [
    'a press on a list',
    { statements: 7, transactions: 0, commits: 0, syncs: 0 },
    ({ chat }) => chat.presses(chat.lastCard, 'Next'),
  ],
  // The question and, when that is known, the message of its answer: a thumb finds the one by the other.
  ['a question', { statements: 10, transactions: 2, commits: 4, syncs: 2 }, ({ chat }) => chat.says('what is POE?')],
];

/** Characters: less than the card of a list, more than all else that a turn writes. */
const A_CARD = 5_000;

describe('a turn on the embedded store', () => {
  const authentication = sdkAuthentication(undefined);
  const connectors: sinon.SinonSpy[] = [];
  let prepared: sinon.SinonSpy<[source: string], Sqlite.Statement>;
  let statements: readonly sinon.SinonSpy[];
  let transactions: sinon.SinonSpy;
  let userTokens: sinon.SinonSpy;
  let commits: sinon.SinonSpy;
  let syncs: sinon.SinonSpy;
  let world: World;
  let person: Person;

  before(async () => {
    prepared = sinon.spy(Sqlite.prototype, 'prepare');
    statements = (['all', 'get', 'each', 'run'] as const).map((name) => sinon.spy(Database.prototype, name));
    transactions = sinon.spy(Database.prototype, 'write');
    commits = sinon.spy(SharedSync.prototype, 'committed');
    syncs = sinon.spy(fs, 'fdatasync');
    userTokens = sinon.spy(authentication, 'createUserTokenClient');
    const authenticate = sinon.stub(authentication, 'authenticateRequest');
    authenticate.callsFake(async (...request) => {
      const result = await authenticate.wrappedMethod.apply(authentication, request);
      if (result.connectorFactory) connectors.push(sinon.spy(result.connectorFactory, 'create'));
      return result;
    });
    world = await openWorld('sqlite', { overrides: { authentication } });
    person = world.teams.person({ name: 'Isaiah Langer' });
    const rows = Array.from({ length: 30 }, (_, n) => ({ claim: `CLM-${n}`, owner: person.upn }));
    await importRows(person, rows);
    prepared.resetHistory();
    // From here on they are known, and have opened what they open.
    for (const [, , turn] of TURNS) await listed(turn);
  });
  after(async () => {
    await world?.dispose();
    for (const spy of [prepared, ...statements, transactions, commits, syncs]) spy.restore();
  });

  /** With a list as the card that was sent last. */
  async function listed(turn: (person: Person) => Promise<unknown>): Promise<void> {
    await person.chat.says('what needs POE');
    for (const spy of [...statements, transactions, commits, syncs]) spy.resetHistory();
    await turn(person);
  }

  async function costsOf(turn: (person: Person) => Promise<unknown>): Promise<Costs> {
    await listed(turn);
    return {
      statements: statements.reduce((sum, { callCount }) => sum + callCount, 0),
      transactions: transactions.callCount,
      commits: commits.callCount,
      syncs: syncs.callCount,
    };
  }

  for (const [name, most, turn] of TURNS) {
    const limits = Object.entries(most).map(([what, n]) => `${n} ${what}`);
    it(`that is ${name} takes ${limits.join(', ')}, not more`, async () => {
      // Timers of the bot ask the store beside a turn now and then: not beside each of three.
      const costs = [await costsOf(turn), await costsOf(turn), await costsOf(turn)];
      for (const what of ['statements', 'transactions', 'commits', 'syncs'] as const) {
        const least = Math.min(...costs.map((one) => one[what]));
        assert.ok(least <= most[what], `${least} ${what}`);
      }
    });
  }

  it('writes a card as JSON once: what is measured is what is sent', async () => {
    const written = sinon.spy(JSON, 'stringify');
    try {
      await listed(({ chat }) => chat.presses(chat.lastCard, 'Next'));
      const texts = written.returnValues.map((json) => json ?? '');
      assert.ok(texts.some((json) => json.length > 0));
      assert.deepEqual(
        texts.filter((json) => json.length > A_CARD),
        [],
      );
    } finally {
      written.restore();
    }
  });

  it('is acknowledged when the disk has it that it is done, and not before; the answer waits for neither', async () => {
    syncs.restore();
    const held = Promise.withResolvers<() => void>();
    const sync = sinon.stub(fs, 'fdatasync').callsFake((fd, done) => held.resolve(() => sync.wrappedMethod(fd, done)));
    try {
      const { mark } = person.chat.conversation;
      let isAcknowledged = false;
      const said = person.chat.says('help').then(() => {
        isAcknowledged = true;
      });
      await person.chat.next('what needs POE', { since: mark });
      const release = await held.promise;
      assert.equal(isAcknowledged, false);
      sync.callThrough();
      release();
      await said;
    } finally {
      sync.restore();
    }
  });

  it('is answered by clients of the SDK that are kept: of each kind one was made, for all turns', () => {
    assert.ok(connectors.length > 10);
    assert.equal(connectors.filter(({ called }) => called).length, 1);
    assert.equal(userTokens.callCount, 1);
  });

  it('reads no table from end to end', () => {
    const beside = new Sqlite(`${world.place.dataDir}/store.sqlite`, { readonly: true });
    const found = new Set(prepared.args.map(([sql]) => sql).filter((sql) => /^(?:SELECT|UPDATE|DELETE)/.test(sql)));
    const whole = [...found].filter((sql) => {
      const marks = sql
        .split('?')
        .slice(1)
        .map(() => 'x');
      const steps = beside.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...marks) as { detail: string }[];
      return steps.some(({ detail }) => /^SCAN (?!json_each)/.test(detail));
    });
    beside.close();
    assert.ok(found.size > 5);
    assert.deepEqual(whole, []);
  });
});
