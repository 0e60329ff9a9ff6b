/** A tenant of any size, written through the bot's own repository, so that all that is derived is right. */
import { createHash } from 'node:crypto';
import type { ClaimOwner } from '../../src/claims/claim.ts';
import { PEOPLE } from '../../src/people/people.ts';
import type { UpsertOp } from '../../src/storage/port.ts';
import { claimRecord, MARK, poe, workload } from '../../test/claims/fixtures.ts';
import { type OpenFeatures, TENANT } from '../../test/support/features.ts';

const BATCH = 500;
/** Claims that one owner has, and the share of owners who have never written to the bot. */
const CLAIMS_OF_AN_OWNER = 40;
const UNKNOWN_OWNERS = 0.2;
/** The fifth claim is nobody's. */
const UNOWNED = 5;
const PROGRAMS = ['OSU Microsoft 365', 'OSU Azure', 'OSU Business Applications'];
const WORKLOADS = ['Exchange Online', 'Microsoft Teams', 'SharePoint Online', 'Intune', 'Azure AD', 'Power BI'];
const WORDS =
  'contoso fabrikam northwind adventure woodgrove tailspin litware proseware wingtip fourth coffee lucerne margie humongous consolidated trey alpine relecloud munson bellows lamna graphic southridge vanarsdel wide world importers'.split(
    ' ',
  );

/** Two words and a number, which one in a few claims shares: "Northwind Lucerne 4711 Ltd". */
export function customerOf(n: number): string {
  const at = n % 3;
  const customer = n - at;
  const [first = 0, second = 0] = createHash('sha256').update(String(customer)).digest();
  const word = (i: number): string => WORDS[i % WORDS.length] ?? '';
  const name = `${word(first)} ${word(second)}`.replace(/\b\w/g, (letter) => letter.toUpperCase());
  return `${name} ${customer} Ltd`;
}

export function claimIdOf(n: number): string {
  return `CLM-${100_000 + n}`;
}

export function addressOfOwner(n: number): string {
  return `person${n}@contoso.example`;
}

export function ownersOf(claims: number): number {
  return Math.max(1, Math.floor(claims / CLAIMS_OF_AN_OWNER));
}

function claim(n: number, claims: number) {
  const customer = customerOf(n);
  const address = addressOfOwner((n * 7) % ownersOf(claims));
  const owner: ClaimOwner = { key: `upn:${address}`, label: address };
  const state = (i: number) => ((n + i) % 3 === 0 ? { confirmed: MARK } : (n + i) % 7 === 0 ? { poe: [poe('a')] } : {});
  const works = Array.from({ length: 1 + (n % 3) }, (_, i) =>
    workload(WORKLOADS[(n + i) % WORKLOADS.length] ?? '', state(i)),
  );
  const fields = {
    claimId: claimIdOf(n),
    name: `${customer} FRP Migrated FRP`,
    customerName: customer,
    customerDomain: `customer${n - (n % 3)}.example`,
    program: PROGRAMS[n % PROGRAMS.length] ?? '',
    status: n % 11 === 0 ? 'Rejected' : 'Approved',
  };
  return claimRecord({ ...fields, ...(n % UNOWNED > 0 && { owner }) }, works);
}

function person(n: number): UpsertOp {
  const userId = `user-${n}`;
  const address = addressOfOwner(n);
  const known = { name: `Person ${n}`, nameKey: `name:person ${n}`, upn: address, guest: false, reachable: n % 50 > 0 };
  const $set = { ...known, rosterAt: new Date().toISOString(), reference: '{}', timeZone: 'Europe/Berlin' };
  return { filter: { _id: `${TENANT}/${userId}` }, update: { $set, $setOnInsert: { userId } } };
}

/** Claims, and the people who own most of them. */
export async function fill({ claims: { repository, facets }, core }: OpenFeatures, claims: number): Promise<void> {
  const some = (at: number, of: number): number[] => Array.from({ length: Math.min(BATCH, of - at) }, (_, i) => at + i);
  const { store } = core;
  const people = store.collection(PEOPLE);
  const known = Math.ceil(ownersOf(claims) * (1 - UNKNOWN_OWNERS));
  for (let at = 0; at < known; at += BATCH) await people.bulkUpsert(TENANT, some(at, known).map(person));
  for (let at = 0; at < claims; at += BATCH)
    await repository.addNew(
      TENANT,
      some(at, claims).map((n) => claim(n, claims)),
    );
  const workloads = new Map(WORKLOADS.map((name) => [workload(name).key, name]));
  await facets.add(TENANT, PROGRAMS, workloads);
}
