/** The child process of one task, seen from the process that asks. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromPlainError, moduleExtension, type TaskReply, type TaskRow } from './task.ts';

export interface TaskLimits {
  /** The only file that the task may read besides the program itself. */
  readonly file: string;
  /** Resident memory of the process, in MiB. Node alone takes about 60. */
  readonly memoryMiB: number;
  /** Milliseconds for the result, and again for each answer. Waiting for a slot does not count. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** It may load native code of the packages. Without, what breaks out of a parser finds none to load. */
  readonly addons?: boolean;
}

/** `closed`: asked after the conversation was closed. */
export type FailureReason = 'out of memory' | 'too slow' | 'crashed' | 'aborted' | 'closed';

export interface TaskFailure {
  readonly ok: false;
  readonly reason: FailureReason;
  /** For the log; what the task threw, if it did. */
  readonly cause?: unknown;
}

export type TaskOutcome<T> = { readonly ok: true; readonly value: T } | TaskFailure;

/** The bot runs at 0; 19 is the lowest. At 10 a busy machine still gives a task some time. */
const NICENESS = 10;
/** Of the memory that a task may have. With more, V8 would collect its garbage too late. */
const HEAP_SHARE = 0.75;

export class TaskProcess {
  /** Resolves when the process is gone, whatever ended it. */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;
  readonly #limits: TaskLimits;
  #failure: TaskFailure | undefined;
  #settle: ((outcome: TaskOutcome<unknown>) => void) | undefined;

  /** @throws Error when the operating system grants no process at all */
  constructor(row: TaskRow<never>, limits: TaskLimits) {
    this.#limits = limits;
    this.#child = spawnTask(row, limits);
    this.gone = new Promise((resolve) => {
      // Not 'exit': by 'close' all messages have been read.
      this.#child.once('close', (code, signal) => {
        this.#fail(endedBy(code, signal));
        resolve();
      });
      this.#child.on('error', (cause) => {
        if (this.#child.pid !== undefined) return;
        this.#fail({ ok: false, reason: 'crashed', cause });
        resolve();
      });
    });
    this.#child.on('message', (message) => this.#onReply(message as TaskReply));
    this.#keepParentAlive(false);
    limits.signal?.addEventListener('abort', this.#abort, { once: true });
    if (limits.signal?.aborted) this.#abort();
  }

  readonly #abort = (): void => {
    this.#fail({ ok: false, reason: 'aborted' });
  };

  /** Sends a message and waits for the reply. One at a time. Only meanwhile does the child keep this process alive. */
  async ask<T>(message: unknown): Promise<TaskOutcome<T>> {
    if (this.#failure !== undefined) return this.#failure;
    const { promise, resolve } = Promise.withResolvers<TaskOutcome<unknown>>();
    const timer = setTimeout(() => this.#fail({ ok: false, reason: 'too slow' }), this.#limits.timeoutMs);
    this.#settle = resolve;
    this.#keepParentAlive(true);
    try {
      // A message that cannot be delivered means that the process has ended, and its end is reported anyway.
      this.#child.send({ message }, () => undefined);
      return (await promise) as TaskOutcome<T>;
    } catch (cause) {
      return this.#fail({ ok: false, reason: 'crashed', cause });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      this.#keepParentAlive(false);
    }
  }

  /** Ends the process, if it has not ended yet, and waits until it is gone. */
  async close(): Promise<void> {
    this.#fail({ ok: false, reason: 'closed' });
    this.#keepParentAlive(true);
    await this.gone;
  }

  #onReply(reply: TaskReply): void {
    if ('value' in reply) this.#settle?.({ ok: true, value: reply.value });
    else this.#fail({ ok: false, reason: 'crashed', cause: fromPlainError(reply.error) });
  }

  /** The first reason counts. */
  #fail(failure: TaskFailure): TaskFailure {
    this.#failure ??= failure;
    this.#limits.signal?.removeEventListener('abort', this.#abort);
    this.#child.kill('SIGKILL');
    this.#settle?.(this.#failure);
    return this.#failure;
  }

  #keepParentAlive(alive: boolean): void {
    for (const handle of [this.#child, this.#child.channel]) alive ? handle?.ref() : handle?.unref();
  }
}

function spawnTask({ name, module }: TaskRow<never>, { file, memoryMiB, addons = false }: TaskLimits): ChildProcess {
  const args = [
    '--permission',
    '--allow-worker',
    ...(addons ? ['--allow-addons'] : []),
    ...(CACHE === undefined ? [] : [`--allow-fs-write=${CACHE}`, `--allow-fs-read=${CACHE}`]),
    ...[...PROGRAM, fileURLToPath(new URL('.', module)), file].map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${Math.ceil(memoryMiB * HEAP_SHARE)}`,
    CHILD,
    name,
    module.href,
    String(memoryMiB),
    String(process.pid),
  ];
  // From its birth, since threads keep the priority that their process had when they began.
  const [command, ...prefix] =
    NICE === undefined ? [process.execPath] : [NICE, '-n', String(NICENESS), process.execPath];
  const child = spawn(command, [...prefix, ...args], {
    // Secrets live in the environment; a task needs none of it.
    env: CACHE === undefined ? {} : { NODE_COMPILE_CACHE: CACHE },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It carries maps and bytes, which JSON does not. The price, for all 50,000 claims of a file in batches of 100: 0.16 s of the bot's
    // processor time in place of 0.09 s.
    serialization: 'advanced',
  });
  if (NICE === undefined && child.pid !== undefined) lowerPriority(child.pid);
  return child;
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It has ended already, or this system has no such thing. It is bounded all the same.
  }
}

const NICE = ['/usr/bin/nice', '/bin/nice'].find((path) => existsSync(path));
const CHILD = fileURLToPath(new URL(`./child.${moduleExtension(import.meta.url)}`, import.meta.url));

/**
 * Where Node keeps what it has compiled, for a process that runs from the sources: stripping types is two thirds of its start (160 ms;
 * 70 with what was kept). Built code starts in 60 ms by itself, and whoever wrote there would be run by the next task.
 */
const KEPT = getCompileCacheDir();
const CACHE = CHILD.endsWith('.ts') && KEPT !== undefined ? dirname(KEPT) : undefined;

/** What a process reads to run at all: our code (`src` or `dist`), the packages, and what says that both are ES modules. */
const PROGRAM = ['../..', '../../../node_modules', '../../../package.json']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  // A linked folder of packages is looked up under both of its names.
  .flatMap((path) => (existsSync(path) ? [...new Set([path, realpathSync(path)])] : []));

/** The watchdog kills, V8 aborts at the limit of its heap and traps where a single value exceeds all limits; a kernel without memory kills. */
const OUT_OF_MEMORY: ReadonlySet<NodeJS.Signals> = new Set(['SIGKILL', 'SIGABRT', 'SIGTRAP']);

function endedBy(code: number | null, signal: NodeJS.Signals | null): TaskFailure {
  const reason = signal !== null && OUT_OF_MEMORY.has(signal) ? 'out of memory' : 'crashed';
  return { ok: false, reason, cause: new Error(`the process ended with ${signal ?? `code ${code}`}`) };
}
