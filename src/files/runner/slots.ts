/** Limits how many work at once. The others wait in the order in which they came. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** A slot, once there is one; undefined when `signal` aborts first. Disposing of it gives it back. */
  async take(signal?: AbortSignal): Promise<Disposable | undefined> {
    if (signal?.aborted) return undefined;
    if (this.#free > 0) this.#free--;
    else if (!(await this.#turn(signal))) return undefined;
    let held = true;
    return {
      [Symbol.dispose]: () => {
        if (held) this.#giveBack();
        held = false;
      },
    };
  }

  /** Waits in the queue. False when `signal` aborted. */
  #turn(signal: AbortSignal | undefined): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const onTurn = (): void => {
      signal?.removeEventListener('abort', onAbort);
      resolve(true);
    };
    const onAbort = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(onTurn), 1);
      resolve(false);
    };
    this.#waiting.push(onTurn);
    signal?.addEventListener('abort', onAbort, { once: true });
    return promise;
  }

  #giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
