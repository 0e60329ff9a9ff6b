import assert from 'node:assert/strict';
import { isFiller, normalise } from '../../../src/knowledge/classifier/normalise.ts';
import { createSpeller, editDistance } from '../../../src/knowledge/classifier/spelling.ts';
import { ENGLISH_CUES } from '../../../src/knowledge/cues.ts';
import { readLanguageSheets } from '../../../src/knowledge/data.ts';
import { listedIn, questionsIn } from '../../../src/knowledge/split.ts';
import { subjectOf } from '../../../src/knowledge/subject.ts';
import { dir } from '../loaded.ts';

const { words } = readLanguageSheets(dir, 'en');
const answered = ['association', 'associations', 'upload', 'category', 'change', 'claim', 'what', 'is', 'cpor'];
const speller = createSpeller({ answered, others: ['gdpr'] });
const read = (text: string): string => normalise(text, words, speller).words.join(' ');

describe('what is meant by what is written', () => {
  it('reads the notice’s own words in their many spellings', () => {
    assert.equal(read('Proof of Execution'), 'poe');
    assert.equal(read('P.O.E.'), 'poe');
    assert.equal(read('c p o r'), 'cpor');
    assert.equal(read('Microsoft 365 / O365 / M365'), 'm365 m365 m365');
    assert.equal(read('FT, fast track, Fast-Track'), 'fasttrack fasttrack fasttrack');
    for (const date of ['June 30', '30th of June 2020', 'june 30th, 2020', '30.6.', '06/30', '30.06.2020'])
      assert.equal(read(date), 'june30', date);
    assert.equal(read('July 1st, 2020'), 'july1');
  });

  it('leaves politeness out, unless there is nothing else', () => {
    assert.equal(read('hi, pls what is CPOR thx'), 'what is cpor');
    assert.equal(read('thanks'), 'thanks');
    assert.ok(isFiller(['i', 'need', 'to', 'know'], words) && !isFiller(['please', 'share'], words));
  });

  it('repairs words of five letters or more, never shorter ones or acronyms', () => {
    assert.equal(read('asociations uplaod catgory'), 'associations upload category');
    assert.equal(speller.repair('clam'), 'clam');
    for (const acronym of ['dpor', 'ppor', 'DPOR']) assert.equal(read(acronym), acronym.toLowerCase());
  });

  it('leaves right words alone that lie close to words of the notice', () => {
    assert.equal(read('charge'), 'charge');
  });

  it('counts slips as people make them', () => {
    assert.deepEqual(
      [
        ['claim', 'claim'],
        ['claim', 'clam'],
        ['claim', 'cliam'],
        ['claim', 'claimm'],
        ['upload', 'uplaod'],
        ['abcde', 'vwxyz'],
      ].map(([a = '', b = '']) => editDistance(a, b)),
      [0, 1, 1, 1, 1, 5],
    );
  });

  it('repairs to words of what is answered only, and two slips only behind the same letter', () => {
    const { repair, knows, isFamiliar } = createSpeller({
      answered: ['category', 'claim'],
      others: ['weather', 'gdpr'],
    });
    assert.deepEqual(['catgory', 'categgorry', 'clqimm', 'xategorry', 'wether'].map(repair), [
      'category',
      'category',
      'clqimm',
      'xategorry',
      'wether',
    ]);
    assert.deepEqual(['weather', 'gdpr', 'claim'].map(knows), [true, true, true]);
    assert.deepEqual(['weather', 'gdpr', 'claim'].map(isFamiliar), [true, false, true]);
  });

  it('notices an acronym that does not belong, but not a shouted question', () => {
    const foreign = (text: string) => normalise(text, words, speller).foreignAcronym;
    assert.equal(foreign('what is DPOR'), 'DPOR');
    assert.equal(foreign('what is a pam'), 'pam');
    assert.equal(foreign('is ZQX affected'), 'ZQX');
    assert.equal(foreign('does GDPR apply'), 'GDPR');
    assert.equal(foreign('what is CPOR'), undefined);
    assert.equal(foreign('WHAT IS THE REASON'), undefined);
    assert.equal(foreign('IS IT ZQX'), undefined);
    assert.equal(foreign('WHAT IS the ZQX'), undefined);
    assert.equal(foreign('ZQX ZQY'), 'ZQX');
    assert.equal(foreign('is ZEPHYR affected'), 'ZEPHYR');
    assert.equal(foreign('is ZEPHYRS affected'), undefined);
  });
});

describe('a message with several questions', () => {
  it('is cut at sentences, lines and joined question words', () => {
    assert.deepEqual(questionsIn('What is CPOR? Who is it for?', ENGLISH_CUES), ['What is CPOR?', 'Who is it for?']);
    assert.deepEqual(questionsIn('who is in scope and from when?', ENGLISH_CUES), ['who is in scope', 'from when?']);
    assert.deepEqual(questionsIn('one\ntwo; three', ENGLISH_CUES), ['one', 'two;', 'three']);
  });

  it('is left whole where nothing joins two questions', () => {
    for (const text of ['share this with me and my team', 'see partner.microsoft.com please', 'terms and conditions'])
      assert.equal(questionsIn(text, ENGLISH_CUES).length, 1, text);
  });

  it('lists things', () => {
    assert.deepEqual(listedIn('define CPOR, OSU and OSA', ENGLISH_CUES), ['define CPOR', 'OSU', 'OSA']);
  });
});

describe('the subject of a command', () => {
  const lead = new Set(['show', 'me', 'the', 'claim', 'of']);

  it('is what follows the words that lead up to it', () => {
    assert.equal(subjectOf('Show me the claim of “Fort & Co. Ltd”, please', lead, ENGLISH_CUES), 'Fort & Co. Ltd');
    assert.equal(subjectOf('show #CLM-7?', lead, ENGLISH_CUES), 'CLM-7');
    assert.equal(subjectOf('claim 0042', lead, ENGLISH_CUES), '0042');
    assert.equal(subjectOf('show me the claim', lead, ENGLISH_CUES), undefined);
  });

  it('is nothing where the command takes none', () => {
    assert.equal(subjectOf('see the topics', new Set(), ENGLISH_CUES), undefined);
  });
});
