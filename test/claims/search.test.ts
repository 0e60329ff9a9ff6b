import assert from 'node:assert/strict';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Access } from '../../src/claims/access.ts';
import type { ClaimFields } from '../../src/claims/claim.ts';
import { CLAIMS, ClaimRepository } from '../../src/claims/repository.ts';
import { claimsLike, isSearchablePart } from '../../src/claims/search.ts';
import { parseFilter, parseSort } from '../../src/storage/grammar/filter.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { Columns } from '../../src/storage/sqlite/columns.ts';
import { whereOf } from '../../src/storage/sqlite/where.ts';
import { eachEngine, newPlace, type OpenEngine, type Place, removePlace } from '../support/engines.ts';
import { claimRecord, MARK, workload } from './fixtures.ts';

const LEAD: Access = { lead: true, seesUnowned: true, keys: [] };
const ADELE: Access = { lead: false, seesUnowned: true, keys: ['upn:adelev@contoso.example', 'name:adele vance'] };
const GUEST: Access = { ...ADELE, seesUnowned: false, keys: [] };
const MINE = { key: 'upn:adelev@contoso.example', label: 'adelev@contoso.example' };
const OTHERS = { key: 'upn:meganb@contoso.example', label: 'meganb@contoso.example' };

describe('the search for claims', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let claims: ClaimRepository;

    before(async () => {
      engine = await open();
      claims = new ClaimRepository(engine.store);
      await engine.store.setUp();
      const claim = (claimId: string, customerName: string, more: Partial<ClaimFields> = {}, done = false) =>
        claimRecord({ claimId, customerName, ...more }, [workload('Teams', done ? { confirmed: MARK } : {})]);
      await claims.addNew('t1', [
        claim('CLM-1', 'Fabrikam', { owner: MINE }, true),
        claim('CLM-12', 'Adventure Works', { owner: OTHERS }),
        claim('CLM-13', 'Wingtip Toys'),
        claim('X-CLM-1', 'Northwind Fabrikam', { owner: MINE }),
        claim('Y-1', 'Fabrikam Residences', { owner: MINE }),
        ...Array.from({ length: 12 }, (_, i) => claim(`MANY-${i}`, `Litware ${i}`, { owner: MINE })),
        claim('MANY', 'Proseware'),
      ]);
      await claims.addNew('t2', [{ ...claim('CLM-1', 'Secret', { owner: MINE }), _id: 'other' }]);
    });
    after(() => engine?.dispose());

    const like = async (access: Access, text: string, limit = 10) =>
      (await claimsLike(claims, 't1', access, text, limit)).map(({ claimId }) => claimId);

    it('goes from the ID over beginnings to parts, the most urgent first among customers', async () => {
      assert.deepEqual(await like(LEAD, 'clm-'), ['CLM-1', 'CLM-12', 'CLM-13', 'X-CLM-1']);
      assert.deepEqual(await like(LEAD, 'fabrikam'), ['Y-1', 'CLM-1', 'X-CLM-1']);
      assert.deepEqual(await like(LEAD, 'brik'), ['Y-1', 'X-CLM-1', 'CLM-1']);
    });

    it('looks for no parts where a whole ID was typed', async () => {
      assert.deepEqual(await like(LEAD, 'CLM-1'), ['CLM-1', 'CLM-12', 'CLM-13']);
    });

    it('stays within the rights in each of its looks', async () => {
      for (const text of ['CLM-12', 'clm-1', 'adventure', 'ture wor', 'clm'])
        assert.ok(!(await like(ADELE, text)).includes('CLM-12'), text);
      assert.deepEqual(await like(ADELE, 'clm-1'), ['CLM-1', 'CLM-13']);
      assert.deepEqual(await like(GUEST, 'clm-1'), []);
      assert.deepEqual(await like(GUEST, 'tip to'), []);
    });

    it('shows the exact ID among many others that are one’s own and begin with it', async () => {
      const found = await like(ADELE, 'many');
      assert.equal(found.length, 10);
      assert.equal(found[0], 'MANY');
    });

    it('finds no claim by its owner, whose address may hold any text', async () => {
      for (const text of ['contoso', 'adelev', 'megan']) assert.deepEqual(await like(LEAD, text), [], text);
      assert.deepEqual(await like(LEAD, 'frp'), []);
    });

    it('looks for parts of three letters or more, of one sign where that says as much', async () => {
      assert.deepEqual(await like(LEAD, 'wi'), ['CLM-13']);
      assert.deepEqual(await like(LEAD, 'win'), ['CLM-13', 'X-CLM-1']);
      assert.deepEqual([isSearchablePart('to'), isSearchablePart('toy'), isSearchablePart('東')], [false, true, true]);
    });
  });
});

describe('the search for claims on SQLite', () => {
  let place: Place;
  let database: Sqlite.Database;

  before(async () => {
    place = await newPlace('');
    const { store } = await openStore({ ...place, now: () => new Date() });
    store.collection(CLAIMS);
    await store.setUp();
    await store.close();
    database = new Sqlite(join(place.dataDir, 'store.sqlite'));
  });
  after(async () => {
    database?.close();
    await removePlace(place);
  });

  /** SQLite's plan for each of the queries, in order. */
  async function plansOf(access: Access, text: string): Promise<string[]> {
    const plans: string[] = [];
    const columns = new Columns(CLAIMS);
    const find: ClaimRepository['find'] = async (_tenant, filter, _limit, sort) => {
      const { sql, cells } = whereOf(columns, parseFilter(CLAIMS, filter));
      const order = parseSort(sort).map(([path]) => columns.expression(path));
      const select = `SELECT rowid, doc FROM associations WHERE (tenantId = ?) AND (${sql})${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''} LIMIT 10 OFFSET 0`;
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${select}`).all('t1', ...cells) as { detail: string }[];
      plans.push(steps.map(({ detail }) => detail).join('\n'));
      return [];
    };
    await claimsLike({ find } as ClaimRepository, 't1', access, text, 10);
    return plans;
  }

  it('reads no more of a member’s than is theirs or nobody’s', async () => {
    const plans = await plansOf(ADELE, 'clm-1');
    assert.equal(plans.length, 8);
    for (const plan of plans)
      assert.match(plan, /^SEARCH associations USING INDEX .*(?:f\.owner\.key=|f\.claimKey=)\?/);
  });

  it('reads a range of an index for a lead, and all of the tenant for a part only, as it lies', async () => {
    const plans = await plansOf(LEAD, 'clm-1');
    assert.match(plans.pop() ?? '', /^SCAN associations$/);
    assert.equal(plans.length, 3);
    for (const plan of plans) assert.match(plan, /^SEARCH associations USING INDEX .*f\.(?:claimKey|customerKey)[>=]/);
  });
});
