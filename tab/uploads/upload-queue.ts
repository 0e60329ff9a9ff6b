/** Files on their way to the server: one after the other, each with how far it is. Outside of the view, so that they go on whatever it shows. */

import type { ImportedBody } from '../../src/tab/imports/api.ts';
import type { AttachedBody, TakenBody, UploadLimits } from '../../src/tab/uploads/api.ts';
import { ApiProblem, type Client } from '../data/client.ts';
import { texts } from '../texts.ts';

/** Where files go: to claims (records), to be filed; none: to whichever claim they name. Or to a ticket, by its name; or to be imported. */
export type UploadTarget =
  | { readonly claims: readonly string[] }
  | { readonly ticket: string }
  | { readonly import: true };

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  readonly target: UploadTarget;
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
  readonly cancel: AbortController;
}

/** A folder has no bytes of its own. */
export type Dropped = { readonly file: File; readonly isFolder?: boolean };

/** As the server takes them. */
const MOST: UploadLimits = { claims: 20, uploads: 100 };

export class UploadQueue {
  readonly #client: Client;
  readonly #onTaken: (target: UploadTarget) => void;
  readonly #listeners = new Set<() => void>();
  readonly #importListeners = new Set<(id: string) => void>();
  /** The uploads that each drop has become so far: of each file one, or one for each of the claims, in their order. */
  readonly #drops = new Map<number, (readonly string[])[]>();
  #entries: readonly Entry[] = [];
  /** The import that a file has become while no part of the page that shows it was open. */
  #unheard: string | undefined;
  #isRunning = false;
  #count = 0;
  /** Most bytes of a file, as soon as that is known: what is larger need not be sent. */
  maxBytes = Number.POSITIVE_INFINITY;

  /** @param onTaken there are other uploads than before, or other files of a ticket */
  constructor(client: Client, onTaken: (target: UploadTarget) => void) {
    this.#client = client;
    this.#onTaken = onTaken;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly files = (): readonly QueuedFile[] => this.#entries;

  /**
   * Calls back with the import that a file has become.
   * @param andBefore with the last one that nobody has heard of, too
   * @returns what ends that
   */
  readonly onImport = (listener: (id: string) => void, andBefore: boolean): (() => void) => {
    this.#importListeners.add(listener);
    if (andBefore && this.#unheard !== undefined) this.#tell(this.#unheard);
    return () => this.#importListeners.delete(listener);
  };

  add(dropped: readonly Dropped[], target: UploadTarget): void {
    const drop = ++this.#count;
    this.#drops.set(drop, []);
    const entries = dropped.map(({ file, isFolder = false }): Entry => {
      const refused = whyRefused(isFolder, file.size > this.maxBytes, target);
      return {
        ...{ id: ++this.#count, drop, file, target, name: file.name, bytes: file.size, sent: 0 },
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

  async #send({ id, drop, file, target, cancel }: Entry): Promise<void> {
    this.#change(id, { state: 'sending' });
    try {
      const taken = await this.#client.upload<TakenBody | AttachedBody | ImportedBody>(
        pathOf(target, file.name),
        file,
        {
          signal: cancel.signal,
          onSent: (sent) => this.#change(id, { sent, state: sent < 1 ? 'sending' : 'reading' }),
        },
      );
      if ('uploads' in taken) this.#drops.get(drop)?.push(taken.uploads);
      this.#set(this.#entries.filter((entry) => entry.id !== id));
      this.#onTaken(target);
      if ('import' in taken && taken.import !== undefined) this.#tell(taken.import);
    } catch (error) {
      if (!cancel.signal.aborted) this.#change(id, { state: 'refused', refused: sentenceOf(error) });
    }
  }

  /** Several that name the same claim are one upload, as if they had come at once. */
  async #putTogether(drop: number): Promise<void> {
    const files = this.#drops.get(drop) ?? [];
    this.#drops.delete(drop);
    const most = Math.max(0, ...files.map((uploads) => uploads.length));
    const byClaim = Array.from({ length: most }, (_, i) => files.flatMap((uploads) => uploads[i] ?? []));
    const portions = byClaim.flatMap(portionsOf).filter(({ length }) => length > 1);
    // Where that fails, each is filed by itself.
    for (const uploads of portions) await this.#client.post('uploads/together', { uploads }).catch(() => undefined);
    if (portions.length > 0) this.#onTaken({ claims: [] });
  }

  #tell(job: string): void {
    this.#unheard = this.#importListeners.size === 0 ? job : undefined;
    for (const listener of this.#importListeners) listener(job);
  }

  #change(id: number, change: Partial<QueuedFile>): void {
    this.#set(this.#entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)));
  }

  #set(entries: readonly Entry[]): void {
    this.#entries = entries;
    for (const listener of this.#listeners) listener();
  }
}

function portionsOf(uploads: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(uploads.length / MOST.uploads);
  return Array.from({ length: count }, (_, i) => uploads.slice(i * MOST.uploads, (i + 1) * MOST.uploads));
}

/** What need not be sent. */
function whyRefused(isFolder: boolean, isTooLarge: boolean, target: UploadTarget): string | undefined {
  const { uploads: words } = texts;
  if (isFolder) return words.folder;
  if (isTooLarge) return words.tooLarge;
  return 'claims' in target && target.claims.length > MOST.claims ? words.tooManyClaims(MOST.claims) : undefined;
}

function pathOf(target: UploadTarget, name: string): string {
  const named = ['name', name];
  if ('import' in target) return `imports?${new URLSearchParams([named])}`;
  if ('ticket' in target) return `uploads/tickets/${encodeURIComponent(target.ticket)}?${new URLSearchParams([named])}`;
  return `uploads?${new URLSearchParams([named, ...target.claims.map((claim) => ['claim', claim])])}`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.title || texts.problems.unknown;
  return `${texts.problems.unreachable} ${texts.problems.unreachableHint}`;
}
