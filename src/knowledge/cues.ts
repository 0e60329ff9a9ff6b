/**
 * The signs of a language by which a message is cut into its questions and requests, and by which they lean on one another. Those of English
 * stand in `tuning.ts`; those of another language are made from the word lists of its sheet. Pure.
 */
import { commaList, type KnowledgeSheet, sectionItems } from '../format/sheets.ts';
import type { Writing } from './classifier/writing.ts';
import * as english from './tuning.ts';

export interface Cues {
  readonly sentenceEnd: RegExp;
  readonly questionJoint: RegExp;
  readonly listJoint: RegExp;
  /** Global. */
  readonly halvesJoint: RegExp;
  readonly clauseJoint: RegExp;
  /** The part is a question or a request to be told something. */
  readonly question: RegExp;
  /** The clause asks for something to be done. */
  readonly request: RegExp;
  readonly refersBack: RegExp;
  readonly refersBackToPeople: RegExp;
  readonly namesNothing: RegExp;
  readonly asksBack: RegExp;
  readonly courtesyAfter: RegExp;
  /** So short that it is a question in telegram style. */
  isTelegram(part: string): boolean;
}

export const ENGLISH_CUES: Cues = {
  sentenceEnd: english.SENTENCE_END,
  questionJoint: english.QUESTION_JOINT,
  listJoint: english.LIST_JOINT,
  halvesJoint: english.HALVES_JOINT,
  clauseJoint: english.CLAUSE_JOINT,
  question: english.QUESTION_BEGINNING,
  request: english.REQUEST_BEGINNING,
  refersBack: english.REFERS_BACK,
  refersBackToPeople: english.REFERS_BACK_TO_PEOPLE,
  namesNothing: english.NAMES_NOTHING,
  asksBack: english.ASKS_BACK,
  courtesyAfter: english.COURTESY_AFTER_SUBJECT,
  isTelegram: (part) => part.split(/\s+/u).length <= english.TELEGRAM_WORDS,
};

/** @param sheet of a language that stands with blanks between its words, and asks at the beginning of a sentence */
export function cuesOf(sheet: KnowledgeSheet): Cues {
  const { anyOf, joining, clauses, questions, requests } = partsOf(sheet);
  const fillers = anyOf('fillers');
  const lead = `^\\W*(?:(?:${joining}|${fillers})[\\s,.!:]+){0,4}`;
  const word = (alternatives: string): RegExp => new RegExp(`(?<!${SIGN})(?:${alternatives})(?!${SIGN})`, 'iu');
  return {
    sentenceEnd: english.SENTENCE_END,
    questionJoint: new RegExp(`(?:[,:]\\s?|\\s)(?:${joining}|\\+|&)[\\s,](?=(?:${questions})(?!${SIGN}))`, 'iu'),
    listJoint: new RegExp(`,|/|\\+|&|(?<!${SIGN})(?:${joining})(?!${SIGN})`, 'iu'),
    halvesJoint: new RegExp(`[,;]?\\s(?:${joining})\\s`, 'giu'),
    clauseJoint: new RegExp(`[,;]\\s*|\\s[-\u2013\u2014]\\s|\\s(?:${joining}|${clauses})\\s`, 'giu'),
    question: new RegExp(`${lead}(?:${questions})(?!${SIGN})`, 'iu'),
    request: new RegExp(`${lead}(?:${requests})(?!${SIGN})`, 'iu'),
    refersBack: word(anyOf('refers back')),
    refersBackToPeople: word(anyOf('refers to people')),
    namesNothing: new RegExp(`${lead}(?:${anyOf('names nothing')})\\W*$`, 'iu'),
    asksBack: new RegExp(`${lead}(?:${anyOf('asks back')})\\W*$`, 'iu'),
    courtesyAfter: new RegExp(`\\s(?:${anyOf('courtesies after')})$`, 'iu'),
    isTelegram: ENGLISH_CUES.isTelegram,
  };
}

/** Japanese asks at the end of a sentence, and has no blanks. */
export function japaneseCues(sheet: KnowledgeSheet, writing: Writing): Cues {
  const { anyOf, joining, clauses, questions, requests } = partsOf(sheet);
  const ending = (alternatives: string): RegExp => new RegExp(`(?:${alternatives})[。.!！?？\\s]*$`, 'iu');
  return {
    sentenceEnd: /(?<=[?!;\n。？！])/u,
    questionJoint: new RegExp(`[、,]\\s?(?=(?:${joining})[、,]?)`, 'u'),
    listJoint: /[、,/+&・]|(?:と|や|および|及び)(?=[A-Za-z])/u,
    halvesJoint: new RegExp(`[、,]\\s?(?:${joining})`, 'gu'),
    clauseJoint: new RegExp(`[、,]\\s*|(?:${clauses})[、,]?`, 'gu'),
    question: ending(questions),
    request: ending(requests),
    refersBack: new RegExp(anyOf('refers back'), 'u'),
    refersBackToPeople: new RegExp(anyOf('refers to people'), 'u'),
    namesNothing: new RegExp(`^(?:${anyOf('names nothing')})[。.!！?？\\s]*$`, 'u'),
    asksBack: new RegExp(`^(?:${anyOf('asks back')})[。.!！?？\\s]*$`, 'u'),
    courtesyAfter: new RegExp(`(?:${anyOf('courtesies after')})$`, 'u'),
    isTelegram: (part) => writing.words(part).length <= english.TELEGRAM_WORDS,
  };
}

const SIGN = '[\\p{L}\\p{N}]';
/** Fits nothing: a list that is empty. */
const NEVER = '(?!)';

function partsOf(sheet: KnowledgeSheet) {
  const anyOf = (section: string): string => {
    const all = sectionItems(sheet, section).flatMap(commaList).flatMap(spellings).map(pattern);
    // The longer first: “and also” before “and”.
    return all.length === 0 ? NEVER : all.sort((a, b) => b.length - a.length).join('|');
  };
  return {
    anyOf,
    joining: anyOf('joining words'),
    clauses: anyOf('clause words'),
    questions: anyOf('question beginnings'),
    requests: anyOf('request beginnings'),
  };
}

/** As it stands, and as people write it without marks. Not where it is another word then: “où”, “ou”. */
function spellings(words: string): string[] {
  const plain = words.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return plain === words || words.length < SHORTEST_WITHOUT_MARKS || KANA.test(words) ? [words] : [words, plain];
}

/** Letters. The marks of shorter words tell them from others: “où”, “dà”. Kana with their marks taken off are others as well. */
const SHORTEST_WITHOUT_MARKS = 4;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

function pattern(words: string): string {
  return words
    .replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
    .replace(/\s+/gu, '\\s+')
    .replace(/['’]/gu, "['’\\s]?");
}
