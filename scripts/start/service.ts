/** A process that `npm start` runs: started, waited for, watched and stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../../src/errors.ts';

const LEASH = new URL('./leash.mjs', import.meta.url).href;
const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 50;
const STOP_WITHIN_MS = 10_000;

export interface ServiceOptions {
  /** How it is called in sentences. */
  readonly name: string;
  /** A script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Answers with success once the service can be used. */
  readonly readyUrl: string;
  /** Takes what it writes to its standard output. */
  readonly output?: NodeJS.WritableStream;
  /** What to say when it ends early without a word. */
  readonly silentEnd: string;
}

export class Service {
  readonly #child: ChildProcess;
  readonly #options: ServiceOptions;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  #said = '';
  #ready = false;

  constructor(options: ServiceOptions) {
    this.#options = options;
    const { args, cwd, env, output } = options;
    this.#child = spawn(process.execPath, ['--import', LEASH, ...args], {
      cwd,
      env,
      // A group of its own: Ctrl-C reaches `npm start` only, which stops both in order.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    if (output) this.#child.stdout?.pipe(output, { end: false });
    else this.#child.stdout?.resume();
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.ended = new Promise((resolve) => {
      this.#child.once('close', () => resolve());
      this.#child.once('error', () => resolve());
    });
  }

  get name(): string {
    return this.#options.name;
  }

  /** @throws OperatorError with its own words when it ends before it is ready */
  async ready(signal: AbortSignal): Promise<void> {
    const { name, readyUrl, silentEnd } = this.#options;
    const over = new AbortController();
    this.ended.then(() => over.abort());
    const until = AbortSignal.any([over.signal, signal, AbortSignal.timeout(READY_WITHIN_MS)]);
    while (!(await answers(readyUrl, until))) {
      if (over.signal.aborted) throw new OperatorError(this.#said.trim() || silentEnd);
      if (signal.aborted) return;
      if (until.aborted) throw new OperatorError(`${name} did not answer within ${READY_WITHIN_MS / 1000} seconds.`);
      await sleep(ASK_EVERY_MS, undefined, { signal: until }).catch(() => undefined);
    }
    // Somebody else may answer at this address while ours is about to fail there.
    if (over.signal.aborted) throw new OperatorError(this.#said.trim() || silentEnd);
    this.#ready = true;
  }

  /** Asks it to stop and waits; kills it when it takes too long. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const last = setTimeout(() => this.#child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.ended;
    clearTimeout(last);
  }

  /** Before it is ready its last words are kept for one sentence; afterwards they are passed on. */
  #hear(text: string): void {
    if (this.#ready) process.stderr.write(text);
    else this.#said += text;
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
