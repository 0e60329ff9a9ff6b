/** The harness for tests of how reminders leave: the people, the time to the millisecond, the requests, the ledger. */

import { pino } from 'pino';
import { type App, start } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { Ledger } from '../../src/delivery/ledger.ts';
import type { Nudge } from '../../src/delivery/nudge.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Fault, PlannedFault, Request } from '../support/teams/faults.ts';
import { type Person, TENANT, type TeamsOptions } from '../support/teams.ts';
import { type LedgerView, viewLedger } from './nudge-campaign/ledger-view.ts';
import { importRows, openWorld, type World } from './world.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const LEADS = 'isaiahl@contoso.example';

/** In so long no newer milestone comes, and the hours are those of the same clock on every day. */
const LONG_AGO = { NOW: '2019-09-10T09:00:00Z', NUDGE_DAYS: '300' };

export interface NudgeHarnessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly teams?: Omit<TeamsOptions, 'now'>;
  /** Milliseconds that a stop gives what is in flight. */
  readonly drainWithinMs?: number;
  /** The claims of the people to come, imported at once: an `owner` of so many claims then needs no import of their own. */
  readonly imported?: ImportedClaims;
}

interface ImportedClaims {
  readonly people: number;
  /** Claims of each of them. */
  readonly each: number;
}

const NOBODY: ImportedClaims = { people: 0, each: 0 };

export class NudgeHarness {
  readonly world: World;
  readonly lead: Person;
  readonly #clock: { ms: number };
  readonly #env: Readonly<Record<string, string>>;
  #ledger: Promise<LedgerView> | undefined;
  #others: App[] = [];
  #people = 0;
  #imported = NOBODY;

  private constructor(world: World, clock: { ms: number }, env: Readonly<Record<string, string>>) {
    this.world = world;
    this.#clock = clock;
    this.#env = env;
    this.lead = world.teams.person({ name: 'Isaiah Langer', upn: LEADS });
  }

  static async open(
    engine: 'sqlite' | 'mongodb',
    { env, teams, drainWithinMs, imported = NOBODY }: NudgeHarnessOptions = {},
  ): Promise<NudgeHarness> {
    const all = { NUDGE_TICK_SECONDS: '3600', LEADS, TIME_ZONE: 'UTC', ...LONG_AGO, ...env };
    const clock = { ms: Date.parse(all.NOW) };
    const realTime = () => new Date(clock.ms);
    const world = await openWorld(engine, {
      env: all,
      overrides: { realTime, ...(drainWithinMs !== undefined && { drainWithinMs }) },
      teams: { ...teams, now: realTime },
    });
    const harness = new NudgeHarness(world, clock, all);
    // Whoever takes a tenant over waits for what the one before may have sent.
    await harness.lead.chat.install();
    await harness.round();
    harness.move(2 * SECOND);
    await harness.#importClaimsOf(imported);
    return harness;
  }

  get now(): number {
    return this.#clock.ms;
  }

  /** Moves the clock, and nothing else. */
  move(ms: number): void {
    this.#clock.ms += ms;
  }

  /** To the beginning of the working hours of the next working day, in UTC; what waited for it has left. */
  async morning(): Promise<void> {
    const day = Math.floor(this.#clock.ms / DAY) * DAY;
    const inDays = [1, 2, 3].find((days) => ![0, 6].includes(new Date(day + days * DAY).getUTCDay())) ?? 1;
    this.#clock.ms = day + inDays * DAY + 9 * HOUR;
    await this.poll();
    this.move(2 * SECOND);
  }

  /** Lets the bot send what is due as the clock stands. */
  async poll(app: App = this.world.app): Promise<void> {
    app.outbox.wake();
    await app.outbox.idle();
  }

  /** Lets time pass, and the bot poll. */
  async pass(ms: number): Promise<void> {
    this.move(ms);
    await this.poll();
  }

  /** Lets time pass a step at a time, and the bot poll after each. */
  async passInSteps(ms: number, step: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) await this.pass(step);
  }

  /** Lets the bot find who is due, and send what may leave as the clock stands. */
  async round(): Promise<void> {
    await this.world.app.tick('rounds');
    await this.poll();
  }

  /** Somebody who has the bot, with open claims; in UTC where nothing else is said. */
  async owner(claims = 1, facts: Partial<Person> = {}): Promise<Person> {
    const n = ++this.#people;
    const person = this.world.teams.person({
      name: `Person ${n}`,
      upn: upnOf(n),
      timeZone: 'UTC',
      ...facts,
    });
    await person.chat.install();
    // Only what people write tells their time zone.
    await person.chat.says('help');
    if (claims !== this.#imported.each || n > this.#imported.people) await this.importClaims(person, claims);
    return person;
  }

  /** So many people with a claim each, in UTC. */
  async owners(count: number): Promise<Person[]> {
    const all = Array.from({ length: count }, () => {
      const n = ++this.#people;
      return this.world.teams.person({ name: `Person ${n}`, upn: upnOf(n), timeZone: 'UTC' });
    });
    for (const { chat } of all) await chat.install();
    const rows = all.map((owner) => ({ claim: claimsOf(owner)[0] ?? '', owner: owner.upn }));
    await importRows(this.lead, rows, `${count} owners.csv`);
    return all;
  }

  async #importClaimsOf(imported: ImportedClaims): Promise<void> {
    const upns = Array.from({ length: imported.people }, (_, i) => upnOf(i + 1));
    const rows = upns.flatMap((upn) => claimsOf({ upn }, imported.each).map((claim) => ({ claim, owner: upn })));
    if (rows.length > 0) await importRows(this.lead, rows, 'everybody.csv');
    this.#imported = imported;
  }

  /** So many claims of theirs, imported. */
  async importClaims(owner: Person, count: number): Promise<void> {
    if (count === 0) return;
    const ids = claimsOf(owner, count);
    const rows = ids.map((claim) => ({ claim, owner: owner.upn }));
    await importRows(this.lead, rows, `${owner.name}.csv`);
  }

  /** Lets the next requests of these kinds meet these faults, one each. */
  fail(person: Person, faults: readonly Fault[], kind: keyof typeof KINDS = 'card'): PlannedFault[] {
    const { method, url } = KINDS[kind];
    return faults.map((fault) => this.world.teams.inject(fault, { method, url: url(person) }));
  }

  /** What left the bot unasked for this person since a mark: new messages (`card`), changes, and chats made anew, with their answers. */
  requests(person: Person, since = 0): string[] {
    return this.sent(person, since).map(({ kind, request }) => `${kind} ${request.status}`);
  }

  sent(person: Person, since = 0): { readonly kind: string; readonly request: Request }[] {
    return this.world.teams.requests.slice(since).flatMap((request) =>
      Object.entries(KINDS)
        .filter(
          ([, { method, url, isFor }]) =>
            request.method === method && url(person).test(request.url) && isFor(request, person),
        )
        .map(([kind]) => ({ kind, request })),
    );
  }

  get mark(): number {
    return this.world.teams.requests.length;
  }

  /** The reminders that came. */
  cards({ chat }: Person): Sent[] {
    return chat.conversation.sent.filter(({ kind, text }) => kind === 'message' && text.startsWith('CPOR reminder'));
  }

  /** What the ledger says of somebody, the oldest milestone first. */
  async rows({ aadObjectId }: Pick<Person, 'aadObjectId'>): Promise<Nudge[]> {
    this.#ledger ??= viewLedger(this.world.place);
    const rows = (await (await this.#ledger).rows()).filter(({ person }) => person === aadObjectId);
    return rows.sort((a, b) => (a.day < b.day ? -1 : 1));
  }

  /** The same in short: `before-14 sent`, `before-7 skipped: off`. */
  async ledger(person: Pick<Person, 'aadObjectId'>): Promise<string[]> {
    const rows = await this.rows(person);
    return rows.map(
      ({ milestone, state, reason }) => `${milestone} ${state}${reason === undefined ? '' : `: ${reason}`}`,
    );
  }

  /** While the bot is stopped: as a process that was killed leaves a row whose request was on its way. */
  async leaveLeasedRow({ aadObjectId: person }: Person, milestone: string): Promise<void> {
    const { store } = await openStore({ ...this.world.place, now: () => new Date(this.now) });
    try {
      const ledger = new Ledger(store);
      await store.setUp();
      const now = new Date(this.now);
      const key = { person, campaign: 'cpor-2020@2020-06-30', milestone };
      await ledger.add(TENANT, [{ ...key, day: '2019-09-04', kind: 'reminder', due: now }]);
      const row = await ledger.get(TENANT, key);
      const leaseUntil = new Date(this.now + 90 * SECOND).toISOString();
      const lease = { now, since: now.toISOString(), leaseUntil, sender: 'killed', lease: 'of the killed one' };
      await ledger.lease(TENANT, row?._id ?? '', lease);
    } finally {
      await store.close();
    }
  }

  /** Another bot of the same configuration on the same data, in this process. */
  async another(): Promise<App> {
    const { dataDir, mongodbUri } = this.world.place;
    const config = parseConfig({
      ...this.#env,
      FILE_HOSTS: this.world.teams.host,
      DATA_DIR: dataDir,
      MONGODB_URI: mongodbUri,
      PORT: '0',
      NOW: this.#nowText,
    });
    const log = pino({ level: process.env.TEST_LOG ?? 'silent' });
    const app = await start(config, log, { realTime: () => new Date(this.now) });
    this.#others.push(app);
    return app;
  }

  /** Stops the bot and starts it again; its campaign clock goes on. */
  restart(): Promise<void> {
    return this.world.restart({ NOW: this.#nowText });
  }

  get #nowText(): string {
    return new Date(this.now).toISOString();
  }

  async dispose(): Promise<void> {
    await (await this.#ledger)?.close();
    for (const app of this.#others) await app.stop();
    await this.world.dispose();
  }
}

const upnOf = (n: number): string => `person${n}@contoso.example`;

/** The IDs of somebody's claims. */
export const claimsOf = ({ upn }: Pick<Person, 'upn'>, count = 1): string[] =>
  Array.from({ length: count }, (_, i) => `CLM-${upn.split('@')[0]}-${i}`);

const idOf = ({ chat }: Person): string => RegExp.escape(encodeURIComponent(chat.conversation.place.id));
const always = (): boolean => true;

/** What leaves unasked. The address of an answer ends in the id, of digits, of what it answers. */
const KINDS = {
  card: {
    method: 'POST',
    url: (person: Person) => new RegExp(`/${idOf(person)}/activities(/[0-9a-f-]{36})?$`),
    isFor: always,
  },
  change: { method: 'PUT', url: (person: Person) => new RegExp(`/${idOf(person)}/activities/`), isFor: always },
  chat: {
    method: 'POST',
    url: () => /\/v3\/conversations$/,
    isFor: ({ body }: Request, { id }: Person) => (body as { members?: { id: string }[] }).members?.[0]?.id === id,
  },
};
