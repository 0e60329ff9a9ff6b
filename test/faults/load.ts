/**
 * People who work all the while something goes wrong: each begins the next work when theirs has come to its end, and does again what was not
 * answered. Once all is well again, what they had begun comes to its end, and all that was done is looked at.
 */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stage.ts';
import type { Work } from './work.ts';
import { WORKS } from './works.ts';

export interface LoadOptions {
  /** Kinds of work, by their names. */
  readonly kinds: readonly string[];
  readonly people: number;
}

const AGAIN_AFTER_MS = 300;
/** Once all is well. */
const MOST_TRIES = 5;
/** Characters of an error. */
const MOST_SAID = 300;

export class Load {
  /** Works that came to their end. */
  done = 0;
  /** Steps that were done again. */
  again = 0;
  readonly #stage: Stage;
  readonly #works: { readonly kind: string; readonly n: number; readonly work: Work }[] = [];
  readonly #people: readonly Promise<void>[];
  #isWell = false;

  constructor(stage: Stage, { kinds, people }: LoadOptions) {
    this.#stage = stage;
    this.#people = Array.from({ length: people }, (_, i) => this.#person(kinds, i));
  }

  /** All is well from now on: resolves when all that was begun has ended. What is wrong with it is told to the stage. */
  async end(): Promise<void> {
    this.#isWell = true;
    await Promise.all(this.#people);
    for (const { kind, n, work } of this.#works) {
      const wrong = await work.check().catch((error: unknown) => [String(error)]);
      this.#stage.wrong.push(...wrong.map((one) => `${kind}, ${n}: ${one}`));
    }
  }

  async #person(kinds: readonly string[], i: number): Promise<void> {
    for (let at = i; !this.#isWell; at++) {
      const n = this.#stage.next();
      if (n === undefined) return;
      const kind = kinds[at % kinds.length] ?? assert.fail();
      const create = WORKS[kind] ?? assert.fail(kind);
      const work = create({ stage: this.#stage, n, lead: this.#stage.lead(1 + i) });
      if (await this.#finish(kind, n, work)) this.#works.push({ kind, n, work });
    }
  }

  async #finish(kind: string, n: number, work: Work): Promise<boolean> {
    for (let tries = 0; tries < MOST_TRIES; ) {
      try {
        await work.prepare?.();
        await work.act();
        await work.complete?.();
        this.done++;
        return true;
      } catch (error) {
        this.again++;
        if (this.#isWell) tries++;
        if (tries === MOST_TRIES) this.#stage.wrong.push(`${kind}, ${n}: ${String(error).slice(0, MOST_SAID)}`);
        await sleep(AGAIN_AFTER_MS);
      }
    }
    return false;
  }
}
