/** Tasks of the runner's tests. */
import { taskRow } from '../../../../src/files/runner/task.ts';
import type counterTask from './counter-task.ts';
import type probeTask from './probe-task.ts';

export const TASKS = {
  probe: taskRow<typeof probeTask>('probe', import.meta.url, './probe-task'),
  counter: taskRow<typeof counterTask>('counter', import.meta.url, './counter-task'),
  absent: taskRow<typeof probeTask>('absent', import.meta.url, './absent-task'),
};
