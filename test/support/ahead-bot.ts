/** The bot as a process of its own, as `main.ts` starts it but with its clock ahead: leases of one that was killed before have run out. */
import { renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, type Env, runNode } from './child.ts';

const BOT = `
  import { readFileSync } from 'node:fs';
  import { pino } from 'pino';
  import { start } from './src/app.ts';
  import { parseConfig } from './src/config.ts';
  const realTime = () => new Date(Date.now() + Number(readFileSync(process.env.AHEAD_FILE, 'utf8')));
  const { port } = await start(parseConfig(process.env), pino({ level: process.env.TEST_LOG ?? 'silent' }), { realTime });
  console.log('port ' + port);
`;

/**
 * The clock of such bots, ahead of the machine's or behind it. It stands in a file, so that it has moved for all of them at once, and for one
 * that is frozen before it does anything else.
 */
export class BotClock {
  readonly #folder: string;
  #aheadMs = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(): Promise<BotClock> {
    const clock = new BotClock(await mkdtemp(join(tmpdir(), 'cpor-clock-')));
    clock.move(0);
    return clock;
  }

  get file(): string {
    return join(this.#folder, 'ahead-ms');
  }

  now(): Date {
    return new Date(Date.now() + this.#aheadMs);
  }

  /** @param ms may be negative */
  move(ms: number): void {
    this.#aheadMs += ms;
    // Whole at any moment.
    writeFileSync(`${this.file}.new`, String(this.#aheadMs));
    renameSync(`${this.file}.new`, this.file);
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }
}

/** A database that is new, on a server that is busy, takes a minute and more. */
const STARTS_WITHIN_MS = 240_000;

export interface AheadBot {
  readonly origin: string;
  /** By SIGKILL, at once. */
  kill(): Promise<void>;
  /** Stops it in the middle of whatever it does (SIGSTOP), until `thaw`. */
  freeze(): void;
  thaw(): void;
}

/** @param env of the bot, with `PORT` 0 @throws Error with all it said where it does not start */
export async function startAhead(env: Env, clock: BotClock): Promise<AheadBot> {
  const { TEST_LOG } = process.env;
  const child: Child = runNode(['--input-type=module', '--eval', BOT], { ...env, TEST_LOG, AHEAD_FILE: clock.file });
  await child.says(/^port \d+$/m, STARTS_WITHIN_MS);
  return {
    origin: `http://127.0.0.1:${/^port (\d+)$/m.exec(child.stdout)?.[1]}`,
    async kill() {
      child.process.kill('SIGKILL');
      await child.ended;
    },
    freeze: () => void child.process.kill('SIGSTOP'),
    thaw: () => void child.process.kill('SIGCONT'),
  };
}
