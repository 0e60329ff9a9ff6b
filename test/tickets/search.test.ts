import assert from 'node:assert/strict';
import { TicketRepository } from '../../src/tickets/repository.ts';
import { ticketsLike } from '../../src/tickets/search.ts';
import { ticketSearchKey } from '../../src/tickets/ticket.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { ticketOf } from './fixtures.ts';

describe('the search for tickets', () => {
  eachEngine((_engine, open) => {
    let engine: OpenEngine;
    let tickets: TicketRepository;

    const add = (number: number, claimId: string, customer: string, userId = 'adele', tenantId = 't1') => {
      const claims = [{ claimId, customer, known: true }];
      const searchKey = ticketSearchKey(number, claims);
      const requester = { userId, name: 'Adele Vance' };
      const own = { _id: `${tenantId}-${number}`, tenantId, requester };
      return tickets.add(ticketOf(number, { ...own, claims, searchKey, description: 'About Woodgrove Bank' }));
    };

    before(async () => {
      engine = await open();
      tickets = new TicketRepository(engine.store);
      await engine.store.setUp();
      await add(1001, 'CLM-1', 'Café Fourth');
      await add(1002, 'CLM-2', 'Fabrikam', 'megan');
      // Newer ones, and more than are asked for, that hold the same somewhere else.
      for (let i = 0; i < 5; i++) await add(2001 + i, `EXT-1001-CLM-${i}`, 'The Café');
      await add(1001, 'CLM-1', 'Secret', 'adele', 't2');
    });
    after(() => engine?.dispose());

    const like = async (text: string, scope = {}) =>
      (await ticketsLike(tickets, 't1', scope, text, 3)).map(({ number }) => number);

    it('puts the number and what begins with the text before newer ones that hold it', async () => {
      assert.deepEqual(await like('T-1001'), [1001, 2005, 2004]);
      assert.deepEqual(await like('100'), [1002, 1001, 2005]);
      assert.deepEqual(await like('clm-'), [1002, 1001, 2005]);
      assert.deepEqual(await like('cafe'), [1001, 2005, 2004]);
    });

    it('finds by claims and their customers only, and by no part of a sign or two', async () => {
      for (const text of ['woodgrove', 'adele', 'm-', 'ö']) assert.deepEqual(await like(text), [], text);
    });

    it('stays within its scope and the tenant', async () => {
      const mine = { 'requester.userId': 'adele' };
      for (const text of ['T-1002', '1002', 'fabrikam', 'brik', 'secret'])
        assert.deepEqual(await like(text, mine), [], text);
      assert.deepEqual(await like('brik', { 'requester.userId': 'megan' }), [1002]);
    });
  });
});
