/** Several questions in one message: where it may be cut. Pure. */
import { undotted } from './classifier/tokens.ts';

/** Ends of sentences and lines, a semicolon, and a colon after some preamble. A dot inside a word or number is none. */
const SENTENCE = /(?<=[?!;\n])|(?<=[.:])(?=\s)/u;
/** "…, and when …", "… and who …": a question word after a joining word begins a question of its own. */
const JOINT =
  /(?:[,:]\s?|\s)(?:and also|and|also|plus|n|&|\+)\s(?=(?:who|whom|what|whats|when|whens|where|wheres|why|how|hows|which|is|are|do|does|can|could|should|am|(?:from|until|by) when|(?:for|to|with|in) (?:which|whom))\b)/iu;
/** "CPOR and OSU", "CPOR + OSU": things asked about in one question. */
const LISTED = /,|\/|\+|&|\band\b|\bor\b/iu;
/** How questions and requests begin. What begins otherwise and ends without a question mark tells the circumstances. */
const ASKING =
  /^\W*(?:(?:and|also|so|ok|hi|hello|please|pls)\W+)*(?:who|whom|whose|what|whats|when|whens|where|wheres|why|how|hows|which|is|are|am|do|does|did|can|could|should|shall|may|must|will|would|has|have|from|until|by|for|to|with|in|define|explain|describe|show|tell|give|list|name|summari[sz]e|walk|guide|need)\b/iu;

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

/** So short a part is a question in telegram style: "next steps". */
const TELEGRAM_WORDS = 3;

export function isAsking(part: string): boolean {
  return isQuestion(part) || part.split(/\s+/u).length <= TELEGRAM_WORDS;
}

export function isQuestion(part: string): boolean {
  return part.endsWith('?') || ASKING.test(part);
}
