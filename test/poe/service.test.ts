import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ClaimChanges } from '../../src/claims/changes.ts';
import { Facets } from '../../src/claims/facets.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ClaimService } from '../../src/claims/service.ts';
import { NotFoundError, UserError } from '../../src/errors.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/people/roles.ts';
import { Drafts } from '../../src/poe/drafts.ts';
import { PoeService } from '../../src/poe/service.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const FILE = { sha256: 'a', name: 'sow.pdf', size: 1, title: 'PDF' };
const OWNER = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };

describe('filing of POE', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let claims: ClaimRepository;
    let poe: PoeService;
    let adele: Person;

    beforeEach(async () => {
      engine = await open();
      claims = new ClaimRepository(engine.store);
      const people = new People(engine.store);
      const service = new ClaimService({
        claims,
        facets: new Facets(engine.store),
        people,
        rights: createRights([]),
        changes: new ClaimChanges({ warn: () => undefined }),
      });
      poe = new PoeService({
        claims: service,
        drafts: new Drafts(engine.store),
        newId: randomUUID,
        realTime: () => new Date(),
      });
      await engine.store.setUp();
      const seen = await people.recordSighting({ tenantId: 't1', userId: 'adele', name: 'Adele Vance' });
      adele = await people.recordRosterEntry(seen, { name: 'Adele Vance', upn: 'adelev@contoso.example' }, new Date());
    });
    afterEach(() => engine?.dispose());

    const add = (n: number, from = 0) =>
      claims.addNew(
        't1',
        Array.from({ length: n }, (_, i) =>
          claimRecord({ claimId: `CLM-${from + i}`, customerName: `Customer ${from + i} Holding`, owner: OWNER }),
        ),
      );
    const AT = new Date('2020-06-16T08:00:00Z');

    it('proposes among 4,000 claims of one person, with a choice of at most twenty', async () => {
      for (let from = 0; from < 4_000; from += 1_000) await add(1_000, from);
      const byId = await poe.propose(adele, [{ ...FILE, name: 'CLM-3999.pdf' }], '');
      assert.deepEqual(byId.proposal, { claim: 'id-clm-3999', reason: 'claim id' });
      const byName = await poe.propose(adele, [{ ...FILE, sha256: 'b' }], 'customer holding');
      assert.ok(byName.candidates.length <= 20 && byId.candidates.length <= 20);
    });

    it('proposes the only open claim, the one opened last, and none of several', async () => {
      await add(1);
      assert.equal((await poe.propose(adele, [FILE], '')).proposal?.reason, 'only');
      await add(1, 1);
      assert.equal((await poe.propose(adele, [{ ...FILE, sha256: 'b' }], '')).proposal, undefined);
      const last = await poe.propose({ ...adele, lastClaim: 'id-clm-1' }, [{ ...FILE, sha256: 'c' }], '');
      assert.deepEqual(last.proposal, { claim: 'id-clm-1', reason: 'opened last' });
    });

    it('takes any length and number of words without losing its way', async () => {
      await add(1);
      const names = Array.from({ length: 10 }, (_, i) => ({
        ...FILE,
        sha256: `${i}`,
        name: `${'a-b '.repeat(30)}${i}.pdf`,
      }));
      const draft = await poe.propose(adele, names, 'word '.repeat(2_000));
      assert.deepEqual(draft.candidates, ['id-clm-0']);
    });

    it('files once, says what is repeated, and what was there already', async () => {
      await add(1);
      const draft = await poe.propose(adele, [FILE], '');
      const file = () => poe.file(adele, draft, 'id-clm-0', ['teams'], AT);
      const kinds = (await Promise.all([file(), file(), file()])).map(({ kind }) => kind).sort();
      assert.deepEqual(kinds, ['filed', 'repeated', 'repeated']);
      const again = await poe.propose(adele, [FILE], '');
      assert.equal((await poe.file(adele, again, 'id-clm-0', ['teams'], AT)).kind, 'already there');
      assert.equal((await poe.draft(adele, again._id)).state, 'open');
      assert.equal((await claims.byId('t1', 'id-clm-0'))?.workloads[0]?.poe.length, 1);
    });

    it('leaves the draft open when it comes to nothing', async () => {
      await add(1);
      const draft = await poe.propose(adele, [FILE], '');
      await assert.rejects(poe.file(adele, draft, 'no-such', ['teams'], AT), NotFoundError);
      assert.equal((await poe.file(adele, draft, 'id-clm-0', ['teams'], AT)).kind, 'filed');
    });

    it('is for one’s own drafts', async () => {
      await add(1);
      const draft = await poe.propose(adele, [FILE], '');
      const megan = { ...adele, userId: 'megan' };
      await assert.rejects(poe.draft(megan, draft._id), UserError);
      await assert.rejects(poe.draft(megan, draft._id), { problem: { code: 'poe.not-yours', data: undefined } });
      await assert.rejects(poe.discard(megan, draft._id, AT), UserError);
      const elsewhere = { ...adele, tenantId: 't2' };
      await assert.rejects(poe.draft(elsewhere, draft._id), NotFoundError);
      await assert.rejects(poe.draft(elsewhere, draft._id), { problem: { code: 'poe.gone', data: undefined } });
    });
  });
});
