import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { ClaimChanges } from '../../src/claims/changes.ts';
import { Facets } from '../../src/claims/facets.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ClaimService } from '../../src/claims/service.ts';
import { ForbiddenError, NotFoundError, type UserError } from '../../src/errors.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import { createRights } from '../../src/people/roles.ts';
import type { Problem } from '../../src/problems/index.ts';
import { acceptedIds } from '../../src/tickets/form.ts';
import type { TicketInput } from '../../src/tickets/new-ticket.ts';
import { TicketNumbers } from '../../src/tickets/numbers.ts';
import { TicketRepository } from '../../src/tickets/repository.ts';
import { TicketService } from '../../src/tickets/service.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { TENANT } from './fixtures.ts';

const NOW = new Date('2020-06-16T09:00:00Z');
const OWNER = { key: 'upn:adelev@contoso.example', label: 'Adele Vance' };

describe('tickets without a chat', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;
    let service: TicketService;
    let adele: Person;
    let megan: Person;
    let isaiah: Person;
    let woken: number;

    beforeEach(async () => {
      engine = await open();
      woken = 0;
      const claims = new ClaimRepository(engine.store);
      const people = new People(engine.store);
      const rights = createRights(['isaiah']);
      tickets = new TicketRepository(engine.store);
      service = new TicketService({
        stamps: { move: async () => undefined },
        tickets,
        numbers: new TicketNumbers(engine.store),
        claims: new ClaimService({
          claims,
          facets: new Facets(engine.store),
          people,
          rights,
          changes: new ClaimChanges({ move: async () => undefined }, { warn: () => undefined }),
        }),
        vault: engine.vault,
        rights,
        realTime: () => NOW,
        newId: randomUUID,
        wake: () => {
          woken += 1;
        },
      });
      await engine.store.setUp();
      await claims.addNew(TENANT, [claimRecord({ claimId: 'CLM-1', customerName: 'Contoso Retail', owner: OWNER })]);
      const personOf = async (userId: string, name: string, upn: string) =>
        people.recordRosterEntry(await people.recordSighting({ tenantId: TENANT, userId, name }), { name, upn }, NOW);
      adele = await personOf('adele', 'Adele Vance', 'adelev@contoso.example');
      megan = await personOf('megan', 'Megan Bowen', 'meganb@contoso.example');
      isaiah = await personOf('isaiah', 'Isaiah Langer', 'isaiahl@contoso.example');
    });
    afterEach(() => engine?.dispose());

    const ENTERED = {
      topic: 'cpor',
      issue: 'disassociation',
      claims: 'CLM-1',
      description: 'It has ended.',
      accepted: '',
    };

    async function inputOf(person: Person, more: Partial<typeof ENTERED> = {}): Promise<TicketInput> {
      const result = await service.check(person, { ...ENTERED, ...more });
      return 'input' in result ? result.input : assert.fail(JSON.stringify(result.problems));
    }
    const opened = async (key = 'k'): Promise<Ticket> => service.open(adele, key, await inputOf(adele));
    const refuses = (done: Promise<unknown>, kind: typeof UserError, problem: Problem) =>
      assert.rejects(done, (error) => {
        assert.ok(error instanceof kind);
        assert.deepEqual(error.problem, problem);
        return true;
      });

    it('are opened once for a key, with the claims that the person may see', async () => {
      const first = await opened();
      assert.deepEqual(first.claims, [{ claimId: 'CLM-1', customer: 'Contoso Retail', known: true }]);
      assert.deepEqual([first.number, first.state, first.requester.name], [1001, 'open', 'Adele Vance']);
      assert.equal((await opened())._id, first._id);
      assert.equal((await opened('another')).number, 1002);
      assert.equal(woken, 2);
    });

    it('say by code what is to be put right in the form, field by field', async () => {
      const result = await service.check(megan, { ...ENTERED, issue: '', description: '…', claims: 'CLM-1, X-2' });
      assert.deepEqual(result, {
        problems: {
          issue: { code: 'ticket.no-issue', data: undefined },
          description: { code: 'ticket.no-description', data: undefined },
          claims: { code: 'ticket.unknown-claims', data: { claimIds: ['CLM-1', 'X-2'] } },
        },
        accepted: acceptedIds(['CLM-1', 'X-2']),
      });
      const warned = { claims: 'CLM-1, X-2', accepted: acceptedIds(['CLM-1', 'X-2']) };
      assert.deepEqual(
        (await inputOf(megan, warned)).claims.map(({ known }) => known),
        [false, false],
      );
    });

    it('take words for claim IDs where all of them are', async () => {
      assert.deepEqual(
        (await inputOf(adele, { claims: 'CLM-1 CLM-1' })).claims.map(({ claimId }) => claimId),
        ['CLM-1'],
      );
    });

    it('are listed for their requester and for leads, and nobody else finds them', async () => {
      const { number } = await opened();
      for (const [person, total] of [
        [adele, 1],
        [isaiah, 1],
        [megan, 0],
      ] as const)
        assert.equal((await service.list(person, 0, 8)).total, total, person.name);
      assert.equal((await service.ticket(isaiah, number)).number, number);
      await refuses(service.ticket(megan, number), NotFoundError, { code: 'ticket.not-found', data: { asked: 1001 } });
      await refuses(service.ticket(adele, 7), NotFoundError, { code: 'ticket.not-found', data: { asked: 7 } });
    });

    it('change within the person’s rights, once for a key', async () => {
      const { number } = await opened();
      const take = () => service.act(isaiah, number, 'drawing', { kind: 'take' });
      assert.deepEqual([(await take()).ticket.state, (await take()).ticket.version], ['in progress', 2]);
      assert.equal((await service.act(isaiah, number, 'later', { kind: 'take' })).changed, false);
      await refuses(service.act(adele, number, 'k1', { kind: 'resolve' }), ForbiddenError, {
        code: 'ticket.desk-only',
        data: undefined,
      });
      await refuses(service.act(isaiah, number, 'k2', { kind: 'withdraw' }), ForbiddenError, {
        code: 'ticket.requester-only',
        data: undefined,
      });
      const files = Array.from({ length: 51 }, (_, i) => ({ sha256: `${i}`, name: `${i}.pdf`, size: 1 }));
      await refuses(service.act(adele, number, 'k3', { kind: 'add files', files }), ForbiddenError, {
        code: 'ticket.too-many-files',
        data: { most: 50 },
      });
      assert.equal((await service.act(adele, number, 'k4', { kind: 'withdraw' })).ticket.state, 'withdrawn');
      await refuses(service.act(isaiah, number, 'k5', { kind: 'comment', text: 'Why?' }), ForbiddenError, {
        code: 'ticket.closed',
        data: undefined,
      });
    });

    it('are sent again by a lead, one or all, once for a key', async () => {
      const numbers = [(await opened('a')).number, (await opened('b')).number, (await opened('c')).number];
      const dead = {
        version: 0,
        tries: 3,
        unknown: 0,
        dead: 'rejected',
        lastAttempt: { kind: 'refused', status: 400 },
      };
      for (const number of numbers)
        await tickets.collection.updateOne(
          TENANT,
          { number },
          { $set: { 'legs.desk': dead }, $unset: { deskDue: true } },
        );
      const page = await service.list(isaiah, 0, 8, 'undelivered');
      assert.deepEqual([page.total, page.undelivered], [3, 3]);
      const again = await service.resend(isaiah, 1001, 'k');
      assert.deepEqual([again.changed, again.ticket.legs.desk], [true, { version: 0, tries: 0, unknown: 0 }]);
      assert.equal(again.ticket.deskDue, NOW.toISOString());
      assert.equal(await service.resendAll(isaiah, 'all', 200), 2);
      assert.equal(await service.resendAll(isaiah, 'all', 200), 0);
      for (const done of [service.list(adele, 0, 8, 'undelivered'), service.resend(adele, 1001, 'k2')])
        await refuses(done, ForbiddenError, { code: 'ticket.undelivered-leads-only', data: undefined });
      await refuses(service.resend(isaiah, 7, 'k3'), NotFoundError, { code: 'ticket.not-found', data: { asked: 7 } });
    });
  });
});
