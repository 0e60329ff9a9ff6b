/** The task that looks for an export's header. It runs in a process of its own. */
import type { TaskOpening } from '../../files/runner/task.ts';
import { type Column, isExport } from './columns.ts';
import { readColumns } from './read-file.ts';
import { catchRefusal, type Refusable } from './refusal.ts';

export interface SniffInput {
  readonly path: string;
}

/** The columns of an export; undefined for any other spreadsheet. */
export default async function sniffTask({
  path,
}: SniffInput): Promise<TaskOpening<Refusable<readonly Column[] | undefined>>> {
  return {
    result: await catchRefusal(async () => {
      const columns = await readColumns(path);
      return isExport(columns) ? columns : undefined;
    }),
  };
}
