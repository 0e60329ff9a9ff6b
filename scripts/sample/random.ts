/** Numbers that look random and are the same in every run: a linear congruential generator with the constants of "Numerical Recipes". */
const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;
const MODULUS = 2 ** 32;

export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, but without, `bound`. */
  below(bound: number): number {
    this.#state = (Math.imul(this.#state, MULTIPLIER) + INCREMENT) >>> 0;
    // The high bits: the low ones of such a generator repeat soon.
    return Math.floor((this.#state / MODULUS) * bound);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** `count` different ones, in the order in which they stand in `items`. */
  some<T>(items: readonly T[], count: number): T[] {
    const rest = [...items.keys()];
    const chosen = Array.from({ length: Math.min(count, items.length) }, () => {
      const [index] = rest.splice(this.below(rest.length), 1);
      return index ?? 0;
    });
    return chosen.sort((a, b) => a - b).map((index) => items[index] as T);
  }

  /** In the shape of a version 4 GUID. */
  guid(): string {
    const hex = (length: number): string => Array.from({ length }, () => this.below(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}
