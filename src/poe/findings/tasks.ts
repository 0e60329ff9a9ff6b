/** The task of this folder. It runs in a child process of its own. */
import { taskRow } from '../../files/runner/task.ts';
import type checkTask from './check-task.ts';

export const FINDING_TASKS = {
  check: taskRow<typeof checkTask>('check-document', import.meta.url, './check-task'),
};
