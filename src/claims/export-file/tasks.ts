/** The tasks of this folder. Each runs in a child process of its own. */
import { taskRow } from '../../files/runner/task.ts';
import type readTask from './read-task.ts';
import type sniffTask from './sniff-task.ts';

export const TASKS = {
  read: taskRow<typeof readTask>('read-export', import.meta.url, './read-task'),
  sniff: taskRow<typeof sniffTask>('sniff-export', import.meta.url, './sniff-task'),
};
