/**
 * Tasks of the runner in this process, in place of a process for each: for the while that a test prepares what it needs by a file, and is not
 * about files. What crosses between processes is copied all the same.
 */
import { runner, type TaskConversation, type TaskOutcome } from '../../src/files/runner/runner.ts';
import type { AnswerOf, AnyTask, InputOf, ResultOf, Task, TaskRow } from '../../src/files/runner/task.ts';

let users = 0;

/** From now on until it is disposed of. Several at a time are one. */
export function tasksHere(): Disposable {
  if (users++ === 0) Object.assign(runner, { run, open });
  return {
    [Symbol.dispose]() {
      // The runner's own are its class's.
      if (--users === 0) for (const name of ['run', 'open']) Reflect.deleteProperty(runner, name);
    },
  };
}

async function run<T extends AnyTask>(row: TaskRow<T>, input: InputOf<T>): Promise<TaskOutcome<ResultOf<T>>> {
  const opened = await open(row, input);
  return opened.ok ? { ok: true, value: opened.value.result } : opened;
}

function open<T extends AnyTask>(row: TaskRow<T>, input: InputOf<T>): Promise<TaskOutcome<TaskConversation<T>>> {
  return outcomeOf(async () => {
    const { default: task }: { default: Task<InputOf<T>, ResultOf<T>, unknown, AnswerOf<T>> } = await import(
      row.module.href
    );
    const { result, answer } = await task(structuredClone(input));
    return {
      result: structuredClone(result),
      ask: (request) => outcomeOf(async () => structuredClone((await answer?.(request)) as AnswerOf<T>)),
      close: async () => undefined,
    };
  });
}

async function outcomeOf<R>(work: () => Promise<R>): Promise<TaskOutcome<R>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    return { ok: false, reason: 'crashed', cause };
  }
}
