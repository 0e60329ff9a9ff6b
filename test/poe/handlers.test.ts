import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { ClaimChanges } from '../../src/claims/changes.ts';
import { Facets } from '../../src/claims/facets.ts';
import { ClaimRemovals } from '../../src/claims/removals.ts';
import { claimReplies } from '../../src/claims/replies.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ClaimService } from '../../src/claims/service.ts';
import { NotFoundError } from '../../src/errors.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/people/roles.ts';
import { DocumentChecks } from '../../src/poe/document-checks.ts';
import { type Draft, Drafts } from '../../src/poe/drafts.ts';
import { type PoeHandlers, poeHandlers } from '../../src/poe/handlers.ts';
import { Proposals } from '../../src/poe/proposals.ts';
import { PoeService } from '../../src/poe/service.ts';
import { poeTexts } from '../../src/poe/texts.ts';
import { surfaceOf } from '../../src/teams/surface.ts';
import type { Turn } from '../../src/turn.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const FILE = { sha256: 'a', name: 'sow.pdf', size: 1, kind: 'pdf' as const };
const ADELE = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };
const MEGAN = { key: 'upn:meganb@contoso.example', label: 'Megan Bowen' };
const AT = new Date('2020-06-16T08:00:00Z');

describe('a draft that was decided by a process that died', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let repository: ClaimRepository;
    let claims: ClaimService;
    let removals: ClaimRemovals;
    let drafts: Drafts;
    let handlers: PoeHandlers;
    let poe: PoeService;
    let proposals: Proposals;
    let adele: Person;
    let draft: Draft;
    /** Milliseconds that real time is ahead. */
    let later: number;
    const base = Date.now();
    const realTime = () => new Date(base + later);

    beforeEach(async () => {
      later = 0;
      engine = await open(realTime);
      repository = new ClaimRepository(engine.store);
      const people = new People(engine.store);
      const rights = createRights([]);
      const changes = new ClaimChanges({ move: async () => undefined }, { warn: () => undefined });
      claims = new ClaimService({
        claims: repository,
        facets: new Facets(engine.store),
        people,
        rights,
        changes,
      });
      removals = new ClaimRemovals({ claims: repository, rights, changes });
      drafts = new Drafts(engine.store);
      restart();
      await engine.store.setUp();
      const seen = await people.recordSighting({ tenantId: 't1', userId: 'adele', name: 'Adele Vance' });
      adele = await people.recordRosterEntry(seen, { name: 'Adele Vance', upn: 'adelev@contoso.example' }, realTime());
      const both = ['ONE', 'TWO'].map((claimId) =>
        claimRecord({ claimId, customerName: `Customer ${claimId}`, owner: ADELE }),
      );
      await repository.addNew('t1', both);
      draft = await proposed('ONE');
      assert.equal(draft.proposal?.claim, 'id-one');
      // The process dies between the decision and its effect.
      const decidedAt = realTime().toISOString();
      await drafts.decide(draft, { claim: 'id-one', workloads: ['teams'], at: AT.toISOString(), decidedAt });
    });
    afterEach(() => engine?.dispose());

    function restart(): void {
      const { store, vault, place } = engine;
      const { signal: stopping } = new AbortController();
      const tempDir = join(place.dataDir, 'tmp');
      const checks = new DocumentChecks({
        ...{ store, vault, tempDir, newId: randomUUID, realTime, stopping, partners: [], timeZone: 'UTC' },
      });
      proposals = new Proposals({ claims, drafts, checks, newId: randomUUID, realTime });
      const renewing = { renew: async () => true };
      poe = new PoeService({ claims, drafts, checks, proposals, vault: renewing, realTime });
      const replies = claimReplies(claims, removals, CAMPAIGNS, randomUUID);
      const toNobody = () => false;
      handlers = poeHandlers(poe, proposals, claims, replies, toNobody, () => '');
    }

    async function proposed(message: string): Promise<Draft> {
      const [one] = await proposals.propose(adele, [{ file: FILE }], message);
      assert.ok(one);
      return one;
    }

    const turn = (): Turn => ({
      ...{
        tenantId: 't1',
        person: adele,
        scope: 'personal',
        surface: surfaceOf({ channelId: 'msteams', channelData: {}, entities: [] }),
        text: '',
        written: '',
        files: [],
        now: AT,
        locale: 'en-US',
      },
      ...{ timeZone: 'UTC', log: pino({ level: 'silent' }), serviceUrl: 'https://service.example/' },
      say: async () => undefined,
      remove: async () => undefined,
      serviceToken: async () => undefined,
    });
    const fileFor = (claim: string) =>
      handlers.file(turn(), { draft: draft._id, shown: claim, claim, workloads: 'teams' });
    const discard = () => handlers.discard(turn(), { draft: draft._id });
    const state = async () => (await drafts.get('t1', draft._id))?.state;
    const filesOf = async (claim: string) =>
      (await repository.byId('t1', claim))?.workloads.flatMap(({ poe }) => poe.map(({ fileName }) => fileName));
    const giveAway = (claim: string) => repository.change('t1', claim, 'given', () => ({ owner: MEGAN }));

    for (const [how, meanwhile] of [
      ['as it was', async () => undefined],
      ['with its claim another’s by now', () => giveAway('id-one')],
    ] as const) {
      describe(how, () => {
        beforeEach(async () => {
          await meanwhile();
          later = 31_000;
          restart();
        });

        it('is discarded by "Discard"', async () => {
          assert.deepEqual(await discard(), { text: poeTexts('en').discarded });
          assert.equal(await state(), 'discarded');
          assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [[], []]);
        });

        it('is filed for another claim by "File POE", and for that one only', async () => {
          const filed = await fileFor('id-two');
          assert.match(JSON.stringify(filed.card?.data), /Filed sow\.pdf for Teams on claim TWO/);
          assert.equal(await state(), 'filed');
          assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [[], ['sow.pdf']]);
        });
      });
    }

    it('is filed for the same claim by the same press', async () => {
      later = 31_000;
      assert.match(JSON.stringify((await fileFor('id-one')).card?.data), /Filed sow\.pdf for Teams on claim ONE/);
      assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [['sow.pdf'], []]);
    });

    it('goes to the claim decided while the process that decided might still be at work', async () => {
      later = 29_000;
      assert.match(JSON.stringify((await fileFor('id-two')).card?.data), /Filed sow\.pdf for Teams on claim ONE/);
      assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [['sow.pdf'], []]);
    });

    describe('after its effect', () => {
      beforeEach(async () => {
        const filedBy = { userId: 'adele', name: 'Adele Vance' };
        const record = {
          draft: draft._id,
          sha256: 'a',
          fileName: 'sow.pdf',
          size: 1,
          filedAt: AT.toISOString(),
          filedBy,
        };
        await claims.filePoe(adele, 'id-one', ['teams'], [record], draft._id);
        later = 31_000;
        restart();
      });

      it('is closed as filed, whatever is pressed', async () => {
        for (const press of [() => fileFor('id-two'), discard, () => fileFor('id-one')])
          assert.match(JSON.stringify((await press()).card?.data), /Already filed on claim ONE/);
        assert.equal(await state(), 'filed');
        assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [['sow.pdf'], []]);
      });

      it('is closed as filed when the claim is another’s by now, and shows nothing of it', async () => {
        await giveAway('id-one');
        for (const press of [() => fileFor('id-two'), discard]) await assert.rejects(press(), NotFoundError);
        assert.equal(await state(), 'filed');
        assert.deepEqual([await filesOf('id-one'), await filesOf('id-two')], [['sow.pdf'], []]);
      });

      it('makes room for the same bytes, to be filed for another claim', async () => {
        await poe.draft(adele, draft._id);
        const next = await proposed('TWO');
        assert.notEqual(next._id, draft._id);
      });
    });
  });
});
