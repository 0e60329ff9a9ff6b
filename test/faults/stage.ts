/**
 * What a scene stands on: Teams, a place for the store, a clock that can be moved, the people, and bots as processes of their own on all
 * of it. What should not be is said to it, a sentence each.
 */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Random, seededRandom } from '../../scripts/knowledge/phrases.ts';
import { ClaimRepository } from '../../src/claims/repository.ts';
import { ownerKey } from '../../src/people/owner-key.ts';
import { openStore } from '../../src/storage/open-store.ts';
import type { ClaimsBody } from '../../src/tab/claims/api.ts';
import { SECOND_MS } from '../../src/time/units.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { type LedgerView, viewLedger } from '../e2e/nudge-campaign/ledger-view.ts';
import { NOW } from '../e2e/world.ts';
import { type AheadBot, BotClock, startAhead } from '../support/ahead-bot.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import type { ImmediateFault, Request } from '../support/teams/faults.ts';
import { type Conversation, type Person, startTeams, TENANT, type Teams } from '../support/teams.ts';

export interface StageOptions {
  /** Of MongoDB; undefined: SQLite. */
  readonly uri: string | undefined;
  readonly seed: number;
  /** So many works can be done. */
  readonly works: number;
  /** In place of a folder of its own. */
  readonly dataDir?: string;
}

/** Where it is night: reminders leave these people alone. */
const NIGHT = 'Asia/Tokyo';
const LEADS = 6;
/** Of each work that reminds people, or has something to tell them. */
const REMINDED = 6;
const READY_WITHIN_MS = 120_000;
/** Of a look whether something is so by now. */
const LOOK_EVERY_MS = 100;

export class Stage {
  readonly random: Random;
  /** What should not be. */
  readonly wrong: string[] = [];
  /** Times that a start took place. */
  starts = 0;
  /** What is wrong with Teams just now, if anything. */
  fault: ((request: Request) => ImmediateFault | undefined) | undefined;
  #next = 0;
  #waiting = new AbortController();
  readonly #options: StageOptions;
  readonly #made: Place;
  readonly teams: Teams;
  readonly place: Place;
  readonly clock: BotClock;
  readonly #bots: AheadBot[] = [];
  #origin = '';
  #ledger: LedgerView | undefined;

  private constructor(options: StageOptions, teams: Teams, place: Place, clock: BotClock) {
    this.random = seededRandom(options.seed);
    this.#options = options;
    this.teams = teams;
    this.#made = place;
    this.place = { ...place, dataDir: options.dataDir ?? place.dataDir };
    this.clock = clock;
  }

  /** With a bot that runs, a desk, and a claim for each work. */
  static async open(options: StageOptions): Promise<Stage> {
    const place = await newPlace(options.uri);
    let stage: Stage;
    const teams = await startTeams({ randomFault: (request) => stage.fault?.(request) });
    stage = new Stage(options, teams, place, await BotClock.create());
    try {
      await stage.#addClaims();
      await stage.start();
      // Who opens the page of the tab has to be known.
      for (let n = 0; n < LEADS; n++) await stage.lead(n).chat.says('help');
      await stage.lead(0).in(stage.desk).mentions('desk here');
      return stage;
    } catch (error) {
      await stage.dispose();
      throw error;
    }
  }

  get desk(): Conversation {
    return this.teams.channel('Desk');
  }

  /** One for each work, and one for each person that it is to remind, before a bot is there. */
  async #addClaims(): Promise<void> {
    const { store } = await openStore({ ...this.place, now: () => this.clock.now() });
    try {
      const repository = new ClaimRepository(store);
      await store.setUp();
      const claims = Array.from({ length: this.#options.works }, (_, n) => [
        claimRecord({ claimId: claimOf(n), ...ownedBy(ownerOf(n)) }, [workload('Exchange Online')]),
        ...remindedOf(n).map(({ upn, name }) =>
          claimRecord({ claimId: `FOR-${name}`, customerName: customerOf(n), ...ownedBy(upn) }),
        ),
      ]).flat();
      await repository.addNew(TENANT, claims);
    } finally {
      await store.close();
    }
  }

  /** The number of the next work. Undefined: all have been done. */
  next(): number | undefined {
    return this.#next < this.#options.works ? this.#next++ : undefined;
  }

  /** One of several. */
  lead(n: number): Person {
    return this.teams.person({ name: `Lead ${n}`, upn: leadOf(n), timeZone: NIGHT });
  }

  /** Whose the claim of a work is. */
  owner(n: number): Person {
    return this.teams.person({ name: `Owner ${n}`, upn: ownerOf(n), timeZone: NIGHT });
  }

  /** Starts a bot, and lets people reach that one from now on. */
  async start(): Promise<AheadBot> {
    const { dataDir, mongodbUri } = this.place;
    const bot = await startAhead(
      {
        DATA_DIR: dataDir,
        MONGODB_URI: mongodbUri,
        PORT: '0',
        FILE_HOSTS: this.teams.host,
        LEADS: Array.from({ length: LEADS }, (_, n) => leadOf(n)).join(','),
        NOW,
        NUDGE_DAYS: '14',
        NUDGE_TICK_SECONDS: '1',
        TURNS_PER_MINUTE: '1000000',
      },
      this.clock,
    );
    this.#bots.push(bot);
    this.starts++;
    this.reach(bot);
    const status = await this.readiness();
    if (status !== 200) this.wrong.push(`a start was not ready: ${status}`);
    return bot;
  }

  /** The one that people reach. */
  get bot(): AheadBot {
    // A port is given out again once nobody has it.
    return this.#bots.findLast(({ origin }) => origin === this.#origin) ?? assert.fail('there is no bot');
  }

  /** Lets people reach this one. */
  reach(bot: AheadBot): void {
    this.#origin = bot.origin;
    this.teams.connectTo(`${bot.origin}/api/messages`);
  }

  /** Aborted when people give up on what they are waiting for. */
  get gaveUp(): AbortSignal {
    return this.#waiting.signal;
  }

  /** Kills the bot that people reach, and they give up. */
  async kill(): Promise<void> {
    await this.bot.kill();
    this.hangUp();
  }

  /** Nobody waits any more for what is not answered yet. */
  hangUp(): void {
    this.teams.hangUp();
    this.#waiting.abort();
    this.#waiting = new AbortController();
  }

  /** The status of `/readyz`; 0 where no answer comes. */
  async readiness(): Promise<number> {
    const response = await fetch(`${this.#origin}/readyz`).catch(() => undefined);
    return response?.status ?? 0;
  }

  /** The bot is to become ready, or to say that it is not, without anybody's help. */
  async becomes(status: 200 | 503, withinMs = READY_WITHIN_MS): Promise<boolean> {
    const isSo = await until(async () => (await this.readiness()) === status, withinMs);
    if (!isSo) this.wrong.push(`/readyz did not say ${status} within ${withinMs} ms`);
    return isSo;
  }

  /** Asks for something of the tab's. @throws Error where it is refused */
  async ask<T>(person: Person, path: string, body?: object | Buffer): Promise<T> {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${this.#origin}/tab/api/${path}`, {
      ...(body !== undefined && { method: 'POST', body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
      headers: {
        'x-tab-person': `${TENANT}/${person.aadObjectId}`,
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
      },
      signal: this.#waiting.signal,
    });
    if (response.status === 429) {
      // As the page does when it asks too often.
      await sleep(SECOND_MS);
      return this.ask<T>(person, path, body);
    }
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async recordOf(claimId: string): Promise<string> {
    const { rows } = await this.ask<ClaimsBody>(this.lead(0), `claims?owner=all&from=0&count=2&text=${claimId}`);
    assert.equal(rows.length, 1, claimId);
    return rows[0]?.id ?? '';
  }

  async countOf(text: string): Promise<number> {
    return (await this.ask<ClaimsBody>(this.lead(0), `claims?owner=all&from=0&count=1&text=${text}`)).total;
  }

  /** The ledger of what is sent unasked, read beside the bots. */
  async ledger(): Promise<LedgerView> {
    this.#ledger ??= await viewLedger(this.place);
    return this.#ledger;
  }

  async dispose(): Promise<void> {
    await this.#ledger?.close();
    await Promise.all(this.#bots.map((bot) => bot.kill()));
    await this.teams.stop();
    await removePlace(this.#made);
    await this.clock.remove();
  }
}

const numberOf = (n: number): string => String(n).padStart(4, '0');
export const claimOf = (n: number): string => `WORK-${numberOf(n)}`;
const ownerOf = (n: number): string => `owner${n}@contoso.example`;
/** Who owns claims of this customer, and is reminded of them. */
export const customerOf = (n: number): string => `Reminded ${numberOf(n)}`;
export const remindedOf = (n: number): { readonly name: string; readonly upn: string }[] =>
  Array.from({ length: REMINDED }, (_, i) => ({ name: `Person ${n} ${i}`, upn: `person${n}x${i}@contoso.example` }));
const ownedBy = (upn: string) => ({ owner: { key: ownerKey(upn), label: upn } });
const leadOf = (n: number): string => `lead${n}@contoso.example`;

/** Looks again and again whether it is so; what a look throws is a no. @returns whether it came to be so, before somebody gave up */
export async function until(isSo: () => Promise<boolean>, withinMs: number, gaveUp?: AbortSignal): Promise<boolean> {
  const end = performance.now() + withinMs;
  for (;;) {
    if (await isSo().catch(() => false)) return true;
    if (performance.now() > end || gaveUp?.aborted) return false;
    await sleep(LOOK_EVERY_MS);
  }
}
