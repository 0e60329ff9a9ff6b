/** The worker thread that reads an export, seen from the thread that asks. */
import { Worker } from 'node:worker_threads';
import { ProgrammingError, UserError } from '../../errors.ts';
import { refusals } from '../../files/sheet/texts.ts';
import type { ColumnMapping } from './columns.ts';
import type { Answer, BatchRequest, ReadTask } from './reading.ts';

export interface ReadOptions {
  /** What a person chose for the headers. */
  readonly mapping?: ColumnMapping;
  /** More rows than this are refused. Default 200,000. */
  readonly maxRows?: number;
  /** Ends the reading; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the reading may take. Default 120,000. */
  readonly timeoutMs?: number;
  /** Memory that the reading may use. Default 768 MiB. */
  readonly maxMemoryMiB?: number;
}

const MAX_ROWS = 200_000;
const TIMEOUT_MS = 120_000;
const MEMORY_MIB = 768;

/** It is asked one question at a time. It keeps the process alive only while an answer is awaited. */
export class ExportReader {
  readonly #worker: Worker;
  readonly #signal: AbortSignal | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #ended: Error | undefined;
  #onEnd: ((reason: Error) => void) | undefined;

  constructor(
    task: ReadTask['task'],
    path: string,
    { mapping = new Map(), maxRows = MAX_ROWS, signal, maxMemoryMiB = MEMORY_MIB }: ReadOptions,
  ) {
    signal?.throwIfAborted();
    this.#signal = signal;
    // Run as .ts by Node itself, or built as .js beside this file.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    this.#worker = new Worker(new URL(`./export-worker.${extension}`, import.meta.url), {
      name: 'read-export',
      workerData: { task, path, mapping, maxRows } satisfies ReadTask,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMiB },
      // It needs nothing of the environment, where secrets live.
      env: {},
    });
    this.#worker.on('error', (error) => this.#end(breakdown(error)));
    this.#worker.on('exit', () => this.#end(new ProgrammingError('the reading was closed')));
    this.#worker.unref();
    signal?.addEventListener('abort', this.#abort, { once: true });
  }

  readonly #abort = (): void => {
    this.#end(this.#signal?.reason);
    void this.#worker.terminate();
  };

  /** A batch; waits its turn. @throws as `answered` */
  ask(request: BatchRequest): Promise<Answer> {
    const asked = this.#queue.then(() => {
      const answer = this.answered();
      if (this.#ended === undefined) this.#worker.postMessage(request);
      return answer;
    });
    this.#queue = asked.catch(() => undefined);
    return asked;
  }

  /** The worker's next message. @throws UserError when it refuses, breaks down or takes too long */
  async answered(timeoutMs = TIMEOUT_MS): Promise<Answer> {
    if (this.#ended !== undefined) throw this.#ended;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const timer = setTimeout(() => this.#end(new UserError(refusals.tooSlow)), timeoutMs);
    this.#onEnd = reject;
    this.#worker.once('message', resolve);
    this.#worker.ref();
    try {
      const answer = await promise;
      if (answer.kind === 'refused') throw new UserError(answer.message, { cause: answer.cause });
      return answer;
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#onEnd = undefined;
      this.#worker.off('message', resolve);
      this.#worker.unref();
    }
  }

  async unexpected(answer: Answer): Promise<Error> {
    await this.close();
    return new ProgrammingError(`unexpected answer ${answer.kind}`);
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#worker.terminate();
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    this.#onEnd?.(this.#ended);
  }
}

/** What ends a worker is the file's doing, a disk's aside: a reader may throw where nobody catches. */
function breakdown(error: unknown): Error {
  if (error instanceof Error && 'syscall' in error) return error;
  const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new UserError(outOfMemory ? refusals.tooLarge : refusals.damaged, { cause: error });
}
