/** Reads a document for its findings without blocking anybody: in a child process of bounded memory and time. */
import { resolve } from 'node:path';
import { ProgrammingError, UserError } from '../../errors.ts';
import { unwrapRefusable } from '../../files/refusal.ts';
import { runner, type TaskFailure, type TaskLimits, type TaskOutcome } from '../../files/runner/runner.ts';
import type { DocumentFacts } from './check-task.ts';
import type { ClaimToCheck, Findings } from './finding.ts';
import type { ClaimMatch, ClaimToMatch } from './match.ts';
import { FINDING_TASKS } from './tasks.ts';

/** A document that was read. It holds a process: `close` it. */
export interface DocumentReading {
  readonly facts: DocumentFacts;
  /** What it holds for one claim. @throws UserError when that takes too long */
  check(claim: ClaimToCheck): Promise<Findings>;
  /** Which of these it names, in their order. @throws UserError when that takes too long */
  match(claims: readonly ClaimToMatch[]): Promise<readonly ClaimMatch[]>;
  close(): Promise<void>;
}

export interface DocumentOptions {
  /** Ends the reading; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds that reading may take, once its turn has come. Default 45,000: pages of a scan take one to three seconds each. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 45_000;
/** Of the time, so much for pictures to be begun; the last of them and the check need the rest. */
const PICTURES_SHARE = 0.7;
/** Scans take 250 to 450, hostile files more. */
const MEMORY_MIB = 700;

/**
 * @param name as its sender calls it
 * @throws UserError when it is refused: damaged, protected, a bomb, too long, of another kind than its name says, nothing in it
 */
export async function openDocument(
  path: string,
  name: string,
  { signal, timeoutMs = TIMEOUT_MS }: DocumentOptions = {},
): Promise<DocumentReading> {
  const limits: TaskLimits = { file: resolve(path), signal, timeoutMs, memoryMiB: MEMORY_MIB, addons: true };
  const input = { path: limits.file, name, picturesMs: timeoutMs * PICTURES_SHARE };
  const conversation = unlessFailed(await runner.open(FINDING_TASKS.check, input, limits), signal);
  try {
    const facts = unwrapRefusable(conversation.result);
    return {
      facts,
      check: async (claim) => {
        const answer = unlessFailed(await conversation.ask({ check: claim }), signal);
        if ('findings' in answer) return answer.findings;
        throw new ProgrammingError('an answer to another question');
      },
      match: async (claims) => {
        const answer = unlessFailed(await conversation.ask({ match: claims }), signal);
        if ('matches' in answer) return answer.matches;
        throw new ProgrammingError('an answer to another question');
      },
      close: () => conversation.close(),
    };
  } catch (refusal) {
    await conversation.close();
    throw refusal;
  }
}

function unlessFailed<T>(outcome: TaskOutcome<T>, signal: AbortSignal | undefined): T {
  if (outcome.ok) return outcome.value;
  throw refusalOf(outcome, signal);
}

/** Whatever ended the process, the file is the reason, unless the file system failed. */
function refusalOf({ reason, cause }: TaskFailure, signal: AbortSignal | undefined): unknown {
  switch (reason) {
    case 'aborted':
      return signal?.reason;
    case 'closed':
      return new ProgrammingError('the document was closed');
    case 'too slow':
      return new UserError('file.too-slow');
    case 'out of memory':
      return new UserError('file.zip-bomb', undefined, { cause });
    case 'crashed':
      return cause instanceof Error && 'syscall' in cause ? cause : new UserError('file.damaged', undefined, { cause });
  }
}
