/** A task that goes on as a conversation: it counts, or gets stuck. */
import type { TaskOpening } from '../../../../src/files/runner/task.ts';

export default async function counterTask(
  start: number,
): Promise<TaskOpening<number, number | 'loop' | 'throw', number>> {
  let count = start;
  return {
    // So that a test can look for the process.
    result: process.pid,
    answer: (request) => {
      if (request === 'throw') throw new Error('no number');
      while (request === 'loop');
      count += Number(request);
      return count;
    },
  };
}
