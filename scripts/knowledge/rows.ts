/** Training rows from the data files, and the fingerprint that ties weights to them. */
import { createHash } from 'node:crypto';
import { FEATURES_VERSION } from '../../src/knowledge/classifier/features.ts';
import { normalise } from '../../src/knowledge/classifier/normalise.ts';
import type { WordLists } from '../../src/knowledge/classifier/words.ts';
import type { PhraseSet } from '../../src/knowledge/data.ts';
import { expandPhrase, type Random, seededRandom } from './phrases.ts';

export interface Row {
  /** Kind and name: "topic purpose", "none rates" */
  readonly label: string;
  readonly words: readonly string[];
  /** Phrases that stand for many sentences do not drown those that stand for one. */
  readonly weight: number;
}

const SENTENCES_PER_PHRASE = 40;
/** One sentence with a strange word weighs as little beside the sentence itself. */
const STRANGE_WORD_SHARE = 4;
/** Rows amid circumstances that a phrase gets, and what each weighs. */
const TOLD_PER_PHRASE = 2;
const TOLD_WEIGHT = 0.3;

export function trainingRows(phraseSets: readonly PhraseSet[], words: WordLists): Row[] {
  const wordsIn = (sentence: string): string[] =>
    starred(sentence).flatMap((part) => (part === '*' ? ['*'] : normalise(part, words).words));
  const sentencesOf = (phrase: string, random: Random): string[] =>
    expandPhrase(phrase, words.slots, SENTENCES_PER_PHRASE, random);
  const told = (phrases: readonly string[]): string[][] =>
    phrases.flatMap((phrase, i) => sentencesOf(phrase, seededRandom(i + 1))).map(wordsIn);
  const before = told(words.circumstances.before);
  const after = told(words.circumstances.after);

  return phraseSets.flatMap(({ kind, name, phrases }) =>
    phrases.flatMap((phrase, i) => {
      const random = seededRandom(i + 1);
      const sentences = sentencesOf(phrase, random);
      const rows = sentences.map((sentence) => ({
        label: `${kind} ${name}`,
        words: wordsIn(sentence),
        weight: 1 / Math.sqrt(sentences.length),
      }));
      return [
        ...rows.flatMap((row) =>
          kind === 'topic' && row.words.length > 1 ? [row, withStrangeWord(row, random)] : [row],
        ),
        ...(kind === 'smalltalk' ? [] : amidCircumstances(rows, before, after, random)),
      ];
    }),
  );
}

/** People tell what brought them here, before or after what they ask: what is asked stays the same. */
function amidCircumstances(
  rows: readonly Row[],
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
  random: Random,
): Row[] {
  if (before.length === 0 || after.length === 0) return [];
  return Array.from({ length: TOLD_PER_PHRASE }, (_, i) => {
    const row = rows[random.below(rows.length)] as Row;
    const first = before[random.below(before.length)] ?? [];
    const last = i % 2 === 0 ? [] : (after[random.below(after.length)] ?? []);
    return { ...row, words: [...first, ...row.words, ...last], weight: TOLD_WEIGHT };
  });
}

/** People put in words of their own: what is asked stays the same. */
function withStrangeWord(row: Row, random: Random): Row {
  const at = random.below(row.words.length + 1);
  return { ...row, words: row.words.toSpliced(at, 0, '*'), weight: row.weight / STRANGE_WORD_SHARE };
}

/** A star stands for any word; it is no word to normalise. */
function starred(sentence: string): string[] {
  return sentence.split(/(\*)/).filter((part) => part.trim() !== '');
}

/** Changes when what the weights learn from changes: phrases, words, or how both are read. Answers may change freely. */
export function fingerprint(rows: readonly Row[]): string {
  const hash = createHash('sha256').update(`features ${FEATURES_VERSION}\n`);
  for (const { label, words, weight } of rows) hash.update(`${label}\t${words.join(' ')}\t${weight.toFixed(4)}\n`);
  return hash.digest('hex').slice(0, 32);
}
