/**
 * Runs tasks that read hostile bytes, each in a child process of its own: bounded in time and in resident memory, at a low priority, with
 * an empty environment, and with no right to read or start anything else. However such a process ends, the asker gets an outcome; nothing
 * throws. A worker thread is not enough: its typed arrays and inflated streams are memory of the bot, and no option limits them.
 */
import { availableParallelism } from 'node:os';
import { Slots } from './slots.ts';
import type { AnswerOf, AnyTask, InputOf, RequestOf, ResultOf, TaskRow } from './task.ts';
import { type TaskFailure, type TaskLimits, type TaskOutcome, TaskProcess } from './task-process.ts';

export type { TaskFailure, TaskLimits, TaskOutcome } from './task-process.ts';

/** A task that goes on after its result. It holds a process: `close` it. */
export interface TaskConversation<T> {
  readonly result: ResultOf<T>;
  /** Waits its turn behind earlier requests. */
  ask(request: RequestOf<T>): Promise<TaskOutcome<AnswerOf<T>>>;
  close(): Promise<void>;
}

export interface RunnerOptions {
  /** Processes that work on a result. */
  readonly working: number;
  /** Conversations; between their answers they hold memory, but no processor. */
  readonly conversations: number;
}

export class Runner {
  readonly #working: Slots;
  readonly #conversations: Slots;

  constructor({ working, conversations }: RunnerOptions) {
    this.#working = new Slots(working);
    this.#conversations = new Slots(conversations);
  }

  /** The result of a task. By then its process is gone. */
  async run<T extends AnyTask>(
    row: TaskRow<T>,
    input: InputOf<T>,
    limits: TaskLimits,
  ): Promise<TaskOutcome<ResultOf<T>>> {
    using slot = await this.#working.take(limits.signal);
    const process = slot && start(row, limits);
    if (!(process instanceof TaskProcess)) return process ?? ABORTED;
    const outcome = await process.ask<ResultOf<T>>(input);
    await process.close();
    return outcome;
  }

  /**
   * A task that can be asked more once its result is there. It occupies a slot for work only up to its result: a file that is being
   * imported for minutes, batch by batch, keeps nobody else's waiting.
   */
  async open<T extends AnyTask>(
    row: TaskRow<T>,
    input: InputOf<T>,
    limits: TaskLimits,
  ): Promise<TaskOutcome<TaskConversation<T>>> {
    const held = await this.#conversations.take(limits.signal);
    if (held === undefined) return ABORTED;
    using slot = await this.#working.take(limits.signal);
    const process = slot && start(row, limits);
    if (!(process instanceof TaskProcess)) {
      held[Symbol.dispose]();
      return process ?? ABORTED;
    }
    void process.gone.then(() => held[Symbol.dispose]());
    const outcome = await process.ask<ResultOf<T>>(input);
    if (outcome.ok) return { ok: true, value: conversation<T>(process, outcome.value) };
    await process.close();
    return outcome;
  }
}

const ABORTED: TaskFailure = { ok: false, reason: 'aborted' };

function start<T extends AnyTask>({ name, module }: TaskRow<T>, limits: TaskLimits): TaskProcess | TaskFailure {
  try {
    return new TaskProcess({ name, module }, limits);
  } catch (cause) {
    return { ok: false, reason: 'crashed', cause };
  }
}

function conversation<T>(process: TaskProcess, result: ResultOf<T>): TaskConversation<T> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    result,
    ask(request) {
      const answer = last.then(() => process.ask<AnswerOf<T>>(request));
      last = answer;
      return answer;
    },
    close: () => process.close(),
  };
}

/**
 * There is one for the whole program, because the processors are the machine's. At least two tasks work at a time, so that one slow file
 * does not hold up all others; the bot goes first by its priority. Each conversation holds memory, so there are few.
 */
export const runner = new Runner({ working: Math.max(2, availableParallelism() - 1), conversations: 4 });
