import assert from 'node:assert/strict';
import { bestFirst, interleave } from '../../src/search/best-first.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { claimRecord } from '../claims/fixtures.ts';
import { ticketOf } from '../tickets/fixtures.ts';

const claim = (claimId: string, customerName = 'Contoso Retail') => claimRecord({ claimId, customerName });

function ticket(number: number, claimId = '', customer = ''): Ticket {
  return ticketOf(number, { claims: claimId === '' ? [] : [{ claimId, customer, known: true }] });
}

const names = (found: ReturnType<typeof bestFirst>) =>
  found.map((one) => (one.kind === 'claim' ? one.claim.claimId : `T-${one.ticket.number}`));

describe('what is found', () => {
  it('comes exact first, then beginning, then holding, whatever order it was found in', () => {
    const claims = [claim('X-CLM-1'), claim('CLM-10'), claim('clm-1')];
    const tickets = [ticket(1001, 'X-CLM-1'), ticket(1002, 'CLM-12'), ticket(1003, 'CLM-1')];
    assert.deepEqual(names(bestFirst('CLM-1', claims, tickets, 10)), [
      ...['clm-1', 'T-1003'],
      ...['CLM-10', 'T-1002'],
      ...['X-CLM-1', 'T-1001'],
    ]);
  });

  it('begins by a customer, too, accents aside', () => {
    const claims = [claim('A', 'The Café'), claim('B', 'Café Fourth')];
    const tickets = [ticket(1001, 'A', 'The Café'), ticket(1002, 'B', 'Café Fourth')];
    assert.deepEqual(names(bestFirst('cafe', claims, tickets, 10)), ['B', 'T-1002', 'A', 'T-1001']);
  });

  it('knows a ticket by all spellings of its number, and by the beginning of one', () => {
    const tickets = [ticket(11001), ticket(10012), ticket(1001)];
    for (const text of ['1001', 'T-1001', 't1001', '#1001', ' t - 1001 '])
      assert.deepEqual(names(bestFirst(text, [], tickets, 10)), ['T-1001', 'T-10012', 'T-11001'], text);
    assert.deepEqual(names(bestFirst('t-110', [], tickets, 10))[0], 'T-11001');
  });

  it('leaves neither kind out where both are many', () => {
    const claims = Array.from({ length: 10 }, (_, i) => claim(`CLM-${i}`));
    const tickets = Array.from({ length: 10 }, (_, i) => ticket(1001 + i, 'CLM-0'));
    const found = bestFirst('clm', claims, tickets, 10);
    assert.equal(found.length, 10);
    assert.equal(found.filter(({ kind }) => kind === 'ticket').length, 5);
  });

  it('keeps the order of each kind', () => {
    assert.deepEqual(names(interleave([claim('B'), claim('A')], [ticket(1002)])), ['B', 'T-1002', 'A']);
    assert.deepEqual(interleave([], []), []);
  });

  it('begins with nothing that is empty once accents are taken away', () => {
    assert.deepEqual(names(bestFirst('\u0301', [claim('A'), claim('\u0301B')], [], 10)), ['\u0301B', 'A']);
  });
});
