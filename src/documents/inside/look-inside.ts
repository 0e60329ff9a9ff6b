/** Looks for what acts in a document without blocking anybody: what is not small in a child process of bounded memory and time. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { FileKind } from '../../files/kinds.ts';
import { unwrapRefusable } from '../../files/refusal.ts';
import { runner } from '../../files/runner/runner.ts';
import { refuseActiveDocument } from './active-document.ts';
import type { ContentsLimits } from './contents.ts';
import { INSIDE_TASKS } from './tasks.ts';

/** A document of 50 MB takes a second or two. */
const TIMEOUT_MS = 30_000;
/** The file, its text, and what lies in it. */
const MEMORY_MIB = 1024;
/** What is this small is looked into here: it takes some milliseconds, and a process takes 100 to begin. */
const SMALL_BYTES = 256 * 1024;
export const SMALL_CONTENTS: ContentsLimits = { bytes: 8 * 1024 * 1024, contents: 200 };
/** Nothing lies in these, and nothing acts. */
const INERT: ReadonlySet<FileKind> = new Set(['png', 'jpg', 'tiff', 'txt']);

/**
 * @param signal ends it; it rejects with the signal's reason
 * @throws UserError for a document that runs something when it is opened, or has something in it that does, or that cannot be looked into
 */
export async function lookInside(path: string, kind: FileKind, signal?: AbortSignal): Promise<void> {
  if (INERT.has(kind) || (await isFineAndSmall(path, kind))) return;
  const file = resolve(path);
  const limits = { file, signal, timeoutMs: TIMEOUT_MS, memoryMiB: MEMORY_MIB };
  const outcome = await runner.run(INSIDE_TASKS.look, { path: file, kind }, limits);
  if (outcome.ok) return unwrapRefusable(outcome.value);
  const { reason, cause } = outcome;
  switch (reason) {
    case 'aborted':
    case 'closed':
      throw signal?.reason;
    case 'too slow':
      throw new UserError('file.too-slow');
    case 'out of memory':
      throw new UserError('file.zip-bomb', undefined, { cause });
    case 'crashed':
      throw cause instanceof Error && 'syscall' in cause ? cause : new UserError('file.damaged', undefined, { cause });
  }
}

/** @throws UserError as above */
async function isFineAndSmall(path: string, kind: FileKind): Promise<boolean> {
  if ((await stat(path)).size > SMALL_BYTES) return false;
  const bytes = await readFile(path);
  try {
    await refuseActiveDocument(bytes, kind, SMALL_CONTENTS);
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw new UserError('file.damaged', undefined, { cause: error });
    if (error.problem.code === 'file.zip-bomb') return false;
    throw error;
  }
}
