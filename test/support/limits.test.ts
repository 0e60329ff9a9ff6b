/** The stand-in's limits: what Teams allows goes through, one more does not. */
import assert from 'node:assert/strict';
import { TeamsLimits } from './teams/limits.ts';
import { type Person, startTeams, type Teams } from './teams.ts';

const SECOND = 1_000;

describe("the stand-in's limits", () => {
  let teams: Teams;
  let limits: TeamsLimits;
  let ms: number;

  beforeEach(async () => {
    ms = Date.parse('2020-06-16T09:00:00Z');
    limits = new TeamsLimits(() => ms);
    teams = await startTeams({ limits, now: () => new Date(ms) });
  });
  afterEach(() => teams.stop());

  const person = (n: number): Person => teams.person({ name: `Person ${n}` });
  const address = ({ chat }: Person) => `${teams.serviceUrl}v3/conversations/${chat.conversation.place.id}`;
  const send = (to: Person) =>
    fetch(`${address(to)}/activities`, { method: 'POST', body: JSON.stringify({ type: 'message', text: 'x' }) });
  const look = (at: Person) => fetch(`${address(at)}/members`);

  /** What so many requests, one after the other at the same instant, are answered. */
  async function statuses(count: number, request: (n: number) => Promise<Response>): Promise<number[]> {
    const found: number[] = [];
    for (let n = 0; n < count; n++) found.push((await request(n)).status);
    return found;
  }
  const refused = (all: readonly number[]): number => all.filter((status) => status === 429).length;

  it('lets 50 requests of a second into a tenant, to whomever, and no more before the first has left it', async () => {
    assert.equal(refused(await statuses(50, (n) => (n % 2 === 0 ? send(person(n)) : look(person(n))))), 0);
    ms += SECOND - 1;
    const over = await send(person(50));
    assert.equal(over.status, 429);
    assert.equal(over.headers.get('retry-after'), '1');
    assert.equal(teams.requests.at(-1)?.done, false);
    ms += 1;
    assert.equal((await send(person(51))).status, 201);
    assert.deepEqual(limits.excesses, [{ of: 'tenant', thread: person(50).chat.conversation.place.id, at: ms - 1 }]);
    assert.equal(limits.peak, 51);
  });

  it('does not count one tenant with another', async () => {
    await statuses(50, (n) => send(person(n)));
    const stranger = teams.person({ name: 'Alex Wilber', tenantId: '22222222-2222-4222-8222-222222222222' });
    assert.equal((await send(stranger)).status, 201);
    assert.equal((await send(person(1))).status, 429);
  });

  for (const [span, most, gap] of [
    [1_000, 7, 0],
    [2_000, 8, 150],
    [30_000, 60, 499],
    [3_600_000, 1_800, 1_999],
  ] as const) {
    it(`lets ${most} messages of ${span / 1_000} s into a chat`, () => {
      // Evenly, so that no shorter span is over its own limit.
      const answers = Array.from({ length: most + 1 }, (_, n) => {
        if (n > 0) ms += gap;
        return limits.take({ method: 'POST' }, `tenant ${n}`, 'chat');
      });
      assert.deepEqual(answers, [...Array.from({ length: most }, () => undefined), span - most * gap]);
    });
  }

  it('lets twice as many look a chat up, beside what is sent to it', async () => {
    const adele = person(0);
    assert.equal(refused(await statuses(7, () => send(adele))), 0);
    assert.equal(refused(await statuses(14, () => look(adele))), 0);
    assert.deepEqual([(await send(adele)).status, (await look(adele)).status], [429, 429]);
    assert.deepEqual(
      limits.excesses.map(({ of }) => of),
      ['writes', 'reads'],
    );
  });

  it('counts a created conversation, a change and a removal as sent to the chat', async () => {
    const adele = person(0);
    const create = () =>
      fetch(`${teams.serviceUrl}v3/conversations`, {
        method: 'POST',
        body: JSON.stringify({ members: [{ id: adele.id }], activity: { type: 'message', text: 'x' } }),
      });
    const { id } = (await (await send(adele)).json()) as { id: string };
    const change = () =>
      fetch(`${address(adele)}/activities/${id}`, { method: 'PUT', body: JSON.stringify({ type: 'message' }) });
    assert.equal(refused(await statuses(6, (n) => (n % 2 === 0 ? create() : change()))), 0);
    assert.equal((await fetch(`${address(adele)}/activities/${id}`, { method: 'DELETE' })).status, 429);
  });

  it('serves files and pictures beside them', async () => {
    const adele = person(0);
    await statuses(7, () => send(adele));
    const file = teams.offerFile('a.txt', Buffer.from('a'));
    assert.equal(refused(await statuses(60, () => fetch(file))), 0);
  });
});

describe('what goes wrong at random at the stand-in', () => {
  it('is met where no fault is planned, and is told apart by what was carried out', async () => {
    const seen: string[] = [];
    const faults = [{ status: 429, headers: { 'retry-after': '3' } }, { lost: true, status: 502 }, undefined] as const;
    let n = 0;
    const teams = await startTeams({
      randomFault: () => faults[n++],
      watch: {
        came: ({ status, done }) => void seen.push(`came ${status} ${done}`),
        ended: ({ status, done }) => void seen.push(`ended ${status} ${done}`),
      },
    });
    try {
      const { conversation } = teams.person({ name: 'Adele Vance' }).chat;
      const send = () =>
        fetch(`${teams.serviceUrl}v3/conversations/${conversation.place.id}/activities`, {
          method: 'POST',
          body: JSON.stringify({ type: 'message', text: 'x' }),
        });
      teams.inject({ reset: true });
      await assert.rejects(send);
      assert.equal((await send()).headers.get('retry-after'), '3');
      assert.equal((await send()).status, 502);
      assert.equal((await send()).status, 201);
      assert.deepEqual(
        seen.filter((line) => line.startsWith('ended')),
        ['ended 0 false', 'ended 429 false', 'ended 502 true', 'ended 201 true'],
      );
      assert.equal(seen.filter((line) => line === 'came 0 false').length, 4);
      assert.equal(conversation.shown.length, 2);
      teams.forget();
      assert.deepEqual([teams.requests.length, conversation.sent.length, conversation.shown.length], [0, 0, 0]);
    } finally {
      await teams.stop();
    }
  });
});
