/** Tickets that did not arrive somewhere, on the page of a lead: which, why, and sending them again. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { ResentBody, TicketActionBody, TicketBody, TicketsBody } from '../../src/tab/tickets/api.ts';
import { TICKETS } from '../../src/tickets/repository.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { eachUri } from '../support/engines.ts';
import { TENANT } from '../support/features.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const FOREIGN = '55555555-5555-4555-8555-555555555555';

describe('tickets that were not delivered, on the page', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;
    let foreigner: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, { env: { ALLOWED_TENANTS: `${TENANT},${FOREIGN}` } });
      [adele, isaiah] = [await tab.person('Adele Vance'), await tab.person('Isaiah Langer')];
      foreigner = await tab.core.people.recordSighting({ tenantId: FOREIGN, userId: isaiah.userId, name: 'Isaiah' });
      const input = { topic: 'poe', issue: 'other', claims: [], description: 'Who signs it?' } as const;
      for (const key of ['a', 'b', 'c']) await tab.tickets.service.open(adele, key, input);
      for (const number of [1001, 1002])
        await tab.core.store
          .collection<Ticket>(TICKETS)
          .updateOne(TENANT, { number }, { $set: { 'legs.desk.dead': 'gone', 'legs.desk.tries': 3 } });
    });
    afterEach(() => tab?.dispose());

    async function ok<T>(asked: Promise<Response>): Promise<T> {
      const response = await asked;
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as T;
    }
    const get = async (person: Person, path: string) => tab.get(path, await tab.as(person));
    const post = async (person: Person, path: string, idempotencyKey: string) =>
      tab.post(path, { idempotencyKey }, await tab.as(person));
    const list = async (person: Person, query = '') => ok<TicketsBody>(get(person, `tickets${query}`));
    async function refused(asked: Promise<Response>): Promise<readonly [number, string]> {
      const response = await asked;
      return [response.status, (await problemIn(response)).code];
    }

    it('are counted, marked and listed by themselves for leads', async () => {
      const all = await list(isaiah);
      assert.deepEqual(
        [all.undelivered, all.rows.map(({ isUndelivered = false }) => isUndelivered)],
        [2, [false, true, true]],
      );
      const only = await list(isaiah, '?state=undelivered');
      assert.deepEqual([only.total, only.rows.map(({ name }) => name)], [2, ['T-1002', 'T-1001']]);
      const { undelivered } = await ok<TicketBody>(get(isaiah, 'tickets/T-1001'));
      assert.equal(undelivered.length, 1);
      assert.match(undelivered[0] ?? '', /desk/i);
    });

    it('are nothing that others hear of', async () => {
      const own = await list(adele);
      assert.deepEqual([own.undelivered, own.rows.some((row) => 'isUndelivered' in row)], [0, false]);
      assert.deepEqual((await ok<TicketBody>(get(adele, 'tickets/T-1001'))).undelivered, []);
      const forLeads = [403, 'ticket.undelivered-leads-only'];
      assert.deepEqual(await refused(get(adele, 'tickets?state=undelivered')), forLeads);
      assert.deepEqual(await refused(post(adele, 'tickets/T-1001/resend', 'long enough')), forLeads);
      assert.deepEqual(await refused(post(adele, 'tickets/resend', 'long enough')), forLeads);
      assert.equal((await list(isaiah)).undelivered, 2);
    });

    it('are sent again one by one, once for a press', async () => {
      for (const changed of [true, true]) {
        const done = await ok<TicketActionBody>(post(isaiah, 'tickets/T-1001/resend', 'the same key'));
        assert.deepEqual([done.changed, done.ticket.undelivered], [changed, []]);
      }
      const other = await ok<TicketActionBody>(post(isaiah, 'tickets/T-1001/resend', 'another key'));
      assert.equal(other.changed, false);
      assert.deepEqual(
        (await list(isaiah, '?state=undelivered')).rows.map(({ name }) => name),
        ['T-1002'],
      );
      assert.deepEqual(await refused(post(isaiah, 'tickets/T-1009/resend', 'long enough')), [404, 'ticket.not-found']);
      assert.deepEqual(await refused(post(isaiah, 'tickets/x/resend', 'long enough')), [404, 'ticket.not-found']);
    });

    it('are sent again all at once, those of this tenant', async () => {
      const elsewhere = await ok<ResentBody>(post(foreigner, 'tickets/resend', 'the same key'));
      assert.equal(elsewhere.sent, 0, 'a lead of another tenant');
      const sent = async () => (await ok<ResentBody>(post(isaiah, 'tickets/resend', 'the same key'))).sent;
      assert.deepEqual([await sent(), await sent()], [2, 0]);
      assert.equal((await list(isaiah)).undelivered, 0);
    });

    it('are sent again by nothing that has another form', async () => {
      for (const body of [{}, { idempotencyKey: 'short' }, { idempotencyKey: 'long enough', all: true }])
        assert.deepEqual(await refused(tab.post('tickets/resend', body, await tab.as(isaiah))), [
          400,
          'tab.bad-request',
        ]);
    });
  });
});
