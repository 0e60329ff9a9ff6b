/** kill -9 of the bot that sends nudges, while it does, at random but the same requests in every run of a seed; it is started again at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../scripts/knowledge/phrases.ts';
import type { Bots } from './bots.ts';
import type { Setting } from './clock.ts';
import type { LedgerView } from './ledger-view.ts';

export interface KillsParts {
  readonly bots: Bots;
  readonly ledger: LedgerView;
  /** Once it is dead, before it is started again. With the ids of the rows that it had leased. */
  readonly onDead: (leased: readonly string[]) => void;
  /** It runs again. */
  readonly onAlive: () => void;
  readonly setting: () => Setting;
  readonly random: Random;
}

/** After the request that a kill falls on, every other one comes within so long, ms of the machine. */
const WITHIN_MS = 40;
/** How many requests pass between two looks for the bot that sends. */
const SENDER_EVERY = 5;

export class Kills {
  done = 0;
  /** Ids of rows that were leased by the bot that was killed. */
  readonly inFlight = new Set<string>();
  readonly errors: unknown[] = [];
  readonly #parts: KillsParts;
  readonly #at: number[];
  #killing: Promise<void> | undefined;
  #lives = 0;
  /** The bot that sends, as of late. */
  #sender = '';

  /** @param among so many requests are expected */
  constructor(parts: KillsParts, { kills, among }: { readonly kills: number; readonly among: number }) {
    this.#parts = parts;
    // One in each of as many equal parts, none at the very end.
    const part = Math.floor((among * 0.95) / Math.max(1, kills));
    this.#at = Array.from({ length: kills }, (_, i) => i * part + 1 + parts.random.below(Math.max(1, part - 60)));
  }

  get busy(): boolean {
    return this.#killing !== undefined;
  }

  async start(processes: number): Promise<void> {
    const { bots, setting } = this.#parts;
    for (let n = 0; n < processes; n++) await bots.start(this.#newName(), setting());
  }

  /** So many requests came by now. */
  came(count: number): void {
    if (count % SENDER_EVERY === 0) this.#lookForSender().catch((error: unknown) => void this.errors.push(error));
    if (this.#killing !== undefined || count < (this.#at[0] ?? Number.POSITIVE_INFINITY)) return;
    this.#at.shift();
    this.#killing = this.#kill()
      .catch((error: unknown) => void this.errors.push(error))
      .finally(() => {
        this.#killing = undefined;
      });
  }

  /** Every other one at once, before the request is answered. */
  async #kill(): Promise<void> {
    const { bots, ledger, setting, random, onDead, onAlive } = this.#parts;
    if (this.done % 2 === 1 || !bots.names.includes(this.#sender)) {
      await sleep(random.below(WITHIN_MS));
      await this.#lookForSender();
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

  async #lookForSender(): Promise<void> {
    this.#sender = (await this.#parts.ledger.sender())?.split('-')[0] ?? '';
  }

  #newName(): string {
    this.#lives += 1;
    return `bot${this.#lives}`;
  }
}
