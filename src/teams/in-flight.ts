/** Work that a stop waits for. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>();

  track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    return work.finally(() => this.#work.delete(work));
  }

  /** Resolves when nothing is under way, also of what begins meanwhile. Failures are their callers' to handle. */
  async drain(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }
}
