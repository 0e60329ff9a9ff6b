/** The task that reads a document and then checks it, for one claim after the other. It runs in a process of its own. */
import type { ReadingGap } from '../../documents/document.ts';
import { readDocument } from '../../documents/read-document.ts';
import { catchRefusal, type Refusable } from '../../files/refusal.ts';
import type { TaskOpening } from '../../files/runner/task.ts';
import { checkDocument } from './check.ts';
import type { ClaimToCheck, Findings } from './finding.ts';

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
}

export default async function checkTask({
  path,
  name,
  picturesMs,
}: CheckInput): Promise<TaskOpening<Refusable<DocumentFacts>, ClaimToCheck, Findings>> {
  const now = () => performance.now();
  const read = await catchRefusal(() => readDocument(path, name, { now, deadline: now() + picturesMs }));
  if (read.kind === 'refused') return { result: read };
  const { pages, gaps } = read.value;
  return {
    result: { kind: 'read', value: { pages: pages.length, gaps } },
    answer: (claim) => checkDocument(read.value, claim),
  };
}
