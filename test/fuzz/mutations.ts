/** What becomes of a file on its way through bad hands and bad disks: bytes flipped, cut out, doubled, cut off, one file within another. */
import { type Arbitrary, constantFrom, nat, noShrink, record } from 'fast-check';
import { zipSync } from 'fflate';
import { SeededRandom } from '../../scripts/sample/random.ts';

interface Mutation {
  readonly name: string;
  mutate(bytes: Buffer, random: SeededRandom): Uint8Array;
}

const MOST_FLIPPED = 60;
const LONGEST_PART = 4_000;
const MOST_COPIES = 30;
const DEEPEST = 4;

/** Whole numbers, both ends included. */
const between = (random: SeededRandom, from: number, to: number): number => from + random.below(to - from + 1);
const at = (bytes: Uint8Array, random: SeededRandom): number => between(random, 0, Math.max(0, bytes.length - 1));

const MUTATIONS: readonly Mutation[] = [
  {
    name: 'bytes flipped',
    mutate(bytes, random) {
      const copy = Buffer.from(bytes);
      for (let times = between(random, 1, MOST_FLIPPED); times > 0; times--)
        copy[at(copy, random)] = between(random, 0, 255);
      return copy;
    },
  },
  { name: 'cut off', mutate: (bytes, random) => bytes.subarray(0, at(bytes, random)) },
  {
    name: 'a part cut out',
    mutate(bytes, random) {
      const from = at(bytes, random);
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + between(random, 1, LONGEST_PART))]);
    },
  },
  {
    name: 'a part doubled',
    mutate(bytes, random) {
      const from = at(bytes, random);
      const part = bytes.subarray(from, from + between(random, 1, LONGEST_PART));
      const copies = Array.from({ length: between(random, 2, MOST_COPIES) }, () => part);
      return Buffer.concat([bytes.subarray(0, from), ...copies, bytes.subarray(from)]);
    },
  },
  { name: 'within itself', mutate: (bytes) => Buffer.concat([bytes, bytes]) },
  {
    name: 'within a package',
    mutate(bytes, random) {
      let inner: Uint8Array = bytes;
      for (let depth = between(random, 1, DEEPEST); depth > 0; depth--)
        inner = zipSync({ '[Content_Types].xml': new Uint8Array(), 'word/document.xml': inner });
      return inner;
    },
  },
];

/** One of them, by its name. */
export interface Mutated {
  readonly how: string;
  /** Of its own chance: bytes are not made smaller. */
  readonly by: number;
}

export const mutated: Arbitrary<Mutated> = record({
  how: constantFrom(...MUTATIONS.map(({ name }) => name)),
  by: noShrink(nat()),
});

export function mutate(bytes: Buffer, { how, by }: Mutated): Uint8Array {
  const mutation = MUTATIONS.find(({ name }) => name === how);
  if (mutation === undefined) throw new RangeError(how);
  return mutation.mutate(bytes, new SeededRandom(by));
}
