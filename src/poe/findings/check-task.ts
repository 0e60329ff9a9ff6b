/** The task that reads a document and then checks it, for one claim after the other, or tells which ones it is for. It runs in a process of its own. */
import type { ReadingGap } from '../../documents/document.ts';
import { readDocument } from '../../documents/read-document.ts';
import { catchRefusal, type Refusable } from '../../files/refusal.ts';
import type { TaskOpening } from '../../files/runner/task.ts';
import { checkDocument } from './check.ts';
import { type Clues, cluesOf } from './clues.ts';
import type { ClaimToCheck, Findings } from './finding.ts';
import { type ClaimMatch, type ClaimToMatch, matchesOf } from './match.ts';
import { DocumentView } from './view.ts';

export interface CheckInput {
  readonly path: string;
  /** As its sender calls it. */
  readonly name: string;
  /** Milliseconds after which no further picture is read. */
  readonly picturesMs: number;
}

export interface DocumentFacts {
  readonly pages: number;
  readonly gaps: readonly ReadingGap[];
  readonly clues: Clues;
}

/** To check one claim, or to tell which of several the document may be for. */
export type CheckRequest = { readonly check: ClaimToCheck } | { readonly match: readonly ClaimToMatch[] };
export type CheckAnswer = { readonly findings: Findings } | { readonly matches: readonly ClaimMatch[] };

export default async function checkTask({
  path,
  name,
  picturesMs,
}: CheckInput): Promise<TaskOpening<Refusable<DocumentFacts>, CheckRequest, CheckAnswer>> {
  const now = () => performance.now();
  const read = await catchRefusal(() => readDocument(path, name, { now, deadline: now() + picturesMs }));
  if (read.kind === 'refused') return { result: read };
  const { pages, gaps } = read.value;
  const view = new DocumentView(read.value);
  return {
    result: { kind: 'read', value: { pages: pages.length, gaps, clues: cluesOf(view) } },
    answer: (request) =>
      'check' in request
        ? { findings: checkDocument(read.value, request.check) }
        : { matches: matchesOf(view, request.match) },
  };
}
