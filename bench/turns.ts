/**
 * Turns through the real door on the embedded store: a message in, the reply out to the stand-in connector.
 * Yardstick in the same run: a bare HTTP server that answers each message with one call to the same stand-in.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importRows, openWorld } from '../test/e2e/world.ts';
import type { Person } from '../test/support/teams.ts';
import { figures, mib, ms, quantile } from './report.ts';

const TURNS = 1_500;
const AT_ONCE = 10;
const CLAIMS = 4_000;

const world = await openWorld('sqlite');
const { teams } = world;
const people = Array.from({ length: AT_ONCE }, (_, i) =>
  teams.person({ name: `Person ${i}`, upn: `person${i}@contoso.example` }),
);
const [lead] = people;
if (lead === undefined) throw new Error('nobody is there');
await importRows(
  lead,
  Array.from({ length: CLAIMS }, (_, i) => ({
    claim: `CLM-${i}`,
    customer: `Customer ${i % 900}`,
    owner: `person${i % AT_ONCE}@contoso.example`,
  })),
);

async function measure(name: string, turn: (person: Person, i: number) => Promise<unknown>): Promise<[string, string]> {
  const took: number[] = [];
  let next = 0;
  const speak = async (person: Person): Promise<void> => {
    while (next < TURNS) {
      const i = next++;
      const before = performance.now();
      await turn(person, i);
      took.push(performance.now() - before);
    }
  };
  for (let i = 0; i < 100; i++) await turn(lead as Person, i);
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(people.map(speak));
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const rate = Math.round((TURNS / elapsed) * 1_000);
  return [
    name,
    `${rate}/s, median ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}, ${((user + system) / 1_000 / TURNS).toFixed(2)} ms CPU a turn (both sides)`,
  ];
}

const rows = [
  await measure('help', (person) => person.chat.says('help')),
  await measure('what needs POE', (person) => person.chat.says('what needs POE')),
  await measure('claim', (person, i) => person.chat.says(`claim CLM-${i}`)),
];

const bare = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => {
    body += part;
  });
  request.on('end', async () => {
    const { serviceUrl, conversation, id } = JSON.parse(body) as {
      serviceUrl: string;
      conversation: { id: string };
      id: string;
    };
    await fetch(`${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'hi' }),
    });
    response.end('{}');
  });
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', () => resolve()));
teams.connectTo(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
rows.push(await measure('yardstick: a bare server, one reply', (person) => person.chat.says('help')));

figures(`${TURNS.toLocaleString('en')} turns, ${AT_ONCE} at once, ${CLAIMS.toLocaleString('en')} claims, sqlite`, {
  ...Object.fromEntries(rows),
  'memory of bot and test together': mib(process.memoryUsage().rss),
});
bare.close();
await world.dispose();
