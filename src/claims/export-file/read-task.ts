/** The task that reads an export and then hands out its claims, batch by batch. It runs in a process of its own. */

import { catchRefusal, type Refusable } from '../../files/refusal.ts';
import type { TaskOpening } from '../../files/runner/task.ts';
import type { ImportedClaim } from './group.ts';
import { type ExportSummary, type ReadFileOptions, readFile } from './read-file.ts';

export interface ReadInput extends ReadFileOptions {
  readonly path: string;
}

/** Indices of claims; the one at `to` is not among them. */
export interface BatchRequest {
  readonly from: number;
  readonly to: number;
}

type Batch = readonly ImportedClaim[];

export default async function readTask(
  input: ReadInput,
): Promise<TaskOpening<Refusable<ExportSummary>, BatchRequest, Batch>> {
  const read = await catchRefusal(() => readFile(input.path, input));
  if (read.kind === 'refused') return { result: read };
  const { summary, importedClaims } = read.value;
  return { result: { ...read, value: summary }, answer: ({ from, to }) => importedClaims(from, to) };
}
