/** kill -9 of the bot that sends nudges, while it does, at requests that are random but the same in every run of a seed. It is started again at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../scripts/knowledge/phrases.ts';
import type { Bots } from './bots.ts';
import type { Setting } from './clock.ts';
import type { LedgerView } from './ledger-view.ts';

export interface KillsOptions {
  readonly bots: Bots;
  readonly ledger: LedgerView;
  /** Called when it is dead, before it is started again. @param leased ids of the rows that it had leased */
  readonly onDead: (leased: readonly string[]) => void;
  /** Called when it runs again. */
  readonly onAlive: () => void;
  readonly setting: () => Setting;
  readonly random: Random;
}

/** After the request that a kill falls on, every other one comes within so long, ms of the machine. */
const KILL_WITHIN_MS = 40;
/** Requests between two checks which bot sends. */
const SENDER_EVERY = 5;

export class Kills {
  done = 0;
  /** Ids of rows that were leased by the bot that was killed. */
  readonly inFlight = new Set<string>();
  readonly errors: unknown[] = [];
  readonly #options: KillsOptions;
  readonly #at: number[];
  #killing: Promise<void> | undefined;
  #started = 0;
  /** The bot that sends, as of the last check. */
  #sender = '';

  /** @param among so many requests are expected */
  constructor(options: KillsOptions, { kills, among }: { readonly kills: number; readonly among: number }) {
    this.#options = options;
    // One in each of as many equal options, none at the very end.
    const part = Math.floor((among * 0.95) / Math.max(1, kills));
    this.#at = Array.from({ length: kills }, (_, i) => i * part + 1 + options.random.below(Math.max(1, part - 60)));
  }

  get busy(): boolean {
    return this.#killing !== undefined;
  }

  async start(processes: number): Promise<void> {
    const { bots, setting } = this.#options;
    for (let n = 0; n < processes; n++) await bots.start(this.#newName(), setting());
  }

  /** @param count requests so far */
  requestsCame(count: number): void {
    if (count % SENDER_EVERY === 0) this.#findSender().catch((error: unknown) => void this.errors.push(error));
    if (this.#killing !== undefined || count < (this.#at[0] ?? Number.POSITIVE_INFINITY)) return;
    this.#at.shift();
    this.#killing = this.#kill()
      .catch((error: unknown) => void this.errors.push(error))
      .finally(() => {
        this.#killing = undefined;
      });
  }

  /** Every second kill falls before the request is answered. */
  async #kill(): Promise<void> {
    const { bots, ledger, setting, random, onDead, onAlive } = this.#options;
    if (this.done % 2 === 1 || !bots.names.includes(this.#sender)) {
      await sleep(random.below(KILL_WITHIN_MS));
      await this.#findSender();
    }
    const name = this.#sender;
    await bots.kill(name);
    const leased = (await ledger.rows('leased')).filter(({ sender }) => sender?.startsWith(`${name}-`));
    for (const { _id } of leased) this.inFlight.add(_id);
    this.done += 1;
    onDead(leased.map(({ _id }) => _id));
    await bots.start(this.#newName(), setting());
    onAlive();
  }

  async #findSender(): Promise<void> {
    this.#sender = (await this.#options.ledger.sender())?.split('-')[0] ?? '';
  }

  #newName(): string {
    this.#started += 1;
    return `bot${this.#started}`;
  }
}
