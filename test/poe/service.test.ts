import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ClaimChanges } from '../../src/claims/changes.ts';
import { Facets } from '../../src/claims/facets.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ClaimService } from '../../src/claims/service.ts';
import { NotFoundError, UserError } from '../../src/errors.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/people/roles.ts';
import { DocumentChecks } from '../../src/poe/document-checks.ts';
import { type Draft, type DraftFile, Drafts } from '../../src/poe/drafts.ts';
import { createIntake } from '../../src/poe/intake.ts';
import { Proposals } from '../../src/poe/proposals.ts';
import { PoeService } from '../../src/poe/service.ts';
import { UploadQuota } from '../../src/poe/upload-quota.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { PDF } from '../files/documents.ts';
import { eachEngine, eachUri, type OpenEngine } from '../support/engines.ts';
import { addressOf, type OpenFeatures, openFeatures, TENANT } from '../support/features.ts';

const FILE = { sha256: 'a', name: 'sow.pdf', size: 1, kind: 'pdf' as const };
const OWNER = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };

/** One draft for files that name no claim. */
async function proposed(
  proposals: Proposals,
  person: Person,
  files: readonly DraftFile[],
  message: string,
): Promise<Draft> {
  const [draft, ...others] = await proposals.propose(
    person,
    files.map((file) => ({ file })),
    message,
  );
  assert.ok(draft);
  assert.deepEqual(others, []);
  return draft;
}

describe('filing of POE', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let claims: ClaimRepository;
    let poe: PoeService;
    let proposals: Proposals;
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
        changes: new ClaimChanges({ move: async () => undefined }, { warn: () => undefined }),
      });
      const drafts = new Drafts(engine.store);
      const now = () => new Date();
      const checks = new DocumentChecks({
        ...{ store: engine.store, vault: engine.vault, tempDir: join(engine.place.dataDir, 'tmp'), newId: randomUUID },
        ...{ partners: [], timeZone: 'UTC', realTime: now, stopping: new AbortController().signal },
      });
      proposals = new Proposals({ claims: service, drafts, checks, newId: randomUUID, realTime: now });
      const vault = { renew: async () => true };
      poe = new PoeService({ claims: service, drafts, checks, proposals, vault, realTime: now });
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
      const byId = await proposed(proposals, adele, [{ ...FILE, name: 'CLM-3999.pdf' }], '');
      assert.deepEqual(byId.proposal, { claim: 'id-clm-3999', reason: 'claim id' });
      const byName = await proposed(proposals, adele, [{ ...FILE, sha256: 'b' }], 'customer holding');
      assert.ok(byName.candidates.length <= 20 && byId.candidates.length <= 20);
    });

    it('proposes the only open claim, the one opened last, and none of several', async () => {
      await add(1);
      assert.equal((await proposed(proposals, adele, [FILE], '')).proposal?.reason, 'only');
      await add(1, 1);
      assert.equal((await proposed(proposals, adele, [{ ...FILE, sha256: 'b' }], '')).proposal, undefined);
      const last = await proposed(proposals, { ...adele, lastClaim: 'id-clm-1' }, [{ ...FILE, sha256: 'c' }], '');
      assert.deepEqual(last.proposal, { claim: 'id-clm-1', reason: 'opened last' });
    });

    it('takes any length and number of words without losing its way', async () => {
      await add(1);
      const names = Array.from({ length: 10 }, (_, i) => ({
        ...FILE,
        sha256: `${i}`,
        name: `${'a-b '.repeat(30)}${i}.pdf`,
      }));
      const draft = await proposed(proposals, adele, names, 'word '.repeat(2_000));
      assert.deepEqual(draft.candidates, ['id-clm-0']);
    });

    it('files once, says what is repeated, and what was there already', async () => {
      await add(1);
      const draft = await proposed(proposals, adele, [FILE], '');
      const file = () => poe.file(adele, draft, { claim: 'id-clm-0', workloads: ['teams'] }, AT);
      const kinds = (await Promise.all([file(), file(), file()])).map(({ kind }) => kind).sort();
      assert.deepEqual(kinds, ['filed', 'repeated', 'repeated']);
      const again = await proposed(proposals, adele, [FILE], '');
      assert.equal(
        (await poe.file(adele, again, { claim: 'id-clm-0', workloads: ['teams'] }, AT)).kind,
        'already there',
      );
      assert.equal((await poe.draft(adele, again._id)).state, 'open');
      assert.equal((await claims.byId('t1', 'id-clm-0'))?.workloads[0]?.poe.length, 1);
    });

    it('leaves the draft open when it comes to nothing', async () => {
      await add(1);
      const draft = await proposed(proposals, adele, [FILE], '');
      await assert.rejects(poe.file(adele, draft, { claim: 'no-such', workloads: ['teams'] }, AT), NotFoundError);
      assert.equal((await poe.file(adele, draft, { claim: 'id-clm-0', workloads: ['teams'] }, AT)).kind, 'filed');
    });

    it('is for one’s own drafts', async () => {
      await add(1);
      const draft = await proposed(proposals, adele, [FILE], '');
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

describe('a caller that is not the chat, with a document', () => {
  eachUri((uri) => {
    let features: OpenFeatures;
    let poe: PoeService;
    let proposals: Proposals;
    let adele: Person;
    let megan: Person;
    let file: DraftFile;
    const AT = new Date('2020-06-16T08:00:00Z');
    const CLAIM = 'id-clm-1';

    beforeEach(async () => {
      features = await openFeatures(uri);
      poe = features.poe.service;
      proposals = features.poe.proposals;
      adele = await features.person('Adele Vance');
      megan = await features.person('Megan Bowen');
      const owner = { key: `upn:${addressOf('Adele Vance')}`, label: 'Adele Vance' };
      await features.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', owner }),
        claimRecord({ claimId: 'CLM-2', owner }),
      ]);
      const { vault, store, realTime, tempDir, newId } = features.core;
      const quota = new UploadQuota({ store, most: 1_000_000, timeZone: 'UTC', realTime });
      const intake = createIntake({
        vault,
        quota,
        scanner: { scan: async () => 'clean' },
        tempDir,
        newId,
        maxBytes: 1_000_000,
      });
      const source = { name: 'sow CLM-1.pdf', open: async () => Readable.from([PDF]) };
      ({ file } = await intake.take(adele, source, async () => undefined));
    });
    afterEach(() => features?.dispose());

    const requested = (draft: string, workloads: readonly string[], shown = CLAIM) =>
      poe.request(adele, { draft, claim: CLAIM, shown, workloads }, AT);

    it('files it for a claim: proposed, chosen, and kept with its bytes', async () => {
      const draft = await proposed(proposals, adele, [file], '');
      assert.deepEqual(draft.proposal, { claim: CLAIM, reason: 'claim id' });
      assert.deepEqual((await poe.choices(adele, draft))?.map(({ claimId }) => claimId).sort(), ['CLM-1', 'CLM-2']);
      const early = await requested(draft._id, ['teams'], '');
      assert.ok(early.kind === 'choose workloads' && early.why === 'of another claim');
      const none = await requested(draft._id, []);
      assert.ok(none.kind === 'choose workloads' && none.why === 'none chosen');
      assert.equal((await requested(draft._id, ['teams'])).kind, 'filed');
      assert.equal((await requested(draft._id, ['teams'])).kind, 'repeated');
      const [filed, ...others] = (await features.claims.service.open(adele, CLAIM)).workloads[0]?.poe ?? [];
      assert.equal(others.length, 0);
      assert.deepEqual([filed?.fileName, filed?.filedBy.name], ['sow CLM-1.pdf', 'Adele Vance']);
      assert.deepEqual(await buffer(await features.core.vault.open(TENANT, filed?.sha256 ?? '')), PDF);
    });

    it('is told what to choose where it names no claim, or several', async () => {
      const { _id } = await proposed(proposals, adele, [file], '');
      const named = (claimText: string | undefined) => poe.request(adele, { draft: _id, claimText, workloads: [] }, AT);
      for (const [claimText, why] of [
        [undefined, 'none named'],
        ['CLM-9', 'unknown'],
        ['Contoso', 'several'],
      ] as const) {
        const outcome = await named(claimText);
        assert.ok(outcome.kind === 'choose claim' && outcome.why === why, `${claimText}`);
      }
    });

    it('is told what is there already', async () => {
      await requested((await proposed(proposals, adele, [file], ''))._id, ['teams']);
      const again = await requested((await proposed(proposals, adele, [file], ''))._id, ['teams']);
      assert.ok(again.kind === 'already there');
      assert.deepEqual(again.already, [{ fileName: 'sow CLM-1.pdf', workload: 'Teams', filedAt: AT.toISOString() }]);
    });

    it('discards it, and files nothing of it after that', async () => {
      const draft = await proposed(proposals, adele, [file], '');
      assert.equal(await poe.discard(adele, draft._id, AT), undefined);
      await assert.rejects(requested(draft._id, ['teams']), { problem: { code: 'poe.gone', data: undefined } });
      await assert.rejects(poe.openFiles(adele, draft._id), { problem: { code: 'poe.gone', data: undefined } });
      assert.deepEqual((await features.claims.service.open(adele, CLAIM)).workloads[0]?.poe, []);
    });

    it('files nothing for somebody else’s claim, and leaves the draft to be filed for another', async () => {
      const draft = await proposed(proposals, megan, [file], 'CLM-1');
      assert.deepEqual([draft.proposal, await poe.choices(megan, draft)], [undefined, undefined]);
      const asMegan = poe.request(megan, { draft: draft._id, claim: CLAIM, shown: CLAIM, workloads: ['teams'] }, AT);
      await assert.rejects(asMegan, { problem: { code: 'claim.gone', data: undefined } });
      assert.deepEqual(await poe.openFiles(megan, draft._id), [file]);
    });
  });
});
