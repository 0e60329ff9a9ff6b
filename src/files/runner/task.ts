/** What a task is: work on one file that runs in a child process of its own. */

/**
 * A task's module exports one of these as `default`. Input, result, requests and answers cross between processes: plain data only.
 * What it throws ends the process; the asker learns that it crashed, with the error as the cause.
 */
export type Task<Input, Result, Request = never, Answer = never> = (
  input: Input,
) => Promise<TaskOpening<Result, Request, Answer>>;

export interface TaskOpening<Result, Request = never, Answer = never> {
  readonly result: Result;
  /** For a task that goes on after its result as a conversation: one answer per request, one request at a time. */
  answer?(request: Request): Answer | Promise<Answer>;
}

export type AnyTask = Task<never, unknown, never, unknown>;
export type InputOf<T> = T extends Task<infer Input, unknown, never, unknown> ? Input : never;
export type ResultOf<T> = T extends Task<never, infer Result, never, unknown> ? Result : never;
export type RequestOf<T> = T extends Task<never, unknown, infer Request, unknown> ? Request : never;
export type AnswerOf<T> = T extends Task<never, unknown, never, infer Answer> ? Answer : never;

/** A row in a table of tasks. */
export interface TaskRow<T extends AnyTask> {
  /** Shown in the list of processes. */
  readonly name: string;
  readonly module: URL;
  /** For the compiler only. */
  readonly task?: T;
}

/**
 * @param base `import.meta.url` of the table: its modules are run as .ts by Node itself, or built as .js, as the table is
 * @param path of the module from there, without its extension
 */
export function taskRow<T extends AnyTask>(name: string, base: string, path: string): TaskRow<T> {
  return { name, module: new URL(`${path}.${moduleExtension(base)}`, base) };
}

export function moduleExtension(moduleUrl: string): 'ts' | 'js' {
  return moduleUrl.endsWith('.ts') ? 'ts' : 'js';
}

/** What the child answers to each message. */
export type TaskReply = { readonly value: unknown } | { readonly error: PlainError };

/** What is kept of an error between processes. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | undefined;
  /** There when the operating system refused something. */
  readonly syscall?: string | undefined;
}

export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const syscall = 'syscall' in error && typeof error.syscall === 'string' ? error.syscall : undefined;
  return { name, message, stack, code, syscall };
}

export function fromPlainError({ name, message, stack, code, syscall }: PlainError): Error {
  return Object.assign(new Error(message), { name, stack, ...(code && { code }), ...(syscall && { syscall }) });
}
