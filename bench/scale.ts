/**
 * The same questions to a tenant of 1,000 claims and to one of many: what each takes, the ratio, and how long it keeps everybody else waiting.
 * Through the services, and some through the bot's own door. Yardsticks: at most 2 times as long, no hold of the event loop over 50 ms.
 *
 *     node bench/scale.ts [--claims 100000] [--mongodb] [--folder DIR] [--only PART-OF-A-NAME] [--runs 15]
 *
 * A folder keeps what was filled, for the next run.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ClaimTableQuery } from '../src/claims/claim-table.ts';
import type { Person } from '../src/people/person.ts';
import { SearchService } from '../src/search/service.ts';
import { openWorld } from '../test/e2e/world.ts';
import { newPlace, removePlace } from '../test/support/engines.ts';
import { type OpenFeatures, openFeatures, TENANT } from '../test/support/features.ts';
import { figures, mib, ms } from './report.ts';
import { addressOfOwner, claimIdOf, customerOf, fill } from './scale/fill.ts';
import { type Measured, measured } from './scale/measure.ts';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '100000' },
    mongodb: { type: 'boolean', default: false },
    folder: { type: 'string' },
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '15' },
  },
});
const FEW = 1_000;
const MANY = Number(values.claims);
const RUNS = Number(values.runs);
const LEAD = 'lead@contoso.example';
const LEAD_AT_THE_DOOR = 'door@contoso.example';
const uri = values.mongodb ? process.env.TEST_MONGODB_URI : undefined;
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'cpor-scale-'));

type Question = readonly [name: string, ask: (run: number) => Promise<unknown>];
const WHOLE: ClaimTableQuery = { of: 'all', sort: 'urgency', descending: false, from: 0, count: 100 };

async function someone({ core }: OpenFeatures, name: string, upn: string): Promise<Person> {
  const seen = await core.people.recordSighting({ tenantId: TENANT, userId: name, name });
  return core.people.recordRosterEntry(seen, { name, upn }, new Date());
}

async function questions(features: OpenFeatures, claims: number): Promise<Question[]> {
  const {
    claims: { service },
    report,
    core,
    tickets,
  } = features;
  const lead = await someone(features, 'Isaiah Langer', LEAD);
  const member = await someone(features, 'Megan Bowen', addressOfOwner(3));
  const campaign = core.config.campaigns[0];
  const search = new SearchService(service, tickets.service);
  const at = (run: number): number => (run * 7_919) % claims;
  const nameAt = (run: number): string => customerOf(at(run));
  const list = (who: Person, more: object) => () =>
    service.openClaims(who, { owner: 'all', page: 0, pageSize: 8, ...more });
  const table = (more: Partial<ClaimTableQuery>) => () => service.table(lead, { ...WHOLE, ...more });
  return [
    ['list: a lead’s', list(lead, {})],
    ['list: a lead’s, page 50', list(lead, { page: 50 })],
    ['list: a lead’s, of a program', list(lead, { program: 'OSU Azure' })],
    ['list: a lead’s, of a workload', list(lead, { workload: 'intune' })],
    ['list: a lead’s, of a program and a workload', list(lead, { program: 'OSU Azure', workload: 'intune' })],
    ['list: a lead’s, that nobody owns', list(lead, { owner: 'none' })],
    ['list: a lead’s, a part of a name', (run) => list(lead, { text: nameAt(run).slice(4) })()],
    ['list: a lead’s, a part of many names', list(lead, { text: 'wind' })],
    ['list: a member’s', list(member, { owner: 'mine' })],
    ['list: a member’s, of a workload', list(member, { owner: 'mine', workload: 'intune' })],
    ['list: a member’s and nobody’s', list(member, {})],
    ['list: a member’s and nobody’s, of a program', list(member, { program: 'OSU Azure' })],
    ['list: a member’s and nobody’s, a part of a name', (run) => list(member, { text: nameAt(run).slice(4) })()],
    ['table: the first rows', table({})],
    ['table: the last rows', table({ from: claims - 300 })],
    ['table: from the middle', table({ sort: 'claim', from: Math.floor(claims / 2) })],
    ['table: by customer', table({ sort: 'customer' })],
    ['table: a state', table({ state: 'to upload' })],
    ['table: a program', table({ program: 'OSU Azure' })],
    ['table: a workload', table({ workload: 'intune' })],
    ['table: a part of a name', (run) => table({ text: nameAt(run).slice(4) })()],
    ['table: one owner', table({ of: { key: `upn:${addressOfOwner(3)}` } })],
    ['owners to choose from', () => service.ownersToChoose(lead)],
    ['a claim', (run) => service.openByClaimId(lead, claimIdOf(at(run)))],
    ['claims of a customer', (run) => service.ofCustomer(lead, nameAt(run), 'begins')],
    [
      'a customer amid words, with a slip',
      (run) =>
        service.customersNamedIn(
          lead,
          `pull up ${nameAt(run).replace(/i/, '')}`,
          nameAt(run).replace(/i/, '').split(' '),
        ),
    ],
    ['search: a lead’s, a part of a name', (run) => search.find(lead, nameAt(run).slice(4))],
    ['search: a lead’s, a part of many names', () => search.find(lead, 'wind')],
    ['search: a lead’s, what is nowhere', () => search.find(lead, 'nowhere')],
    ['search: a member’s, a part of a name', (run) => search.find(member, nameAt(run).slice(4))],
    ...(campaign === undefined
      ? []
      : ([
          ['report', () => report.service.report(lead, campaign, 0)],
          ['report: the page of the tab', () => report.service.overview(lead, campaign, { who: 'all', limit: 100 })],
          ['report: day by day', () => report.service.overTime(lead, campaign)],
        ] as const)),
  ];
}

/** As variables. */
type Place = Readonly<Record<'DATA_DIR', string>> & Readonly<Record<string, string>>;

async function atServices(place: Place, claims: number): Promise<Map<string, Measured>> {
  const opening = performance.now();
  const features = await openFeatures(uri, { ...place, LEADS: LEAD });
  try {
    await features.claims.prepare();
    console.log(`brought up to this version in ${ms(performance.now() - opening)}`);
    if ((await features.claims.repository.countAll(TENANT)) < claims) {
      const before = performance.now();
      await fill(features, claims);
      console.log(`filled ${claims.toLocaleString('en')} claims in ${ms(performance.now() - before)}`);
    }
    const found = new Map<string, Measured>();
    for (const [name, ask] of await questions(features, claims))
      if (name.includes(values.only)) found.set(name, await measured(RUNS, ask));
    return found;
  } finally {
    await features.dispose();
  }
}

/** Messages and presses as Teams sends them. */
async function atTheDoor(place: Place, claims: number): Promise<Map<string, Measured>> {
  const started = performance.now();
  const world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', {
    env: { ...place, LEADS: LEAD_AT_THE_DOOR },
  });
  try {
    console.log(`the bot with ${claims.toLocaleString('en')} claims started in ${ms(performance.now() - started)}`);
    const { chat } = world.teams.person({ name: 'Isaiah Langer', upn: LEAD_AT_THE_DOOR });
    await chat.says('help');
    const at = (run: number): number => (run * 7_919) % claims;
    const asked: readonly Question[] = [
      ['door: “what needs POE”', () => chat.says('what needs POE')],
      ['door: “show <customer>”', (run) => chat.says(`show ${customerOf(at(run))}`)],
      ['door: “claim <id>”', (run) => chat.says(`claim ${claimIdOf(at(run))}`)],
      ['door: the message extension', (run) => chat.finds(customerOf(at(run)).slice(4))],
      ['door: “report”', () => chat.says('report')],
    ];
    const found = new Map<string, Measured>();
    for (const [name, ask] of asked) if (name.includes(values.only)) found.set(name, await measured(RUNS, ask));
    return found;
  } finally {
    await world.dispose();
  }
}

async function all(claims: number): Promise<Map<string, Measured>> {
  const DATA_DIR = join(folder, String(claims));
  mkdirSync(DATA_DIR, { recursive: true });
  const server = uri === undefined ? undefined : await newPlace(uri);
  const place: Place = { DATA_DIR, ...(server?.mongodbUri !== undefined && { MONGODB_URI: server.mongodbUri }) };
  try {
    return new Map([...(await atServices(place, claims)), ...(await atTheDoor(place, claims))]);
  } finally {
    if (server !== undefined) await removePlace(server);
  }
}

try {
  const few = await all(FEW);
  const many = await all(MANY);
  const rows = [...many].map(([name, { median, longest, hold, longestHold, cpu }]) => {
    const before = few.get(name) ?? { median: Number.NaN, cpu: Number.NaN, hold: Number.NaN };
    const [took, worked] = [median / before.median, cpu / before.cpu];
    const parts = [
      `${ms(before.median)} → ${ms(median)} (${took.toFixed(1)}, longest ${ms(longest)})`,
      `CPU ${ms(before.cpu)} → ${ms(cpu)} (${worked.toFixed(1)})`,
      `hold ${ms(before.hold)} → ${ms(hold)}, longest ${ms(longestHold)}`,
    ];
    return [name, `${worked > 2 || hold > 50 ? '!' : ' '} ${parts.join('; ')}`] as const;
  });
  const engine = uri === undefined ? 'sqlite' : 'mongodb';
  figures(
    `with ${FEW.toLocaleString('en')} and with ${MANY.toLocaleString('en')} claims, ${engine}: median (ratio, longest of ${RUNS}); CPU; hold of the event loop`,
    { ...Object.fromEntries(rows), 'memory of this process': mib(process.memoryUsage().rss) },
  );
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
