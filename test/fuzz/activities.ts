/**
 * People of two tenants press what cards of all of them have, with data of each other's and with odd data, and write odd words; and what
 * looks like Teams sends activities that are mutated, and bytes that are none. Nothing fails on the bot's side, and nobody sees anything
 * of the other tenant.
 */
import { strict as assert } from 'node:assert';
import { exportOf, importRows, pdf, type World } from '../e2e/world.ts';
import { type AdaptiveCard, buttons } from '../support/cards.ts';
import { envelope, message } from '../support/teams/activities.ts';
import type { Chat } from '../support/teams/chat.ts';
import { type Person, TENANT } from '../support/teams.ts';
import { type Chance, chanceOf } from './chance.ts';
import { answered, type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';

/** The leads that the world has to have, for `LEADS`. */
export const FUZZ_LEADS = 'isaiahl@contoso.example';
const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
const MOST_SPOILED = 3;
/** Teams waits 15 s, and a busy machine takes its time. */
const HUNG_MS = 60_000;
const REFUSALS = new Set([400, 401, 403, 404, 413, 415]);

const ODD: readonly unknown[] = [
  ...[undefined, null, true, 7, -1, 1e308, '', ' ', [], {}, [''], { $ne: '' }, { id: 7 }, '__proto__', 'constructor'],
  ...['../../etc/passwd', '\u0000', '\ud800', '\u202e', '${claim}', '{{DATE(now)}}', '[x](javascript:1)', '<at>x</at>'],
  ...['x'.repeat(20_000), '東'.repeat(600), '9'.repeat(400), '1e1000', '2020-06-31', '-0', 'NaN', '\r\n\r\n'],
];
/** The first of the words: each is one. */
const COMMANDS = 19;
const WORDS: readonly string[] = [
  ...[
    'help',
    'what needs POE',
    'claim',
    'ticket',
    'my tickets',
    'report',
    'imports',
    'removed',
    'owners',
    'unanswered',
  ],
  ...[
    'announce',
    'undelivered',
    'assign',
    'to',
    'open a ticket',
    'reminders off',
    'language',
    'delete my data',
    'topics',
  ],
  ...['what is the deadline', 'show', 'SHARED-1', 'OURS-1', 'THEIRS-1', 'Fabrikam', 'T-1001', '“', '\u200b', '💥'],
];

interface Known {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Side {
  readonly people: readonly Person[];
  /** What nobody of it may ever see. */
  readonly hidden: RegExp;
}

/** @param world one in which nothing has happened yet, with `FUZZ_LEADS` */
export async function fuzzActivities(world: World, options: FuzzOptions): Promise<FuzzOutcome> {
  const chance = chanceOf(options.seed);
  const { next, below, one } = chance;
  const sides: readonly Side[] = [await sideOf(world, TENANT, 'Ours'), await sideOf(world, OTHER_TENANT, 'Theirs')];
  const known = sides.flatMap(({ people }) => people.flatMap(buttonsOf));
  assert.ok(known.length > 100, String(known.length));
  const values = known.flatMap(({ data }) => Object.values(data));

  const spoiled = (data: Known['data']): unknown => {
    if (next() < 0.03) return one(ODD);
    const changed = Object.entries({ ...one(known).data, ...data }).filter(() => next() < 0.95);
    for (let n = below(MOST_SPOILED + 1); n > 0; n--) {
      const entry = changed[below(changed.length)];
      if (entry !== undefined) entry[1] = next() < 0.5 ? one(values) : one(ODD);
    }
    return Object.fromEntries(changed);
  };
  const words = (): string => Array.from({ length: 1 + below(5) }, () => one(WORDS)).join(one([' ', ' ', '\n', '']));
  const activity = () => {
    const kind = next();
    const text = words();
    if (kind < 0.3) return { type: 'message', text };
    const { verb, data } = one(known);
    if (kind < 0.45) return { type: 'message', value: { ...(spoiled(data) as object), verb } };
    if (kind < 0.55) {
      const parameters = [{ name: 'text', value: next() < 0.8 ? text : one(ODD) }];
      return { type: 'invoke', name: 'composeExtension/query', value: { commandId: 'find', parameters } };
    }
    const action = { type: 'Action.Execute', verb: next() < 0.97 ? verb : one(ODD), data: spoiled(data) };
    return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
  };

  /** What Teams would send, but mutated: as JSON in one to three places, or its bytes. */
  async function mutated({ people }: Side): Promise<{ readonly status: number; readonly what: string }> {
    const person = one(people);
    const base = envelope(
      'message',
      person,
      person.chat.conversation.place,
      world.teams.bot,
      world.teams.serviceUrl,
      new Date(),
    );
    const sent: unknown = { ...message(base, person, words()), ...(next() < 0.5 ? activity() : {}), id: `${next()}` };
    for (let n = 1 + below(MOST_SPOILED); n > 0; n--) spoil(sent, chance);
    const json = Buffer.from(JSON.stringify(sent));
    const bytes = next() < 0.3 ? spoiledBytes(json, chance) : json;
    const response = await fetch(`http://127.0.0.1:${world.app.port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': one([
          'application/json',
          'application/json',
          'application/json; charset=utf-8',
          'text/plain',
          'x',
        ]),
      },
      body: new Uint8Array(bytes),
      signal: AbortSignal.timeout(HUNG_MS),
    });
    await response.arrayBuffer();
    return { status: response.status, what: bytes.toString('latin1') };
  }

  /** In Teams mostly. */
  function placeOf(person: Person): { readonly chat: Chat; readonly host: string } {
    const { teams } = world;
    const place = below(8);
    if (place === 0) return { chat: person.in(teams.outlook(person)), host: 'Outlook' };
    if (place > 2) return { chat: person.chat, host: 'Teams' };
    return { chat: person.in(teams.copilot(person, place === 1 ? 'personal' : 'groupChat')), host: 'Copilot' };
  }

  return runCases(options, async () => {
    const side = one(sides);
    const { people, hidden } = side;
    if (next() < 0.25) {
      const { status, what } = await mutated(side);
      world.teams.forget();
      if (status !== 200 && !REFUSALS.has(status)) throw new Error(`${status} for ${what.slice(0, 2_000)}`);
      return `mutated, answered ${status}`;
    }
    const person = one(people);
    const { chat, host } = placeOf(person);
    const sent = activity();
    const { deliveries } = await chat.sends(sent);
    const { status = 0, body } = deliveries[0] ?? {};
    const what = `${person.name} in ${host}: ${JSON.stringify(sent).slice(0, 2_000)}`;
    if (status !== 200 && status !== 400) throw new Error(`${status} for ${what}`);
    const shown = JSON.stringify([body, chat.conversation.sent.map(({ activity: one }) => one)]);
    world.teams.forget();
    if (hidden.test(shown)) throw new Error(`something of the other tenant for ${what}`);
    if (/Something went wrong on my side/.test(shown)) throw new Error(`a failure of ours for ${what}`);
    return answered(status);
  });
}

/** Each command once, with a document, a ticket and an export on the way. */
async function sideOf(world: World, tenantId: string, mark: string): Promise<Side> {
  const person = (name: string) => world.teams.person({ name, tenantId });
  const people = [person('Isaiah Langer'), person('Adele Vance')] as const;
  await importRows(people[0], [
    { claim: 'SHARED-1', customer: `${mark} Fabrikam`, owner: 'adelev@contoso.example' },
    { claim: `${mark.toUpperCase()}-1`, customer: `${mark} Woodgrove` },
  ]);
  for (const { chat } of people) {
    for (const text of WORDS.slice(0, COMMANDS)) await chat.says(text);
    await chat.says('claim SHARED-1');
    await chat.drops([{ name: 'SHARED-1.pdf', bytes: pdf(`${mark} Fabrikam`) }]);
    await chat.drops([{ name: 'more.csv', bytes: exportOf([{ claim: 'NEW-1', customer: `${mark} Fabrikam` }]) }]);
    const form = await chat.says('open a ticket');
    await chat.presses(form.card, 'Submit ticket', { issue: 'other', claims: '', description: `${mark} Question` });
  }
  return { people, hidden: mark === 'Ours' ? /Theirs [FWQ]/ : /Ours [FWQ]/ };
}

/** What buttons send, of all cards that they were sent. */
function buttonsOf({ chat }: Person): Known[] {
  return chat.conversation.sent.flatMap(({ cards }) =>
    cards.flatMap((card: AdaptiveCard) =>
      buttons(card).flatMap(({ verb, data }) =>
        typeof verb === 'string' ? [{ verb, data: (data ?? {}) as Known['data'] }] : [],
      ),
    ),
  );
}

/** Somewhere in it, a value is odd, or gone. */
function spoil(value: unknown, { next, one }: Chance): void {
  let at = value as Record<string, unknown>;
  for (;;) {
    const key = one(Object.keys(at));
    if (key === undefined) return;
    const inner = at[key];
    if (typeof inner === 'object' && inner !== null && next() < 0.7) {
      at = inner as Record<string, unknown>;
      continue;
    }
    if (next() < 0.2) Reflect.deleteProperty(at, key);
    else at[key] = one(ODD);
    return;
  }
}

function spoiledBytes(bytes: Buffer, { next, below }: Chance): Buffer {
  const kind = next();
  const at = below(bytes.length);
  if (kind < 0.3) return bytes.subarray(0, at);
  if (kind < 0.6) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(8))]);
  const copy = Buffer.from(bytes);
  for (let n = 1 + below(8); n > 0; n--) copy[below(copy.length)] = below(256);
  return copy;
}
