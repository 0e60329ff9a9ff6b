/** Where a message may be cut into several questions. Pure. */
import { undotted } from './classifier/tokens.ts';
import {
  CLAUSE_JOINT,
  HALVES_JOINT,
  LIST_JOINT,
  MOST_PARTS,
  QUESTION_BEGINNING,
  QUESTION_JOINT,
  REQUEST_BEGINNING,
  SENTENCE_END,
  TELEGRAM_WORDS,
} from './tuning.ts';

/** The parts of a text that may be questions of their own, in their order: at most one more than `MOST_PARTS`. */
export function questionsIn(text: string): string[] {
  return undotted(text)
    .split(SENTENCE_END)
    .flatMap((sentence) => sentence.trim().split(QUESTION_JOINT))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, MOST_PARTS + 1);
}

/** The pieces of a list inside one question: "define CPOR and OSU" → define CPOR, OSU */
export function listedIn(question: string): string[] {
  return question
    .split(LIST_JOINT)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .slice(0, MOST_PARTS);
}

/** Each way to cut a sentence in two at a joining word. */
export function halvesOf(sentence: string): [string, string][] {
  return [...sentence.matchAll(HALVES_JOINT)]
    .slice(0, MOST_PARTS)
    .map((hinge) => [sentence.slice(0, hinge.index), sentence.slice(hinge.index + hinge[0].length)]);
}

/** The clauses of a text that ask for something, to be done or to be told, in their order: "we left Litware, can you raise it with support" → the second. */
export function requestsIn(text: string): string[] {
  const clauses = text.split(SENTENCE_END).flatMap((sentence) => sentence.split(CLAUSE_JOINT));
  return clauses
    .map((clause) => clause.trim())
    .filter((clause) => REQUEST_BEGINNING.test(clause) || QUESTION_BEGINNING.test(clause))
    .slice(0, MOST_PARTS);
}

/** Whether a part asks something: as a question, as a request, or in the few words of a telegram. */
export function isAsking(part: string): boolean {
  return isQuestion(part) || part.split(/\s+/u).length <= TELEGRAM_WORDS;
}

/** Whether a part is a question or a request. */
export function isQuestion(part: string): boolean {
  return part.endsWith('?') || QUESTION_BEGINNING.test(part);
}
