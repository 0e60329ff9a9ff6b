/** Reading an export without blocking anybody: parsing and grouping run in a child process of bounded memory and time. */
import { resolve } from 'node:path';
import { ProgrammingError, UserError } from '../../errors.ts';
import type { TextEncoding } from '../../files/decode-text.ts';
import { unwrapRefusable } from '../../files/refusal.ts';
import {
  runner,
  type TaskConversation,
  type TaskFailure,
  type TaskLimits,
  type TaskOutcome,
} from '../../files/runner/runner.ts';
import type { Problem } from '../../problems/index.ts';
import type { Column, ColumnMapping } from './columns.ts';
import type { ImportedClaim } from './group.ts';
import type { ExportSummary } from './read-file.ts';
import type readTask from './read-task.ts';
import { TASKS } from './tasks.ts';

export interface ReadOptions {
  /** What a person chose for the headers. */
  readonly mapping?: ColumnMapping;
  /** What a person said that a text is. */
  readonly encoding?: TextEncoding | undefined;
  /** Rows that Excel hides are left out. */
  readonly withoutHidden?: boolean | undefined;
  /** More rows than this are refused. Default 200,000. */
  readonly maxRows?: number;
  /** Ends the reading; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the reading may take, once its turn has come. Default 120,000. */
  readonly timeoutMs?: number;
  /** Resident memory of the process that reads. Default 1 GiB. */
  readonly maxMemoryMiB?: number;
}

const MAX_ROWS = 200_000;
const TIMEOUT_MS = 120_000;
/** Milliseconds. A header stands in the first rows, so that a longer wait finds none. */
const SNIFF_TIMEOUT_MS = 20_000;
/** The largest files that pass the other limits (90 MB of .csv, 200,000 claims) take 700 MiB. */
const MEMORY_MIB = 1024;

/**
 * Claims a batch: after each the progress is kept, for which the disk is waited for. The claims are written some at a time, so that other turns
 * do not wait for the whole batch (`ClaimRepository#addNew`). In batches of 10,000 the way between the processes holds the bot for up to 70 ms.
 */
export const BATCH_SIZE = 250;

/** A file that was read to its end. It holds a process: `close` it. */
export interface ExportReading {
  readonly summary: ExportSummary;
  /**
   * The claims, a batch at a time, fetched from the process as they are asked for, in the order of their first rows: the same
   * bytes and mapping give the same order, so whoever resumes skips the first `skip` claims.
   */
  batches(skip?: number): AsyncIterable<readonly ImportedClaim[]>;
  close(): Promise<void>;
}

/**
 * Reads an export (.csv or .xlsx, by its bytes). Without a claim ID column it succeeds with no claims, so that the columns can be mapped.
 * @throws UserError when the file is no spreadsheet, damaged, too large, or holds no header or no rows
 */
export async function readExport(path: string, options: ReadOptions = {}): Promise<ExportReading> {
  const { mapping = new Map(), maxRows = MAX_ROWS, encoding, withoutHidden, signal } = options;
  const limits = limitsOf(path, TIMEOUT_MS, options);
  const conversation = unlessFailed(
    await runner.open(TASKS.read, { path: limits.file, mapping, maxRows, encoding, withoutHidden }, limits),
    signal,
  );
  try {
    const summary = unwrapRefusable(conversation.result);
    return {
      summary,
      batches: (skip = 0) => batches(conversation, skip, summary.claims, signal),
      close: () => conversation.close(),
    };
  } catch (refusal) {
    await conversation.close();
    throw refusal;
  }
}

/** The columns of a spreadsheet, or why it is none that can be read. Reads no further than the header. */
export async function sniffColumns(
  path: string,
  options: Pick<ReadOptions, 'signal' | 'timeoutMs' | 'maxMemoryMiB'> = {},
): Promise<{ readonly columns: readonly Column[]; readonly problem?: Problem }> {
  const limits = limitsOf(path, SNIFF_TIMEOUT_MS, options);
  try {
    const sniffed = unlessFailed(await runner.run(TASKS.sniff, { path: limits.file }, limits), options.signal);
    return { columns: unwrapRefusable(sniffed) };
  } catch (error) {
    if (error instanceof UserError) return { columns: [], problem: error.problem };
    throw error;
  }
}

async function* batches(
  conversation: TaskConversation<typeof readTask>,
  skip: number,
  claims: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly ImportedClaim[]> {
  const ask = (from: number) => (from < claims ? conversation.ask({ from, to: from + BATCH_SIZE }) : undefined);
  let next = ask(skip);
  for (let from = skip; next !== undefined; from += BATCH_SIZE) {
    const batch = unlessFailed(await next, signal);
    // On its way while this one is worked on.
    next = ask(from + BATCH_SIZE);
    yield batch;
  }
}

function limitsOf(
  path: string,
  usualTimeoutMs: number,
  { signal, timeoutMs = usualTimeoutMs, maxMemoryMiB = MEMORY_MIB }: ReadOptions,
): TaskLimits {
  return { file: resolve(path), signal, timeoutMs, memoryMiB: maxMemoryMiB };
}

function unlessFailed<T>(outcome: TaskOutcome<T>, signal: AbortSignal | undefined): T {
  if (outcome.ok) return outcome.value;
  throw errorOf(outcome, signal);
}

/** Whatever ended the process, the file is the reason, unless the file system failed. */
function errorOf({ reason, cause }: TaskFailure, signal: AbortSignal | undefined): unknown {
  switch (reason) {
    case 'aborted':
      return signal?.reason;
    case 'closed':
      return new ProgrammingError('the reading was closed');
    case 'too slow':
      return new UserError('sheet.too-slow');
    case 'out of memory':
      return new UserError('sheet.too-large', undefined, { cause });
    case 'crashed':
      return cause instanceof Error && 'syscall' in cause
        ? cause
        : new UserError('sheet.damaged', undefined, { cause });
  }
}
