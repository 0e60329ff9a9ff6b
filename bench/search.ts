/**
 * Searches from the compose box through the real door, with 100,000 claims and 2,000 tickets in the store: what a lead and what a member
 * waits, for texts that find at once and for those that are looked for everywhere. Yardsticks: the 5 s that Teams waits, and in the same
 * run the member's list. On the embedded engine, and on MongoDB too where TEST_MONGODB_URI names one.
 *
 *     node bench/search.ts [number of claims]
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ClaimRepository } from '../src/claims/repository.ts';
import { openStore } from '../src/storage/open-store.ts';
import { TicketRepository } from '../src/tickets/repository.ts';
import { type Ticket, ticketSearchKey } from '../src/tickets/ticket.ts';
import { claimRecord, MARK, workload } from '../test/claims/fixtures.ts';
import { openWorld, type World } from '../test/e2e/world.ts';
import { type Person, TENANT } from '../test/support/teams.ts';
import { ticketOf } from '../test/tickets/fixtures.ts';
import { figures, ms, quantile } from './report.ts';

const CLAIMS = Number(process.argv[2] ?? 100_000);
const TICKETS = 2_000;
const OWNERS = 100;
const CUSTOMERS = 5_000;
const BATCH = 1_000;
const SEARCHES = 40;

function claim(n: number) {
  const customer = (n * 7_919) % CUSTOMERS;
  const done = n % 3 === 0 ? { confirmed: MARK } : {};
  const address = `person${n % OWNERS}@partner.example`;
  // The fourth part is nobody's.
  const owner = n % 4 === 0 ? {} : { owner: { key: `upn:${address}`, label: address } };
  const fields = {
    claimId: `CLM-${(n * 31) % CLAIMS}`,
    name: `Customer ${customer} FRP Migrated FRP`,
    customerName: `Customer ${customer} Ltd`,
    customerDomain: `customer${customer}.example`,
    ...owner,
  };
  const { tenantId: _, ...record } = claimRecord(fields, [
    workload('Exchange Online', done),
    workload('Teams', done),
    workload('SharePoint', done),
  ]);
  return { ...record, tenantId: TENANT, _id: `a-${n}` };
}

function ticket(i: number, requester: Ticket['requester']): Ticket {
  const number = 1_001 + i;
  const claims = [{ claimId: `CLM-${i * 7}`, customer: `Customer ${i} Ltd`, known: true }];
  return ticketOf(number, {
    tenantId: TENANT,
    requester: i % OWNERS === 7 ? requester : { userId: `u-${i % OWNERS}`, name: 'Somebody' },
    claims,
    searchKey: ticketSearchKey(number, claims),
    // Else all of them would be escalated to the desk meanwhile.
    raised: true,
  });
}

/** Fills the store behind the stopped bot: an import of that many takes longer than all that is measured here. */
async function fill(world: World, member: Person): Promise<void> {
  await world.app.stop();
  const { store } = await openStore({ ...world.place, now: () => new Date() });
  const [claims, tickets] = [new ClaimRepository(store), new TicketRepository(store)];
  for (let from = 0; from < CLAIMS; from += BATCH)
    await claims.addNew(
      TENANT,
      Array.from({ length: Math.min(BATCH, CLAIMS - from) }, (_, i) => claim(from + i)),
    );
  const requester = { userId: member.aadObjectId, name: member.name };
  for (let i = 0; i < TICKETS; i++) await tickets.add(ticket(i, requester));
  await store.close();
  await world.restart();
}

const TEXTS: Readonly<Record<string, (i: number) => string | undefined>> = {
  'before anything is typed': () => undefined,
  'an exact claim ID': (i) => `CLM-${(i * 997) % CLAIMS}`,
  'an exact ticket number': (i) => `T-${1_001 + ((i * 97) % TICKETS)}`,
  'one letter': () => 'c',
  'the beginning of a customer': (i) => `customer ${i * 3}`,
  'a part of many': () => 'omer',
  'a part of few': (i) => `${4_000 + i} ltd`,
  'the owners’ own company': () => 'partner',
  'what is nowhere': () => 'nowhere',
};

async function measure(person: Person, text: (i: number) => string | undefined): Promise<string> {
  const took: number[] = [];
  let shown = 0;
  for (let i = 0; i < SEARCHES; i++) {
    const before = performance.now();
    const found = await person.chat.finds(text(i));
    took.push(performance.now() - before);
    if (found.type !== 'result' && found.type !== 'message') throw new Error(JSON.stringify(found.answer.body));
    shown = found.lines.length;
  }
  return `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 1))} (${shown} found)`;
}

for (const engine of process.env.TEST_MONGODB_URI ? (['sqlite', 'mongodb'] as const) : (['sqlite'] as const)) {
  const world = await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } });
  try {
    const lead = world.teams.person({ name: 'Isaiah Langer' });
    const member = world.teams.person({ name: 'Adele Vance', upn: 'person7@partner.example' });
    await fill(world, member);
    for (const person of [lead, member]) await person.chat.says('help');
    const blocked = monitorEventLoopDelay({ resolution: 1 });
    const rows: [string, string][] = [];
    blocked.enable();
    for (const [who, person] of Object.entries({ lead, member }))
      for (const [what, text] of Object.entries(TEXTS)) rows.push([`${who}: ${what}`, await measure(person, text)]);
    blocked.disable();
    const list: number[] = [];
    for (let i = 0; i < SEARCHES; i++) {
      const before = performance.now();
      await member.chat.says('what needs POE');
      list.push(performance.now() - before);
    }
    figures(
      `searches in the compose box, median / longest of ${SEARCHES}, ${CLAIMS.toLocaleString('en')} claims, ${TICKETS.toLocaleString('en')} tickets, ${engine}`,
      {
        ...Object.fromEntries(rows),
        'longest block of the event loop': ms(blocked.max / 1e6),
        'yardstick: Teams waits': ms(5_000),
        'yardstick: the member’s list': `${ms(quantile(list, 0.5))} / ${ms(quantile(list, 1))}`,
      },
    );
  } finally {
    await world.dispose();
  }
}
