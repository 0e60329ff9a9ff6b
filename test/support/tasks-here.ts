/**
 * Tasks of the runner in this process, in place of a process for each: for the while that a test prepares what it needs by a file, and is not
 * about files. What crosses between processes is copied all the same.
 */
import {
  Runner,
  runner,
  type TaskConversation,
  type TaskLimits,
  type TaskOutcome,
} from '../../src/files/runner/runner.ts';
import type { AnswerOf, AnyTask, InputOf, ResultOf, Task, TaskRow } from '../../src/files/runner/task.ts';

/** The runner as it is without its methods taken over. */
const elsewhere: Pick<Runner, 'run' | 'open'> = {
  run: Runner.prototype.run.bind(runner),
  open: Runner.prototype.open.bind(runner),
};

/** What each who uses it wants in this process. */
const users = new Set<{ readonly name: string | undefined }>();

/** From now on until it is disposed of, by whoever is the last. @param name of the one task; absent: all of them */
export function tasksHere(name?: string): Disposable {
  const user = { name };
  users.add(user);
  Object.assign(runner, { run, open });
  return {
    [Symbol.dispose]() {
      users.delete(user);
      // The runner's own are its class's.
      if (users.size === 0) for (const method of ['run', 'open']) Reflect.deleteProperty(runner, method);
    },
  };
}

function isHere({ name }: { readonly name: string }): boolean {
  return [...users].some((user) => user.name === undefined || user.name === name);
}

async function run<T extends AnyTask>(
  row: TaskRow<T>,
  input: InputOf<T>,
  limits: TaskLimits,
): Promise<TaskOutcome<ResultOf<T>>> {
  if (!isHere(row)) return elsewhere.run(row, input, limits);
  const opened = await open(row, input, limits);
  return opened.ok ? { ok: true, value: opened.value.result } : opened;
}

function open<T extends AnyTask>(
  row: TaskRow<T>,
  input: InputOf<T>,
  limits: TaskLimits,
): Promise<TaskOutcome<TaskConversation<T>>> {
  if (!isHere(row)) return elsewhere.open(row, input, limits);
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
