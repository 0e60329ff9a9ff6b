/** The task of this folder. It runs in a child process of its own. */
import { taskRow } from '../../files/runner/task.ts';
import type insideTask from './inside-task.ts';

export const INSIDE_TASKS = {
  look: taskRow<typeof insideTask>('look-inside', import.meta.url, './inside-task'),
};
