/** Where a message may be cut into several questions. Pure. */
import { undotted } from './classifier/tokens.ts';
import type { Cues } from './cues.ts';
import { MOST_PARTS } from './tuning.ts';

/** The parts of a text that may be questions of their own, in their order: at most one more than `MOST_PARTS`. */
export function questionsIn(text: string, { sentenceEnd, questionJoint }: Cues): string[] {
  return undotted(text)
    .split(sentenceEnd)
    .flatMap((sentence) => sentence.trim().split(questionJoint))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(0, MOST_PARTS + 1);
}

/** The pieces of a list inside one question: "define CPOR and OSU" → define CPOR, OSU */
export function listedIn(question: string, { listJoint }: Cues): string[] {
  return question
    .split(listJoint)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .slice(0, MOST_PARTS);
}

/** Each way to cut a sentence in two at a joining word. */
export function halvesOf(sentence: string, { halvesJoint }: Cues): [string, string][] {
  return [...sentence.matchAll(halvesJoint)]
    .slice(0, MOST_PARTS)
    .map((hinge) => [sentence.slice(0, hinge.index), sentence.slice(hinge.index + hinge[0].length)]);
}

/** The clauses of a text that ask for something, to be done or to be told, in their order: "we left Litware, can you raise it with support" → the second. */
export function requestsIn(text: string, { sentenceEnd, clauseJoint, request, question }: Cues): string[] {
  const clauses = text.split(sentenceEnd).flatMap((sentence) => sentence.split(clauseJoint));
  return clauses
    .map((clause) => clause.trim())
    .filter((clause) => request.test(clause) || question.test(clause))
    .slice(0, MOST_PARTS);
}

/** Whether a part asks something: as a question, as a request, or in the few words of a telegram. */
export function isAsking(part: string, cues: Cues): boolean {
  return isQuestion(part, cues) || cues.isTelegram(part);
}

/** Whether a part is a question or a request. */
export function isQuestion(part: string, { question }: Cues): boolean {
  return /[?？]$/u.test(part) || question.test(part);
}
