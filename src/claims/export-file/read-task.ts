/** The task that reads an export and then hands out its claims, batch by batch. It runs in a process of its own. */
import type { TaskOpening } from '../../files/runner/task.ts';
import type { ColumnMapping } from './columns.ts';
import type { ImportedClaim } from './group.ts';
import { type ExportFacts, readFile } from './read-file.ts';
import { orRefusal, type Refusable } from './refusal.ts';

export interface ReadInput {
  readonly path: string;
  readonly mapping: ColumnMapping;
  readonly maxRows: number;
}

export interface BatchRequest {
  /** Index of its first claim. */
  readonly from: number;
}

type Batch = readonly ImportedClaim[];

/**
 * Claims a batch: writing one of these takes some 10 ms on the embedded engine, and other turns wait that long. The way between the
 * processes does not ask for more: all 50,000 claims of a file take 0.4 s in batches of 100, 0.3 s in batches of 2,000, and in
 * batches of 10,000 the bot stands still for up to 70 ms.
 */
export const BATCH_SIZE = 100;

export default async function readTask(
  input: ReadInput,
): Promise<TaskOpening<Refusable<ExportFacts>, BatchRequest, Batch>> {
  const read = await orRefusal(() => readFile(input.path, input));
  if (!('value' in read)) return { result: read };
  const { facts, importedClaims } = read.value;
  return { result: { value: facts }, answer: ({ from }) => importedClaims(from, from + BATCH_SIZE) };
}
