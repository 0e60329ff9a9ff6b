/** A bot as a process of its own, as `main.ts` starts it, but on simulated time and led by messages. */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { start } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { type Setting, SimClock } from './clock.ts';

export interface Begin {
  readonly kind: 'begin';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly setting: Setting;
  /** The campaign clock is ahead of simulated real time by so much, ms; it may be behind. */
  readonly campaignAheadMs: number;
  /** Marks all ids that it makes. */
  readonly name: string;
}

export type ToBot = Begin | { readonly kind: 'clock'; readonly setting: Setting } | { readonly kind: 'memory' };

export interface Memory {
  /** Bytes. `live`: of the heap, without garbage. `peak`: the most that was ever resident. */
  readonly live: number;
  readonly rss: number;
  readonly peak: number;
}

export type FromBot =
  | { readonly kind: 'ready'; readonly port: number }
  | { readonly kind: 'clock set' }
  | ({ readonly kind: 'memory' } & Memory)
  | { readonly kind: 'logged'; readonly line: string };

const KIB = 1024;

/** Says what it is in the very moment, so that a bot's campaign clock is right however long its start takes. */
class MovingDate extends Date {
  readonly #now: () => number;

  constructor(now: () => number) {
    super(now());
    this.#now = now;
  }

  override getTime(): number {
    return this.#now();
  }
}

let clock: SimClock | undefined;

async function begin({ env, setting, campaignAheadMs, name }: Begin): Promise<void> {
  const own = new SimClock(setting);
  clock = own;
  const realTime = () => new Date(own.now());
  const now = new MovingDate(() => realTime().getTime() + campaignAheadMs);
  const log = pino({ level: 'warn' }, { write: (line: string) => send({ kind: 'logged', line }) });
  const newId = () => `${name}-${randomUUID()}`;
  const { port } = await start({ ...parseConfig(env), now }, log, { realTime, newId, setTimer: own.setTimer });
  send({ kind: 'ready', port });
}

function memory(): Memory {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { live: heapUsed, rss, peak: process.resourceUsage().maxRSS * KIB };
}

function send(message: FromBot): void {
  process.send?.(message);
}

process.on('message', (message: ToBot) => {
  switch (message.kind) {
    case 'begin':
      return void begin(message);
    case 'clock':
      clock?.set(message.setting);
      return send({ kind: 'clock set' });
    case 'memory':
      return send({ kind: 'memory', ...memory() });
  }
});
