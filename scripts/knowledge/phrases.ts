/**
 * The small grammar of phrases: `(a|b)` one of these, `(a|)` or nothing, `[slot]` one of a slot's words. Groups may hold groups.
 * A phrase is widened to at most `limit` sentences, drawn so that each alternative comes up as evenly as it can.
 */

type Part = string | readonly Part[][];

export interface Random {
  /** A whole number below `n`. */
  below(n: number): number;
}

/** mulberry32: the same numbers for the same seed on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    below(n) {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
    },
  };
}

/** In random order, in place. */
export function shuffle<T>(values: T[], random: Random): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j] as T, values[i] as T];
  }
  return values;
}

/** Throws an Error naming the phrase where a bracket or a slot does not fit. */
export function expandPhrase(
  phrase: string,
  slots: ReadonlyMap<string, readonly string[]>,
  limit: number,
  random: Random,
): string[] {
  const parts = parse(phrase, slots);
  const decks = new Map<Part, number[]>();
  const draw = (part: Part): string => {
    if (typeof part === 'string') return part;
    let deck = decks.get(part) ?? [];
    if (deck.length === 0) deck = shuffle([...part.keys()], random);
    const choice = deck.pop() ?? 0;
    decks.set(part, deck);
    return (part[choice] ?? []).map(draw).join('');
  };
  const sentences = new Set<string>();
  // Draws may repeat; three times the limit finds nearly all of a small grammar.
  for (let i = 0; i < 3 * limit && sentences.size < limit; i++) {
    sentences.add(parts.map(draw).join('').replace(/\s+/g, ' ').trim());
  }
  return [...sentences].filter((sentence) => sentence !== '');
}

function parse(phrase: string, slots: ReadonlyMap<string, readonly string[]>): Part[] {
  const marks = phrase.split(/([()|[\]])/).filter((mark) => mark !== '');
  let at = 0;
  const wrong = (what: string): never => {
    throw new Error(`${what} in the phrase "${phrase}"`);
  };
  const sequence = (inGroup: boolean): Part[] => {
    const parts: Part[] = [];
    while (at < marks.length) {
      const mark = marks[at] ?? '';
      if (inGroup && (mark === '|' || mark === ')')) return parts;
      at += 1;
      if (mark === '(') parts.push(group());
      else if (mark === '[') parts.push(slot());
      else if (mark === ')' || mark === ']' || mark === '|') wrong(`A stray "${mark}"`);
      else parts.push(mark);
    }
    if (inGroup) wrong('An open bracket');
    return parts;
  };
  const group = (): Part => {
    const alternatives = [sequence(true)];
    while (marks[at] === '|') {
      at += 1;
      alternatives.push(sequence(true));
    }
    at += 1;
    return alternatives;
  };
  const slot = (): Part => {
    const name = marks[at] ?? '';
    const values = slots.get(name) ?? wrong(`The unknown slot [${name}]`);
    if (marks[at + 1] !== ']') wrong('An open bracket');
    at += 2;
    return values.map((value) => [value]);
  };
  return sequence(false);
}
