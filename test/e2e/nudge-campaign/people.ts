/** The people of a simulated campaign and their claims, put into the store before a bot is there. */
import { type Activity as SdkActivity, TurnContext } from 'botbuilder';
import { seededRandom, shuffle } from '../../../scripts/knowledge/phrases.ts';
import type { Claim, Workload } from '../../../src/claims/claim.ts';
import { ClaimRepository } from '../../../src/claims/repository.ts';
import { NUDGES } from '../../../src/delivery/ledger.ts';
import { NUDGE_SENDERS } from '../../../src/delivery/sender-lease.ts';
import { ownerKey } from '../../../src/people/owner-key.ts';
import { People } from '../../../src/people/people.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { claimRecord, MARK, poe, workload } from '../../claims/fixtures.ts';
import type { Place } from '../../support/engines.ts';
import { envelope } from '../../support/teams/activities.ts';
import { type Person, TENANT, type Teams } from '../../support/teams.ts';
import { ZONES } from '../../time/zones.ts';

/**
 * `finishing`: confirms their only claim on the way. `returning`: blocked the bot, and writes again on the way.
 * `done`: has nothing open, or nothing that counts. `off`: turned reminders off.
 */
export type Persona = 'plain' | 'done' | 'off' | 'blocked' | 'returning' | 'finishing';

export interface Member {
  readonly person: Person;
  readonly zone: string;
  readonly persona: Persona;
  readonly lead: boolean;
  readonly claims: readonly string[];
}

/** Half of the people are in four zones, the others anywhere: some sending takes a minute, some a moment. */
const BIG_ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles'] as const;
const PER_CENT = { done: 4, off: 2, blocked: 0.9, returning: 0.5, finishing: 1.5 } as const;
const LEADS = 2;
const AT_ONCE = 20;
const WORKLOADS = ['Exchange Online', 'Teams', 'SharePoint Online'];

const nameOf = (n: number): string => `Person ${n}`;
const upnOf = (n: number): string => `person${n}@contoso.example`;

/** The same seed gives the same people. At least two of each persona. */
export function createMembers(teams: Teams, count: number, seed: number): Member[] {
  const random = seededRandom(seed);
  const personas: Persona[] = Array.from({ length: count }, () => 'plain');
  const free = shuffle([...personas.keys()].slice(LEADS), random);
  for (const [persona, share] of Object.entries(PER_CENT) as [keyof typeof PER_CENT, number][])
    for (const n of free.splice(0, Math.max(2, Math.round((count * share) / 100)))) personas[n] = persona;
  return personas.map((persona, n) => {
    const zone = (random.below(2) === 0 ? BIG_ZONES[random.below(BIG_ZONES.length)] : ZONES[n % ZONES.length]) ?? 'UTC';
    const claims = persona === 'finishing' ? 1 : 1 + random.below(random.below(10) === 0 ? 9 : 3);
    return {
      person: teams.person({ name: nameOf(n), upn: upnOf(n), timeZone: zone }),
      zone,
      persona,
      lead: n < LEADS,
      claims: Array.from({ length: claims }, (_, i) => `CLM-${n}-${i}`),
    };
  });
}

/** Everybody has met the bot; the ledger is empty. */
export async function seedStore(place: Place, teams: Teams, members: readonly Member[], now: Date): Promise<void> {
  const { store } = await openStore({ ...place, now: () => now });
  try {
    const [people, repository] = [new People(store), new ClaimRepository(store)];
    for (const spec of [NUDGES, NUDGE_SENDERS]) store.collection(spec);
    await store.setUp();
    const rest = [...members.entries()];
    const add = async (): Promise<void> => {
      for (let next = rest.pop(); next; next = rest.pop()) await meet(people, teams, next[1], now);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, add));
    const claims = [...members.flatMap(claimsOf), ...claimsOfOthers(members.length)];
    for (let at = 0; at < claims.length; at += 500) await repository.addNew(TENANT, claims.slice(at, at + 500));
  } finally {
    await store.close();
  }
}

async function meet(people: People, teams: Teams, { person, persona }: Member, now: Date): Promise<void> {
  const { aadObjectId: userId, name, locale, timeZone, upn, email, chat } = person;
  const hello = envelope('message', person, chat.conversation.place, teams.bot, teams.serviceUrl, now);
  const { activityId: _, ...reference } = TurnContext.getConversationReference(hello as unknown as SdkActivity);
  const sighting = { tenantId: TENANT, userId, name, locale, timeZone, reference: JSON.stringify(reference) };
  await people.recordRosterEntry(await people.recordSighting(sighting), { name, upn, email }, now);
  if (persona === 'off') await people.setReminders(TENANT, userId, 'off');
  if (persona === 'blocked' || persona === 'returning') chat.conversation.blocked = true;
}

function claimsOf({ person, persona, claims }: Member, n: number): Claim[] {
  return claims.map((claimId, i) => {
    const status = persona === 'done' && n % 2 === 0 ? 'Pending' : 'Approved';
    const names = WORKLOADS.slice(0, persona === 'finishing' ? 1 : 1 + ((n + i) % WORKLOADS.length));
    const done: Partial<Workload> = persona === 'done' ? { confirmed: MARK } : {};
    // Of some, everything is filed and waits to be uploaded.
    const filed: Partial<Workload> = persona === 'plain' && (n + i) % 4 === 0 ? { poe: [poe(`${claimId}`)] } : {};
    return claim(
      claimId,
      n,
      status,
      person.upn,
      names.map((name) => workload(name, { ...filed, ...done })),
    );
  });
}

/** Of nobody, and of owners who never met the bot: what the leads are told of. */
function claimsOfOthers(count: number): Claim[] {
  return Array.from({ length: Math.ceil(count / 50) }, (_, i) => [
    claim(`CLM-free-${i}`, i, 'Approved', undefined, [workload('Teams')]),
    claim(`CLM-away-${i}`, i, 'Approved', `stranger${i}@contoso.example`, [workload('Teams')]),
  ]).flat();
}

function claim(claimId: string, n: number, status: string, owner: string | undefined, workloads: Workload[]) {
  const customerName = `Customer ${n % 900}`;
  const owned = owner === undefined ? {} : { owner: { key: ownerKey(owner), label: owner } };
  return claimRecord({ claimId, customerName, name: `${customerName} FRP Migrated FRP`, status, ...owned }, workloads);
}

/** Nothing is sent to them at all. */
export function isSilent({ persona }: Member): boolean {
  return persona === 'done' || persona === 'off';
}

/** For `LEADS`. */
export function leadsOf(members: readonly Member[]): string {
  return members
    .filter(({ lead }) => lead)
    .map(({ person }) => person.upn)
    .join(',');
}
