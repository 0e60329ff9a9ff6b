/** The bot processes of a simulated campaign: one or several on the same data, killed and started again. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bareEnv, ROOT } from '../../support/child.ts';
import type { Begin, FromBot, Memory, ToBot } from './bot.ts';
import type { Setting } from './clock.ts';

const PROGRAM = fileURLToPath(new URL('./bot.ts', import.meta.url));
const READY_WITHIN_MS = 60_000;

export interface Logged {
  /** pino's. */
  readonly level: number;
  readonly msg: string;
}

type AnswerOf<Kind extends FromBot['kind']> = Extract<FromBot, { kind: Kind }>;

class Bot {
  readonly name: string;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #output = '';
  port = 0;

  constructor(begin: Begin, onLog: (line: string) => void) {
    this.name = begin.name;
    this.#process = fork(PROGRAM, [], {
      cwd: ROOT,
      execArgv: ['--expose-gc'],
      env: bareEnv(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#ended = once(this.#process, 'close');
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    this.#process.on('message', (message: FromBot) => message.kind === 'logged' && onLog(message.line));
    this.#process.send(begin satisfies ToBot);
  }

  async ready(): Promise<void> {
    this.port = (await this.#answer('ready')).port;
  }

  /** Sends a message and waits for the one that answers it. Nothing when it has been killed meanwhile. */
  async ask<Kind extends FromBot['kind']>(message: ToBot, answer: Kind): Promise<AnswerOf<Kind> | undefined> {
    if (!this.#process.connected) return undefined;
    const answered = this.#answer(answer);
    this.#process.send(message, () => undefined);
    return answered.catch(() => undefined);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  async #answer<Kind extends FromBot['kind']>(kind: Kind): Promise<AnswerOf<Kind>> {
    const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<Kind>>();
    const listen = (message: FromBot): void => {
      if (message.kind === kind) resolve(message as AnswerOf<Kind>);
    };
    this.#process.on('message', listen);
    void this.#ended.then(() => reject(new Error(`${this.name} ended: ${this.#output}`)));
    const late = setTimeout(
      () => reject(new Error(`${this.name} did not say “${kind}”: ${this.#output}`)),
      READY_WITHIN_MS,
    );
    return promise.finally(() => {
      clearTimeout(late);
      this.#process.off('message', listen);
    });
  }
}

export class Bots {
  /** What they logged as an error. */
  readonly errors: Logged[] = [];
  readonly #begin: (setting: Setting) => Omit<Begin, 'name' | 'kind'>;
  readonly #bots: Bot[] = [];

  constructor(begin: (setting: Setting) => Omit<Begin, 'name' | 'kind'>) {
    this.#begin = begin;
  }

  /** Where people reach the bot: the first that is alive. */
  get endpoint(): string {
    return `http://127.0.0.1:${this.#bots.find(({ port }) => port > 0)?.port}/api/messages`;
  }

  get names(): string[] {
    return this.#bots.map(({ name }) => name);
  }

  async start(name: string, setting: Setting): Promise<void> {
    const bot = new Bot({ kind: 'begin', name, ...this.#begin(setting) }, (line) => this.#log(line));
    this.#bots.push(bot);
    await bot.ready();
  }

  /** By its name, which marks the ids that it made. */
  async kill(name: string): Promise<void> {
    const at = this.#bots.findIndex((bot) => bot.name === name);
    const [bot] = at === -1 ? [] : this.#bots.splice(at, 1);
    await bot?.kill();
  }

  /** When it resolves, all go by the setting. */
  async setClock(setting: Setting): Promise<void> {
    await Promise.all(this.#bots.map((bot) => bot.ask({ kind: 'clock', setting }, 'clock set')));
  }

  /** Of all together. */
  async memory(): Promise<Memory | undefined> {
    const answered = await Promise.all(this.#bots.map((bot) => bot.ask({ kind: 'memory' }, 'memory')));
    return answered.filter((one) => one !== undefined).toSorted((a, b) => b.live - a.live)[0];
  }

  async stop(): Promise<void> {
    await Promise.all(this.#bots.splice(0).map((bot) => bot.kill()));
  }

  #log(line: string): void {
    const { level, msg } = JSON.parse(line) as Logged;
    if (level >= 50) this.errors.push({ level, msg });
  }
}
