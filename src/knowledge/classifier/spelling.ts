/**
 * Spelling repair towards a known vocabulary, by deletions: two words are one slip apart when leaving out at most one letter
 * of each makes them equal. Short words are never repaired: PPOR and DPOR are one slip from CPOR.
 */
import { LONGEST_ACRONYM, LONGEST_REPAIRED, SHORTEST_REPAIRED, SHORTEST_WITH_TWO_SLIPS } from '../tuning.ts';

export interface Speller {
  knows(word: string): boolean;
  /** Of what the bot answers, not of the negatives only; every known word that is too long for an acronym. */
  isFamiliar(word: string): boolean;
  /** The word of what the bot answers that is meant, or the word itself. */
  repair(word: string): string;
}

export interface Vocabulary {
  /** Words of what the bot answers, the most frequent first, which wins where several are as near. */
  readonly answered: readonly string[];
  /** Words of the negatives only. They are known; nothing is repaired to them. */
  readonly others: readonly string[];
}

export function createSpeller({ answered, others }: Vocabulary): Speller {
  const own = new Set(answered);
  const known = new Set([...answered, ...others]);
  const rank = new Map(answered.map((word, i) => [word, i]));
  const near = new Map<string, string | string[]>();
  for (const word of answered) {
    if (word.length < SHORTEST_REPAIRED || !/^\p{L}+$/u.test(word)) continue;
    for (const key of [word, ...shortened(word)]) {
      const there = near.get(key);
      // Nearly every key has one word: an array for each would cost megabytes.
      if (there === undefined) near.set(key, word);
      else if (typeof there === 'string') near.set(key, [there, word]);
      else there.push(word);
    }
  }

  function best(keys: readonly string[], word: string, slips: number): string | undefined {
    const candidates = new Set(keys.flatMap((key) => near.get(key) ?? []));
    return [...candidates]
      .filter((one) => one.length >= SHORTEST_REPAIRED && editDistance(one, word) <= slips)
      .sort((a, b) => editDistance(a, word) - editDistance(b, word) || (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0];
  }

  return {
    knows: (word) => known.has(word),
    isFamiliar: (word) => own.has(word) || (word.length > LONGEST_ACRONYM && known.has(word)),
    repair(word) {
      if (
        known.has(word) ||
        word.length < SHORTEST_REPAIRED ||
        word.length > LONGEST_REPAIRED ||
        !/^\p{L}+$/u.test(word)
      )
        return word;
      const one = shortened(word);
      const nearest = best([word, ...one], word, 1);
      if (nearest !== undefined || word.length < SHORTEST_WITH_TWO_SLIPS) return nearest ?? word;
      const far = best([word, ...one, ...new Set(one.flatMap(shortened))], word, 2);
      // Two slips and another first letter: rather another word.
      return far?.[0] === word[0] ? (far ?? word) : word;
    },
  };
}

function shortened(word: string): string[] {
  return Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Slips between two words: a letter too many, too few, wrong, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
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
