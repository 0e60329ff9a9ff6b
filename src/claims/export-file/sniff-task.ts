/** The task that looks for a spreadsheet's header. It runs in a process of its own. */

import { catchRefusal, type Refusable } from '../../files/refusal.ts';
import type { TaskOpening } from '../../files/runner/task.ts';
import type { Column } from './columns.ts';
import { readColumns } from './read-file.ts';

export interface SniffInput {
  readonly path: string;
}

/** The columns of a spreadsheet, whatever it is. */
export default async function sniffTask({ path }: SniffInput): Promise<TaskOpening<Refusable<readonly Column[]>>> {
  return { result: await catchRefusal(() => readColumns(path)) };
}
