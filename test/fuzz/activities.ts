/**
 * People of two tenants press what cards of all of them have, with data of each other's and with odd data, and write odd words; and what
 * looks like Teams sends activities that are mutated, and bytes that are none. Nothing fails on the bot's side, and nobody sees anything
 * of the other tenant.
 */
import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { exportOf, importRows, pdf, type World } from '../e2e/world.ts';
import { type AdaptiveCard, buttons } from '../support/cards.ts';
import { envelope, message } from '../support/teams/activities.ts';
import type { Chat } from '../support/teams/chat.ts';
import { type Person, TENANT } from '../support/teams.ts';
import { type ActivityCase, activityCases, COMMANDS, type Sent } from './activity-cases.ts';
import { answered, type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';
import { mutate } from './mutations.ts';
import { spoiled } from './odd.ts';

/** The leads that the world has to have, for `LEADS`. */
export const FUZZ_LEADS = 'isaiahl@contoso.example';
const OTHER_TENANT = '22222222-2222-4222-8222-222222222222';
const REFUSALS = new Set([400, 401, 403, 404, 413, 415]);

/** Somebody, and what nobody of their tenant may ever see. */
interface Member {
  readonly person: Person;
  readonly hidden: RegExp;
}

/** @param world one in which nothing has happened yet, with `FUZZ_LEADS` */
export async function fuzzActivities(world: World, options: FuzzOptions): Promise<FuzzOutcome> {
  const members = [...(await sideOf(world, TENANT, 'Ours')), ...(await sideOf(world, OTHER_TENANT, 'Theirs'))];
  const known = members.flatMap(({ person }) => buttonsOf(person));
  assert.ok(known.length > 100, String(known.length));
  world.teams.forget();
  return runCases(options, activityCases(members.length, known), async (one) => {
    const { person, hidden } = members[one.person] as Member;
    try {
      if ('changes' in one) {
        const status = await statusOf(world, person, one);
        assert.ok(status === 200 || REFUSALS.has(status), String(status));
        return `mutated, answered ${status}`;
      }
      const chat = chatIn(world, person, one.place);
      const { deliveries } = await chat.sends(one.sent);
      const { status = 0, body } = deliveries[0] ?? {};
      assert.ok([200, 400, 413].includes(status), String(status));
      const shown = JSON.stringify([body, chat.conversation.sent.map(({ activity }) => activity)]);
      assert.doesNotMatch(shown, hidden);
      assert.doesNotMatch(shown, /Something went wrong on my side/);
      return answered(status);
    } finally {
      world.teams.forget();
    }
  });
}

async function statusOf(
  { app, teams }: World,
  person: Person,
  { text, sent, changes, contentType, bytes }: Extract<ActivityCase, { readonly changes: unknown }>,
): Promise<number> {
  const { place } = person.chat.conversation;
  const base = envelope('message', person, place, teams.bot, teams.serviceUrl, new Date());
  const whole = { ...message(base, person, text), ...sent, id: randomUUID() };
  const json = Buffer.from(JSON.stringify(spoiled(whole, changes)));
  const response = await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: new Uint8Array(bytes === null ? json : mutate(json, bytes)),
  });
  await response.arrayBuffer();
  return response.status;
}

function chatIn({ teams }: World, person: Person, place: string): Chat {
  if (place === 'Teams') return person.chat;
  if (place === 'Outlook') return person.in(teams.outlook(person));
  return person.in(teams.copilot(person, place === 'Copilot' ? 'personal' : 'groupChat'));
}

/** Each command once, with a document, a ticket and an export on the way. */
async function sideOf(world: World, tenantId: string, mark: string): Promise<readonly Member[]> {
  const person = (name: string) => world.teams.person({ name, tenantId });
  const people = [person('Isaiah Langer'), person('Adele Vance')] as const;
  await importRows(people[0], [
    { claim: 'SHARED-1', customer: `${mark} Fabrikam`, owner: 'adelev@contoso.example' },
    { claim: `${mark.toUpperCase()}-1`, customer: `${mark} Woodgrove` },
  ]);
  for (const { chat } of people) {
    for (const text of COMMANDS) await chat.says(text);
    await chat.says('claim SHARED-1');
    await chat.drops([{ name: 'SHARED-1.pdf', bytes: pdf(`${mark} Fabrikam`) }]);
    await chat.drops([{ name: 'more.csv', bytes: exportOf([{ claim: 'NEW-1', customer: `${mark} Fabrikam` }]) }]);
    const form = await chat.says('open a ticket');
    await chat.presses(form.card, 'Submit ticket', { issue: 'other', claims: '', description: `${mark} Question` });
  }
  const hidden = mark === 'Ours' ? /Theirs [FWQ]/ : /Ours [FWQ]/;
  return people.map((one) => ({ person: one, hidden }));
}

/** What buttons send, of all cards that they were sent. */
function buttonsOf({ chat }: Person): Sent[] {
  return chat.conversation.sent.flatMap(({ cards }) =>
    cards.flatMap((card: AdaptiveCard) =>
      buttons(card).flatMap(({ verb, data }) =>
        typeof verb === 'string' ? [{ verb, data: (data ?? {}) as Sent['data'] }] : [],
      ),
    ),
  );
}
