/** Files on their way to the server: one after the other, each with how far it is. Outside of the view, so that they go on whatever it shows. */
import type { TakenBody } from '../../src/tab/api.ts';
import { ApiProblem, type Client } from '../data/client.ts';
import { texts } from '../texts.ts';

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** `reading`: all of it has been sent. */
  readonly state: 'waiting' | 'sending' | 'reading' | 'refused';
  /** From 0 to 1. */
  readonly sent: number;
  /** Why it was refused, a sentence. */
  readonly refused?: string;
}

interface Entry extends QueuedFile {
  /** Those of one drop belong together. */
  readonly drop: number;
  readonly file: File;
  readonly claim: string;
  readonly cancel: AbortController;
}

/** A folder has no bytes of its own. */
export type Dropped = { readonly file: File; readonly isFolder?: boolean };

export class UploadQueue {
  readonly #client: Client;
  readonly #onTaken: () => void;
  readonly #listeners = new Set<() => void>();
  /** The uploads that each drop has become so far. */
  readonly #drops = new Map<number, string[]>();
  #entries: readonly Entry[] = [];
  #isRunning = false;
  #count = 0;
  /** Most bytes of a file, as soon as that is known: what is larger need not be sent. */
  maxBytes = Number.POSITIVE_INFINITY;

  /** @param onTaken there are other uploads than before */
  constructor(client: Client, onTaken: () => void) {
    this.#client = client;
    this.#onTaken = onTaken;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly files = (): readonly QueuedFile[] => this.#entries;

  /** @param claim the record that they were dropped on; empty: none */
  add(dropped: readonly Dropped[], claim: string): void {
    const drop = ++this.#count;
    this.#drops.set(drop, []);
    const entries = dropped.map(({ file, isFolder = false }): Entry => {
      const refused = isFolder ? texts.uploads.folder : file.size > this.maxBytes ? texts.uploads.tooLarge : undefined;
      return {
        ...{ id: ++this.#count, drop, file, claim, name: file.name, bytes: file.size, sent: 0 },
        ...{ state: refused === undefined ? 'waiting' : 'refused', cancel: new AbortController() },
        ...(refused !== undefined && { refused }),
      };
    });
    this.#set([...this.#entries, ...entries]);
    void this.#run();
  }

  /** Stops a file, or takes one that was refused from sight. */
  drop(id: number): void {
    this.#entries.find((entry) => entry.id === id)?.cancel.abort();
    this.#set(this.#entries.filter((entry) => entry.id !== id));
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (;;) {
      const next = this.#entries.find(({ state }) => state === 'waiting');
      if (next === undefined) break;
      await this.#send(next);
      if (!this.#entries.some(({ drop, state }) => drop === next.drop && state === 'waiting'))
        await this.#putTogether(next.drop);
    }
    this.#isRunning = false;
  }

  async #send({ id, drop, file, claim, cancel }: Entry): Promise<void> {
    this.#change(id, { state: 'sending' });
    try {
      const params = new URLSearchParams({ name: file.name, ...(claim !== '' && { claim }) });
      const { upload } = await this.#client.upload<TakenBody>(`uploads?${params}`, file, {
        signal: cancel.signal,
        onSent: (sent) => this.#change(id, { sent, state: sent < 1 ? 'sending' : 'reading' }),
      });
      if (upload !== undefined) this.#drops.get(drop)?.push(upload);
      this.#set(this.#entries.filter((entry) => entry.id !== id));
      this.#onTaken();
    } catch (error) {
      if (!cancel.signal.aborted) this.#change(id, { state: 'refused', refused: sentenceOf(error) });
    }
  }

  /** Several that name the same claim are one upload, as if they had come at once. */
  async #putTogether(drop: number): Promise<void> {
    const uploads = this.#drops.get(drop) ?? [];
    this.#drops.delete(drop);
    if (uploads.length < 2) return;
    // Where that fails, each is filed by itself.
    await this.#client.post('uploads/together', { uploads }).catch(() => undefined);
    this.#onTaken();
  }

  #change(id: number, change: Partial<QueuedFile>): void {
    this.#set(this.#entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.title || texts.problems.unknown;
  return `${texts.problems.unreachable} ${texts.problems.unreachableHint}`;
}
