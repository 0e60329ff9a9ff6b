/** One question's meanings to one decision, on both sides of each threshold. */
import assert from 'node:assert/strict';
import type { Meaning } from '../../src/knowledge/classifier/classifier.ts';
import { decideMeaning } from '../../src/knowledge/decide.ts';
import { ENGLISH_CERTAINTY } from '../../src/knowledge/tuning.ts';

interface Question {
  /** What it may mean, the likeliest first: "required 0.9, none near 0.1", topics where no kind is named. */
  readonly meanings: string;
  readonly unknownShare?: number;
  readonly foreignAcronym?: string;
}

function decided({ meanings, unknownShare = 0, foreignAcronym }: Question): string {
  const ranked = meanings.split(', ').map((one): Meaning => {
    const [probability = '', name = '', kind = 'topic'] = one.split(' ').toReversed();
    return { kind: kind as Meaning['kind'], name, probability: Number(probability) };
  });
  const decision = decideMeaning(
    { ranked, unknownShare, foreignAcronym, strangeWords: [], words: [] },
    ENGLISH_CERTAINTY,
  );
  if (decision.kind === 'suggest') return `suggest ${decision.topics.map(({ name }) => name).join(' ')}`;
  return decision.kind === 'none' ? 'none' : `${decision.kind} ${decision.name}`;
}

const CASES: [what: string, question: Question, decision: string][] = [
  ['answers at one half', { meanings: 'a 0.5, b 0.3' }, 'topic a'],
  ['offers what is less likely', { meanings: 'a 0.49, b 0.3' }, 'suggest a b'],
  ['answers a strange word at 0.7', { meanings: 'a 0.7', unknownShare: 0.1 }, 'topic a'],
  ['offers what is less likely with a strange word', { meanings: 'a 0.69', unknownShare: 0.1 }, 'suggest a'],
  [
    'carries out a command with a strange word at one half',
    { meanings: 'command c 0.5', unknownShare: 0.85 },
    'command c',
  ],
  [
    'carries out no command where nearly all words are strange',
    { meanings: 'command c 0.9', unknownShare: 0.9 },
    'none',
  ],
  ['answers by a margin over all that is silent', { meanings: 'a 0.6, none x 0.2, none y 0.09' }, 'topic a'],
  ['offers what has less of a margin', { meanings: 'a 0.6, none x 0.2, none y 0.11' }, 'suggest a'],
  ['needs no such margin for small talk', { meanings: 'smalltalk s 0.5, none x 0.5' }, 'smalltalk s'],
  ['answers where half of the words are strange', { meanings: 'a 0.9', unknownShare: 0.5 }, 'topic a'],
  ['is silent where more of them are', { meanings: 'a 0.9', unknownShare: 0.51 }, 'none'],
  ['is silent on an acronym that does not belong', { meanings: 'a 0.9', foreignAcronym: 'DPOR' }, 'none'],
  ['offers nothing where the best is below a tenth', { meanings: 'none x 0.5, a 0.099, b 0.09' }, 'none'],
  ['offers what is likely enough beside the best', { meanings: 'none x 0.5, a 0.1, b 0.05, c 0.049' }, 'suggest a b'],
  ['offers three at most', { meanings: 'a 0.2, b 0.2, c 0.2, d 0.2' }, 'suggest a b c'],
];

describe('a decision', () => {
  for (const [what, question, decision] of CASES) it(what, () => assert.equal(decided(question), decision));
});
