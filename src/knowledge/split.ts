/** Several questions in one message: where it may be cut. Pure. */
import { undotted } from './classifier/tokens.ts';

/** Ends of sentences and lines, a semicolon, and a colon after some preamble. A dot inside a word or number is none. */
const SENTENCE = /(?<=[?!;\n])|(?<=[.:])(?=\s)/u;
/** "…, and when …", "… and who …": a question word after a joining word begins a question of its own. */
const JOINT =
  /(?:[,:]\s?|\s)(?:and also|and then|and second|and 2nd|and|also|plus|as well as|n|&|\+)[\s,](?=(?:also |btw |by the way |then )?(?:who|whom|what|whats|when|whens|where|wheres|why|how|hows|which|whether|is|are|do|does|can|could|should|am|(?:from|until|by) when|(?:for|to|with|in|from|on) (?:which|whom|what))\b)/iu;
/** "CPOR and OSU", "CPOR + OSU": things asked about in one question. */
const LISTED = /,|\/|\+|&|\b(?:and|or|n)\b/iu;
/** How questions and requests begin. What begins otherwise and ends without a question mark tells the circumstances. */
const ASKING =
  /^\W*(?:(?:and|also|so|ok|hi|hello|please|pls|plus|then|next|finally|lastly|first|firstly|second|secondly|third|thirdly|1st|2nd|3rd|btw|by the way|n|but|oh|if so|if yes|if not|while (?:i|you) (?:am|are|['’]re|['’]m) at it|dumb q|quick q|question)\W+)*(?:who|whom|whose|what|whats|when|whens|where|wheres|why|how|hows|which|whether|is|are|am|do|does|did|can|could|should|shall|may|must|will|would|has|have|from|until|by|for|to|with|in|define|explain|describe|show|tell|give|list|name|remind|summari[sz]e|walk|guide|need|wondering|not sure|no idea|i (?:wonder|need to know|want to know|would like to know|do not know|dont know)|i['’]?d like to know|let me know)\b/iu;

export const MOST_PARTS = 6;

/** The parts of a text that may be questions of their own, in their order: at most one more than `MOST_PARTS`. */
export function questionsIn(text: string): string[] {
  return undotted(text)
    .split(SENTENCE)
    .flatMap((sentence) => sentence.trim().split(JOINT))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, MOST_PARTS + 1);
}

/** The pieces of a list inside one question: "define CPOR and OSU" → define CPOR, OSU */
export function listedIn(question: string): string[] {
  return question
    .split(LISTED)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .slice(0, MOST_PARTS);
}

/** Where a sentence may fall into two: "… want our name off, and at another customer …". */
const HINGE = /[,;]?\s(?:and|n|plus|also|as well as|while|whereas|but)\s/giu;

/** Each way to cut a sentence in two at a joining word. */
export function halvesOf(sentence: string): [string, string][] {
  return [...sentence.matchAll(HINGE)]
    .slice(0, MOST_PARTS)
    .map((hinge) => [sentence.slice(0, hinge.index), sentence.slice(hinge.index + hinge[0].length)]);
}

/** So short a part is a question in telegram style: "next steps". */
const TELEGRAM_WORDS = 3;

export function isAsking(part: string): boolean {
  return isQuestion(part) || part.split(/\s+/u).length <= TELEGRAM_WORDS;
}

export function isQuestion(part: string): boolean {
  return part.endsWith('?') || ASKING.test(part);
}
