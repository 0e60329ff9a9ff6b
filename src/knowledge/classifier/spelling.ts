/**
 * Spelling repair towards a known vocabulary, by deletions: two words are one slip apart when leaving out at most one letter
 * of each makes them equal. Only words of five letters or more are repaired (PPOR and DPOR are one slip from CPOR).
 */

const SHORTEST = 5;
/** From this length on two slips are forgiven. */
const LONG = 8;

export interface Speller {
  knows(word: string): boolean;
  /** The known word that is meant, or the word itself. */
  repair(word: string): string;
}

/** `vocabulary`: the most frequent first, which wins where several words are as near. */
export function createSpeller(vocabulary: readonly string[]): Speller {
  const known = new Set(vocabulary);
  const rank = new Map(vocabulary.map((word, i) => [word, i]));
  const near = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) continue;
    for (const key of [word, ...shortened(word)]) near.set(key, [...(near.get(key) ?? []), word]);
  }

  function best(keys: readonly string[], word: string, slips: number): string | undefined {
    const candidates = new Set(keys.flatMap((key) => near.get(key) ?? []));
    return [...candidates]
      .filter((one) => one.length >= SHORTEST && distance(one, word) <= slips)
      .sort((a, b) => distance(a, word) - distance(b, word) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0];
  }

  return {
    knows: (word) => known.has(word),
    repair(word) {
      if (known.has(word) || word.length < SHORTEST || word.length > 30 || !/^\p{L}+$/u.test(word)) return word;
      const one = shortened(word);
      const nearest = best([word, ...one], word, 1);
      if (nearest !== undefined || word.length < LONG) return nearest ?? word;
      return best([word, ...one, ...new Set(one.flatMap(shortened))], word, 2) ?? word;
    },
  };
}

function shortened(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Slips between two words: a letter too many, too few, wrong, or two neighbours swapped. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
