/** How the parts of a message come together, with a classifier that says what the test wants. */
import assert from 'node:assert/strict';
import type { Classified, Meaning } from '../../src/knowledge/classifier/classifier.ts';
import { ENGLISH_CUES } from '../../src/knowledge/cues.ts';
import { questionsIn } from '../../src/knowledge/split.ts';
import { ENGLISH_CERTAINTY } from '../../src/knowledge/tuning.ts';
import { understand } from '../../src/knowledge/understand.ts';

/** "required 0.9, none near 0.1": topics, unless another kind stands in front. */
function meanings(written: string): Meaning[] {
  if (written === '') return [];
  return written.split(', ').map((one) => {
    const [probability = '', name = '', kind = 'topic'] = one.split(' ').toReversed();
    return { kind: kind as Meaning['kind'], name, probability: Number(probability) };
  });
}

const OPENER = 'I have a question.';

/** What is not in the table means nothing. */
function read(text: string, table: Readonly<Record<string, string>>): string {
  const classify = (part: string): Classified => ({
    ranked: meanings(table[part.replace(/\s+/g, ' ').trim()] ?? ''),
    foreignAcronym: undefined,
    unknownShare: 0,
    strangeWords: [],
    words: [],
  });
  const { decision, topics, alternatives, partiallyOutOfScope, secondaryCommand } = understand(
    text,
    questionsIn(text, ENGLISH_CUES),
    {
      classify,
      cues: ENGLISH_CUES,
      certainty: ENGLISH_CERTAINTY,
      isOpener: (part) => part === OPENER,
      isSecondary: (name) => name === 'needs-poe',
    },
  );
  const answers = topics.length > 0 ? topics.join(' + ') : decision.kind;
  const command = secondaryCommand === undefined ? [] : [`and ${secondaryCommand.name}: ${secondaryCommand.text}`];
  return [
    answers,
    ...command,
    ...(alternatives.length > 0 ? [`or ${alternatives.join(' ')}`] : []),
    ...(partiallyOutOfScope ? ['partially out of scope'] : []),
  ].join(', ');
}

describe('a message is understood', () => {
  it('by its parts, where it has several questions', () => {
    const table = { 'What is A?': 'a 0.9', 'And what is B?': 'b 0.8' };
    assert.equal(read('What is A? And what is B?', table), 'a + b');
  });

  it('with a part that is likely beside one that is certain', () => {
    const table = { 'What is A?': 'a 0.9', 'What about B?': 'b 0.5, c 0.1' };
    assert.equal(read('What is A? What about B?', table), 'a + b');
  });

  it('with a part of three words at most that is put as no question', () => {
    assert.equal(read('What is A? the next steps', { 'What is A?': 'a 0.9', 'the next steps': 'b 0.8' }), 'a + b');
    const table = { 'What is A?': 'a 0.9', 'the next steps there': 'b 0.8' };
    assert.equal(read('What is A? the next steps there', table), 'a');
  });

  it('with topics to choose from for a part that is not even likely', () => {
    const table = { 'What is A?': 'a 0.9', 'What about B?': 'b 0.3, c 0.2' };
    assert.equal(read('What is A? What about B?', table), 'a, or b c');
  });

  it('in part, where the rest is out of scope', () => {
    assert.equal(
      read('What is A? Who won?', { 'What is A?': 'a 0.9', 'Who won?': 'none process 0.8' }),
      'a, partially out of scope',
    );
  });

  it('without a word on idle talk, courtesy and what is merely not understood', () => {
    const table = { 'What is A?': 'a 0.9', 'What do you think?': 'none chat 0.9', 'Is that it?': 'b 0.2' };
    assert.equal(read('What is A? What do you think?', table), 'a');
    assert.equal(read('What is A? Is that it?', table), 'a');
    assert.equal(read('What is A? Who won?', { ...table, 'Who won?': 'none process 0.59' }), 'a');
  });

  it('without what only leads up to a question', () => {
    const table = { 'What is A?': 'a 0.9', [OPENER]: 'support 0.9', [`${OPENER} What is A?`]: 'support 0.9' };
    assert.equal(read(`${OPENER} What is A?`, table), 'a');
    assert.equal(read(OPENER, table), 'support');
  });

  it('with a command beside a question', () => {
    const table = {
      'What is A?': 'a 0.9',
      'Show my claims?': 'command needs-poe 0.9',
      'Can you help?': 'command help 0.9',
    };
    assert.equal(read('What is A? Show my claims?', table), 'a, and needs-poe: Show my claims?');
    assert.equal(read('What is A? Can you help?', table), 'a');
  });

  it('as something to choose from, where only a part looks like a topic and the whole does not', () => {
    const text = 'What is active usage? How do I measure it?';
    const table = {
      [text]: 'none rates 0.6, a 0.3',
      'What is active usage?': 'none rates 0.9',
      'How do I measure it?': 'a 0.7',
    };
    assert.equal(read(text, table), 'suggest');
    assert.equal(read(text, { ...table, 'How do I measure it?': 'a 0.9' }), 'a, partially out of scope');
    assert.equal(read(text, { ...table, [text]: 'none rates 0.44, a 0.3' }), 'a, partially out of scope');
  });

  it('as out of scope, where what was told is, and the question only leans on it', () => {
    const text = 'The page stays white. What should I do?';
    const table = {
      [text]: 'none access 0.7, b 0.05',
      'What should I do?': 'steps 0.95',
      'Which steps?': 'steps 0.95',
    };
    assert.equal(read(text, table), 'none');
    const asked = 'The page stays white. Which steps?';
    assert.equal(read(asked, { ...table, [asked]: 'none access 0.7, b 0.05' }), 'steps');
  });

  it('by the whole, where the circumstances say it and the questions behind them are short', () => {
    const text = 'We left that customer in spring. Who do I turn to? What do they need?';
    const table = { [text]: 'leave 0.95', 'Who do I turn to?': 'support 0.8', 'What do they need?': 'next 0.7' };
    assert.equal(read(text, table), 'leave');
  });

  it('with a question that names nothing of its own read together with the one before', () => {
    const table = {
      'What should partners do?': 'action 0.9',
      'And why?': 'change 0.8',
      'What should partners do? And why?': 'action 0.5, why 0.4',
      'what are they asked for?': 'other 0.95',
      'What should partners do? what are they asked for?': 'why 0.8',
    };
    assert.equal(read('What should partners do? what are they asked for?', table), 'action + why');
  });

  it('with a part that refers to the one before read together with it, unless it is clear by itself', () => {
    const table = { 'What is A?': 'a 0.9', 'Is that free?': 'b 0.6', 'What is A? Is that free?': 'c 0.8' };
    assert.equal(read('What is A? Is that free?', table), 'a + c');
    assert.equal(read('What is A? Is that free?', { ...table, 'Is that free?': 'b 0.9' }), 'a + b');
  });

  it('with both halves of a sentence that are clear, whatever joins them', () => {
    const text = 'A rival took a customer and we left another one';
    const table = { [text]: 'rival 0.8', 'A rival took a customer': 'rival 0.95', 'we left another one': 'leave 0.95' };
    assert.equal(read(text, table), 'rival + leave');
    assert.equal(read(text, { ...table, 'we left another one': 'leave 0.4' }), 'rival');
  });

  it('as things to choose from, where no part is certain', () => {
    const table = { 'What about A?': 'a 0.4', 'Or B?': 'b 0.3' };
    assert.equal(read('What about A? Or B?', table), 'suggest');
  });
});
