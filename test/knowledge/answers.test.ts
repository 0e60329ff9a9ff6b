import assert from 'node:assert/strict';
import { knowledge, PHASES } from './loaded.ts';

/** The headings of the notice. */
const HEADINGS = [
  'Summary',
  'Impacted Audience',
  'Details',
  "What's Changing?",
  'Am I required to update any associations?',
  'Next Steps',
  'Questions?',
];

const each = knowledge.topics.flatMap((topic) => PHASES.map((phase) => ({ topic, phase, text: topic.answers[phase] })));

describe('the approved answers', () => {
  it('are there for 25 topics', () => {
    assert.equal(knowledge.topics.length, 25);
  });

  it('hold every fact of their topic, in every phase of the campaign', () => {
    for (const { topic, phase, text } of each) {
      assert.ok(topic.facts.length > 0, topic.id);
      for (const group of topic.facts) {
        assert.ok(
          group.some((fact) => text.toLowerCase().includes(fact)),
          `${topic.id}, ${phase}: lacks ${group.join(' / ')}`,
        );
      }
    }
  });

  it('cite headings that the notice has', () => {
    for (const { id, section } of knowledge.topics) {
      for (const heading of section.split('; ')) assert.ok(HEADINGS.includes(heading), `${id}: ${heading}`);
    }
  });

  it('recommend and never require', () => {
    for (const { topic, text } of each)
      assert.doesNotMatch(text, /\b(?:required?|requires|must|mandatory|obliged|compulsory)\b/i, topic.id);
  });

  it('begin without a yes or no, which would read oddly after “which” or “how”', () => {
    for (const { topic, text } of each) assert.doesNotMatch(text, /^(?:yes|no)\b/i, topic.id);
  });

  it('keep the two dates apart: each stands for its own thing', () => {
    for (const { topic, text } of each) {
      for (const sentence of text.split(/(?<=\.)\s|\n/)) {
        if (sentence.includes('June 30')) assert.doesNotMatch(sentence, /July 1/, topic.id);
        if (sentence.includes('June 30')) assert.doesNotMatch(sentence, /reviews? the most recent/, topic.id);
        if (sentence.includes('July 1')) assert.doesNotMatch(sentence, /FastTrack/, topic.id);
      }
    }
  });

  it('say after June 30 that the date has passed and that uploading is still recommended', () => {
    const dated = each.filter(({ phase, text }) => phase === 'after' && text.includes('June 30'));
    assert.ok(dated.length >= 5);
    for (const { topic, text } of dated) {
      assert.match(text, /passed/, topic.id);
      assert.match(text, /still strongly recommended/, topic.id);
    }
    for (const { topic, phase, text } of each)
      if (phase === 'after') assert.doesNotMatch(text, /starting july 1|should (?:proactively )?update/i, topic.id);
  });

  it('are short and calm', () => {
    for (const { topic, text } of each) {
      assert.ok(text.length <= 600, topic.id);
      assert.doesNotMatch(text, /!/, topic.id);
    }
  });

  it('have a title that fits a button and at most three topics to go on with', () => {
    const ids = new Set(knowledge.topics.map(({ id }) => id));
    for (const { id, title, next } of knowledge.topics) {
      assert.ok(title.length > 0 && title.length <= 33, `${id}: ${title.length}`);
      assert.ok(next.length >= 1 && next.length <= 3 && !next.includes(id), id);
      for (const one of next) assert.ok(ids.has(one), `${id}: ${one}`);
    }
  });
});
